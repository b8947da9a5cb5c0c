#include "base/decimal.h"

namespace masar::base {
namespace {

__extension__ typedef __int128 Wide;  // no standard type is as wide

struct Digits {
    Wide billionths = 0;
    int places = -1;  ///< digits after the point; -1 = no point yet
    int count = 0;
};

bool take(Digits& digits, char c) {
    if (c == '.') {
        if (digits.places >= 0 || digits.count == 0) return false;
        digits.places = 0;
        return true;
    }
    if (c < '0' || c > '9' || digits.count >= 19 || digits.places >= 9) return false;
    digits.billionths = digits.billionths * 10 + (c - '0');
    ++digits.count;
    if (digits.places >= 0) ++digits.places;
    return true;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    if (text.empty() || text.back() == '.') return std::nullopt;
    Digits digits;
    for (const char c : text)
        if (!take(digits, c)) return std::nullopt;
    for (int place = digits.places < 0 ? 0 : digits.places; place < 9; ++place) digits.billionths *= 10;
    if (digits.billionths > Wide{INT64_MAX}) return std::nullopt;
    const auto value = static_cast<std::int64_t>(digits.billionths);
    return Decimal{negative ? -value : value};
}

std::string to_string(Decimal value) {
    const bool negative = value.billionths < 0;
    const auto magnitude =
        negative ? 0 - static_cast<std::uint64_t>(value.billionths) : static_cast<std::uint64_t>(value.billionths);
    constexpr auto one = static_cast<std::uint64_t>(Decimal::one);
    std::string text = (negative ? "-" : "") + std::to_string(magnitude / one);
    std::string fraction = std::to_string(one + magnitude % one).substr(1);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return fraction.empty() ? text : text + "." + fraction;
}

std::int64_t scale_half_even(std::int64_t value, std::int64_t numerator, std::int64_t denominator) {
    Wide product = Wide{value} * numerator;
    Wide divisor = denominator;
    if (divisor < 0) product = -product, divisor = -divisor;
    const bool negative = product < 0;
    if (negative) product = -product;
    Wide quotient = product / divisor;
    const Wide twice_rest = (product % divisor) * 2;
    if (twice_rest > divisor || (twice_rest == divisor && quotient % 2 != 0)) ++quotient;
    return static_cast<std::int64_t>(negative ? -quotient : quotient);
}

}  // namespace masar::base
