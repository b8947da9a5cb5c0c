#include "app/nearest_outcome.h"

#include "problem/outcome_goal.h"

#include <algorithm>

namespace masar::app {
namespace {

constexpr std::int64_t parts = 64;

}  // namespace

std::optional<problem::Schedule> nearest_outcome(const OutcomeQuestion& question, const engine::Run& run) {
    const auto whole = problem::Problem::make(question.data);
    if (!whole) return std::nullopt;
    std::vector<std::int64_t> lacking;
    for (const problem::OutcomeGoal& goal : question.data.goals)
        lacking.push_back(std::max<std::int64_t>(0, goal.at_least - problem::reached(*whole, goal, question.before)));
    std::optional<problem::Schedule> best;
    const auto closes = [&](std::int64_t part) {
        problem::ProblemData data = question.data;
        for (std::size_t i = 0; i < lacking.size(); ++i)
            data.goals[i].at_least -= lacking[i] - lacking[i] / parts * part;
        const auto problem = problem::Problem::make(std::move(data));
        if (!problem) return false;
        engine::Run once = run;
        once.known = best ? &*best : &question.before;
        if (once.limits.seconds) *once.limits.seconds /= 8;
        auto answer = engine::solve(*problem, once);
        if (answer.schedule) best = std::move(answer.schedule);
        return best.has_value() && answer.status != engine::Status::infeasible
               && answer.status != engine::Status::unknown;
    };
    std::int64_t low = -1, high = parts;  // low is possible, high is not
    while (high - low > 1) {
        const std::int64_t middle = low < 0 ? 0 : (low + high) / 2;
        if (closes(middle))
            low = middle;
        else if (low < 0)
            return std::nullopt;
        else
            high = middle;
    }
    return best;
}

}  // namespace masar::app
