#pragma once
// Why a plan cannot be done, or not by a date, in its own words: a smallest set of its statements that clash, and the changes that
// would mend it.
#include "plan/plan.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace masar::plan {

/// What a statement of the plan says; every one could be dropped or changed by those who wrote it.
enum class MemberKind : std::uint8_t {
    activity,         ///< takes place, as long and with as many people as it says
    starts_from,      ///< window: not before `day`
    finishes_from,    ///< window: not finished before `day`
    finishes_by,      ///< window: finished on `day`
    follows,          ///< `record` = position in Activity::after
    avoids,           ///< `record` = PeriodIndex; itself or by `rules`
    approval,         ///< `record` = ApprovalIndex; its steps end on `day`
    notice,           ///< `record` = RuleIndex; a legal clock that ends on `day`
    cost_limit,       ///< `record` = RuleIndex; exceeded by `amount` of `currency`
    as_of,            ///< what is planned starts on the status date `day` or later
    fund_opens,       ///< `record` = FundIndex; first `day` for obligations
    fund_closes,      ///< last `day`
    capacity,         ///< `record` = ResourceIndex; `amount` units, on `days` where that matters
    yearly_capacity,  ///< `record` = ResourceIndex; `amount` in `year`
    fund_ceiling,     ///< `record` = FundIndex; `amount` minor units in `year`
    side_ceiling,     ///< `record` = SideIndex
    stock,            ///< `record` = StockIndex
    choice,           ///< `record` = position in Plan::choices
    gate,             ///< `record` = GateIndex; due on `day`
    asked,            ///< the reader's own "by `day`": of the gate `record`, else of `activity`
};

struct ConflictMember {
    MemberKind kind = MemberKind::activity;
    ActivityIndex activity;    ///< known where it speaks about one
    std::int32_t record = -1;  ///< as said at the kind
    std::optional<int> year;   ///< of a side's fiscal year
    std::optional<calendar::Date> day;
    std::optional<calendar::DatePeriod> days;
    std::int64_t amount = 0;
    base::Currency currency;
    /// Where one capacity is overfilled on its `days`: how many of them are worked, and how many of its units times working days an
    /// activity surely uses of them.
    std::int64_t working_days = 0, surely_used = 0;
    std::vector<RuleIndex> rules;
    base::Place place;
    std::string id;                  ///< of the record that states it
    std::vector<SideIndex> readers;  ///< sides to which it is released, by index
    /// How sides speak of it where it is not released: a number, nothing else; 0 = every side reads it.
    int reference = 0;

    /// Whether both are the same statement, whatever its values.
    [[nodiscard]] bool same_statement(const ConflictMember& other) const {
        return kind == other.kind && activity == other.activity && record == other.record && year == other.year;
    }
};

enum class RepairKind : std::uint8_t {
    move_start,        ///< first day of the window of `activity`
    move_finish_from,  ///< earliest finish of its window
    move_finish,       ///< last day of its window
    move_gate,         ///< due date
    move_asked,        ///< ask for a later date
    open_fund,         ///< first day for obligations
    close_fund,        ///< last day for obligations
    raise_capacity,    ///< of a resource
    raise_reduction,   ///< `position` in Resource::reductions
    raise_ceiling,     ///< `year` of a fund or side, minor units
    raise_stock,       ///< initial amount
    change_choice,     ///< how many of the options
    lower_need,        ///< of `activity` for the resource `record`, in all its modes
    shorten_approval,  ///< total days of its steps
    drop_link,         ///< `record` = position in Activity::after
    allow_period,      ///< `activity` may fall into the period `record`; policies that say otherwise are waived for it
    waive_rule,        ///< the policy `record` for `activity`
    leave_out,         ///< `activity` takes no part
};

/// One change of the plan's text. Dates move from from_day to to_day, numbers from `from` to `to`.
struct Repair {
    RepairKind kind = RepairKind::move_finish;
    ConflictMember target;  ///< the statement that changes
    std::int32_t position = -1;
    std::optional<calendar::Date> from_day, to_day;
    std::int64_t from = 0, to = 0;
    int working_days = 0;  ///< by which a date moves, on the calendar of the activity
    bool least = true;     ///< proven: no smaller change of this kind would do
    std::vector<RuleIndex> waived;
    double weight = 0;  ///< how much is asked; the smallest comes first
};

/// One clash. With each of `repairs` alone this clash is gone and no other comes of it: checked by a schedule.
struct Conflict {
    std::vector<ConflictMember> members;
    bool minimal = false;  ///< every member was dropped in turn, and the others then had a schedule
    std::vector<Repair> repairs;
};

enum class ExplanationStatus : std::uint8_t {
    fits,        ///< everything asked is possible: `reached`
    late,        ///< the plan can be done, but not by the dates that are soft or asked for
    infeasible,  ///< the plan cannot be done
    unknown,     ///< not decided within the limits
};

/// A gate or an activity and the day by which it is wanted.
struct Target {
    GateIndex gate;
    ActivityIndex activity;  ///< where no gate is meant
    calendar::Date by;
    bool asked = false;  ///< by the reader; else it is the gate's own soft date
};

struct Reached {
    Target target;
    std::optional<calendar::Date> date;  ///< in the schedule found; none when something required takes no part
};

/// A gate's criterion that fails under the schedule found, and what is missing.
struct FailedCriterion {
    GateIndex gate;
    calendar::Date on;
    IndicatorIndex indicator;
    Comparison comparison = Comparison::at_least;
    base::Decimal wanted;
    std::optional<double> value;
    std::optional<double> best;  ///< the best value up to that day …
    std::optional<calendar::Date> best_on;
    std::vector<ActivityIndex>
        helpful;  ///< options not taken whose effects would close the gap together; empty = none do
    base::Place place;
    std::vector<SideIndex> readers;
    int reference = 0;
};

struct Explanation {
    ExplanationStatus status = ExplanationStatus::unknown;
    std::vector<Conflict> conflicts;  ///< independent ones; later ones assume the first repair of each before
    bool mended = false;              ///< with the first repair of each conflict the whole plan has a schedule
    std::vector<Target> targets;
    std::vector<Reached> reached;
    bool criteria_asked = false;
    std::vector<FailedCriterion> criteria;
    std::int64_t effort = 0;  ///< conflicts of the engine
    bool stopped = false;
};

}  // namespace masar::plan
