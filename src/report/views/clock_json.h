#pragma once
// Clocks of approvals and legal notices, with how far each has come.
#include "report/views/view_source.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace masar::report {

enum class ClockState : std::uint8_t {
    not_started,  ///< nothing was sent, and there is time
    sent,         ///< the request or notice has gone out
    late,         ///< the day has passed and nothing was sent
};
[[nodiscard]] std::string_view keyword(ClockState state);

/// `today`: the status date; without one nothing is late.
[[nodiscard]] ClockState state_of(const plan::Plan& plan, const plan::NoticeDue& notice,
                                  std::optional<calendar::Date> today);
/// Day on which it was sent.
[[nodiscard]] std::optional<calendar::Date> sent_on(const plan::Plan& plan, const plan::NoticeDue& notice);

}  // namespace masar::report
