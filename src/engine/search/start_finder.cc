#include "engine/search/start_finder.h"

#include <algorithm>

namespace masar::engine {

using problem::Charge;
using problem::Interval;
using problem::Span;

std::int32_t StartFinder::earliest(const Quest& quest) {
    const std::int32_t duration = instance_.terms(quest.activity, quest.mode).duration;
    const std::int32_t room = instance_.grid_of(quest.activity).count() - std::max(1, duration);
    const std::int32_t last = std::min(quest.last, room);
    std::int32_t index = quest.first;
    while (index <= last) {
        index = pools_allow_from({quest.activity, quest.mode, index, last}, index);
        if (index == none) return none;
        const std::int32_t next = after_obstacles(quest, index);
        if (next == index) return index;
        index = next;
    }
    return none;
}

std::int32_t StartFinder::latest(const Quest& quest) {
    const std::int32_t duration = instance_.terms(quest.activity, quest.mode).duration;
    const std::int32_t room = instance_.grid_of(quest.activity).count() - std::max(1, duration);
    std::int32_t index = std::min(quest.last, room);
    while (index >= quest.first) {
        index = pools_allow_until(quest, index);
        if (index == none) return none;
        const std::int32_t next = before_obstacles(quest, index);
        if (next == index) return index;
        index = next;
    }
    return none;
}

std::int32_t StartFinder::pools_allow_from(const Quest& quest, std::int32_t index) const {
    const ModeTerms& terms = instance_.terms(quest.activity, quest.mode);
    const ListedDays days{instance_.grid_of(quest.activity).days.data()};
    for (;;) {
        const std::int32_t asked = index;
        for (const Need& need : instance_.needs(terms)) {
            index = board_.profile().first_fit(need, days, {index, terms.duration}, quest.last);
            if (index == none) return none;
        }
        if (index == asked || terms.needs == 1) return index;
    }
}

std::int32_t StartFinder::pools_allow_until(const Quest& quest, std::int32_t index) const {
    const ModeTerms& terms = instance_.terms(quest.activity, quest.mode);
    const ListedDays days{instance_.grid_of(quest.activity).days.data()};
    for (;;) {
        const std::int32_t asked = index;
        for (const Need& need : instance_.needs(terms)) {
            index = board_.profile().last_fit(need, days, {index, terms.duration}, quest.first);
            if (index == none) return none;
        }
        if (index == asked || terms.needs == 1) return index;
    }
}

/// The first interval that no day of the activity may touch, or should.
const Interval* StartFinder::obstacle(const Quest& quest, Span span) const {
    if (quest.heed == Heed::wishes) {
        if (const Interval* unwanted = instance_.wishes().touched(quest.activity, quest.mode, span)) return unwanted;
    }
    const std::int32_t set = instance_.problem().activity(quest.activity).forbidden;
    if (set < 0) return nullptr;
    const auto& intervals = instance_.problem().data().forbidden_sets[set];
    const auto found = std::ranges::upper_bound(intervals, span.start, {}, &Interval::to);
    return found != intervals.end() && found->from < std::max(span.end, span.start + 1) ? &*found : nullptr;
}

std::int32_t StartFinder::after_obstacles(const Quest& quest, std::int32_t index) {
    const Placement placement{quest.activity, quest.mode, index};
    const Span span = board_.span_of(placement);
    if (const Interval* interval = obstacle(quest, span)) {
        return std::max(index + 1, instance_.grid_of(quest.activity).index_from(interval->to));
    }
    const problem::Mode& mode = board_.mode_of(placement);
    if (quest.heed <= Heed::everything) {
        if (const auto shortage = board_.ledger().shortage(mode, span)) return after_shortage(quest, index, *shortage);
    }
    if (quest.heed == Heed::pools) return index;
    const Day next = board_.stock().next_start(mode, span);
    return next == span.start ? index : std::max(index + 1, instance_.grid_of(quest.activity).index_from(next));
}

std::int32_t StartFinder::before_obstacles(const Quest& quest, std::int32_t index) {
    const Placement placement{quest.activity, quest.mode, index};
    const Span span = board_.span_of(placement);
    if (const Interval* interval = obstacle(quest, span)) {
        const std::int32_t duration = instance_.terms(quest.activity, quest.mode).duration;
        const Day end = duration == 0 ? interval->from - 1 : interval->from;
        return std::min(index - 1, instance_.grid_of(quest.activity).last_index(end, duration));
    }
    const problem::Mode& mode = board_.mode_of(placement);
    if (quest.heed <= Heed::everything) {
        if (const auto shortage = board_.ledger().shortage(mode, span)) return before_shortage(quest, index, *shortage);
    }
    if (quest.heed != Heed::pools && board_.stock().next_start(mode, span) != span.start) return index - 1;
    return index;
}

/// The period has no money left: the next start charged elsewhere.
std::int32_t StartFinder::after_shortage(const Quest& quest, std::int32_t index, const Shortage& shortage) const {
    if (shortage.expense->charge == Charge::spread) return index + 1;
    const auto& budget = instance_.problem().data().budgets[shortage.expense->budget];
    const Day next_period = instance_.first_day(budget.partition, shortage.period + 1);
    std::int32_t next = instance_.grid_of(quest.activity).index_from(next_period);
    if (shortage.expense->charge == Charge::at_finish) {
        next -= std::max(0, instance_.terms(quest.activity, quest.mode).duration - 1);
    }
    return std::max(index + 1, next);
}

std::int32_t StartFinder::before_shortage(const Quest& quest, std::int32_t index, const Shortage& shortage) const {
    if (shortage.expense->charge == Charge::spread) return index - 1;
    const auto& budget = instance_.problem().data().budgets[shortage.expense->budget];
    const Day period = instance_.first_day(budget.partition, shortage.period);
    std::int32_t next = instance_.grid_of(quest.activity).index_from(period) - 1;
    if (shortage.expense->charge == Charge::at_finish) {
        next -= std::max(0, instance_.terms(quest.activity, quest.mode).duration - 1);
    }
    return std::min(index - 1, next);
}

}  // namespace masar::engine
