#pragma once
// The plan with the questions that several lints ask already answered.
#include "compile/compiled_plan.h"
#include "plan/plan.h"
#include "problem/passes.h"

#include <optional>
#include <vector>

namespace masar::lint {

/// What the earliest and latest passes give one activity.
struct EarliestDates {
    calendar::Date start, finish;  ///< finish inclusive
    bool fits = false;             ///< false: no day fits at all; the dates mean nothing then
    problem::Float slack;
};

struct Subject {
    const plan::Plan& plan;
    const compile::CompiledPlan* compiled = nullptr;

    std::vector<plan::ActivityIndex> active;  ///< mandatory or chosen, and not cancelled
    std::vector<bool> is_active;              ///< by ActivityIndex
    std::vector<int> followers;             ///< by ActivityIndex: links to active activities and gates that require it
    std::optional<problem::Passes> passes;  ///< with `compiled`, by activity of the problem

    [[nodiscard]] const plan::Activity& activity(plan::ActivityIndex index) const {
        return plan.activities[index.at()];
    }
    /// Nothing without `compiled`, or for an activity that takes no part.
    [[nodiscard]] std::optional<EarliestDates> dates(plan::ActivityIndex index) const;
    /// Place of an activity in the problem; -1 without `compiled` or when it takes no part.
    [[nodiscard]] std::int32_t problem_index(plan::ActivityIndex index) const;
    /// Sides of the lead and the partners, each once, in the order of the plan.
    [[nodiscard]] std::vector<plan::SideIndex> sides_of(const plan::Activity& activity) const;

    std::vector<problem::Float> slacks;  ///< with `passes`
};

[[nodiscard]] Subject make_subject(const plan::Plan& plan, const compile::CompiledPlan* compiled);

/// Null when the reference is unknown: it has its diagnostic already.
template <class RecordType, class IndexType>
[[nodiscard]] const RecordType* at(const std::vector<RecordType>& records, IndexType index) {
    return index.known() && index.at() < records.size() ? &records[index.at()] : nullptr;
}

/// Most likely duration of the shortest or the first mode; 0 without modes.
[[nodiscard]] int shortest_duration(const plan::Activity& activity);
[[nodiscard]] int first_duration(const plan::Activity& activity);
[[nodiscard]] bool is_done(const plan::Activity& activity);    ///< finished
[[nodiscard]] bool has_begun(const plan::Activity& activity);  ///< started or finished
[[nodiscard]] bool has_cost(const plan::Activity& activity);
[[nodiscard]] bool has_needs(const plan::Activity& activity);

}  // namespace masar::lint
