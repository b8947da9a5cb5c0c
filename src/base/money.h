#pragma once
// Money is whole minor units (cents, fils) and a currency. No binary floating point touches it.
#include "base/decimal.h"

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace masar::base {

struct Currency {
    std::array<char, 3> letters{};  ///< ISO 4217; all zero = none

    [[nodiscard]] static constexpr Currency of(std::string_view code) {
        return code.size() == 3 ? Currency{{code[0], code[1], code[2]}} : Currency{};
    }
    [[nodiscard]] std::string_view code() const { return known() ? std::string_view(letters.data(), 3) : ""; }
    [[nodiscard]] constexpr bool known() const { return letters[0] != 0; }
    constexpr auto operator<=>(const Currency&) const = default;
};

/// Minor units are hundredths for every currency in use here; the loader refuses currencies where that is not so.
constexpr std::int64_t minor_per_unit = 100;

struct Money {
    std::int64_t minor = 0;
    Currency currency;

    constexpr bool operator==(const Money&) const = default;
};

/// minor × rate, rounded half to even: FX-1 of the golden vectors. `rate` = units of the result per unit of the input.
[[nodiscard]] inline Money convert(Money from, Decimal rate, Currency to) {
    return {scale_half_even(from.minor, rate.billionths, Decimal::one), to};
}
/// minor ÷ rate, rounded half to even.
[[nodiscard]] inline Money convert_back(Money from, Decimal rate, Currency to) {
    return {scale_half_even(from.minor, Decimal::one, rate.billionths), to};
}

/// "1234.50", without the currency.
[[nodiscard]] std::string plain(Money money);

}  // namespace masar::base
