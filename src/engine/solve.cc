#include "engine/solve.h"

#include "engine/search/bi_population.h"
#include "engine/search/generations.h"
#include "engine/search/population.h"
#include "engine/search/proofs.h"

#include <algorithm>
#include <cassert>
#include <memory>

namespace masar::engine {
namespace {

using problem::Problem;
using problem::Schedule;

constexpr std::int64_t plenty = INT64_MAX / 4;  ///< when the clock rules
/// An infeasible problem is still shown how near one can come.
constexpr std::int64_t schedules_when_infeasible = 200;

std::int64_t schedules_planned(const Problem& problem, const Limits& limits) {
    if (limits.seconds) return plenty;
    return limits.schedules > 0 ? limits.schedules : default_schedules(problem);
}

/// The cost at which the search may stop; nothing when some objective has no bound.
std::optional<Cost> proven_cost(const Proofs& proofs) {
    Cost cost;
    for (std::size_t i = 0; i < proofs.bounds.size(); ++i) {
        if (!proofs.bounds[i]) return std::nullopt;
        cost.value[i] = *proofs.bounds[i];
    }
    return cost;
}

std::unique_ptr<Breeder> make_breeder(const Instance& instance, const Proofs& proofs, const BreederSetup& setup) {
    if (instance.plain()) return std::make_unique<BiPopulation>(instance, proofs.outlook, setup);
    return std::make_unique<Population>(instance, proofs, setup);
}

bool meets_bounds(const Answer& answer) {
    for (std::size_t i = 0; i < answer.objective.size(); ++i) {
        if (!answer.bound[i] || answer.objective[i] > *answer.bound[i]) return false;
    }
    return true;
}

/// The checker has the last word on what holds.
void judge(const Problem& problem, const Candidate& candidate, Answer& answer) {
    Schedule schedule = schedule_of(candidate);
    answer.breaches = problem::check(problem, schedule);
    answer.objective = problem::objective_values(problem, schedule);
    // What is fixed may break limits by itself, and nobody can help it.
    assert(candidate.cost.overshoot > 0 || answer.breaches.empty() || !problem.data().fixed_activities.empty());
    if (answer.breaches.empty()) {
        answer.schedule = std::move(schedule);
        answer.status = meets_bounds(answer) ? Status::optimal : Status::feasible;
    } else {
        answer.best_effort = std::move(schedule);
    }
}

Answer answer_nothing_to_do(const Problem& problem) {
    Answer answer;
    Candidate candidate;
    answer.bound = lower_bounds(problem);
    judge(problem, candidate, answer);
    return answer;
}

}  // namespace

std::int64_t default_schedules(const Problem& problem) {
    constexpr std::int64_t least = 10, most = 5'000, activities_placed = 1'000'000, pairs = 3'000'000'000;
    const std::int64_t size = std::max(1, problem.size());
    return std::clamp(std::min(activities_placed / size, pairs / (size * size)), least, most);
}

Answer solve(const Problem& problem, const Run& run) {
    if (problem.size() == 0) return answer_nothing_to_do(problem);
    const Governor governor({run.stop, run.progress, run.now_seconds, run.limits.seconds});
    const Instance instance(problem);
    const Proofs proofs = prove(instance);
    Goal goal{.schedules = schedules_planned(problem, run.limits), .checked = &problem};
    if (proofs.infeasible) goal.schedules = std::min(goal.schedules, schedules_when_infeasible);
    if (run.limits.stop_when_proven) goal.proven = proven_cost(proofs);

    Crew crew(std::max(1, run.limits.threads));
    const auto breeder = make_breeder(instance, proofs, {run.limits.seed, crew.threads(), goal.schedules});
    Answer answer;
    answer.bound = proofs.bounds;
    answer.schedules = run_generations(*breeder, crew, governor, goal);
    if (breeder->best() != nullptr) judge(problem, *breeder->best(), answer);
    if (proofs.infeasible && !answer.schedule) answer.status = Status::infeasible;
    answer.search_seconds = governor.seconds();
    answer.stopped = governor.stopped();
    return answer;
}

std::vector<std::optional<std::int64_t>> lower_bounds(const Problem& problem) {
    return prove(Instance(problem)).bounds;
}

}  // namespace masar::engine
