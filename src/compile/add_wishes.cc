// Preferences as wishes: one per activity and rule, so that giving a rule up costs its weight once whichever part of it is given up.
#include "compile/charges_of.h"
#include "compile/draft.h"
#include "compile/forbidden_sets.h"
#include "compile/lead_time.h"
#include "plan/exchange_rates.h"

#include <algorithm>
#include <map>

namespace masar::compile {
namespace {

using problem::Interval;

class WishWriter {
public:
    explicit WishWriter(Draft& draft) : draft_(draft) {}

    void write(std::int32_t position) {
        const plan::ActivityIndex index = draft_.origins.activities[static_cast<std::size_t>(position)];
        if (!index.known() || draft_.at(position).fixed >= 0) return;  // what has begun is not wished otherwise
        for (const BindingRule& rule : draft_.rules.preferred(index)) write(position, rule);
    }

private:
    void write(std::int32_t position, const BindingRule& rule) {
        const std::int32_t unwanted = set_of(unwanted_days(position, rule));
        const std::vector<std::int32_t> dear = modes_above_limit(position, draft_.plan.rules[rule.rule.at()]);
        if (dear.empty()) {
            if (unwanted >= 0) add({position, -1, unwanted}, rule.rule);
            return;
        }
        for (std::int32_t mode = 0; mode < static_cast<std::int32_t>(draft_.at(position).modes.size()); ++mode) {
            const bool above = std::ranges::find(dear, mode) != dear.end();
            if (above || unwanted >= 0) add({position, mode, above ? -1 : unwanted}, rule.rule);
        }
    }

    void add(problem::Wish wish, plan::RuleIndex rule) {
        wish.weight = draft_.plan.rules[rule.at()].weight;
        draft_.data.wishes.push_back(wish);
        draft_.origins.wishes.push_back({draft_.origins.activities[static_cast<std::size_t>(wish.activity)], rule});
    }

    /// The rule's periods; and the days before its notice, sent as early as can be, is over.
    [[nodiscard]] std::vector<Interval> unwanted_days(std::int32_t position, const BindingRule& rule) const {
        const plan::Activity& activity = draft_.source_of(position);
        const DayCount& days = draft_.frame.days;
        std::vector<Interval> all;
        for (const auto& period : draft_.plan.rules[rule.rule.at()].not_during) {
            if (!period.value.known()) continue;
            const auto season = touched_days(draft_.frame, season_of(rule, period.value, days), {0, days.days});
            all.insert(all.end(), season.begin(), season.end());
        }
        const auto asked = first_request(draft_.plan, activity);
        if (const auto request = request_sent(activity, {}, rule.rule, asked)) {
            const auto over = notice_over(draft_.plan, rule, *request, draft_.frame.calendar_of(activity));
            if (over && days.day(*over) > 0) all.push_back({0, days.day(*over)});
        }
        return united(std::move(all));
    }

    [[nodiscard]] std::vector<std::int32_t> modes_above_limit(std::int32_t position, const plan::Rule& rule) const {
        std::vector<std::int32_t> dear;
        const plan::ActivityIndex index = draft_.origins.activities[static_cast<std::size_t>(position)];
        for (std::size_t m = 0; rule.cost_limit && m < draft_.source_of(position).modes.size(); ++m) {
            base::Money cost{0, rule.cost_limit->currency};
            for (const base::Money& each : cost_amounts(draft_.plan, {index, m, draft_.options.estimate}))
                if (const auto same = plan::exchanged(draft_.plan, each, cost.currency)) cost.minor += same->minor;
            if (cost_above_limit(draft_.plan, rule, cost)) dear.push_back(static_cast<std::int32_t>(m));
        }
        return dear;
    }

    std::int32_t set_of(std::vector<Interval> days) {
        if (days.empty()) return -1;
        std::vector<std::pair<problem::Day, problem::Day>> key;
        for (const Interval& each : days) key.emplace_back(each.from, each.to);
        const auto next = static_cast<std::int32_t>(draft_.data.forbidden_sets.size());
        const auto [entry, added] = known_.try_emplace(std::move(key), next);
        if (added) draft_.data.forbidden_sets.push_back(std::move(days));
        return entry->second;
    }

    Draft& draft_;
    std::map<std::vector<std::pair<problem::Day, problem::Day>>, std::int32_t> known_;
};

}  // namespace

void add_wishes(Draft& draft) {
    const bool any = std::ranges::any_of(draft.plan.rules,
                                         [](const plan::Rule& rule) { return rule.force == plan::Force::preference; });
    if (!any) return;
    WishWriter writer(draft);
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(draft.origins.activities.size()); ++i) writer.write(i);
}

}  // namespace masar::compile
