#pragma once
// Clocks of approvals and legal notices: from the request to the first day allowed, and back.
#include "calendar/working_calendar.h"
#include "plan/plan.h"

#include <optional>
#include <span>
#include <vector>

namespace masar::compile {

/// The steps of an approval, one after the other.
[[nodiscard]] std::vector<plan::LeadTime> leads_of(const plan::Approval& approval);

/// First day allowed when the request is sent on `request`: calendar days are added, working days counted after it.
[[nodiscard]] calendar::Date first_day_allowed(calendar::Date request, std::span<const plan::LeadTime> leads,
                                               const calendar::WorkingCalendar& calendar);
/// When the first request for the activity can go out: on the status date, or when request-after lets it. Nothing: no clock runs.
[[nodiscard]] std::optional<calendar::Date> first_request(const plan::Plan& plan, const plan::Activity& activity);
/// The day on which the activity's request for the approval, or its notice under the rule, went out; else `otherwise`.
[[nodiscard]] std::optional<calendar::Date> request_sent(const plan::Activity& activity, plan::ApprovalIndex approval,
                                                         plan::RuleIndex rule, std::optional<calendar::Date> otherwise);
/// Latest day of the request for a start on `start`; the inverse of the above. NOTIFY-1: start 2028-04-30, 15 days → 2028-04-15.
[[nodiscard]] calendar::Date latest_request(calendar::Date start, std::span<const plan::LeadTime> leads,
                                            const calendar::WorkingCalendar& calendar);

}  // namespace masar::compile
