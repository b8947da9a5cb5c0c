#include "planfile/literal_calendar.h"

#include "base/near_name.h"
#include "planfile/phrase.h"

#include <algorithm>
#include <array>
#include <span>

namespace masar::planfile {
namespace {

constexpr std::array<std::string_view, 7> weekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                   "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 6> ordinals{"last", "first", "second", "third", "fourth", "fifth"};
constexpr std::array<unsigned, 12> month_lengths{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

Fault no_rule(std::string_view text) {
    return {code::bad_recurrence,
            text,
            phrase("'{}' is not a recurring day", "«{}» ليس يوماً متكرراً", shortened(text)),
            {"write 07-04, 06-01..11-30 or 'third monday of january'",
             "اكتب 07-04 أو 06-01..11-30 أو «third monday of january»"}};
}

/// Index of the word, also of its first three letters when `abbreviated`.
std::optional<std::size_t> index_in(std::span<const std::string_view> names, std::string_view word) {
    const auto found = std::ranges::find_if(
        names, [&](std::string_view name) { return name == word || (word.size() == 3 && name.starts_with(word)); });
    return found == names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - names.begin()));
}

Fault unknown_name(std::string_view text, std::span<const std::string_view> names) {
    const auto near = base::nearest(text, names);
    return {code::unknown_word, text, phrase("unknown word '{}'", "الكلمة «{}» غير معروفة", shortened(text)),
            near ? phrase("did you mean '{}'?", "هل تقصد «{}»؟", *near)
                 : phrase("one of: {}", "إحدى الكلمات: {}", joined(names))};
}

Parsed<calendar::MonthDay> parse_month_day(std::string_view text) {
    const bool form = text.size() == 5 && text[2] == '-' && all_digits(text.substr(0, 2)) && all_digits(text.substr(3));
    if (!form) return tl::unexpected(no_rule(text));
    const auto month = static_cast<unsigned>(*parse_whole(text.substr(0, 2)));
    const auto day = static_cast<unsigned>(*parse_whole(text.substr(3)));
    if (month < 1 || month > 12 || day < 1 || day > month_lengths[month - 1])
        return fault(
            code::no_such_day, text, phrase("there is no day {} in any year", "لا يوجد يوم {} في أي سنة", text),
            {"write month and day: 07-04 is the fourth of July", "اكتب الشهر ثم اليوم: 07-04 هو الرابع من يوليو"});
    return calendar::MonthDay{month, day};
}

Parsed<calendar::Rule> parse_nth_weekday(std::string_view text) {
    const auto words = words_of(text);
    if (words.size() != 4 || words[2] != "of") return tl::unexpected(no_rule(text));
    const auto nth = index_in(ordinals, words[0]);
    if (!nth || words[0].size() < 4) return tl::unexpected(unknown_name(words[0], ordinals));
    const auto weekday = parse_weekday(words[1]);
    if (!weekday) return tl::unexpected(weekday.error());
    const auto month = parse_month(words[3]);
    if (!month) return tl::unexpected(month.error());
    return calendar::NthWeekday{*nth == 0 ? -1 : static_cast<int>(*nth), std::chrono::weekday(*weekday), *month};
}

}  // namespace

Parsed<unsigned> parse_weekday(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    if (const auto index = index_in(weekdays, text)) return static_cast<unsigned>(*index);
    return tl::unexpected(unknown_name(text, weekdays));
}

Parsed<unsigned> parse_month(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    if (const auto index = index_in(months, text)) return static_cast<unsigned>(*index) + 1;
    return tl::unexpected(unknown_name(text, months));
}

Parsed<calendar::Rule> parse_every(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    if (text.empty() || text[0] < '0' || text[0] > '9') return parse_nth_weekday(text);
    const auto ends = split_at(text, "..");
    const auto first = parse_month_day(ends ? ends->first : text);
    if (!first) return tl::unexpected(first.error());
    const auto last = ends ? parse_month_day(ends->second) : first;
    if (!last) return tl::unexpected(last.error());
    return calendar::EveryYear{*first, *last};
}

Parsed<calendar::Rule> parse_hijri_rule(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    const bool with_day = text.size() == 5 && text[2] == '-';
    const auto month = parse_whole(text.substr(0, 2), 12),
               day = with_day ? parse_whole(text.substr(3), 30) : std::nullopt;
    const bool valid = month && *month >= 1 && (with_day ? day && *day >= 1 : text.size() == 2);
    if (!valid)
        return fault(code::bad_recurrence, text,
                     phrase("'{}' is not a Hijri day or month", "«{}» ليس يوماً أو شهراً هجرياً", shortened(text)),
                     {"write month and day 10-01, or a whole month 09", "اكتب الشهر واليوم 10-01 أو شهراً كاملاً 09"});
    if (with_day) return calendar::HijriDay{static_cast<int>(*month), static_cast<int>(*day)};
    return calendar::HijriMonth{static_cast<int>(*month)};
}

}  // namespace masar::planfile
