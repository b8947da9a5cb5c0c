// Answers for one side: nothing that is not released to it, and the same bytes whatever the other side keeps to itself.
#include "app/report_page.h"
#include "app/memory_files.h"
#include "app/show_plan.h"
#include "app/simulate_plan.h"
#include "app/what_if.h"
#include "report/json_view.h"
#include "report/text_forecast.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace masar::app {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view shared = R"(masar: 1
title: {en: Two sides, ar: جانبان}
start: 2027-01-04
end: 2027-12-31
sides:
  uae: {name: {en: UAE, ar: الإمارات}, calendar: office, fiscal-year: january, currency: USD}
  usa: {name: {en: USA, ar: أمريكا}, calendar: office, fiscal-year: october, currency: USD}
calendars: {office: {works: [mon, tue, wed, thu, fri]}}
organisations:
  us-dod: {name: {en: US office, ar: مكتب أمريكي}, side: usa}
lines-of-effort:
  l1: {name: {en: Training, ar: التدريب}}
commitments:
  together: {name: {en: to train together, ar: التدريب معاً}}
resources:
  hall: {name: {en: Training hall, ar: قاعة التدريب}, owner: [uae, usa], capacity: 2}
  room: {name: {en: Reading room, ar: قاعة القراءة}, owner: [uae, usa], capacity: 2}
funds:
  us-gen: {name: {en: US fund, ar: الصندوق الأمريكي}, owner: usa, ceiling: {FY2027: 90k USD}}
indicators:
  skill: {name: {en: Skill, ar: المهارة}, baseline: 1 on 2027-01-04, targets: {2027: 3}, year-of: uae}
gates:
  ready: {name: {en: Ready, ar: الجاهزية}, by: 2027-06-30, requires: [course, exam], when: {skill: ">= 2"}}
activities:
  course: {name: {en: Course, ar: دورة}, line: l1, lead: us-dod, duration: 5/10/20wd, calendar: office, needs: {hall: 1},
           cost: 50k USD, shares: {us-gen: 100%}, effects: {skill: +1}}
  exam: {name: {en: Exam, ar: اختبار}, line: l1, lead: us-dod, duration: 5/6/9wd, calendar: office, after: course, needs: {room: 1}}
)";

/// What the UAE keeps to itself; {0} stands in names, {1} in amounts that change no date.
std::string own_records(std::string_view word, int amount) {
    return fmt::format(
        R"(organisations:
  {0}-office: {{name: {{en: {0} office, ar: مكتب {0}}}, side: uae}}
lines-of-effort:
  {0}-line: {{name: {{en: {0} line, ar: محور {0}}}}}
commitments:
  {0}-words: {{name: {{en: {0} phrase, ar: عبارة {0}}}}}
objectives:
  {0}-aim: {{name: {{en: {0} aim, ar: هدف {0}}}, line: {0}-line, commitments: [together, {0}-words]}}
phases:
  {0}-phase: {{name: {{en: {0} phase, ar: مرحلة {0}}}, period: 2027-02-01..2027-04-30}}
periods:
  {0}-season: {{name: {{en: {0} season, ar: موسم {0}}}, every: 08-01..08-20}}
resources:
  {0}-staff: {{name: {{en: {0} staff, ar: موظفو {0}}}, owner: uae, capacity: {1}}}
funds:
  {0}-fund: {{name: {{en: {0} fund, ar: صندوق {0}}}, owner: uae, ceiling: {{2027: {1}k USD}}}}
approvals:
  {0}-approval: {{name: {{en: {0} approval, ar: اعتماد {0}}}, steps: [{{name: {{en: {0} step, ar: خطوة {0}}}, lead: 10ed}}]}}
indicators:
  {0}-score: {{name: {{en: {0} score, ar: درجة {0}}}, baseline: {1} on 2027-01-04, targets: {{2027: {1}}}, year-of: uae}}
gates:
  {0}-gate: {{name: {{en: {0} gate, ar: بوابة {0}}}, by: 2027-05-31, requires: [{0}-work], when: {{{0}-score: ">= {1}"}}}}
risks:
  {0}-risk: {{name: {{en: {0} risk, ar: مخاطرة {0}}}, probability: 50%, days: 5wd, touches: {0}-work,
             mitigation: {{probability: 10%, costs: {1}k USD, fund: {0}-fund}}}}
activities:
  {0}-work: {{name: {{en: {0} work, ar: عمل {0}}}, line: {0}-line, lead: {0}-office, duration: 4/8/12wd, calendar: office,
             after: course, needs: {{hall: 1, {0}-staff: 1}}, cost: {1}k USD, shares: {{{0}-fund: 100%}}, approvals: [{0}-approval],
             effects: {{skill: +1, {0}-score: +1}}}}
)",
        word, amount);
}

MemoryFiles files_with(std::string_view word, int amount) {
    return MemoryFiles({{"p/plan.yaml", std::string(shared)}, {"p/sides/uae/own.yaml", own_records(word, amount)}});
}

SimulateOptions seen_by(const std::string& side) {
    SimulateOptions options;
    options.side = side;
    return options;
}

std::string page_for(const MemoryFiles& files, const std::string& side) {
    const auto reported = plan_for_report(files, "p", seen_by(side));
    EXPECT_TRUE(reported) << (reported ? "" : reported.error().message.en);
    EXPECT_TRUE(reported->dated.timetable) << "the plan has errors";
    return report_page(*reported, base::Language::en);
}

