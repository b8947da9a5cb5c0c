#include "engine/constraints/cumulative.h"

#include <algorithm>

namespace masar::engine {
Cumulative::Cumulative(CumulativeSetup setup)
    : tasks_(std::move(setup.tasks)),
      capacity_(std::move(setup.capacity)),
      condition_(setup.condition),
      shapes_(tasks_.size()),
      risen_(tasks_.size(), false) {
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        for (const Variable variable : {tasks_[i].start, tasks_[i].duration.variable, tasks_[i].units.variable}) {
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

void Cumulative::notice(Side side) {
    if (condition_ && side == condition_->side) {
        all_risen_ = true;
        return;
    }
    const std::int32_t task = task_of_variable_[static_cast<std::size_t>(side / 2)];
    if (risen_[static_cast<std::size_t>(task)]) return;
    risen_[static_cast<std::size_t>(task)] = true;
    risen_list_.push_back(task);
}

const Task& Cumulative::task_of(Side side) const {
    return tasks_[static_cast<std::size_t>(task_of_variable_[static_cast<std::size_t>(side / 2)])];
}

std::int32_t Cumulative::capacity_at(std::int32_t moment) const {
    return moment < static_cast<std::int32_t>(capacity_.size()) ? capacity_[static_cast<std::size_t>(moment)]
                                                                : capacity_.back();
}

std::int32_t Cumulative::room_at(std::int32_t moment) const {
    const auto index = static_cast<std::size_t>(moment - first_moment_);
    return index < room_.size() ? room_[index] : capacity_at(moment);
}

Cumulative::Shape Cumulative::shape_now(const Trail& trail, const Task& task) const {
    Shape shape{trail.least(task.start), trail.greatest(task.start), task.duration.least(trail),
                task.units.least(trail)};
    shape.end = task.end_of(shape.least, shape.duration);
    return shape;
}

Cumulative::Shape Cumulative::shape_before(const Trail& trail, const Task& task, std::int32_t index) const {
    Shape shape{trail.value_before(lower(task.start), index), -trail.value_before(upper(task.start), index),
                task.duration.least_before(trail, index), task.units.least_before(trail, index)};
    shape.end = task.end_of(shape.least, shape.duration);
    return shape;
}

/// The capacity without use, from the first moment that can matter; the first call comes before any decision.
void Cumulative::lay_out(const Trail& trail) {
    first_moment_ = INT32_MAX;
    for (const Task& task : tasks_) first_moment_ = std::min(first_moment_, trail.least(task.start));
    room_.assign(1, capacity_at(first_moment_));
}

/// Units given back (or, if negative, taken) on the task's own working days.
void Cumulative::change_room(const Task& task, std::int32_t from, std::int32_t to, std::int32_t units) {
    for (auto size = static_cast<std::int32_t>(room_.size()); first_moment_ + size < to; ++size)
        room_.push_back(capacity_at(first_moment_ + size));
    for (std::int32_t moment = from; moment < to; ++moment)
        if (task.works(moment)) room_[static_cast<std::size_t>(moment - first_moment_)] += units;
}

void Cumulative::follow(const Trail& trail) {
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        Shape& laid = shapes_[i];
        const Task& task = tasks_[i];
        const std::int32_t duration = task.duration.least(trail), units = task.units.least(trail);
        const std::int32_t first = trail.least(task.start), last = trail.greatest(task.start);
        if (laid.least == first && laid.greatest == last && laid.duration == duration && laid.units == units) continue;
        const Shape now{first, last, duration, units, task.end_of(first, duration)};
        const bool was_there = laid.greatest < laid.end && laid.units > 0, is_there = last < now.end && units > 0;
        if (was_there && is_there && laid.units == units && laid.greatest < now.end && last < laid.end) {
            change_room(task, std::min(laid.greatest, last), std::max(laid.greatest, last),
                        last < laid.greatest ? -units : units);
            change_room(task, std::min(laid.end, now.end), std::max(laid.end, now.end),
                        now.end > laid.end ? -units : units);
        } else {
            if (was_there) change_room(task, laid.greatest, laid.end, laid.units);
            if (is_there) change_room(task, last, now.end, -units);
        }
        laid = now;
    }
}

/// Looks at the moments that risen tasks cover; elsewhere nothing has become tighter.
bool Cumulative::fits(ClauseEngine& engine) {
    changed_from_ = INT32_MAX, changed_to_ = INT32_MIN, changed_room_ = INT32_MAX;
    const auto cover = [&](const Shape& shape) {
        if (shape.greatest >= shape.end || shape.units == 0) return;
        changed_from_ = std::min(changed_from_, shape.greatest);
        changed_to_ = std::max(changed_to_, shape.end);
    };
    if (all_risen_)
        std::ranges::for_each(shapes_, cover);
    else
        for (const std::int32_t task : risen_list_) cover(shapes_[static_cast<std::size_t>(task)]);
    std::int32_t tightest = changed_from_;
    for (std::int32_t moment = changed_from_; moment < changed_to_; ++moment) {
        const std::int32_t room = room_[static_cast<std::size_t>(moment - first_moment_)];
        if (room >= changed_room_) continue;
        changed_room_ = room;
        tightest = moment;
    }
    if (changed_room_ >= 0) return true;
    Explanation conflict;
    explain_filled(engine, {tightest, 0, engine.trail().size(), nullptr}, conflict);
    return engine.fail(std::move(conflict));
}

bool Cumulative::blocked(std::int32_t moment, const Task& task, std::int32_t units) const {
    return units > room_at(moment) && task.works(moment);
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
        const std::int32_t end = task.end_of(shape.greatest, shape.duration);
        std::int32_t moment = std::max(shape.greatest, shape.end);
        while (moment < end && !blocked(moment, task, shape.units)) ++moment;
        if (moment >= end) return true;
        const std::int32_t latest = task.start_for(moment, shape.duration);
        if (!engine.raise(at_most(task.start, latest), *this, moment)) return false;
    }
}

/// Where the task surely runs, it may not use more than the others leave.
bool Cumulative::limit_units(ClauseEngine& engine, const Task& task) {
    const Shape& shape = shapes_[static_cast<std::size_t>(&task - tasks_.data())];
    for (std::int32_t moment = shape.greatest; moment < shape.end; ++moment) {
        if (!task.works(moment)) continue;
        const std::int32_t most = room_at(moment) + shape.units;
        if (engine.trail().greatest(task.units.variable) <= most) continue;
        if (!engine.raise(at_most(task.units.variable, most), *this, moment)) return false;
    }
    return true;
}

bool Cumulative::prune(ClauseEngine& engine, std::size_t index) {
    const Task& task = tasks_[index];
    const Shape& shape = shapes_[index];
    if (!all_risen_ && !risen_[index]) {
        const std::int32_t most = task.units.variable >= 0 ? engine.trail().greatest(task.units.variable) : shape.units;
        if (most <= changed_room_ || changed_from_ >= task.end_of(shape.greatest, shape.duration)
            || changed_to_ <= shape.least)
            return true;
    }
    if (task.units.variable >= 0 && !limit_units(engine, task)) return false;
    if (shape.units == 0 || shape.least == shape.greatest || shape.duration == 0) return true;
    return push_up(engine, task) && push_down(engine, task);
}

bool Cumulative::propagate(ClauseEngine& engine) {
    if (tasks_.empty()) return true;
    if (room_.empty()) lay_out(engine.trail());
    if (condition_ && !engine.trail().is_true(*condition_)) return true;
    follow(engine.trail());
    bool holds = fits(engine);
    // The profile may be out of date after a push; what it blocks stays blocked, and the rise wakes this again.
    for (std::size_t i = 0; holds && i < tasks_.size(); ++i) holds = prune(engine, i);
    for (const std::int32_t task : risen_list_) risen_[static_cast<std::size_t>(task)] = false;
    risen_list_.clear();
    all_risen_ = false;
    return holds;
}

void Cumulative::explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                         Explanation& out) const {
    const Task& task = task_of(implied.side);
    const Shape shape = shape_before(engine.trail(), task, index);
    std::int32_t room = shape.units;
    if (implied.side == upper(task.units.variable)) {
        room = 1 - implied.value;  // one unit more than is left
        out.push_back(at_most(task.start, data));
        out.push_back(at_least(task.start, task.start_reaching(data + 1, shape.duration)));
    } else {
        // Running at the moment or after it: then not before it, so after it. And the other way round.
        out.push_back(implied.side == lower(task.start)
                          ? at_least(task.start, task.start_reaching(data + 1, shape.duration))
                          : at_most(task.start, data));
        if (task.units.variable >= 0) out.push_back(at_least(task.units.variable, shape.units));
    }
    if (task.duration.variable >= 0) out.push_back(at_least(task.duration.variable, shape.duration));
    explain_filled(engine, {data, room, index, &task}, out);
}

