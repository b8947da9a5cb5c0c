#include "exchange/cell_reading.h"

#include "base/arabic.h"
#include "calendar/date_words.h"
#include "calendar/hijri.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace masar::exchange {
namespace {

using base::normalised_for_search;
using calendar::Date;

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

std::vector<std::string> split(std::string_view text, std::string_view separators) {
    std::vector<std::string> pieces;
    std::string piece;
    for (const char c : text) {
        if (separators.find(c) == std::string_view::npos) {
            piece += c;
            continue;
        }
        if (!piece.empty()) pieces.push_back(std::move(piece));
        piece.clear();
    }
    if (!piece.empty()) pieces.push_back(std::move(piece));
    return pieces;
}

std::optional<int> whole(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

std::optional<Date> existing(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (month < 1 || day < 1 || !date.ok() || year < 1900 || year > 2200) return std::nullopt;
    return Date(date);
}

/// 1 to 12 by its name in either language or its first three English letters; 0 = no month.
int month_named(std::string_view word) {
    for (unsigned month = 1; month <= 12; ++month) {
        const base::Text name = calendar::month_name(month);
        const std::string en = normalised_for_search(name.en);
        if (word == en || word == normalised_for_search(name.ar) || (word.size() >= 3 && en.starts_with(word)))
            return static_cast<int>(month);
    }
    return 0;
}

CellReading<Date> unreadable_day() {
    return {std::nullopt,
            CellFault{{"not a date", "ليس تاريخاً"}, {"write it like 2027-03-01", "اكتبه هكذا: 2027-03-01"}, {}}};
}

CellReading<Date> no_such_day() {
    return {std::nullopt, CellFault{{"there is no such day", "لا يوجد هذا اليوم"},
                                    {"write a day that exists, like 2027-03-01", "اكتب يوماً موجوداً مثل 2027-03-01"},
                                    {}}};
}

CellReading<Date> found(std::optional<Date> day) { return day ? CellReading<Date>{day, std::nullopt} : no_such_day(); }

/// 31/3/2027 and its like: the year stands last.
CellReading<Date> numbers_alone(int first, int second, int year, DayOrder order) {
    if (year < 100) year += 2000;
    if (order == DayOrder::month_first) return found(existing(year, first, second));
    if (order == DayOrder::day_first) return found(existing(year, second, first));
    const auto day_first = existing(year, second, first), month_first = existing(year, first, second);
    if (!day_first || !month_first || day_first == month_first) return found(day_first ? day_first : month_first);
    return {std::nullopt, CellFault{{"this date can be read in two ways", "يمكن قراءة هذا التاريخ بطريقتين"},
                                    {"say which day is meant", "حدد اليوم المقصود"},
                                    {calendar::to_iso(*day_first), calendar::to_iso(*month_first)}}};
}

struct Unit {
    std::string_view word;
    int working_days;  ///< 0 = hours
};
constexpr std::array units{Unit{"wd", 1},           Unit{"d", 1},           Unit{"day", 1},    Unit{"days", 1},
                           Unit{"working days", 1}, Unit{"working day", 1}, Unit{"w", 5},      Unit{"week", 5},
                           Unit{"weeks", 5},        Unit{"h", 0},           Unit{"hour", 0},   Unit{"hours", 0},
                           Unit{"hrs", 0},          Unit{"يوم", 1},         Unit{"ايام", 1},   Unit{"يوم عمل", 1},
                           Unit{"ايام عمل", 1},     Unit{"اسبوع", 5},       Unit{"اسابيع", 5}, Unit{"ساعه", 0},
                           Unit{"ساعات", 0}};

struct CurrencyWord {
    std::string_view word, code;
};
constexpr std::array currency_words{
    CurrencyWord{"$", "USD"},       CurrencyWord{"us$", "USD"},          CurrencyWord{"usd", "USD"},
    CurrencyWord{"dollar", "USD"},  CurrencyWord{"dollars", "USD"},      CurrencyWord{"us dollars", "USD"},
    CurrencyWord{"دولار", "USD"},   CurrencyWord{"دولار امريكي", "USD"}, CurrencyWord{"aed", "AED"},
    CurrencyWord{"dh", "AED"},      CurrencyWord{"dhs", "AED"},          CurrencyWord{"dirham", "AED"},
    CurrencyWord{"dirhams", "AED"}, CurrencyWord{"درهم", "AED"},         CurrencyWord{"درهم اماراتي", "AED"}};

bool is_figure(char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; }

/// "120,000" → "120000"; commas only between groups of three digits.
std::optional<std::string> plain_number(std::string_view figures) {
    std::string plain;
    const auto point = std::min(figures.find('.'), figures.size());
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (figures[i] != ',') {
            plain += figures[i];
            continue;
        }
        if (i == 0 || i > point || (point - i) % 4 != 0) return std::nullopt;
    }
    if (plain.empty() || std::ranges::count(plain, '.') > 1 || plain.front() == '.' || plain.back() == '.')
        return std::nullopt;
    return plain;
}

}  // namespace

