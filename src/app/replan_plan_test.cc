#include "app/replan_plan.h"
#include "app/memory_files.h"
#include "report/json_schedule.h"
#include "report/text_replan.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace masar::app {
namespace {

using plan::Move;

// Monday 4 January 2027, one team. a: 4–8, b: 11–15, c: 18–22 January; d waits for a and needs nobody.
constexpr std::string_view four = R"(masar: 1
title: {en: Four, ar: أربعة}
start: 2027-01-04
calendars: {office: {works: [mon, tue, wed, thu, fri]}}
resources: {team: {name: {en: Team, ar: الفريق}, capacity: 1}}
activities:
  a: {name: {en: A, ar: أ}, duration: 5wd, calendar: office, needs: {team: 1}}
  b: {name: {en: B, ar: ب}, duration: 5wd, calendar: office, after: a, needs: {team: 1}}
  c: {name: {en: C, ar: ج}, duration: 5wd, calendar: office, after: b, needs: {team: 1}}
  d: {name: {en: D, ar: د}, duration: 2wd, calendar: office, after: a}
)";

std::string changed(std::string_view plan, std::string_view from, std::string_view to) {
    std::string text(plan);
    text.replace(text.find(from), from.size(), to);
    return text;
}

/// Schedules `before`, then replans `after` against that.
class Replan {
public:
    Replan(std::string_view before, std::string_view after, std::string_view today)
        : files_({{"plan.yaml", std::string(before)}}) {
        const auto first = schedule_plan(files_, "plan.yaml", {});
        EXPECT_TRUE(files_.write_whole("base.json", report::schedule_json(first->plan, *first->timetable)).has_value());
        EXPECT_TRUE(files_.write_whole("plan.yaml", after).has_value());
        options_.baseline = "base.json";
        options_.today = calendar::parse_iso(today);
    }
    Replan& prefer(Preference preference) { return options_.preference = preference, *this; }

    const plan::Replanning& run() {
        auto result = replan_plan(files_, "plan.yaml", options_);
        EXPECT_TRUE(result.has_value()) << (result ? "" : result.error().message.en);
        result_ = *std::move(result);
        EXPECT_TRUE(result_.replanning.has_value());
        return *result_.replanning;
    }
    [[nodiscard]] std::string moved_to(std::string_view id) const {
        for (const Move& move : result_.replanning->moves)
            if (result_.plan.activities[move.activity.at()].id == id && move.to) return calendar::to_iso(*move.to);
        return "stays";
    }
    [[nodiscard]] const ReplannedPlan& result() const { return result_; }

private:
    MemoryFiles files_;
    ReplanOptions options_;
    ReplannedPlan result_;
};

TEST(ReplanPlan, MovesNothingWhenNothingHasChanged) {
    Replan replan(four, four, "2027-01-04");
    const plan::Replanning& answer = replan.run();
    EXPECT_TRUE(answer.moves.empty());
    EXPECT_EQ(answer.compared, 4);
    ASSERT_EQ(answer.front.size(), 1U);
    EXPECT_TRUE(answer.front[0].proven && answer.front[0].answered && answer.whole_front);
    EXPECT_EQ(answer.timetable.status, plan::AnswerStatus::optimal);
}

// a takes three days more, to Wednesday 13: b cannot start on the 11th. d can be let go at once: two days from Thursday 14.
TEST(ReplanPlan, NamesTheDependencyOnALateOne) {
    Replan replan(four, changed(four, "duration: 5wd", "duration: 8wd"), "2027-01-06");
    const plan::Replanning& answer = replan.run();
    ASSERT_EQ(answer.frozen.size(), 1U);
    EXPECT_EQ(replan.moved_to("a"), "stays");
    EXPECT_EQ(replan.moved_to("b"), "2027-01-14");
    EXPECT_EQ(replan.moved_to("c"), "2027-01-21");
    EXPECT_EQ(replan.moved_to("d"), "2027-01-14");
    ASSERT_EQ(answer.moves.size(), 3U);
    for (const Move& move : answer.moves) {
        EXPECT_EQ(move.cause, Move::Cause::forced);
        EXPECT_EQ(move.days, 3);
        const auto link = std::ranges::find(move.reasons, plan::ViolationKind::link, &plan::Violation::kind);
        ASSERT_NE(link, move.reasons.end());
        EXPECT_TRUE(link->place.known());
    }
    EXPECT_EQ(answer.front.size(), 1U);
}

