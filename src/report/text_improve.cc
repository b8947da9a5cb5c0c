#include "report/text_improve.h"

#include "base/plural.h"
#include "report/figures.h"
#include "report/robust_dates.h"
#include "report/sentence.h"
#include "report/text_table.h"
#include "report/text_wrap.h"

#include <algorithm>

namespace masar::report {
namespace {

using base::Language;
using base::Text;
using plan::Improvement;
using plan::ImprovementStatus;

constexpr std::size_t violations_listed = 8;
constexpr base::Noun option_noun{"option", "options", "خيار واحد", "خياران", "خيارين", "خيارات", "خياراً", "خيار"};

Text gates_named(const plan::Plan& plan, const Improvement& improvement) {
    std::string en, ar;
    for (const plan::GateIndex gate : improvement.gates) {
        if (plan.gates[gate.at()].criteria.empty()) continue;
        const Text id = ltr(plan.gates[gate.at()].id);
        en += (en.empty() ? "" : ", ") + id.en;
        ar += (ar.empty() ? "" : "، ") + id.ar;
    }
    return {en, ar};
}

Text amount(std::int64_t minor, const Improvement& improvement) { return ltr(money(minor, improvement.currency)); }

Text proof_words(const Improvement& improvement) {
    if (improvement.status == ImprovementStatus::cheapest)
        return {"; it is proven that no choice costs less", "؛ وقد ثبت أنه لا يوجد اختيار أقل كلفة"};
    if (improvement.least_added_minor)
        return fill(
            {"; something cheaper may exist, but nothing below {}", "؛ وقد يوجد ما هو أقل كلفة، ولكن ليس دون {}"},
            amount(*improvement.least_added_minor, improvement));
    return {"; that nothing cheaper exists is not proven", "؛ ولم يثبت أنه لا يوجد ما هو أقل كلفة"};
}

Text what_changes(const Improvement& improvement) {
    const auto options = static_cast<std::int64_t>(improvement.chosen.size());
    if (options > 0) return counted(option_noun, options, base::Case::after);
    return improvement.modes.empty() ? Text{"other dates alone", "مواعيد أخرى وحدها"}
                                     : Text{"other modes", "أساليب تنفيذ أخرى"};
}

std::string choice_part(const plan::Plan& plan, const Improvement& improvement, Language language) {
    if (improvement.chosen.empty()) return {};
    using Content = TextTable::Content;
    TextTable table({{{"Chosen", "المختار"}, Content::words, 14},
                     {{"", ""}, Content::words, 32},
                     {{"Start", "البدء"}},
                     {{"Finish", "الانتهاء"}},
                     {{"Cost", "الكلفة"}, Content::figures}},
                    language);
    for (const plan::ChosenOption& each : improvement.chosen) {
        const plan::Activity& activity = plan.activities[each.activity.at()];
        const plan::ActivityDates& dates = improvement.after.activities[each.activity.at()];
        table.row({activity.id, activity.name.in(language), calendar::to_iso(dates.start),
                   calendar::to_iso(dates.finish), money(each.minor, improvement.currency)});
    }
    return "\n" + table.print();
}

std::string modes_part(const plan::Plan& plan, const Improvement& improvement, Language language) {
    std::string out;
    for (const plan::ModeChange& each : improvement.modes) {
        const plan::Activity& activity = plan.activities[each.activity.at()];
        const auto id = [&](int mode) { return ltr(activity.modes[static_cast<std::size_t>(mode)].id); };
        out += wrapped(fill({"{} runs in mode {} instead of {}: {} more", "{} بأسلوب التنفيذ {} بدلاً من {}: بزيادة {}"},
                            named(activity), id(each.to), id(each.from), amount(each.minor, improvement))
                           .in(language),
                       {.first_indent = "  - ", .next_indent = "    "});
    }
    return out.empty() ? out : "\n" + out;
}

std::string sides_part(const plan::Plan& plan, const Improvement& improvement, Language language) {
    if (improvement.sides.empty()) return {};
    std::string list;
    for (const plan::SideCost& each : improvement.sides) {
        const Text one =
            fill({"{} {}", "‏{}: {}"}, ltr(plan.sides[each.side.at()].id), amount(each.minor, improvement));
        list += (list.empty() ? "" : Text{", ", "، "}.in(language)) + one.in(language);
    }
    return wrapped(Text{"Paid by ", "يتحملها "}.in(language) + list + ".");
}

std::string shown(const std::optional<double>& value) { return value ? rounded(*value, 4) : "–"; }

std::string criteria_part(const plan::Plan& plan, const Improvement& improvement, Language language) {
    using Content = TextTable::Content;
    TextTable table({{{"Gate", "البوابة"}},
                     {{"Indicator", "المؤشر"}},
                     {{"Wanted", "المطلوب"}, Content::figures},
                     {{"Before", "قبل"}, Content::figures},
                     {{"After", "بعد"}, Content::figures},
                     {{"", ""}}},
                    language);
    for (const plan::ImprovedCriterion& each : improvement.criteria) {
        const bool least = each.before.comparison == plan::Comparison::at_least;
        const Text verdict = each.after.met ? Text{"met", "متحقق"}
                             : each.asked   ? Text{"not met", "غير متحقق"}
                                            : Text{"not met (not asked)", "غير متحقق (غير مطلوب)"};
        const auto indicator = each.before.indicator;
        table.row({plan.gates[each.gate.at()].id, indicator.known() ? plan.indicators[indicator.at()].id : "–",
                   (least ? ">= " : "<= ") + base::to_string(each.before.wanted), shown(each.before.value),
                   shown(each.after.value), verdict.in(language)});
    }
    return "\n" + table.print();
}

std::string broken_part(const plan::Plan& plan, const Improvement& improvement, Language language) {
    const auto& broken = improvement.after.violations;
    if (broken.empty()) return {};
    const auto before = static_cast<std::int64_t>(improvement.before.violations.size());
    const Text title = fill({"{} broken with these dates ({} before)", "لا تُستوفى بهذه المواعيد {} (قبل ذلك {})"},
                            counted(base::noun::limit, static_cast<std::int64_t>(broken.size())), ltr(grouped(before)));
    std::string out = "\n" + title.in(language) + ":\n";
    for (std::size_t i = 0; i < std::min(broken.size(), violations_listed); ++i)
        out += wrapped(sentence(broken[i], plan).in(language), {.first_indent = "  - ", .next_indent = "    "});
    if (broken.size() > violations_listed)
        out += "  " + Text{"…; all with --json", "…؛ والبقية مع ‎--json‎"}.in(language) + "\n";
    return out;
}

std::string moved_part(const Improvement& improvement, Language language) {
    if (improvement.holding != plan::Holding::nothing || improvement.moved == 0) return {};
    return wrapped(
        fill({"Moved against the schedule without the choice: {}; -o writes the dates.",
              "ما تحرك عن الجدول الموضوع بلا هذا الاختيار: {}؛ ويكتب ‎-o‎ "
              "المواعيد."},
             counted(base::noun::activity, improvement.moved))
            .in(language));
}

}  // namespace

Text holding_sentence(plan::Holding holding) {
    switch (holding) {
        case plan::Holding::earliest:
            return {"Every other activity is held at its earliest date, where pools and ceilings are not considered",
                    "يبقى كل نشاط آخر في أبكر مواعيده، حيث لا تُراعى الموارد والسقوف"};
        case plan::Holding::baseline:
            return {"Every other activity is held where the baseline has it",
                    "يبقى كل نشاط آخر في موعده في الجدول المرجعي"};
        case plan::Holding::nothing:
            return {"Every other activity may move within its window, the pools and the ceilings",
                    "يجوز أن يتحرك كل نشاط آخر ضمن نافذته الزمنية والموارد والسقوف"};
    }
    return {};
}

Text improvement_sentence(const plan::Plan& plan, const Improvement& improvement) {
    const Text gates = gates_named(plan, improvement);
    if (improvement.status == ImprovementStatus::impossible)
        return fill({"Proven: no choice of options, modes and dates makes the criteria of {} hold",
                     "مثبت: لا يوجد اختيار من الخيارات وأساليب التنفيذ والمواعيد تتحقق به معايير {}"},
                    gates);
    if (improvement.status == ImprovementStatus::unknown)
        return fill({"Within the limits no choice was found that makes the criteria of {} hold",
                     "لم يُعثر ضمن الحدود المعطاة على اختيار تتحقق به معايير {}"},
                    gates);
    const bool free = improvement.chosen.empty() && improvement.added_minor == 0;
    if (free && improvement.moved == 0)
        return fill({"The criteria of {} hold at no additional cost", "تتحقق معايير {} بلا كلفة إضافية"}, gates);
    if (free)
        return fill({"With {} the criteria of {} hold at no additional cost", "مع {} تتحقق معايير {} بلا كلفة إضافية"},
                    what_changes(improvement), gates);
    const Text found = fill({"With {} the criteria of {} hold, for {}", "مع {} تتحقق معايير {} بكلفة {}"},
                            what_changes(improvement), gates, amount(improvement.added_minor, improvement));
    const Text proof = proof_words(improvement);
    return {found.en + proof.en, found.ar + proof.ar};
}

std::string improve_text(const plan::Plan& plan, const Improvement& improvement, Language language) {
    std::string out = wrapped(improvement_sentence(plan, improvement).in(language) + ".");
    out += wrapped(holding_sentence(improvement.holding).in(language) + ".");
    const bool holds =
        improvement.status == ImprovementStatus::cheapest || improvement.status == ImprovementStatus::holds;
    const bool dated = !improvement.after.activities.empty();
    if (!holds && dated) out += wrapped(Text{"This comes nearest:", "وهذا أقرب ما يمكن:"}.in(language));
    if (dated) out += choice_part(plan, improvement, language) + modes_part(plan, improvement, language);
    out += sides_part(plan, improvement, language) + criteria_part(plan, improvement, language);
    out += robust_text(plan, improvement, language);
    const std::string moved = moved_part(improvement, language);
    if (!moved.empty()) out += "\n" + moved;
    return out + broken_part(plan, improvement, language);
}

}  // namespace masar::report
