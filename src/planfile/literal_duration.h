#pragma once
// Amounts of time: 25wd, 15/25/45wd, 2w; lags 5wd, 14ed, -2wd; lead times; half-lives 11mo; office hours 4.5h.
#include "base/decimal.h"
#include "plan/activity.h"
#include "plan/means.h"
#include "planfile/literal.h"

namespace masar::planfile {

constexpr int longest_days = 20'000;  ///< of any duration or lag: more than 54 years of elapsed days

/// Working days, optimistic/most likely/pessimistic or one for all three; a week is 5. Hours are refused with a sentence.
[[nodiscard]] Parsed<plan::Duration> parse_duration(std::string_view text);
/// One duration: what remains of a started activity.
[[nodiscard]] Parsed<int> parse_remaining(std::string_view text);
/// Working or elapsed days, with sign.
[[nodiscard]] Parsed<plan::Lag> parse_lag(std::string_view text);
[[nodiscard]] Parsed<plan::LeadTime> parse_lead(std::string_view text);
/// Months of 30.4375 days, above zero.
[[nodiscard]] Parsed<base::Decimal> parse_months(std::string_view text);
/// Minutes, from hours: "4.5h" is 270.
[[nodiscard]] Parsed<int> parse_hours(std::string_view text);

}  // namespace masar::planfile
