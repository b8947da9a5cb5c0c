#include "compile/time_frame.h"

#include <algorithm>
#include <optional>

namespace masar::compile {
namespace {

using calendar::Date;
using calendar::DatePeriod;
using calendar::WorkingCalendar;
using std::chrono::days;

constexpr int days_a_year = 366;
constexpr std::int64_t shortest_tail = 3 * days_a_year, longest_tail = 50 * days_a_year;
constexpr std::int64_t slowest_calendar =
    60;  // days for one working day: what is rarer is not dated further than the tail

calendar::CalendarRecipe recipe_of(const plan::OfficeCalendar& office) {
    calendar::CalendarRecipe recipe{office.week, {}, office.also_works, office.also_off};
    for (const plan::RecurringDays& holiday : office.holidays) recipe.days_off.push_back(holiday.days);
    return recipe;
}

/// Calendars in any order: a joint one asks for its members first.
class Calendars {
public:
    Calendars(const plan::Plan& plan, calendar::OccurrenceOptions range)
        : plan_(plan), range_(range), made_(plan.calendars.size()) {}

    std::vector<WorkingCalendar> take() {
        std::vector<WorkingCalendar> all;
        for (std::size_t i = 0; i < made_.size(); ++i) all.push_back(calendar(i, made_.size()));
        return all;
    }

private:
    /// `depth` bounds the nesting: a joint calendar that contains itself was refused when it was read.
    const WorkingCalendar& calendar(std::size_t index, std::size_t depth) {
        if (made_[index]) return *made_[index];
        const plan::OfficeCalendar& office = plan_.calendars[index];
        std::vector<WorkingCalendar> members;
        for (const auto& member : office.all_of)
            if (member.value.known() && depth > 0) members.push_back(calendar(member.value.at(), depth - 1));
        made_[index] =
            members.empty() ? WorkingCalendar::make(recipe_of(office), range_) : WorkingCalendar::joint(members);
        return *made_[index];
    }

    const plan::Plan& plan_;
    calendar::OccurrenceOptions range_;
    std::vector<std::optional<WorkingCalendar>> made_;
};

void reach(Date& last, const std::optional<Date>& day) {
    if (day) last = std::max(last, *day);
}

/// The last date that the plan names for something to be done.
Date last_named_date(const plan::Plan& plan) {
    Date last = plan.start.value;
    if (plan.end) reach(last, plan.end->value);
    if (plan.as_of) reach(last, plan.as_of->value);
    for (const plan::Gate& gate : plan.gates) reach(last, gate.due.value);
    for (const plan::Fund& fund : plan.funds) reach(last, fund.opens);
    for (const plan::Activity& activity : plan.activities) {
        reach(last, activity.window.first);
        reach(last, activity.window.last);
        reach(last, activity.window.finish_first);
        reach(last, activity.progress.started);
        reach(last, activity.progress.finished);
        if (activity.request_after) reach(last, activity.request_after->value);
    }
    return last;
}

int longest_duration(const plan::Activity& activity, plan::Estimate estimate) {
    int longest = 0;
    for (const plan::Mode& mode : activity.modes) longest = std::max(longest, mode.duration.value.at(estimate));
    return longest;
}

int lead_days(const plan::Approval& approval) {
    int total = 0;
    for (const plan::ApprovalStep& step : approval.steps)
        total += step.lead.working ? 3 * step.lead.days : step.lead.days;
    return total;
}

int longest_lead(const plan::Plan& plan) {
    int longest = 0;
    for (const plan::Approval& approval : plan.approvals) longest = std::max(longest, lead_days(approval));
    for (const plan::Rule& rule : plan.rules)
        if (rule.notice_before_start) longest = std::max(longest, 3 * rule.notice_before_start->days);
    return longest;
}

/// Days that pass, on average, for one working day of each calendar.
std::vector<std::int64_t> paces(const plan::Plan& plan, int islamic_shift_days) {
    const DatePeriod sample{plan.start.value, plan.start.value + days(2 * days_a_year)};
    std::vector<std::int64_t> found;
    for (const WorkingCalendar& each : Calendars(plan, {sample, islamic_shift_days}).take()) {
        const std::int64_t worked = std::max(1, each.working_days(sample));
        found.push_back(std::min(slowest_calendar, (2 * days_a_year + worked - 1) / worked));
    }
    return found;
}

std::int64_t days_of_all_work(const plan::Plan& plan, const CompileOptions& options) {
    const std::vector<std::int64_t> pace = paces(plan, options.islamic_shift_days);
    const std::int64_t slowest = pace.empty() ? 1 : *std::ranges::max_element(pace);
    std::int64_t total = 0;
    for (const plan::Activity& activity : plan.activities) {
        std::int64_t work = longest_duration(activity, options.estimate);
        for (const plan::Dependency& link : activity.after) work += std::max(0, link.minimum.days);
        const plan::CalendarIndex calendar = activity.calendar.value;
        total += work * (calendar.known() ? pace[calendar.at()] : slowest);
    }
    return total;
}

std::vector<problem::Interval> days_within(const calendar::Recurrence& recurrence, const DayCount& count, int shift) {
    std::vector<problem::Interval> found;
    for (const calendar::Occurrence& each : calendar::occurrences(recurrence, {count.whole(), shift})) {
        const problem::Day from = std::max(0, count.day(each.days.first));
        const problem::Day to = std::min(count.days, count.day(each.days.last) + 1);
        if (from < to) found.push_back({from, to});
    }
    return found;
}

}  // namespace

TimeFrame make_time_frame(const plan::Plan& plan, const CompileOptions& options) {
    const Date first = plan.start.value;
    const std::int64_t tail = std::clamp(days_of_all_work(plan, options), shortest_tail, longest_tail);
    // A whole year more, so that the last fiscal year of every side is complete.
    const Date last = last_named_date(plan) + days(longest_lead(plan) + tail + days_a_year);
    const DayCount count{first, static_cast<problem::Day>((last - first).count())};
    // Requests are sent before the plan begins, and some leads count working days.
    const DatePeriod range{first - days(longest_lead(plan) + days_a_year), count.whole().last};
    TimeFrame frame{options.estimate,
                    count,
                    Calendars(plan, {range, options.islamic_shift_days}).take(),
                    WorkingCalendar::every_day(range),
                    {},
                    {}};
    for (const plan::AvoidablePeriod& period : plan.periods)
        frame.avoidable.push_back(days_within(period.days, count, options.islamic_shift_days));
    for (const plan::Organisation& each : plan.organisations)
        frame.lead_calendars.push_back(each.side.value.known() ? plan.sides[each.side.value.at()].calendar.value
                                                               : plan::CalendarIndex{});
    return frame;
}

problem::WorkTime work_time_of(const calendar::WorkingCalendar& calendar, const DayCount& days) {
    std::vector<bool> worked(static_cast<std::size_t>(days.days));
    const auto before = static_cast<std::size_t>((days.first - calendar.horizon().first).count());
    for (std::size_t day = 0; day < worked.size(); ++day)
        worked[day] = calendar.days()[before + day] != calendar::DayKind::off;
    return problem::WorkTime(worked);
}

}  // namespace masar::compile
