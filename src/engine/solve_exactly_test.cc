// The heuristic and the exact search together: what small problems are worth, proven, and the same on any number of threads.
#include "base/random_stream.h"
#include "engine/solve.h"
#include "problem/brute_force.h"
#include "problem/generate_instance.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace masar::engine {
namespace {

using problem::Problem;

Answer solve_with(const Problem& problem, std::int64_t conflicts, std::int32_t threads = 1) {
    engine::Run run;
    run.limits.schedules = 50;
    run.limits.conflicts = conflicts;
    run.limits.threads = threads;
    return solve(problem, run);
}

TEST(SolveExactly, ProvesSmallProblemsOfEveryShape) {
    int settled = 0;
    for (std::uint64_t seed = 1; seed <= 60 && !HasFailure(); ++seed) {
        const auto bits = static_cast<std::uint32_t>(seed * 2654435761U >> 11) & ((1U << problem::shape_count) - 1);
        const problem::Shapes shapes = problem::Shapes::from_bits(bits);
        const Problem problem = problem::generate_instance(
            {.activities = 3, .pools = 1, .longest_duration = 2, .tightness = 0.8, .shapes = shapes, .seed = seed});
        const auto truth = problem::search_all(problem, 300'000);
        if (!truth.complete) continue;
        const Answer answer = solve_with(problem, 100'000);
        EXPECT_EQ(answer.status, truth.best ? Status::optimal : Status::infeasible) << "seed " << seed;
        if (truth.best) {
            EXPECT_EQ(answer.objective, truth.objective) << "seed " << seed;
        }
        ++settled;
    }
    EXPECT_GE(settled, 30);
}

void expect_same(const Answer& one, const Answer& other) {
    EXPECT_EQ(one.status, other.status);
    EXPECT_EQ(one.schedule, other.schedule);
    EXPECT_EQ(one.bound, other.bound);
    EXPECT_EQ(one.conflicts, other.conflicts);
    EXPECT_EQ(one.schedules, other.schedules);
}

TEST(SolveThreads, FindTheSameWhateverTheirNumber) {
    const problem::Shapes rich{problem::Shape::modes, problem::Shape::calendars, problem::Shape::gates};
    for (const problem::Shapes& shapes : {problem::Shapes{}, rich}) {
        const Problem problem =
            problem::generate_instance({.activities = 40, .tightness = 0.8, .shapes = shapes, .seed = 2});
        const Answer one = solve_with(problem, 600);
        expect_same(one, solve_with(problem, 600, 2));
        expect_same(one, solve_with(problem, 600, 4));
    }
}

/// Memory ends when so many reports have been made.
class ShortMemory : public base::Progress {
public:
    explicit ShortMemory(int reports) : left_(reports) {}
    void report(const base::ProgressState& /*state*/) override {
        if (left_-- == 0) throw std::bad_alloc();
    }

private:
    int left_;
};

TEST(SolveThreads, AnswerWithTheBestSoFarWhenMemoryEnds) {
    const Problem problem = problem::generate_instance({.activities = 40, .tightness = 0.9, .shapes = {}, .seed = 2});
    for (const int reports : {1, 3}) {
        ShortMemory progress(reports);
        engine::Run run;
        run.limits.schedules = 200;
        run.limits.threads = 2;
        run.progress = &progress;
        const Answer answer = solve(problem, run);
        EXPECT_TRUE(answer.schedule && answer.short_of_memory && answer.stopped);
        EXPECT_EQ(answer.status, Status::feasible);
    }
}

TEST(SolveNear, AnswersNothingWorseThanWhatIsKnown) {
    Problem problem = problem::generate_instance({.activities = 12, .tightness = 0.9, .shapes = {}, .seed = 6});
    const Answer best = solve_with(problem, 100'000);
    ASSERT_EQ(best.status, Status::optimal);
    engine::Run run;
    run.limits.schedules = 1;
    run.known = &*best.schedule;
    EXPECT_EQ(solve(problem, run).objective, best.objective);
}

TEST(SolveNear, FindsTheFewestMovesUnderACeiling) {
    for (std::uint64_t seed = 1; seed <= 12 && !HasFailure(); ++seed) {
        problem::ProblemData data =
            problem::generate_instance({.activities = 4, .tightness = 0.9, .shapes = {}, .seed = seed}).data();
        data.baseline = {0, 0, 2, 4};
        data.objectives = {problem::Objective::moved, problem::Objective::makespan};
        data.horizon = 14;
        const Problem problem = *Problem::make(data);
        const auto truth = problem::search_all(problem);
        ASSERT_TRUE(truth.complete);
        const Answer answer = solve_with(problem, 100'000);
        ASSERT_EQ(answer.objective, truth.objective) << "seed " << seed;
        // One day sooner than with the fewest moves: the horizon says the same as the ceiling.
        engine::Run run;
        run.limits.schedules = 50;
        run.limits.conflicts = 100'000;
        run.ceilings = {std::nullopt, truth.objective[1] - 1};
        data.horizon = static_cast<problem::Day>(truth.objective[1] - 1);
        const Problem shorter = *Problem::make(data);
        const auto sooner = problem::search_all(shorter);
        const Answer ceiled = solve(problem, run);
        EXPECT_EQ(ceiled.status, sooner.best ? Status::optimal : Status::infeasible) << "seed " << seed;
        if (sooner.best) {
            EXPECT_EQ(ceiled.objective, sooner.objective) << "seed " << seed;
        }
    }
}

/// Forty options under one budget, worth about what they cost: too many to try.
TEST(SolveExactly, ProvesThePortfolioOfFortyOptions) {
    base::RandomStream random(11, 1);
    problem::ProblemData data;
    data.horizon = 100;
    data.budgets = {{0, {0}}};
    std::vector<std::int64_t> best(1, 0);  // by what is spent: dynamic programming over whole amounts
    for (int i = 0; i < 40; ++i) {
        const std::int64_t cost = 10 + random.below(40), value = cost + random.below(12);
        problem::Activity option;
        option.optional = true;
        option.value = value;
        option.modes = {{.duration = 5, .demands = {}, .expenses = {{0, cost}}, .stock_changes = {}}};
        data.activities.push_back(option);
        data.budgets[0].limits[0] += cost;
    }
    data.budgets[0].limits[0] /= 2;
    best.assign(static_cast<std::size_t>(data.budgets[0].limits[0]) + 1, 0);
    for (const problem::Activity& option : data.activities) {
        const auto cost = static_cast<std::size_t>(option.modes[0].expenses[0].amount);
        for (std::size_t spent = best.size(); spent-- > cost;)
            best[spent] = std::max(best[spent], best[spent - cost] + option.value);
    }
    data.objectives = {problem::Objective::option_value};
    const Problem problem = *Problem::make(std::move(data));
    const Answer answer = solve_with(problem, 20'000);
    EXPECT_EQ(answer.status, Status::optimal);
    EXPECT_EQ(answer.objective[0], -best.back());
}

TEST(SolveExactly, ACountOfSchedulesAloneAsksForNoProof) {
    const Problem problem = problem::generate_instance({.activities = 20, .tightness = 0.9, .shapes = {}, .seed = 4});
    engine::Run run;
    run.limits.schedules = 50;
    EXPECT_EQ(solve(problem, run).conflicts, 0);
}

}  // namespace
}  // namespace masar::engine
