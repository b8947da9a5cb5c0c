#include "problem/brute_force.h"

#include "problem/checker.h"

#include <algorithm>

namespace masar::problem {
namespace {

class Search {
public:
    Search(const Problem& problem, std::int64_t most_nodes) : problem_(problem), most_nodes_(most_nodes) {
        const auto size = static_cast<std::size_t>(problem.size());
        schedule_ = {std::vector<Day>(size, 0), std::vector<std::int32_t>(size, Schedule::not_chosen)};
        // Fixed ones first: the checker misses them wherever they are not yet placed.
        for (const auto i : problem.topological_order()) {
            if (problem.activity(i).fixed >= 0) order_.push_back(i);
        }
        for (const auto i : problem.topological_order()) {
            if (problem.activity(i).fixed < 0) order_.push_back(i);
        }
    }

    ExhaustiveAnswer run() {
        place(0);
        return std::move(answer_);
    }

private:
    void place(std::size_t depth) {
        if (depth == order_.size()) return finish();
        const auto i = static_cast<std::size_t>(order_[depth]);
        const Activity& activity = problem_.activity(order_[depth]);
        if (activity.fixed >= 0) {
            const Fixed& fixed = problem_.data().fixed_activities[static_cast<std::size_t>(activity.fixed)];
            return attempt(depth, fixed.start, fixed.mode);
        }
        for (std::int32_t mode = 0; mode < static_cast<std::int32_t>(activity.modes.size()); ++mode) {
            for (Day start = activity.earliest_start; start <= problem_.data().horizon; ++start) {
                attempt(depth, start, mode);
            }
        }
        schedule_.start[i] = 0;
        schedule_.mode[i] = Schedule::not_chosen;
        if (activity.optional) place(depth + 1);
    }

    void attempt(std::size_t depth, Day start, std::int32_t mode) {
        const auto i = static_cast<std::size_t>(order_[depth]);
        if (++answer_.nodes > most_nodes_) answer_.complete = false;
        if (!answer_.complete) return;
        schedule_.start[i] = start;
        schedule_.mode[i] = mode;
        if (!hopeless(depth) && !no_better()) place(depth + 1);
        schedule_.mode[i] = Schedule::not_chosen;
    }

    /// Broken in a way that no further placement mends: missing activities, groups, stocks and goals may still come right.
    bool hopeless(std::size_t depth) const {
        const std::vector<Breach> breaches = check(problem_, schedule_);
        return std::any_of(breaches.begin(), breaches.end(), [&](const Breach& breach) {
            switch (breach.kind) {
                case BreachKind::shape:
                case BreachKind::group:
                case BreachKind::goal:
                case BreachKind::reservoir: return false;
                case BreachKind::fixed: return breach.activity == order_[depth];
                default: return true;
            }
        });
    }

    /// Lateness and makespan only grow as activities are added, so the first objective may already lose.
    bool no_better() const {
        if (!answer_.best) return false;
        const Objective first = problem_.data().objectives.front();
        if (first != Objective::makespan && first != Objective::gate_lateness) return false;
        const std::int64_t value = objective_values(problem_, schedule_).front();
        const bool only_one = problem_.data().objectives.size() == 1;
        return value > answer_.objective.front() || (only_one && value == answer_.objective.front());
    }

    void finish() {
        if (!check(problem_, schedule_).empty()) return;
        auto objective = objective_values(problem_, schedule_);
        if (answer_.best && objective >= answer_.objective) return;
        answer_.best = schedule_;
        answer_.objective = std::move(objective);
    }

    const Problem& problem_;
    std::int64_t most_nodes_;
    std::vector<std::int32_t> order_;
    Schedule schedule_;
    ExhaustiveAnswer answer_;
};

}  // namespace

ExhaustiveAnswer search_all(const Problem& problem, std::int64_t most_nodes) {
    return Search(problem, most_nodes).run();
}

}  // namespace masar::problem
