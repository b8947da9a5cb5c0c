#include "report/views/clock_json.h"

#include <algorithm>
#include <array>

namespace masar::report {

std::string_view keyword(ClockState state) {
    constexpr std::array<std::string_view, 3> words{"not-started", "sent", "late"};
    return words[static_cast<std::size_t>(state)];
}

std::optional<calendar::Date> sent_on(const plan::Plan& plan, const plan::NoticeDue& notice) {
    const auto& sent = plan.activities[notice.activity.at()].progress.sent;
    const auto found = std::ranges::find_if(sent, [&](const plan::SentRequest& each) {
        return notice.approval.known() ? each.approval == notice.approval : each.rule == notice.rule;
    });
    return found == sent.end() ? std::nullopt : std::optional(found->on.value);
}

ClockState state_of(const plan::Plan& plan, const plan::NoticeDue& notice, std::optional<calendar::Date> today) {
    if (sent_on(plan, notice)) return ClockState::sent;
    return today && notice.request_by < *today ? ClockState::late : ClockState::not_started;
}

}  // namespace masar::report
