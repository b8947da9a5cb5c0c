// B03: Ramadan or a season that an activity will meet and does not mention.
#include "calendar/recurrence.h"
#include "lint/bilateral_lints.h"
#include "lint/lint_report.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::lint {
namespace {

/// Where a period matters: at the places of the activities that avoid it and of the rules that speak of it. The hurricane season
/// says nothing about an exercise on another continent.
struct Concern {
    bool anywhere = false;
    std::vector<bool> venues;  ///< by VenueIndex

    void add(plan::VenueIndex venue) {
        if (venue.known() && venue.at() < venues.size()) venues[venue.at()] = true;
    }
    [[nodiscard]] bool covers(const plan::Activity& activity) const {
        const auto here = [&](const plan::Mode& mode) {
            return mode.venue.value.known() && mode.venue.value.at() < venues.size() && venues[mode.venue.value.at()];
        };
        return anywhere || std::any_of(activity.modes.begin(), activity.modes.end(), here);
    }
};

bool mentions(const std::vector<plan::At<plan::PeriodIndex>>& list, std::size_t period) {
    return std::any_of(list.begin(), list.end(),
                       [&](const auto& each) { return each.value.value == static_cast<std::int32_t>(period); });
}

/// A waiver of a rule about the period speaks of it as well as `avoid` does.
bool waived(const plan::Plan& plan, plan::ActivityIndex activity, std::size_t period) {
    return std::any_of(plan.waivers.begin(), plan.waivers.end(), [&](const plan::Waiver& waiver) {
        const plan::Rule* rule = at(plan.rules, waiver.rule.value);
        return rule && waiver.activity.value == activity && mentions(rule->not_during, period);
    });
}

Concern concern_of(const plan::Plan& plan, std::size_t period) {
    Concern out{.venues = std::vector<bool>(plan.venues.size())};
    for (const plan::Activity& activity : plan.activities)
        if (mentions(activity.avoid, period))
            for (const plan::Mode& mode : activity.modes) out.add(mode.venue.value);
    for (const plan::Rule& rule : plan.rules) {
        if (!mentions(rule.not_during, period)) continue;
        out.anywhere = out.anywhere || rule.venues.empty();
        for (const auto& venue : rule.venues) out.add(venue.value);
    }
    return out;
}

/// Whether the window has `needed` working days outside every occurrence of the period; without calendars every day counts.
bool has_room_outside(const Subject& subject, const plan::Activity& activity,
                      const std::vector<calendar::Occurrence>& occurrences) {
    int needed = std::max(1, shortest_duration(activity));
    for (calendar::Date day = *activity.window.first; needed > 0 && day <= *activity.window.last;
         day += std::chrono::days(1)) {
        const auto inside = [&](const calendar::Occurrence& each) { return each.days.contains(day); };
        if (std::any_of(occurrences.begin(), occurrences.end(), inside)) continue;
        if (!subject.compiled || subject.compiled->calendar_of(activity).works(day)) --needed;
    }
    return needed == 0;
}

}  // namespace

void period_not_acknowledged(const Subject& subject, Report& report) {
    const plan::Plan& plan = subject.plan;
    Offenders out;
    for (std::size_t period = 0; period < plan.periods.size(); ++period) {
        const Concern concern = concern_of(plan, period);
        for (const auto index : subject.active) {
            const plan::Activity& activity = subject.activity(index);
            const auto& [first, last] = std::pair{activity.window.first, activity.window.last};
            if (!first || !last || *last < *first || has_begun(activity)) continue;
            if (mentions(activity.avoid, period) || waived(plan, index, period) || !concern.covers(activity)) continue;
            const auto met = calendar::occurrences(plan.periods[period].days, {.range = {*first, *last}});
            if (met.empty() || has_room_outside(subject, activity, met)) continue;
            out.push_back(offender(activity, {fmt::format("cannot help meeting {}", plan.periods[period].id),
                                              fmt::format("لا بد أن يقع في {}", plan.periods[period].id)}));
        }
    }
    report.list(out,
                {"activities whose window leaves no room outside a period that others avoid",
                 "أنشطة لا تترك نافذتها متسعاً خارج فترة تتجنبها أنشطة أخرى"},
                {"avoid it, or widen the window", "تجنّبها أو وسّع النافذة الزمنية"});
}

}  // namespace masar::lint
