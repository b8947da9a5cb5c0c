#pragma once
// A number with its noun in the right form. English has two forms; Arabic has six (CLDR plural rules), of which "one" and "two"
// say the number in the noun itself: «يوم واحد», «يومان».
#include "base/text.h"

#include <cstdint>
#include <string_view>

namespace masar::base {

enum class PluralForm : unsigned char { zero, one, two, few, many, other };

/// few: …3–10; many: …11–99; other: …00–02 from 100 on (by the last two digits).
[[nodiscard]] PluralForm arabic_plural(std::uint64_t number);

struct Noun {
    std::string_view en_one, en_other;
    std::string_view ar_one;        ///< «يوم واحد»: complete, without a figure
    std::string_view ar_two;        ///< «يومان»: complete, nominative
    std::string_view ar_two_after;  ///< «يومين»: the same after a preposition or a verb
    std::string_view ar_few;        ///< «أيام», after 3–10
    std::string_view ar_many;       ///< «يوماً», after 11–99
    std::string_view ar_other;      ///< «يوم», after 0 and the hundreds
};

/// Where the counted noun stands in an Arabic sentence; English does not change.
enum class Case : unsigned char {
    nominative,  ///< by itself or as the subject: «المدة: يومان»
    after,       ///< after a preposition or as the object: «تأخر بمقدار يومين»
};

/// "3 days" / «3 أيام». Western digits, grouped from 1,000; a negative number always keeps its figure.
[[nodiscard]] Text counted(const Noun& noun, std::int64_t number, Case place = Case::nominative);

namespace noun {
inline constexpr Noun day{"day", "days", "يوم واحد", "يومان", "يومين", "أيام", "يوماً", "يوم"};
inline constexpr Noun working_day{"working day", "working days", "يوم عمل واحد", "يوما عمل",
                                  "يومي عمل",    "أيام عمل",     "يوم عمل",      "يوم عمل"};
inline constexpr Noun month{"month", "months", "شهر واحد", "شهران", "شهرين", "أشهر", "شهراً", "شهر"};
inline constexpr Noun activity{"activity", "activities", "نشاط واحد", "نشاطان", "نشاطين", "أنشطة", "نشاطاً", "نشاط"};
inline constexpr Noun milestone{"milestone", "milestones", "معلم واحد", "معلمان", "معلمين", "معالم", "معلماً", "معلم"};
inline constexpr Noun gate{"gate",        "gates",       "بوابة قرار واحدة", "بوابتا قرار",
                           "بوابتي قرار", "بوابات قرار", "بوابة قرار",       "بوابة قرار"};
inline constexpr Noun error{"error", "errors", "خطأ واحد", "خطآن", "خطأين", "أخطاء", "خطأً", "خطأ"};
inline constexpr Noun warning{"warning", "warnings", "تنبيه واحد", "تنبيهان", "تنبيهين", "تنبيهات", "تنبيهاً", "تنبيه"};
inline constexpr Noun note{"note", "notes", "ملاحظة واحدة", "ملاحظتان", "ملاحظتين", "ملاحظات", "ملاحظة", "ملاحظة"};
inline constexpr Noun person{"person", "people", "شخص واحد", "شخصان", "شخصين", "أشخاص", "شخصاً", "شخص"};
inline constexpr Noun place{"place", "places", "موضع واحد", "موضعان", "موضعين", "مواضع", "موضعاً", "موضع"};
inline constexpr Noun limit{"limit", "limits", "قيد واحد", "قيدان", "قيدين", "قيود", "قيداً", "قيد"};
inline constexpr Noun stretch{"period", "periods", "فترة واحدة", "فترتان", "فترتين", "فترات", "فترة", "فترة"};
inline constexpr Noun difference{"difference", "differences", "فرق واحد", "فرقان", "فرقين", "فروق", "فرقاً", "فرق"};
inline constexpr Noun character{"character", "characters", "حرف واحد", "حرفان", "حرفين", "أحرف", "حرفاً", "حرف"};
}  // namespace noun

}  // namespace masar::base
