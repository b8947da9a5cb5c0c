#include "app/workspace/page_help.h"

#include "app/workspace/offered_help.h"
#include "app/workspace/run_keeping.h"
#include "app/workspace/run_parameters.h"
#include "report/views/help_json.h"

namespace masar::app {
namespace {

using report::DatesShown;

constexpr std::string_view nothing = "[]";

/// As whoever asks for it would put it.
boost::json::object parameters_of(DatesShown shown) {
    if (shown == DatesShown::planned) return {};
    return {{"dates", report::keyword(shown)}};
}

/// Nobody asks what would help the dates that were agreed: they are the past.
const plan::Timetable* dates_of(const Snapshot& seen, DatesShown shown) {
    if (shown == DatesShown::baseline) return nullptr;
    const auto& dates = shown == DatesShown::planned ? seen.timetable() : seen.earliest();
    return dates ? &*dates : nullptr;
}

/// The list in what a job answered.
std::string list_in(const std::string& result) {
    const std::string around = report::with_help("{}", nothing);
    const std::size_t before = around.find(nothing);
    return result.substr(before, result.size() - (around.size() - nothing.size()));
}

/// By the same answer for the same reader, of whichever plan reads like this; empty = not known.
std::string known_help(Workspace& workspace, const Actor& actor, const Snapshot& seen, DatesShown shown) {
    const std::string input = input_of(seen.state_hash(), actor, "help", parameters_of(shown));
    const auto result = workspace.store.read([&](const store::Tables& kept) -> base::Result<std::string> {
        const auto row = kept.runs.done_with(input, reader_tag(actor));
        if (!row) return tl::unexpected(row.error());
        return *row ? kept.contents.get((*row)->result) : std::string();
    });
    return result && !result->empty() ? list_in(*result) : std::string();
}

std::string found_help(const SnapshotPtr& seen, DatesShown shown, const base::StopFlag* stop) {
    const plan::Timetable* dates = dates_of(*seen, shown);
    if (dates == nullptr) return std::string(nothing);
    return report::help_json(seen->plan(), offered_help(seen, *dates, stop));
}

}  // namespace

PageHelp page_help(Runs& runs, Workspace& workspace, const Actor& actor, const HelpAsked& asked) {
    const SnapshotPtr seen = asked.open.shown_to(actor);
    const plan::Timetable* dates = dates_of(*seen, asked.shown);
    if (dates == nullptr || !may_be_helped(*seen, *dates)) return {std::string(nothing), {}};
    if (std::string known = known_help(workspace, actor, *seen, asked.shown); !known.empty())
        return {std::move(known), {}};
    const auto job = runs.ask(actor, asked.open.row.key, "help", parameters_of(asked.shown));
    return {{}, job ? job->key : std::string()};
}

Outcome<RunWork> help_run(const boost::json::object& parameters) {
    RunParameters given(parameters, {"dates"});
    const std::string word = given.text("dates");
    const DatesShown shown = word == keyword(DatesShown::earliest) ? DatesShown::earliest : DatesShown::planned;
    if (!word.empty() && word != keyword(shown))
        given.refuse("dates", {"planned or earliest is expected", "المطلوب planned أو earliest"});
    if (given.wrong()) return tl::unexpected(*given.wrong());
    // It may be known by the time its turn comes: visitors of many sandboxes read the same.
    return RunWork{.compute = [shown](const RunContext& context) -> Outcome<std::string> {
                       return report::with_help("{}", help_within(context, shown));
                   },
                   .quick = true,
                   .for_page = true};
}

std::string help_within(const RunContext& context, DatesShown shown) {
    const SnapshotPtr seen = context.open.shown_to(context.actor);
    std::string known = known_help(context.workspace, context.actor, *seen, shown);
    return known.empty() ? found_help(seen, shown, context.stop) : known;
}

}  // namespace masar::app
