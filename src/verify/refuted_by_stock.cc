// Pools and reservoirs: what is left, summed day by day.
#include "verify/refutation.h"

#include <algorithm>

namespace masar::verify {
namespace {

using problem::Activity;
using problem::ProblemData;

/// The units that an activity takes of a pool on each of its working days.
std::int64_t units_of(const Activity& activity, std::int32_t mode, std::int32_t pool) {
    const problem::Mode& its = activity.modes[static_cast<std::size_t>(mode)];
    if (activity.fixed < 0 && its.duration == 0) return 0;
    std::int64_t units = 0;
    for (const problem::Demand& demand : its.demands)
        if (demand.pool == pool) units += demand.units;
    return units;
}

/// The days that every placement left works on, and the least units there.
struct Core {
    Day from = 0, to = 0;
    std::int64_t units = 0;
    [[nodiscard]] bool empty() const { return from >= to || units == 0; }
};

/// Loads on one pool by what surely runs, and the placements that do not fit beside it.
class PoolCheck {
public:
    PoolCheck(LeftOver& left, std::int32_t pool) : left_(left), data_(left.vocabulary().problem().data()), pool_(pool) {
        const auto& steps = data_.pools[static_cast<std::size_t>(pool)].steps;
        for (Day day = 0; day <= left.vocabulary().horizon(); ++day) {
            while (step_ + 1 < steps.size() && steps[step_ + 1].from <= day) ++step_;
            room_.push_back(steps[step_].capacity);
        }
        // What a clause does not speak of may be left aside: that only makes the check harder to pass.
        for (std::int32_t i = 0; i < left.vocabulary().problem().size(); ++i) {
            const bool fixed = data_.activities[static_cast<std::size_t>(i)].fixed >= 0;
            const bool asked = left.spoken_of().empty() || std::ranges::binary_search(left.spoken_of(), i);
            if (takes(i) && (fixed || asked)) users_.push_back(i);
        }
        cores_.resize(users_.size());
    }

    /// Takes away what does not fit until nothing changes; true when something that must run has nowhere left.
    [[nodiscard]] bool run() {
        bool changed = true;
        while (changed) {
            changed = false;
            for (std::size_t k = 0; k < users_.size(); ++k) changed |= take_core(k);
            if (std::ranges::any_of(room_, [](std::int64_t each) { return each < 0; })) return true;
            for (std::size_t k = 0; k < users_.size(); ++k) {
                changed |= drop_misfits(k);
                if (left_.activity(users_[k]).nothing()) return true;
            }
        }
        return energy_exceeds();
    }

private:
    const Activity& activity(std::size_t k) const { return data_.activities[static_cast<std::size_t>(users_[k])]; }
    const problem::WorkTime& calendar(std::size_t k) const {
        return data_.work_times[static_cast<std::size_t>(activity(k).calendar)];
    }
    bool takes(std::int32_t index) const {
        const Activity& its = data_.activities[static_cast<std::size_t>(index)];
        for (std::size_t mode = 0; mode < its.modes.size(); ++mode)
            if (units_of(its, static_cast<std::int32_t>(mode), pool_) > 0) return true;
        return false;
    }
    /// What is done used its pools before; only from `uses_from` on does it count.
    Day first_day(std::size_t k, const Placement& placement) const {
        if (activity(k).fixed < 0) return placement.start;
        return std::max(placement.start, data_.fixed_activities[static_cast<std::size_t>(activity(k).fixed)].uses_from);
    }

    template <class Visit>
    void each_day(std::size_t k, Day from, Day to, Visit visit) {
        const Day end = std::min(to, static_cast<Day>(room_.size()));
        for (Day day = std::max(from, 0); day < end; ++day)
            if (calendar(k).works(day)) visit(room_[static_cast<std::size_t>(day)]);
    }

    Core core_of(std::size_t k) const {
        const LeftOver::Activity& its = left_.activity(users_[k]);
        if (!its.surely_in() || its.placements.empty()) return {};
        Core core{0, problem::never, INT64_MAX};
        for (const std::size_t each : its.placements) {
            const Placement& placement = left_.placement(users_[k], each);
            core.from = std::max(core.from, first_day(k, placement));
            core.to = std::min(core.to, placement.end);
            core.units = std::min(core.units, units_of(activity(k), placement.mode, pool_));
        }
        return core.empty() ? Core{} : core;
    }

    bool take_core(std::size_t k) {
        const Core before = cores_[k], now = core_of(k);
        if (now.from == before.from && now.to == before.to && now.units == before.units) return false;
        each_day(k, before.from, before.to, [&](std::int64_t& room) { room += before.units; });
        each_day(k, now.from, now.to, [&](std::int64_t& room) { room -= now.units; });
        cores_[k] = now;
        return true;
    }

    bool fits(std::size_t k, const Placement& placement) {
        const std::int64_t units = units_of(activity(k), placement.mode, pool_);
        const Core& own = cores_[k];
        bool fits = true;
        Day day = std::max(0, first_day(k, placement));
        for (; fits && day < std::min(placement.end, static_cast<Day>(room_.size())); ++day) {
            if (!calendar(k).works(day)) continue;
            const std::int64_t own_units = day >= own.from && day < own.to ? own.units : 0;
            fits = units <= room_[static_cast<std::size_t>(day)] + own_units;
        }
        return fits;
    }

    bool drop_misfits(std::size_t k) {
        return std::erase_if(left_.activity(users_[k]).placements,
                             [&](std::size_t each) { return !fits(k, left_.placement(users_[k], each)); })
               > 0;
    }

