#include "planfile/literal_number.h"

#include "base/near_name.h"
#include "planfile/phrase.h"

#include <algorithm>

namespace masar::planfile {
namespace {

/// "did you mean '1200'" for Arabic-Indic digits and thousands separators.
base::Text digits_hint(std::string_view text) {
    std::string meant = with_ascii_digits(text);
    std::erase(meant, ',');
    std::erase(meant, ' ');
    if (meant != text && base::parse_decimal(meant)) return phrase("did you mean '{}'?", "هل تقصد «{}»؟", meant);
    return {"write digits 0–9", "اكتب الأرقام 0–9"};
}

Fault no_number(std::string_view text) {
    return {code::bad_number, text, phrase("'{}' is not a number", "«{}» ليس عدداً", shortened(text)),
            digits_hint(text)};
}

std::vector<std::string_view> split_options(std::string_view options) {
    std::vector<std::string_view> words;
    while (true) {
        const auto bar = options.find('|');
        words.push_back(options.substr(0, bar));
        if (bar == std::string_view::npos) return words;
        options.remove_prefix(bar + 1);
    }
}

}  // namespace

Parsed<std::int64_t> parse_count(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    constexpr std::int64_t largest = 1'000'000'000;
    if (const auto count = parse_whole(text, largest)) return *count;
    if (all_digits(text)) return fault(code::out_of_range, text, phrase("greater than {}", "أكبر من {}", largest));
    if (const auto number = base::parse_decimal(text)) {
        if (number->billionths < 0)
            return fault(code::out_of_range, text, {"a negative number", "عدد سالب"},
                         {"write 0 or more", "اكتب صفراً أو أكثر"});
        return fault(code::bad_number, text,
                     phrase("'{}' is not a whole number", "«{}» ليس عدداً صحيحاً", shortened(text)));
    }
    return tl::unexpected(no_number(text));
}

Parsed<base::Decimal> parse_number(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    if (const auto number = base::parse_decimal(text)) return *number;
    return tl::unexpected(no_number(text));
}

Parsed<base::Decimal> parse_percent(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    const auto number =
        text.ends_with('%') ? base::parse_decimal(trimmed(text.substr(0, text.size() - 1))) : std::nullopt;
    if (!number) {
        std::string meant = with_ascii_digits(text);
        if (!meant.ends_with('%')) meant += '%';
        const bool clear = meant != text && base::parse_decimal(std::string_view(meant).substr(0, meant.size() - 1));
        return fault(code::bad_percent, text,
                     phrase("'{}' is not a percentage", "«{}» ليس نسبة مئوية", shortened(text)),
                     clear ? phrase("did you mean '{}'?", "هل تقصد «{}»؟", meant)
                           : base::Text{"write it like 50%", "اكتبها مثل 50%"});
    }
    if (*number < base::Decimal{} || *number > base::Decimal::of(100))
        return fault(code::out_of_range, text,
                     phrase("{} is not between 0 % and 100 %", "‏{} ليست بين 0% و100%", text),
                     {"write it from 0% to 100%", "اكتبها من 0% إلى 100%"});
    if (number->billionths % 100 != 0)
        return fault(code::bad_percent, text, {"too many decimals", "خانات عشرية كثيرة"});
    return base::Decimal{number->billionths / 100};
}

Parsed<std::optional<base::Decimal>> parse_target(std::string_view text) {
    if (trimmed(text) == "none") return std::optional<base::Decimal>();
    const auto number = parse_number(text);
    if (!number) return tl::unexpected(number.error());
    return std::optional(*number);
}

Parsed<bool> parse_flag(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    if (text == "true") return true;
    if (text == "false") return false;
    const bool affirms = text == "yes" || text == "True" || text == "TRUE" || text == "on" || text == "نعم";
    return fault(code::bad_flag, text,
                 phrase("'{}' is neither true nor false", "«{}» ليس true ولا false", shortened(text)),
                 affirms ? base::Text{"did you mean 'true'?", "هل تقصد «true»؟"}
                         : base::Text{"write true or false", "اكتب true أو false"});
}

Parsed<std::size_t> parse_word(std::string_view whole, std::string_view options) {
    const std::string_view text = trimmed(whole);
    const std::vector<std::string_view> words = split_options(options);
    const auto found = std::ranges::find(words, text);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    const auto near = base::nearest(text, words);
    return fault(code::unknown_word, text, phrase("unknown word '{}'", "الكلمة «{}» غير معروفة", shortened(text)),
                 near ? phrase("did you mean '{}'?", "هل تقصد «{}»؟", *near)
                      : phrase("one of: {}", "إحدى الكلمات: {}", joined(words)));
}

Parsed<YearLiteral> parse_year(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    const bool fiscal = text.starts_with("FY");
    const std::string_view digits = fiscal ? text.substr(2) : text;
    const auto year = digits.size() == 4 ? parse_whole(digits) : std::nullopt;
    if (!year || *year < 1900 || *year > 2200)
        return fault(code::bad_year, text, phrase("'{}' is not a fiscal year", "«{}» ليس سنة مالية", shortened(text)),
                     {"write FY2027, or 2027 when it begins in January", "اكتب FY2027، أو 2027 إذا بدأت في يناير"});
    return YearLiteral{static_cast<int>(*year), fiscal};
}

Parsed<int> parse_calendar_year(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    const auto year = text.size() == 4 ? parse_whole(text) : std::nullopt;
    if (!year || *year < 1300 || *year > 2200)
        return fault(
            code::bad_year, text, phrase("'{}' is not a year", "«{}» ليس سنة", shortened(text)),
            {"write the four digits of the rule's own calendar", "اكتب الأرقام الأربعة لسنة تقويم القاعدة نفسها"});
    return static_cast<int>(*year);
}

}  // namespace masar::planfile
