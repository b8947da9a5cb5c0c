#include "report/sentence.h"
#include "report/figures.h"

#include <gtest/gtest.h>

namespace masar::report {
namespace {

using plan::AnswerStatus;
using plan::ViolationKind;

/// A plan of one side, one pool, one activity and one gate.
plan::Plan small_plan() {
    plan::Plan plan;
    plan::Side side;
    side.id = "uae";
    side.name.en = "UAE";
    side.name.ar = "الإمارات";
    plan.sides.push_back(side);
    plan::Resource pool;
    pool.id = "planners";
    pool.name.en = "Planners";
    pool.name.ar = "المخططون";
    pool.capacity.value = 4;
    plan.resources.push_back(pool);
    plan::Activity activity;
    activity.id = "charter";
    activity.window.last = calendar::date_of(2027, 2, 28);
    plan.activities.push_back(activity);
    plan::Gate gate;
    gate.id = "ready";
    plan.gates.push_back(gate);
    return plan;
}

plan::Violation overload() {
    plan::Violation violation;
    violation.kind = ViolationKind::resource;
    violation.what = "planners";
    violation.when = calendar::date_of(2027, 3, 1);
    violation.amount = 3;
    violation.periods = {{calendar::date_of(2027, 3, 1), calendar::date_of(2027, 3, 12)},
                         {calendar::date_of(2027, 5, 3), calendar::date_of(2027, 5, 3)}};
    return violation;
}

TEST(Figures, AreGroupedAndMoneyDropsEmptyCents) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(-1234567), "-1,234,567");
    EXPECT_EQ(money(10'350'000, base::Currency::of("USD")), "103,500 USD");
    EXPECT_EQ(money(-5, base::Currency::of("AED")), "-0.05 AED");
    EXPECT_EQ(rounded(0.748400, 4), "0.7484");
    EXPECT_EQ(rounded(-0.00001, 4), "0");
}

TEST(Sentence, OfAWindowSaysWhoseDaysItIsOutsideOf) {
    plan::Plan plan = small_plan();
    plan::Violation late;
    late.kind = ViolationKind::window;
    late.what = "charter";
    late.when = calendar::date_of(2027, 3, 1);
    late.amount = 3;
    EXPECT_EQ(sentence(late, plan).en, "charter lies 3 days outside its window ..2027-02-28, first on 2027-03-01");
    plan::Fund fund;
    fund.id = "us-spp";
    plan.funds.push_back(fund);
    late.other = "us-spp";
    EXPECT_EQ(sentence(late, plan).en,
              "charter lies 3 days outside the days on which us-spp may be charged, first on 2027-03-01");
    late.other.clear();
    late.place = {4, 8, 18, 0};
    plan.as_of = plan::At<calendar::Date>{calendar::date_of(2027, 3, 4), late.place};
    EXPECT_EQ(sentence(late, plan).en, "charter starts 3 days before the status date 2027-03-04");
    EXPECT_EQ(sentence(late, plan).ar,
              "يبدأ النشاط \u200Echarter\u200E قبل تاريخ الحالة \u200E2027-03-04\u200E بمقدار 3 أيام");
}

TEST(Sentence, OfAPreferenceSaysWhatItCosts) {
    plan::Plan plan = small_plan();
    plan::Rule rule;
    rule.id = "quiet-august";
    rule.force = plan::Force::preference;
    plan.rules.push_back(rule);
    const plan::GivenUp given_up{plan::ActivityIndex{0}, plan::RuleIndex{0}, 1200, calendar::date_of(2027, 8, 3)};
    EXPECT_EQ(sentence(given_up, plan).en,
              "charter does not keep the preference quiet-august on 2027-08-03, at a cost of 1,200");
    plan::Timetable timetable;
    timetable.status = AnswerStatus::feasible;
    timetable.end = calendar::date_of(2027, 9, 30);
    timetable.given_up = {given_up, given_up};
    EXPECT_EQ(headline(timetable, plan).en, "The plan fits and ends on 2027-09-30; 2 preferences not kept");
}

