#pragma once
// An answer laid over its plan: where each activity of the problem stands, for the parts of the timetable.
#include "compile/timetable_of.h"
#include "problem/link_bound.h"

#include <vector>

namespace masar::compile {

class AnswerView {
public:
    AnswerView(const plan::Plan& plan, const CompiledPlan& compiled, const Answered& answered);

    const plan::Plan& plan;
    const CompiledPlan& compiled;
    const Answered& answered;

    [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(compiled.activities.size()); }
    /// Chosen, and an activity of the plan.
    [[nodiscard]] bool stands(std::int32_t position) const {
        return compiled.activities[static_cast<std::size_t>(position)].known() && answered.schedule.chosen(position);
    }
    [[nodiscard]] problem::Span span(std::int32_t position) const { return spans_[static_cast<std::size_t>(position)]; }
    [[nodiscard]] bool fixed(std::int32_t position) const { return compiled.problem.activity(position).fixed >= 0; }
    [[nodiscard]] std::size_t mode(std::int32_t position) const {
        return static_cast<std::size_t>(answered.schedule.mode[static_cast<std::size_t>(position)]);
    }
    [[nodiscard]] const problem::Mode& problem_mode(std::int32_t position) const {
        return compiled.problem.activity(position).modes[mode(position)];
    }
    /// From the start to the inclusive finish.
    [[nodiscard]] calendar::DatePeriod dates(std::int32_t position) const;
    [[nodiscard]] const plan::Activity& source(std::int32_t position) const {
        return plan.activities[compiled.activities[static_cast<std::size_t>(position)].at()];
    }
    /// First day after everything: 0 when nothing stands.
    [[nodiscard]] problem::Day end() const { return end_; }

private:
    std::vector<problem::Span> spans_;
    problem::Day end_ = 0;
};

struct Loads {
    std::vector<plan::PoolLoad> days;
    std::vector<plan::YearLoad> years;
};
[[nodiscard]] Loads measure_loads(const AnswerView& view);
struct SpentMoney {
    std::vector<plan::Spending>
        years;  ///< by side, fund, year; the side's total after its funds. Years with money or a ceiling
    std::vector<plan::ChargeLine> lines;
};
[[nodiscard]] SpentMoney sum_spending(const AnswerView& view);
/// By request date. Of what has not begun.
[[nodiscard]] std::vector<plan::NoticeDue> list_notices(const AnswerView& view);
[[nodiscard]] std::vector<plan::GateOutcome> look_at_gates(const AnswerView& view);
/// Preferences that the answer does not keep.
[[nodiscard]] std::vector<plan::GivenUp> list_given_up(const AnswerView& view);
/// In the order of ViolationKind, then of the plan.
[[nodiscard]] std::vector<plan::Violation> list_violations(const AnswerView& view,
                                                           const std::vector<plan::GateOutcome>& gates);

}  // namespace masar::compile
