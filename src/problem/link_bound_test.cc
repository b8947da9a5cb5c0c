#include "problem/link_bound.h"

#include "problem/check_days.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace masar::problem {
namespace {

/// Day 0 is a Monday. Calendar 1 works Monday to Friday, calendar 2 Sunday to Thursday.
Problem four_weeks() {
    std::vector<bool> monday_to_friday;
    std::vector<bool> sunday_to_thursday;
    for (int day = 0; day < 28; ++day) {
        monday_to_friday.push_back(day % 7 < 5);
        sunday_to_thursday.push_back(day % 7 != 4 && day % 7 != 5);
    }
    ProblemData data{.horizon = 28};
    data.work_times.emplace_back(monday_to_friday);
    data.work_times.emplace_back(sunday_to_thursday);
    return Problem::make(std::move(data)).value();
}

struct Case {
    Anchor from;
    Anchor to;
    std::int32_t lag;
    Day every_day, monday_to_friday, sunday_to_thursday;
};

/// The predecessor works on Friday, day 4, only: it starts on 4 and ends, exclusively, on 5.
constexpr Span on_friday{4, 5};
constexpr Anchor start = Anchor::start;
constexpr Anchor finish = Anchor::finish;

const Case worked_by_hand[] = {
    // finish→start: the first working day after Friday is Monday 7, on the other calendar Sunday 6
    {finish, start, 0, 5, 7, 6},
    {finish, start, 2, 7, 9, 8},
    {finish, start, -2, 3, 3, 2},
    // start→start: two working days after Friday are Tuesday 8, on the other calendar Monday 7
    {start, start, 0, 4, 4, 4},
    {start, start, 2, 6, 8, 7},
    {start, start, -2, 2, 2, 2},
    // finish→finish: exclusive ends, so one more than the last day
    {finish, finish, 0, 5, 5, 5},
    {finish, finish, 2, 7, 9, 8},
    {finish, finish, -2, 3, 3, 3},
    // start→finish: the successor's last day is the day of the start, or two working days off it
    {start, finish, 0, 5, 5, 5},
    {start, finish, 2, 7, 9, 8},
    {start, finish, -2, 3, 3, 3},
};

TEST(LinkBound, IsTheDayWorkedOutByHand) {
    const Problem problem = four_weeks();
    for (const Case& c : worked_by_hand) {
        const Day expected[] = {c.every_day, c.monday_to_friday, c.sunday_to_thursday};
        for (std::int32_t calendar = 0; calendar < 3; ++calendar) {
            const Link link{0, 1, c.from, c.to, Sense::at_least, c.lag, calendar};
            EXPECT_EQ(link_bound(problem, link, on_friday), expected[calendar])
                << "from " << int(c.from) << " to " << int(c.to) << " lag " << c.lag << " calendar " << calendar;
        }
    }
}

TEST(LinkBound, SaysNeverPastTheHorizonAndMinusOneBeforeDayZero) {
    const Problem problem = four_weeks();
    EXPECT_EQ(link_bound(problem, {0, 1, finish, start, Sense::at_least, 40, 1}, on_friday), never);
    EXPECT_EQ(link_bound(problem, {0, 1, finish, finish, Sense::at_least, 40, 1}, on_friday), never);
    EXPECT_EQ(link_bound(problem, {0, 1, start, start, Sense::at_most, -9, 1}, on_friday), -1);
    EXPECT_EQ(link_bound(problem, {0, 1, finish, start, Sense::at_least, 3, 0}, {never, never}), never);
}

TEST(LinkBound, HoldsComparesTheAnchoredEvent) {
    const Problem problem = four_weeks();
    const Link at_least{0, 1, finish, start, Sense::at_least, 0, 1};
    EXPECT_TRUE(holds(problem, at_least, on_friday, {7, 9}));
    EXPECT_FALSE(holds(problem, at_least, on_friday, {6, 9}));
    const Link at_most{0, 1, finish, finish, Sense::at_most, 2, 1};
    EXPECT_TRUE(holds(problem, at_most, on_friday, {7, 9}));
    EXPECT_FALSE(holds(problem, at_most, on_friday, {7, 10}));
}

struct Random {
    Problem problem;
    Link link;
};

Random any_link() {
    ProblemData data{.horizon = 30};
    std::vector<bool> worked;
    for (int day = 0; day < 30; ++day) worked.push_back(*rc::gen::inRange(0, 3) > 0);
    data.work_times.emplace_back(worked);
    return {Problem::make(std::move(data)).value(),
            {0, 1, *rc::gen::element(start, finish), *rc::gen::element(start, finish), Sense::at_least,
             *rc::gen::inRange(-6, 7), *rc::gen::inRange(0, 2)}};
}

Day bound_of_event(const Random& random, Day event) { return link_bound(random.problem, random.link, {event, event}); }

RC_GTEST_PROP(LinkBoundProperty, AgreesWithWalkingFromDayToDay, ()) {
    const Random random = any_link();
    const auto& calendar = random.problem.data().work_times[static_cast<std::size_t>(random.link.calendar)];
    const auto event = *rc::gen::inRange<Day>(0, 31);
    const checking::Placed placed{.part = true, .start = event, .end = event};
    const Day walked = checking::bound_by_walking(calendar, random.link, placed);
    RC_ASSERT(bound_of_event(random, event) == std::max(walked, -1));
}

RC_GTEST_PROP(LinkBoundProperty, NeverGoesBackAsTheEventMovesOn, ()) {
    const Random random = any_link();
    for (Day event = 1; event <= 30; ++event)
        RC_ASSERT(bound_of_event(random, event - 1) <= bound_of_event(random, event));
}

RC_GTEST_PROP(LinkBoundProperty, InverseIsTheLatestEventThatFits, ()) {
    const Random random = any_link();
    const auto target = *rc::gen::inRange<Day>(0, 31);
    const Day inverse = link_inverse(random.problem, random.link, target);
    const Day needed = link_needed(random.problem, random.link, target);
    for (Day event = 0; event <= 40; ++event) {
        RC_ASSERT((bound_of_event(random, event) <= target) == (event <= inverse));
        RC_ASSERT((bound_of_event(random, event) >= target) == (event >= needed));
    }
}

}  // namespace
}  // namespace masar::problem
