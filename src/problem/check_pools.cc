// Pools of check_loads.h: between two changes of use or capacity nothing moves but the days off, so only stretches that could
// be overloaded are walked day by day.
#include "problem/check_loads.h"

#include <algorithm>

namespace masar::problem::checking {
namespace {

/// Use of one pool on one calendar changes from a day on.
struct Change {
    std::int32_t pool;
    Day day;
    std::int32_t calendar;
    std::int32_t units;
};

std::vector<Change> collect_changes(const ProblemData& data, const Placement& placement) {
    std::vector<Change> changes;
    changes.reserve(placement.size() * 4);
    for (std::size_t i = 0; i < placement.size(); ++i) {
        const Placed& placed = placement[i];
        if (!placed.part || placed.start < 0 || placed.end >= never) continue;
        const Activity& activity = data.activities[i];
        Day first = placed.start;
        if (activity.fixed >= 0) {
            first = std::max(first, data.fixed_activities[static_cast<std::size_t>(activity.fixed)].uses_from);
        }
        if (first >= placed.end) continue;
        for (const Demand& demand : placed.mode->demands) {
            if (demand.units == 0) continue;
            changes.push_back({demand.pool, first, activity.calendar, demand.units});
            changes.push_back({demand.pool, placed.end, activity.calendar, -demand.units});
        }
    }
    std::sort(changes.begin(), changes.end(),
              [](const Change& a, const Change& b) { return a.pool != b.pool ? a.pool < b.pool : a.day < b.day; });
    return changes;
}

class PoolSweep {
public:
    PoolSweep(const ProblemData& data, std::vector<Breach>& breaches)
        : data_(data), use_(data.work_times.size(), 0), breaches_(breaches) {}

    /// `changes` of one pool, by day.
    void run(std::span<const Change> changes) {
        pool_ = changes.front().pool;
        const auto& steps = data_.pools[static_cast<std::size_t>(pool_)].steps;
        note_calendars(changes);
        std::size_t step = 0;
        std::size_t next = 0;
        Day day = changes.front().day;
        while (next < changes.size()) {
            for (; next < changes.size() && changes[next].day == day; ++next) apply(changes[next]);
            while (step + 1 < steps.size() && steps[step + 1].from <= day) ++step;
            Day until = next < changes.size() ? changes[next].day : day + 1;
            if (step + 1 < steps.size()) until = std::min(until, steps[step + 1].from);
            look({day, until}, steps[step].capacity);
            day = until;
        }
        close();
    }

private:
    void note_calendars(std::span<const Change> changes) {
        calendars_.clear();
        for (const Change& change : changes) {
            if (std::find(calendars_.begin(), calendars_.end(), change.calendar) == calendars_.end()) {
                calendars_.push_back(change.calendar);
            }
        }
        only_every_day_ = std::all_of(calendars_.begin(), calendars_.end(), [&](std::int32_t calendar) {
            return data_.work_times[static_cast<std::size_t>(calendar)].every_day();
        });
    }

    void apply(const Change& change) {
        use_[static_cast<std::size_t>(change.calendar)] += change.units;
        most_ += change.units;
    }

    /// The days of `days` have one use per calendar and one capacity.
    void look(Interval days, std::int64_t capacity) {
        if (most_ <= capacity && !open_) return;
        if (only_every_day_) {
            if (most_ > capacity) {
                overloaded(days, most_ - capacity);
            } else {
                close();
            }
            return;
        }
        for (Day day = days.from; day < days.to && (most_ > capacity || open_); ++day) look_at(day, capacity);
    }

    void look_at(Day day, std::int64_t capacity) {
        std::int64_t load = 0;
        bool anyone_works = false;
        for (const auto calendar : calendars_) {
            if (!data_.work_times[static_cast<std::size_t>(calendar)].works(day)) continue;
            anyone_works = true;
            load += use_[static_cast<std::size_t>(calendar)];
        }
        if (load > capacity) {
            overloaded({day, day + 1}, load - capacity);
        } else if (anyone_works) {
            close();
        }
    }

    void overloaded(Interval days, std::int64_t excess) {
        if (!open_) {
            stretch_ = {BreachKind::pool, -1, pool_, -1, days.from, days.to - 1, excess};
            open_ = true;
        }
        stretch_.last_day = days.to - 1;
        stretch_.amount = std::max(stretch_.amount, excess);
    }

    void close() {
        if (open_) breaches_.push_back(stretch_);
        open_ = false;
    }

    const ProblemData& data_;
    std::vector<std::int64_t> use_;        ///< units in use per calendar; all zero between two pools
    std::vector<std::int32_t> calendars_;  ///< those on which the pool is used at any time
    bool only_every_day_ = true;
    std::int64_t most_ = 0;  ///< load if all calendars worked
    std::int32_t pool_ = -1;
    bool open_ = false;
    Breach stretch_;
    std::vector<Breach>& breaches_;
};

}  // namespace

void check_pools(const ProblemData& data, const Placement& placement, std::vector<Breach>& breaches) {
    const std::vector<Change> changes = collect_changes(data, placement);
    PoolSweep sweep(data, breaches);
    for (std::size_t first = 0; first < changes.size();) {
        std::size_t last = first;
        while (last < changes.size() && changes[last].pool == changes[first].pool) ++last;
        sweep.run(std::span(changes).subspan(first, last - first));
        first = last;
    }
}

}  // namespace masar::problem::checking
