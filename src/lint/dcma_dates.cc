// The DCMA points that need dates: D06, D07, D12 and D13.
#include "base/plural.h"
#include "lint/dcma_lints.h"
#include "lint/lint_report.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::lint {
namespace {

constexpr int long_float = 44;  ///< working days: two months
constexpr int test_slip = 600;  ///< working days that the critical-path test adds
constexpr problem::Day week = 7;

base::Text working_days(int days) { return base::counted(base::noun::working_day, days); }

/// The calendar, repeated by its last full year so that a test may run past the horizon.
problem::WorkTime lengthened(const problem::WorkTime& time, problem::Day horizon) {
    if (time.every_day() || time.horizon() >= horizon) return time;
    constexpr problem::Day year = 52 * week;
    std::vector<bool> worked(static_cast<std::size_t>(horizon));
    for (problem::Day day = 0; day < horizon; ++day) {
        const problem::Day like = day < time.horizon() ? day : day - (time.horizon() < year ? week : year);
        worked[static_cast<std::size_t>(day)] =
            day < time.horizon() ? time.works(day) : like >= 0 && worked[static_cast<std::size_t>(like)];
    }
    return problem::WorkTime(worked);
}

/// Links, calendars and first days only: no deadline may hide that the end moves.
problem::ProblemData logic_only(const problem::Problem& problem) {
    problem::ProblemData data = problem.data();
    data.horizon += 4 * test_slip;
    for (problem::WorkTime& time : data.work_times) time = lengthened(time, data.horizon);
    for (problem::Activity& activity : data.activities) {
        activity.latest_end = problem::never;
        activity.forbidden = -1;
        for (problem::Mode& mode : activity.modes) mode = problem::Mode{.duration = mode.duration};
    }
    data.groups.clear();
    return data;
}

/// The free critical activity that starts first; -1 when there is none.
std::int32_t first_critical(const problem::Problem& problem, const problem::Passes& passes,
                            const std::vector<problem::Float>& slacks) {
    std::int32_t best = -1;
    const auto start = [&](std::int32_t i) { return passes.earliest_start[static_cast<std::size_t>(i)]; };
    for (std::int32_t i = 0; i < problem.size(); ++i) {
        const bool free = problem.activity(i).fixed < 0 && problem.activity(i).modes.front().duration > 0;
        if (!free || !slacks[static_cast<std::size_t>(i)].critical || start(i) >= problem::never) continue;
        if (best < 0 || start(i) < start(best)) best = i;
    }
    return best;
}

}  // namespace

void high_float(const Subject& subject, Report& report) {
    if (!subject.compiled) return;
    std::size_t total = 0;
    Offenders out;
    for (const auto index : subject.active) {
        const auto dates = subject.dates(index);
        if (!dates || !dates->fits || has_begun(subject.activity(index))) continue;
        ++total;
        if (dates->slack.total > long_float)
            out.push_back(offender(subject.activity(index), working_days(dates->slack.total)));
    }
    report.share(out, total,
                 {"activities with a total float above 44 working days", "أنشطة يتجاوز فائضها الزمني الكلي 44 يوم عمل"},
                 {"a successor may be missing, or the window is wider than meant",
                  "قد ينقص نشاط لاحق أو تكون النافذة أوسع من المقصود"});
}

void negative_float(const Subject& subject, Report& report) {
    if (!subject.compiled || !subject.passes->contradiction.empty()) return;  // C07 has said why there are no dates
    Offenders out;
    for (const auto index : subject.active) {
        const auto dates = subject.dates(index);
        if (!dates || has_begun(subject.activity(index))) continue;
        if (!dates->fits)
            out.push_back(offender(subject.activity(index), {"no day fits", "لا يوجد يوم مناسب"}));
        else if (dates->slack.total < 0)
            out.push_back(offender(subject.activity(index), working_days(dates->slack.total)));
    }
    report.list(out,
                {"negative float: the earliest dates already break a window",
                 "فائض زمني سالب: أبكر التواريخ يتجاوز النافذة الزمنية"},
                {"shorten what comes before, or move the window", "قصّر ما يسبقها أو عدّل النافذة الزمنية"});
}

void critical_path_test(const Subject& subject, Report& report) {
    if (!subject.compiled || !subject.passes->contradiction.empty()) return;
    const auto before = problem::Problem::make(logic_only(subject.compiled->problem));
    if (!before) return;
    const problem::PassOptions options;
    const problem::Passes first = problem::run_passes(*before, options);
    if (first.makespan >= problem::never) return;
    const std::int32_t critical = first_critical(*before, first, problem::floats(*before, first, options));
    if (critical < 0) return;
    const auto place = static_cast<std::size_t>(critical);
    problem::ProblemData longer = before->data();
    longer.activities[place].modes.front().duration += test_slip;
    const auto after = problem::Problem::make(std::move(longer));
    const plan::Activity* activity = at(subject.plan.activities, subject.compiled->activities[place]);
    if (!after || !activity) return;
    const problem::Passes second = problem::run_passes(*after, options);
    const problem::WorkTime& calendar = after->calendar_of(critical);
    const int moved = second.makespan >= problem::never
                          ? test_slip
                          : calendar.count_before(second.makespan) - calendar.count_before(first.makespan);
    // Two calendars meet on the way: a week of working days either way is no broken path.
    if (moved >= test_slip - 5) return;
    report.list({offender(*activity)},
                {fmt::format("{} more on the first critical activity move the end by {} only",
                             working_days(test_slip).en, moved),
                 fmt::format("إضافة {} إلى أول نشاط حرج لا تؤخر النهاية إلا {}", working_days(test_slip).ar,
                             working_days(moved).ar)},
                {"a fixed date or a missing link cuts the critical path", "تاريخ ثابت أو رابط ناقص يقطع المسار الحرج"});
}

void path_length_index(const Subject& subject, Report& report) {
    if (!subject.compiled || !subject.plan.end) return;
    const auto& days = subject.compiled->days;
    const problem::Day end = subject.passes->makespan;
    if (end >= problem::never || end <= 0) return;
    const calendar::Date from = subject.plan.as_of ? subject.plan.as_of->value : subject.plan.start.value;
    const double length = static_cast<double>(end - days.day(from));
    const double slack = static_cast<double>(days.day(subject.plan.end->value) + 1 - end);
    if (length <= 0 || (length + slack) / length >= report.threshold()) return;
    const double index = (length + slack) / length;
    report.add(
        {.place = subject.plan.end->place,
         .record = {},
         .message = {fmt::format("critical path length index {:.3f}, at least {:.2f}: the earliest end is {}", index,
                                 report.threshold(), calendar::to_iso(days.date(end - 1))),
                     fmt::format("مؤشر طول المسار الحرج {:.3f}، والحد الأدنى {:.2f}: أبكر نهاية {}", index,
                                 report.threshold(), calendar::to_iso(days.date(end - 1)))},
         .hint = {"the path is longer than the time left until `end`", "المسار أطول من المدة المتبقية حتى `end`"},
         .related = {}});
}

}  // namespace masar::lint
