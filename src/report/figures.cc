#include "report/figures.h"

namespace masar::report {

std::string money(std::int64_t minor, base::Currency currency) {
    const std::int64_t whole = minor / base::minor_per_unit;
    const std::int64_t cents = minor % base::minor_per_unit;
    std::string text = grouped(whole);
    if (minor < 0 && whole == 0) text = "-0";
    if (cents != 0) text += fmt::format(".{:02}", cents < 0 ? -cents : cents);
    return currency.known() ? text + " " + std::string(currency.code()) : text;
}

std::string rounded(double value, int places) {
    std::string text = fmt::format("{:.{}f}", value, places);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string fixed_or_dash(std::optional<double> value, int places) {
    return value ? fmt::format("{:.{}f}", *value, places) : "–";
}

base::Text ltr(std::string_view piece) {
    constexpr std::string_view mark = "\u200E";
    std::string marked(mark);
    marked += piece;
    marked += mark;
    return {std::string(piece), std::move(marked)};
}

base::Text date_text(calendar::Date day) { return ltr(calendar::to_iso(day)); }

base::Text period_text(calendar::DatePeriod days) {
    if (days.first == days.last) return date_text(days.first);
    return ltr(calendar::to_iso(days.first) + ".." + calendar::to_iso(days.last));
}

}  // namespace masar::report
