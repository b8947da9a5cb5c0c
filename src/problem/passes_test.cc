#include "problem/passes.h"

#include "problem/brute_force.h"
#include "problem/checker.h"
#include "problem/generate_instance.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace masar::problem {
namespace {

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

Activity lasting(std::int32_t duration, std::int32_t calendar = 0) {
    Activity activity;
    activity.calendar = calendar;
    activity.modes.push_back({.duration = duration});
    return activity;
}

ProblemData chain(const std::vector<std::int32_t>& durations) {
    ProblemData data;
    for (const auto duration : durations) data.activities.push_back(lasting(duration));
    for (std::int32_t i = 1; i < static_cast<std::int32_t>(durations.size()); ++i)
        data.links.push_back({.from = i - 1, .to = i});
    return data;
}

/// An activity of a PERT network: optimistic, most likely, pessimistic and its predecessors by letter.
struct Estimate {
    int o, m, p;
    std::string before;
};

/// Durations o + 4m + p, six times the expected ones, so that they are whole.
Problem pert(const std::vector<Estimate>& network) {
    ProblemData data;
    for (const Estimate& estimate : network)
        data.activities.push_back(lasting(estimate.o + 4 * estimate.m + estimate.p));
    for (std::int32_t to = 0; at(to) < network.size(); ++to) {
        for (const char letter : network[at(to)].before) data.links.push_back({.from = letter - 'A', .to = to});
    }
    return Problem::make(std::move(data)).value();
}

std::string critical_letters(const std::vector<Float>& all) {
    std::string letters;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].critical) letters += static_cast<char>('A' + i);
    }
    return letters;
}

/// PERT-1 of the golden vectors; published as PRIME CPM, unit 4 (scribd presentation 396883604): length 17, path C F H J.
TEST(PassesGolden, Pert1) {
    const Problem problem = pert({{5, 6, 7, ""},
                                  {1, 3, 5, ""},
                                  {1, 4, 7, ""},
                                  {1, 2, 3, "A"},
                                  {1, 2, 9, "B"},
                                  {1, 5, 9, "C"},
                                  {2, 2, 8, "C"},
                                  {4, 4, 10, "EF"},
                                  {2, 5, 8, "D"},
                                  {2, 2, 8, "HG"}});
    const Passes passes = run_passes(problem, {});
    EXPECT_EQ(passes.makespan, 17 * 6);
    const std::vector<Float> all = floats(problem, passes, {});
    const int expected[] = {4, 3, 0, 4, 3, 0, 7, 0, 4, 0};
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i].total, expected[i] * 6) << i;
    EXPECT_EQ(critical_letters(all), "CFHJ");
}

/// PERT-2, published at wizedu.com question 717873: length 50.8333, starts of C 5.3333, E 10.3333, F 13.5, floats B 8, D and F 1.8333.
TEST(PassesGolden, Pert2) {
    const Problem problem = pert({{5, 5, 7, ""},
                                  {1, 2, 5, ""},
                                  {5, 5, 5, "A"},
                                  {4, 8, 13, "A"},
                                  {1, 10, 17, "BC"},
                                  {1, 5, 7, "D"},
                                  {2, 6, 9, "D"},
                                  {4, 4, 6, "EF"},
                                  {2, 7, 10, "GH"},
                                  {2, 4, 7, "I"},
                                  {6, 10, 13, "I"},
                                  {2, 6, 6, "J"},
                                  {2, 2, 3, "K"},
                                  {7, 7, 12, "LM"}});
    const Passes passes = run_passes(problem, {});
    EXPECT_EQ(passes.makespan, 305);
    EXPECT_EQ(passes.earliest_start[2], 32);
    EXPECT_EQ(passes.earliest_start[4], 62);
    EXPECT_EQ(passes.earliest_start[3], 32);
    EXPECT_EQ(passes.earliest_start[5], 81);
    const std::vector<Float> all = floats(problem, passes, {});
    EXPECT_EQ(all[1].total, 48);
    EXPECT_EQ(all[3].total, 11);
    EXPECT_EQ(all[5].total, 11);
    EXPECT_EQ(critical_letters(all), "ACEHIKMN");
}

TEST(Passes, ChainOverAWeekend) {
    ProblemData data = chain({3, 4});
    data.horizon = 14;
    data.work_times.emplace_back(std::vector<bool>{1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 0, 0});
    data.activities[0].calendar = data.activities[1].calendar = data.links[0].calendar = 1;
    const Problem problem = Problem::make(std::move(data)).value();
    const Passes passes = run_passes(problem, {.latest_finish = 12});
    EXPECT_EQ(passes.earliest_start, (std::vector<Day>{0, 3}));
    EXPECT_EQ(passes.earliest_end, (std::vector<Day>{3, 9}));  // Thursday, Friday, Monday, Tuesday
    EXPECT_EQ(passes.latest_start, (std::vector<Day>{3, 8}));
    EXPECT_EQ(passes.latest_end, (std::vector<Day>{8, 12}));
    const auto all = floats(problem, passes, {.latest_finish = 12});
    EXPECT_EQ(all[0].total, 3);  // Monday to Thursday of the first week, in working days
    EXPECT_EQ(all[1].total, 3);
    EXPECT_TRUE(all[0].critical);  // against the project's own end there is no float
    EXPECT_EQ(all[0].free, 0);
}

