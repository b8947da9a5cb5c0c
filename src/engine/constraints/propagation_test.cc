// Every propagator against all assignments of tiny domains: bounds, explanations, learnt clauses and leaves.
#include "engine/constraints/cumulative.h"
#include "engine/constraints/differences.h"
#include "engine/constraints/monotone_tables.h"
#include "engine/constraints/propagation_test_kit.h"
#include "engine/constraints/reservoir.h"
#include "engine/constraints/step_sum.h"

namespace masar::engine::testing {
namespace {

using base::RandomStream;

std::int32_t between(RandomStream& random, std::int32_t least, std::int32_t greatest) {
    return least + static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(greatest - least + 1)));
}

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

TEST(Differences, AgreeWithAllAssignments) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        RandomStream random(seed, 1);
        std::vector<Difference> differences;
        for (int i = 0; i < 5; ++i) {
            const Variable from = between(random, 0, 3), to = (from + between(random, 1, 3)) % 4;
            differences.push_back({from, to, between(random, -3, 3)});
        }
        Question question{{{0, 5}, {0, 5}, {0, 5}, {0, 5}}, {}, {}};
        question.holds = [&](const Values& x) {
            return std::ranges::all_of(differences,
                                       [&](const Difference& d) { return x[at(d.to)] >= x[at(d.from)] + d.distance; });
        };
        question.post = [&](ClauseEngine& engine) { engine.add(std::make_unique<Differences>(4, differences)); };
        Trial(question, seed).run(20);
    }
}

TEST(MonotoneTables, AgreeWithAllAssignmentsUnderConditionsAndOnThemselves) {
    for (std::uint64_t seed = 0; seed < 120; ++seed) {
        RandomStream random(seed, 2);
        std::vector<MonotoneTable> tables;
        for (int i = 0; i < 4; ++i) {
            const Variable from = between(random, 0, 2), to = between(random, 0, 2);
            MonotoneTable table{from, to, 0, {}, {}};
            std::int32_t value = between(random, -2, 2);
            for (int x = 0; x <= 5; ++x) {
                table.table.push_back(from == to ? std::max(value, x) : value);
                value = table.table.back() + between(random, 0, 2);
            }
            for (int c = between(random, 0, 2); c > 0; --c) table.conditions.push_back(at_least(2 + c, 1));
            tables.push_back(table);
        }
        Question question{{{0, 5}, {0, 5}, {0, 5}, {0, 1}, {0, 1}}, {}, {}};
        question.holds = [&](const Values& x) {
            return std::ranges::all_of(tables, [&](const MonotoneTable& t) {
                const bool asked = std::ranges::all_of(t.conditions, [&](Bound b) { return x[at(b.side / 2)] >= 1; });
                return !asked || x[at(t.to)] >= t.table[at(x[at(t.from)])];
            });
        };
        question.post = [&](ClauseEngine& engine) { engine.add(std::make_unique<MonotoneTables>(tables)); };
        Trial(question, seed).run(20);
    }
}

/// Variables 0..2 start, 3 duration of task 0, 4 units of task 1, 5 the condition.
struct RandomTasks {
    problem::WorkTime week;
    CumulativeSetup setup;

    explicit RandomTasks(std::uint64_t seed) {
        RandomStream random(seed, 3);
        std::vector<bool> worked;
        for (int day = 0; day < 24; ++day) worked.push_back(random.below(4) != 0 || day > 18);
        week = problem::WorkTime(worked);
        for (Variable x = 0; x < 3; ++x) {
            Task task{x, {between(random, 1, 4)}, {between(random, 1, 3)}, nullptr};
            if (random.below(2) == 0) task.calendar = &week;
            if (x == 0 && random.below(2) == 0) task.duration.variable = 3;
            if (x == 1 && random.below(2) == 0) task.units.variable = 4;
            setup.tasks.push_back(task);
        }
        setup.capacity = {between(random, 2, 4)};
        if (random.below(2) == 0) setup.capacity = {3, 3, 1, 1, 4, between(random, 1, 4)};
        if (random.below(2) == 0) setup.condition = at_least(5, 1);
    }

