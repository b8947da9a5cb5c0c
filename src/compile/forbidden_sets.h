#pragma once
// Periods to avoid and rules' seasons as forbidden intervals, shared between activities that have the same.
#include "compile/compiled_plan.h"
#include "compile/rule_book.h"

#include <compare>
#include <map>
#include <span>
#include <vector>

namespace masar::compile {

/// A period to avoid, on the days on which that is demanded.
struct Season {
    std::int32_t period = -1;       ///< PeriodIndex
    problem::Day from = 0, to = 0;  ///< demanded on [from, to)
    auto operator<=>(const Season&) const = default;
};

class ForbiddenSets {
public:
    explicit ForbiddenSets(const TimeFrame& frame) : frame_(frame) {}

    /// Index of the set of intervals on which no day of the activity may fall; -1 = none.
    std::int32_t set_for(const plan::Plan& plan, const plan::Activity& activity, std::span<const BindingRule> rules);
    [[nodiscard]] std::vector<std::vector<problem::Interval>> take() { return std::move(sets_); }

private:
    [[nodiscard]] std::vector<problem::Interval> intervals_of(const std::vector<Season>& seasons) const;

    const TimeFrame& frame_;
    std::map<std::vector<Season>, std::int32_t> known_;
    std::vector<std::vector<problem::Interval>> sets_;
};

/// Sorted, with those that touch made one.
[[nodiscard]] std::vector<problem::Interval> united(std::vector<problem::Interval> intervals);
/// The season of one rule's period.
[[nodiscard]] Season season_of(const BindingRule& rule, plan::PeriodIndex period, const DayCount& days);
/// The parts of the period's days on which the season is demanded and that [from, to) touches.
[[nodiscard]] std::vector<problem::Interval> touched_days(const TimeFrame& frame, const Season& season,
                                                          problem::Interval span);

}  // namespace masar::compile
