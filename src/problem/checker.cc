#include "problem/checker.h"

#include "problem/check_days.h"
#include "problem/check_loads.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace masar::problem {
namespace {

using checking::Placed;
using checking::Placement;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

/// Looks at each constraint once and writes down what is broken.
class Inspection {
public:
    Inspection(const ProblemData& data, const Schedule& schedule) : data_(data), schedule_(schedule) {}

    std::vector<Breach> run() {
        if (schedule_.start.size() != data_.activities.size() || schedule_.mode.size() != data_.activities.size()) {
            return {Breach{.kind = BreachKind::shape}};
        }
        placement_.resize(data_.activities.size());
        for (std::int32_t i = 0; at(i) < placement_.size(); ++i) place(i);
        for (std::int32_t i = 0; at(i) < placement_.size(); ++i) check_days_of(i);
        check_links();
        checking::check_pools(data_, placement_, breaches_);
        checking::check_budgets(data_, placement_, breaches_);
        checking::check_reservoirs(data_, placement_, breaches_);
        check_groups();
        check_gates();
        checking::check_goals(data_, placement_, breaches_);
        sort_breaches();
        return std::move(breaches_);
    }

private:
    void place(std::int32_t i) {
        const Activity& activity = data_.activities[at(i)];
        const std::int32_t mode = schedule_.mode[at(i)];
        const bool left_out = mode == Schedule::not_chosen;
        if (left_out && activity.optional) return;
        if (mode < 0 || at(mode) >= activity.modes.size()) {
            breaches_.push_back({BreachKind::shape, i});
            return;
        }
        Placed& placed = placement_[at(i)];
        placed.part = true;
        placed.mode = &activity.modes[at(mode)];
        placed.start = std::min(schedule_.start[at(i)], never);
        placed.end = checking::end_by_walking(data_.work_times[at(activity.calendar)], std::max(placed.start, 0),
                                              placed.mode->duration);
    }

    void check_days_of(std::int32_t i) {
        const Activity& activity = data_.activities[at(i)];
        Placed& placed = placement_[at(i)];
        if (activity.fixed >= 0) return check_fixed(i, data_.fixed_activities[at(activity.fixed)]);
        if (!placed.part) return;
        if (placed.start < activity.earliest_start) {
            breaches_.push_back({BreachKind::window_start, i, -1, -1, placed.start, activity.earliest_start - 1,
                                 std::int64_t{activity.earliest_start} - placed.start});
        }
        placed.part = placed.start >= 0;
        if (!placed.part) return;
        if (!data_.work_times[at(activity.calendar)].works(placed.start)) {
            breaches_.push_back({BreachKind::not_working, i, -1, -1, placed.start, placed.start, 1});
        }
        const Day limit = std::min(activity.latest_end, data_.horizon);
        if (placed.end > limit) {
            breaches_.push_back({BreachKind::window_end, i, -1, -1, limit, placed.end - 1, placed.end - limit});
        }
        if (activity.forbidden >= 0) check_forbidden(i, data_.forbidden_sets[at(activity.forbidden)]);
    }

    /// What is fixed takes its recorded days, wherever the schedule puts it.
    void check_fixed(std::int32_t i, const Fixed& fixed) {
        Placed& placed = placement_[at(i)];
        const Day start = schedule_.start[at(i)];
        if (!placed.part || start != fixed.start || schedule_.mode[at(i)] != fixed.mode) {
            breaches_.push_back({BreachKind::fixed, i, -1, -1, fixed.start, std::max(fixed.start, fixed.end - 1),
                                 placed.part ? std::abs(std::int64_t{start} - fixed.start) : 0});
        }
        placed = {true, fixed.start, fixed.end, &data_.activities[at(i)].modes[at(fixed.mode)]};
    }

    void check_forbidden(std::int32_t i, const std::vector<Interval>& set) {
        const Placed& placed = placement_[at(i)];
        const Day taken_to = std::max(placed.end, placed.start + 1);
        for (const Interval& interval : set) {
            const Day first = std::max(interval.from, placed.start);
            const Day after = std::min(interval.to, taken_to);
            if (first < after) breaches_.push_back({BreachKind::forbidden, i, -1, -1, first, after - 1, after - first});
        }
    }

    void check_links() {
        for (std::int32_t index = 0; at(index) < data_.links.size(); ++index) {
            const Link& link = data_.links[at(index)];
            const Placed& from = placement_[at(link.from)];
            const Placed& to = placement_[at(link.to)];
            if (!from.part || !to.part) continue;
            const std::int64_t bound = checking::bound_by_walking(data_.work_times[at(link.calendar)], link, from);
            const Day event = link.to_anchor == Anchor::start ? to.start : to.end;
            const std::int64_t off = link.sense == Sense::at_least ? bound - event : event - bound;
            if (off > 0) breaches_.push_back({BreachKind::link, link.to, index, -1, event, event, off});
        }
    }

    void check_groups() {
        for (std::int32_t index = 0; at(index) < data_.groups.size(); ++index) {
            const Group& group = data_.groups[at(index)];
            const auto chosen = std::count_if(group.members.begin(), group.members.end(),
                                              [&](std::int32_t i) { return placement_[at(i)].part; });
            std::int64_t off = 0;
            switch (group.kind) {
                case Group::Kind::exactly: off = std::abs(chosen - group.count); break;
                case Group::Kind::at_most: off = chosen - group.count; break;
                case Group::Kind::implies:
                    if (placement_[at(group.members.front())].part) {
                        off = static_cast<std::int64_t>(group.members.size()) - chosen;
                    }
                    break;
            }
            if (off > 0) breaches_.push_back({.kind = BreachKind::group, .what = index, .amount = off});
        }
    }

    void check_gates() {
        for (std::int32_t index = 0; at(index) < data_.gates.size(); ++index) {
            const Gate& gate = data_.gates[at(index)];
            if (!gate.firm) continue;
            Day last = 0;
            for (const auto i : gate.requires_done) {
                if (placement_[at(i)].part) last = std::max(last, placement_[at(i)].end);
            }
            if (last > gate.due_end) {
                breaches_.push_back(
                    {BreachKind::firm_gate, -1, index, -1, gate.due_end, last - 1, last - gate.due_end});
            }
        }
    }

    void sort_breaches() {
        std::stable_sort(breaches_.begin(), breaches_.end(), [](const Breach& a, const Breach& b) {
            const auto key = [](const Breach& breach) {
                const std::int32_t index = breach.what >= 0 ? breach.what : breach.activity;
                return std::tuple(breach.kind, index, breach.period, breach.first_day);
            };
            return key(a) < key(b);
        });
    }

    const ProblemData& data_;
    const Schedule& schedule_;
    Placement placement_;
    std::vector<Breach> breaches_;
};

}  // namespace

std::vector<Breach> check(const Problem& problem, const Schedule& schedule) {
    return Inspection(problem.data(), schedule).run();
}

}  // namespace masar::problem
