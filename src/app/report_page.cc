#include "app/report_page.h"

#include "app/seen_plan.h"
#include "base/sha256.h"
#include "base/version.h"
#include "forecast/plan_outcomes.h"
#include "report/page.h"

namespace masar::app {

std::string input_hash(const plan::Plan& plan) {
    std::string all;
    for (std::size_t i = 0; i < plan.sources.size(); ++i) {
        const base::SourceFile& file = plan.sources.file(static_cast<std::uint16_t>(i));
        all += base::sha256_hex(file.name) + base::sha256_hex(file.text);  // "a","b" is not "ab",""
    }
    return base::sha256_hex(all);
}

namespace {

void add_outcomes(ReportedPlan& reported) {
    const plan::Plan& plan = reported.dated.loaded.plan;
    const plan::Timetable& timetable = *reported.dated.timetable;
    const calendar::Date last = plan.end ? plan.end->value : timetable.end.value_or(plan.start.value);
    const auto trajectories = forecast::trajectories_of(plan, timetable);
    for (std::size_t i = 0; i < trajectories.size(); ++i)
        reported.facts.indicators.push_back(
            {base::index_of<plan::IndicatorIndex>(i), report::points_of(trajectories[i], last)});
    reported.facts.outcomes = forecast::outcomes_of(plan, timetable);
}

}  // namespace

base::Result<ReportedPlan> plan_for_report(const base::FileDoor& files, std::string_view path,
                                           const SimulateOptions& options) {
    auto seen = load_as_seen(files, path, options);
    if (!seen) return tl::unexpected(seen.error());
    ReportedPlan reported{std::move(seen->dated), {}};
    reported.facts.shown_to = seen->side;
    reported.facts.program_version = base::version;
    reported.facts.input_hash = input_hash(reported.dated.loaded.plan);
    const std::optional<plan::Timetable>& timetable = reported.dated.timetable;
    if (!timetable) return reported;
    add_outcomes(reported);
    // A search that was cut short is shown as it is; its samples would take time that somebody no longer wants to give.
    const engine::Run& run = options.schedule.run;
    if (!timetable->stopped)
        reported.facts.forecast =
            forecast_for(reported.dated.loaded, *timetable, {run.limits.threads, run.stop, run.progress});
    if (reported.facts.forecast) keep_known_sums(seen->side, *reported.facts.forecast);
    return reported;
}

std::string report_page(const ReportedPlan& reported, base::Language first_language) {
    report::PageFacts facts = reported.facts;
    facts.first_language = first_language;
    return report::page(reported.dated.loaded.plan, *reported.dated.timetable, facts);
}

}  // namespace masar::app