void Cumulative::explain_running(const Task& task, const Shape& shape, std::int32_t moment, Explanation& out) const {
    out.push_back(at_most(task.start, moment));
    out.push_back(at_least(task.start, task.start_reaching(moment + 1, shape.duration)));
    if (task.duration.variable >= 0) out.push_back(at_least(task.duration.variable, shape.duration));
    if (task.units.variable >= 0) out.push_back(at_least(task.units.variable, shape.units));
}

std::vector<Cumulative::Filler> Cumulative::fillers_of(const ClauseEngine& engine, const Filled& filled) const {
    const Trail& trail = engine.trail();
    std::vector<Filler> fillers;
    for (const Task& task : tasks_) {
        // Bounds only rise: what does not cover the moment now did not do so then.
        if (&task == filled.except || trail.greatest(task.start) > filled.moment) continue;
        if (task.end_of(trail.least(task.start), task.duration.least(trail)) <= filled.moment) continue;
        if (!task.works(filled.moment)) continue;
        const Shape shape = shape_before(trail, task, filled.index);
        if (shape.greatest > filled.moment || shape.end <= filled.moment || shape.units == 0) continue;
        fillers.push_back({&task, shape, -1});
    }
    return fillers;
}

/// Bounds of tasks whose compulsory parts leave less than `room` at the moment, dropping what is not needed, latest entries first.
void Cumulative::explain_filled(const ClauseEngine& engine, const Filled& filled, Explanation& out) const {
    const Trail& trail = engine.trail();
    if (condition_) out.push_back(*condition_);
    std::vector<Filler> fillers = fillers_of(engine, filled);
    std::int32_t spare = filled.room - capacity_at(filled.moment) - 1, fewest = INT32_MAX;
    for (const Filler& filler : fillers) {
        spare += filler.shape.units;
        fewest = std::min(fewest, filler.shape.units);
    }
    if (spare >= fewest) {
        Explanation bounds;
        for (Filler& filler : fillers) {
            bounds.clear();
            explain_running(*filler.task, filler.shape, filled.moment, bounds);
            for (const Bound bound : bounds) filler.position = std::max(filler.position, trail.position(bound));
        }
        std::ranges::stable_sort(fillers, std::ranges::greater{}, &Filler::position);
    }
    for (const Filler& filler : fillers) {
        if (filler.shape.units <= spare)
            spare -= filler.shape.units;
        else
            explain_running(*filler.task, filler.shape, filled.moment, out);
    }
}

}  // namespace masar::engine
