#pragma once
// Numbers as people read them: Western digits in both languages, as in Emirati administrative writing.
#include "base/decimal.h"
#include "base/money.h"
#include "base/text.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace masar::base {

/// "12,345"
[[nodiscard]] std::string grouped(std::int64_t number);
/// "1,234.50", always with the two places of its minor unit, without the currency.
[[nodiscard]] std::string grouped(Money money);
/// At most `places` (0..9) digits after the point, rounded half to even, without trailing zeros: "0.75", "12,345.7".
[[nodiscard]] std::string rounded(Decimal value, int places);
/// A share as percent: 0.125 → "12.5%"; at most `places` digits after the point.
[[nodiscard]] std::string percent(Decimal share, int places = 1);

/// Three figures or so, for labels: "950", "12.3k", "120k", "1.2M", "3.5B"; one digit after the point, rounded half to even.
[[nodiscard]] std::string short_number(std::int64_t number);

/// An amount in a sentence: "USD 120k" / «120 ألف دولار», "USD 1.2M" / «1.2 مليون دولار», "USD 12.50" / «12.50 دولار». Rounded like
/// short_number from 1,000 on, exact below. Currencies without an Arabic name of their own here keep their code.
[[nodiscard]] Text in_words(Money money);

/// `piece` between U+200E marks: after Arabic letters the plain "-5" or "2027-03-01" would be turned round (UAX #9, W2 and W4).
[[nodiscard]] std::string left_to_right(std::string_view piece);

}  // namespace masar::base
