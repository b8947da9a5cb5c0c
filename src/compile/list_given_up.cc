#include "compile/answer_view.h"

#include <algorithm>

namespace masar::compile {

std::vector<plan::GivenUp> list_given_up(const AnswerView& view) {
    const problem::Problem& problem = view.compiled.problem;
    std::vector<plan::GivenUp> found;
    for (std::size_t w = 0; w < problem.data().wishes.size(); ++w) {
        const problem::Wish& wish = problem.data().wishes[w];
        if (!problem::given_up(problem, view.answered.schedule, wish)) continue;
        const problem::Day start = view.span(wish.activity).start;
        problem::Day first = start;
        if (wish.unwanted >= 0) {
            const auto& days = problem.data().forbidden_sets[static_cast<std::size_t>(wish.unwanted)];
            const auto touched = std::ranges::upper_bound(days, start, {}, &problem::Interval::to);
            if (touched != days.end()) first = std::max(start, touched->from);
        }
        const WishOrigin& origin = view.compiled.wishes[w];
        found.push_back({origin.activity, origin.rule, wish.weight, view.compiled.days.date(first)});
    }
    return found;
}

}  // namespace masar::compile
