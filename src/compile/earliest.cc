#include "compile/earliest.h"

#include "problem/passes.h"

#include <algorithm>

namespace masar::compile {
namespace {

using problem::Day;
using problem::Schedule;

/// The first mode of every mandatory activity, and the first options of each group that demands some.
std::vector<std::int32_t> first_modes(const problem::Problem& problem) {
    std::vector<std::int32_t> modes(static_cast<std::size_t>(problem.size()), 0);
    for (std::int32_t i = 0; i < problem.size(); ++i) {
        const problem::Activity& activity = problem.activity(i);
        if (activity.fixed >= 0)
            modes[static_cast<std::size_t>(i)] =
                problem.data().fixed_activities[static_cast<std::size_t>(activity.fixed)].mode;
        else if (activity.optional)
            modes[static_cast<std::size_t>(i)] = Schedule::not_chosen;
    }
    const auto chosen = [&](std::int32_t member) -> std::int32_t& { return modes[static_cast<std::size_t>(member)]; };
    for (const problem::Group& group : problem.data().groups) {
        auto missing = static_cast<std::ptrdiff_t>(group.kind == problem::Group::Kind::exactly ? group.count : 0);
        if (group.kind == problem::Group::Kind::implies && chosen(group.members.front()) != Schedule::not_chosen)
            missing = std::ssize(group.members);
        missing -=
            std::ranges::count_if(group.members, [&](auto member) { return chosen(member) != Schedule::not_chosen; });
        for (const std::int32_t member : group.members)
            if (missing > 0 && chosen(member) == Schedule::not_chosen) chosen(member) = 0, --missing;
    }
    return modes;
}

}  // namespace

Schedule earliest_schedule(const CompiledPlan& compiled) {
    const problem::Problem& problem = compiled.problem;
    Schedule schedule{{}, first_modes(problem)};
    const problem::Passes passes = problem::run_passes(problem, {.modes = schedule.mode});
    schedule.start = passes.earliest_start;
    for (std::int32_t i = 0; i < problem.size(); ++i) {
        Day& start = schedule.start[static_cast<std::size_t>(i)];
        if (start < problem::never) continue;
        const problem::WorkTime& time = problem.calendar_of(i);
        start = time.every_day() ? problem.data().horizon - 1 : time.nth(time.count_before(problem.data().horizon) - 1);
        start = std::max(start, 0);
    }
    return schedule;
}

}  // namespace masar::compile