std::vector<std::string> pieces_of(std::string_view text) {
    std::string separated(text);
    for (auto at = separated.find("،"); at != std::string::npos; at = separated.find("،", at))
        separated.replace(at, 2, ",");
    for (auto at = separated.find("؛"); at != std::string::npos; at = separated.find("؛", at))
        separated.replace(at, 2, ";");
    std::vector<std::string> pieces;
    for (const std::string& each : split(separated, separated.find_first_of(";\n") != std::string::npos ? ";\n" : ","))
        if (std::string piece = trimmed(each); !piece.empty()) pieces.push_back(std::move(piece));
    return pieces;
}

CellReading<Date> read_day(const Cell& cell, DayOrder order) {
    if (cell.kind == Cell::Kind::date) return {cell.date, std::nullopt};
    if (cell.kind != Cell::Kind::text) return unreadable_day();
    const std::string text = normalised_for_search(cell.text);  // digits of either script, letters folded
    if (const auto day = calendar::parse_iso(text)) return {day, std::nullopt};
    std::string upper = text;
    if (!upper.empty() && upper.back() == 'h') upper.back() = 'H';
    if (const auto hijri = calendar::parse_hijri(upper)) return found(calendar::to_gregorian(*hijri));

    const std::vector<std::string> parts = split(text, " /.-,");
    if (parts.size() != 3) return unreadable_day();
    const std::array number{whole(parts[0]), whole(parts[1]), whole(parts[2])};
    if (number[0] && number[1] && number[2])
        return parts[0].size() == 4 ? found(existing(*number[0], *number[1], *number[2]))
                                    : numbers_alone(*number[0], *number[1], *number[2], order);
    if (!number[2]) return unreadable_day();
    const int year = parts[2].size() == 2 ? *number[2] + 2000 : *number[2];
    if (const int month = month_named(parts[1]); month > 0 && number[0])
        return found(existing(year, month, *number[0]));
    if (const int month = month_named(parts[0]); month > 0 && number[1])
        return found(existing(year, month, *number[1]));
    return unreadable_day();
}

