// The engine against exhaustive search, against itself on other threads, and against the clock's absence.
#include "engine/solve.h"

#include "problem/brute_force.h"
#include "problem/generate_instance.h"

#include <gtest/gtest.h>

namespace masar::engine {
namespace {

using problem::InstanceOptions;
using problem::Problem;
using problem::Shape;
using problem::Shapes;

Answer solve_counted(const Problem& problem, std::int64_t schedules, std::int32_t threads = 1) {
    engine::Run run;
    run.limits.schedules = schedules;
    run.limits.threads = threads;
    return solve(problem, run);
}

struct Tally {
    std::int32_t feasible = 0, found = 0, optimal = 0, proven = 0;
};

/// Compares one answer with the truth; counts how well the heuristic did.
void compare(const Problem& problem, const std::string& name, Tally& tally) {
    const auto truth = problem::search_all(problem);
    if (!truth.complete) return;
    const Answer answer = solve_counted(problem, 400);
    EXPECT_LE(answer.schedules, 400);
    if (!truth.best) {
        EXPECT_FALSE(answer.schedule) << name << ": found what does not exist";
        EXPECT_TRUE(answer.status == Status::infeasible || answer.status == Status::unknown) << name;
        return;
    }
    ++tally.feasible;
    ASSERT_NE(answer.status, Status::infeasible) << name;
    for (std::size_t i = 0; i < truth.objective.size(); ++i) {
        // Each bound holds for its objective alone, so for the first it must hold at the lexicographic optimum.
        if (i == 0 && answer.bound[i]) {
            EXPECT_LE(*answer.bound[i], truth.objective[i]) << name;
        }
    }
    if (!answer.schedule) {
        EXPECT_FALSE(answer.breaches.empty()) << name;
        return;
    }
    ++tally.found;
    EXPECT_TRUE(problem::check(problem, *answer.schedule).empty()) << name;
    EXPECT_EQ(answer.objective, problem::objective_values(problem, *answer.schedule)) << name;
    EXPECT_GE(answer.objective, truth.objective) << name << ": better than the optimum";
    tally.optimal += answer.objective == truth.objective;
    tally.proven += answer.status == Status::optimal;
    if (answer.status == Status::optimal) {
        EXPECT_EQ(answer.objective, truth.objective) << name;
    }
}

class SolveAgainstExhaustiveSearch : public testing::TestWithParam<std::size_t> {};

TEST_P(SolveAgainstExhaustiveSearch, OneShapeAlone) {
    Tally tally;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const InstanceOptions options{.activities = 5,
                                      .tightness = 0.2 + 0.02 * static_cast<double>(seed),
                                      .shapes = Shapes::from_bits(1U << GetParam()),
                                      .seed = seed};
        compare(problem::generate_instance(options), "seed " + std::to_string(seed), tally);
    }
    RecordProperty("feasible", tally.feasible);
    RecordProperty("found", tally.found);
    RecordProperty("optimal", tally.optimal);
    EXPECT_GE(tally.found * 100, tally.feasible * 90) << tally.feasible;
    // The fewest moves are for the exact search to find.
    const bool by_exact = GetParam() == static_cast<std::size_t>(problem::Shape::baseline);
    EXPECT_GE(tally.optimal * 100, tally.feasible * (by_exact ? 40 : 80)) << tally.optimal << " of " << tally.feasible;
}

INSTANTIATE_TEST_SUITE_P(Shapes, SolveAgainstExhaustiveSearch, testing::Range<std::size_t>(0, problem::shape_count));

TEST(SolveAgainstExhaustiveSearch, ShapesMixed) {
    Tally tally;
    for (std::uint32_t seed = 1; seed <= 250; ++seed) {
        const InstanceOptions options{.activities = 4,
                                      .tightness = 0.1 + 0.003 * static_cast<double>(seed),
                                      .shapes = Shapes::from_bits(seed * 2654435761U >> 20),
                                      .seed = seed};
        compare(problem::generate_instance(options), "seed " + std::to_string(seed), tally);
    }
    EXPECT_GE(tally.found * 100, tally.feasible * 85) << tally.found << " of " << tally.feasible;
    EXPECT_GE(tally.optimal * 100, tally.feasible * 75) << tally.optimal << " of " << tally.feasible;
}

std::vector<Problem> some_problems() {
    std::vector<Problem> problems;
    problems.push_back(problem::generate_instance({.activities = 40, .longest_duration = 8, .seed = 3}));
    problems.push_back(
        problem::generate_instance({.activities = 30, .shapes = {Shape::modes, Shape::budgets}, .seed = 4}));
    problems.push_back(problem::generate_instance({.activities = 30,
                                                   .tightness = 0.3,
                                                   .shapes = {Shape::calendars, Shape::windows, Shape::forbidden,
                                                              Shape::budgets, Shape::gates, Shape::mixed_links},
                                                   .seed = 5}));
    problems.push_back(problem::generate_instance({.activities = 20,
                                                   .tightness = 0.3,
                                                   .shapes = {Shape::maximal_lags, Shape::reservoirs, Shape::groups},
                                                   .seed = 6}));
    return problems;
}

TEST(SolveThreads, GivesTheSameAnswerOnOneTwoAndFour) {
    for (const Problem& problem : some_problems()) {
        const Answer one = solve_counted(problem, 300, 1);
        for (const std::int32_t threads : {2, 4}) {
            const Answer other = solve_counted(problem, 300, threads);
            EXPECT_EQ(one.status, other.status);
            EXPECT_EQ(one.schedule, other.schedule);
            EXPECT_EQ(one.best_effort, other.best_effort);
            EXPECT_EQ(one.breaches, other.breaches);
            EXPECT_EQ(one.objective, other.objective);
            EXPECT_EQ(one.schedules, other.schedules);
        }
    }
}

TEST(Solve, MakesExactlyTheSchedulesAllowedUnlessItIsDone) {
    for (const Problem& problem : some_problems()) {
        for (const std::int64_t limit : {1, 2, 3, 10, 77}) {
            engine::Run run;
            run.limits.schedules = limit;
            run.limits.stop_when_proven = false;
            const Answer answer = solve(problem, run);
            EXPECT_LE(answer.schedules, limit);
            EXPECT_GE(answer.schedules, 1);
            EXPECT_TRUE(answer.schedule || answer.best_effort);
        }
    }
}

TEST(Solve, OtherSeedsAreOtherSearches) {
    const Problem problem = problem::generate_instance({.activities = 60, .longest_duration = 9, .seed = 11});
    engine::Run run;
    run.limits.schedules = 20;
    run.limits.stop_when_proven = false;
    const Answer one = solve(problem, run);
    run.limits.seed = 2;
    EXPECT_NE(one.schedule, solve(problem, run).schedule);
}

/// Raises the flag after a number of reports.
class StopsAfter final : public base::Progress {
public:
    StopsAfter(base::StopFlag& flag, int reports) : flag_(flag), left_(reports) {}
    void report(const base::ProgressState& state) override {
        EXPECT_LE(state.bound, state.best < 0 ? state.bound : state.best);
        if (--left_ <= 0) flag_.stop();
    }

private:
    base::StopFlag& flag_;
    int left_;
};

TEST(Solve, KeepsTheBestSoFarWhenStopped) {
    const Problem problem =
        problem::generate_instance({.activities = 60, .longest_duration = 9, .tightness = 0.9, .seed = 11});
    base::StopFlag flag;
    StopsAfter progress(flag, 2);
    engine::Run run;
    run.limits.schedules = 1'000'000'000;
    run.limits.stop_when_proven = false;
    run.stop = &flag;
    run.progress = &progress;
    const Answer answer = solve(problem, run);
    EXPECT_TRUE(answer.stopped);
    EXPECT_TRUE(answer.schedule);
    EXPECT_LT(answer.schedules, 1000);
}

TEST(Solve, StoppedBeforeTheFirstScheduleItKnowsNothing) {
    const Problem problem = problem::generate_instance({.activities = 10, .seed = 1});
    base::StopFlag flag;
    flag.stop();
    engine::Run run;
    run.stop = &flag;
    const Answer answer = solve(problem, run);
    EXPECT_TRUE(answer.stopped);
    EXPECT_EQ(answer.status, Status::unknown);
    EXPECT_FALSE(answer.schedule);
}

TEST(Solve, AProblemWithoutActivitiesIsSolved) {
    const auto problem = Problem::make({});
    ASSERT_TRUE(problem);
    const Answer answer = solve(*problem, {});
    EXPECT_EQ(answer.status, Status::optimal);
    EXPECT_EQ(answer.objective.front(), 0);
}

double tick() {
    static double now = 0;
    return now += 0.25;
}

TEST(Solve, ObeysTheClockItIsGiven) {
    const Problem problem =
        problem::generate_instance({.activities = 30, .longest_duration = 9, .tightness = 0.9, .seed = 11});
    engine::Run run;
    run.limits.seconds = 3.0;
    run.limits.stop_when_proven = false;
    run.now_seconds = tick;
    const Answer answer = solve(problem, run);
    EXPECT_GE(answer.search_seconds, 3.0);
    EXPECT_LE(answer.schedules, 40);
    EXPECT_FALSE(answer.stopped);
}

// Three of which no two fit beside each other, in room for two and a half: what one can think of without a search does not see it.
TEST(Solve, GoesOnForAWhileWhereNothingFitsAndNoProofFollows) {
    problem::ProblemData data;
    data.horizon = 50;
    data.pools = {{{{0, 3}}}};
    for (int i = 0; i < 3; ++i) {
        problem::Activity activity;
        activity.latest_end = 5;
        activity.modes = {{2, {{0, 2}}, {}, {}, 0}};
        data.activities.push_back(activity);
    }
    const auto problem = Problem::make(data).value();
    engine::Run run;
    run.limits.conflicts = 0;
    const Answer tried = solve(problem, run);
    ASSERT_EQ(tried.status, Status::unknown);
    EXPECT_EQ(tried.schedules, 5 * default_schedules(problem));
    // Asked for a number, it keeps to it.
    EXPECT_EQ(solve_counted(problem, 100).schedules, 100);
}

TEST(DefaultSchedules, GoesDownWithSize) {
    EXPECT_EQ(default_schedules(problem::generate_instance({.activities = 20})), 5000);
    EXPECT_EQ(default_schedules(problem::generate_instance({.activities = 2000})), 500);
    EXPECT_EQ(default_schedules(problem::generate_instance({.activities = 10'000})), 30);
}

}  // namespace
}  // namespace masar::engine