TEST(Passes, FreeFloatKeepsTheSuccessorsEarliestDate) {
    // 0 (2 days) and 1 (5 days) precede 2; 0 may slip three days without moving anything, 3 only follows 0.
    ProblemData data = chain({2, 5, 1, 1});
    data.links = {{.from = 0, .to = 2}, {.from = 1, .to = 2}, {.from = 0, .to = 3}};
    const Problem problem = Problem::make(std::move(data)).value();
    const auto all = floats(problem, run_passes(problem, {}), {});
    EXPECT_EQ(all[0].total, 3);
    EXPECT_EQ(all[0].free, 0);  // 3 would move
    EXPECT_EQ(all[3].free, 3);
    EXPECT_EQ(critical_letters(all), "BC");
}

TEST(Passes, WindowsGiveNegativeFloat) {
    ProblemData data = chain({4, 4});
    data.activities[1].latest_end = 6;
    const Problem problem = Problem::make(std::move(data)).value();
    const Passes passes = run_passes(problem, {});
    EXPECT_EQ(floats(problem, passes, {})[1].total, -2);
    const PassOptions without{.windows = false};
    EXPECT_EQ(floats(problem, run_passes(problem, without), without)[1].total, 0);
}

TEST(Passes, ForbiddenIntervalsAreJumpedInBothDirections) {
    ProblemData data = chain({3, 3});
    data.forbidden_sets = {{{4, 6}, {12, 14}}};
    data.activities[1].forbidden = 0;
    const Problem problem = Problem::make(std::move(data)).value();
    EXPECT_EQ(first_start(problem, 1, 0, 0), 0);
    EXPECT_EQ(first_start(problem, 1, 0, 2), 6);  // would lie on day 4
    EXPECT_EQ(first_start(problem, 1, 0, 10), 14);
    EXPECT_EQ(last_start(problem, 1, 0, 14), 9);
    EXPECT_EQ(last_start(problem, 1, 0, 8), 1);
    EXPECT_EQ(last_start(problem, 1, 0, 2), -1);
    const Passes passes = run_passes(problem, {.latest_finish = 13});
    EXPECT_EQ(passes.earliest_start[1], 6);
    EXPECT_EQ(passes.latest_start[1], 9);
    EXPECT_EQ(passes.latest_start[0], 6);
}

TEST(Passes, AMilestoneNeedsItsOwnDayFree) {
    ProblemData data;
    data.activities = {lasting(0)};
    data.activities[0].forbidden = 0;
    data.forbidden_sets = {{{2, 5}}};
    const Problem problem = Problem::make(std::move(data)).value();
    EXPECT_EQ(first_start(problem, 0, 0, 2), 5);
    EXPECT_EQ(last_start(problem, 0, 0, 4), 1);
    EXPECT_EQ(last_start(problem, 0, 0, 5), 5);
}

TEST(Passes, MaximalLagsPushThePredecessor) {
    // 1 starts at most 2 days after the end of 0, and not before day 10.
    ProblemData data = chain({3, 1});
    data.links.push_back({.from = 0, .to = 1, .sense = Sense::at_most, .lag = 2});
    data.activities[1].earliest_start = 10;
    const Problem problem = Problem::make(std::move(data)).value();
    const Passes passes = run_passes(problem, {});
    EXPECT_EQ(passes.earliest_start, (std::vector<Day>{5, 10}));
}

TEST(Passes, NameThePositiveCycleInOrder) {
    // 0 → 1 → 2 takes 2 + 5 days, but 2 may start at most 6 days after 0.
    ProblemData data = chain({2, 5, 1, 1});
    data.links.push_back({.from = 2, .to = 0, .from_anchor = Anchor::start, .lag = -6});
    const Problem problem = Problem::make(std::move(data)).value();
    EXPECT_EQ(run_passes(problem, {}).contradiction, (std::vector{0, 1, 2}));
    ProblemData loose = chain({2, 5, 1, 1});
    loose.links.push_back({.from = 2, .to = 0, .from_anchor = Anchor::start, .lag = -7});
    EXPECT_TRUE(run_passes(Problem::make(std::move(loose)).value(), {}).contradiction.empty());
}

TEST(Passes, NameTheCycleOnCalendarsToo) {
    // From Friday to the following Monday are three days; at most one working day later on the other calendar is Sunday.
    ProblemData data = chain({1, 1});
    data.horizon = 70;
    std::vector<bool> monday_to_friday;
    std::vector<bool> fridays;
    for (int day = 0; day < 70; ++day) {
        monday_to_friday.push_back(day % 7 < 5);
        fridays.push_back(day % 7 == 4);
    }
    data.work_times.emplace_back(monday_to_friday);
    data.work_times.emplace_back(fridays);
    data.activities[0].calendar = 2;
    data.activities[1].calendar = 1;
    data.links[0].calendar = 1;
    data.links.push_back({.from = 0, .to = 1, .from_anchor = Anchor::start, .sense = Sense::at_most, .lag = 2});
    const Problem problem = Problem::make(std::move(data)).value();
    EXPECT_EQ(run_passes(problem, {}).contradiction, (std::vector{0, 1}));
}