CellReading<std::string> read_working_days(const Cell& cell) {
    const auto fault = [](base::Text what, base::Text repair) {
        return CellReading<std::string>{std::nullopt, CellFault{std::move(what), std::move(repair), {}}};
    };
    const std::string text = normalised_for_search(cell.text);
    const auto unit_at = std::ranges::find_if(text, [](char c) { return !is_figure(c) && c != '/' && c != ' '; });
    const std::string figures =
        trimmed(std::string_view(text.data(), static_cast<std::size_t>(unit_at - text.begin())));
    const std::string word = trimmed(std::string_view(text).substr(static_cast<std::size_t>(unit_at - text.begin())));
    const auto unit = std::ranges::find(units, word.empty() ? "wd" : std::string_view(word), &Unit::word);
    std::vector<int> points;
    for (const std::string& each : split(figures, "/"))
        if (const auto number = whole(trimmed(each)); number && *number <= 4'000) points.push_back(*number);
    if (unit != units.end() && unit->working_days == 0)
        return fault({"hours are no duration here: plans count whole working days",
                      "لا تُحسب المدد هنا بالساعات بل بأيام عمل كاملة"},
                     {"write working days, at least 1", "اكتب أيام عمل، يوماً على الأقل"});
    const bool shaped = unit != units.end() && (points.size() == 1 || points.size() == 3)
                        && points.size() == split(figures, "/").size();
    if (!shaped)
        return fault({"not a number of working days", "ليس عدداً من أيام العمل"},
                     {"write it like 10 or 8/10/15", "اكتبه هكذا: 10 أو 8/10/15"});
    if (!std::ranges::is_sorted(points))
        return fault(
            {"shortest, likely and longest are out of order", "القيم الثلاث (الأقصر والأرجح والأطول) غير مرتبة"},
            {"write them rising, like 8/10/15", "اكتبها تصاعدياً مثل 8/10/15"});
    std::string written;
    for (const int days : points) written += (written.empty() ? "" : "/") + std::to_string(days * unit->working_days);
    return {written + "wd", std::nullopt};
}

std::string currency_of(std::string_view words) {
    const std::string text = normalised_for_search(words);
    const auto known = std::ranges::find(currency_words, std::string_view(text), &CurrencyWord::word);
    if (known != currency_words.end()) return std::string(known->code);
    const bool code = text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
    std::string upper = code ? text : "";
    std::ranges::transform(upper, upper.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    return upper;
}

CellReading<std::string> read_amount(const Cell& cell, std::string_view currency) {
    const auto fault = [](base::Text what, base::Text repair) {
        return CellReading<std::string>{std::nullopt, CellFault{std::move(what), std::move(repair), {}}};
    };
    std::string text = normalised_for_search(cell.text);
    const auto first = std::ranges::find_if(text, [](char c) { return c >= '0' && c <= '9'; });
    auto last = first;
    while (last != text.end() && (is_figure(*last) || *last == '/')) ++last;
    std::string before = trimmed(std::string_view(text.data(), static_cast<std::size_t>(first - text.begin())));
    std::string after = trimmed(std::string_view(text).substr(static_cast<std::size_t>(last - text.begin())));
    std::string scale;
    struct Scale {
        std::string_view word, letter;
    };
    for (const Scale& each : {Scale{"thousand", "k"}, Scale{"million", "M"}, Scale{"الف", "k"}, Scale{"الاف", "k"},
                              Scale{"مليون", "M"}, Scale{"ملايين", "M"}, Scale{"k", "k"}, Scale{"m", "M"}}) {
        if (!after.starts_with(each.word)) continue;
        const std::string rest = trimmed(std::string_view(after).substr(each.word.size()));
        if (each.word.size() == 1 && !rest.empty() && currency_of(rest).empty()) continue;
        scale = each.letter;
        after = rest;
        break;
    }
    std::string figures;
    for (const std::string& each :
         split(std::string_view(first == text.end() ? "" : &*first, static_cast<std::size_t>(last - first)), "/")) {
        const auto plain = plain_number(each);
        if (!plain) {
            figures.clear();
            break;
        }
        figures += (figures.empty() ? "" : "/") + *plain;
    }
    if (figures.empty() || (!before.empty() && !after.empty()))
        return fault({"not an amount of money", "ليس مبلغاً مالياً"},
                     {"write it like 120k USD or 120,000 USD", "اكتبه هكذا: 120k USD أو 120,000 USD"});
    const std::string stated = before + after;
    const std::string code = stated.empty() ? currency_of(currency) : currency_of(stated);
    if (code.empty())
        return fault({"an amount without a currency", "مبلغ بلا عملة"},
                     {"add the currency: 120,000 USD, or a column 'Currency'",
                      "أضف العملة: 120,000 USD، أو عموداً باسم «العملة»"});
    return {figures + scale + " " + code, std::nullopt};
}

CellReading<bool> read_flag(const Cell& cell) {
    const std::string text = normalised_for_search(cell.text);
    for (const std::string_view yes : {"yes", "true", "x", "1", "y", "نعم", "✓", "صح"})
        if (text == normalised_for_search(yes)) return {true, std::nullopt};
    for (const std::string_view no : {"no", "false", "0", "n", "-", "لا"})
        if (text == normalised_for_search(no)) return {false, std::nullopt};
    return {std::nullopt,
            CellFault{{"neither yes nor no", "ليست نعم ولا لا"}, {"write yes or no", "اكتب نعم أو لا"}, {"yes", "no"}}};
}

}  // namespace masar::exchange
