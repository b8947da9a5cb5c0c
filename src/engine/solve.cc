#include "engine/solve.h"

#include "engine/search/bi_population.h"
#include "engine/search/exact_search.h"
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
/// Beyond this many activities exact search has not been seen to prove what the bounds without search do not.
constexpr std::int32_t largest_for_proofs = 1'500;
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
void judge(const Problem& problem, Schedule schedule, Answer& answer) {
    answer.breaches = problem::check(problem, schedule);
    answer.objective = problem::objective_values(problem, schedule);
    if (answer.breaches.empty()) {
        answer.schedule = std::move(schedule);
        answer.best_effort.reset();
        answer.status = meets_bounds(answer) ? Status::optimal : Status::feasible;
    } else {
        answer.best_effort = std::move(schedule);
    }
}

/// Keeps the breeder's best when it is better than what is known.
void judge_best(const Problem& problem, const Breeder& breeder, Answer& answer) {
    const Candidate* const best = breeder.best();
    if (best == nullptr) return;
    Schedule schedule = schedule_of(*best);
    if (answer.schedule && problem::objective_values(problem, schedule) >= answer.objective) return;
    if (answer.schedule && !problem::check(problem, schedule).empty()) return;
    judge(problem, std::move(schedule), answer);
}

std::int64_t conflicts_planned(const Problem& problem, const Limits& limits) {
    if (limits.conflicts) return *limits.conflicts;
    if (limits.seconds) return problem.size() <= largest_for_proofs ? plenty : 0;
    return limits.schedules > 0 ? 0 : default_conflicts(problem);
}

/// Proves what is left to prove, and finds what the heuristic missed.
void search_exactly(const Problem& problem, const ExactLimits& limits, Answer& answer) {
    ExactSearch search(problem, answer.schedule);
    const ExactStatus status = search.run(limits);
    answer.conflicts = search.conflicts();
    if (status == ExactStatus::unsupported) return;
    if (status == ExactStatus::infeasible) {
        answer.status = Status::infeasible;
        return;
    }
    const auto proven = search.bounds();
    for (std::size_t i = 0; i < proven.size(); ++i)
        if (proven[i]) answer.bound[i] = std::max(answer.bound[i].value_or(*proven[i]), *proven[i]);
    if (search.best()) judge(problem, *search.best(), answer);
}

/// Under a clock: first the heuristic for this share of the time, then the exact search up to the second, then what is left.
constexpr double heuristic_share = 0.15, exact_until = 0.65;

std::optional<double> share(std::optional<double> seconds, double part) {
    if (seconds) return *seconds * part;
    return std::nullopt;
}

Answer answer_nothing_to_do(const Problem& problem) {
    Answer answer;
    Candidate candidate;
    answer.bound = lower_bounds(problem);
    judge(problem, schedule_of(candidate), answer);
    return answer;
}

}  // namespace

std::int64_t default_schedules(const Problem& problem) {
    constexpr std::int64_t least = 10, most = 5'000, activities_placed = 1'000'000, pairs = 3'000'000'000;
    const std::int64_t size = std::max(1, problem.size());
    return std::clamp(std::min(activities_placed / size, pairs / (size * size)), least, most);
}

std::int64_t default_conflicts(const Problem& problem) {
    constexpr std::int64_t least = 500, most = 20'000, work = 1'000'000;
    return problem.size() > largest_for_proofs
               ? 0
               : std::clamp<std::int64_t>(work / std::max(1, problem.size()), least, most);
}

Answer solve(const Problem& problem, const Run& run) {
    if (problem.size() == 0) return answer_nothing_to_do(problem);
    const Limits& limits = run.limits;
    const std::int64_t conflicts = conflicts_planned(problem, limits);
    const Outside outside{run.stop, run.progress, run.now_seconds, limits.seconds};
    const Governor governor(outside);
    const Governor first(
        {run.stop, run.progress, run.now_seconds, share(limits.seconds, conflicts > 0 ? heuristic_share : 1)});
    const Instance instance(problem);
    const Proofs proofs = prove(instance);
    Goal goal{.schedules = schedules_planned(problem, limits), .checked = &problem};
    if (proofs.infeasible) goal.schedules = std::min(goal.schedules, schedules_when_infeasible);
    if (limits.stop_when_proven) goal.proven = proven_cost(proofs);

    Crew crew(std::max(1, limits.threads));
    const auto breeder = make_breeder(instance, proofs, {limits.seed, crew.threads(), goal.schedules});
    Answer answer;
    answer.bound = proofs.bounds;
    answer.schedules = run_generations(*breeder, crew, first, goal);
    judge_best(problem, *breeder, answer);
    if (proofs.infeasible && !answer.schedule) answer.status = Status::infeasible;
    const auto open = [&] { return answer.status == Status::feasible || answer.status == Status::unknown; };
    const std::optional<double> until = share(limits.seconds, exact_until);
    if (open() && conflicts > 0 && !governor.over())
        search_exactly(problem, {conflicts, [&] { return governor.over() || (until && governor.seconds() >= *until); }},
                       answer);
    if (open() && limits.seconds && conflicts > 0) {
        answer.schedules += run_generations(*breeder, crew, governor, goal);
        judge_best(problem, *breeder, answer);
    }
    answer.search_seconds = governor.seconds();
    answer.stopped = governor.stopped();
    return answer;
}

std::vector<std::optional<std::int64_t>> lower_bounds(const Problem& problem) {
    return prove(Instance(problem)).bounds;
}

}  // namespace masar::engine
