#include "engine/constraints/energy_windows.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace masar::engine {
namespace {

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

}  // namespace

EnergyWindows::EnergyWindows(CumulativeSetup setup)
    : tasks_(std::move(setup.tasks)),
      capacity_sum_(1, 0),
      last_capacity_(setup.capacity.back()),
      condition_(setup.condition) {
    for (const std::int32_t capacity : setup.capacity) capacity_sum_.push_back(capacity_sum_.back() + capacity);
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        for (const Variable variable : {tasks_[i].start, tasks_[i].duration.variable, tasks_[i].units.variable}) {
            if (variable < 0) continue;
            if (at(variable) >= task_of_variable_.size()) task_of_variable_.resize(at(variable) + 1, -1);
            task_of_variable_[at(variable)] = static_cast<std::int32_t>(i);
        }
    }
}

std::vector<Side> EnergyWindows::wakes_on() const {
    std::vector<Side> sides;
    for (const Task& task : tasks_) {
        sides.insert(sides.end(), {lower(task.start), upper(task.start)});
        for (const Amount& amount : {task.duration, task.units})
            if (amount.variable >= 0) sides.push_back(lower(amount.variable));
    }
    if (condition_) sides.push_back(condition_->side);
    return sides;
}

const Task& EnergyWindows::task_of(Side side) const { return tasks_[at(task_of_variable_[at(side / 2)])]; }

EnergyWindows::Window EnergyWindows::unmirrored(Window window) const {
    return mirrored_ ? Window{-window.end, -window.begin} : window;
}

std::int64_t EnergyWindows::capacity_before(std::int32_t moment) const {
    const auto known = static_cast<std::int32_t>(capacity_sum_.size()) - 1;
    if (moment <= known) return capacity_sum_[at(moment)];
    return capacity_sum_.back() + (moment - known) * last_capacity_;
}

std::int64_t EnergyWindows::available(Window window) const {
    const Window real = unmirrored(window);
    return capacity_before(real.end) - capacity_before(real.begin);
}

std::int32_t EnergyWindows::worked(const Extent& extent, std::int32_t from, std::int32_t to) const {
    return mirrored_ ? extent.task->worked(-to, -from) : extent.task->worked(from, to);
}

EnergyWindows::Extent EnergyWindows::extent_of(const Trail& trail, const Task& task) const {
    Extent extent{&task,
                  trail.least(task.start),
                  0,
                  trail.greatest(task.start),
                  0,
                  task.duration.least(trail),
                  task.units.least(trail)};
    extent.earliest_end = task.end_of(extent.earliest, extent.days);
    extent.latest_end = task.end_of(extent.latest, extent.days);
    if (!mirrored_) return extent;
    return {&task,       -extent.latest_end, -extent.latest, -extent.earliest_end, -extent.earliest,
            extent.days, extent.units};
}

/// Days of the compulsory part before a moment.
std::int32_t EnergyWindows::compulsory(const Extent& extent, std::int32_t until) const {
    return worked(extent, extent.latest, std::min(extent.earliest_end, until));
}

std::int64_t EnergyWindows::compulsory_before(std::int32_t moment) const {
    std::int64_t energy = 0;
    for (const Extent& each : extents_) energy += std::int64_t{each.units} * compulsory(each, moment);
    return energy;
}

void EnergyWindows::load(const Trail& trail, bool mirrored) {
    mirrored_ = mirrored;
    extents_.clear();
    ends_.clear();
    for (const Task& task : tasks_) {
        const Extent extent = extent_of(trail, task);
        if (extent.days == 0 || extent.units == 0 || std::abs(extent.latest_end) >= most_moments
            || std::abs(extent.earliest) >= most_moments)
            continue;
        extents_.push_back(extent);
        ends_.push_back(extent.latest_end);
    }
    std::ranges::stable_sort(extents_, std::ranges::greater{}, &Extent::earliest);
    std::ranges::sort(ends_);
    ends_.erase(std::unique(ends_.begin(), ends_.end()), ends_.end());
    before_begin_.clear();
    for (const Extent& each : extents_) before_begin_.push_back(compulsory_before(each.earliest));
}

bool EnergyWindows::propagate(ClauseEngine& engine) {
    if (condition_ && !engine.trail().is_true(*condition_)) return true;
    for (const bool mirrored : {false, true}) {
        load(engine.trail(), mirrored);
        for (const std::int32_t end : ends_)
            if (!sweep_until(engine, end)) return false;
    }
    return true;
}

/// All windows that end here, the shortest first: tasks join as the window grows to the left.
bool EnergyWindows::sweep_until(ClauseEngine& engine, std::int32_t end) {
    const std::int64_t before_end = compulsory_before(end);
    std::int64_t energy = 0;  // beside the compulsory parts
    Greedy greedy;
    for (std::size_t i = 0; i < extents_.size(); ++i) {
        const Extent& each = extents_[i];
        if (each.earliest >= end) continue;
        const std::int32_t counted = std::min(each.days, worked(each, each.latest, end));
        energy += std::int64_t{each.units} * (counted - compulsory(each, end));
        if (each.latest_end > end) {
            const std::int32_t most = std::min(each.days, worked(each, each.earliest, end));
            const std::int64_t more = std::int64_t{each.units} * (most - counted);
            if (more > greedy.more) greedy = {&each, more, counted};
        }
        const Window window{each.earliest, end};
        const std::int64_t left = available(window) - energy - (before_end - before_begin_[i]);
        if (left < 0) return overload(engine, window);
        if (greedy.more <= left) continue;
        if (!push(engine, greedy, window, left)) return false;
        greedy = {};  // once is enough: its rise comes back here
    }
    return true;
}