// Without links among b and c, b alone may go behind c: one move and two weeks, or two moves and three days.
TEST(ReplanPlan, ShowsWhatFewerMovesCost) {
    const std::string loose = changed(four, "after: b, ", "after: a, ");
    Replan replan(loose, changed(loose, "duration: 5wd", "duration: 8wd"), "2027-01-06");
    const plan::Replanning& answer = replan.run();
    ASSERT_EQ(answer.front.size(), 2U) << report::replan_text(replan.result().plan, answer, base::Language::en);
    EXPECT_EQ(answer.front[0].moved, 2);  // d and one of b, c
    EXPECT_EQ(calendar::to_iso(*answer.front[0].end), "2027-01-29");
    EXPECT_EQ(answer.front[1].moved, 3);
    EXPECT_EQ(calendar::to_iso(*answer.front[1].end), "2027-01-27");
    EXPECT_TRUE(answer.front[0].proven && answer.front[1].proven && answer.whole_front);
    EXPECT_TRUE(answer.front[0].answered);
    const plan::Replanning& punctual = replan.prefer(Preference::aims).run();
    EXPECT_TRUE(punctual.front[1].answered);
    EXPECT_EQ(calendar::to_iso(*punctual.timetable.end), "2027-01-27");
}

TEST(ReplanPlan, NamesThePoolThatHasBecomeTooSmall) {
    constexpr std::string_view two = R"(masar: 1
title: {en: Two, ar: اثنان}
start: 2027-01-04
resources: {team: {capacity: 2}}
activities:
  a: {duration: 4wd, needs: {team: 1}}
  b: {duration: 4wd, needs: {team: 1}}
)";
    Replan replan(two, changed(two, "capacity: 2", "capacity: 1"), "2027-01-04");
    const plan::Replanning& answer = replan.run();
    ASSERT_EQ(answer.moves.size(), 1U);
    EXPECT_EQ(answer.moves[0].days, 4);
    ASSERT_EQ(answer.moves[0].reasons.size(), 1U);
    EXPECT_EQ(answer.moves[0].reasons[0].kind, plan::ViolationKind::resource);
}

TEST(ReplanPlan, NamesAWindowThatHasClosed) {
    Replan replan(four, changed(four, "d: {", "d: {window: 2027-02-01.., "), "2027-01-04");
    const plan::Replanning& answer = replan.run();
    ASSERT_EQ(answer.moves.size(), 1U);
    EXPECT_EQ(replan.moved_to("d"), "2027-02-01");
    EXPECT_EQ(answer.moves[0].reasons.at(0).kind, plan::ViolationKind::window);
}

TEST(ReplanPlan, TellsWhatIsNewAndWhatIsGone) {
    const std::string other = changed(four, "  d: {name: {en: D, ar: د}, duration: 2wd, calendar: office, after: a}",
                                      "  e: {duration: 1wd, calendar: office, after: a}");
    Replan replan(four, other, "2027-01-04");
    const plan::Replanning& answer = replan.run();
    EXPECT_EQ(answer.gone, std::vector<std::string>{"d"});
    ASSERT_EQ(answer.moves.size(), 1U);
    EXPECT_EQ(answer.moves[0].cause, Move::Cause::added);
}

TEST(ReplanPlan, SaysThatItCannotBeDone) {
    Replan replan(four, changed(four, "c: {", "c: {window: ..2027-01-20, "), "2027-01-04");
    const plan::Replanning& answer = replan.run();
    EXPECT_EQ(answer.timetable.status, plan::AnswerStatus::infeasible);
    EXPECT_TRUE(answer.front.empty() && answer.moves.empty());
}

TEST(ReplanPlan, NeedsADay) {
    MemoryFiles files({{"plan.yaml", std::string(four)}, {"base.json", "{\"activities\": []}"}});
    ReplanOptions options;
    options.baseline = "base.json";
    const auto result = replan_plan(files, "plan.yaml", options);
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().kind, base::Error::Kind::usage);
}

}  // namespace
}  // namespace masar::app
