// Resource energy: the work of a set of activities against the capacity between the days that enclose it (cumulative form of
// the head-tail bounds of Carlier, Néron 2003).
#include "engine/search/proofs.h"

#include <algorithm>
#include <numeric>

namespace masar::engine {
namespace {

struct Work {
    std::int64_t energy = 0;
    Day head = 0;  ///< cannot begin before
    Day end = 0;   ///< cannot end after
    Day tail = 0;  ///< must be over that many days before the project's end
};

std::int64_t least_energy(const Instance& instance, std::int32_t activity, std::int32_t pool) {
    std::int64_t least = INT64_MAX;
    for (const auto& mode : instance.problem().activity(activity).modes) {
        std::int64_t units = 0;
        for (const auto& demand : mode.demands) units += demand.pool == pool ? demand.units : 0;
        least = std::min(least, units * mode.duration);
    }
    return least;
}

std::vector<Work> works_of(const Instance& instance, const Energy& energy, std::int32_t pool) {
    std::vector<Work> works;
    for (std::int32_t activity = 0; activity < instance.size(); ++activity) {
        if (instance.fixed(activity) || instance.problem().activity(activity).optional) continue;
        const std::int64_t least = least_energy(instance, activity, pool);
        if (least == 0) continue;
        const Day tail = energy.tails.empty() ? 0 : energy.tails[activity];
        const Day end = std::min(energy.latest.latest_end[activity], instance.horizon());
        works.push_back({least, energy.earliest.earliest_start[activity], end, tail});
    }
    return works;
}

/// Capacity before each day, counted only where someone who wants the pool works.
std::vector<std::int64_t> supply_before(const Instance& instance, std::int32_t pool) {
    std::vector<char> wanted_on(instance.problem().data().work_times.size());
    for (const auto& activity : instance.problem().data().activities) {
        for (const auto& mode : activity.modes) {
            for (const auto& demand : mode.demands) wanted_on[activity.calendar] |= demand.pool == pool;
        }
    }
    std::vector<std::int64_t> before{0};
    before.reserve(static_cast<std::size_t>(instance.horizon()) + 1);
    for (Day day = 0; day < instance.horizon(); ++day) {
        bool worked = false;
        for (std::size_t calendar = 0; calendar < wanted_on.size() && !worked; ++calendar) {
            worked = wanted_on[calendar] != 0 && instance.problem().data().work_times[calendar].works(day);
        }
        before.push_back(before.back() + (worked ? instance.free_capacity().free(pool, day) : 0));
    }
    return before;
}

/// A few values spread over those that occur, the least among them.
std::vector<Day> sample(std::vector<Day> values) {
    constexpr std::size_t most = 40;
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    if (values.size() <= most) return values;
    std::vector<Day> some;
    for (std::size_t i = 0; i < most; ++i) some.push_back(values[i * values.size() / most]);
    return some;
}

/// Least day by which the supply from `head` on covers the energy; nothing when the horizon comes first.
std::optional<Day> covered_by(const std::vector<std::int64_t>& before, Day head, std::int64_t energy) {
    const auto found = std::ranges::lower_bound(before, before[head] + energy);
    if (found == before.end()) return std::nullopt;
    return std::max(head, static_cast<Day>(found - before.begin()));
}

/// Of the works that cannot begin before `head`: whether those with the earliest ends fit before them.
bool ends_fit(const std::vector<Work>& by_end, const std::vector<std::int64_t>& before, Day head) {
    std::int64_t energy = 0;
    for (const Work& work : by_end) {
        if (work.head < head) continue;
        energy += work.energy;
        if (work.end < head || energy > before[work.end] - before[head]) return false;
    }
    return true;
}

std::optional<Day> makespan_from(const std::vector<Work>& by_tail, const std::vector<std::int64_t>& before, Day head) {
    Day bound = 0;
    std::int64_t energy = 0;
    for (const Work& work : by_tail) {
        if (work.head < head) continue;
        energy += work.energy;
        const auto day = covered_by(before, head, energy);
        if (!day) return std::nullopt;
        bound = std::max(bound, *day + work.tail);
    }
    return bound;
}

}  // namespace

std::optional<Day> energy_bound(const Instance& instance, const Energy& energy) {
    Day bound = 0;
    for (std::size_t index = 0; index < instance.problem().data().pools.size(); ++index) {
        const auto pool = static_cast<std::int32_t>(index);
        std::vector<Work> by_tail = works_of(instance, energy, pool);
        if (by_tail.empty()) continue;
        const auto before = supply_before(instance, pool);
        std::vector<Work> by_end = by_tail;
        std::ranges::sort(by_tail, std::ranges::greater{}, &Work::tail);
        std::ranges::sort(by_end, {}, &Work::end);
        std::vector<Day> heads;
        for (const Work& work : by_tail) heads.push_back(work.head);
        for (const Day head : sample(std::move(heads))) {
            const auto least = makespan_from(by_tail, before, head);
            if (!least || !ends_fit(by_end, before, head)) return std::nullopt;
            bound = std::max(bound, *least);
        }
    }
    return bound;
}

}  // namespace masar::engine
