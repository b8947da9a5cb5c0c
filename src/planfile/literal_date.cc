#include "planfile/literal_date.h"

#include "calendar/hijri.h"
#include "planfile/phrase.h"

#include <array>

namespace masar::planfile {
namespace {

using calendar::Date;
using calendar::DatePeriod;

constexpr int first_year = 1900, last_year = 2200;

bool has_iso_form(std::string_view text) {
    return text.size() == 10 && text[4] == '-' && text[7] == '-' && all_digits(text.substr(0, 4))
           && all_digits(text.substr(5, 2)) && all_digits(text.substr(8, 2));
}

int number(std::string_view digits) { return static_cast<int>(parse_whole(digits).value_or(0)); }

/// "2027-3-1", "2027/03/01", "01.03.2027" and Arabic-Indic digits, as they should be written; empty when it is not clear.
std::string as_meant(std::string_view text) {
    const std::string ascii = with_ascii_digits(text);
    std::array<int, 3> parts{};
    std::size_t count = 0;
    std::string_view rest = ascii;
    while (!rest.empty() && count < 3) {
        const std::string_view digits = rest.substr(0, rest.find_first_not_of("0123456789"));
        if (digits.empty() || digits.size() > 4) return {};
        parts[count++] = number(digits);
        rest.remove_prefix(digits.size());
        if (!rest.empty() && std::string_view("-/.").find(rest.front()) != std::string_view::npos)
            rest.remove_prefix(1);
    }
    if (count != 3 || !rest.empty()) return {};
    if (parts[2] > 31) std::swap(parts[0], parts[2]);
    if (parts[0] < 1000 || parts[1] < 1 || parts[1] > 12 || parts[2] < 1 || parts[2] > 31) return {};
    return fmt::format("{:04}-{:02}-{:02}", parts[0], parts[1], parts[2]);
}

Parsed<Date> no_such_day(std::string_view text) {
    const int year = number(text.substr(0, 4)), month = number(text.substr(5, 2));
    const auto message = phrase("there is no day {}", "لا يوجد يوم {}", text);
    if (month < 1 || month > 12)
        return fault(code::no_such_day, text, message, {"months are 01 to 12", "الأشهر من 01 إلى 12"});
    const auto last = std::chrono::year_month_day_last(std::chrono::year(year) / std::chrono::month(unsigned(month))
                                                       / std::chrono::last)
                          .day();
    return fault(code::no_such_day, text, message,
                 phrase("the last day of that month is {:04}-{:02}-{:02}", "آخر يوم في ذلك الشهر {:04}-{:02}-{:02}",
                        year, month, unsigned(last)));
}

Parsed<Date> parse_gregorian(std::string_view text) {
    if (!has_iso_form(text)) {
        const std::string meant = as_meant(text);
        return fault(code::bad_date, text, phrase("'{}' is not a date", "«{}» ليس تاريخاً", shortened(text)),
                     meant.empty()
                         ? base::Text{"write it like 2027-03-01 or 1448-09-22H", "اكتبه مثل 2027-03-01 أو 1448-09-22H"}
                         : phrase("did you mean {}?", "هل تقصد {}؟", meant));
    }
    const int year = number(text.substr(0, 4));
    if (year < first_year || year > last_year)
        return fault(code::out_of_range, text,
                     phrase("the year {} is outside {}–{}", "السنة {} خارج المدى {}–{}", year, first_year, last_year),
                     year > 1300 && year < 1600
                         ? phrase("a Hijri date ends in H: {}H",
                                  "ينتهي التاريخ الهجري بالحرف H: ‏{}H", text)
                         : base::Text{});
    if (const auto day = calendar::parse_iso(text)) return *day;
    return no_such_day(text);
}

Parsed<Date> parse_hijri_date(std::string_view text) {
    const std::string_view digits = text.substr(0, text.size() - 1);
    if (!has_iso_form(digits))
        return fault(code::bad_date, text, phrase("'{}' is not a Hijri date", "«{}» ليس تاريخاً هجرياً", shortened(text)),
                     {"write it like 1448-09-22H", "اكتبه مثل 1448-09-22H"});
    const calendar::HijriDate day{number(text.substr(0, 4)), number(text.substr(5, 2)), number(text.substr(8, 2))};
    if (const auto date = calendar::to_gregorian(day)) return *date;
    const int length = calendar::hijri_month_length(day.year, day.month);
    return fault(code::no_such_day, text,
                 phrase("there is no day {} in the Umm al-Qura calendar", "لا يوجد يوم {} في تقويم أم القرى", text),
                 length > 0 ? phrase("that month has {} days", "عدد أيام ذلك الشهر {}", length)
                            : base::Text{"months are 01 to 12, years 1300 to 1600",
                                         "الأشهر من 01 إلى 12 والسنوات من 1300 إلى 1600"});
}

Parsed<Date> parse_single(std::string_view text) {
    const bool hijri = text.size() > 1 && text.back() == 'H' && all_digits(text.substr(text.size() - 2, 1));
    return hijri ? parse_hijri_date(text) : parse_gregorian(text);
}

Parsed<Date> check_pair(std::string_view text, Date first, Date second) {
    if (first == second) return first;
    const auto hijri = calendar::to_hijri(first);
    const std::string iso = calendar::to_iso(first);
    return fault(code::dates_disagree, text, {"the two dates are not the same day", "التاريخان ليسا يوماً واحداً"},
                 hijri ? phrase("{} is {}", "{} هو {}", iso, calendar::to_text(*hijri)) : base::Text{});
}

}  // namespace

Parsed<Date> parse_date(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    const auto pair = split_at(text, "=");
    if (!pair) return parse_single(text);
    const auto first = parse_single(pair->first);
    if (!first) return first;
    const auto second = parse_single(pair->second);
    return second ? check_pair(text, *first, *second) : second;
}

Parsed<DatePeriod> parse_period(std::string_view text) {
    const auto parsed = parse_open_period(text);
    if (!parsed) return tl::unexpected(parsed.error());
    if (!parsed->first || !parsed->last)
        return fault(code::bad_period, text, {"the period has an open end", "الفترة مفتوحة الطرف"},
                     {"write both days: 2027-06-01..2027-11-30", "اكتب اليومين: 2027-06-01..2027-11-30"});
    return DatePeriod{*parsed->first, *parsed->last};
}

Parsed<DatePeriod> parse_days(std::string_view text) {
    if (text.find("..") != std::string_view::npos) return parse_period(text);
    const auto day = parse_date(text);
    if (!day) return tl::unexpected(day.error());
    return DatePeriod{*day, *day};
}

Parsed<OpenPeriod> parse_open_period(std::string_view text) {
    const auto ends = split_at(text, "..");
    if (!ends || (ends->first.empty() && ends->second.empty()))
        return fault(code::bad_period, text, phrase("'{}' is not a period", "«{}» ليس فترة", shortened(text)),
                     {"write first and last day with two points: 2027-06-01..2027-11-30",
                      "اكتب أول يوم وآخر يوم بينهما نقطتان: 2027-06-01..2027-11-30"});
    OpenPeriod period;
    if (!ends->first.empty()) {
        const auto first = parse_date(ends->first);
        if (!first) return tl::unexpected(first.error());
        period.first = *first;
    }
    if (!ends->second.empty()) {
        const auto last = parse_date(ends->second);
        if (!last) return tl::unexpected(last.error());
        period.last = *last;
    }
    if (period.first && period.last && *period.last < *period.first)
        return fault(code::period_reversed, text, {"the period ends before it begins", "الفترة تنتهي قبل أن تبدأ"},
                     phrase("did you mean {}..{}?", "هل تقصد {}..{}؟", ends->second, ends->first));
    return period;
}

}  // namespace masar::planfile
