#include "app/simulate_plan.h"

#include "app/seen_plan.h"
#include "app/shared_run.h"
#include "base/near_name.h"
#include "forecast/fingerprint.h"
#include "forecast/plan_outcomes.h"
#include "report/figures.h"

#include <algorithm>
#include <iterator>

namespace masar::app {
namespace {

using forecast::Tally;

base::Result<plan::Timetable> timetable_of(const base::FileDoor& files, const LoadedPlan& loaded,
                                           const SimulateOptions& options) {
    if (options.schedule_path.empty()) return timetable_for(loaded, options.schedule);
    const auto text = files.read(options.schedule_path, {});
    if (!text) return tl::unexpected(text.error());
    return read_schedule(*text, loaded);
}

/// What was asked for then is in the kept run: samples and seed need not be given again.
base::Result<Tally> kept_run(const base::FileDoor& files, const forecast::Situation& situation,
                             const SimulateOptions& options) {
    const auto text = files.read(options.run_path, {});
    if (!text) return tl::unexpected(text.error());
    auto tally = forecast::tally_from_json(*text);
    if (!tally) return tl::unexpected(tally.error());
    forecast::SimulationOptions same = options.simulation;
    same.samples = tally->planned_samples;
    same.seed = tally->seed;
    if (tally->fingerprint == forecast::fingerprint_of(situation, same)) return tally;
    return base::failure(base::Error::Kind::usage,
                         report::fill({"the run in {} is of another plan, schedule or set of options",
                                       "المحاكاة المحفوظة في {} لخطة أو جدول أو خيارات أخرى"},
                                      report::ltr(options.run_path)),
                         {"give the plan, the schedule and the options that it was made with",
                          "أعطِ الخطة والجدول والخيارات التي أُجريت بها"});
}

base::Result<Tally> count(const base::FileDoor& files, const RiskBook& book, const SimulateOptions& options) {
    const forecast::Situation situation{book.problem, book.planned, book.model};
    if (!options.run_path.empty()) return kept_run(files, situation, options);
    if (options.ranks != nullptr && options.ranks->count() > 1)
        return simulate_shared(situation, options.simulation, options.run, *options.ranks);
    return forecast::simulate(situation, options.simulation, options.run);
}

bool has_dates(const plan::Timetable& timetable) {
    return std::ranges::any_of(timetable.activities, &plan::ActivityDates::chosen);
}

void describe(plan::Forecast& forecast, const SimulateOptions& options, bool stopped) {
    const forecast::SimulationOptions& asked = options.simulation;
    forecast.manner = asked.simulator == forecast::Simulator::policy ? plan::SimulationManner::resource
                                                                     : plan::SimulationManner::network;
    forecast.latin_hypercube = asked.sampling == forecast::Sampling::latin_hypercube;
    const bool whole = asked.from == 0 && (asked.to < 0 || asked.to == asked.samples);
    const bool fewer = forecast.samples < (whole ? forecast.asked : asked.to - asked.from);
    forecast.stopped = fewer && stopped;
    forecast.converged = fewer && !stopped && asked.converged_at > 0;
}

}  // namespace

base::Result<plan::SideIndex> side_named(const plan::Plan& plan, const std::string& id) {
    if (id.empty()) return plan::SideIndex{};
    if (const plan::Side* found = plan::find(plan.sides, id))
        return base::index_of<plan::SideIndex>(static_cast<std::size_t>(found - plan.sides.data()));
    std::vector<std::string_view> known;
    for (const plan::Side& side : plan.sides) known.push_back(side.id);
    const auto near = base::nearest(id, known);
    return base::failure(
        base::Error::Kind::usage,
        report::fill({"the plan has no side '{}'", "لا يوجد في الخطة جانب باسم «{}»"}, report::ltr(id)),
        near ? report::fill({"did you mean '{}'?", "هل تقصد «{}»؟"}, report::ltr(*near)) : base::Text{});
}

base::Result<DatedPlan> load_and_schedule(const base::FileDoor& files, std::string_view path,
                                          const SimulateOptions& options) {
    auto loaded = load_with_dates(files, path, {options.schedule.load, options.schedule_path});
    if (!loaded) return tl::unexpected(loaded.error());
    DatedPlan dated{*std::move(loaded), std::nullopt};
    if (!dated.loaded.compiled) return dated;
    auto timetable = timetable_of(files, dated.loaded, options);
    if (!timetable) return tl::unexpected(timetable.error());
    dated.timetable = *std::move(timetable);
    return dated;
}

base::Result<SimulatedPlan> simulate_plan(const base::FileDoor& files, std::string_view path,
                                          const SimulateOptions& options) {
    auto seen = load_as_seen(files, path, options);
    if (!seen) return tl::unexpected(seen.error());
    LoadedPlan& loaded = seen->dated.loaded;
    std::optional<plan::Timetable>& timetable = seen->dated.timetable;
    SimulatedPlan simulated;
    if (timetable && has_dates(*timetable)) {
        RiskBookResult made = make_risk_book(loaded, schedule_of(*loaded.compiled, *timetable), {options.starts, {}});
        std::ranges::move(made.diagnostics, std::back_inserter(loaded.diagnostics));
        base::sort_by_place(loaded.diagnostics);
        if (made.book) {
            auto tally = count(files, *made.book, options);
            if (!tally) return tl::unexpected(tally.error());
            simulated.forecast = forecast_of(loaded, *made.book, *tally);
            simulated.forecast->outcomes = forecast::outcomes_of(loaded.plan, *timetable);
            describe(*simulated.forecast, options, options.run.stop != nullptr && options.run.stop->stopped());
            simulated.forecast->shown_to = seen->side;
            keep_known_sums(seen->side, *simulated.forecast);
            simulated.tally = *std::move(tally);
        }
    }
    simulated.plan = std::move(loaded.plan);
    simulated.diagnostics = std::move(loaded.diagnostics);
    simulated.timetable = std::move(timetable);
    return simulated;
}

std::optional<plan::Forecast> forecast_for(const LoadedPlan& loaded, const plan::Timetable& timetable,
                                           const forecast::SimulationRun& run) {
    if (!is_uncertain(loaded.plan) || !loaded.compiled || !has_dates(timetable)) return std::nullopt;
    const RiskBookResult made = make_risk_book(loaded, schedule_of(*loaded.compiled, timetable));
    if (!made.book) return std::nullopt;
    const auto tally = forecast::simulate({made.book->problem, made.book->planned, made.book->model}, {}, run);
    if (!tally || tally->samples() == 0) return std::nullopt;
    plan::Forecast forecast = forecast_of(loaded, *made.book, *tally);
    forecast.outcomes = forecast::outcomes_of(loaded.plan, timetable);
    forecast.stopped = forecast.samples < forecast.asked;
    return forecast;
}

}  // namespace masar::app