    /// Least work of an activity within [from, to).
    std::int64_t least_work(std::size_t k, Day from, Day to) const {
        const LeftOver::Activity& its = left_.activity(users_[k]);
        if (!its.surely_in()) return 0;
        std::int64_t least = INT64_MAX;
        for (const std::size_t each : its.placements) {
            const Placement& placement = left_.placement(users_[k], each);
            const Day first = std::max(from, first_day(k, placement)), last = std::min(to, placement.end);
            const std::int64_t days =
                first >= last ? 0 : calendar(k).count_before(last) - calendar(k).count_before(first);
            least = std::min(least, days * units_of(activity(k), placement.mode, pool_));
            if (least == 0) break;
        }
        return least == INT64_MAX ? 0 : least;
    }

    /// Between two days more must be done than can be. Only the ends of what the clause speaks of are tried.
    bool energy_exceeds() {
        std::vector<Day> froms, tos;
        for (const std::int32_t index : left_.spoken_of()) {
            Day from = problem::never, to = 0;
            for (const std::size_t each : left_.activity(index).placements) {
                from = std::min(from, left_.placement(index, each).start);
                to = std::max(to, left_.placement(index, each).end);
            }
            froms.push_back(from);
            tos.push_back(to);
        }
        std::vector<std::int64_t> supply{0};
        const auto& steps = data_.pools[static_cast<std::size_t>(pool_)].steps;
        std::size_t step = 0;
        for (Day day = 0; day <= left_.vocabulary().horizon(); ++day) {
            while (step + 1 < steps.size() && steps[step + 1].from <= day) ++step;
            supply.push_back(supply.back() + steps[step].capacity);
        }
        return std::ranges::any_of(froms, [&](Day from) {
            return std::ranges::any_of(tos, [&](Day to) { return work_exceeds(supply, from, to); });
        });
    }

    bool work_exceeds(const std::vector<std::int64_t>& supply, Day from, Day to) const {
        if (from >= to || to >= static_cast<Day>(supply.size())) return false;
        std::int64_t work = 0;
        for (std::size_t k = 0; k < users_.size(); ++k) work += least_work(k, from, to);
        return work > supply[static_cast<std::size_t>(to)] - supply[static_cast<std::size_t>(from)];
    }

    LeftOver& left_;
    const ProblemData& data_;
    std::int32_t pool_;
    std::size_t step_ = 0;
    std::vector<std::int64_t> room_;  ///< per day: capacity less what surely runs
    std::vector<std::int32_t> users_;
    std::vector<Core> cores_;  ///< per user, as counted in room_
};

/// How much one activity changes a stock, at least and at most, by each day.
class StockCheck {
public:
    StockCheck(LeftOver& left, std::int32_t reservoir) : left_(left), reservoir_(reservoir) {
        const auto size = static_cast<std::size_t>(std::max(0, left.vocabulary().horizon())) + 1;
        least_.assign(size, 0);
        greatest_.assign(size, 0);
    }

    [[nodiscard]] bool run() {
        const problem::ProblemData& data = left_.vocabulary().problem().data();
        for (std::int32_t i = 0; i < left_.vocabulary().problem().size(); ++i) {
            if (!moves_stock(data.activities[static_cast<std::size_t>(i)])) continue;
            if (left_.activity(i).nothing()) return true;
            add(i);
        }
        const problem::Reservoir& asked = data.reservoirs[static_cast<std::size_t>(reservoir_)];
        for (std::size_t day = 0; day < least_.size(); ++day)
            if (asked.initial + greatest_[day] < asked.minimum || asked.initial + least_[day] > asked.maximum)
                return true;
        return false;
    }

private:
    bool moves_stock(const Activity& activity) const {
        return std::ranges::any_of(activity.modes, [&](const problem::Mode& mode) {
            return std::ranges::any_of(mode.stock_changes,
                                       [&](const auto& change) { return change.reservoir == reservoir_; });
        });
    }

    /// Sums of changes by day, for one placement: steps at the days of its events.
    void add(std::int32_t index) {
        const LeftOver::Activity& its = left_.activity(index);
        const Activity& activity = left_.vocabulary().problem().activity(index);
        std::vector<std::int64_t> low(least_.size(), its.may_be_out ? 0 : INT64_MAX),
            high(least_.size(), its.may_be_out ? 0 : INT64_MIN);
        for (const std::size_t each : its.placements) {
            const Placement& placement = left_.placement(index, each);
            for (std::size_t day = 0; day < least_.size(); ++day) {
                const std::int64_t sum = changed_by(activity.modes[static_cast<std::size_t>(placement.mode)], placement,
                                                    static_cast<Day>(day));
                low[day] = std::min(low[day], sum);
                high[day] = std::max(high[day], sum);
            }
        }
        for (std::size_t day = 0; day < least_.size(); ++day) {
            least_[day] += low[day];
            greatest_[day] += high[day];
        }
    }

    std::int64_t changed_by(const problem::Mode& mode, const Placement& placement, Day day) const {
        std::int64_t sum = 0;
        for (const problem::StockChange& change : mode.stock_changes) {
            const Day when = change.anchor == problem::Anchor::start ? placement.start : placement.end;
            if (change.reservoir == reservoir_ && std::max(when, 0) <= day) sum += change.amount;
        }
        return sum;
    }

    LeftOver& left_;
    std::int32_t reservoir_;
    std::vector<std::int64_t> least_, greatest_;  ///< per day, over all activities
};

}  // namespace

bool refuted_by_pool(LeftOver& left, std::int32_t pool) { return PoolCheck(left, pool).run(); }
bool refuted_by_reservoir(LeftOver& left, std::int32_t reservoir) { return StockCheck(left, reservoir).run(); }

}  // namespace masar::verify
