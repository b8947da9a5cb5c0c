#include "planfile/new_plan.h"

#include "base/diagnostic.h"
#include "planfile/event_reader.h"
#include "planfile/format_plan.h"
#include "planfile/read_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace masar::planfile {
namespace {

NewPlanAnswers answers(NewPlanTemplate about, NewCalendar first, NewCalendar second) {
    NewPlanAnswers made;
    made.about = about;
    made.title = {"A joint year", "عام مشترك"};
    made.sides[0] = {"uae", {"United Arab Emirates", "دولة الإمارات العربية المتحدة"}, first, 1, "AED"};
    made.sides[1] = {"usa", {"United States of America", "الولايات المتحدة الأمريكية"}, second, 10, "USD"};
    made.start = calendar::date_of(2027, 1, 4);
    return made;
}

void expect_sound(const NewPlanAnswers& given) {
    ASSERT_FALSE(fault_of(given).has_value());
    const std::string text = new_plan(given);
    const ReadTree read = read_tree(text, 0);
    ASSERT_TRUE(read.complete) << text;
    EXPECT_EQ(formatted(read.tree), text);
    const ReadResult result = read_plan({{"plan.yaml", text, ""}});
    for (const base::Diagnostic& each : result.diagnostics)
        ADD_FAILURE() << each.place.line << ": " << each.message.en << "\n" << text;
    EXPECT_EQ(result.plan.sides.size(), 2U);
    EXPECT_EQ(result.plan.activities.size(), 3U);
    ASSERT_EQ(result.plan.gates.size(), 1U);
    EXPECT_EQ(result.plan.gates[0].approvers.size(), 2U);
    EXPECT_EQ(result.plan.funds.size(), 1U);
}

TEST(NewPlan, EveryTemplateAndCalendarIsSoundAndCanonical) {
    using enum NewPlanTemplate;
    using enum NewCalendar;
    for (const NewPlanTemplate about : {blank, partnership_year, exercise, challenge})
        for (const NewCalendar first : {uae_federal, us_federal, monday_to_friday, sunday_to_thursday})
            for (const NewCalendar second : {uae_federal, us_federal, monday_to_friday, sunday_to_thursday})
                expect_sound(answers(about, first, second));
}

TEST(NewPlan, FollowsTheAnswers) {
    NewPlanAnswers given = answers(NewPlanTemplate::exercise, NewCalendar::uae_federal, NewCalendar::us_federal);
    given.start = calendar::date_of(2028, 2, 29);
    given.years = 3;
    given.sides[0].fiscal_year_month = 10;
    const std::string text = new_plan(given);
    for (const char* expected : {"start: 2028-02-29\nend: 2031-02-28\n", "fiscal-year: october, currency: AED",
                                 "ceiling: {FY2028: 400k AED, FY2029: 400k AED, FY2030: 400k AED, FY2031: 400k AED}\n",
                                 "opens: 2027-10-01\n    closes: 2031-09-30\n", "targets: {FY2031: 3}\n",
                                 "by February 2031, ar:", "بحلول فبراير 2031}",
                                 "eid-al-fitr:", "thanksgiving:", "  ramadan:", "avoid: ramadan"})
        EXPECT_THAT(text, testing::HasSubstr(expected));
    expect_sound(given);
}

TEST(NewPlan, HasTheLinesOfEffortAndTheLanguageThatWereAnswered) {
    NewPlanAnswers given = answers(NewPlanTemplate::challenge, NewCalendar::uae_federal, NewCalendar::us_federal);
    given.lines = {{"Innovation: tools", "الابتكار: الأدوات"}, {"Training", "التدريب"}};
    given.authoritative = base::Language::ar;
    const std::string text = new_plan(given);
    EXPECT_THAT(text, testing::HasSubstr(
                          "  l1: {name: {en: 'Innovation: tools', ar: 'الابتكار: الأدوات'}, lead: programme-director}\n"
                          "  l2: {name: {en: Training, ar: التدريب}, lead: programme-director}\n"));
    EXPECT_THAT(text, testing::HasSubstr("authoritative-language: ar\n"));
    EXPECT_THAT(text, testing::HasSubstr("    line: l1\n"));
    expect_sound(given);
    given.lines[1] = {};
    EXPECT_TRUE(fault_of(given).has_value());
}

TEST(NewPlan, QuotesWhatYamlWouldReadOtherwise) {
    NewPlanAnswers given =
        answers(NewPlanTemplate::blank, NewCalendar::monday_to_friday, NewCalendar::sunday_to_thursday);
    given.title = {"Joint: \"year\" #1, {a}", "عام 1: مشترك، [أ]"};
    given.sides[0].name = {"'Blue' - side", "الجانب «الأزرق» #"};
    expect_sound(given);
}

TEST(NewPlan, RefusesAnswersThatMakeNoPlan) {
    const auto refused = [](auto change) {
        NewPlanAnswers given = answers(NewPlanTemplate::blank, NewCalendar::uae_federal, NewCalendar::us_federal);
        change(given);
        const auto fault = fault_of(given);
        return fault && !fault->message.en.empty() && !fault->message.ar.empty();
    };
    EXPECT_TRUE(refused([](NewPlanAnswers& a) { a.title = {}; }));
    EXPECT_TRUE(refused([](NewPlanAnswers& a) { a.sides[0].id = "7a"; }));
    EXPECT_TRUE(refused([](NewPlanAnswers& a) { a.sides[1].id = "UAE"; }));
    EXPECT_TRUE(refused([](NewPlanAnswers& a) { a.sides[1].id = "Joint"; }));
    EXPECT_TRUE(refused([](NewPlanAnswers& a) { a.sides[1].name = {}; }));
    EXPECT_TRUE(refused([](NewPlanAnswers& a) { a.sides[0].fiscal_year_month = 13; }));
    EXPECT_TRUE(refused([](NewPlanAnswers& a) { a.sides[0].currency = "usd"; }));
    EXPECT_TRUE(refused([](NewPlanAnswers& a) { a.years = 0; }));
    EXPECT_TRUE(refused([](NewPlanAnswers& a) { a.start = calendar::date_of(1900, 1, 1); }));
}

}  // namespace
}  // namespace masar::planfile
