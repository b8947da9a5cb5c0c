#include "compile/lead_time.h"

#include <algorithm>
#include <ranges>

namespace masar::compile {
namespace {

using calendar::Date;
using std::chrono::days;

/// Where the calendar ends, a working day is taken for a day: far outside the plan nothing depends on it.
Date after_step(Date day, plan::LeadTime lead, const calendar::WorkingCalendar& calendar) {
    if (!lead.working || lead.days == 0) return day + days(lead.days);
    return calendar.shift(day, lead.days).value_or(day + days(lead.days));
}

/// The latest x such that the k-th working day after x is not later than `day`.
Date before_step(Date day, plan::LeadTime lead, const calendar::WorkingCalendar& calendar) {
    if (!lead.working || lead.days == 0) return day - days(lead.days);
    const auto last = calendar.previous_working(day);
    const auto first = last && lead.days > 1 ? calendar.shift(*last, 1 - lead.days) : last;
    return first ? *first - days(1) : day - days(lead.days);
}

}  // namespace

std::vector<plan::LeadTime> leads_of(const plan::Approval& approval) {
    std::vector<plan::LeadTime> leads;
    for (const plan::ApprovalStep& step : approval.steps) leads.push_back(step.lead);
    return leads;
}

Date first_day_allowed(Date request, std::span<const plan::LeadTime> leads, const calendar::WorkingCalendar& calendar) {
    for (const plan::LeadTime lead : leads) request = after_step(request, lead, calendar);
    return request;
}

std::optional<Date> first_request(const plan::Plan& plan, const plan::Activity& activity) {
    std::optional<Date> request;
    if (plan.as_of) request = plan.as_of->value;
    if (activity.request_after)
        request = std::max(request.value_or(activity.request_after->value), activity.request_after->value);
    return request;
}

std::optional<Date> request_sent(const plan::Activity& activity, plan::ApprovalIndex approval, plan::RuleIndex rule,
                                 std::optional<Date> otherwise) {
    for (const plan::SentRequest& each : activity.progress.sent)
        if (approval.known() ? each.approval == approval : each.rule == rule) return each.on.value;
    return otherwise;
}

Date latest_request(Date start, std::span<const plan::LeadTime> leads, const calendar::WorkingCalendar& calendar) {
    for (const plan::LeadTime lead : leads | std::views::reverse) start = before_step(start, lead, calendar);
    return start;
}

}  // namespace masar::compile
