#pragma once
// Walks every record of a plan, section by section, in the order of the model.
#include "plan/plan.h"

#include <string_view>

namespace masar::plan {

/// Calls visit(section, record) with the plan file's heading ("activities") and the record in its own type.
template <class PlanType, class Visit>
void for_each_record(PlanType& plan, Visit visit) {
    const auto walk = [&](std::string_view section, auto& records) {
        for (auto& each : records) visit(section, each);
    };
    walk("sides", plan.sides);
    walk("organisations", plan.organisations);
    walk("places", plan.venues);
    walk("activity-types", plan.types);
    walk("calendars", plan.calendars);
    walk("periods", plan.periods);
    walk("commitments", plan.commitments);
    walk("lines-of-effort", plan.lines);
    walk("objectives", plan.objectives);
    walk("outcomes", plan.outcomes);
    walk("outputs", plan.outputs);
    walk("phases", plan.phases);
    walk("gates", plan.gates);
    walk("resources", plan.resources);
    walk("stocks", plan.stocks);
    walk("funds", plan.funds);
    walk("postings", plan.postings);
    walk("approvals", plan.approvals);
    walk("rules", plan.rules);
    walk("indicators", plan.indicators);
    walk("risks", plan.risks);
    walk("branches", plan.branches);
    walk("activities", plan.activities);
    walk("choices", plan.choices);
    walk("records", plan.history);
    walk("lessons", plan.lessons);
}

/// The record with this id (without regard to case) under this heading; nullptr when there is none. Linear.
[[nodiscard]] inline const Record* find_record(const Plan& plan, std::string_view section, std::string_view id) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
    const auto same = [&](char a, char b) { return lower(a) == lower(b); };
    const Record* found = nullptr;
    for_each_record(plan, [&](std::string_view heading, const Record& each) {
        if (found == nullptr && heading == section && std::ranges::equal(each.id, id, same)) found = &each;
    });
    return found;
}

}  // namespace masar::plan
