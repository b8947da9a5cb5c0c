#include "app/record_gaps.h"

#include "lint/record_completeness.h"

#include <algorithm>

namespace masar::app {
namespace {

bool withheld(const plan::Activity& activity, std::string_view field) {
    return std::ranges::find(activity.withheld, field) != activity.withheld.end();
}

plan::SideIndex side_of(const plan::Plan& plan, const plan::Activity& activity) {
    const plan::OrganisationIndex lead = activity.lead.value;
    return lead.known() ? plan.organisations[lead.at()].side.value : plan::SideIndex{};
}

void note(report::CompleteRecords& records, std::string_view field, plan::ActivityIndex activity) {
    auto gap = std::ranges::find(records.gaps, field, &report::CompleteRecords::Gap::field);
    if (gap == records.gaps.end()) gap = records.gaps.insert(gap, {std::string(field), 0, {}});
    ++gap->missing;
    gap->activities.push_back(activity);
}

}  // namespace

std::vector<report::CompleteRecords> record_gaps(const plan::Plan& plan) {
    std::vector<report::CompleteRecords> all(plan.sides.size() + 1);
    for (std::size_t side = 0; side < plan.sides.size(); ++side) all[side].side = base::index_of<plan::SideIndex>(side);
    for (std::size_t i = 0; i < plan.activities.size(); ++i) {
        const plan::Activity& activity = plan.activities[i];
        if (activity.progress.status == plan::Status::cancelled || (activity.optional && !activity.chosen)) continue;
        const plan::SideIndex side = side_of(plan, activity);
        report::CompleteRecords& records = side.known() ? all[side.at()] : all.back();
        for (const lint::RequiredField& field : lint::required_fields()) {
            if (!field.asked(plan) || withheld(activity, field.key)) continue;
            ++records.required;
            if (field.filled(activity))
                ++records.filled;
            else
                note(records, field.key, base::index_of<plan::ActivityIndex>(i));
        }
    }
    if (all.back().required == 0) all.pop_back();
    for (report::CompleteRecords& each : all)
        std::ranges::stable_sort(each.gaps, std::ranges::greater{}, &report::CompleteRecords::Gap::missing);
    return all;
}

}  // namespace masar::app
