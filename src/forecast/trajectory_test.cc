#include "forecast/trajectory.h"
#include "forecast/gate_criteria.h"

#include <gtest/gtest.h>

#include <cmath>

namespace masar::forecast {
namespace {

using base::Decimal;
using calendar::date_of;
using calendar::FiscalYear;

Decimal decimal(std::string_view text) { return base::parse_decimal(text).value(); }

Trajectory::Frame us_frame(calendar::Date through) { return {FiscalYear{10}, date_of(2026, 10, 1), through}; }

plan::Indicator counting(std::string_view baseline) {
    plan::Indicator indicator;
    indicator.unit = "count";
    indicator.baseline = decimal(baseline);
    indicator.baseline_on = date_of(2027, 7, 1);
    return indicator;
}

plan::Indicator proficiency() {
    plan::Indicator indicator = counting("0.45");
    indicator.unit = "ratio";
    indicator.floor = decimal("0.3");
    indicator.half_life_months = Decimal::of(11);
    return indicator;
}

TEST(Trajectory, AppliesEffectsOnTheFinishDate) {
    const auto t =
        Trajectory::make(counting("2"), us_frame(date_of(2028, 9, 30)), {{date_of(2028, 1, 10), Decimal::of(3), {}}});
    EXPECT_FALSE(t.value_on(date_of(2027, 6, 30))) << "before the baseline there is no value";
    EXPECT_EQ(t.value_on(date_of(2028, 1, 9))->exact, Decimal::of(2));
    EXPECT_EQ(t.value_on(date_of(2028, 1, 10))->exact, Decimal::of(5));
}

TEST(Trajectory, LeavesOutWhatIsAlreadyInTheBaseline) {
    const auto t = Trajectory::make(counting("2"), us_frame(date_of(2028, 9, 30)),
                                    {{date_of(2027, 7, 2), Decimal::of(1), plan::ActivityIndex{2}},
                                     {date_of(2027, 7, 1), Decimal::of(10), plan::ActivityIndex{1}},
                                     {date_of(2027, 1, 1), Decimal::of(100), plan::ActivityIndex{0}}});
    EXPECT_EQ(t.value_on(date_of(2027, 7, 2))->exact, Decimal::of(3));
    ASSERT_EQ(t.ignored().size(), 2u);
    EXPECT_EQ(t.ignored()[0].cause.value, 0);
    EXPECT_EQ(t.ignored()[1].cause.value, 1);
}

TEST(Trajectory, SumsADayThenClampsOnce) {
    plan::Indicator ratio = counting("0.9");
    ratio.unit = "ratio";
    // Clamped one by one, +0.3 then -0.2 would give 0.8; together they give 1.0.
    const auto t =
        Trajectory::make(ratio, us_frame(date_of(2028, 9, 30)),
                         {{date_of(2028, 1, 10), decimal("0.3"), {}}, {date_of(2028, 1, 10), decimal("-0.2"), {}}});
    EXPECT_EQ(t.value_on(date_of(2028, 1, 10))->exact, Decimal::of(1));
}

TEST(Trajectory, KeepsADownIndicatorAboveItsMinimum) {
    plan::Indicator hours = counting("20");
    hours.unit = "hours";
    hours.better = plan::Better::down;
    const std::vector<Change> fall{{date_of(2028, 1, 10), Decimal::of(-30), {}}};
    EXPECT_EQ(Trajectory::make(hours, us_frame(date_of(2028, 9, 30)), fall).value_on(date_of(2028, 2, 1))->exact,
              Decimal::of(0));
    hours.minimum = Decimal::of(6);
    EXPECT_EQ(Trajectory::make(hours, us_frame(date_of(2028, 9, 30)), fall).value_on(date_of(2028, 2, 1))->exact,
              Decimal::of(6));
}

// Golden MASAR-1: proficiency at the end of FY2027 is 0.3 + 0.15·0.5^((91/30.4375)/11) = 0.4242.
TEST(Trajectory, DecaysTowardsItsFloor) {
    const auto t = Trajectory::make(proficiency(), us_frame(date_of(2028, 9, 30)), {});
    EXPECT_NEAR(t.value_on(date_of(2027, 9, 30))->number, 0.4242, 5e-5);
    EXPECT_NEAR(t.years().at(0).end, 0.4242, 5e-5);
    EXPECT_EQ(t.years().at(0).peak_on, date_of(2027, 7, 1));
    EXPECT_EQ(t.years().at(0).trough_on, date_of(2027, 9, 30));
    EXPECT_FALSE(t.value_on(date_of(2027, 9, 30))->exact);
}

// Golden DECAY-1: a gain falls from 0.9 to 0.7 in 3.988 months with a half-life of 11 months, in 6.435 above a floor of 0.3.
TEST(Trajectory, LosesHalfOfAGainInItsHalfLife) {
    plan::Indicator skill = proficiency();
    skill.baseline = decimal("0.9");
    const auto above_floor = Trajectory::make(skill, us_frame(date_of(2028, 9, 30)), {});
    EXPECT_NEAR(above_floor.value_on(date_of(2027, 7, 1) + std::chrono::days(196))->number, 0.7, 5e-4);  // 6.435 months
    skill.floor = {};
    const auto to_zero = Trajectory::make(skill, us_frame(date_of(2028, 9, 30)), {});
    EXPECT_NEAR(to_zero.value_on(date_of(2027, 7, 1) + std::chrono::days(121))->number, 0.7, 2e-3);  // 3.988 months
}

// Golden MASAR-1: 24 planners a year with 20 % attrition: 24, 43.2, 58.56, then none trained: 46.848.
TEST(Trajectory, LosesPeopleOnTheFirstDayOfTheYear) {
    plan::Indicator planners = counting("0");
    planners.attrition = decimal("0.2");
    const auto t = Trajectory::make(planners, us_frame(date_of(2031, 9, 30)),
                                    {{date_of(2028, 3, 1), Decimal::of(24), {}},
                                     {date_of(2029, 3, 1), Decimal::of(24), {}},
                                     {date_of(2030, 3, 1), Decimal::of(24), {}}});
    ASSERT_EQ(t.years().size(), 5u);
    EXPECT_EQ(t.value_on(date_of(2028, 9, 30))->exact, Decimal::of(24)) << "not in the year of the first";
    EXPECT_EQ(t.value_on(date_of(2028, 10, 1))->exact, decimal("19.2"));
    EXPECT_EQ(t.value_on(date_of(2029, 9, 30))->exact, decimal("43.2"));
    EXPECT_EQ(t.value_on(date_of(2030, 9, 30))->exact, decimal("58.56"));
    EXPECT_EQ(t.value_on(date_of(2031, 9, 30))->exact, decimal("46.848"));
}

TEST(Trajectory, ShowsPeakAndTroughOfEachYear) {
    const auto t =
        Trajectory::make(proficiency(), us_frame(date_of(2028, 9, 30)), {{date_of(2028, 3, 1), decimal("0.2"), {}}});
    const YearValues& year = t.years().at(1);
    EXPECT_EQ(year.year, 2028);
    EXPECT_EQ(year.peak_on, date_of(2028, 3, 1));
    EXPECT_EQ(year.trough_on, date_of(2028, 2, 29)) << "the eve of the training";
    EXPECT_DOUBLE_EQ(year.peak, t.value_on(date_of(2028, 3, 1))->number);
    EXPECT_DOUBLE_EQ(year.trough, t.value_on(date_of(2028, 2, 29))->number);
}

TEST(Trajectory, ComparesWithTargetsOfItsFiscalYear) {
    plan::Indicator indicator = counting("2");
    indicator.targets = {{2027, std::nullopt, {}}, {2028, Decimal::of(3), {}}};
    const auto t =
        Trajectory::make(indicator, us_frame(date_of(2028, 9, 30)), {{date_of(2028, 10, 1), Decimal::of(1), {}}});
    EXPECT_FALSE(t.years().at(0).target);
    EXPECT_TRUE(t.years().at(0).target_met);
    EXPECT_EQ(t.years().at(1).target, Decimal::of(3));
    EXPECT_FALSE(t.years().at(1).target_met) << "one day late";
}

TEST(Trajectory, HasNoValueWithoutBaseline) {
    plan::Indicator indicator = counting("0");
    indicator.baseline.reset();
    const auto t =
        Trajectory::make(indicator, us_frame(date_of(2028, 9, 30)), {{date_of(2028, 1, 1), Decimal::of(1), {}}});
    EXPECT_FALSE(t.value_on(date_of(2029, 1, 1)));
    EXPECT_TRUE(t.years().empty());
}

TEST(Trajectory, ComparesExactlyWhereNothingDecays) {
    EXPECT_TRUE(meets({0.3, decimal("0.3")}, plan::Comparison::at_least, decimal("0.3")));
    EXPECT_FALSE(meets({0.3, decimal("0.299999999")}, plan::Comparison::at_least, decimal("0.3")));
    EXPECT_TRUE(meets({0.2999999999, std::nullopt}, plan::Comparison::at_least, decimal("0.3"))) << "within 1e-9";
    EXPECT_FALSE(meets({0.29999, std::nullopt}, plan::Comparison::at_least, decimal("0.3")));
    EXPECT_TRUE(meets({62, Decimal::of(62)}, plan::Comparison::at_most, Decimal::of(62)));
}

TEST(GateCriteria, AreJudgedOnTheDueDate) {
    plan::Plan plan;
    plan.start.value = date_of(2026, 10, 1);
    plan.indicators = {counting("0")};
    plan::Activity course;
    course.effects = {{{plan::IndicatorIndex{0}, {}}, Decimal::of(4), {}}};
    plan.activities = {course};
    plan::Gate gate;
    gate.due.value = date_of(2028, 3, 31);
    gate.criteria = {{{plan::IndicatorIndex{0}, {}}, plan::Comparison::at_least, Decimal::of(4), {}}};
    plan.gates = {gate};
    plan::Timetable timetable;
    timetable.gates = {{plan::GateIndex{0}, gate.due.value, std::nullopt, 0, {}}};
    const auto met_when_finished = [&](calendar::Date finish) {
        timetable.activities = {{.start = finish, .finish = finish}};
        return with_gate_criteria(plan, timetable, trajectories_of(plan, timetable)).gates[0].criteria.at(0);
    };
    EXPECT_TRUE(met_when_finished(date_of(2028, 3, 31)).met);
    EXPECT_FALSE(met_when_finished(date_of(2028, 4, 1)).met);
    EXPECT_EQ(met_when_finished(date_of(2028, 4, 1)).value, 0.0);
    timetable.activities[0].chosen = false;
    EXPECT_FALSE(with_gate_criteria(plan, timetable, trajectories_of(plan, timetable)).gates[0].criteria[0].met);
    EXPECT_EQ(trajectory_of(plan, timetable, plan::IndicatorIndex{0}).value_on(gate.due.value)->exact, Decimal::of(0));
}

// 0.45 on 2027-07-01 would be 0.3 + 0.15·2^(−m/11) later; what was measured counts instead, and decays from there.
TEST(Trajectory, GoesOnFromWhatWasMeasured) {
    plan::Indicator indicator = proficiency();
    const auto seen = [](calendar::Date on, std::string_view value, plan::ObservationState state) {
        return plan::Observation{{on, {}}, decimal(value), state, {}, {}};
    };
    indicator.observations = {seen(date_of(2027, 9, 30), "0.60", plan::ObservationState::disputed),
                              seen(date_of(2028, 3, 1), "0.52", plan::ObservationState::verified)};
    const auto t =
        Trajectory::make(indicator, us_frame(date_of(2029, 9, 30)),
                         {{date_of(2028, 3, 1), decimal("0.2"), {}}, {date_of(2029, 3, 1), decimal("0.1"), {}}});
    EXPECT_NEAR(t.value_on(date_of(2027, 9, 30))->number, 0.4242, 5e-5) << "a disputed value moves nothing";
    EXPECT_DOUBLE_EQ(t.value_on(date_of(2028, 3, 1))->number, 0.52) << "the day's effect is in it";
    const double year_on = 0.3 + 0.22 * std::exp2(-365 / 30.4375 / 11);
    EXPECT_NEAR(t.value_on(date_of(2029, 3, 1))->number, year_on + 0.1, 1e-12);
}

TEST(Trajectory, BeginsWithAnObservationWhereThereIsNoBaseline) {
    plan::Indicator indicator = counting("0");
    indicator.baseline.reset();
    indicator.observations = {{{date_of(2028, 3, 1), {}}, Decimal::of(7), plan::ObservationState::verified, {}, {}}};
    const auto t = Trajectory::make(indicator, us_frame(date_of(2029, 9, 30)), {});
    EXPECT_FALSE(t.value_on(date_of(2028, 2, 29)));
    EXPECT_EQ(t.value_on(date_of(2028, 3, 1))->exact, Decimal::of(7));
}

}  // namespace
}  // namespace masar::forecast
