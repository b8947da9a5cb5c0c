#include "engine/constraints/cumulative.h"

#include <algorithm>

namespace masar::engine {
namespace {

using problem::WorkTime;

std::int32_t end_of(const Task& task, std::int32_t start, std::int32_t duration) {
    return task.calendar == nullptr ? start + duration : task.calendar->end_of(start, duration);
}

/// Least start whose end is at least `end`; a start on a day off counts as one on the next working day.
std::int32_t start_reaching(const Task& task, std::int32_t end, std::int32_t duration) {
    if (task.calendar == nullptr) return end - duration;
    const std::int32_t start = task.calendar->start_reaching(end, duration);
    return task.calendar->nth(task.calendar->count_before(start) - 1) + 1;
}

bool works(const Task& task, std::int32_t moment) { return task.calendar == nullptr || task.calendar->works(moment); }

std::int32_t least(const Trail& trail, const Amount& amount) {
    return amount.variable < 0 ? amount.constant : trail.least(amount.variable);
}

std::int32_t least_before(const Trail& trail, const Amount& amount, std::int32_t index) {
    return amount.variable < 0 ? amount.constant : trail.value_before(lower(amount.variable), index);
}

}  // namespace

Cumulative::Cumulative(CumulativeSetup setup)
    : tasks_(std::move(setup.tasks)),
      capacity_(std::move(setup.capacity)),
      condition_(setup.condition),
      shapes_(tasks_.size()) {
    // Tasks of one calendar stand together, so that the profile is summed calendar by calendar.
    for (const Task& task : tasks_)
        if (std::ranges::find(calendars_, task.calendar) == calendars_.end()) calendars_.push_back(task.calendar);
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        for (const Variable variable : {tasks_[i].start, tasks_[i].units.variable}) {
            if (variable < 0) continue;
            const auto at = static_cast<std::size_t>(variable);
            if (at >= task_of_variable_.size()) task_of_variable_.resize(at + 1, -1);
            task_of_variable_[at] = static_cast<std::int32_t>(i);
        }
    }
}

std::vector<Side> Cumulative::wakes_on() const {
    std::vector<Side> sides;
    for (const Task& task : tasks_) {
        sides.insert(sides.end(), {lower(task.start), upper(task.start)});
        for (const Amount& amount : {task.duration, task.units})
            if (amount.variable >= 0) sides.push_back(lower(amount.variable));
    }
    if (condition_) sides.push_back(condition_->side);
    return sides;
}

const Task& Cumulative::task_of(Side side) const {
    return tasks_[static_cast<std::size_t>(task_of_variable_[static_cast<std::size_t>(side / 2)])];
}

std::int32_t Cumulative::capacity_at(std::int32_t moment) const {
    return moment < static_cast<std::int32_t>(capacity_.size()) ? capacity_[static_cast<std::size_t>(moment)]
                                                                : capacity_.back();
}

Cumulative::Shape Cumulative::shape_now(const Trail& trail, const Task& task) const {
    Shape shape{trail.least(task.start), trail.greatest(task.start), least(trail, task.duration),
                least(trail, task.units)};
    shape.end = end_of(task, shape.least, shape.duration);
    return shape;
}

Cumulative::Shape Cumulative::shape_before(const Trail& trail, const Task& task, std::int32_t index) const {
    Shape shape{trail.value_before(lower(task.start), index), -trail.value_before(upper(task.start), index),
                least_before(trail, task.duration, index), least_before(trail, task.units, index)};
    shape.end = end_of(task, shape.least, shape.duration);
    return shape;
}

/// The capacity without use, for the moments in question.
void Cumulative::lay_out(std::int32_t first, std::int32_t last) {
    first_moment_ = first;
    const auto size = static_cast<std::size_t>(last - first + 1);
    room_.resize(size);
    if (capacity_.size() == 1) {
        std::ranges::fill(room_, capacity_.front());
        return;
    }
    for (std::size_t i = 0; i < size; ++i) room_[i] = capacity_at(first + static_cast<std::int32_t>(i));
}

void Cumulative::subtract_calendar(const WorkTime* calendar) {
    rises_.assign(room_.size(), 0);
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        const Shape& shape = shapes_[i];
        if (tasks_[i].calendar != calendar || shape.greatest >= shape.end || shape.units == 0) continue;
        rises_[static_cast<std::size_t>(shape.greatest - first_moment_)] += shape.units;
        rises_[static_cast<std::size_t>(shape.end - first_moment_)] -= shape.units;
    }
    std::int32_t use = 0;
    for (std::size_t i = 0; i < room_.size(); ++i) {
        use += rises_[i];
        if (calendar == nullptr || calendar->works(first_moment_ + static_cast<std::int32_t>(i))) room_[i] -= use;
    }
}

bool Cumulative::build_profile(ClauseEngine& engine) {
    std::int32_t first = INT32_MAX, last = INT32_MIN;
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        shapes_[i] = shape_now(engine.trail(), tasks_[i]);
        first = std::min(first, shapes_[i].least);
        last = std::max({last, end_of(tasks_[i], shapes_[i].greatest, shapes_[i].duration), shapes_[i].end});
    }
    lay_out(first, last);
    for (const WorkTime* calendar : calendars_) subtract_calendar(calendar);
    const auto least_room = std::ranges::min_element(room_);
    least_room_ = *least_room;
    if (least_room_ >= 0) return true;
    Explanation conflict;
    const std::int32_t moment = first + static_cast<std::int32_t>(least_room - room_.begin());
    explain_filled(engine, {moment, 0, engine.trail().size(), nullptr}, conflict);
    return engine.fail(std::move(conflict));
}

