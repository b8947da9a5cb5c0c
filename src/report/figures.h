#pragma once
// Figures as people read them: grouped digits, money, dates; and the marks that keep them whole inside Arabic text.
#include "base/money.h"
#include "base/number_format.h"
#include "base/text.h"
#include "calendar/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace masar::report {

/// "12,345"; Western digits in both languages, as in Emirati administrative writing.
using base::grouped;
/// "103,500 USD", with cents only when there are any.
[[nodiscard]] std::string money(std::int64_t minor, base::Currency currency);
/// "0.7484": at most `places` digits after the point, without trailing zeros.
[[nodiscard]] std::string rounded(double value, int places);
/// "50.3 %"-like figures of tables: exactly `places` digits; "–" when absent.
[[nodiscard]] std::string fixed_or_dash(std::optional<double> value, int places);

/// The same left-to-right piece (an id, a date, an amount) for both languages. Inside Arabic it stands between U+200E marks:
/// after Arabic letters "2027-03-01" would otherwise be shown as 01-03-2027 (UAX #9, rules W2 and W4).
[[nodiscard]] base::Text ltr(std::string_view piece);
[[nodiscard]] base::Text date_text(calendar::Date day);
/// "2027-06-01..2027-11-30"
[[nodiscard]] base::Text period_text(calendar::DatePeriod days);

/// "{0} … {1}" filled with texts, language by language.
template <class... Texts>
[[nodiscard]] base::Text fill(const base::Text& pattern, const Texts&... parts);

}  // namespace masar::report

#include <fmt/format.h>

namespace masar::report {

template <class... Texts>
base::Text fill(const base::Text& pattern, const Texts&... parts) {
    return {fmt::format(fmt::runtime(pattern.en), parts.in(base::Language::en)...),
            fmt::format(fmt::runtime(pattern.ar), parts.in(base::Language::ar)...)};
}

}  // namespace masar::report
