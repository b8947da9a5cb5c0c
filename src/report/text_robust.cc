#include "report/figures.h"
#include "report/forecast_words.h"
#include "report/robust_dates.h"
#include "report/text_table.h"
#include "report/text_wrap.h"

#include "base/plural.h"

#include <fmt/format.h>

namespace masar::report {
namespace {

using base::Language;
using base::Text;
using plan::RobustDates;
using Content = TextTable::Content;

std::string gates_part(const plan::Plan& plan, const RobustDates& robust, Language language) {
    std::vector<TextTable::Column> columns{{{"Gate", "البوابة"}, Content::words, 16},
                                           {{"Due", "الموعد"}},
                                           {{"Ready", "الاكتمال"}},
                                           {{"Buffer", "الهامش"}, Content::figures},
                                           {{"Before", "قبله"}, Content::figures},
                                           {{"Passes %", "الاجتياز %"}, Content::figures}};
    if (robust.promised) columns.push_back({{"Promise", "الوعد"}});
    TextTable table(columns, language);
    for (const plan::GateBuffer& each : robust.gates) {
        std::vector<std::string> row{plan.gates[each.gate.at()].id,
                                     calendar::to_iso(each.due),
                                     each.ready ? calendar::to_iso(*each.ready) : "–",
                                     each.ready ? std::to_string(each.days) : "–",
                                     each.ready ? std::to_string(each.days_without) : "–",
                                     chance_figure(each.pass)};
        if (robust.promised) row.push_back(each.promise ? calendar::to_iso(*each.promise) : "–");
        table.row(std::move(row));
    }
    const Text title = robust.promised
                           ? Text{"Buffers in days between the planned work and the due date (before: without them; "
                                  "promise: due dates with which the confidence holds)",
                                  "الهوامش بالأيام بين إنجاز العمل المخطط وموعد البوابة (قبله: دونها؛ الوعد: مواعيد تتحقق "
                                  "بها الثقة)"}
                           : Text{"Buffers in days between the planned work and the due date (before: without them)",
                                  "الهوامش بالأيام بين إنجاز العمل المخطط وموعد البوابة (قبله: دونها)"};
    return "\n" + wrapped(title.in(language)) + table.print();
}

std::string margins_part(const plan::Plan& plan, const RobustDates& robust, Language language) {
    TextTable table({{{"Gate", "البوابة"}, Content::words, 16},
                     {{"Indicator", "المؤشر"}, Content::words, 16},
                     {{"Wanted", "المطلوب"}, Content::figures},
                     {{"Planned", "المخطط"}, Content::figures},
                     {{"In hand", "الفائض"}, Content::figures}},
                    language);
    for (const plan::CriterionMargin& each : robust.criteria)
        table.row({plan.gates[each.gate.at()].id, plan.indicators[each.indicator.at()].id, base::to_string(each.wanted),
                   rounded(each.value, 4), rounded(each.margin, 4)});
    if (table.empty()) return {};
    return "\n" + wrapped(Text{"What the criteria have in hand", "ما في المعايير من فائض"}.in(language))
           + table.print();
}

Text cost_sentence(const plan::Improvement& improvement) {
    const RobustDates& robust = *improvement.robust;
    const Text money = fill({"The buffers cost {} as planned", "كلفة الهوامش {} وفق الخطة"},
                            ltr(report::money(robust.added_minor, improvement.currency)));
    const Text spent = robust.expected_currency.known()
                           ? fill({"{}, and {} of what is spent on average", "{}، و{} مما يُنفق في المتوسط"}, money,
                                  ltr(report::money(robust.expected_minor, robust.expected_currency)))
                           : money;
    const Text end = robust.end_days == 0
                         ? Text{"the plan ends as before", "وتنتهي الخطة كما كانت"}
                         : fill(robust.end_days > 0 ? Text{"the plan ends {} later", "وتنتهي الخطة بعد {}"}
                                                    : Text{"the plan ends {} earlier", "وتنتهي الخطة قبل {}"},
                                base::counted(base::noun::day, std::abs(robust.end_days), base::Case::after));
    return fill({"{}; {}; moved: {}, by {} in all", "{}؛ {}؛ وما تحرك: {}، بمجموع {}"}, spent, end,
                base::counted(base::noun::activity, robust.moved),
                base::counted(base::noun::day, robust.moved_days, base::Case::after));
}

}  // namespace

Text robust_sentence(const RobustDates& robust) {
    const Text asked = ltr(percent_figure(robust.wanted));
    const Text with = ltr(chance_figure(robust.with) + " %"), without = ltr(chance_figure(robust.without) + " %");
    if (!robust.reached)
        return fill(
            {"{} that all gates hold together is out of reach with these options, modes and dates: {} at best, {} "
             "without buffers",
             "ثقة {} باجتياز جميع البوابات معاً غير ممكنة بهذه الخيارات وأساليب التنفيذ والمواعيد: {} على الأكثر، و{} "
             "دون هوامش"},
            asked, with, without);
    return fill({"With buffers all gates hold together in {} of the samples instead of {}; {} was asked for",
                 "مع الهوامش تُجتاز جميع البوابات معاً في {} من العينات بدلاً من {}؛ والمطلوب {}"},
                with, without, asked);
}

std::string robust_text(const plan::Plan& plan, const plan::Improvement& improvement, Language language) {
    if (!improvement.robust) return {};
    const RobustDates& robust = *improvement.robust;
    std::string out = "\n" + wrapped(robust_sentence(robust).in(language) + ".");
    out += wrapped(cost_sentence(improvement).in(language) + ".");
    out += gates_part(plan, robust, language) + margins_part(plan, robust, language);
    return out + "\n"
           + wrapped(
               fill({"Buffers were chosen on {0} samples with seed {1}; the chances come from as many others, with "
                     "seed {2}.",
                     "اختيرت الهوامش من عينات عددها {0} بالبذرة {1}؛ والاحتمالات من عدد مماثل غيرها بالبذرة {2}."},
                    ltr(grouped(robust.samples)), ltr(std::to_string(robust.seed)),
                    ltr(std::to_string(robust.check_seed)))
                   .in(language));
}

}  // namespace masar::report
