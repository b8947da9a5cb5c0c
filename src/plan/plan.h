#pragma once
// The roadmap as people mean it. Made by planfile (perhaps partial: reading never fails), never changed afterwards.
// References that could not be resolved are unknown indices (`known()` is false) and have their diagnostic already.
#include "base/sources.h"
#include "plan/activity.h"
#include "plan/means.h"
#include "plan/measures.h"
#include "plan/parties.h"
#include "plan/purpose.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::plan {

enum class ObjectiveOrder : std::uint8_t { gate_lateness, end, option_value, cost, preferences };

struct Plan {
    base::Sources sources;

    NamedText title;
    At<calendar::Date> start;
    std::optional<At<calendar::Date>> end;                 ///< last day; none = open (the horizon is derived)
    std::optional<At<calendar::Date>> as_of;               ///< status date: planned starts lie on or after it
    std::optional<base::Language> authoritative_language;  ///< none = both equally
    bool illustrative = false;
    std::string handling;  ///< handling mark as written (CUI, TLP:GREEN, للاستخدام الرسمي)
    std::vector<ObjectiveOrder> aims{ObjectiveOrder::gate_lateness, ObjectiveOrder::end};  ///< lexicographic
    EstimateForm estimates = EstimateForm::pert;  ///< how three-point values are read by a forecast

    std::vector<Side> sides;
    std::vector<Organisation> organisations;
    std::vector<OfficeCalendar> calendars;
    std::vector<AvoidablePeriod> periods;
    std::vector<ActivityType> types;
    std::vector<Venue> venues;
    std::vector<ExchangeRate> rates;
    std::vector<Commitment> commitments;
    std::vector<LineOfEffort> lines;
    std::vector<Objective> objectives;
    std::vector<Outcome> outcomes;
    std::vector<Output> outputs;
    std::vector<Phase> phases;
    std::vector<Gate> gates;
    std::vector<Resource> resources;
    std::vector<Stock> stocks;
    std::vector<Fund> funds;
    std::vector<SideCeilings> ceilings;
    std::vector<Posting> postings;
    std::vector<Approval> approvals;
    std::vector<Rule> rules;
    std::vector<Waiver> waivers;
    std::vector<Indicator> indicators;
    std::vector<Risk> risks;
    std::vector<Branch> branches;
    std::vector<Correlation> correlations;
    std::vector<HistoryRecord> history;
    std::vector<Lesson> lessons;
    std::vector<Activity> activities;
    std::vector<ChoiceGroup> choices;
};

/// The record with this id (without regard to case) in one of the vectors above; nullptr when there is none. Linear.
template <class RecordType>
[[nodiscard]] const RecordType* find(const std::vector<RecordType>& records, std::string_view id) {
    const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
    for (const RecordType& each : records)
        if (each.id.size() == id.size() && std::equal(id.begin(), id.end(), each.id.begin(), same)) return &each;
    return nullptr;
}

}  // namespace masar::plan
