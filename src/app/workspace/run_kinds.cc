#include "app/workspace/run_kinds.h"

#include "app/improve_plan.h"
#include "app/simulate_plan.h"
#include "app/what_if.h"
#include "app/workspace/dates_job.h"
#include "app/workspace/explain_run.h"
#include "app/workspace/page_help.h"
#include "app/workspace/run_keeping.h"
#include "app/workspace/run_parameters.h"
#include "app/workspace/save_texts.h"
#include "app/workspace/told_changes.h"
#include "report/text_forecast.h"
#include "report/text_improve.h"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>

namespace masar::app {
namespace {

namespace json = boost::json;

constexpr std::int64_t most_samples = 1'000'000, most_sandbox_samples = 50'000;
constexpr std::int64_t most_schedules = 1'000'000, most_sandbox_schedules = 5'000;
constexpr std::int64_t sandbox_conflicts = 20'000;

/// Counts of the engine; 0 schedules = by size.
struct Counts {
    std::int64_t schedules = 0, seed = 1;
    bool sandbox = false;
};

DateEffort effort_of(const RunContext& context, const Counts& counts) {
    DateEffort effort;
    effort.schedules = counts.schedules;
    effort.seed = static_cast<std::uint64_t>(counts.seed);
    if (counts.sandbox) effort.conflicts = sandbox_conflicts;
    effort.threads = context.workspace.threads;
    effort.stop = context.stop;
    effort.progress = context.progress;
    return effort;
}

engine::Run engine_run(const RunContext& context, const Counts& counts) { return run_of(effort_of(context, counts)); }

Counts counts_in(RunParameters& given, const Actor& actor) {
    Counts counts;
    counts.sandbox = actor.sandbox;
    counts.schedules = given.number("schedules", 0, {0, actor.sandbox ? most_sandbox_schedules : most_schedules});
    counts.seed = given.number("seed", 1, {1, std::int64_t{1} << 53});
    return counts;
}

tl::unexpected<Refusal> has_errors() {
    return refuse(Refusal::Why::wrong_plan, {"the plan has errors", "في الخطة أخطاء"},
                  {"mend them first", "أصلحها أولاً"});
}

Outcome<RunWork> try_run(const json::object& parameters) {
    auto wish = wish_from_json(parameters);
    if (!wish) return tl::unexpected(wish.error());
    return RunWork{[wish = *std::move(wish)](const RunContext& context) -> Outcome<std::string> {
                       DateEffort effort = quick_effort(*context.open.whole);
                       effort.threads = context.workspace.threads;
                       effort.stop = context.stop;
                       effort.progress = context.progress;
                       const auto tried =
                           try_plan(context.open, context.actor, wish, effort, [&](const TriedPlan& standing) {
                               context.first(tried_json(standing, context.actor, false));
                           });
                       if (!tried) return tl::unexpected(tried.error());
                       return tried_json(*tried, context.actor, wish.forecast);
                   },
                   true, false};
}

/// The reader's own copy of the plan, with its dates: what is computed from it tells nothing that is not in it.
struct SeenDoor {
    explicit SeenDoor(const RunContext& context)
        : seen(context.open.shown_to(context.actor)), door(door_of(seen->files(), seen->dates())) {}
    [[nodiscard]] std::string dates() const {
        return std::string(seen->dates().empty() ? "" : VersionDoor::dates_path);
    }
    SnapshotPtr seen;
    VersionDoor door;
};

struct Sampling {
    std::int64_t samples = 10'000, seed = 1;
};

Sampling sampling_in(RunParameters& given, const Actor& actor) {
    Sampling sampling;
    sampling.samples =
        given.number("samples", sampling.samples, {1, actor.sandbox ? most_sandbox_samples : most_samples});
    sampling.seed = given.number("seed", 1, {1, std::int64_t{1} << 53});
    return sampling;
}

SimulateOptions simulate_options(const RunContext& context, const SeenDoor& seen, const Sampling& sampling) {
    SimulateOptions options;
    options.schedule_path = seen.dates();
    options.schedule.run = engine_run(context, {0, 1, context.actor.sandbox});
    options.simulation.samples = sampling.samples;
    options.simulation.seed = static_cast<std::uint64_t>(sampling.seed);
    options.run = {context.workspace.threads, context.stop, context.progress};
    return options;
}

Outcome<RunWork> simulate_run(const json::object& parameters, const Actor& actor) {
    RunParameters given(parameters, {"samples", "seed"});
    const Sampling sampling = sampling_in(given, actor);
    if (given.wrong()) return tl::unexpected(*given.wrong());
    return RunWork{[sampling](const RunContext& context) -> Outcome<std::string> {
                       const SeenDoor seen(context);
                       const auto simulated = simulate_plan(seen.door.files, VersionDoor::plan_path,
                                                            simulate_options(context, seen, sampling));
                       if (!simulated) return tl::unexpected(refusal_of(simulated.error()));
                       if (!simulated->forecast) return has_errors();
                       return report::forecast_json(simulated->plan, *simulated->forecast);
                   },
                   false, false};
}

Outcome<RunWork> what_if_run(const json::object& parameters, const Actor& actor) {
    RunParameters given(parameters, {"samples", "seed", "without", "mitigated", "unmitigated", "set"});
    const Sampling sampling = sampling_in(given, actor);
    WhatIfOptions asked;
    asked.without = given.texts("without");
    asked.mitigated = given.texts("mitigated");
    asked.unmitigated = given.texts("unmitigated");
    asked.set = given.texts("set");
    if (given.wrong()) return tl::unexpected(*given.wrong());
    return RunWork{[sampling, asked](const RunContext& context) -> Outcome<std::string> {
                       const SeenDoor seen(context);
                       WhatIfOptions options = asked;
                       options.simulate = simulate_options(context, seen, sampling);
                       const auto answer = what_if(seen.door.files, VersionDoor::plan_path, options);
                       if (!answer) return tl::unexpected(refusal_of(answer.error()));
                       if (!answer->forecast) return has_errors();
                       const plan::WhatIf* together = answer->together ? &*answer->together : nullptr;
                       return report::what_if_json({answer->plan, answer->changes, together, *answer->forecast});
                   },
                   false, false};
}

Outcome<RunWork> improve_run(const json::object& parameters, const Actor& actor) {
    RunParameters given(parameters, {"schedules", "seed", "gates", "holding"});
    const Counts counts = counts_in(given, actor);
    const auto gates = given.texts("gates");
    constexpr std::array<std::string_view, 3> words{"nothing", "earliest", "baseline"};
    const std::string word = given.text("holding");
    const auto holding = std::ranges::find(words, word.empty() ? words[0] : std::string_view(word));
    if (holding == words.end())
        given.refuse("holding", {"nothing, earliest or baseline", "nothing أو earliest أو baseline"});
    if (given.wrong()) return tl::unexpected(*given.wrong());
    const auto held = static_cast<plan::Holding>(holding - words.begin());
    return RunWork{[counts, gates, held](const RunContext& context) -> Outcome<std::string> {
                       const SeenDoor seen(context);
                       ImproveOptions options;
                       options.schedule.run = engine_run(context, counts);
                       options.gates = gates;
                       options.holding = held;
                       options.baseline = seen.dates();
                       if (held == plan::Holding::baseline && options.baseline.empty())
                           return refuse(Refusal::Why::conflict,
                                         {"the plan has no dates yet", "لا توجد للخطة مواعيد بعد"},
                                         {"compute them first", "احسبها أولاً"});
                       const auto improved = improve_plan(seen.door.files, VersionDoor::plan_path, options);
                       if (!improved) return tl::unexpected(refusal_of(improved.error()));
                       if (!improved->improvement) return has_errors();
                       return report::improve_json(improved->plan, *improved->improvement);
                   },
                   false, false};
}

/// New dates: the best ones (schedule), or those that move least (replan); they become the plan's when they are asked for or wanted.
struct NewDates {
    Counts counts;
    bool nearest = false;
    std::optional<bool> keep;
};

Outcome<SnapshotPtr> dated(const RunContext& context, const NewDates& asked) {
    const OpenPlan& open = context.open;
    const bool may_keep = context.actor.preview.empty() && asked.keep.value_or(true);
    const DateEffort effort = effort_of(context, asked.counts);
    // Dates that the text has left behind are brought after it, whoever asks for it.
    if (may_keep && lacks_dates(open.head, *open.whole) && (asked.nearest || open.whole->dates().empty())) {
        const auto brought = bring_dates(context.workspace, context.actor, open.row.key, effort);
        if (!brought) return tl::unexpected(brought.error());
        auto now = open_plan(context.workspace, context.actor, open.row.key);
        if (!now) return tl::unexpected(now.error());
        return now->whole;
    }
    const FollowedDates found = found_dates(asked.nearest ? *open.whole : *open.whole->with_dates({}), effort);
    if (asked.keep.value_or(false) && found.state == DatesState::current) {
        const auto kept = take_dates(context.workspace, context.actor, open.row.key, found.dates);
        if (!kept) return tl::unexpected(kept.error());
    }
    return open.whole->with_dates(found.dates);
}

Outcome<std::string> new_dates(const RunContext& context, const NewDates& asked) {
    if (!context.open.whole->loaded().compiled) return has_errors();
    auto after = dated(context, asked);
    if (!after) return tl::unexpected(after.error());
    if (!(*after)->timetable())
        return refuse(Refusal::Why::conflict, {"no dates were found", "لم يُعثر على مواعيد"},
                      {"ask why", "اسأل عن السبب"});
    TriedPlan tried;
    tried.before = context.open.whole;
    tried.after = *after;
    tried.fits = (*after)->timetable()->violations.empty();
    return tried_json(tried, context.actor, false);
}

Outcome<RunWork> dates_run(const json::object& parameters, const Actor& actor, bool nearest) {
    RunParameters given(parameters, {"schedules", "seed", "keep"});
    const NewDates asked{counts_in(given, actor), nearest, given.truth_or_none("keep")};
    if (given.wrong()) return tl::unexpected(*given.wrong());
    if (asked.keep.value_or(false) && (!actor.preview.empty() || editing_role(actor).empty()))
        return refuse(Refusal::Why::not_allowed, {"your role does not set dates", "دورك لا يتيح تحديد التواريخ"});
    return RunWork{[asked](const RunContext& context) { return new_dates(context, asked); }, false,
                   asked.keep.value_or(true)};
}

/// What the server asks by itself where dates follow later: gives {"dates_state"}.
Outcome<RunWork> follow_run(const json::object& parameters) {
    auto wanted = wanted_from_json(parameters);
    if (!wanted) return tl::unexpected(wanted.error());
    return RunWork{[wanted = *std::move(wanted)](const RunContext& context) -> Outcome<std::string> {
                       const DateEffort effort = effort_of(context, {0, 1, context.actor.sandbox});
                       const std::string& plan = context.open.row.key;
                       const auto state =
                           wanted.proposal == 0
                               ? bring_dates(context.workspace, context.actor, plan, effort)
                               : bring_proposal_dates(context.workspace, context.actor, plan, {wanted, effort});
                       if (!state) return tl::unexpected(state.error());
                       return json::serialize(json::object{{"dates_state", word_of(*state)}});
                   },
                   false, true};
}

}  // namespace

Outcome<RunWork> work_of(std::string_view kind, const json::object& parameters, const Actor& actor) {
    if (kind == "try") return try_run(parameters);
    if (kind == "explain") return explain_run(parameters);
    if (kind == "help") return help_run(parameters);
    if (kind == "simulate") return simulate_run(parameters, actor);
    if (kind == "whatif") return what_if_run(parameters, actor);
    if (kind == "improve") return improve_run(parameters, actor);
    if (kind == "dates" && is_the_server(actor)) return follow_run(parameters);
    if (kind == "schedule" || kind == "replan") return dates_run(parameters, actor, kind == "replan");
    return tl::unexpected(
        wrong_parameter("kind", {"there is no such kind of job", "لا يوجد هذا النوع من المهام"},
                        {"schedule, explain, simulate, improve, replan, whatif, try or help",
                         "schedule أو explain أو simulate أو improve أو replan أو whatif أو try أو help"}));
}

}  // namespace masar::app
