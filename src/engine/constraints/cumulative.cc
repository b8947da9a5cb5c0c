#include "engine/constraints/cumulative.h"

#include <algorithm>

namespace masar::engine {
namespace {

Variable variable_of(Side side) { return side / 2; }

}  // namespace

Cumulative::Cumulative(std::vector<Task> tasks, std::int32_t capacity) : tasks_(std::move(tasks)), capacity_(capacity) {
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        const auto variable = static_cast<std::size_t>(tasks_[i].start);
        if (variable >= task_of_variable_.size()) task_of_variable_.resize(variable + 1, -1);
        task_of_variable_[variable] = static_cast<std::int32_t>(i);
    }
}

std::vector<Side> Cumulative::wakes_on() const {
    std::vector<Side> sides;
    for (const Task& task : tasks_) sides.insert(sides.end(), {lower(task.start), upper(task.start)});
    return sides;
}

bool Cumulative::build_profile(ClauseEngine& engine) {
    const Trail& trail = engine.trail();
    std::int32_t first = INT32_MAX, last = INT32_MIN;
    for (const Task& task : tasks_) {
        first = std::min(first, trail.least(task.start));
        last = std::max(last, trail.greatest(task.start) + task.duration);
    }
    first_moment_ = first;
    height_.assign(static_cast<std::size_t>(last - first + 1), 0);
    for (const Task& task : tasks_) {
        const std::int32_t from = trail.greatest(task.start), to = trail.least(task.start) + task.duration;
        if (from >= to) continue;
        height_[static_cast<std::size_t>(from - first)] += task.units;
        height_[static_cast<std::size_t>(to - first)] -= task.units;
    }
    std::int32_t level = 0;
    for (std::size_t i = 0; i < height_.size(); ++i) {
        level += height_[i];
        height_[i] = level;
        if (level <= capacity_) continue;
        Explanation conflict;
        explain_filled(engine, first + static_cast<std::int32_t>(i), 0, trail.size(), nullptr, conflict);
        return engine.fail(std::move(conflict));
    }
    return true;
}

bool Cumulative::blocked(std::int32_t moment, const Task& task) const {
    return height_[static_cast<std::size_t>(moment - first_moment_)] + task.units > capacity_;
}

bool Cumulative::push_up(ClauseEngine& engine, const Task& task) {
    const Trail& trail = engine.trail();
    while (true) {
        const std::int32_t earliest = trail.least(task.start);
        // In its own compulsory part the task is counted already.
        std::int32_t moment = std::min(earliest + task.duration, trail.greatest(task.start)) - 1;
        while (moment >= earliest && !blocked(moment, task)) --moment;
        if (moment < earliest) return true;
        if (!engine.raise(at_least(task.start, moment + 1), *this, moment)) return false;
    }
}

bool Cumulative::push_down(ClauseEngine& engine, const Task& task) {
    const Trail& trail = engine.trail();
    while (true) {
        const std::int32_t latest = trail.greatest(task.start), end = latest + task.duration;
        std::int32_t moment = std::max(latest, trail.least(task.start) + task.duration);
        while (moment < end && !blocked(moment, task)) ++moment;
        if (moment >= end) return true;
        if (!engine.raise(at_most(task.start, moment - task.duration), *this, moment)) return false;
    }
}

bool Cumulative::propagate(ClauseEngine& engine) {
    if (!build_profile(engine)) return false;
    for (const Task& task : tasks_) {
        if (engine.trail().fixed(task.start)) continue;
        // The profile may be out of date after a push; what it blocks stays blocked, and the rise wakes this again.
        if (!push_up(engine, task) || !push_down(engine, task)) return false;
    }
    return true;
}

void Cumulative::explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                         Explanation& out) const {
    const Variable variable = variable_of(implied.side);
    const Task& task = tasks_[static_cast<std::size_t>(task_of_variable_[static_cast<std::size_t>(variable)])];
    const std::int32_t moment = data;
    // Running at the moment or after it: then not before it, so after it. And the other way round.
    out.push_back(implied.side == lower(variable) ? at_least(variable, moment - task.duration + 1)
                                                  : at_most(variable, moment));
    explain_filled(engine, moment, task.units, index, &task, out);
}

/// Bounds of tasks whose compulsory parts leave less than `room` at the moment, dropping what is not needed, latest entries first.
void Cumulative::explain_filled(const ClauseEngine& engine, std::int32_t moment, std::int32_t room, std::int32_t index,
                                const Task* except, Explanation& out) const {
    const Trail& trail = engine.trail();
    std::vector<Filler> fillers;
    std::int32_t units = 0;
    for (const Task& task : tasks_) {
        if (&task == except) continue;
        if (-trail.value_before(upper(task.start), index) > moment) continue;
        if (trail.value_before(lower(task.start), index) + task.duration <= moment) continue;
        const std::int32_t position = std::max(trail.position(at_most(task.start, moment)),
                                               trail.position(at_least(task.start, moment - task.duration + 1)));
        fillers.push_back({&task, position});
        units += task.units;
    }
    std::ranges::stable_sort(fillers, std::ranges::greater{}, &Filler::position);
    for (const Filler& filler : fillers) {
        if (units - filler.task->units + room > capacity_) {
            units -= filler.task->units;
            continue;
        }
        out.push_back(at_most(filler.task->start, moment));
        out.push_back(at_least(filler.task->start, moment - filler.task->duration + 1));
    }
}

}  // namespace masar::engine