bool Cumulative::blocked(std::int32_t moment, const Task& task, std::int32_t units) const {
    return units > room_[static_cast<std::size_t>(moment - first_moment_)] && works(task, moment);
}

bool Cumulative::push_up(ClauseEngine& engine, const Task& task) {
    while (true) {
        const Shape shape = shape_now(engine.trail(), task);
        // In its own compulsory part the task is counted already.
        std::int32_t moment = std::min(shape.end, shape.greatest) - 1;
        while (moment >= shape.least && !blocked(moment, task, shape.units)) --moment;
        if (moment < shape.least) return true;
        if (!engine.raise(at_least(task.start, moment + 1), *this, moment)) return false;
    }
}

bool Cumulative::push_down(ClauseEngine& engine, const Task& task) {
    while (true) {
        const Shape shape = shape_now(engine.trail(), task);
        const std::int32_t end = end_of(task, shape.greatest, shape.duration);
        std::int32_t moment = std::max(shape.greatest, shape.end);
        while (moment < end && !blocked(moment, task, shape.units)) ++moment;
        if (moment >= end) return true;
        const std::int32_t latest =
            task.calendar == nullptr ? moment - shape.duration : task.calendar->start_for(moment, shape.duration);
        if (!engine.raise(at_most(task.start, latest), *this, moment)) return false;
    }
}

/// Where the task surely runs, it may not use more than the others leave.
bool Cumulative::limit_units(ClauseEngine& engine, const Task& task) {
    const Shape& shape = shapes_[static_cast<std::size_t>(&task - tasks_.data())];
    for (std::int32_t moment = shape.greatest; moment < shape.end; ++moment) {
        if (!works(task, moment)) continue;
        const std::int32_t most = room_[static_cast<std::size_t>(moment - first_moment_)] + shape.units;
        if (engine.trail().greatest(task.units.variable) <= most) continue;
        if (!engine.raise(at_most(task.units.variable, most), *this, moment)) return false;
    }
    return true;
}

bool Cumulative::propagate(ClauseEngine& engine) {
    if (tasks_.empty() || (condition_ && !engine.trail().is_true(*condition_))) return true;
    if (!build_profile(engine)) return false;
    // The profile may be out of date after a push; what it blocks stays blocked, and the rise wakes this again.
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        const Task& task = tasks_[i];
        if (task.units.variable >= 0 && !limit_units(engine, task)) return false;
        const Shape& shape = shapes_[i];
        if (shape.units <= least_room_ || shape.least == shape.greatest || shape.duration == 0) continue;
        if (!push_up(engine, task) || !push_down(engine, task)) return false;
    }
    return true;
}

void Cumulative::explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                         Explanation& out) const {
    const Task& task = task_of(implied.side);
    const Shape shape = shape_before(engine.trail(), task, index);
    std::int32_t room = shape.units;
    if (implied.side == upper(task.units.variable)) {
        room = 1 - implied.value;  // one unit more than is left
        out.push_back(at_most(task.start, data));
        out.push_back(at_least(task.start, start_reaching(task, data + 1, shape.duration)));
    } else {
        // Running at the moment or after it: then not before it, so after it. And the other way round.
        out.push_back(implied.side == lower(task.start)
                          ? at_least(task.start, start_reaching(task, data + 1, shape.duration))
                          : at_most(task.start, data));
        if (task.units.variable >= 0) out.push_back(at_least(task.units.variable, shape.units));
    }
    if (task.duration.variable >= 0) out.push_back(at_least(task.duration.variable, shape.duration));
    explain_filled(engine, {data, room, index, &task}, out);
}

void Cumulative::explain_running(const Task& task, const Shape& shape, std::int32_t moment, Explanation& out) const {
    out.push_back(at_most(task.start, moment));
    out.push_back(at_least(task.start, start_reaching(task, moment + 1, shape.duration)));
    if (task.duration.variable >= 0) out.push_back(at_least(task.duration.variable, shape.duration));
    if (task.units.variable >= 0) out.push_back(at_least(task.units.variable, shape.units));
}

/// Bounds of tasks whose compulsory parts leave less than `room` at the moment, dropping what is not needed, latest entries first.
void Cumulative::explain_filled(const ClauseEngine& engine, const Filled& filled, Explanation& out) const {
    const Trail& trail = engine.trail();
    if (condition_) out.push_back(*condition_);
    std::vector<Filler> fillers;
    Explanation bounds;
    std::int32_t units = 0;
    for (const Task& task : tasks_) {
        if (&task == filled.except || -trail.value_before(upper(task.start), filled.index) > filled.moment) continue;
        const Shape shape = shape_before(trail, task, filled.index);
        if (shape.end <= filled.moment || shape.units == 0 || !works(task, filled.moment)) continue;
        bounds.clear();
        explain_running(task, shape, filled.moment, bounds);
        std::int32_t position = -1;
        for (const Bound bound : bounds) position = std::max(position, trail.position(bound));
        fillers.push_back({&task, shape, position});
        units += shape.units;
    }
    std::ranges::stable_sort(fillers, std::ranges::greater{}, &Filler::position);
    for (const Filler& filler : fillers) {
        if (units - filler.shape.units + filled.room > capacity_at(filled.moment)) {
            units -= filler.shape.units;
            continue;
        }
        explain_running(*filler.task, filler.shape, filled.moment, out);
    }
}

}  // namespace masar::engine
