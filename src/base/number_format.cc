#include "base/number_format.h"

#include "base/plural.h"

#include <algorithm>
#include <array>

namespace masar::base {
namespace {

std::uint64_t magnitude(std::int64_t number) {
    return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

std::string grouped_digits(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t end = digits.size(); end > 3; end -= 3) digits.insert(end - 3, ",");
    return digits;
}

std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (; exponent > 0; --exponent) power *= 10;
    return power;
}

/// A number cut to tenths of the scale in which it is said.
struct Scaled {
    std::uint64_t tenths = 0;
    std::size_t scale = 0;  ///< 0 = ones, 1 = thousands, 2 = millions, 3 = thousand millions

    [[nodiscard]] std::string figure() const {
        const std::string whole = grouped_digits(tenths / 10);
        return tenths % 10 == 0 ? whole : whole + "." + std::to_string(tenths % 10);
    }
};

constexpr std::size_t largest_scale = 3;

/// `minor` hundredths, at least a thousand ones. What rounds up to a thousand of a scale is one of the next: 999,960 is "1M".
Scaled scaled(std::int64_t minor) {
    std::size_t scale = 1;
    std::int64_t unit = 1000 * minor_per_unit;
    while (true) {
        const std::uint64_t tenths = magnitude(scale_half_even(minor, 10, unit));
        if (tenths < 10'000 || scale == largest_scale) return {tenths, scale};
        unit *= 1000;
        ++scale;
    }
}

constexpr std::array<std::string_view, largest_scale + 1> letters{"", "k", "M", "B"};

// In construct with the currency: «ألفا دولار», not «ألفان».
constexpr std::array<Noun, largest_scale + 1> arabic_scales{
    {{},
     {"", "", "ألف", "ألفا", "ألفي", "آلاف", "ألف", "ألف"},
     {"", "", "مليون", "مليونا", "مليوني", "ملايين", "مليون", "مليون"},
     {"", "", "مليار", "مليارا", "ملياري", "مليارات", "مليار", "مليار"}}};

struct NamedCurrency {
    std::string_view code;
    Noun name;
};

constexpr std::array<NamedCurrency, 3> arabic_currencies{
    {{"USD", {"", "", "دولار واحد", "دولاران", "دولارين", "دولارات", "دولاراً", "دولار"}},
     {"AED", {"", "", "درهم واحد", "درهمان", "درهمين", "دراهم", "درهماً", "درهم"}},
     {"EUR", {"", "", "يورو واحد", "2 يورو", "2 يورو", "يورو", "يورو", "يورو"}}}};

const Noun* arabic_name(Currency currency) {
    const auto found = std::ranges::find(arabic_currencies, currency.code(), &NamedCurrency::code);
    return found == arabic_currencies.end() ? nullptr : &found->name;
}

/// An amount below a thousand, with its cents if it has any.
std::string exact(std::int64_t minor) {
    const std::uint64_t size = magnitude(minor);
    const std::string cents = std::to_string(100 + size % 100).substr(1);
    return std::to_string(size / 100) + (size % 100 == 0 ? "" : "." + cents);
}

std::string arabic_amount(std::int64_t minor, Currency currency) {
    const Noun* name = arabic_name(currency);
    const std::string singular = name != nullptr ? std::string(name->ar_other) : std::string(currency.code());
    if (magnitude(minor) < 1000 * minor_per_unit) {
        const bool whole = minor % minor_per_unit == 0;
        if (name != nullptr && whole && minor > 0) return counted(*name, minor / minor_per_unit).ar;
        return exact(minor) + " " + singular;
    }
    const Scaled amount = scaled(minor);
    const Noun& scale = arabic_scales.at(amount.scale);
    if (amount.tenths % 10 != 0 || minor < 0)
        return amount.figure() + " " + std::string(scale.ar_other) + " " + singular;
    return counted(scale, static_cast<std::int64_t>(amount.tenths / 10)).ar + " " + singular;
}

}  // namespace

std::string grouped(std::int64_t number) { return (number < 0 ? "-" : "") + grouped_digits(magnitude(number)); }

std::string grouped(Money money) {
    const std::uint64_t size = magnitude(money.minor);
    return (money.minor < 0 ? "-" : "") + grouped_digits(size / 100) + "." + std::to_string(100 + size % 100).substr(1);
}

std::string rounded(Decimal value, int places) {
    const std::int64_t step = power_of_ten(std::clamp(9 - places, 0, 9));
    const std::int64_t steps = scale_half_even(value.billionths, 1, step);
    const auto per_one = static_cast<std::uint64_t>(Decimal::one / step);
    std::string fraction = std::to_string(per_one + magnitude(steps) % per_one).substr(1);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return (steps < 0 ? "-" : "") + grouped_digits(magnitude(steps) / per_one)
           + (fraction.empty() ? "" : "." + fraction);
}

std::string percent(Decimal share, int places) { return rounded({share.billionths * 100}, places) + "%"; }

std::string short_number(std::int64_t number) {
    if (magnitude(number) < 1000) return std::to_string(number);
    // Hundredths of the largest numbers do not fit; at that size they do not matter either.
    constexpr std::int64_t largest = INT64_MAX / minor_per_unit;
    const Scaled amount = scaled(std::clamp(number, -largest, largest) * minor_per_unit);
    return (number < 0 ? "-" : "") + amount.figure() + std::string(letters.at(amount.scale));
}

Text in_words(Money money) {
    const std::string sign = money.minor < 0 ? "-" : "";
    const bool small = magnitude(money.minor) < 1000 * minor_per_unit;
    const std::string code = money.currency.known() ? std::string(money.currency.code()) + " " : "";
    Text text{code + sign, arabic_amount(money.minor, money.currency)};
    if (small) {
        text.en += exact(money.minor);
    } else {
        const Scaled amount = scaled(money.minor);
        text.en += amount.figure() + std::string(letters.at(amount.scale));
    }
    while (text.ar.ends_with(' ')) text.ar.pop_back();  // no currency at all
    if (!sign.empty()) {
        const std::size_t figure = std::min(text.ar.find(' '), text.ar.size());
        text.ar = left_to_right(sign + text.ar.substr(0, figure)) + text.ar.substr(figure);
    }
    return text;
}

std::string left_to_right(std::string_view piece) {
    constexpr std::string_view mark = "\u200E";
    return std::string(mark) + std::string(piece) + std::string(mark);
}

}  // namespace masar::base
