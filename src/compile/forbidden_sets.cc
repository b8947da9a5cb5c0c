#include "compile/forbidden_sets.h"

#include <algorithm>

namespace masar::compile {
using problem::Interval;

std::vector<Interval> united(std::vector<Interval> intervals) {
    std::ranges::sort(intervals, {}, &Interval::from);
    std::vector<Interval> merged;
    for (const Interval& each : intervals) {
        if (!merged.empty() && each.from <= merged.back().to)
            merged.back().to = std::max(merged.back().to, each.to);
        else
            merged.push_back(each);
    }
    return merged;
}

Season season_of(const BindingRule& rule, plan::PeriodIndex period, const DayCount& days) {
    return {period.value, std::max(0, days.day(rule.days.first)), std::min(days.days, days.day(rule.days.last) + 1)};
}

std::vector<Interval> touched_days(const TimeFrame& frame, const Season& season, Interval span) {
    std::vector<Interval> found;
    for (const Interval& each : frame.avoidable[static_cast<std::size_t>(season.period)]) {
        const Interval common{std::max({each.from, season.from, span.from}), std::min({each.to, season.to, span.to})};
        if (common.from < common.to) found.push_back(common);
    }
    return found;
}

std::vector<Interval> ForbiddenSets::intervals_of(const std::vector<Season>& seasons) const {
    std::vector<Interval> all;
    for (const Season& season : seasons) {
        const auto days = touched_days(frame_, season, {0, frame_.days.days});
        all.insert(all.end(), days.begin(), days.end());
    }
    return united(std::move(all));
}

std::int32_t ForbiddenSets::set_for(const plan::Plan& plan, const plan::Activity& activity,
                                    std::span<const BindingRule> rules) {
    std::vector<Season> seasons;
    for (const auto& period : activity.avoid)
        if (period.value.known()) seasons.push_back({period.value.value, 0, frame_.days.days});
    for (const BindingRule& rule : rules)
        for (const auto& period : plan.rules[rule.rule.at()].not_during)
            if (period.value.known()) seasons.push_back(season_of(rule, period.value, frame_.days));
    std::ranges::sort(seasons);
    const auto [first, last] = std::ranges::unique(seasons);
    seasons.erase(first, last);
    if (seasons.empty()) return -1;
    const auto [entry, added] = known_.try_emplace(std::move(seasons), static_cast<std::int32_t>(sets_.size()));
    if (added) sets_.push_back(intervals_of(entry->first));
    return entry->second;
}

}  // namespace masar::compile
