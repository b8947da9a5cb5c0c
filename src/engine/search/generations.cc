#include "engine/search/generations.h"

#include "problem/checker.h"

#include <algorithm>
#include <cassert>

namespace masar::engine {
namespace {

/// Children are dealt to this many logical workers, whatever the number of threads.
constexpr std::int32_t logical_workers = 8;

bool reached(const Breeder& breeder, const Goal& goal) {
    return goal.proven && breeder.best() != nullptr && breeder.best()->cost <= *goal.proven;
}

/// What claims to break nothing must pass the checker; only what is fixed may break a limit by itself.
[[maybe_unused]] bool claim_holds(const Candidate& candidate, const problem::Problem* problem) {
    if (problem == nullptr || candidate.cost.overshoot > 0 || !problem->data().fixed_activities.empty()) return true;
    return problem::check(*problem, schedule_of(candidate)).empty();
}

/// One round; returns the passes made.
std::int64_t run_round(Breeder& breeder, Crew& crew, const Governor& governor, std::int64_t left) {
    const std::int32_t children = breeder.begin_round(left);
    std::vector<char> made(static_cast<std::size_t>(children));
    std::vector<std::int64_t> passes(static_cast<std::size_t>(children));
    crew.run(std::min(children, logical_workers), [&](std::int32_t worker, std::int32_t thread) {
        for (std::int32_t child = worker; child < children && !governor.over(); child += logical_workers) {
            passes[child] = breeder.breed(child, thread);
            made[child] = 1;
        }
    });
    breeder.end_round(made);
    std::int64_t total = 0;
    for (const std::int64_t count : passes) total += count;
    return total;
}

}  // namespace

Governor::Governor(const Outside& outside) : outside_(outside), began_(now()) {
    if (outside.seconds && outside.now_seconds != nullptr) deadline_ = began_ + *outside.seconds;
}

std::int64_t run_generations(Breeder& breeder, Crew& crew, const Governor& governor, const Goal& goal) {
    std::int64_t done = 0;
    std::optional<Cost> shown;
    while (done < goal.schedules && !governor.over() && !reached(breeder, goal)) {
        done += run_round(breeder, crew, governor, goal.schedules - done);
        const Candidate* const best = breeder.best();
        if (best == nullptr) continue;
        if (!shown || best->cost < *shown) assert(claim_holds(*best, goal.checked));
        shown = best->cost;
        const bool holds = best->cost.overshoot == 0;
        governor.report({"schedules", done, goal.schedules, holds ? best->cost.value[0] : -1,
                         goal.proven ? goal.proven->value[0] : -1});
    }
    return done;
}

}  // namespace masar::engine
