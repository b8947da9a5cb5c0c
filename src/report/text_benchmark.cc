#include "report/benchmark.h"
#include "report/figures.h"
#include "report/text_table.h"
#include "report/text_wrap.h"

namespace masar::report {
namespace {

using base::Text;
using Content = TextTable::Content;

/// ", 2.5 % below" as part of a sentence; empty when it cannot be said.
Text gap_words(const InstanceResult& result) {
    if (!result.objective || !result.bound || *result.objective <= 0) return {};
    const double gap =
        100.0 * static_cast<double>(*result.objective - *result.bound) / static_cast<double>(*result.objective);
    return fill({", a gap of {}", "، أي بفجوة {}"}, ltr(rounded(gap, 2) + " %"));
}

Text status_sentence(const InstanceResult& result) {
    const Text instance = ltr(result.instance);
    const Text value = ltr(result.objective ? grouped(*result.objective) : "–");
    const Text bound = ltr(result.bound ? grouped(*result.bound) : "–");
    if (result.status == "optimal")
        return fill({"{}: {} is optimal, proven", "{}: القيمة {} هي المثلى إثباتاً"}, instance, value);
    if (result.status == "feasible")
        return fill({"{}: {}; the proven bound is {}{}", "{}: {}؛ والحد المثبت {}{}"}, instance, value, bound,
                    gap_words(result));
    if (result.status == "infeasible")
        return fill({"{}: no schedule exists, proven", "{}: لا يوجد أي جدول، وهذا مثبت"}, instance);
    return fill({"{}: no schedule found within the limit (the proven bound is {})",
                 "{}: لم يُعثر على جدول ضمن الحد (الحد المثبت {})"},
                instance, bound);
}

/// "links 3→5, 5→3; budget 1", kind by kind.
Text members_text(const InstanceConflict& conflict) {
    Text list;
    std::string_view kind;
    for (const InstanceStatement& each : conflict.members) {
        std::string piece = each.kind == kind ? "" : std::string(each.kind) + " ";
        piece += std::to_string(each.index);
        if (each.from) piece += " (" + std::to_string(*each.from) + "→" + std::to_string(each.to.value_or(-1)) + ")";
        const std::string_view between = list.empty() ? "" : each.kind == kind ? ", " : "; ";
        list.en += std::string(between) + piece;
        kind = each.kind;
    }
    return ltr(list.en);
}

Text conflict_sentence(const InstanceConflict& conflict) {
    if (conflict.members.empty())
        return {"What takes place clashes already without any link, window or capacity",
                "يتعارض ما يُنفَّذ حتى بلا ارتباط أو نافذة أو سعة"};
    return fill(
        conflict.minimal
            ? Text{"These clash, and each of them is needed for it: {}", "تتعارض هذه، وكل منها لازم للتعارض: {}"}
            : Text{"Among these is a clash (not minimal): {}", "بين هذه تعارض (ليس أصغر ما يكون): {}"},
        members_text(conflict));
}

}  // namespace

std::string solve_text(const InstanceResult& result, base::Language language) {
    std::string out = wrapped(status_sentence(result).in(language) + ".");
    if (result.conflict) out += wrapped(conflict_sentence(*result.conflict).in(language) + ".");
    if (result.stopped)
        out += wrapped(Text{"Stopped before the search ended: this is the best found so far.",
                            "أُوقف البحث قبل تمامه: هذا أفضل ما عُثر عليه."}
                           .in(language));
    const Text effort =
        fill({"{} schedules in {} s with seed {}.", "عدد الجداول {} خلال {} ثانية بالبذرة {}."},
             ltr(grouped(result.schedules)), ltr(fixed_or_dash(result.seconds, 3)), ltr(std::to_string(result.seed)));
    return out + wrapped(effort.in(language));
}

std::string bench_text(const BenchSummary& summary, base::Language language) {
    TextTable table({{{"Set", "المجموعة"}, Content::words, 16},
                     {{"Inst.", "المسائل"}, Content::figures},
                     {{"Proven", "المثبت"}, Content::figures},
                     {{"Infeas.", "متعذر"}, Content::figures},
                     {{"None", "بلا حل"}, Content::figures},
                     {{"Gap %", "الفجوة %"}, Content::figures},
                     {{"CPM %", "فوق الحرج %"}, Content::figures},
                     {{"Sched./s", "جدول/ث"}, Content::figures},
                     {{"s mean", "متوسط ث"}, Content::figures}},
                    language);
    table.row({summary.set, grouped(summary.instances), grouped(summary.proven), grouped(summary.infeasible),
               grouped(summary.no_solution), fixed_or_dash(summary.gap_percent, 2),
               fixed_or_dash(summary.dev_cpm_percent, 2),
               summary.schedules_per_second ? grouped(static_cast<std::int64_t>(*summary.schedules_per_second)) : "–",
               fixed_or_dash(summary.seconds_mean, 4)});
    std::string out = table.print();
    if (summary.sampled)
        out +=
            wrapped(Text{"A stratified sample, not the whole set.", "عينة طبقية وليست المجموعة كاملة."}.in(language));
    for (const Text& each : summary.contradictions)
        out += wrapped(each.in(language), {.first_indent = "! ", .next_indent = "  "});
    return out;
}

}  // namespace masar::report
