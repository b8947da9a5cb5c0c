#include "problem/generate_instance.h"

#include "base/random_stream.h"

#include <algorithm>

namespace masar::problem {
namespace {

class Generator {
public:
    explicit Generator(const InstanceOptions& options) : options_(options), random_(options.seed, 0) {}

    Problem run() {
        data_.horizon = horizon();
        if (has(Shape::calendars)) make_calendars();
        make_partitions();
        make_forbidden_sets();
        make_budgets_and_reservoirs();
        for (std::int32_t i = 0; i < options_.activities; ++i) data_.activities.push_back(activity());
        make_pools();
        limit_budgets();
        make_links();
        if (has(Shape::maximal_lags)) add_maximal_lags();
        if (has(Shape::groups)) make_groups();
        if (has(Shape::gates)) make_gates();
        if (has(Shape::fixed)) fix_first();
        if (has(Shape::baseline)) make_baseline();
        if (has(Shape::wishes)) make_wishes();
        return Problem::make(std::move(data_)).value();
    }

private:
    bool has(Shape shape) const { return options_.shapes.has(shape); }
    std::int32_t up_to(std::int32_t most) {
        return static_cast<std::int32_t>(random_.below(static_cast<std::uint32_t>(most) + 1));
    }
    std::int32_t between(std::int32_t low, std::int32_t high) { return low + up_to(high - low); }
    bool chance(double share) { return random_.unit() < share; }
    template <class List>
    std::int32_t any_index(const List& list) {
        return up_to(static_cast<std::int32_t>(list.size()) - 1);
    }

    /// Room for all activities in a row, with what days off and lags may add.
    Day horizon() const {
        const double off = has(Shape::calendars) ? 1.8 : 1.0;
        const double lags = has(Shape::mixed_links) ? 1.0 : 0.0;
        const double per_activity = 0.6 * options_.longest_duration * off + lags;
        return static_cast<Day>(per_activity * options_.activities) + options_.longest_duration + 4;
    }

    void make_calendars() {
        for (const std::int32_t days_off : {2, 1, 3}) {
            const std::int32_t phase = up_to(6);
            std::vector<bool> worked;
            for (Day day = 0; day < data_.horizon; ++day) {
                worked.push_back((day + phase) % 7 >= days_off && !chance(0.05));
            }
            data_.work_times.emplace_back(worked);
        }
    }

    /// [1] months of five to seven days, [2] years of eleven to fourteen.
    void make_partitions() {
        if (!has(Shape::budgets)) return;
        for (const std::int32_t shortest : {5, 11}) {
            Partition partition;
            Day next = shortest + up_to(2);
            std::int32_t period = 0;
            for (Day day = 0; day < data_.horizon; ++day) {
                if (day == next) {
                    ++period;
                    next += shortest + up_to(3);
                }
                partition.period_of_day.push_back(period);
            }
            partition.periods = period + 1;
            data_.partitions.push_back(std::move(partition));
        }
        data_.months = 1;
    }

    void make_forbidden_sets() {
        if (!has(Shape::forbidden)) return;
        for (int set = 0; set < 2; ++set) {
            const Day first = up_to(data_.horizon / 2);
            const Day second = first + between(3, 6);
            data_.forbidden_sets.push_back({{first, first + between(1, 3)}, {second, second + between(1, 2)}});
        }
    }

    void make_budgets_and_reservoirs() {
        if (has(Shape::budgets)) data_.budgets = {Budget{2, {}}, Budget{0, {}}};
        if (!has(Shape::reservoirs)) return;
        Reservoir reservoir{.initial = between(1, 4)};
        if (chance(0.4)) reservoir.maximum = reservoir.initial + between(2, 5);
        data_.reservoirs.push_back(reservoir);
    }