TEST(Figures, KeepDatesWholeInsideArabic) {
    EXPECT_EQ(date_text(calendar::date_of(2027, 3, 1)).ar, "\u200E2027-03-01\u200E");
    EXPECT_EQ(date_text(calendar::date_of(2027, 3, 1)).en, "2027-03-01");
}

TEST(Sentence, SaysHowMuchOfAPoolIsMissingAndWhen) {
    const base::Text said = sentence(overload(), small_plan());
    EXPECT_EQ(said.en,
              "Planners (planners) is short by up to 3 (capacity 4) in 2 periods, first 2027-03-01..2027-03-12");
    EXPECT_NE(said.ar.find("المخططون"), std::string::npos);
    EXPECT_NE(said.ar.find("فترتين"), std::string::npos);
}

TEST(Sentence, NamesTheFiscalYearOfACeilingAsItsSideDoes) {
    plan::Plan plan = small_plan();
    plan.sides[0].fiscal_year.first_month = 10;
    plan::Violation violation;
    violation.kind = ViolationKind::ceiling;
    violation.what = "uae";
    violation.year = 2027;
    violation.amount = 15'750'000;
    violation.currency = base::Currency::of("USD");
    EXPECT_EQ(sentence(violation, plan).en, "The ceiling of UAE (uae) for FY2027 is exceeded by 157,500 USD");
}

TEST(Sentence, ExistsInBothLanguagesForEveryKind) {
    for (int kind = 0; kind <= static_cast<int>(ViolationKind::fixed); ++kind) {
        plan::Violation violation;
        violation.kind = static_cast<ViolationKind>(kind);
        violation.what = "charter";
        violation.other = "nobody";
        const base::Text said = sentence(violation, small_plan());
        EXPECT_FALSE(said.en.empty());
        EXPECT_FALSE(said.ar.empty());
        EXPECT_FALSE(keyword(violation.kind).empty());
    }
}

TEST(Sentence, SaysHowLateAGateIs) {
    plan::GateOutcome gate;
    gate.gate = base::index_of<plan::GateIndex>(0);
    gate.due = calendar::date_of(2027, 9, 30);
    gate.date = calendar::date_of(2027, 10, 1);
    gate.late_days = 1;
    EXPECT_EQ(sentence(gate, small_plan()).en, "ready is 1 day late: ready on 2027-10-01, due 2027-09-30");
}

TEST(Headline, PutsTheAnswerFirst) {
    const plan::Plan plan = small_plan();
    plan::Timetable timetable;
    timetable.end = calendar::date_of(2031, 7, 15);
    timetable.status = AnswerStatus::optimal;
    EXPECT_EQ(headline(timetable, plan).en, "The plan fits and ends on 2031-07-15; no schedule does better, proven");
    timetable.status = AnswerStatus::earliest;
    timetable.violations = {overload()};
    EXPECT_EQ(headline(timetable, plan).en,
              "At earliest dates the plan does not fit: 1 limit broken; it would end on 2031-07-15");
    timetable.stopped = true;
    EXPECT_NE(headline(timetable, plan).en.find("stopped early"), std::string::npos);
}

TEST(BoundSentence, TurnsTheBoundOfTheEndIntoADate) {
    plan::Timetable timetable;
    timetable.end = calendar::date_of(2031, 7, 15);
    timetable.objective = {0, 1749};
    timetable.bound = {0, 1739};
    EXPECT_EQ(bound_sentence(timetable, small_plan()).en,
              "The end is 2031-07-15; no schedule can do better than 2031-07-05, proven: a gap of 10 days");
    EXPECT_EQ(
        bound_sentence(timetable, small_plan()).ar,
        "تاريخ الانتهاء: ‎2031-07-15‎، ومن المثبت ألا أفضل من ‎2031-07-05‎، أي بفجوة مقدارها "
        "10 "
        "أيام");
    timetable.bound = {0, 1749};
    EXPECT_TRUE(bound_sentence(timetable, small_plan()).empty());
}

}  // namespace
}  // namespace masar::report
