#include "planfile/literal_duration.h"

#include "planfile/phrase.h"

#include <algorithm>
#include <array>

namespace masar::planfile {
namespace {

constexpr int days_a_week = 5;

/// "15/25/45" and "wd".
struct Amount {
    std::string_view numbers, unit;
};

Amount split_unit(std::string_view text) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789/+-. "), text.size());
    return {trimmed(text.substr(0, end)), text.substr(end)};
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

Fault malformed(std::string_view text) {
    const std::string ascii = with_ascii_digits(text);
    return {code::bad_duration, text, phrase("'{}' is not a duration", "«{}» ليس مدة", shortened(text)),
            ascii != text
                ? phrase("did you mean '{}'?", "هل تقصد «{}»؟", shortened(ascii))
                : base::Text{"write working days like 25wd or 15/25/45wd", "اكتب أيام العمل مثل 25wd أو 15/25/45wd"}};
}

/// Why `unit` is not the unit of a duration.
Fault wrong_unit(std::string_view text, const Amount& amount) {
    if (text.find(':') != std::string_view::npos
        || one_of(amount.unit, {"h", "hr", "hrs", "hour", "hours", "min", "ساعة", "ساعات"}))
        return {code::hours_refused,
                text,
                {"plans count whole days, not hours", "تُحسب الخطط بالأيام الكاملة لا بالساعات"},
                {"write working days: half a day is 1wd", "اكتب أيام عمل: نصف اليوم يُكتب 1wd"}};
    if (amount.unit.empty())
        return {code::unknown_unit, text, phrase("'{}' has no unit", "«{}» بلا وحدة", shortened(text)),
                phrase("did you mean '{}wd'?", "هل تقصد «{}wd»؟", amount.numbers)};
    if (one_of(amount.unit, {"ed", "mo"}))
        return {code::unknown_unit, amount.unit,
                phrase("a duration is in working days, not in '{}'", "المدة بأيام العمل لا بالوحدة «{}»", amount.unit),
                phrase("did you mean '{}wd'?", "هل تقصد «{}wd»؟", amount.numbers)};
    return {code::unknown_unit, amount.unit,
            phrase("unknown unit '{}'", "الوحدة «{}» غير معروفة", shortened(amount.unit)),
            one_of(amount.unit, {"d", "day", "days", "wds", "WD"})
                ? phrase("did you mean '{}wd'?", "هل تقصد «{}wd»؟", amount.numbers)
                : base::Text{"units are wd (working days) and w (weeks)", "الوحدات wd (أيام عمل) وw (أسابيع)"}};
}

/// One number of days of a duration, in units of `factor` days.
Parsed<int> parse_days_part(std::string_view part, std::string_view text, int factor) {
    if (part.starts_with('-') && all_digits(part.substr(1)))
        return fault(code::negative_duration, part, {"a duration cannot be negative", "لا تكون المدة سالبة"});
    if (part.find('.') != std::string_view::npos)
        return fault(code::bad_duration, part,
                     phrase("'{}' is not a whole number of days", "«{}» ليس عدداً صحيحاً من الأيام", part),
                     {"round up: a part of a day is a day", "قرّب إلى الأعلى: جزء اليوم يوم"});
    if (!all_digits(part)) return tl::unexpected(malformed(text));
    const auto days = parse_whole(part, longest_days / factor);
    if (days) return static_cast<int>(*days) * factor;
    return fault(code::out_of_range, part, phrase("longer than {} working days", "أطول من {} يوم عمل", longest_days));
}

Parsed<plan::Duration> three_points(std::array<std::string_view, 3> parts, std::string_view text, int factor) {
    plan::Duration duration;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto days = parse_days_part(parts[i], text, factor);
        if (!days) return tl::unexpected(days.error());
        duration.working_days[i] = *days;
    }
    if (std::ranges::is_sorted(duration.working_days)) return duration;
    auto sorted = duration.working_days;
    std::ranges::sort(sorted);
    return fault(code::points_out_of_order, text,
                 {"optimistic, most likely and pessimistic are out of order", "المتفائل والأرجح والمتشائم غير مرتبة"},
                 phrase("did you mean '{}/{}/{}wd'?", "هل تقصد «{}/{}/{}wd»؟", sorted[0], sorted[1], sorted[2]));
}

}  // namespace

