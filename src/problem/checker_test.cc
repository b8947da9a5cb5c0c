#include "problem/checker.h"

#include "problem/brute_force.h"
#include "problem/generate_instance.h"

#include <gtest/gtest.h>

#include <functional>

namespace masar::problem {
namespace {

constexpr Anchor start = Anchor::start;
constexpr Anchor finish = Anchor::finish;
constexpr std::int32_t left_out = Schedule::not_chosen;

/// Four weeks from a Monday. Calendar 1 works Monday to Friday.
/// Activity: 0 fixed on days 0–1; 1 of 3 days (2 units, spends 6, takes 2 from stock); 2 of 4 days (2 units, spends 5,
/// gives 2); 3 an option of 1 day; 4 a milestone that a firm gate wants by day 15.
ProblemData office() {
    ProblemData data{.horizon = 28};
    std::vector<bool> worked;
    for (int day = 0; day < 28; ++day) worked.push_back(day % 7 < 5);
    data.work_times.emplace_back(worked);
    data.pools = {Pool{{{0, 3}, {14, 1}}}};
    data.partitions.push_back({std::vector<std::int32_t>(28, 0), 2});
    for (std::size_t day = 14; day < 28; ++day) data.partitions[1].period_of_day[day] = 1;
    data.budgets = {{1, {10, 8}}};
    data.reservoirs = {{.initial = 2, .minimum = 0, .maximum = 3}};
    data.forbidden_sets = {{{20, 22}}};
    data.fixed_activities = {{.start = 0, .end = 2, .uses_from = 1, .mode = 0}};
    data.activities.resize(5);
    for (Activity& activity : data.activities) {
        activity.calendar = 1;
        activity.modes.resize(1);
    }
    data.activities[0].fixed = 0;
    data.activities[0].modes[0] = {.duration = 2, .demands = {{0, 3}}};
    data.activities[1].earliest_start = 2;
    data.activities[1].modes[0] = {
        .duration = 3, .demands = {{0, 2}}, .expenses = {{0, 6, Charge::at_start}}, .stock_changes = {{0, -2, start}}};
    data.activities[2].forbidden = 0;
    data.activities[2].latest_end = 26;
    data.activities[2].modes[0] = {
        .duration = 4, .demands = {{0, 2}}, .expenses = {{0, 4, Charge::at_finish}}, .stock_changes = {{0, 2, finish}}};
    data.activities[3].optional = true;
    data.activities[3].modes[0] = {.duration = 1, .stock_changes = {{0, 2, start}}};
    data.activities[4].modes[0] = {.duration = 0};
    data.links = {{.from = 1, .to = 2, .calendar = 1},
                  {.from = 2, .to = 4, .sense = Sense::at_most, .lag = 2, .calendar = 1}};
    data.groups = {{Group::Kind::implies, 1, {3, 4}}};
    data.gates = {{.due_end = 15, .firm = true, .requires_done = {4}}, {.due_end = 3, .requires_done = {4}}};
    return data;
}

/// 1 on Wednesday to Friday, 2 from Monday to Thursday of the second week, 4 on the Friday after.
const Schedule holds_well{{0, 2, 7, 0, 11}, {0, 0, 0, left_out, 0}};

std::vector<Breach> check_office(const Schedule& schedule, const std::function<void(ProblemData&)>& change = {}) {
    ProblemData data = office();
    if (change) change(data);
    return check(Problem::make(std::move(data)).value(), schedule);
}

Schedule moved(std::size_t activity, Day to) {
    Schedule schedule = holds_well;
    schedule.start[activity] = to;
    return schedule;
}

using Breaches = std::vector<Breach>;

TEST(Checker, FindsNothingWrongWithAScheduleThatHolds) { EXPECT_EQ(check_office(holds_well), Breaches{}); }

TEST(Checker, RefusesAnotherShape) {
    EXPECT_EQ(check_office({{0, 1}, {0, 0}}), Breaches{{.kind = BreachKind::shape}});
    Schedule schedule = holds_well;
    schedule.mode[4] = 1;
    EXPECT_EQ(check_office(schedule), (Breaches{{.kind = BreachKind::shape, .activity = 4}}));
    schedule.mode[4] = left_out;  // it is mandatory
    EXPECT_EQ(check_office(schedule), (Breaches{{.kind = BreachKind::shape, .activity = 4}}));
}

TEST(Checker, NamesAStartOnADayOff) {
    const Breach expected{.kind = BreachKind::not_working, .activity = 4, .first_day = 12, .last_day = 12, .amount = 1};
    EXPECT_EQ(check_office(moved(4, 12)), Breaches{expected});
}

TEST(Checker, NamesAStartBeforeItsWindow) {
    const auto found = check_office(moved(1, 1));
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0],
              (Breach{.kind = BreachKind::window_start, .activity = 1, .first_day = 1, .last_day = 1, .amount = 1}));
    EXPECT_EQ(check_office(moved(1, -5))[0].kind, BreachKind::window_start);
}

