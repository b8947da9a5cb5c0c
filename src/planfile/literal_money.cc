#include "planfile/literal_money.h"

#include "planfile/phrase.h"

#include <algorithm>

namespace masar::planfile {
namespace {

constexpr std::int64_t largest_minor = 1'000'000'000'000'000;

/// ISO 4217 currencies whose minor unit is no hundredth.
constexpr std::array<std::string_view, 24> without_hundredths{"BHD", "BIF", "CLF", "CLP", "DJF", "GNF", "IQD", "ISK",
                                                              "JOD", "JPY", "KMF", "KRW", "KWD", "LYD", "OMR", "PYG",
                                                              "RWF", "TND", "UGX", "UYI", "VND", "VUV", "XAF", "XOF"};

Fault malformed(std::string_view text) {
    std::string meant = with_ascii_digits(text);
    std::erase(meant, ',');
    const bool clearer = meant != text && parse_cost(meant).has_value();
    return {code::bad_money, text, phrase("'{}' is not an amount of money", "«{}» ليس مبلغاً", shortened(text)),
            clearer ? phrase("did you mean '{}'?", "هل تقصد «{}»؟", shortened(meant))
                    : base::Text{"write amount and currency: 120k USD", "اكتب المبلغ والعملة: 120k USD"}};
}

std::int64_t factor_of(char suffix) { return suffix == 'k' ? 1'000 : suffix == 'M' ? 1'000'000 : 1; }

Parsed<std::int64_t> parse_minor(std::string_view part, std::string_view text, std::int64_t factor) {
    const auto amount = base::parse_decimal(part);
    if (!amount || part.starts_with('+')) return tl::unexpected(malformed(text));
    if (amount->billionths < 0)
        return fault(code::out_of_range, part, {"an amount cannot be negative", "لا يكون المبلغ سالباً"});
    const std::int64_t one_minor = base::Decimal::one / (factor * base::minor_per_unit);  // in billionths of the number
    if (amount->billionths % one_minor != 0)
        return fault(code::bad_money, part, phrase("'{}' has parts of a hundredth", "في «{}» أجزاء من جزء المئة", part),
                     {"an amount has at most two decimals", "للمبلغ خانتان عشريتان على الأكثر"});
    const std::int64_t minor = amount->billionths / one_minor;
    if (minor > largest_minor) return fault(code::out_of_range, part, {"the amount is too large", "المبلغ كبير جداً"});
    return minor;
}

}  // namespace

Parsed<base::Currency> parse_currency(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    const bool letters = text.size() == 3 && std::ranges::all_of(text, [](char c) { return 'A' <= c && c <= 'Z'; });
    if (!letters)
        return fault(code::bad_currency, text, phrase("'{}' is not a currency", "«{}» ليست عملة", shortened(text)),
                     {"write its three capital letters: USD, AED", "اكتب أحرفها الثلاثة الكبيرة: USD أو AED"});
    if (std::ranges::find(without_hundredths, text) != without_hundredths.end())
        return fault(code::bad_currency, text,
                     phrase("{} is not divided into hundredths, which amounts here are",
                            "العملة {} لا تنقسم إلى مئة جزء كما تتطلب المبالغ هنا", text));
    return base::Currency::of(text);
}

Parsed<std::array<base::Money, 3>> parse_cost(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    const auto parts = split_at(text, " ");
    if (!parts || parts->first.empty()) return tl::unexpected(malformed(text));
    const auto currency = parse_currency(parts->second);
    if (!currency) return tl::unexpected(currency.error());
    std::string_view numbers = parts->first;
    const std::int64_t factor = factor_of(numbers.back());
    if (factor > 1) numbers.remove_suffix(1);
    std::array<std::string_view, 3> points{numbers, numbers, numbers};
    if (const auto first = split_at(numbers, "/")) {
        const auto second = split_at(first->second, "/");
        if (!second) return tl::unexpected(malformed(text));
        points = {first->first, second->first, second->second};
    }
    std::array<base::Money, 3> cost{};
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto minor = parse_minor(points[i], text, factor);
        if (!minor) return tl::unexpected(minor.error());
        cost[i] = {*minor, *currency};
    }
    if (!std::ranges::is_sorted(cost, {}, &base::Money::minor))
        return fault(
            code::points_out_of_order, text,
            {"optimistic, most likely and pessimistic are out of order", "المتفائل والأرجح والمتشائم غير مرتبة"},
            {"write the smallest first", "ابدأ بالأصغر"});
    return cost;
}

Parsed<base::Money> parse_money(std::string_view text) {
    const auto cost = parse_cost(text);
    if (!cost) return tl::unexpected(cost.error());
    if (text.find('/') != std::string_view::npos)
        return fault(code::bad_money, text, {"one amount is expected here", "المطلوب هنا مبلغ واحد"});
    return (*cost)[1];
}

}  // namespace masar::planfile