TEST(Passes, FixedActivitiesStandAndShowNegativeFloatBeforeThem) {
    ProblemData data = chain({4, 2, 3});
    data.horizon = 40;
    data.fixed_activities = {{.start = 2, .end = 7, .uses_from = 5, .mode = 0}};
    data.activities[1].fixed = 0;
    const Problem problem = Problem::make(std::move(data)).value();
    const Passes passes = run_passes(problem, {});
    EXPECT_EQ(passes.earliest_start, (std::vector<Day>{0, 2, 7}));
    EXPECT_EQ(passes.latest_start[0], -1);
    EXPECT_LT(floats(problem, passes, {})[0].total, 0);
}

TEST(Passes, OptionsAreLeftOutUnlessChosen) {
    ProblemData data = chain({4, 9, 3});
    data.activities[1].optional = true;
    data.activities[1].modes.push_back({.duration = 2});
    const Problem problem = Problem::make(std::move(data)).value();
    const Passes without = run_passes(problem, {});
    EXPECT_EQ(without.makespan, 4);
    EXPECT_EQ(without.earliest_start[1], never);
    EXPECT_EQ(run_passes(problem, {.modes = {0, 1, 0}}).makespan, 9);
}

TEST(Passes, HundredThousandActivities) {
    const Problem problem = generate_instance({.activities = 100'000, .pools = 3, .longest_duration = 9, .density = 2});
    const Passes passes = run_passes(problem, {});
    const Schedule schedule{passes.earliest_start, std::vector<std::int32_t>(100'000, 0)};
    for (const Breach& breach : check(problem, schedule)) ASSERT_EQ(breach.kind, BreachKind::pool);
    EXPECT_EQ(makespan(problem, schedule), passes.makespan);
}

/// Everything that the passes look at, and nothing else.
InstanceOptions time_only(std::uint64_t seed) {
    return {.activities = 4,
            .pools = 0,
            .longest_duration = 3,
            .density = 1.3,
            .shapes = {Shape::mixed_links, Shape::maximal_lags, Shape::calendars, Shape::windows, Shape::forbidden},
            .seed = seed};
}

bool fits(const Problem& problem, const Passes& passes) {
    if (!passes.contradiction.empty()) return false;
    for (std::int32_t i = 0; i < problem.size(); ++i) {
        if (passes.earliest_start[at(i)] > passes.latest_start[at(i)] || passes.earliest_start[at(i)] == never)
            return false;
    }
    return true;
}

ExhaustiveAnswer search_with_start(const Problem& problem, std::int32_t i, Day earliest, Day horizon) {
    ProblemData data = problem.data();
    data.activities[at(i)].earliest_start = std::max(earliest, data.activities[at(i)].earliest_start);
    data.horizon = horizon;
    return search_all(Problem::make(std::move(data)).value());
}

TEST(PassesAgainstExhaustiveSearch, FindADateWhereverThereIsOne) {
    int feasible = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const Problem problem = generate_instance(time_only(seed));
        const Passes passes = run_passes(problem, {});
        const ExhaustiveAnswer truth = search_all(problem);
        ASSERT_TRUE(truth.complete);
        ASSERT_EQ(fits(problem, passes), truth.best.has_value()) << "seed " << seed;
        if (!truth.best) continue;
        ++feasible;
        ASSERT_EQ(truth.objective.front(), passes.makespan) << "seed " << seed;
        const Schedule earliest{passes.earliest_start, std::vector<std::int32_t>(4, 0)};
        ASSERT_TRUE(check(problem, earliest).empty()) << "seed " << seed;
        const Schedule latest{passes.latest_start, std::vector<std::int32_t>(4, 0)};
        ASSERT_TRUE(check(problem, latest).empty()) << "seed " << seed;
    }
    EXPECT_GT(feasible, 100);
}

TEST(PassesAgainstExhaustiveSearch, NoDateIsEarlierOrLater) {
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
        const Problem problem = generate_instance(time_only(seed));
        const Passes passes = run_passes(problem, {});
        if (!fits(problem, passes)) continue;
        const Day end = passes.makespan;
        for (std::int32_t i = 0; i < problem.size(); ++i) {
            ASSERT_TRUE(search_with_start(problem, i, passes.latest_start[at(i)], end).best) << "seed " << seed;
            ASSERT_FALSE(search_with_start(problem, i, passes.latest_start[at(i)] + 1, end).best) << "seed " << seed;
            ProblemData data = problem.data();
            data.gates = {{.due_end = 0, .requires_done = {i}}};
            data.objectives = {Objective::gate_lateness};
            const ExhaustiveAnswer soonest = search_all(Problem::make(std::move(data)).value());
            ASSERT_EQ(soonest.objective.front(), passes.earliest_end[at(i)]) << "seed " << seed << " activity " << i;
        }
    }
}

}  // namespace
}  // namespace masar::problem
