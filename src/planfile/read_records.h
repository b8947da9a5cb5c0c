#pragma once
// The readers of records, one function for each kind; each appends to its vector of the plan. Called kind by kind (read_plan.cc), so
// that sides and funds are there when money and years are read. `entry` is the record's node: its key is the id.
#include "planfile/fields.h"

namespace masar::planfile {

using RecordReader = void (*)(const FileReader&, NodeId entry);

/// What every record has: id, name, place, release, owner.
void read_common(const Fields& fields, plan::Record& record);

// read_parties.cc
void read_side(const FileReader& reader, NodeId entry);
void read_organisation(const FileReader& reader, NodeId entry);
void read_place(const FileReader& reader, NodeId entry);
void read_activity_type(const FileReader& reader, NodeId entry);
void read_rate(const FileReader& reader, NodeId entry);
// read_calendars.cc
void read_calendar(const FileReader& reader, NodeId entry);
void read_period(const FileReader& reader, NodeId entry);
// read_purpose.cc
void read_commitment(const FileReader& reader, NodeId entry);
void read_line(const FileReader& reader, NodeId entry);
void read_objective(const FileReader& reader, NodeId entry);
void read_outcome(const FileReader& reader, NodeId entry);
void read_output(const FileReader& reader, NodeId entry);
// read_means.cc
void read_resource(const FileReader& reader, NodeId entry);
void read_stock(const FileReader& reader, NodeId entry);
void read_fund(const FileReader& reader, NodeId entry);
void read_ceilings(const FileReader& reader, NodeId entry);
void read_approval(const FileReader& reader, NodeId entry);
void read_rule(const FileReader& reader, NodeId entry);
void read_waiver(const FileReader& reader, NodeId entry);
// read_measures.cc
void read_phase(const FileReader& reader, NodeId entry);
void read_gate(const FileReader& reader, NodeId entry);
void read_indicator(const FileReader& reader, NodeId entry);
void read_history(const FileReader& reader, NodeId entry);
void read_lesson(const FileReader& reader, NodeId entry);
// read_risks.cc
void read_risk(const FileReader& reader, NodeId entry);
void read_branch(const FileReader& reader, NodeId entry);
void read_correlation(const FileReader& reader, NodeId entry);
// read_running.cc
void read_posting(const FileReader& reader, NodeId entry);
/// `observations` of an indicator, by day.
[[nodiscard]] std::vector<plan::Observation> read_observations(const Fields& fields);
/// What has become of an activity: its state, its days, postponements, requests.
[[nodiscard]] plan::Progress read_progress(const Fields& fields);

// read_activity.cc
void read_activity(const FileReader& reader, NodeId entry);
void read_choice(const FileReader& reader, NodeId entry);

/// Probability and severity, of risks and activities.
[[nodiscard]] plan::RiskRating read_rating(const Fields& fields);
/// A year → amount map. Complains when the years are not written as the side's fiscal year is.
[[nodiscard]] std::vector<plan::Ceiling> read_year_amounts(const FileReader& reader, NodeId map, plan::SideIndex side);
/// The key of a year, checked against the side's fiscal year when the side is known.
[[nodiscard]] std::optional<int> read_year_key(const FileReader& reader, NodeId entry, plan::SideIndex side);

}  // namespace masar::planfile
