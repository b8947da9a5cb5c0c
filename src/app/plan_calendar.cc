#include "app/plan_calendar.h"

#include "exchange/icalendar.h"
#include "report/sentence.h"
#include "report/views/due_view.h"

namespace masar::app {
namespace {

using exchange::CalendarEntry;

std::string place_of(const plan::Plan& plan, const plan::Activity& activity, base::Language language) {
    for (const plan::Mode& mode : activity.modes)
        if (mode.venue.value.known()) return report::named(plan.venues[mode.venue.value.at()]).in(language);
    return {};
}

std::vector<CalendarEntry> activities_of(const CalendarOf& of) {
    std::vector<CalendarEntry> entries;
    const plan::Plan& plan = of.loaded.plan;
    for (std::size_t i = 0; i < plan.activities.size(); ++i) {
        const plan::Activity& activity = plan.activities[i];
        const plan::ActivityDates& dates = of.dates->activities[i];
        if (!dates.chosen) continue;
        CalendarEntry entry;
        entry.uid = activity.id + "@" + std::string(of.name);
        entry.first = dates.start;
        entry.last = std::max(dates.start, dates.finish);
        entry.title = report::named(activity);
        entry.about = {activity.id, activity.id};
        entry.place = place_of(plan, activity, of.language);
        entry.cancelled = activity.progress.status == plan::Status::cancelled;
        entries.push_back(std::move(entry));
    }
    return entries;
}

/// Everything that falls due from the first day of the plan on.
void add_deadlines(const CalendarOf& of, std::vector<CalendarEntry>& entries) {
    constexpr int all_days = 100 * 366;
    const plan::Plan& plan = of.loaded.plan;
    const report::Reader reader(plan, of.reader);
    const report::ViewSource source{.plan = plan, .reader = reader, .dates = of.dates};
    for (const report::DueItem& each : report::due_items(source, plan.start.value, all_days)) {
        CalendarEntry entry;
        entry.uid = std::string(keyword(each.kind)) + "." + each.id + (each.under.empty() ? "" : "." + each.under) + "@"
                    + std::string(of.name);
        entry.first = entry.last = each.by;
        entry.title = each.sentence;
        entry.deadline = true;
        entries.push_back(std::move(entry));
    }
}

}  // namespace

std::string plan_calendar(const CalendarOf& of) {
    std::vector<CalendarEntry> entries;
    if (of.dates != nullptr) {
        entries = activities_of(of);
        add_deadlines(of, entries);
    }
    const plan::Plan& plan = of.loaded.plan;
    const calendar::Date stamp = plan.as_of ? plan.as_of->value : plan.start.value;
    return exchange::icalendar_text({{plan.title.en, plan.title.ar}, stamp, of.language}, entries);
}

}  // namespace masar::app
