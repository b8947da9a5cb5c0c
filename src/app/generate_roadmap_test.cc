#include "app/generate_roadmap.h"
#include "app/generated_frame.h"
#include "app/memory_files.h"
#include "app/schedule_plan.h"
#include "planfile/read_plan.h"

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
