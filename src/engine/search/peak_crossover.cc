#include "engine/search/peak_crossover.h"

#include <algorithm>

namespace masar::engine {
namespace {

/// Use of a mode per day: the sum of its shares of each pool's greatest capacity.
std::int32_t weight_of(const problem::ProblemData& data, const problem::Mode& mode) {
    constexpr std::int64_t whole = 1024;
    std::int64_t weight = 0;
    for (const auto& demand : mode.demands) {
        std::int64_t capacity = 1;
        for (const auto& step : data.pools[demand.pool].steps)
            capacity = std::max<std::int64_t>(capacity, step.capacity);
        weight += whole * demand.units / capacity;
    }
    return static_cast<std::int32_t>(weight);
}

}  // namespace

PeakCrossover::PeakCrossover(const Instance& instance) : instance_(instance) {
    const auto& data = instance.problem().data();
    for (const auto& activity : data.activities) {
        mode_first_.push_back(static_cast<std::int32_t>(weight_.size()));
        for (const auto& mode : activity.modes) weight_.push_back(weight_of(data, mode));
    }
    use_.resize(static_cast<std::size_t>(instance.horizon()) + 2);
}

problem::Interval PeakCrossover::peak(const Candidate& father, base::RandomStream& random) {
    Day first = instance_.horizon(), last = 0;
    for (std::int32_t i = 0; i < instance_.size(); ++i) {
        if (father.mode[i] < 0) continue;
        first = std::min(first, father.start[i]);
        last = std::max(last, father.end[i]);
    }
    const Day length = std::max(1, last - first);
    const Day span = length / 4 + static_cast<Day>(random.below(static_cast<std::uint32_t>(length / 2 + 1)));
    std::fill(use_.begin() + first, use_.begin() + last + 2, 0);
    for (std::int32_t i = 0; i < instance_.size(); ++i) {
        if (father.mode[i] < 0) continue;
        const std::int32_t weight = weight_[mode_first_[i] + father.mode[i]];
        use_[father.start[i]] += weight;
        use_[father.end[i]] -= weight;
    }
    for (Day day = first + 1; day <= last; ++day) use_[day] += use_[day - 1];
    std::int64_t sum = 0;
    for (Day day = first; day < first + span; ++day) sum += use_[day];
    std::int64_t most = sum;
    Day from = first;
    for (Day day = first; day + span < last; ++day) {
        sum += use_[day + span] - use_[day];
        if (sum > most) {
            most = sum;
            from = day + 1;
        }
    }
    return {from, from + std::max(1, span)};
}

void PeakCrossover::cross(const Parents& parents, problem::Interval stretch, Pass pass, Genome& child) const {
    const bool ahead = pass.direction == Direction::forward;
    const auto& father = ahead ? parents.father.start : parents.father.end;
    const auto& mother = ahead ? parents.mother.start : parents.mother.end;
    const Day apart = instance_.horizon();  // what the mother has outside the stretch stays outside
    child.key.resize(father.size());
    child.mode = parents.mother.mode;
    for (std::size_t i = 0; i < father.size(); ++i) {
        const bool inside = father[i] >= stretch.from && father[i] <= stretch.to;
        const Day outside = mother[i] < stretch.from ? mother[i] - apart
                            : mother[i] > stretch.to ? mother[i] + apart
                                                     : mother[i];
        child.key[i] = inside ? father[i] : outside;
        if (inside) child.mode[i] = parents.father.mode[i];
    }
}

}  // namespace masar::engine
