#include "app/generate_roadmap.h"
#include "app/generated_frame.h"
#include "app/memory_files.h"
#include "app/schedule_plan.h"
#include "planfile/read_plan.h"
#include "problem/checker.h"

#include <gtest/gtest.h>

namespace masar::app {
namespace {

std::string first_error(const base::Diagnostics& diagnostics) {
    for (const base::Diagnostic& each : diagnostics)
        if (each.severity == base::Severity::error)
            return each.code + " " + std::to_string(each.place.line) + ": " + each.message.en;
    return {};
}

TEST(GenerateRoadmap, GivesTheSameBytesForTheSameSeed) {
    EXPECT_EQ(generate_roadmap({40, 3}), generate_roadmap({40, 3}));
    EXPECT_NE(generate_roadmap({40, 3}), generate_roadmap({40, 4}));
}

TEST(GenerateRoadmap, WritesAPlanWithoutErrorsOfTheSizeAsked) {
    const std::string text = generate_roadmap({300, 1});
    EXPECT_GE(text.size() - generated_frame().size(), 300u * 700u);
    const auto read = planfile::read_plan({{"big.yaml", text, ""}});
    EXPECT_EQ(first_error(read.diagnostics), "");
    EXPECT_EQ(read.plan.activities.size(), 300u);
}

TEST(GenerateRoadmap, HasTheAveragesOfTheExample) {
    const auto read = planfile::read_plan({{"big.yaml", generate_roadmap({1000, 1}), ""}});
    double links = 0, needs = 0, units = 0, days = 0;
    for (const plan::Activity& each : read.plan.activities) {
        links += static_cast<double>(each.after.size());
        needs += static_cast<double>(each.modes.front().needs.size());
        for (const plan::Need& need : each.modes.front().needs) units += need.units.value;
        days += each.modes.front().duration.value.at(plan::Estimate::likely);
    }
    EXPECT_NEAR(links / 1000, 1.2, 0.1);
    EXPECT_NEAR(needs / 1000, 2.8, 0.2);
    EXPECT_NEAR(units / needs, 3.4, 0.2);
    EXPECT_NEAR(days / 1000, 30, 1.5);
}

/// Working days of the five years on the activities' calendar.
std::int64_t working_days(const compile::CompiledPlan& compiled) {
    const problem::Day first = compiled.days.day(calendar::date_of(2026, 10, 1));
    const problem::Day last = compiled.days.day(calendar::date_of(2031, 9, 30));
    std::int64_t count = 0;
    for (problem::Day day = first; day <= last; ++day) count += compiled.problem.calendar_of(0).works(day) ? 1 : 0;
    return count;
}

// The hidden schedule keeps every limit of the plan drawn around it, and leaves about a fifth of what there is.
TEST(GenerateRoadmap, TakesFourFifthsOfCapacitiesAndCeilings) {
    for (const std::int64_t activities : {150, 700}) {
        const GenerateOptions options{activities, 5};
        const HiddenSchedule hidden = schedule_behind(options);
        const MemoryFiles files({{"big.yaml", generate_roadmap(options)}});
        const auto loaded = load_plan(files, "big.yaml", {});
        ASSERT_TRUE(loaded && loaded->compiled) << first_error(loaded->diagnostics);
        const compile::CompiledPlan& compiled = *loaded->compiled;
        const auto count = static_cast<std::size_t>(activities);
        problem::Schedule schedule{std::vector<problem::Day>(count), std::vector<std::int32_t>(count, 0)};
        std::vector<std::int64_t> taken(hidden.capacities.size(), 0);
        std::int64_t cost = 0, allowed = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const DrawnActivity& each = hidden.activities[i];
            schedule.start[static_cast<std::size_t>(compiled.positions[i])] = compiled.days.day(each.start);
            for (const DrawnNeed& need : each.needs)
                taken[static_cast<std::size_t>(need.pool)] += std::int64_t{need.units} * each.duration;
            cost += std::int64_t{each.cost_thousands} * 100'000;
        }
        EXPECT_TRUE(problem::check(compiled.problem, schedule).empty());
        for (std::size_t pool = 0; pool < taken.size(); ++pool) {
            const double offered = static_cast<double>(hidden.capacities[pool] * working_days(compiled));
            EXPECT_NEAR(static_cast<double>(taken[pool]) / offered, 0.8, 0.1) << activities << ", pool " << pool;
        }
        for (const plan::SideCeilings& side : loaded->plan.ceilings)
            for (const plan::Ceiling& year : side.ceilings) allowed += year.amount.minor;
        EXPECT_NEAR(static_cast<double>(cost) / static_cast<double>(allowed), 0.8, 0.01);
    }
}

TEST(GenerateRoadmap, CanBeScheduledWithoutAViolation) {
    for (const std::uint64_t seed : {1, 2, 3}) {
        MemoryFiles files({{"big.yaml", generate_roadmap({200, seed})}});
        ScheduleOptions options;
        options.run.limits.schedules = 200;
        const auto scheduled = schedule_plan(files, "big.yaml", options);
        ASSERT_TRUE(scheduled.has_value());
        ASSERT_TRUE(scheduled->timetable.has_value()) << first_error(scheduled->diagnostics);
        EXPECT_TRUE(scheduled->timetable->violations.empty()) << "seed " << seed;
        for (const plan::GateOutcome& gate : scheduled->timetable->gates) EXPECT_EQ(gate.late_days, 0);
    }
}

}  // namespace
}  // namespace masar::app