bool EnergyWindows::push(ClauseEngine& engine, const Greedy& greedy, Window window, std::int64_t left) {
    const Extent& extent = *greedy.extent;
    const Task& task = *extent.task;
    const auto days = static_cast<std::int32_t>((left + std::int64_t{extent.units} * greedy.counted) / extent.units);
    const Window real = unmirrored(window);
    const auto data =
        static_cast<std::int32_t>(static_cast<std::uint32_t>(real.begin) << 16 | static_cast<std::uint32_t>(real.end));
    if (mirrored_) {
        const std::int32_t end = task.end_of(real.begin, days + 1) - 1;
        return engine.raise(at_most(task.start, task.start_for(end, extent.days)), *this, data);
    }
    return engine.raise(at_least(task.start, task.start_for(real.end, days + 1) + 1), *this, data);
}

bool EnergyWindows::overload(ClauseEngine& engine, Window window) {
    const Window real = unmirrored(window);
    const Trail& trail = engine.trail();
    std::vector<Part> parts = parts_of(trail, real, trail.size(), nullptr);
    Filled filled{real, -1 - (capacity_before(real.end) - capacity_before(real.begin))};
    for (const Part& each : parts) filled.spare += std::int64_t{each.units} * each.days;
    Explanation conflict;
    explain_parts(trail, std::move(parts), filled, conflict);
    return engine.fail(std::move(conflict));
}

std::vector<EnergyWindows::Part> EnergyWindows::parts_of(const Trail& trail, Window window, std::int32_t index,
                                                         const Task* except) const {
    std::vector<Part> parts;
    for (const Task& task : tasks_) {
        if (&task == except) continue;
        // Bounds only rise: what may lie outside now could do so then.
        const std::int32_t now = task.duration.least(trail);
        if (task.end_of(trail.least(task.start), now) <= window.begin || trail.greatest(task.start) >= window.end)
            continue;
        const std::int32_t days = task.duration.least_before(trail, index),
                           units = task.units.least_before(trail, index);
        const std::int32_t least = trail.value_before(lower(task.start), index);
        const std::int32_t greatest = -trail.value_before(upper(task.start), index);
        const std::int32_t inside =
            std::min({days, task.worked(window.begin, window.end), task.worked(window.begin, task.end_of(least, days)),
                      task.worked(greatest, window.end)});
        if (inside > 0 && units > 0) parts.push_back({&task, days, units, inside, -1});
    }
    return parts;
}

void EnergyWindows::explain_sizes(const Part& part, Explanation& out) {
    if (part.task->duration.variable >= 0) out.push_back(at_least(part.task->duration.variable, part.task_days));
    if (part.task->units.variable >= 0) out.push_back(at_least(part.task->units.variable, part.units));
}

/// Wherever it starts between these, so many of its days are inside.
void EnergyWindows::explain_part(const Part& part, Window window, Explanation& out) {
    const Task& task = *part.task;
    out.push_back(at_least(task.start, task.start_reaching(task.end_of(window.begin, part.days), part.task_days)));
    out.push_back(at_most(task.start, task.start_for(window.end, part.days)));
    explain_sizes(part, out);
}

/// Tasks that are not needed are left out, the latest entries first; the others are loosened.
void EnergyWindows::explain_parts(const Trail& trail, std::vector<Part> parts, Filled& filled, Explanation& out) const {
    auto& [window, spare] = filled;
    assert(spare >= 0);
    if (condition_) out.push_back(*condition_);
    Explanation bounds;
    for (Part& part : parts) {
        bounds.clear();
        explain_part(part, window, bounds);
        for (const Bound bound : bounds) part.position = std::max(part.position, trail.position(bound));
    }
    std::ranges::stable_sort(parts, std::ranges::greater{}, &Part::position);
    for (Part& part : parts) {
        const std::int64_t energy = std::int64_t{part.units} * part.days;
        if (energy > spare) continue;
        spare -= energy;
        part.days = 0;
    }
    for (Part& part : parts) {
        if (part.days == 0) continue;
        const auto fewer = static_cast<std::int32_t>(std::min<std::int64_t>(spare / part.units, part.days - 1));
        part.days -= fewer;
        spare -= std::int64_t{fewer} * part.units;
        explain_part(part, window, out);
    }
}

void EnergyWindows::explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                            Explanation& out) const {
    const Trail& trail = engine.trail();
    const Window window{static_cast<std::int32_t>(static_cast<std::uint32_t>(data) >> 16), data & 0xFFFF};
    const Task& task = task_of(implied.side);
    const bool later = implied.side == lower(task.start);
    Part own{&task, task.duration.least_before(trail, index), task.units.least_before(trail, index), 0, -1};
    // The start nearest to those that remain is the one of which the fewest days are inside.
    const std::int32_t nearest = later ? implied.value - 1 : 1 - implied.value;
    const std::int32_t inside = later ? task.worked(std::max(nearest, window.begin), window.end)
                                      : task.worked(window.begin, task.end_of(nearest, own.task_days));
    own.days = std::min({own.task_days, inside, task.worked(window.begin, window.end)});
    std::vector<Part> parts = parts_of(trail, window, index, &task);
    Filled filled{
        window, std::int64_t{own.units} * own.days - 1 - (capacity_before(window.end) - capacity_before(window.begin))};
    for (const Part& each : parts) filled.spare += std::int64_t{each.units} * each.days;
    explain_parts(trail, std::move(parts), filled, out);
    own.days -= static_cast<std::int32_t>(std::min<std::int64_t>(filled.spare / own.units, own.days - 1));
    out.push_back(later ? at_least(task.start, task.start_reaching(task.end_of(window.begin, own.days), own.task_days))
                        : at_most(task.start, task.start_for(window.end, own.days)));
    explain_sizes(own, out);
}

}  // namespace masar::engine
