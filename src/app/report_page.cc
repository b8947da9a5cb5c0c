#include "app/report_page.h"

#include "app/simulate_plan.h"
#include "base/version.h"
#include "forecast/trajectory.h"
#include "report/page.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::app {

std::string input_hash(const plan::Plan& plan) {
    std::uint64_t hash = 0xCBF29CE484222325;  // FNV-1a, 64 bits
    const auto add = [&hash](std::string_view text) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
        hash *= 0x100000001B3;  // ends the piece: "a","b" is not "ab",""
    };
    for (std::size_t i = 0; i < plan.sources.size(); ++i) {
        const base::SourceFile& file = plan.sources.file(static_cast<std::uint16_t>(i));
        add(file.name);
        add(file.text);
    }
    return fmt::format("{:016x}", hash);
}

base::Result<ReportedPlan> plan_for_report(const base::FileDoor& files, std::string_view plan_path,
                                           std::string_view schedule_path, const ScheduleOptions& options) {
    SimulateOptions around;
    around.schedule = options;
    around.schedule_path = schedule_path;
    auto dated = load_and_schedule(files, plan_path, around);
    if (!dated) return tl::unexpected(dated.error());
    ReportedPlan reported;
    // A search that was cut short is shown as it is; its samples would take time that somebody no longer wants to give.
    if (dated->timetable && !dated->timetable->stopped)
        reported.forecast = forecast_for(dated->loaded, *dated->timetable,
                                         {options.run.limits.threads, options.run.stop, options.run.progress});
    reported.plan = std::move(dated->loaded.plan);
    reported.diagnostics = std::move(dated->loaded.diagnostics);
    reported.timetable = std::move(dated->timetable);
    return reported;
}

std::string report_page(const ReportedPlan& scheduled, base::Language first_language) {
    const plan::Timetable& timetable = *scheduled.timetable;
    const calendar::Date last =
        scheduled.plan.end ? scheduled.plan.end->value : timetable.end.value_or(scheduled.plan.start.value);
    report::PageFacts facts{
        std::string(base::version), input_hash(scheduled.plan), first_language, {}, scheduled.forecast};
    const auto trajectories = forecast::trajectories_of(scheduled.plan, timetable);
    for (std::size_t i = 0; i < trajectories.size(); ++i)
        facts.indicators.push_back({base::index_of<plan::IndicatorIndex>(i), report::points_of(trajectories[i], last)});
    return report::page(scheduled.plan, timetable, facts);
}

}  // namespace masar::app
