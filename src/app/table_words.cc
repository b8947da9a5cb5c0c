#include "app/table_words.h"

#include <algorithm>
#include <array>

namespace masar::app {
namespace {

struct KeywordWords {
    std::string_view keyword, ar;
};
/// In English they say it themselves.
constexpr std::array words{
    // clocks
    KeywordWords{"not-started", "لم يبدأ"},
    KeywordWords{"sent", "أُرسل"},
    KeywordWords{"late", "متأخر"},
    KeywordWords{"law", "نظام"},
    KeywordWords{"policy", "سياسة"},
    KeywordWords{"preference", "تفضيل"},
    KeywordWords{"approval", "موافقة"},
    KeywordWords{"notice", "إشعار"},
    KeywordWords{"gate", "بوابة"},
    KeywordWords{"fund-closes", "إغلاق صندوق"},
    // activities
    KeywordWords{"planned", "مخطط"},
    KeywordWords{"started", "بدأ"},
    KeywordWords{"finished", "انتهى"},
    KeywordWords{"cancelled", "ألغي"},
    // risks
    KeywordWords{"frequent", "متكرر"},
    KeywordWords{"likely", "مرجّح"},
    KeywordWords{"occasional", "عرَضي"},
    KeywordWords{"seldom", "نادر"},
    KeywordWords{"unlikely", "مستبعد"},
    KeywordWords{"catastrophic", "كارثي"},
    KeywordWords{"critical", "حرج"},
    KeywordWords{"moderate", "متوسط"},
    KeywordWords{"negligible", "طفيف"},
    KeywordWords{"extremely-high", "عالٍ للغاية"},
    KeywordWords{"high", "عالٍ"},
    KeywordWords{"medium", "متوسط"},
    KeywordWords{"low", "منخفض"},
    KeywordWords{"activity", "نشاط"},
    KeywordWords{"risk", "خطر"},
    // indicators
    KeywordWords{"met", "متحقق"},
    KeywordWords{"fails", "لا يتحقق"},
    KeywordWords{"none", "بلا قيمة مستهدفة"},
    KeywordWords{"draft", "مسودة"},
    KeywordWords{"verified", "متحقق منه"},
    KeywordWords{"disputed", "مختلف عليه"},
    // findings
    KeywordWords{"error", "خطأ"},
    KeywordWords{"warning", "تحذير"},
    KeywordWords{"note", "ملاحظة"},
};

}  // namespace

base::Text keyword_in_words(std::string_view keyword) {
    base::Text text{std::string(keyword), {}};
    std::ranges::replace(text.en, '-', ' ');
    const auto found = std::ranges::find(words, keyword, &KeywordWords::keyword);
    if (found != words.end()) text.ar = found->ar;
    return text;
}

}  // namespace masar::app
