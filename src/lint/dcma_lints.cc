#include "lint/dcma_lints.h"

#include "base/plural.h"
#include "lint/lint_report.h"

#include <fmt/format.h>

namespace masar::lint {
namespace {

constexpr int long_work = 44;  ///< working days: two months, beyond which DCMA calls a duration or a float high

/// Active activities that are not finished: what the percentages of the assessment count.
std::vector<plan::ActivityIndex> open_activities(const Subject& subject) {
    std::vector<plan::ActivityIndex> out;
    for (const auto index : subject.active)
        if (!is_done(subject.activity(index))) out.push_back(index);
    return out;
}

struct Links {
    std::size_t total = 0;
    Offenders leads, lags, others;
};

Links sort_links(const Subject& subject) {
    Links out;
    for (const auto index : subject.active) {
        const plan::Activity& activity = subject.activity(index);
        for (const plan::Dependency& link : activity.after) {
            const plan::Activity* from = at(subject.plan.activities, link.predecessor.value);
            if (!from) continue;
            ++out.total;
            const Offender each{from->id + " → " + activity.id, link.place, {}};
            if (link.minimum.days < 0) out.leads.push_back(each);
            if (link.minimum.days > 0) out.lags.push_back(each);
            if (link.type != plan::LinkType::finish_start) out.others.push_back(each);
        }
    }
    return out;
}

/// A plan begins and ends somewhere: the only one without a predecessor (or successor) is no offender.
void pardon_the_only_one(std::vector<bool>& marks) {
    std::size_t found = 0;
    for (const bool mark : marks) found += mark ? 1 : 0;
    if (found == 1) marks.assign(marks.size(), false);
}

}  // namespace

void missing_logic(const Subject& subject, Report& report) {
    const auto open = open_activities(subject);
    std::vector<bool> first(open.size()), last(open.size());
    for (std::size_t i = 0; i < open.size(); ++i) {
        first[i] = subject.activity(open[i]).after.empty();
        last[i] = subject.followers[open[i].at()] == 0;
    }
    pardon_the_only_one(first);
    pardon_the_only_one(last);
    Offenders out;
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (!first[i] && !last[i]) continue;
        const base::Text both{"neither predecessor nor successor", "بلا نشاط سابق ولا لاحق"};
        const base::Text one =
            first[i] ? base::Text{"no predecessor", "بلا نشاط سابق"} : base::Text{"no successor", "بلا نشاط لاحق"};
        out.push_back(offender(subject.activity(open[i]), first[i] && last[i] ? both : one));
    }
    report.share(
        out, open.size(), {"activities without a predecessor or a successor", "أنشطة بلا نشاط سابق أو لاحق"},
        {"link them with `after`, or let a gate require them", "اربطها بالمفتاح `after` أو اجعلها مطلوبة لبوابة قرار"});
}

void leads(const Subject& subject, Report& report) {
    report.list(
        sort_links(subject).leads, {"links with a negative lag (a lead)", "روابط بفاصل سالب (تقديم)"},
        {"use SS or FF with a lag, or split the predecessor", "استخدم SS أو FF بفاصل موجب، أو جزّئ النشاط السابق"});
}

void lags(const Subject& subject, Report& report) {
    const Links links = sort_links(subject);
    report.share(links.lags, links.total, {"links with a lag", "روابط ذات فاصل زمني"},
                 {"an activity of its own shows who works in that time", "النشاط المستقل يبيّن من يعمل في تلك المدة"});
}

void relationship_types(const Subject& subject, Report& report) {
    const Links links = sort_links(subject);
    report.share(links.others, links.total, {"links that are not finish-to-start", "روابط ليست من نوع نهاية إلى بداية"},
                 {"finish-to-start is easiest to check", "الرابط من النهاية إلى البداية أيسر في التحقق"});
}

void hard_constraints(const Subject& subject, Report& report) {
    const auto open = open_activities(subject);
    Offenders out;
    for (const auto index : open) {
        const plan::Activity& activity = subject.activity(index);
        if (activity.window.last && !has_begun(activity)) out.push_back(offender(activity));
    }
    report.share(out, open.size(), {"activities with a latest finish date", "أنشطة محددة بتاريخ أقصى للإنهاء"},
                 {"dates that nobody decided can be left to the links", "اترك للروابط ما لم يُتخذ قرار بتاريخه"});
}

