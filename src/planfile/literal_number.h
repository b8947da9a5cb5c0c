#pragma once
// Numbers, percentages, years, flags and words from a list.
#include "base/decimal.h"
#include "planfile/literal.h"

#include <optional>

namespace masar::planfile {

/// 0 or more, at most 10^9.
[[nodiscard]] Parsed<std::int64_t> parse_count(std::string_view text);
/// Exact decimal with sign, at most nine places.
[[nodiscard]] Parsed<base::Decimal> parse_number(std::string_view text);
/// "50%" as 0.5; from 0 to 100 %.
[[nodiscard]] Parsed<base::Decimal> parse_percent(std::string_view text);
/// A number, or "none".
[[nodiscard]] Parsed<std::optional<base::Decimal>> parse_target(std::string_view text);
/// "true" or "false".
[[nodiscard]] Parsed<bool> parse_flag(std::string_view text);
/// Index among `options` ("up|down").
[[nodiscard]] Parsed<std::size_t> parse_word(std::string_view text, std::string_view options);

struct YearLiteral {
    int year = 0;
    bool fiscal = false;  ///< written FY2027
};
[[nodiscard]] Parsed<YearLiteral> parse_year(std::string_view text);
/// Four digits of either calendar.
[[nodiscard]] Parsed<int> parse_calendar_year(std::string_view text);

}  // namespace masar::planfile
