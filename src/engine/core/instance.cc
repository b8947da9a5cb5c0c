#include "engine/core/instance.h"

#include <algorithm>

namespace masar::engine {
namespace {

using problem::Problem;

std::int64_t longest(const problem::Activity& activity) {
    std::int64_t days = 0;
    for (const auto& mode : activity.modes) days = std::max<std::int64_t>(days, mode.duration);
    return days;
}

/// Nothing worth doing ends later than everything one after the other; calendars end where they are written.
Day horizon_of(const problem::ProblemData& data) {
    std::int64_t sequence = 1;
    Day release = 0;
    for (const auto& activity : data.activities) {
        sequence += longest(activity);
        release = std::max(release, activity.earliest_start);
    }
    for (const auto& fixed : data.fixed_activities) release = std::max(release, fixed.end);
    for (const auto& link : data.links) sequence += std::max(0, link.lag) + 1;
    for (const auto& set : data.forbidden_sets) {
        if (!set.empty()) release = std::max(release, set.back().to);
    }
    for (const auto& pool : data.pools) {
        if (!pool.steps.empty()) release = std::max(release, pool.steps.back().from);
    }
    for (const auto& goal : data.goals) {
        for (const auto& term : goal.terms)
            if (!term.steps.empty()) release = std::max(release, term.steps.back().from);
    }
    for (const auto& partition : data.partitions) {
        release = std::max(release, static_cast<Day>(partition.period_of_day.size()));
    }
    Day horizon = static_cast<Day>(std::min<std::int64_t>(data.horizon, sequence + release));
    Day listed = 0;
    for (const auto& time : data.work_times) listed = std::max(listed, time.every_day() ? 0 : time.horizon());
    const bool all_listed = std::ranges::none_of(
        data.activities, [&](const auto& activity) { return data.work_times[activity.calendar].every_day(); });
    if (listed > 0) horizon = all_listed ? std::min(listed, data.horizon) : std::min(data.horizon, listed + horizon);
    return horizon;
}

std::int64_t largest_units(const problem::ProblemData& data) {
    std::int64_t largest = 0;
    for (const auto& pool : data.pools) {
        for (const auto& step : pool.steps) largest = std::max<std::int64_t>(largest, step.capacity);
    }
    for (const auto& activity : data.activities) {
        for (const auto& mode : activity.modes) {
            std::int64_t total = 0;  // one pool may be named twice
            for (const auto& demand : mode.demands) total += demand.units;
            largest = std::max(largest, total);
        }
    }
    return largest;
}

}  // namespace

Instance::Instance(const Problem& problem)
    : problem_(problem),
      horizon_(horizon_of(problem.data())),
      layout_(static_cast<std::int32_t>(problem.data().pools.size()), largest_units(problem.data())),
      free_capacity_(layout_, horizon_),
      wishes_(problem.data()) {
    lay_out_time();
    lay_out_modes();
    lay_out_links();
    lay_out_limits();
    plain_ = time_is_plain() && rest_is_plain();
    if (plain_) lay_out_arcs();
    lay_out_capacity();
}

void Instance::lay_out_time() {
    for (const auto& time : problem_.data().work_times) {
        Grid grid;
        grid.before.reserve(static_cast<std::size_t>(horizon_) + 1);
        for (Day day = 0; day < horizon_; ++day) {
            grid.before.push_back(grid.count());
            if (time.works(day)) grid.days.push_back(day);
        }
        grid.before.push_back(grid.count());
        grids_.push_back(std::move(grid));
    }
}

void Instance::lay_out_modes() {
    mode_first_.push_back(0);
    std::vector<std::uint64_t> words(static_cast<std::size_t>(layout_.words()));
    for (const auto& activity : problem_.data().activities) {
        has_options_ |= activity.optional;
        multi_mode_ |= activity.modes.size() > 1;
        for (const auto& mode : activity.modes) {
            std::ranges::fill(words, 0);
            for (const auto& [pool, units] : mode.demands) words[layout_.word_of(pool)] += layout_.packed(pool, units);
            ModeTerms terms{mode.duration, static_cast<std::int32_t>(needs_.size()), 0};
            for (std::int32_t word = 0; word < layout_.words(); ++word) {
                if (words[word] == 0) continue;
                needs_.push_back({word, words[word]});
                ++terms.needs;
            }
            mode_terms_.push_back(terms);
        }
        mode_first_.push_back(static_cast<std::int32_t>(mode_terms_.size()));
    }
}

void Instance::lay_out_links() {
    std::vector<std::int32_t> position(problem_.size());
    const auto& order = problem_.topological_order();
    for (std::size_t i = 0; i < order.size(); ++i) position[order[i]] = static_cast<std::int32_t>(i);
    bool all_forward = true;
    for (const auto& link : problem_.data().links) {
        const bool forward = link.sense == problem::Sense::at_least && position[link.from] < position[link.to];
        forward_.push_back(forward);
        all_forward &= forward;
    }
    justifiable_ = all_forward && problem_.data().reservoirs.empty();
}

void Instance::lay_out_arcs() {
    for (const bool incoming : {false, true}) {
        auto& first = arcs_.first[incoming];
        first.push_back(0);
        for (std::int32_t activity = 0; activity < size(); ++activity) {
            for (const std::int32_t index : incoming ? problem_.links_to(activity) : problem_.links_from(activity)) {
                const auto& link = problem_.data().links[index];
                const std::int32_t from_end = link.from_anchor == problem::Anchor::finish;
                const std::int32_t to_end = link.to_anchor == problem::Anchor::finish;
                // A start-to-finish link counts the first day of its successor's work as done.
                const std::int32_t lag = link.lag + (from_end == 0 && to_end == 1 ? 1 : 0);
                arcs_.arcs[incoming].push_back({incoming ? link.from : link.to, lag, from_end, to_end});
            }
            first.push_back(static_cast<std::int32_t>(arcs_.arcs[incoming].size()));
        }
    }
}

void Instance::lay_out_limits() {
    const auto& data = problem_.data();
    for (const auto& activity : data.activities) deadlines_.push_back(std::min(activity.latest_end, horizon_));
    for (const auto& gate : data.gates) {
        if (!gate.firm) continue;
        for (const std::int32_t activity : gate.requires_done) {
            deadlines_[activity] = std::min(deadlines_[activity], gate.due_end);
        }
    }
    std::vector<std::int64_t> sums(data.budgets.size()), counts(data.budgets.size());
    for (const auto& activity : data.activities) {
        for (const auto& mode : activity.modes) {
            for (const auto& expense : mode.expenses) {
                sums[expense.budget] += expense.amount;
                counts[expense.budget] += expense.amount > 0;
            }
        }
    }
    for (std::size_t budget = 0; budget < sums.size(); ++budget) {
        typical_expense_.push_back(std::max<std::int64_t>(1, sums[budget] / std::max<std::int64_t>(1, counts[budget])));
    }
    for (const auto& goal : data.goals) {
        std::int64_t largest = 1;
        for (const auto& term : goal.terms)
            for (const auto& step : term.steps) largest = std::max(largest, step.amount);
        largest_gain_.push_back(largest);
    }
    for (const auto& partition : data.partitions) {
        std::vector<Day> first(static_cast<std::size_t>(partition.periods) + 1, horizon_);
        const Day listed = std::min(horizon_, static_cast<Day>(partition.period_of_day.size()));
        for (Day day = listed - 1; day >= 0; --day) first[partition.period_of_day[day]] = day;
        if (listed == 0) first[0] = 0;
        for (std::int32_t period = partition.periods - 1; period >= 0; --period) {
            first[period] = std::min(first[period], first[period + 1]);
        }
        first_days_.push_back(std::move(first));
    }
}

Day Instance::first_day(std::int32_t partition, std::int32_t period) const {
    const auto& first = first_days_[partition];
    return period < static_cast<std::int32_t>(first.size()) ? first[period] : horizon_;
}

void Instance::lay_out_capacity() {
    const auto& data = problem_.data();
    for (std::size_t pool = 0; pool < data.pools.size(); ++pool) {
        const auto& steps = data.pools[pool].steps;
        for (std::size_t step = 0; step < steps.size(); ++step) {
            const Day end = step + 1 < steps.size() ? std::min(steps[step + 1].from, horizon_) : horizon_;
            for (Day day = steps[step].from; day < end; ++day) {
                free_capacity_.set(static_cast<std::int32_t>(pool), day, steps[step].capacity);
            }
        }
    }
    for (std::int32_t activity = 0; activity < size(); ++activity) {
        if (!fixed(activity)) continue;
        const auto& given = data.fixed_activities[problem_.activity(activity).fixed];
        const Grid& grid = grid_of(activity);
        const auto& mode = terms(activity, given.mode);
        const Day end = std::min(given.end, horizon_);
        for (std::int32_t i = grid.index_from(std::max(given.start, given.uses_from)); i < grid.index_from(end); ++i) {
            for (const Need& need : needs(mode)) free_capacity_.take_available(need, grid.days[i]);
        }
    }
}

bool Instance::time_is_plain() const {
    const auto& data = problem_.data();
    const auto free_in_time = [&](const problem::Activity& activity) {
        return data.work_times[activity.calendar].every_day() && activity.earliest_start == 0
               && activity.latest_end >= horizon_ && activity.fixed < 0
               && (activity.forbidden < 0 || data.forbidden_sets[activity.forbidden].empty());
    };
    const auto every_day = [&](const problem::Link& link) { return data.work_times[link.calendar].every_day(); };
    return justifiable_ && std::ranges::all_of(data.activities, free_in_time)
           && std::ranges::all_of(data.links, every_day);
}

bool Instance::rest_is_plain() const {
    const auto& data = problem_.data();
    const auto constant = [](const problem::Pool& pool) { return pool.steps.size() == 1; };
    const auto one_period = [&](const problem::Budget& budget) {
        return data.partitions[budget.partition].periods == 1;
    };
    const auto dated = [](const problem::Gate& gate) { return gate.firm; };
    const bool makespan_first = !data.objectives.empty() && data.objectives.front() == problem::Objective::makespan;
    const bool judged_by_gates = std::ranges::count(data.objectives, problem::Objective::gate_lateness) > 0;
    return data.baseline.empty() && data.goals.empty() && data.wishes.empty()
           && std::ranges::all_of(data.pools, constant) && std::ranges::all_of(data.budgets, one_period)
           && std::ranges::none_of(data.gates, dated) && !has_options_ && makespan_first && !judged_by_gates;
}

}  // namespace masar::engine
