#pragma once
// Exact decimals with nine places: rates, shares, indicator values. Never binary floating point.
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace masar::base {

struct Decimal {
    static constexpr std::int64_t one = 1'000'000'000;
    std::int64_t billionths = 0;

    [[nodiscard]] static constexpr Decimal of(std::int64_t whole) { return {whole * one}; }
    [[nodiscard]] double to_double() const { return static_cast<double>(billionths) / static_cast<double>(one); }
    constexpr auto operator<=>(const Decimal&) const = default;
    constexpr Decimal operator+(Decimal other) const { return {billionths + other.billionths}; }
    constexpr Decimal operator-(Decimal other) const { return {billionths - other.billionths}; }
    constexpr Decimal operator-() const { return {-billionths}; }
};

/// "3.6725", "-12", "+0.2"; nothing when it is no decimal, has more than nine places, or does not fit.
[[nodiscard]] std::optional<Decimal> parse_decimal(std::string_view text);
/// Shortest form that reads back: "3.6725", "-12".
[[nodiscard]] std::string to_string(Decimal value);

/// value × numerator / denominator in 128 bits, rounded half to even; the one rounding rule of the project.
[[nodiscard]] std::int64_t scale_half_even(std::int64_t value, std::int64_t numerator, std::int64_t denominator);

}  // namespace masar::base
