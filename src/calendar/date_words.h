#pragma once
// Dates in sentences: "1 March 2027" / «1 مارس 2027», "22 Ramadan 1448 AH" / «22 رمضان 1448 هـ». Arabic month names are those in use
// in the Emirates (يناير…ديسمبر); digits are Western.
#include "base/text.h"
#include "calendar/date.h"
#include "calendar/hijri.h"
#include "calendar/recurrence.h"

namespace masar::calendar {

/// 1..12: "March" / «مارس».
[[nodiscard]] base::Text month_name(unsigned month);
/// 1..12: "Ramadan" / «رمضان».
[[nodiscard]] base::Text hijri_month_name(int month);
/// "Monday" / «الاثنين»
[[nodiscard]] base::Text weekday_name(std::chrono::weekday weekday);

[[nodiscard]] base::Text in_words(Date day);
[[nodiscard]] base::Text in_words(HijriDate day);
/// "1 March 2027 (22 Ramadan 1448 AH)"; outside the month table the civil date alone.
[[nodiscard]] base::Text in_both_calendars(Date day);
/// "1–5 March 2027", "1 June – 30 November 2027", "26 December 2030 – 23 January 2031";
/// «من 1 إلى 5 مارس 2027», «من 1 يونيو إلى 30 نوفمبر 2027»; a single day as in_words.
[[nodiscard]] base::Text in_words(DatePeriod period);

/// "estimated" / «تقديري»
[[nodiscard]] base::Text name_of(DateStatus status);

}  // namespace masar::calendar