TEST(ReportPage, ShowsASideNothingThatIsNotReleasedToIt) {
    const MemoryFiles files = files_with("canary", 4711);
    const std::string whole = page_for(files, "");
    for (const char* each : {"canary work", "canary-work", "canary gate", "canary fund", "canary staff", "canary score",
                             "canary risk", "canary approval", "canary phrase", "canary phase", "4,711"})
        EXPECT_THAT(whole, HasSubstr(each)) << "it stands on the page of those who may read it";
    for (const char* each : {"canary work", "canary fund", "canary risk", "Shown to UAE (uae)"})
        EXPECT_THAT(page_for(files, "uae"), HasSubstr(each)) << "the owner reads its own";

    const std::string shown = page_for(files, "usa");
    EXPECT_THAT(shown, Not(HasSubstr("canary")));
    EXPECT_THAT(shown, Not(HasSubstr("4,711")));
    EXPECT_THAT(shown, Not(HasSubstr("4711")));
    EXPECT_THAT(shown, HasSubstr("Shown to USA (usa): made of what is released to it"));
    EXPECT_THAT(shown, HasSubstr("معروض للجانب أمريكا"));
    for (const char* each : {"Course", "Exam", "Reading room", "US fund", "Skill", "Ready", "to train together"})
        EXPECT_THAT(shown, HasSubstr(each)) << "what is shared or its own stays";
}

TEST(ReportPage, GivesTheSameBytesWhateverTheOtherSideKeepsToItself) {
    EXPECT_EQ(page_for(files_with("canary", 4711), "usa"), page_for(files_with("kestrel", 815), "usa"));
}

TEST(ReportPage, LeavesOutSumsThatACopyCannotGive) {
    const auto reported = plan_for_report(files_with("canary", 4711), "p", seen_by("usa"));
    ASSERT_TRUE(reported && reported->facts.forecast);
    const plan::Plan& plan = reported->dated.loaded.plan;
    const plan::SideIndex usa = base::index_of<plan::SideIndex>(1);
    ASSERT_EQ(plan.sides.at(1).id, "usa");
    EXPECT_FALSE(reported->dated.timetable->spending.empty());
    for (const plan::Spending& each : reported->dated.timetable->spending)
        EXPECT_TRUE(each.fund.known() || each.side == usa) << "the total of another side";
    EXPECT_FALSE(reported->facts.forecast->money.empty());
    for (const plan::MoneyForecast& each : reported->facts.forecast->money)
        EXPECT_TRUE(each.fund.known() || each.side == usa) << "the total of another side, or of everybody";
    for (const plan::JointConfidence& each : reported->facts.forecast->joint) EXPECT_EQ(each.side, usa);
    EXPECT_TRUE(reported->facts.forecast->frontier.empty());
}

// What is wrong in records that a side may not read is not told to it, nor is a plan shown as if nothing were wrong.
TEST(ReportPage, SaysThatErrorsAreWithheld) {
    MemoryFiles files = files_with("canary", 4711);
    ASSERT_TRUE(
        files.write_whole("p/sides/uae/wrong.yaml", "activities: {canary-slip: {duration: 5wd, calendar: nowhere}}\n"));
    const auto refused = plan_for_report(files, "p", seen_by("usa"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message.en, "the plan has errors that are not released to 'usa'");
}

TEST(ReportPage, RefusesASideThatThePlanDoesNotHave) {
    const auto refused = plan_for_report(files_with("canary", 4711), "p", seen_by("usb"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().hint.en, "did you mean 'usa'?");
}

template <class Told>
void expect_equal_for_usa(Told told) {
    const std::string one = told(files_with("canary", 4711)), other = told(files_with("kestrel", 815));
    EXPECT_EQ(one, other);
    EXPECT_THAT(one, Not(HasSubstr("canary")));
    EXPECT_THAT(one, Not(HasSubstr("4711")));
    EXPECT_THAT(one, HasSubstr(R"("shown_to": "usa")"));
}

TEST(ShownPlan, TellsASideTheSameWhateverTheOtherKeepsToItself) {
    expect_equal_for_usa([](const MemoryFiles& files) {
        const auto shown = show_plan(files, "p", seen_by("usa"));
        return report::view_json(report::View::all,
                                 {shown->dated.loaded.plan, *shown->dated.timetable, shown->outcomes, shown->shown_to});
    });
}

TEST(ShownForecast, TellsASideTheSameWhateverTheOtherKeepsToItself) {
    expect_equal_for_usa([](const MemoryFiles& files) {
        const auto simulated = simulate_plan(files, "p", seen_by("usa"));
        return report::forecast_json(simulated->plan, *simulated->forecast);
    });
}

TEST(ShownWhatIf, TellsASideTheSameWhateverTheOtherKeepsToItself) {
    expect_equal_for_usa([](const MemoryFiles& files) {
        WhatIfOptions options;
        options.simulate = seen_by("usa");
        const auto answer = what_if(files, "p", options);
        EXPECT_TRUE(answer->changes.empty()) << "the only risk is the other side's";
        return report::what_if_json({answer->plan, answer->changes, nullptr, *answer->forecast});
    });
}

}  // namespace
}  // namespace masar::app
