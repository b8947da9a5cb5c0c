// Indicators and gates of the example at its earliest dates (golden MASAR-1), read from the reference schedule.
#include "forecast/gate_criteria.h"
#include "forecast/plan_outcomes.h"
#include "planfile/example_files_test.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

namespace masar::forecast {
namespace {

using calendar::date_of;

std::string content(const std::string& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

struct Dated {
    plan::Plan plan;
    plan::Timetable timetable;
    std::vector<Trajectory> trajectories;

    [[nodiscard]] const Trajectory& of(std::string_view id) const {
        return trajectories[static_cast<std::size_t>(plan::find(plan.indicators, id) - plan.indicators.data())];
    }
};

void take_dates(Dated& dated) {
    dated.timetable.activities.assign(dated.plan.activities.size(), plan::ActivityDates{.chosen = false});
    std::istringstream rows(content("tests/data/reference_schedule.csv"));
    std::string row, id, start, finish;
    for (std::getline(rows, row); std::getline(rows, row);) {
        std::istringstream cells(row);
        std::getline(cells, id, ',');
        std::getline(cells, start, ',');
        std::getline(cells, finish, ',');
        const auto* activity = plan::find(dated.plan.activities, id);
        dated.timetable.activities.at(static_cast<std::size_t>(activity - dated.plan.activities.data())) = {
            .start = calendar::parse_iso(start).value(), .finish = calendar::parse_iso(finish).value()};
    }
}

const Dated& example() {
    static const Dated instance = [] {
        Dated dated{planfile::read_plan(planfile::example_files()).plan, {}, {}};
        take_dates(dated);
        for (std::size_t g = 0; g < dated.plan.gates.size(); ++g)
            dated.timetable.gates.push_back(
                {base::index_of<plan::GateIndex>(g), dated.plan.gates[g].due.value, {}, 0, {}});
        dated.trajectories = trajectories_of(dated.plan, dated.timetable);
        dated.timetable = with_gate_criteria(dated.plan, std::move(dated.timetable), dated.trajectories);
        return dated;
    }();
    return instance;
}

TEST(ExampleForecast, ProficiencyDecaysBetweenExercises) {
    const std::map<int, double> wanted{{2027, 0.4242}, {2028, 0.5459}, {2029, 0.6070}, {2030, 0.6261}, {2031, 0.5893}};
    for (const YearValues& year : example().of("ind-rdy-01").years()) {
        EXPECT_NEAR(year.end, wanted.at(year.year), 5e-5) << year.year;
        if (year.year != 2029) continue;
        EXPECT_NEAR(year.peak, 0.7732, 5e-5);
        EXPECT_EQ(calendar::to_iso(year.peak_on), "2029-03-05");
    }
    EXPECT_NEAR(example().of("ind-rdy-01").value_on(date_of(2029, 3, 31))->number, 0.7484, 5e-5);
}

TEST(ExampleForecast, PlannersLeave) {
    const std::map<int, double> wanted{{2027, 0}, {2028, 24}, {2029, 43.2}, {2030, 58.56}, {2031, 46.848}};
    for (const YearValues& year : example().of("ind-opl-01").years())
        EXPECT_DOUBLE_EQ(year.end, wanted.at(year.year)) << year.year;
}

TEST(ExampleForecast, TwoGatesPassAndTwoFailOnProficiencyAlone) {
    for (const plan::GateOutcome& gate : example().timetable.gates) {
        const bool early = gate.gate.value < 2;
        for (const plan::CriterionOutcome& each : gate.criteria) {
            const std::string& indicator = example().plan.indicators[each.indicator.at()].id;
            EXPECT_EQ(each.met, early || indicator != "ind-rdy-01")
                << "gate " << gate.gate.value + 1 << " " << indicator;
        }
    }
    EXPECT_NEAR(example().timetable.gates.at(2).criteria.at(0).value.value(), 0.6261, 5e-5);
    EXPECT_NEAR(example().timetable.gates.at(3).criteria.at(0).value.value(), 0.5893, 5e-5);
}

// Golden MASAR-1, with_four_extra_1_june_events_of_0.07.
TEST(ExampleForecast, FourMoreEventsHoldProficiencyUp) {
    const plan::Plan& plan = example().plan;
    std::vector<Change> changes;
    for (int year = 2028; year <= 2031; ++year)
        changes.push_back({date_of(year, 6, 1), *base::parse_decimal("0.07"), {}});
    const auto index = static_cast<std::size_t>(plan::find(plan.indicators, "ind-rdy-01") - plan.indicators.data());
    for (std::size_t i = 0; i < plan.activities.size(); ++i)
        for (const plan::Effect& effect : plan.activities[i].effects)
            if (effect.indicator.value.at() == index && example().timetable.activities[i].chosen)
                changes.push_back({example().timetable.activities[i].finish, effect.change, {}});
    const auto trajectory =
        Trajectory::make(plan.indicators[index], {{10}, plan.start.value, date_of(2031, 9, 30)}, changes);
    const std::map<int, double> wanted{{2028, 0.6004}, {2029, 0.6871}, {2030, 0.7182}, {2031, 0.6870}};
    for (const YearValues& year : trajectory.years()) {
        if (year.year > 2027) {
            EXPECT_NEAR(year.end, wanted.at(year.year), 5e-5) << year.year;
        }
    }
}

TEST(ExampleForecast, TellsPeakTroughAndTheYearFromWhichATargetHolds) {
    const plan::Outcomes outcomes = outcomes_of(example().plan, example().timetable);
    const auto index = static_cast<std::size_t>(plan::find(example().plan.indicators, "ind-rdy-01")
                                                - example().plan.indicators.data());
    const auto& years = outcomes.indicators.at(index).years;
    const auto fy2029 = std::ranges::find(years, 2029, &plan::IndicatorYear::year);
    ASSERT_NE(fy2029, years.end());
    EXPECT_NEAR(fy2029->peak, 0.7732, 5e-5);
    EXPECT_EQ(fy2029->peak_on, date_of(2029, 3, 5));
    EXPECT_NEAR(fy2029->end, 0.6070, 5e-5);
    const double target = fy2029->target.value().to_double();
    EXPECT_NEAR(fy2029->shortfall, target - fy2029->end, 1e-12);
    for (const plan::IndicatorYear& each : years) {
        if (!each.target) continue;
        std::optional<int> earliest;  // by looking at all of them
        for (const plan::IndicatorYear& other : years)
            if (!earliest && other.end >= each.target->to_double() - 1e-9) earliest = other.year;
        EXPECT_EQ(each.reached, earliest) << each.year;
    }
}

// What an activity is worth equals the difference that it makes when the whole timetable is judged again without it.
TEST(ExampleForecast, WorthIsWhatJudgingAgainWithoutTheActivityLoses) {
    const plan::Plan& plan = example().plan;
    const plan::Outcomes outcomes = outcomes_of(plan, example().timetable);
    std::size_t decided = 0;
    for (std::size_t i = 0; i < plan.activities.size(); ++i) {
        plan::Timetable fewer = example().timetable;
        if (!fewer.activities[i].chosen) continue;
        fewer.activities[i].chosen = false;
        fewer = with_gate_criteria(plan, std::move(fewer), trajectories_of(plan, fewer));
        const auto worth =
            std::ranges::find(outcomes.worth, base::index_of<plan::ActivityIndex>(i), &plan::ActivityWorth::activity);
        for (std::size_t g = 0; g < fewer.gates.size(); ++g)
            for (std::size_t c = 0; c < fewer.gates[g].criteria.size(); ++c) {
                const auto& before = example().timetable.gates[g].criteria[c];
                const auto& after = fewer.gates[g].criteria[c];
                if (before.value == after.value) continue;
                ASSERT_NE(worth, outcomes.worth.end()) << plan.activities[i].id;
                const auto loss = std::ranges::find_if(worth->gates, [&](const plan::GateLoss& each) {
                    return each.gate.at() == g && each.indicator == before.indicator;
                });
                ASSERT_NE(loss, worth->gates.end()) << plan.activities[i].id;
                EXPECT_EQ(loss->before, before.value);
                EXPECT_EQ(loss->after, after.value);
                EXPECT_EQ(loss->decides, before.met && !after.met);
                decided += loss->decides ? 1 : 0;
            }
    }
    EXPECT_GT(decided, 0U) << "the example has criteria that hang on single activities";
}

}  // namespace
}  // namespace masar::forecast