TEST(Checker, NamesAnEndAfterItsWindow) {
    const auto tighten = [](ProblemData& data) { data.activities[2].latest_end = 9; };
    const Breach expected{.kind = BreachKind::window_end, .activity = 2, .first_day = 9, .last_day = 10, .amount = 2};
    EXPECT_EQ(check_office(holds_well, tighten), Breaches{expected});
    const auto shorten = [](ProblemData& data) { data.horizon = 10; };
    const auto found = check_office(holds_well, shorten);
    ASSERT_EQ(found.size(), 2u);  // 2 ends on 11, and so does the milestone
    EXPECT_EQ(found[0].kind, BreachKind::window_end);
    EXPECT_EQ(found[0].amount, 1);
}

TEST(Checker, NamesADayInAForbiddenInterval) {
    // The weekend of days 12 and 13 lies between the working days of activity 2 and counts.
    const auto forbid = [](ProblemData& data) { data.forbidden_sets[0] = {{5, 6}, {10, 11}, {12, 13}}; };
    const Breach expected{.kind = BreachKind::forbidden, .activity = 2, .first_day = 10, .last_day = 10, .amount = 1};
    EXPECT_EQ(check_office(holds_well, forbid), Breaches{expected});
}

TEST(Checker, NamesAFixedActivityThatMoved) {
    const Breach expected{.kind = BreachKind::fixed, .activity = 0, .first_day = 0, .last_day = 1, .amount = 1};
    EXPECT_EQ(check_office(moved(0, 1)), Breaches{expected});
}

TEST(Checker, NamesTheLinkAndByHowManyDays) {
    const auto fewer_units = [](ProblemData& data) { data.activities[1].modes[0].demands.clear(); };
    const Breach at_least{
        .kind = BreachKind::link, .activity = 2, .what = 0, .first_day = 4, .last_day = 4, .amount = 3};
    EXPECT_EQ(check_office(moved(2, 4), fewer_units), Breaches{at_least});
    // Activity 2 ends on 11, a Friday; two working days later is Tuesday 15, and Wednesday is a day late.
    const auto no_gate = [](ProblemData& data) { data.gates.clear(); };
    const Breach at_most{
        .kind = BreachKind::link, .activity = 4, .what = 1, .first_day = 16, .last_day = 16, .amount = 1};
    EXPECT_EQ(check_office(moved(4, 16), no_gate), Breaches{at_most});
}

TEST(Checker, NamesEachOverloadedStretchOfAPool) {
    // Both want 2 of 3 units on days 2 to 4.
    const auto unlink = [](ProblemData& data) { data.links.clear(); };
    const auto found = check_office(moved(2, 2), unlink);
    EXPECT_EQ(found, (Breaches{{.kind = BreachKind::pool, .what = 0, .first_day = 2, .last_day = 4, .amount = 1}}));
}

TEST(Checker, BridgesDaysOffWithinAStretch) {
    // From Thursday 10 over the weekend to Tuesday 15; from day 14 on only one unit is there, so the worst is on 14 and 15.
    const auto unlink = [](ProblemData& data) {
        data.links.clear();
        data.activities[2].modes[0].demands[0].units = 4;
    };
    const auto found = check_office(moved(2, 10), unlink);
    EXPECT_EQ(found, (Breaches{{.kind = BreachKind::pool, .what = 0, .first_day = 10, .last_day = 15, .amount = 3}}));
}

