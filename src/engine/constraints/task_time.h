#pragma once
// The working days of a task: what cumulative.h and energy_windows.h ask of one, on its own calendar.
#include "engine/core/trail.h"
#include "problem/work_time.h"

#include <optional>
#include <vector>

namespace masar::engine {

/// A constant, or a variable of which the least value counts.
struct Amount {
    std::int32_t constant = 0;
    Variable variable = -1;

    [[nodiscard]] std::int32_t least(const Trail& trail) const {
        return variable < 0 ? constant : trail.least(variable);
    }
    /// Just before entry `index` of the trail.
    [[nodiscard]] std::int32_t least_before(const Trail& trail, std::int32_t index) const {
        return variable < 0 ? constant : trail.value_before(lower(variable), index);
    }
};

struct Task {
    Variable start = -1;
    Amount duration, units;
    const problem::WorkTime* calendar = nullptr;  ///< null = every day; outlives the propagator

    [[nodiscard]] bool works(std::int32_t moment) const { return calendar == nullptr || calendar->works(moment); }
    [[nodiscard]] std::int32_t end_of(std::int32_t at, std::int32_t days) const {
        return calendar == nullptr ? at + days : calendar->end_of(at, days);
    }
    /// Least start whose end is at least `end`; a start on a day off counts as one on the next working day.
    [[nodiscard]] std::int32_t start_reaching(std::int32_t end, std::int32_t days) const {
        if (calendar == nullptr) return end - days;
        const std::int32_t first = calendar->start_reaching(end, days);
        return calendar->nth(calendar->count_before(first) - 1) + 1;
    }
    /// Latest start that ends by `end`.
    [[nodiscard]] std::int32_t start_for(std::int32_t end, std::int32_t days) const {
        return calendar == nullptr ? end - days : calendar->start_for(end, days);
    }
    /// Working days in [from, to).
    [[nodiscard]] std::int32_t worked(std::int32_t from, std::int32_t to) const {
        if (to <= from) return 0;
        return calendar == nullptr ? to - from : calendar->count_before(to) - calendar->count_before(from);
    }
};

struct CumulativeSetup {
    std::vector<Task> tasks;             ///< at most one per start variable
    std::vector<std::int32_t> capacity;  ///< per moment from 0; the last one holds for ever after
    std::optional<Bound> condition{};    ///< nothing is asked unless it is true
};

}  // namespace masar::engine