    Activity activity() {
        Activity made;
        if (has(Shape::calendars)) made.calendar = any_index(data_.work_times);
        if (has(Shape::windows) && chance(0.4)) made.earliest_start = up_to(data_.horizon / 3);
        if (has(Shape::windows) && chance(0.3 + 0.3 * options_.tightness)) {
            made.latest_end = data_.horizon - up_to(data_.horizon / 3);
        }
        if (has(Shape::forbidden) && chance(0.6)) made.forbidden = any_index(data_.forbidden_sets);
        const std::int32_t modes = has(Shape::modes) ? between(1, 3) : 1;
        for (std::int32_t m = 0; m < modes; ++m) made.modes.push_back(mode());
        return made;
    }

    Mode mode() {
        Mode made;
        made.duration = chance(0.1) ? 0 : between(1, options_.longest_duration);
        for (std::int32_t pool = 0; pool < options_.pools; ++pool) {
            if (chance(0.6)) made.demands.push_back({pool, between(1, 4)});
        }
        for (std::int32_t budget = 0; budget < static_cast<std::int32_t>(data_.budgets.size()); ++budget) {
            if (chance(0.6)) made.expenses.push_back({budget, between(1, 10), static_cast<Charge>(up_to(2))});
        }
        if (has(Shape::reservoirs) && chance(0.6)) {
            const bool takes = chance(0.5);
            made.stock_changes.push_back(
                {0, takes ? -between(1, 3) : between(1, 3), takes ? Anchor::start : Anchor::finish});
        }
        made.cost = up_to(9);
        return made;
    }

    void make_pools() {
        std::vector<std::int32_t> largest(static_cast<std::size_t>(options_.pools), 1);
        for (const Activity& made : data_.activities) {
            for (const Mode& mode : made.modes) {
                for (const Demand& demand : mode.demands) {
                    auto& entry = largest[static_cast<std::size_t>(demand.pool)];
                    entry = std::max(entry, demand.units);
                }
            }
        }
        const auto loose = static_cast<std::int32_t>((1.0 - options_.tightness) * 8);
        for (const std::int32_t needed : largest) {
            const std::int32_t capacity = needed + up_to(loose);
            Pool pool{{{0, capacity}}};
            if (has(Shape::capacity_steps)) {
                pool.steps.push_back({data_.horizon / 3, capacity - between(1, (capacity + 1) / 2)});
                pool.steps.push_back({data_.horizon / 2, capacity});
            }
            data_.pools.push_back(std::move(pool));
        }
    }

    void limit_budgets() {
        for (std::size_t b = 0; b < data_.budgets.size(); ++b) {
            std::int64_t total = 0;
            for (const Activity& made : data_.activities) {
                for (const Expense& e : made.modes.front().expenses) {
                    if (static_cast<std::size_t>(e.budget) == b) total += e.amount;
                }
            }
            const auto partition = static_cast<std::size_t>(data_.budgets[b].partition);
            const std::int32_t periods = data_.partitions[partition].periods;
            for (std::int32_t p = 0; p < periods; ++p) {
                const double share = (1.3 - 0.5 * options_.tightness) * random_.unit() + (periods == 1 ? 0.8 : 0.3);
                const auto limit = static_cast<std::int64_t>(share * static_cast<double>(total));
                data_.budgets[b].limits.push_back(chance(0.15) ? unlimited : limit);
            }
        }
    }

    void make_links() {
        for (std::int32_t to = 1; to < options_.activities; ++to) {
            auto count = static_cast<std::int32_t>(options_.density);
            if (chance(options_.density - count)) ++count;
            for (std::int32_t k = 0; k < count; ++k) {
                Link link{.from = between(std::max(0, to - 10), to - 1), .to = to};
                if (has(Shape::mixed_links)) mix(link);
                data_.links.push_back(link);
            }
        }
    }

    void mix(Link& link) {
        link.from_anchor = chance(0.6) ? Anchor::finish : Anchor::start;
        link.to_anchor = chance(0.6) ? Anchor::start : Anchor::finish;
        link.lag = chance(0.4) ? 0 : between(-3, 3);
        link.calendar = any_index(data_.work_times);
    }