TEST(Checker, ParallelStretchesAreTwo) {
    ProblemData data{.horizon = 20};
    data.pools = {Pool{{{0, 1}}}};
    data.activities.resize(2);
    data.activities[0].modes = {{.duration = 2, .demands = {{0, 2}}}};
    data.activities[1].modes = {{.duration = 1, .demands = {{0, 3}}}};
    const auto found = check(Problem::make(std::move(data)).value(), {{0, 3}, {0, 0}});
    EXPECT_EQ(found, (Breaches{{.kind = BreachKind::pool, .what = 0, .first_day = 0, .last_day = 1, .amount = 1},
                               {.kind = BreachKind::pool, .what = 0, .first_day = 3, .last_day = 3, .amount = 2}}));
}

TEST(Checker, CountsAFixedActivityFromItsUsesFrom) {
    // 0 needs all 3 units, but day 0 is past: only day 1 counts against a capacity of 2.
    const auto fewer = [](ProblemData& data) { data.pools[0].steps[0].capacity = 2; };
    EXPECT_EQ(check_office(holds_well, fewer),
              (Breaches{{.kind = BreachKind::pool, .what = 0, .first_day = 1, .last_day = 1, .amount = 1}}));
}

TEST(Checker, NamesTheBudgetAndThePeriod) {
    const auto dearer = [](ProblemData& data) { data.activities[2].modes[0].expenses[0].amount = 7; };
    EXPECT_EQ(
        check_office(holds_well, dearer),
        (Breaches{{.kind = BreachKind::budget, .what = 0, .period = 0, .first_day = 0, .last_day = 13, .amount = 3}}));
    // At the finish, in the second period: 9 of 8.
    const auto later = [](ProblemData& data) {
        data.activities[2].modes[0].expenses[0].amount = 9;
        data.pools[0].steps.pop_back();
        data.links.clear();
    };
    EXPECT_EQ(
        check_office(moved(2, 11), later),
        (Breaches{{.kind = BreachKind::budget, .what = 0, .period = 1, .first_day = 14, .last_day = 27, .amount = 1}}));
}

TEST(Checker, SpreadsAnExpenseOverTheMonthsTouched) {
    // 17 over two months: 8 and 9; the second period allows 8.
    const auto spread = [](ProblemData& data) {
        data.months = 1;
        data.activities[1].modes[0].expenses.clear();
        data.activities[2].modes[0].expenses[0] = {0, 17, Charge::spread};
        data.pools[0].steps.pop_back();
        data.links.clear();
    };
    EXPECT_EQ(
        check_office(moved(2, 11), spread),
        (Breaches{{.kind = BreachKind::budget, .what = 0, .period = 1, .first_day = 14, .last_day = 27, .amount = 1}}));
}

TEST(Checker, NamesAnEmptyAndAnOverflowingReservoir) {
    const auto empty = [](ProblemData& data) { data.reservoirs[0].initial = 1; };
    EXPECT_EQ(check_office(holds_well, empty),
              (Breaches{{.kind = BreachKind::reservoir, .what = 0, .first_day = 2, .last_day = 2, .amount = 1}}));
    Schedule with_option = holds_well;
    with_option.mode[3] = 0;
    with_option.start[3] = 1;
    EXPECT_EQ(check_office(with_option),
              (Breaches{{.kind = BreachKind::reservoir, .what = 0, .first_day = 1, .last_day = 1, .amount = 1}}));
    with_option.start[3] = 2;  // what is taken and given on one day is netted
    EXPECT_EQ(check_office(with_option, [](ProblemData& data) { data.reservoirs[0].maximum = 4; }), Breaches{});
}

