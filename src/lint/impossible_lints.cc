#include "lint/impossible_lints.h"

#include "base/plural.h"
#include "lint/lint_report.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::lint {
namespace {

/// How an activity's window and its calendar meet.
struct Room {
    int working_days = 0;  ///< of its calendar in the window
    int needed = 1;        ///< of its shortest mode; a milestone still needs a day
    bool fits = true;      ///< a mode fits between the periods to avoid as well
};

/// Nothing for activities that have begun, are not in the problem, or have no window closed on both sides by plan and window.
std::optional<Room> room_of(const Subject& subject, plan::ActivityIndex index) {
    const plan::Activity& activity = subject.activity(index);
    const std::int32_t place = subject.problem_index(index);
    if (place < 0 || has_begun(activity) || !activity.window.last) return std::nullopt;
    const compile::CompiledPlan& compiled = *subject.compiled;
    const calendar::DatePeriod whole = compiled.days.whole();
    const calendar::DatePeriod window{std::max(activity.window.first.value_or(whole.first), whole.first),
                                      std::min(*activity.window.last, whole.last)};
    Room room{.needed = std::max(1, shortest_duration(activity))};
    if (window.last < window.first) return room;
    room.working_days = compiled.calendar_of(activity).working_days(window);
    const problem::Day from = compiled.days.day(window.first);
    const problem::Day end = compiled.days.day(window.last) + 1;
    const problem::Problem& problem = compiled.problem;
    room.fits = false;
    for (std::size_t mode = 0; mode < problem.activity(place).modes.size() && !room.fits; ++mode) {
        const problem::Day start = problem::first_start(problem, place, static_cast<std::int32_t>(mode), from);
        const int duration = std::max(1, problem.activity(place).modes[mode].duration);
        room.fits = start < problem::never && problem.calendar_of(place).end_of(start, duration) <= end;
    }
    return room;
}

base::Text days_short(const Room& room) {
    const base::Text needed = base::counted(base::noun::working_day, room.needed);
    return {fmt::format("{} needed, {} in the window", needed.en, room.working_days),
            fmt::format("اللازم {} وفي النافذة {}", needed.ar, room.working_days)};
}

template <class Test>
Offenders rooms_where(const Subject& subject, Test test) {
    Offenders out;
    if (!subject.compiled) return out;
    for (const auto index : subject.active) {
        const auto room = room_of(subject, index);
        if (room && test(*room))
            out.push_back({subject.activity(index).id, subject.activity(index).window.place, days_short(*room)});
    }
    return out;
}

/// The best that a pool offers on any day of the window.
int best_capacity(const plan::Resource& pool, const calendar::DatePeriod& window) {
    int best = 0;
    for (calendar::Date day = window.first; day <= window.last; day += std::chrono::days(1)) {
        int capacity = pool.capacity.value;
        for (const auto& reduction : pool.reductions)
            if (reduction.days.contains(day)) capacity = std::min(capacity, reduction.capacity);
        best = std::max(best, capacity);
        if (best == pool.capacity.value) break;
    }
    return best;
}

/// The first need of a mode that its pool cannot meet on any day of the window although it could without reductions.
const plan::Need* unmet_need(const plan::Plan& plan, const plan::Mode& mode, const calendar::DatePeriod& window) {
    for (const plan::Need& need : mode.needs) {
        const plan::Resource* pool = at(plan.resources, need.resource.value);
        if (!pool || pool->per_year_of.value.known() || need.units.value > pool->capacity.value) continue;
        if (best_capacity(*pool, window) < need.units.value) return &need;
    }
    return nullptr;
}

/// Gates whose required activities cannot finish by the due date even at the earliest.
Offenders late_gates(const Subject& subject, bool firm) {
    Offenders out;
    if (!subject.compiled) return out;
    for (const plan::Gate& gate : subject.plan.gates) {
        if (gate.firm != firm) continue;
        for (const auto& required : gate.requires_done) {
            if (!at(subject.plan.activities, required.value)) continue;
            const auto dates = subject.dates(required.value);
            if (!dates || !dates->fits || dates->finish <= gate.due.value) continue;
            const std::string& id = subject.activity(required.value).id;
            out.push_back({gate.id,
                           required.place,
                           {fmt::format("{} finishes {} at the earliest", id, calendar::to_iso(dates->finish)),
                            fmt::format("أبكر نهاية للنشاط {} هي {}", id, calendar::to_iso(dates->finish))}});
            break;
        }
    }
    return out;
}

}  // namespace

void window_without_working_day(const Subject& subject, Report& report) {
    report.list(rooms_where(subject, [](const Room& room) { return room.working_days == 0; }),
                {"windows in which the calendar has no working day", "نوافذ زمنية لا يوم عمل فيها وفق التقويم"},
                {"on a joint calendar both sides must work", "في التقويم المشترك يلزم أن يعمل الجانبان معاً"});
}

