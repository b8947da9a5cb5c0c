#include "calendar/date_words.h"

#include <array>
#include <cassert>

namespace masar::calendar {
namespace {

struct Name {
    std::string_view en, ar;
};

constexpr std::array<Name, 12> months{{{"January", "يناير"},
                                       {"February", "فبراير"},
                                       {"March", "مارس"},
                                       {"April", "أبريل"},
                                       {"May", "مايو"},
                                       {"June", "يونيو"},
                                       {"July", "يوليو"},
                                       {"August", "أغسطس"},
                                       {"September", "سبتمبر"},
                                       {"October", "أكتوبر"},
                                       {"November", "نوفمبر"},
                                       {"December", "ديسمبر"}}};

constexpr std::array<Name, 12> hijri_months{{{"Muharram", "محرم"},
                                             {"Safar", "صفر"},
                                             {"Rabi al-Awwal", "ربيع الأول"},
                                             {"Rabi al-Thani", "ربيع الآخر"},
                                             {"Jumada al-Ula", "جمادى الأولى"},
                                             {"Jumada al-Akhirah", "جمادى الآخرة"},
                                             {"Rajab", "رجب"},
                                             {"Shaban", "شعبان"},
                                             {"Ramadan", "رمضان"},
                                             {"Shawwal", "شوال"},
                                             {"Dhu al-Qadah", "ذو القعدة"},
                                             {"Dhu al-Hijjah", "ذو الحجة"}}};

constexpr std::array<Name, 7> weekdays{{{"Sunday", "الأحد"},
                                        {"Monday", "الاثنين"},
                                        {"Tuesday", "الثلاثاء"},
                                        {"Wednesday", "الأربعاء"},
                                        {"Thursday", "الخميس"},
                                        {"Friday", "الجمعة"},
                                        {"Saturday", "السبت"}}};

base::Text text(const Name& name) { return {std::string(name.en), std::string(name.ar)}; }

struct Parts {
    int year;
    unsigned month;
    unsigned day;
};

Parts parts_of(Date day) {
    const std::chrono::year_month_day date(day);
    return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
}

/// "1 March" / «1 مارس»
base::Text day_and_month(const Parts& date) {
    const std::string day = std::to_string(date.day) + " ";
    const base::Text month = month_name(date.month);
    return {day + month.en, day + month.ar};
}

/// As much of the first day as the last day does not say already.
base::Text beginning(const Parts& first, const Parts& last) {
    const std::string year = " " + std::to_string(first.year);
    base::Text text = day_and_month(first);
    if (first.year != last.year) return {text.en + year, text.ar + year};
    if (first.month != last.month) return text;
    return {std::to_string(first.day), std::to_string(first.day)};
}

}  // namespace

base::Text month_name(unsigned month) {
    assert(1 <= month && month <= 12);
    return text(months.at(month - 1));
}

base::Text hijri_month_name(int month) {
    assert(1 <= month && month <= 12);
    return text(hijri_months.at(static_cast<std::size_t>(month - 1)));
}

base::Text weekday_name(std::chrono::weekday weekday) { return text(weekdays.at(weekday.c_encoding())); }

base::Text in_words(Date day) {
    const Parts date = parts_of(day);
    const std::string year = " " + std::to_string(date.year);
    const base::Text rest = day_and_month(date);
    return {rest.en + year, rest.ar + year};
}

base::Text in_words(HijriDate day) {
    const base::Text month = hijri_month_name(day.month);
    const std::string number = std::to_string(day.day) + " ", year = " " + std::to_string(day.year);
    return {number + month.en + year + " AH", number + month.ar + year + " هـ"};
}

base::Text in_both_calendars(Date day) {
    base::Text civil = in_words(day);
    const auto hijri = to_hijri(day);
    if (!hijri) return civil;
    const base::Text islamic = in_words(*hijri);
    return {civil.en + " (" + islamic.en + ")", civil.ar + " (" + islamic.ar + ")"};
}

base::Text in_words(DatePeriod period) {
    base::Text end = in_words(period.last);
    if (period.first == period.last) return end;
    const Parts first = parts_of(period.first), last = parts_of(period.last);
    const base::Text begin = beginning(first, last);
    const bool one_month = first.year == last.year && first.month == last.month;
    return {begin.en + (one_month ? "–" : " – ") + end.en, "من " + begin.ar + " إلى " + end.ar};
}

base::Text name_of(DateStatus status) {
    switch (status) {
        case DateStatus::fixed: return {"fixed", "ثابت"};
        case DateStatus::estimated: return {"estimated", "تقديري"};
        case DateStatus::announced: return {"announced", "معلن"};
        case DateStatus::observed: return {"observed", "ثبت بالرؤية"};
    }
    return {};
}

}  // namespace masar::calendar