    /// Beside some links, an upper bound on the same distance or a negative lag of the way back.
    void add_maximal_lags() {
        const std::size_t minimal = data_.links.size();
        for (std::size_t i = 0; i < minimal; ++i) {
            if (!chance(0.4)) continue;
            Link link = data_.links[i];
            if (chance(0.5)) {
                link.sense = Sense::at_most;
                link.lag += up_to(3);
            } else {
                std::swap(link.from, link.to);
                link.from_anchor = link.to_anchor = Anchor::start;
                link.lag = -between(1, options_.longest_duration + 3);
            }
            data_.links.push_back(link);
        }
    }

    void make_groups() {
        std::vector<std::int32_t> options;
        for (std::int32_t i = 0; i < options_.activities; ++i) {
            if (!chance(0.5)) continue;
            data_.activities[static_cast<std::size_t>(i)].optional = true;
            data_.activities[static_cast<std::size_t>(i)].value = between(1, 9);
            options.push_back(i);
        }
        for (std::size_t first = 0; first + 1 < options.size(); first += 2) {
            const auto kind = static_cast<Group::Kind>(up_to(2));
            data_.groups.push_back({kind, 1, {options[first], options[first + 1]}});
        }
        data_.objectives = chance(0.5) ? std::vector{Objective::option_value, Objective::makespan}
                                       : std::vector{Objective::makespan, Objective::cost};
    }

    void make_gates() {
        for (int gate = 0; gate < 2; ++gate) {
            Gate made{.due_end = between(data_.horizon / 4, data_.horizon / 2),
                      .firm = chance(0.25),
                      .weight = between(1, 3)};
            for (std::int32_t i = gate; i < options_.activities; i += 2) made.requires_done.push_back(i);
            data_.gates.push_back(std::move(made));
        }
        data_.objectives.insert(data_.objectives.begin(), Objective::gate_lateness);
    }

    void make_baseline() {
        for (std::int32_t i = 0; i < options_.activities; ++i)
            data_.baseline.push_back(chance(0.8) ? up_to(data_.horizon / 2) : not_in_baseline);
        data_.objectives.insert(data_.objectives.begin(), {Objective::moved, Objective::shift});
    }

    /// Two stretches of days that nobody wants; a mode that nobody wants on them, or ever.
    void make_wishes() {
        const auto set = static_cast<std::int32_t>(data_.forbidden_sets.size());
        const Day first = up_to(data_.horizon / 2);
        data_.forbidden_sets.push_back({{0, between(1, 3)}});
        data_.forbidden_sets.push_back({{first, first + between(1, 4)}, {first + 7, first + 9}});
        for (std::int32_t i = 0; i < options_.activities; ++i) {
            if (chance(0.3)) continue;
            const std::int32_t mode = chance(0.5) ? any_index(data_.activities[static_cast<std::size_t>(i)].modes) : -1;
            data_.wishes.push_back({i, mode, chance(0.8) ? set + up_to(1) : -1, between(1, 4)});
        }
        const auto place = static_cast<std::ptrdiff_t>(any_index(data_.objectives)) + (chance(0.5) ? 1 : 0);
        data_.objectives.insert(data_.objectives.begin() + place, Objective::wishes);
    }

    void fix_first() {
        if (data_.activities.empty()) return;
        Activity& first = data_.activities.front();
        const WorkTime& calendar = data_.work_times[static_cast<std::size_t>(first.calendar)];
        const Day start = calendar.next(up_to(2));
        const std::int32_t mode = any_index(first.modes);
        const Day end = calendar.end_of(start, first.modes[static_cast<std::size_t>(mode)].duration);
        if (end > data_.horizon) return;
        data_.fixed_activities.push_back({start, end, start + up_to(2), mode});
        first.fixed = 0;
        first.optional = false;
    }

    const InstanceOptions& options_;
    base::RandomStream random_;
    ProblemData data_;
};

}  // namespace

Problem generate_instance(const InstanceOptions& options) { return Generator(options).run(); }

}  // namespace masar::problem
