#include "report/counted.h"

#include "report/figures.h"

namespace masar::report {
namespace noun {

const CountedNoun day{"day", "days", "يوم واحد", "يومان", "أيام", "يوماً", "يوم"};
const CountedNoun working_day{"working day", "working days", "يوم عمل واحد", "يوما عمل",
                              "أيام عمل",    "يوم عمل",      "يوم عمل"};
const CountedNoun error{"error", "errors", "خطأ واحد", "خطآن", "أخطاء", "خطأً", "خطأ"};
const CountedNoun warning{"warning", "warnings", "تنبيه واحد", "تنبيهان", "تنبيهات", "تنبيهاً", "تنبيه"};
const CountedNoun note{"note", "notes", "ملاحظة واحدة", "ملاحظتان", "ملاحظات", "ملاحظة", "ملاحظة"};
const CountedNoun activity{"activity", "activities", "نشاط واحد", "نشاطان", "أنشطة", "نشاطاً", "نشاط"};
const CountedNoun gate{"gate", "gates", "بوابة قرار واحدة", "بوابتا قرار", "بوابات قرار", "بوابة قرار", "بوابة قرار"};
const CountedNoun limit{"limit", "limits", "قيد واحد", "قيدان", "قيود", "قيداً", "قيد"};
const CountedNoun stretch{"period", "periods", "فترة واحدة", "فترتان", "فترات", "فترة", "فترة"};
const CountedNoun schedule{"schedule", "schedules", "جدول واحد", "جدولان", "جداول", "جدولاً", "جدول"};
const CountedNoun instance{"instance", "instances", "مسألة واحدة", "مسألتان", "مسائل", "مسألة", "مسألة"};
const CountedNoun unit{"unit", "units", "وحدة واحدة", "وحدتان", "وحدات", "وحدة", "وحدة"};
const CountedNoun moved_activity{"activity moved",    "activities moved", "نشاط واحد تغيّر موعده", "نشاطان تغيّر موعدهما",
                                 "أنشطة تغيّر موعدها", "نشاطاً تغيّر موعده", "نشاط تغيّر موعده"};

}  // namespace noun

namespace {

std::string arabic(std::int64_t number, const CountedNoun& noun) {
    const std::int64_t rest = number % 100;
    if (number == 1) return noun.ar_one;
    if (number == 2) return noun.ar_two;
    if (rest >= 3 && rest <= 10) return grouped(number) + " " + noun.ar_few;
    return grouped(number) + " " + (rest >= 11 ? noun.ar_many : noun.ar_other);
}

}  // namespace

base::Text counted(std::int64_t number, const CountedNoun& noun) {
    return {grouped(number) + " " + (number == 1 ? noun.en_one : noun.en_many), arabic(number, noun)};
}

}  // namespace masar::report
