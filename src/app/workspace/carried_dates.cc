#include "app/workspace/carried_dates.h"

#include "app/dates_on_plan.h"
#include "report/json_schedule.h"

namespace masar::app {
namespace {

DatesById dates_in(const Snapshot& version) {
    return version.timetable() ? dates_by_id(version.plan(), *version.timetable()) : DatesById();
}

bool stands_alike(const plan::ActivityDates* a, const plan::ActivityDates* b) {
    if (a == nullptr || b == nullptr) return a == b;
    if (!a->chosen || !b->chosen) return a->chosen == b->chosen;
    return a->start == b->start && a->finish == b->finish && a->mode == b->mode;
}

bool all_dated(const Snapshot& version, const std::vector<plan::ActivityDates>& dates) {
    const compile::CompiledPlan& compiled = *version.loaded().compiled;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const std::int32_t position = compiled.positions[i];
        if (position >= 0 && !dates[i].chosen && !compiled.problem.activity(position).optional) return false;
    }
    return true;
}

}  // namespace

std::string carried_dates(const DatesToCarry& carry) {
    const SnapshotPtr now = Snapshot::make(carry.texts, {});
    if (!now->loaded().compiled) return {};
    const DatesById before = dates_in(carry.from), after = dates_in(carry.to);
    DatesById dates = dates_in(carry.onto);
    for (const auto& [id, there] : after) {
        const auto was = before.find(id);
        if (!stands_alike(was == before.end() ? nullptr : was->second, there)) dates[id] = there;
    }
    const std::vector<plan::ActivityDates> carried = dates_for(now->plan(), dates);
    if (!all_dated(*now, carried)) return {};
    return report::schedule_json(now->plan(), timetable_with(now->loaded(), carried));
}

}  // namespace masar::app
