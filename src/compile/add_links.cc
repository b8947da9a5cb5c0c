#include "compile/draft.h"

namespace masar::compile {
namespace {

using problem::Anchor;

problem::Link shape_of(plan::LinkType type) {
    problem::Link link;
    link.from_anchor =
        type == plan::LinkType::finish_start || type == plan::LinkType::finish_finish ? Anchor::finish : Anchor::start;
    link.to_anchor =
        type == plan::LinkType::finish_start || type == plan::LinkType::start_start ? Anchor::start : Anchor::finish;
    return link;
}

/// A working-day lag counts on the calendar that the link names, else on the successor's; an elapsed one on every day.
std::int32_t lag_calendar(const plan::Dependency& dependency, plan::Lag lag, std::int32_t successors) {
    if (lag.elapsed) return 0;
    if (dependency.calendar.value.known()) return dependency.calendar.value.value + 1;
    return successors;
}

base::Diagnostic dropped(const plan::Activity& predecessor, const plan::Activity& successor, base::Place place) {
    base::Diagnostic note;
    note.code = "MSR0702";
    note.severity = base::Severity::note;
    note.place = place;
    note.message = {"'" + successor.id + "' no longer waits for '" + predecessor.id + "', which is cancelled",
                    "لم يعد '" + successor.id + "' ينتظر '" + predecessor.id + "' لأنه مُلغى"};
    note.hint = {"remove the dependency, or name what it should wait for instead",
                 "احذف الاعتمادية أو حدِّد ما ينبغي أن ينتظره بدلاً منه"};
    note.record = successor.id;
    return note;
}

void add_link(Draft& draft, std::int32_t to, std::int32_t position) {
    const plan::Activity& successor = draft.source_of(to);
    const plan::Dependency& dependency = successor.after[static_cast<std::size_t>(position)];
    const plan::ActivityIndex predecessor = dependency.predecessor.value;
    const std::int32_t from = draft.position(predecessor);
    if (from < 0) {
        if (predecessor.known() && draft.plan.activities[predecessor.at()].progress.status == plan::Status::cancelled)
            draft.diagnostics.push_back(dropped(draft.plan.activities[predecessor.at()], successor, dependency.place));
        return;
    }
    const auto add = [&](plan::Lag lag, problem::Sense sense) {
        problem::Link link = shape_of(dependency.type);
        link.from = from;
        link.to = to;
        link.sense = sense;
        link.lag = lag.days;
        link.calendar = lag_calendar(dependency, lag, draft.at(to).calendar);
        draft.data.links.push_back(link);
        draft.origins.links.push_back({draft.origins.activities[static_cast<std::size_t>(to)], position});
    };
    add(dependency.minimum, problem::Sense::at_least);
    if (dependency.maximum) add(*dependency.maximum, problem::Sense::at_most);
}

}  // namespace

void add_links(Draft& draft) {
    for (std::int32_t to = 0; to < static_cast<std::int32_t>(draft.origins.activities.size()); ++to) {
        // What has begun waits for nobody: its dates are facts, and no link can move them.
        if (draft.at(to).fixed >= 0) continue;
        const auto links = static_cast<std::int32_t>(draft.source_of(to).after.size());
        for (std::int32_t position = 0; position < links; ++position) add_link(draft, to, position);
    }
}

}  // namespace masar::compile
