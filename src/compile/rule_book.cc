#include "compile/rule_book.h"

#include "compile/lead_time.h"
#include "plan/exchange_rates.h"

#include <algorithm>

namespace masar::compile {
namespace {

template <class IndexType>
bool holds(const std::vector<plan::At<IndexType>>& wanted, IndexType index) {
    return std::ranges::any_of(wanted, [index](const auto& each) { return each.value == index; });
}

bool meets_conditions(const plan::Rule& rule, const plan::Activity& activity) {
    if (!rule.types.empty() && !holds(rule.types, activity.type.value)) return false;
    const auto at_venue = [&](const plan::Mode& mode) { return holds(rule.venues, mode.venue.value); };
    if (!rule.venues.empty() && std::ranges::none_of(activity.modes, at_venue)) return false;
    const auto from_fund = [&](const plan::Share& share) { return holds(rule.funds, share.fund.value); };
    return rule.funds.empty() || std::ranges::any_of(activity.shares, from_fund);
}

}  // namespace

RuleBook::RuleBook(const plan::Plan& plan, calendar::DatePeriod whole) : plan_(plan), whole_(whole) {}

std::optional<calendar::DatePeriod> RuleBook::days_of(plan::RuleIndex index, plan::ActivityIndex activity) const {
    const plan::Rule& rule = plan_.rules[index.at()];
    calendar::DatePeriod days = whole_;
    if (rule.effective) days = {std::max(days.first, rule.effective->first), std::min(days.last, rule.effective->last)};
    for (const plan::Waiver& waiver : plan_.waivers) {
        if (waiver.rule.value != index || waiver.activity.value != activity || rule.force == plan::Force::law) continue;
        if (!waiver.until) return std::nullopt;
        days.first = std::max(days.first, *waiver.until + std::chrono::days(1));
    }
    return days.first <= days.last ? std::optional(days) : std::nullopt;
}

std::vector<BindingRule> RuleBook::binding(plan::ActivityIndex activity) const {
    return applying(activity, Sought::binding);
}

std::vector<BindingRule> RuleBook::preferred(plan::ActivityIndex activity) const {
    return applying(activity, Sought::preferred);
}

std::vector<BindingRule> RuleBook::applying(plan::ActivityIndex activity, Sought sought) const {
    std::vector<BindingRule> found;
    for (std::size_t i = 0; i < plan_.rules.size(); ++i) {
        const plan::Rule& rule = plan_.rules[i];
        const bool preference = rule.force == plan::Force::preference;
        if (preference != (sought == Sought::preferred)) continue;
        if (!meets_conditions(rule, plan_.activities[activity.at()])) continue;
        const auto index = base::index_of<plan::RuleIndex>(i);
        if (const auto days = days_of(index, activity)) found.push_back({index, *days});
    }
    return found;
}

std::optional<calendar::Date> notice_over(const plan::Plan& plan, const BindingRule& rule, calendar::Date request,
                                          const calendar::WorkingCalendar& calendar) {
    const auto& lead = plan.rules[rule.rule.at()].notice_before_start;
    if (!lead) return std::nullopt;
    const calendar::Date first = first_day_allowed(request, {&*lead, 1}, calendar);
    if (rule.days.first >= first || rule.days.last < request) return std::nullopt;
    return std::min(first, rule.days.last + std::chrono::days(1));
}

std::optional<base::Money> cost_above_limit(const plan::Plan& plan, const plan::Rule& rule, base::Money cost) {
    if (!rule.cost_limit) return std::nullopt;
    const auto same = exchanged(plan, cost, rule.cost_limit->currency);
    if (!same || same->minor <= rule.cost_limit->minor) return std::nullopt;
    return base::Money{same->minor - rule.cost_limit->minor, same->currency};
}

}  // namespace masar::compile
