#include "compile/answer_view.h"

#include <algorithm>

namespace masar::compile {

AnswerView::AnswerView(const plan::Plan& the_plan, const CompiledPlan& the_compiled, const Answered& the_answer)
    : plan(the_plan), compiled(the_compiled), answered(the_answer), spans_(the_compiled.activities.size()) {
    const problem::Day horizon = compiled.problem.data().horizon;
    for (std::int32_t i = 0; i < size(); ++i) {
        if (!answered.schedule.chosen(i)) continue;
        const problem::Day start = std::clamp(answered.schedule.start[static_cast<std::size_t>(i)], 0, horizon - 1);
        // What does not fit is shown up to the last day that has a date; the checker has said so.
        const problem::Day end = std::clamp(problem::end_of(compiled.problem, answered.schedule, i), start, horizon);
        spans_[static_cast<std::size_t>(i)] = {start, end};
        if (stands(i)) end_ = std::max(end_, std::max(end, start + 1));
    }
}

calendar::DatePeriod AnswerView::dates(std::int32_t position) const {
    const problem::Span span = this->span(position);
    return {compiled.days.date(span.start), compiled.days.finish(span.start, span.end)};
}

}  // namespace masar::compile