TEST(Checker, NamesTheGroup) {
    const auto found = [](Group group) {
        return check_office(holds_well, [&](ProblemData& data) { data.groups = {group}; });
    };
    const Breaches one{{.kind = BreachKind::group, .what = 0, .amount = 1}};
    EXPECT_EQ(found({Group::Kind::exactly, 1, {3}}), one);
    EXPECT_EQ(found({Group::Kind::exactly, 1, {1, 2}}), one);
    EXPECT_EQ(found({Group::Kind::at_most, 1, {1, 2, 3}}), one);
    EXPECT_EQ(found({Group::Kind::implies, 1, {1, 3, 2}}), one);
    EXPECT_EQ(found({Group::Kind::implies, 1, {3, 1}}), Breaches{});
}

TEST(Checker, NamesAFirmGateAndForgivesASoftOne) {
    const auto earlier = [](ProblemData& data) { data.gates[0].due_end = 9; };
    EXPECT_EQ(check_office(holds_well, earlier),
              (Breaches{{.kind = BreachKind::firm_gate, .what = 0, .first_day = 9, .last_day = 10, .amount = 2}}));
}

TEST(Checker, OrdersByKindThenIndexThenDay) {
    const auto change = [](ProblemData& data) {
        data.gates[0].due_end = 9;
        data.reservoirs[0].initial = 1;
        data.activities[2].latest_end = 9;
    };
    const auto found = check_office(moved(0, 1), change);
    ASSERT_EQ(found.size(), 4u);
    EXPECT_EQ(found[0].kind, BreachKind::window_end);
    EXPECT_EQ(found[1].kind, BreachKind::fixed);
    EXPECT_EQ(found[2].kind, BreachKind::reservoir);
    EXPECT_EQ(found[3].kind, BreachKind::firm_gate);
}

TEST(Checker, SurvivesAnySchedule) {
    const ProblemData data = office();
    const Problem problem = Problem::make(data).value();
    for (const Day day : {INT32_MIN, -1, 27, 28, 29, never, INT32_MAX}) {
        EXPECT_FALSE(check(problem, {{day, day, day, day, day}, {0, 0, 0, 0, 0}}).empty());
    }
}

/// The plainest reading of the pools: every activity on every working day.
bool pools_hold(const Problem& problem, const Schedule& schedule) {
    for (std::size_t pool = 0; pool < problem.data().pools.size(); ++pool) {
        for (Day day = 0; day < problem.data().horizon; ++day) {
            std::int64_t load = 0;
            for (std::int32_t i = 0; i < problem.size(); ++i) {
                const auto at = static_cast<std::size_t>(i);
                if (!problem.calendar_of(i).works(day) || day < schedule.start[at]) continue;
                if (day >= end_of(problem, schedule, i)) continue;
                for (const Demand& demand : problem.activity(i).modes[0].demands) {
                    if (static_cast<std::size_t>(demand.pool) == pool) load += demand.units;
                }
            }
            std::int64_t capacity = 0;
            for (const CapacityStep& step : problem.data().pools[pool].steps) {
                if (step.from <= day) capacity = step.capacity;
            }
            if (load > capacity) return false;
        }
    }
    return true;
}

TEST(Checker, AgreesWithCountingEveryDay) {
    int overloaded = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const Problem problem =
            generate_instance({.activities = 6, .shapes = {Shape::calendars, Shape::capacity_steps}, .seed = seed});
        Schedule schedule{std::vector<Day>(6), std::vector<std::int32_t>(6, 0)};
        for (std::int32_t i = 0; i < 6; ++i) {
            const auto wanted = static_cast<Day>((seed * 7 + static_cast<std::uint64_t>(i) * 3) % 11);
            schedule.start[static_cast<std::size_t>(i)] = problem.calendar_of(i).next(wanted);
        }
        bool named = false;
        for (const Breach& breach : check(problem, schedule)) named = named || breach.kind == BreachKind::pool;
        ASSERT_EQ(named, !pools_hold(problem, schedule)) << "seed " << seed;
        if (named) ++overloaded;
    }
    EXPECT_GT(overloaded, 50);
    EXPECT_LT(overloaded, 300);
}

}  // namespace
}  // namespace masar::problem
