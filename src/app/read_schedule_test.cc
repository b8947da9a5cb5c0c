#include "app/read_schedule.h"
#include "app/memory_files.h"
#include "report/json_schedule.h"

#include <gtest/gtest.h>

namespace masar::app {
namespace {

// Monday 4 January 2027. a: Mon–Fri; b needs the same two planners: Mon 11 – Wed 13.
constexpr std::string_view small_plan = R"(masar: 1
title: {en: Small, ar: صغيرة}
start: 2027-01-04
calendars: {office: {works: [mon, tue, wed, thu, fri]}}
resources: {planners: {capacity: 2}}
activities:
  a: {name: {en: First, ar: الأول}, duration: 5wd, calendar: office, needs: {planners: 2}}
  b: {name: {en: Second, ar: الثاني}, duration: 3wd, calendar: office, after: a, needs: {planners: 2}}
  c: {name: {en: Third, ar: الثالث}, duration: 2wd, calendar: office, optional: true}
)";

ScheduledPlan scheduled(MemoryFiles& files, Manner manner = Manner::best) {
    ScheduleOptions options;
    options.manner = manner;
    auto result = schedule_plan(files, "plan.yaml", options);
    EXPECT_TRUE(result.has_value());
    EXPECT_TRUE(result->timetable.has_value())
        << (result->diagnostics.empty() ? "" : result->diagnostics[0].message.en);
    return *std::move(result);
}

TEST(SchedulePlan, DatesASmallPlanAsByHand) {
    MemoryFiles files({{"plan.yaml", std::string(small_plan)}});
    const ScheduledPlan result = scheduled(files);
    const auto& dates = result.timetable->activities;
    EXPECT_EQ(calendar::to_iso(dates[0].start), "2027-01-04");
    EXPECT_EQ(calendar::to_iso(dates[0].finish), "2027-01-08");
    EXPECT_EQ(calendar::to_iso(dates[1].start), "2027-01-11");
    EXPECT_EQ(calendar::to_iso(dates[1].finish), "2027-01-13");
    EXPECT_FALSE(dates[2].chosen);
    EXPECT_TRUE(result.timetable->violations.empty());
    EXPECT_EQ(result.timetable->status, plan::AnswerStatus::optimal);
}

TEST(SchedulePlan, KeepsAnOptionOutUnlessChosen) {
    MemoryFiles files({{"plan.yaml", std::string(small_plan)}});
    ScheduleOptions options;
    options.load.chosen = {"c"};
    EXPECT_TRUE(schedule_plan(files, "plan.yaml", options)->timetable->activities[2].chosen);
    options.load.chosen = {"d"};
    const auto unknown = schedule_plan(files, "plan.yaml", options);
    ASSERT_FALSE(unknown.has_value());
    EXPECT_EQ(unknown.error().kind, base::Error::Kind::usage);
}

TEST(ReadSchedule, GivesBackTheTimetableThatWasWritten) {
    MemoryFiles files({{"plan.yaml", std::string(small_plan)}});
    const ScheduledPlan written = scheduled(files);
    ASSERT_TRUE(files.write_whole("s.json", report::schedule_json(written.plan, *written.timetable)).has_value());
    const auto read = schedule_or_read(files, "plan.yaml", "s.json", {});
    ASSERT_TRUE(read.has_value()) << read.error().message.en;
    EXPECT_EQ(report::schedule_json(read->plan, *read->timetable),
              report::schedule_json(written.plan, *written.timetable));
}

TEST(ReadSchedule, ComputesViolationsAgainFromThePlanAsItStands) {
    MemoryFiles files({{"plan.yaml", std::string(small_plan)}});
    const ScheduledPlan written = scheduled(files);
    std::string json = report::schedule_json(written.plan, *written.timetable);
    json.replace(json.find("2027-01-11"), 10, "2027-01-07");  // b now begins before a has ended
    ASSERT_TRUE(files.write_whole("s.json", json).has_value());
    const auto read = schedule_or_read(files, "plan.yaml", "s.json", {});
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->timetable->status, plan::AnswerStatus::violated);
    EXPECT_FALSE(read->timetable->violations.empty());
}

TEST(ReadSchedule, SaysWhatIsNoSchedule) {
    MemoryFiles files({{"plan.yaml", std::string(small_plan)}, {"s.json", "[1]"}, {"t.json", R"({"activities": []})"}});
    const auto list = schedule_or_read(files, "plan.yaml", "s.json", {});
    ASSERT_FALSE(list.has_value());
    EXPECT_EQ(list.error().message.en, "this is no schedule of masar: it is not a JSON object");
    const auto empty = schedule_or_read(files, "plan.yaml", "t.json", {});
    ASSERT_FALSE(empty.has_value());
    EXPECT_EQ(empty.error().message.en, "this is no schedule of masar: 'a' has no start date in it");
}

}  // namespace
}  // namespace masar::app
