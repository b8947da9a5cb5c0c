#include "app/risk_book.h"

#include "app/risk_book_draft.h"

#include <algorithm>

namespace masar::app {
namespace {

constexpr problem::Day days_past_the_end = 3 * 366;

void keep_appointments(RiskBookDraft& draft) {
    draft.model.not_before.assign(draft.planned.start.size(), 0);
    for (std::size_t i = 0; i < draft.planned.start.size(); ++i)
        if (draft.planned.chosen(static_cast<std::int32_t>(i))) draft.model.not_before[i] = draft.planned.start[i];
}

/// A gate that requires what takes no part is reached in no sample.
void find_unreachable_gates(RiskBookDraft& draft) {
    for (std::size_t g = 0; g < draft.compiled.gates.size(); ++g) {
        const plan::Gate& gate = draft.plan.gates[draft.compiled.gates[g].at()];
        const bool whole =
            std::ranges::all_of(gate.requires_done, [&](const auto& each) { return draft.standing(each.value) >= 0; });
        if (!whole) draft.unreachable_gates.push_back(static_cast<std::int32_t>(g));
    }
}

bool has_spread(const plan::Mode& mode) {
    const auto& days = mode.duration.value.working_days;
    return days[0] != days[2] || mode.possible.size() > 1;
}

}  // namespace

problem::Schedule schedule_of(const compile::CompiledPlan& compiled, const plan::Timetable& timetable) {
    const auto size = static_cast<std::size_t>(compiled.problem.size());
    problem::Schedule schedule{std::vector<problem::Day>(size, 0), std::vector<std::int32_t>(size, 0)};
    for (std::size_t i = 0; i < size; ++i) {
        const plan::ActivityIndex index = compiled.activities[i];
        if (!index.known()) continue;
        const plan::ActivityDates& dates = timetable.activities[index.at()];
        schedule.mode[i] = dates.chosen ? dates.mode : problem::Schedule::not_chosen;
        if (dates.chosen) schedule.start[i] = compiled.days.day(dates.start);
    }
    return schedule;
}

RiskBookResult make_risk_book(const LoadedPlan& loaded, const problem::Schedule& planned,
                              const RiskBookOptions& options) {
    RiskBookDraft draft(loaded, planned, options);
    draft.last_day =
        std::min(draft.compiled.days.days, problem::makespan(draft.compiled.problem, planned) + days_past_the_end);
    if (options.starts == Starts::planned) keep_appointments(draft);
    find_unreachable_gates(draft);
    add_accounts(draft);
    add_durations(draft);
    add_risks(draft);
    add_branches(draft);
    add_correlations(draft);
    add_costs(draft);
    add_totals(draft);
    add_indicators(draft);
    RiskBookResult result{std::nullopt, std::move(draft.diagnostics)};
    base::sort_by_place(result.diagnostics);
    if (base::has_errors(result.diagnostics)) return result;
    auto problem = problem::Problem::make(std::move(draft.data));
    if (!problem) {
        result.diagnostics.push_back(
            base::make_diagnostic("MSR0704", loaded.plan.start.place, problem.error().message, problem.error().hint));
        return result;
    }
    result.book = RiskBook{static_cast<RiskOrigins&&>(draft), *std::move(problem), planned, std::move(draft.model)};
    return result;
}

bool is_uncertain(const plan::Plan& plan) {
    return !plan.branches.empty()
           || std::ranges::any_of(plan.risks, [](const plan::Risk& risk) { return risk.quantity.has_value(); })
           || std::ranges::any_of(plan.activities, [](const plan::Activity& activity) {
                  return std::ranges::any_of(activity.modes, has_spread);
              });
}

}  // namespace masar::app
