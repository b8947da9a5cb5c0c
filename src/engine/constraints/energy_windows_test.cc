// Energy against all assignments of tiny domains, and the three cases by hand that the time-table does not see.
#include "engine/constraints/energy_windows.h"

#include "engine/constraints/cumulative.h"
#include "engine/constraints/propagation_test_kit.h"

namespace masar::engine::testing {
namespace {

using base::RandomStream;

std::int32_t between(RandomStream& random, std::int32_t least, std::int32_t greatest) {
    return least + static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(greatest - least + 1)));
}

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

/// Variables 0..3 start; with choices 4 is the duration of task 0, 5 the units of task 1, 6 the condition.
struct EnergyCase {
    problem::WorkTime week;
    CumulativeSetup setup;
    bool choices;

    EnergyCase(std::uint64_t seed, bool with_choices) : choices(with_choices) {
        RandomStream random(seed, 11);
        std::vector<bool> worked;
        for (int day = 0; day < 30; ++day) worked.push_back(random.below(4) != 0 || day > 18);
        week = problem::WorkTime(worked);
        for (Variable x = 0; x < 4 - (choices ? 1 : 0); ++x) {
            Task task{x, {between(random, 1, 4)}, {between(random, 1, 3)}, nullptr};
            if (choices && random.below(2) == 0) task.calendar = &week;
            if (choices && x == 0) task.duration.variable = 3;
            if (choices && x == 1) task.units.variable = 4;
            setup.tasks.push_back(task);
        }
        setup.capacity = {between(random, 2, 4)};
        if (choices && random.below(2) == 0) setup.capacity = {3, 3, 1, 1, 4, between(random, 1, 4)};
        if (choices && random.below(2) == 0) setup.condition = at_least(5, 1);
    }

    [[nodiscard]] std::int32_t use(const Task& task, const Values& x, std::int32_t day) const {
        const std::int32_t start = x[at(task.start)];
        const std::int32_t days = task.duration.variable < 0 ? task.duration.constant : x[at(task.duration.variable)];
        const bool runs = start <= day && day < task.end_of(start, days) && task.works(day);
        return !runs ? 0 : task.units.variable < 0 ? task.units.constant : x[at(task.units.variable)];
    }

    [[nodiscard]] bool holds(const Values& x) const {
        if (setup.condition && x[5] == 0) return true;
        for (std::int32_t day = 0; day < 30; ++day) {
            std::int32_t sum = 0;
            for (const Task& task : setup.tasks) sum += use(task, x, day);
            if (sum > setup.capacity[std::min(at(day), setup.capacity.size() - 1)]) return false;
        }
        return true;
    }
};

TEST(EnergyWindows, AloneAgreesWithAllAssignmentsWhereCapacityIsConstant) {
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        const EnergyCase its(seed, false);
        Question question{{{0, 5}, {0, 6}, {1, 6}, {0, 4}}, {}, {}};
        question.holds = [&](const Values& x) { return its.holds(x); };
        question.post = [&](ClauseEngine& engine) { engine.add(std::make_unique<EnergyWindows>(its.setup)); };
        Trial(question, seed).run(20);
    }
}

TEST(EnergyWindows, BesideTheTimeTableAgreesWithAllAssignmentsOnCalendarsModesAndSteps) {
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        const EnergyCase its(seed, true);
        Question question{{{0, 6}, {0, 6}, {0, 6}, {1, 3}, {0, 3}, {0, 1}}, {}, {}};
        question.holds = [&](const Values& x) { return its.holds(x); };
        question.post = [&](ClauseEngine& engine) {
            engine.add(std::make_unique<EnergyWindows>(its.setup));
            engine.add(std::make_unique<Cumulative>(its.setup));
        };
        Trial(question, seed).run(20);
    }
}

/// Tasks of 3 days and 1 unit on a pool of 1; the first two may start on these days.
CumulativeSetup machine(std::int32_t tasks) {
    CumulativeSetup setup{{}, {1}, {}};
    for (Variable x = 0; x < tasks; ++x) setup.tasks.push_back({x, {3}, {1}, nullptr});
    return setup;
}

TEST(EnergyWindows, SeesThatThreeDoNotFitWhereTwoDo) {
    ClauseEngine engine;
    for (int i = 0; i < 3; ++i) (void)engine.add_variable(0, 5);  // all within eight days: nine are needed
    engine.add(std::make_unique<EnergyWindows>(machine(3)));
    EXPECT_FALSE(engine.propagate());
}

TEST(EnergyWindows, WhatDoesNotFitBeforeComesAfterAndTheOtherWayRound) {
    ClauseEngine engine;
    for (int i = 0; i < 2; ++i) (void)engine.add_variable(2, 5);  // both in [2, 8): they fill it
    (void)engine.add_variable(2, 20);
    engine.add(std::make_unique<EnergyWindows>(machine(3)));
    ASSERT_TRUE(engine.propagate());
    EXPECT_EQ(engine.trail().least(2), 8);

    ClauseEngine mirrored;
    for (int i = 0; i < 2; ++i) (void)mirrored.add_variable(12, 15);
    (void)mirrored.add_variable(0, 15);
    mirrored.add(std::make_unique<EnergyWindows>(machine(3)));
    ASSERT_TRUE(mirrored.propagate());
    EXPECT_EQ(mirrored.trail().greatest(2), 9);
}

}  // namespace
}  // namespace masar::engine::testing
