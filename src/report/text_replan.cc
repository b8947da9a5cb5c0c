#include "report/text_replan.h"

#include "report/diagnostic_text.h"
#include "report/figures.h"
#include "report/sentence.h"
#include "report/text_schedule.h"
#include "report/text_table.h"
#include "report/text_wrap.h"

#include <algorithm>

namespace masar::report {
namespace {

using base::Language;
using base::Text;
using plan::Move;

constexpr WrapShape item_shape{.first_indent = "  - ", .next_indent = "    "};
constexpr WrapShape reason_shape{.first_indent = "      ", .next_indent = "      "};

Text cause_words(const Move& move) {
    switch (move.cause) {
        case Move::Cause::forced: return {"at its old date: ", "في موعده السابق: "};
        case Move::Cause::together: return {"at the old dates of all: ", "في المواعيد السابقة للجميع: "};
        case Move::Cause::aim:
            return {"it could have stayed; it moves so that the plan ends better",
                    "كان يمكن أن يبقى في موعده؛ ويتحرك ليتحسن انتهاء الخطة"};
        case Move::Cause::added: return {};
    }
    return {};
}

std::string move_item(const Move& move, const plan::Plan& plan, Language language) {
    std::string out = wrapped(move_sentence(move, plan).in(language), item_shape);
    const std::string why = cause_words(move).in(language);
    if (move.reasons.empty() && !why.empty()) out += wrapped(why, reason_shape);
    for (const plan::Violation& each : move.reasons) {
        std::string line = why + sentence(each, plan).in(language);
        const std::string place = place_text({each.place.line, 0, 0, each.place.file}, plan.sources);
        if (!place.empty()) line += " (" + ltr(place).in(language) + ")";
        out += wrapped(line, reason_shape);
    }
    return out;
}

std::string moves_part(const plan::Plan& plan, const plan::Replanning& replanning, Language language) {
    if (replanning.moves.empty()) return {};
    std::string out = "\n" + Text{"What moves", "ما يتحرك"}.in(language) + ":\n";
    for (const Move& move : replanning.moves) out += move_item(move, plan, language);
    return out;
}

std::string front_part(const plan::Replanning& replanning, Language language) {
    if (replanning.front.empty()) return {};
    using Content = TextTable::Content;
    TextTable table({{{"Moves", "ما يتحرك"}, Content::figures},
                     {{"Days in all", "مجموع الأيام"}, Content::figures},
                     {{"Gates late", "تأخر البوابات"}, Content::figures},
                     {{"End", "الانتهاء"}},
                     {{"Proven", "مثبت"}},
                     {{"", ""}}},
                    language);
    for (const plan::FrontPoint& point : replanning.front)
        table.row({grouped(point.moved), grouped(point.shift_days), grouped(point.late_days),
                   point.end ? calendar::to_iso(*point.end) : "–",
                   point.proven ? Text{"yes", "نعم"}.in(language) : Text{"no", "لا"}.in(language),
                   point.answered ? Text{"shown here", "المعروض"}.in(language) : ""});
    const Text title = replanning.whole_front ? Text{"Finish against moves", "الانتهاء مقابل عدد ما يتحرك"}
                                              : Text{"Finish against moves (some points in between are left out)",
                                                     "الانتهاء مقابل عدد ما يتحرك (بعض النقاط بينها غير معروض)"};
    return "\n" + title.in(language) + ":\n" + table.print();
}

std::string gone_part(const plan::Replanning& replanning, Language language) {
    if (replanning.gone.empty()) return {};
    std::string ids;
    for (const std::string& id : replanning.gone) ids += (ids.empty() ? "" : ", ") + id;
    return "\n"
           + wrapped(
               fill({"In the baseline but no longer in the plan: {}.", "في الجدول المرجعي وليست في الخطة بعدُ: {}."},
                    ltr(ids))
                   .in(language));
}

}  // namespace

Text move_reason(const Move& move, const plan::Plan& plan) {
    const Text why = cause_words(move);
    if (move.reasons.empty()) return why;
    Text all;
    for (const plan::Violation& each : move.reasons) {
        const Text one = sentence(each, plan);
        all = all.empty() ? one : fill({"{}; {}", "{}؛ {}"}, all, one);
    }
    return {why.en + all.en, why.ar + all.ar};
}

std::string replan_text(const plan::Plan& plan, const plan::Replanning& replanning, Language language) {
    const std::string schedule = schedule_text(plan, replanning.timetable, language);
    if (replanning.front.empty()) return schedule + gone_part(replanning, language);
    return wrapped(moves_sentence(replanning).in(language) + ".") + moves_part(plan, replanning, language)
           + front_part(replanning, language) + gone_part(replanning, language) + "\n" + schedule;
}

}  // namespace masar::report