void window_too_short(const Subject& subject, Report& report) {
    report.list(
        rooms_where(subject, [](const Room& room) { return room.working_days > 0 && room.working_days < room.needed; }),
        {"windows too short for the duration on that calendar", "نوافذ زمنية أقصر من المدة وفق التقويم"},
        {"widen the window, or shorten the work", "وسّع النافذة أو قصّر المدة"});
}

void window_avoided_away(const Subject& subject, Report& report) {
    report.list(rooms_where(subject, [](const Room& room) { return room.working_days >= room.needed && !room.fits; }),
                {"windows in which periods to avoid and rules leave no room",
                 "نوافذ زمنية لا تترك فيها الفترات المتجنبة والقواعد متسعاً"},
                {"widen the window, or waive what is policy", "وسّع النافذة أو استثنِ ما هو سياسة"});
}

void capacity_reduced_away(const Subject& subject, Report& report) {
    const plan::Plan& plan = subject.plan;
    Offenders out;
    for (const auto index : subject.active) {
        const plan::Activity& activity = subject.activity(index);
        const auto& [first, last] = std::pair{activity.window.first, activity.window.last};
        if (!first || !last || *last < *first || has_begun(activity) || activity.modes.empty()) continue;
        const plan::Need* worst = nullptr;
        for (const plan::Mode& mode : activity.modes) {
            worst = unmet_need(plan, mode, {*first, *last});
            if (!worst) break;
        }
        if (!worst) continue;
        const std::string& pool = plan.resources[worst->resource.value.at()].id;
        out.push_back({activity.id,
                       worst->resource.place,
                       {fmt::format("{} of {} needed", worst->units.value, pool),
                        fmt::format("يلزم {} من {}", worst->units.value, pool)}});
    }
    report.list(out,
                {"needs above a capacity that is reduced through the whole window",
                 "احتياجات تفوق سعة مخفضة طوال النافذة الزمنية"},
                {"move the window out of the reduction", "انقل النافذة خارج مدة التخفيض"});
}

void firm_gate_missed(const Subject& subject, Report& report) {
    report.list(late_gates(subject, true),
                {"firm gates that cannot be met even at the earliest dates",
                 "بوابات ملزمة لا يمكن الوفاء بموعدها حتى في أبكر التواريخ"},
                {"shorten what it requires, or move the date", "قصّر ما تتطلبه أو عدّل موعدها"});
}

void soft_gate_late(const Subject& subject, Report& report) {
    report.list(late_gates(subject, false),
                {"gates that are late even at the earliest dates", "بوابات متأخرة حتى في أبكر التواريخ"},
                {"shorten what it requires, or move the date", "قصّر ما تتطلبه أو عدّل موعدها"});
}

void choice_cannot_be_met(const Subject& subject, Report& report) {
    Offenders out;
    for (const plan::ChoiceGroup& group : subject.plan.choices) {
        std::size_t possible = 0, chosen = 0;
        for (const auto& member : group.members) {
            const plan::Activity* activity = at(subject.plan.activities, member.value);
            if (!activity || activity->progress.status == plan::Status::cancelled) continue;
            ++possible;
            chosen += !activity->optional || activity->chosen ? 1 : 0;
        }
        const auto count = static_cast<std::size_t>(std::max(0, group.count));
        if (group.kind == plan::ChoiceGroup::Kind::exactly && possible < count)
            out.push_back(offender(group, {fmt::format("{} asked, {} possible", count, possible),
                                           fmt::format("المطلوب {} والممكن {}", count, possible)}));
        else if (group.kind != plan::ChoiceGroup::Kind::implies && chosen > count)
            out.push_back(offender(group, {fmt::format("{} allowed, {} chosen", count, chosen),
                                           fmt::format("المسموح {} والمختار {}", count, chosen)}));
    }
    report.list(out, {"choices that cannot be made as asked", "اختيارات لا يمكن إجراؤها كما طُلب"},
                {"change the number, or the options", "غيّر العدد أو الخيارات"});
}

void lags_contradict(const Subject& subject, Report& report) {
    if (!subject.passes || subject.passes->contradiction.empty()) return;
    Offenders out;
    for (const std::int32_t place : subject.passes->contradiction)
        if (const plan::Activity* activity =
                at(subject.plan.activities, subject.compiled->activities[static_cast<std::size_t>(place)]))
            out.push_back(offender(*activity));
    report.list(out,
                {"minimum and maximum lags contradict each other along these activities",
                 "الفواصل الدنيا والقصوى متعارضة على امتداد هذه الأنشطة"},
                {"raise a `max`, or lower a lag", "ارفع قيمة `max` أو خفّض فاصلاً"});
}

}  // namespace masar::lint