void high_duration(const Subject& subject, Report& report) {
    const auto open = open_activities(subject);
    Offenders out;
    for (const auto index : open) {
        const int days = first_duration(subject.activity(index));
        if (days <= long_work) continue;
        out.push_back(offender(subject.activity(index), base::counted(base::noun::working_day, days)));
    }
    report.share(out, open.size(), {"activities longer than 44 working days", "أنشطة تتجاوز مدتها 44 يوم عمل"},
                 {"split them so that progress can be seen", "جزّئها ليظهر تقدم سير العمل"});
}

void invalid_dates(const Subject& subject, Report& report) {
    if (!subject.plan.as_of) return;
    const calendar::Date today = subject.plan.as_of->value;
    Offenders out;
    for (const auto index : subject.active) {
        const plan::Activity& activity = subject.activity(index);
        const plan::Progress& progress = activity.progress;
        if ((progress.started && *progress.started > today) || (progress.finished && *progress.finished > today))
            out.push_back(offender(activity, {"happened after the as-of date", "وقع بعد تاريخ الحالة"}));
        else if (!has_begun(activity) && activity.window.last && *activity.window.last < today)
            out.push_back(offender(activity, {"planned before the as-of date", "مخطط قبل تاريخ الحالة"}));
    }
    report.list(out, {"dates on the wrong side of the as-of date", "تواريخ لا تتفق مع تاريخ الحالة"},
                {"state what happened, or move the window", "بيّن ما تم فعلاً أو عدّل النافذة الزمنية"});
}

void no_resources(const Subject& subject, Report& report) {
    const auto open = open_activities(subject);
    Offenders out;
    for (const auto index : open) {
        const plan::Activity& activity = subject.activity(index);
        if (first_duration(activity) > 0 && !has_needs(activity) && !has_cost(activity))
            out.push_back(offender(activity));
    }
    report.share(out, open.size(), {"activities with neither resources nor cost", "أنشطة بلا موارد ولا تكلفة"},
                 {"who does it, and what does it cost", "من ينفذها وما تكلفتها"});
}

void missed_activities(const Subject& subject, Report& report) {
    if (!subject.plan.as_of) return;
    const calendar::Date today = subject.plan.as_of->value;
    std::size_t due = 0;
    Offenders out;
    for (const auto index : subject.active) {
        const plan::Activity& activity = subject.activity(index);
        if (!activity.window.last || *activity.window.last > today) continue;
        ++due;
        const auto& finished = activity.progress.finished;
        if (!is_done(activity) || (finished && *finished > *activity.window.last)) out.push_back(offender(activity));
    }
    report.share(out, due, {"activities that missed the end of their window", "أنشطة تجاوزت نهاية نافذتها الزمنية"},
                 {"say what follows from it", "بيّن ما يترتب على ذلك"});
}

void execution_index(const Subject& subject, Report& report) {
    if (!subject.plan.as_of) return;
    std::size_t due = 0, done = 0;
    Offenders open;
    for (const auto index : subject.active) {
        const plan::Activity& activity = subject.activity(index);
        if (is_done(activity)) ++done;
        if (!activity.window.last || *activity.window.last > subject.plan.as_of->value) continue;
        ++due;
        if (!is_done(activity)) open.push_back(offender(activity));
    }
    if (due == 0 || static_cast<double>(done) >= report.threshold() * static_cast<double>(due)) return;
    report.list(open,
                {fmt::format("baseline execution index {:.2f}, at least {:.2f} ({} finished, {} were due)",
                             static_cast<double>(done) / static_cast<double>(due), report.threshold(), done, due),
                 fmt::format("مؤشر تنفيذ الخطة المرجعية {:.2f}، والحد الأدنى {:.2f} (المنجز {} والمستحق {})",
                             static_cast<double>(done) / static_cast<double>(due), report.threshold(), done, due)},
                {"finish these first", "ابدأ بإنجاز هذه الأنشطة"});
}

}  // namespace masar::lint