    bool holds(const Values& x) const {
        if (setup.condition && x[5] == 0) return true;
        for (std::int32_t day = 0; day < 24; ++day) {
            std::int32_t use = 0;
            for (const Task& task : setup.tasks) {
                const std::int32_t start = x[at(task.start)];
                const std::int32_t duration = task.duration.variable < 0 ? task.duration.constant : x[3];
                const std::int32_t units = task.units.variable < 0 ? task.units.constant : x[4];
                const std::int32_t end = task.calendar == nullptr ? start + duration : week.end_of(start, duration);
                const bool works = task.calendar == nullptr || week.works(day);
                if (start <= day && day < end && works) use += units;
            }
            const std::size_t last = setup.capacity.size() - 1;
            if (use > setup.capacity[std::min(at(day), last)]) return false;
        }
        return true;
    }
};

TEST(Cumulative, AgreesWithAllAssignmentsOnCalendarsModesAndSteps) {
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        const RandomTasks tasks(seed);
        Question question{{{0, 6}, {0, 6}, {0, 6}, {1, 3}, {0, 3}, {0, 1}}, {}, {}};
        question.holds = [&](const Values& x) { return tasks.holds(x); };
        question.post = [&](ClauseEngine& engine) { engine.add(std::make_unique<Cumulative>(tasks.setup)); };
        Trial(question, seed).run(20);
    }
}

std::int64_t amount(const SumTerm& term, std::int32_t bound) {
    std::int64_t result = term.coefficient * bound;
    for (const SumTerm::Step& step : term.steps)
        if (bound >= step.from) result = step.amount;
    return result;
}

TEST(StepSum, AgreesWithAllAssignmentsOnBothSidesAndInSteps) {
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        RandomStream random(seed, 4);
        StepSumSetup setup{{}, between(random, -4, 9), {}};
        for (Variable x = 0; x < 4; ++x) {
            SumTerm term{random.below(2) == 0 ? lower(x) : upper(x), between(random, 0, 3), {}};
            if (random.below(2) == 0) {
                term.coefficient = 0;
                std::int32_t from = between(random, -4, 1);
                for (std::int64_t value = 1; value < 8; value += between(random, 1, 4))
                    term.steps.push_back({from++, value});
            }
            setup.terms.push_back(term);
        }
        if (random.below(2) == 0) setup.condition = at_least(4, 1);
        Question question{{{0, 4}, {-2, 2}, {0, 4}, {0, 3}, {0, 1}}, {}, {}};
        question.holds = [&](const Values& x) {
            if (setup.condition && x[4] == 0) return true;
            std::int64_t sum = 0;
            for (const SumTerm& term : setup.terms) {
                const std::int32_t value = x[at(term.side / 2)];
                sum += amount(term, term.side % 2 == 0 ? value : -value);
            }
            return sum <= setup.limit;
        };
        question.post = [&](ClauseEngine& engine) { engine.add(std::make_unique<StepSum>(setup)); };
        Trial(question, seed).run(20);
    }
}

TEST(Reservoir, AgreesWithAllAssignmentsOfDaysAndChoices) {
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        RandomStream random(seed, 5);
        std::vector<bool> worked;
        for (int day = 0; day < 24; ++day) worked.push_back(random.below(3) != 0 || day > 16);
        const problem::WorkTime week(worked);
        ReservoirSetup setup{{}, between(random, 0, 3), between(random, 0, 1), {}};
        for (Variable x = 0; x < 4; ++x) {
            const std::int32_t amount = between(random, 1, 3) * (random.below(2) == 0 ? 1 : -1);
            setup.events.push_back(
                {x, random.below(2) == 0 ? &week : nullptr, between(random, 0, 2), amount, at_least(4 + x % 2, x / 2)});
        }
        Question question{{{0, 4}, {0, 4}, {0, 4}, {0, 4}, {0, 1}, {0, 1}}, {}, {}};
        question.holds = [&](const Values& x) {
            for (std::int32_t day = 0; day < 20; ++day) {
                std::int64_t stock = setup.initial;
                for (const StockEvent& event : setup.events) {
                    const std::int32_t value = x[at(event.variable)];
                    const std::int32_t when =
                        event.calendar == nullptr ? value + event.duration : week.end_of(value, event.duration);
                    if (when <= day && x[at(event.chosen.side / 2)] >= event.chosen.value) stock += event.amount;
                }
                if (stock < setup.floor) return false;
            }
            return true;
        };
        question.post = [&](ClauseEngine& engine) { engine.add(std::make_unique<Reservoir>(setup)); };
        Trial(question, seed).run(20);
    }
}

}  // namespace
}  // namespace masar::engine::testing