Parsed<plan::Duration> parse_duration(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    const Amount amount = split_unit(text);
    if (amount.numbers.empty()) return tl::unexpected(malformed(text));
    if (amount.unit != "wd" && amount.unit != "w") return tl::unexpected(wrong_unit(text, amount));
    const int factor = amount.unit == "w" ? days_a_week : 1;
    const auto first = split_at(amount.numbers, "/");
    if (!first) return three_points({amount.numbers, amount.numbers, amount.numbers}, text, factor);
    const auto second = split_at(first->second, "/");
    if (!second)
        return fault(
            code::bad_duration, text, {"two values where one or three are expected", "قيمتان والمطلوب واحدة أو ثلاث"},
            {"write optimistic/most likely/pessimistic: 15/25/45wd", "اكتب المتفائل/الأرجح/المتشائم: 15/25/45wd"});
    return three_points({first->first, second->first, second->second}, text, factor);
}

Parsed<int> parse_remaining(std::string_view text) {
    const auto duration = parse_duration(text);
    if (!duration) return tl::unexpected(duration.error());
    if (text.find('/') != std::string_view::npos)
        return fault(code::bad_duration, text, {"one value is expected here", "المطلوب هنا قيمة واحدة"});
    return duration->working_days[1];
}

Parsed<plan::Lag> parse_lag(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    const Amount amount = split_unit(text);
    std::string_view digits = amount.numbers;
    const bool negative = digits.starts_with('-');
    if (negative || digits.starts_with('+')) digits = trimmed(digits.substr(1));
    if (one_of(amount.unit, {"h", "hr", "hrs", "hour", "hours"})) return tl::unexpected(wrong_unit(text, amount));
    if (!all_digits(digits) || !one_of(amount.unit, {"wd", "ed", "w"}))
        return fault(code::bad_lag, text,
                     phrase("'{}' is not a number of days", "«{}» ليس عدداً من الأيام", shortened(text)),
                     {"write working days 5wd or elapsed days 14ed", "اكتب أيام عمل 5wd أو أياماً متصلة 14ed"});
    const int factor = amount.unit == "w" ? days_a_week : 1;
    const auto days = parse_whole(digits, longest_days / factor);
    if (!days) return fault(code::out_of_range, digits, phrase("longer than {} days", "أطول من {} يوم", longest_days));
    return plan::Lag{static_cast<int>(*days) * factor * (negative ? -1 : 1), amount.unit == "ed"};
}

Parsed<plan::LeadTime> parse_lead(std::string_view text) {
    const auto lag = parse_lag(text);
    if (!lag) return tl::unexpected(lag.error());
    if (lag->days < 0)
        return fault(code::negative_duration, text, {"a lead time cannot be negative", "لا تكون المهلة سالبة"});
    return plan::LeadTime{lag->days, !lag->elapsed};
}

Parsed<base::Decimal> parse_months(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    const auto months =
        text.ends_with("mo") ? base::parse_decimal(trimmed(text.substr(0, text.size() - 2))) : std::nullopt;
    if (!months)
        return fault(code::unknown_unit, text,
                     phrase("'{}' is not a number of months", "«{}» ليس عدداً من الأشهر", shortened(text)),
                     {"write it like 11mo", "اكتبه مثل 11mo"});
    if (months->billionths <= 0)
        return fault(code::out_of_range, text, {"must be above zero", "يجب أن يكون أكبر من الصفر"});
    return *months;
}

Parsed<int> parse_hours(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    const auto hours =
        text.ends_with("h") ? base::parse_decimal(trimmed(text.substr(0, text.size() - 1))) : std::nullopt;
    if (!hours)
        return fault(code::unknown_unit, text,
                     phrase("'{}' is not a number of hours", "«{}» ليس عدداً من الساعات", shortened(text)),
                     {"write it like 4.5h", "اكتبه مثل 4.5h"});
    if (*hours < base::Decimal{} || *hours > base::Decimal::of(24))
        return fault(code::out_of_range, text, {"a day has 0 to 24 hours", "ساعات اليوم من 0 إلى 24"});
    return static_cast<int>(base::scale_half_even(hours->billionths, 60, base::Decimal::one));
}

}  // namespace masar::planfile
