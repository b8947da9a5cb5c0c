// How far an answer is from the best possible, aim by aim, and the words for kinds, statuses and aims.
#include "base/plural.h"
#include "report/figures.h"
#include "report/sentence.h"

#include <array>

namespace masar::report {
namespace {

using base::Text;

struct Word {
    std::string_view key, en, ar;
};

constexpr std::array<Word, 12> kinds{{
    {"window", "window", "النافذة الزمنية"},
    {"resource", "resource", "مورد"},
    {"ceiling", "ceiling", "سقف مالي"},
    {"avoid", "period to avoid", "فترة يُراد تجنبها"},
    {"rule", "rule", "قاعدة"},
    {"link", "link", "ارتباط"},
    {"notice", "notice", "إشعار"},
    {"stock", "stock", "مخزون"},
    {"choice", "choice", "اختيار"},
    {"gate", "gate", "بوابة قرار"},
    {"calendar", "day off", "يوم عطلة"},
    {"fixed", "already happened", "وقع بالفعل"},
}};

constexpr std::array<Word, 6> statuses{{
    {"optimal", "optimal", "أمثل"},
    {"feasible", "feasible", "قابل للتنفيذ"},
    {"violated", "violated", "غير مستوفٍ للقيود"},
    {"infeasible", "infeasible", "غير قابل للتنفيذ"},
    {"unknown", "unknown", "غير معلوم"},
    {"earliest", "earliest dates", "أبكر المواعيد"},
}};

constexpr std::array<Word, 5> aims{{
    {"gate-lateness", "gate lateness", "تأخر بوابات القرار"},
    {"end", "end", "تاريخ الانتهاء"},
    {"option-value", "value of options", "قيمة الخيارات"},
    {"cost", "cost", "التكلفة"},
    {"preferences", "cost of preferences not kept", "كلفة التفضيلات غير المراعاة"},
}};

template <class Words, class Kind>
const Word& word_of(const Words& words, Kind kind) {
    return words[static_cast<std::size_t>(kind)];
}
Text text_of(const Word& word) { return {std::string(word.en), std::string(word.ar)}; }

/// An objective value in the words of its aim; the end is a day count in the engine and a date for people.
Text value_text(plan::ObjectiveOrder aim, std::int64_t value, std::int64_t end_offset) {
    if (aim == plan::ObjectiveOrder::end) return date_text(calendar::Date{std::chrono::days{value + end_offset}});
    if (aim == plan::ObjectiveOrder::option_value) return ltr(grouped(-value));  // minimised negated
    return ltr(grouped(value));
}

}  // namespace

Text name_of(plan::ViolationKind kind) { return text_of(word_of(kinds, kind)); }
Text name_of(plan::AnswerStatus status) { return text_of(word_of(statuses, status)); }
Text name_of(plan::ObjectiveOrder aim) { return text_of(word_of(aims, aim)); }
std::string_view keyword(plan::ViolationKind kind) { return word_of(kinds, kind).key; }
std::string_view keyword(plan::AnswerStatus status) { return word_of(statuses, status).key; }

Text bound_sentence(const plan::Timetable& timetable, const plan::Plan& plan) {
    for (std::size_t i = 0; i < timetable.objective.size() && i < plan.aims.size(); ++i) {
        const plan::ObjectiveOrder aim = plan.aims[i];
        const std::optional<std::int64_t> bound = i < timetable.bound.size() ? timetable.bound[i] : std::nullopt;
        if (bound && *bound >= timetable.objective[i]) continue;
        if (!bound) return fill({"No bound is proven for the {}", "لا يوجد حد مثبت لـ{}"}, name_of(aim));
        // Both are counted from the same day, so the date of the value gives the date of the bound.
        const bool dated = aim == plan::ObjectiveOrder::end && timetable.end;
        const std::int64_t offset = dated ? timetable.end->time_since_epoch().count() - timetable.objective[i] : 0;
        const std::int64_t gap = timetable.objective[i] - *bound;
        const Text apart = dated ? base::counted(base::noun::day, gap, base::Case::after) : ltr(grouped(gap));
        return fill({"The {} is {}; no schedule can do better than {}, proven: a gap of {}",
                     "{}: {}، ومن المثبت ألا أفضل من {}، أي بفجوة مقدارها {}"},
                    name_of(aim), value_text(aim, timetable.objective[i], offset), value_text(aim, *bound, offset),
                    apart);
    }
    return {};
}

}  // namespace masar::report
