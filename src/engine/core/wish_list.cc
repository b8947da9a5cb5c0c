#include "engine/core/wish_list.h"

#include <algorithm>

namespace masar::engine {

using problem::Interval;
using problem::Span;
using problem::Wish;

WishList::WishList(const problem::ProblemData& data)
    : sets_(data.forbidden_sets), wishes_(data.wishes), first_(data.activities.size() + 1) {
    std::ranges::stable_sort(wishes_, {}, &Wish::activity);
    for (const Wish& wish : wishes_) ++first_[wish.activity + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
}

const Interval* WishList::touched(const Wish& wish, std::int32_t mode, Span span) const {
    if (wish.unwanted < 0 || (wish.mode >= 0 && wish.mode != mode)) return nullptr;
    const auto& intervals = sets_[wish.unwanted];
    const auto next = std::ranges::upper_bound(intervals, span.start, {}, &Interval::to);
    return next != intervals.end() && next->from < std::max(span.end, span.start + 1) ? &*next : nullptr;
}

const Interval* WishList::touched(std::int32_t activity, std::int32_t mode, Span span) const {
    for (const Wish& wish : of(activity))
        if (const Interval* stretch = touched(wish, mode, span)) return stretch;
    return nullptr;
}

std::int64_t WishList::price(std::int32_t activity, std::int32_t mode, Span span) const {
    std::int64_t total = 0;
    for (const Wish& wish : of(activity)) {
        const bool never_wanted = wish.unwanted < 0 && (wish.mode < 0 || wish.mode == mode);
        if (never_wanted || touched(wish, mode, span) != nullptr) total += wish.weight;
    }
    return total;
}

}  // namespace masar::engine
