#include "engine/search/plain_scheme.h"

#include <algorithm>

namespace masar::engine {
namespace {

constexpr bool ahead(Direction direction) { return direction == Direction::forward; }

}  // namespace

PlainScheme::PlainScheme(const Instance& instance)
    : instance_(instance),
      profile_(instance.free_capacity()),
      missing_(instance.size()),
      only_makespan_(instance.problem().data().objectives.size() == 1) {
    profile_.restore(instance.free_capacity());
    for (std::int32_t activity = 0; activity < instance.size(); ++activity) {
        degree_in_.push_back(static_cast<std::int32_t>(instance.arcs_to(activity).size()));
        degree_out_.push_back(static_cast<std::int32_t>(instance.arcs_from(activity).size()));
    }
}

void PlainScheme::generate(const Genome& genome, Pass pass, Candidate& candidate) {
    if (ahead(pass.direction)) {
        run<Direction::forward>(genome, pass.order, candidate);
    } else {
        run<Direction::backward>(genome, pass.order, candidate);
    }
}

/// Earliest start after the predecessors; backward, latest end before the successors.
template <Direction direction>
Day PlainScheme::bound_of(std::int32_t activity, const Candidate& candidate) const {
    const std::int32_t own = instance_.terms(activity, candidate.mode[activity]).duration;
    if constexpr (ahead(direction)) {
        Day bound = 0;
        for (const Arc& arc : instance_.arcs_to(activity)) {
            const Day event = arc.from_end != 0 ? candidate.end[arc.other] : candidate.start[arc.other];
            bound = std::max(bound, event + arc.lag - arc.to_end * own);
        }
        return bound;
    } else {
        Day bound = instance_.horizon();
        for (const Arc& arc : instance_.arcs_from(activity)) {
            const Day event = arc.to_end != 0 ? candidate.end[arc.other] : candidate.start[arc.other];
            bound = std::min(bound, event - arc.lag + (1 - arc.from_end) * own);
        }
        return bound;
    }
}

/// The start nearest to the bound at which every pool has enough; `none` when there is none.
template <Direction direction>
Day PlainScheme::fit(const ModeTerms& terms, Day bound) const {
    const std::int32_t last = instance_.horizon() - terms.duration;
    std::int32_t start = ahead(direction) ? bound : bound - terms.duration;
    for (;;) {
        const std::int32_t asked = start;
        for (const Need& need : instance_.needs(terms)) {
            const Stretch stretch{start, terms.duration};
            start = ahead(direction) ? profile_.first_fit(need, EveryDay{}, stretch, last)
                                     : profile_.last_fit(need, EveryDay{}, stretch, 0);
            if (start == PackedProfile::none) return start;
        }
        if (start == asked || terms.needs == 1) return start;
    }
}

template <Direction direction>
void PlainScheme::release(std::int32_t activity, const Genome& genome, Order order) {
    for (const Arc& arc : ahead(direction) ? instance_.arcs_from(activity) : instance_.arcs_to(activity)) {
        if (--missing_[arc.other] > 0) continue;
        const std::int32_t key = ahead(direction) ? genome.key[arc.other] : -genome.key[arc.other];
        eligible_.push({order == Order::serial ? key : by_day(0, key), arc.other});
    }
}

template <Direction direction>
void PlainScheme::run(const Genome& genome, Order order, Candidate& candidate) {
    profile_.restore(instance_.free_capacity());
    missing_ = ahead(direction) ? degree_in_ : degree_out_;
    candidate.start.resize(missing_.size());
    candidate.end.resize(missing_.size());
    candidate.mode = genome.mode;
    candidate.cost = {};
    eligible_.clear();
    for (std::int32_t activity = 0; activity < instance_.size(); ++activity) {
        const std::int32_t key = ahead(direction) ? genome.key[activity] : -genome.key[activity];
        if (missing_[activity] == 0) eligible_.push({order == Order::serial ? key : by_day(0, key), activity});
    }
    while (!eligible_.empty()) {
        const auto [urgency, activity] = eligible_.pop();
        const ModeTerms& terms = instance_.terms(activity, genome.mode[activity]);
        const Day bound = bound_of<direction>(activity, candidate);
        Day start = fit<direction>(terms, bound);
        const bool fits = start != PackedProfile::none;
        if (!fits) start = std::clamp(bound, 0, instance_.horizon() - terms.duration);
        if (order == Order::parallel && fits) {
            const Day day = ahead(direction) ? start : instance_.horizon() - start - terms.duration;
            const std::int32_t key = ahead(direction) ? genome.key[activity] : -genome.key[activity];
            if (const auto now = by_day(day, key); now != urgency) {
                eligible_.push({now, activity});
                continue;
            }
        }
        candidate.start[activity] = start;
        candidate.end[activity] = start + terms.duration;
        if (fits) {
            for (const Need& need : instance_.needs(terms)) profile_.take(need, EveryDay{}, {start, terms.duration});
        } else {
            candidate.cost.overshoot += overshoot_of_misfit;
        }
        release<direction>(activity, genome, order);
    }
    conclude<direction>(candidate);
}

template <Direction direction>
void PlainScheme::conclude(Candidate& candidate) const {
    if (instance_.has_choices()) candidate.cost.overshoot += overspend(instance_, candidate.mode);
    if (ahead(direction) && !only_makespan_) {
        evaluate(instance_, candidate);
        return;
    }
    if constexpr (ahead(direction)) {
        candidate.cost.value[0] = *std::ranges::max_element(candidate.end);
    } else {
        candidate.cost.value[0] = instance_.horizon() - *std::ranges::min_element(candidate.start);
    }
}

}  // namespace masar::engine
