#include "lint/gao_lints.h"

#include "compile/compile_plan.h"
#include "lint/lint_report.h"
#include "problem/link_bound.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::lint {
namespace {

constexpr int worth_three_points = 10;  ///< working days from which one figure for a duration hides its risk

/// How the ends of an activity are tied: a start by FS or SS, a finish by FS or FF.
struct Ties {
    bool in = false, start = false;    ///< has predecessors; one of them drives the start
    bool out = false, finish = false;  ///< has successors; the finish drives one of them
};

std::vector<Ties> ties_of(const Subject& subject) {
    using Type = plan::LinkType;
    std::vector<Ties> ties(subject.plan.activities.size());
    for (const auto index : subject.active) {
        for (const plan::Dependency& link : subject.activity(index).after) {
            if (!at(subject.plan.activities, link.predecessor.value)) continue;
            Ties& to = ties[index.at()];
            Ties& from = ties[link.predecessor.value.at()];
            to.in = from.out = true;
            to.start = to.start || link.type == Type::finish_start || link.type == Type::start_start;
            from.finish = from.finish || link.type == Type::finish_start || link.type == Type::finish_finish;
        }
    }
    for (const plan::Gate& gate : subject.plan.gates)
        for (const auto& required : gate.requires_done)
            if (at(subject.plan.activities, required.value)) ties[required.value.at()].finish = true;
    return ties;
}

template <class Uses>
std::vector<bool> used_by(const Subject& subject, std::size_t count, Uses uses) {
    std::vector<bool> used(count);
    const auto mark = [&](auto index) {
        if (index.known() && index.at() < count) used[index.at()] = true;
    };
    for (const plan::Activity& activity : subject.plan.activities) uses(activity, mark);
    return used;
}

template <class Records>
void add_unused(Offenders& out, const Records& records, const std::vector<bool>& used) {
    for (std::size_t i = 0; i < records.size(); ++i)
        if (!used[i]) out.push_back(offender(records[i]));
}

}  // namespace

void empty_headings(const Subject& subject, Report& report) {
    const plan::Plan& plan = subject.plan;
    Offenders out;
    add_unused(out, plan.lines,
               used_by(subject, plan.lines.size(), [](const auto& a, auto mark) { mark(a.line.value); }));
    add_unused(out, plan.phases,
               used_by(subject, plan.phases.size(), [](const auto& a, auto mark) { mark(a.phase.value); }));
    for (const plan::Gate& gate : plan.gates)
        if (gate.requires_done.empty()) out.push_back(offender(gate, {"requires nothing", "لا تتطلب شيئاً"}));
    report.list(out, {"lines of effort, phases or gates without activities", "محاور عمل أو مراحل أو بوابات بلا أنشطة"},
                {"plan what is meant to happen there", "خطط لما يُراد أن يتم فيها"});
}

void dangling_ends(const Subject& subject, Report& report) {
    const std::vector<Ties> ties = ties_of(subject);
    Offenders out;
    for (const auto index : subject.active) {
        const Ties& tie = ties[index.at()];
        if (tie.in && !tie.start)
            out.push_back(offender(subject.activity(index), {"nothing drives its start", "لا شيء يحدد بدايته"}));
        if (tie.out && !tie.finish)
            out.push_back(offender(subject.activity(index), {"its finish drives nothing", "لا يترتب على نهايته شيء"}));
    }
    report.list(
        out, {"dangling ends", "أطراف غير مربوطة"},
        {"tie the start by FS or SS, the finish by FS or FF", "اربط البداية برابط FS أو SS والنهاية برابط FS أو FF"});
}

void unused_means(const Subject& subject, Report& report) {
    const plan::Plan& plan = subject.plan;
    Offenders out;
    add_unused(out, plan.resources, used_by(subject, plan.resources.size(), [](const auto& activity, auto mark) {
                   for (const plan::Mode& mode : activity.modes)
                       for (const plan::Need& need : mode.needs) mark(need.resource.value);
               }));
    add_unused(out, plan.stocks, used_by(subject, plan.stocks.size(), [](const auto& activity, auto mark) {
                   for (const plan::Mode& mode : activity.modes) {
                       for (const plan::StockUse& use : mode.takes) mark(use.stock.value);
                       for (const plan::StockUse& use : mode.gives) mark(use.stock.value);
                   }
               }));
    add_unused(out, plan.funds, used_by(subject, plan.funds.size(), [](const auto& activity, auto mark) {
                   for (const plan::Share& share : activity.shares) mark(share.fund.value);
               }));
    report.list(
        out, {"resources, stocks or funds that no activity uses", "موارد أو مخزونات أو بنود تمويل لا يستخدمها أي نشاط"},
        {"remove them, or say who needs them", "احذفها أو بيّن من يحتاج إليها"});
}

void single_estimates(const Subject& subject, Report& report) {
    std::size_t total = 0;
    Offenders out;
    for (const auto index : subject.active) {
        const plan::Activity& activity = subject.activity(index);
        if (has_begun(activity) || first_duration(activity) < worth_three_points) continue;
        ++total;
        const plan::Duration& duration = activity.modes.front().duration.value;
        if (duration.at(plan::Estimate::optimistic) == duration.at(plan::Estimate::pessimistic))
            out.push_back(offender(activity));
    }
    report.share(
        out, total,
        {"activities of ten working days or more with a single estimate",
         "أنشطة مدتها عشرة أيام عمل فأكثر بتقدير واحد"},
        {"write 8/10/15wd: optimistic, most likely, pessimistic", "اكتب 8/10/15wd: متفائل ثم الأرجح ثم متشائم"});
}

