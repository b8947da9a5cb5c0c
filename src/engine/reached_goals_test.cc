// Outcome goals: what the engine proves about small problems equals what exhaustive search finds.
#include "base/random_stream.h"
#include "engine/certify.h"
#include "engine/solve.h"
#include "problem/brute_force.h"
#include "problem/generate_instance.h"
#include "problem/outcome_goal.h"

#include <gtest/gtest.h>

namespace masar::engine {
namespace {

using problem::OutcomeGoal;
using problem::Problem;
using problem::ProblemData;

/// Steps of either sign that rise and fall; some terms count their start.
OutcomeGoal any_goal(const Problem& problem, base::RandomStream& random) {
    OutcomeGoal goal;
    goal.constant = static_cast<std::int64_t>(random.below(5));
    for (std::int32_t i = 0; i < problem.size(); ++i) {
        if (random.below(4) == 0) continue;
        OutcomeGoal::Term term{i, random.below(2) == 0 ? problem::Anchor::start : problem::Anchor::finish, {}};
        auto day = static_cast<problem::Day>(random.below(3));
        const std::uint32_t steps = 1 + random.below(4);
        for (std::uint32_t k = 0; k < steps; ++k) {
            term.steps.push_back({day, static_cast<std::int64_t>(random.below(9)) - 2});
            day += 1 + static_cast<problem::Day>(random.below(4));
        }
        goal.terms.push_back(std::move(term));
    }
    goal.at_least = goal.constant + 1 + static_cast<std::int64_t>(random.below(9));
    return goal;
}

Problem with_goals(std::uint64_t seed) {
    base::RandomStream random(seed, 7);
    const problem::Shapes rich{problem::Shape::modes, problem::Shape::calendars, problem::Shape::windows,
                               problem::Shape::groups};
    ProblemData data = problem::generate_instance({.activities = 3,
                                                   .pools = 1,
                                                   .longest_duration = 2,
                                                   .tightness = 0.7,
                                                   .shapes = seed % 2 == 0 ? rich : problem::Shapes{},
                                                   .seed = seed})
                           .data();
    for (problem::Activity& activity : data.activities)
        for (problem::Mode& mode : activity.modes) mode.cost = static_cast<std::int64_t>(random.below(9));
    data.horizon = std::min<problem::Day>(data.horizon, 16);
    if (seed % 3 == 0) data.activities.back().optional = true;
    data.objectives = {problem::Objective::cost, problem::Objective::makespan};
    const Problem bare = *Problem::make(data);
    for (std::uint32_t k = 0; k < 1 + seed % 2; ++k) data.goals.push_back(any_goal(bare, random));
    return *Problem::make(std::move(data));
}

Answer answer_of(const Problem& problem, std::int64_t schedules) {
    engine::Run run;
    run.limits.schedules = schedules;
    run.limits.conflicts = 100'000;
    return solve(problem, run);
}

TEST(ReachedGoals, EqualExhaustiveSearch) {
    int possible = 0, impossible = 0;
    for (std::uint64_t seed = 1; seed <= 120 && !HasFailure(); ++seed) {
        const Problem problem = with_goals(seed);
        const auto truth = problem::search_all(problem, 2'000'000);
        if (!truth.complete) continue;
        const Answer answer = answer_of(problem, 20);
        EXPECT_EQ(answer.status, truth.best ? Status::optimal : Status::infeasible) << "seed " << seed;
        ++(truth.best ? possible : impossible);
        if (truth.best) {
            EXPECT_EQ(answer.objective, truth.objective) << "seed " << seed;
        }
    }
    EXPECT_GE(possible, 30);
    EXPECT_GE(impossible, 10);
}

TEST(ReachedGoals, AreMindedByTheHeuristicAlone) {
    // One activity of one day; only its last day counts, and the heuristic places it first: it does not claim to have reached the goal.
    ProblemData data{.horizon = 9};
    data.activities.resize(1);
    data.activities[0].modes = {{.duration = 1}};
    data.goals = {{0, {{0, problem::Anchor::finish, {{7, 1}}}}, 1}};
    const Problem problem = *Problem::make(std::move(data));
    engine::Run run;
    run.limits.schedules = 10;
    const Answer answer = solve(problem, run);
    EXPECT_EQ(answer.status, Status::unknown);
    ASSERT_TRUE(answer.best_effort);
    EXPECT_EQ(answer.breaches.front().kind, problem::BreachKind::goal);
    EXPECT_EQ(answer_of(problem, 10).objective, (std::vector<std::int64_t>{8}));
}

TEST(ReachedGoals, MakeNoCertificate) {
    std::string text;
    const Certificate made = certify(with_goals(2), std::nullopt,
                                     {.conflicts = 1'000, .write = [&](std::string_view part) { text += part; }});
    EXPECT_EQ(made.status, CertificateStatus::unsupported);
}

}  // namespace
}  // namespace masar::engine
