#pragma once
// Money: 120k USD, 1.2M AED, 7500.50 USD, three-point 30/50/90k USD. Exact: no binary floating point.
#include "base/money.h"
#include "planfile/literal.h"

#include <array>

namespace masar::planfile {

/// Zero or more; at most 10^15 minor units, so that a thousand of them can be summed.
[[nodiscard]] Parsed<base::Money> parse_money(std::string_view text);
/// Optimistic/most likely/pessimistic in rising order, or one for all three.
[[nodiscard]] Parsed<std::array<base::Money, 3>> parse_cost(std::string_view text);
/// Three capital letters of a currency with hundredths.
[[nodiscard]] Parsed<base::Currency> parse_currency(std::string_view text);

}  // namespace masar::planfile