void broken_trace(const Subject& subject, Report& report) {
    Offenders out;
    for (const auto index : subject.active) {
        const plan::Activity& activity = subject.activity(index);
        const plan::Phase* phase = at(subject.plan.phases, activity.phase.value);
        if (!phase) continue;
        const auto& [first, last] = std::pair{activity.window.first, activity.window.last};
        if ((first && *first > phase->period.last) || (last && *last < phase->period.first))
            out.push_back(
                offender(activity, {"window outside phase " + phase->id, "نافذته خارج المرحلة " + phase->id}));
    }
    for (const plan::Gate& gate : subject.plan.gates) {
        for (const auto& required : gate.requires_done) {
            const plan::Activity* activity = at(subject.plan.activities, required.value);
            if (activity && activity->window.first && *activity->window.first > gate.due.value)
                out.push_back(
                    {activity->id, required.place, {"may start only after " + gate.id, "لا يبدأ إلا بعد " + gate.id}});
        }
    }
    report.list(out, {"windows that their phase or gate contradicts", "نوافذ زمنية تتعارض مع مرحلتها أو بوابتها"},
                {"move the window, or the activity to another phase or gate",
                 "عدّل النافذة أو انقل النشاط إلى مرحلة أو بوابة أخرى"});
}

void end_set_by_date(const Subject& subject, Report& report) {
    if (!subject.compiled || !subject.passes->contradiction.empty()) return;
    const problem::Problem& problem = subject.compiled->problem;
    const problem::Passes& passes = *subject.passes;
    std::int32_t last = -1;
    for (const auto index : subject.active) {
        const std::int32_t place = subject.problem_index(index);
        const auto dates = subject.dates(index);
        if (place < 0 || !dates || !dates->fits) continue;
        if (last < 0
            || passes.earliest_end[static_cast<std::size_t>(place)]
                   > passes.earliest_end[static_cast<std::size_t>(last)])
            last = place;
    }
    if (last < 0) return;
    const plan::Activity* activity =
        at(subject.plan.activities, subject.compiled->activities[static_cast<std::size_t>(last)]);
    if (!activity || activity->after.empty() || !activity->window.first || has_begun(*activity)) return;
    const problem::Day start = passes.earliest_start[static_cast<std::size_t>(last)];
    for (const auto link_index : problem.links_to(last)) {
        const problem::Link& link = problem.data().links[static_cast<std::size_t>(link_index)];
        const auto from = static_cast<std::size_t>(link.from);
        if (link.sense != problem::Sense::at_least || !at(subject.plan.activities, subject.compiled->activities[from]))
            continue;
        if (problem::link_bound(problem, link, {passes.earliest_start[from], passes.earliest_end[from]}) >= start)
            return;
    }
    report.list({offender(*activity)},
                {"the end of the plan follows from the window of its last activity, not from the work before it",
                 "تتحدد نهاية الخطة بنافذة آخر نشاط فيها لا بما يسبقه من عمل"},
                {"earlier work can slip without moving the end", "قد يتأخر العمل السابق دون أن تتأخر النهاية"});
}

void pessimistic_misses(const Subject& subject, Report& report) {
    if (!subject.compiled) return;
    const auto slow = compile::compile_plan(subject.plan, {.estimate = plan::Estimate::pessimistic});
    if (!slow.compiled) return;
    const problem::Passes passes = problem::run_passes(slow.compiled->problem, {});
    Offenders out;
    for (const auto index : subject.active) {
        const plan::Activity& activity = subject.activity(index);
        const std::int32_t place = slow.compiled->positions[index.at()];
        const auto dates = subject.dates(index);
        if (place < 0 || !activity.window.last || !dates || !dates->fits || dates->finish > *activity.window.last)
            continue;
        const auto i = static_cast<std::size_t>(place);
        const problem::Day end = passes.earliest_end[i];
        if (end >= problem::never) {
            out.push_back(offender(activity, {"no day fits", "لا يوجد يوم مناسب"}));
            continue;
        }
        const calendar::Date finish = slow.compiled->days.finish(passes.earliest_start[i], end);
        if (finish <= *activity.window.last) continue;
        out.push_back(
            offender(activity, {fmt::format("finishes {} at the earliest, its window ends {}", calendar::to_iso(finish),
                                            calendar::to_iso(*activity.window.last)),
                                fmt::format("ينتهي في أبكر تقدير {} ونافذته تنتهي {}", calendar::to_iso(finish),
                                            calendar::to_iso(*activity.window.last))}));
    }
    report.list(out, {"windows missed at pessimistic durations", "نوافذ زمنية تُفوَّت عند المدد المتشائمة"},
                {"start earlier, widen the window, or plan what to do then",
                 "ابدأ مبكراً أو وسّع النافذة أو خطط لما يُعمل حينئذ"});
}

void undated_progress(const Subject& subject, Report& report) {
    Offenders out;
    for (const auto index : subject.active) {
        const plan::Activity& activity = subject.activity(index);
        if (!has_begun(activity)) continue;
        if (!subject.plan.as_of)
            out.push_back(offender(activity, {"the plan states no as-of date", "لا تذكر الخطة تاريخ الحالة"}));
        else if (!is_done(activity) && !activity.progress.remaining_working_days)
            out.push_back(offender(activity, {"remaining duration not stated", "المدة المتبقية غير مذكورة"}));
    }
    report.list(out, {"progress that cannot be read", "حالة تنفيذ لا يمكن الاستناد إليها"},
                {"state `as-of` and `remaining`", "اذكر `as-of` و `remaining`"});
}

}  // namespace masar::lint
