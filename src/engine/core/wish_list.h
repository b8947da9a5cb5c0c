#pragma once
// The wishes of a problem by activity, and what a placement costs by them.
#include "problem/link_bound.h"

#include <cstdint>
#include <span>
#include <vector>

namespace masar::engine {

class WishList {
public:
    /// `data` must outlive it.
    explicit WishList(const problem::ProblemData& data);

    [[nodiscard]] bool empty() const { return wishes_.empty(); }
    [[nodiscard]] std::span<const problem::Wish> of(std::int32_t activity) const {
        const std::int32_t first = first_[activity];
        return {wishes_.data() + first, static_cast<std::size_t>(first_[activity + 1] - first)};
    }
    /// Weights of the wishes that the activity gives up, running in the mode on those days.
    [[nodiscard]] std::int64_t price(std::int32_t activity, std::int32_t mode, problem::Span span) const;
    /// The first stretch of unwanted days that it would touch then; null = none. Wishes against a mode on any day have no stretch.
    [[nodiscard]] const problem::Interval* touched(std::int32_t activity, std::int32_t mode, problem::Span span) const;

private:
    [[nodiscard]] const problem::Interval* touched(const problem::Wish& wish, std::int32_t mode,
                                                   problem::Span span) const;

    const std::vector<std::vector<problem::Interval>>& sets_;
    std::vector<problem::Wish> wishes_;  ///< by activity
    std::vector<std::int32_t> first_;    ///< per activity, and one more
};

}  // namespace masar::engine
