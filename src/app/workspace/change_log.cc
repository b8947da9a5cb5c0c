#include "app/workspace/change_log.h"

#include "app/workspace/change_events.h"
#include "app/workspace/note_sentence.h"
#include "app/workspace/store_outcome.h"
#include "report/difference_sentence.h"

#include <algorithm>

namespace masar::app {
namespace {

base::Text sentence_of(const store::EventRow& event) {
    if (event.kind == "new") return {"the roadmap is begun", "بدأت خارطة الطريق"};
    if (is_about_note(event)) return note_sentence(event);
    return report::sentence(difference_of(event));
}

LogEntry entry_of(const store::EventRow& event, const Actor& actor) {
    LogEntry entry;
    entry.at = event.at;
    entry.side = event.side;
    entry.role = event.role;
    entry.own = event.account == actor.account;
    entry.kind = seen_by_one_side(event) ? event.kind.substr(5) : event.kind;
    entry.section = event.section;
    entry.record = event.record;
    entry.field = event.field;
    entry.old_value = event.old_value;
    entry.new_value = event.new_value;
    entry.batch = event.batch;
    entry.sentence = sentence_of(event);
    return entry;
}

/// The whole counts what is there for all; what one side sees otherwise is in it already.
store::List<store::SeenEvent> all_events(const store::Tables& kept, std::int64_t plan, const LogQuestion& question) {
    auto events = kept.events.of_plan(plan, 0, std::int64_t{1} << 40);
    if (!events) return tl::unexpected(events.error());
    std::vector<store::SeenEvent> seen;
    std::int64_t position = 0;
    for (store::EventRow& each : *events) {
        if (seen_by_one_side(each)) continue;
        ++position;
        const bool asked = (question.section.empty() || each.section == question.section)
                           && (question.record.empty() || each.record == question.record);
        if (asked && position > question.after && std::ssize(seen) < question.at_most)
            seen.push_back({position, std::move(each)});
    }
    return seen;
}

/// Batches are numbered anew, so that a gap does not tell of what others did: by the position of their first entry.
void number_batches(std::vector<LogEntry>& entries) {
    std::int64_t batch = 0, first = 0;
    for (LogEntry& each : entries) {
        if (each.batch != batch || each.batch == 0 || first == 0) first = each.position;  // 0: of no edit
        batch = each.batch;
        each.batch = first;
    }
}

}  // namespace

Outcome<std::vector<LogEntry>> change_log(Workspace& workspace, const Actor& actor, std::string_view plan,
                                          const LogQuestion& question) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    const auto events =
        from_store(workspace.store.read([&](const store::Tables& kept) -> store::List<store::SeenEvent> {
            if (actor.whole) return all_events(kept, open->row.id, question);
            return kept.events.seen_by(
                {open->row.id, actor.side, question.after, question.section, question.record, question.at_most});
        }));
    if (!events) return tl::unexpected(events.error());
    std::vector<LogEntry> entries;
    for (const store::SeenEvent& each : *events) {
        entries.push_back(entry_of(each.event, actor));
        entries.back().position = each.position;
    }
    number_batches(entries);
    return entries;
}

Outcome<std::int64_t> last_position(Workspace& workspace, const Actor& actor, std::string_view plan) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    return from_store(workspace.store.read([&](const store::Tables& kept) -> base::Result<std::int64_t> {
        if (!actor.whole) return kept.events.last_position(open->row.id, actor.side);
        auto all = all_events(kept, open->row.id, {0, {}, {}, std::int64_t{1} << 40});
        if (!all) return tl::unexpected(all.error());
        return all->empty() ? 0 : all->back().position;
    }));
}

Outcome<void> mark_seen(Workspace& workspace, const Actor& actor, std::string_view plan) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    const auto last = last_position(workspace, actor, plan);
    if (!last) return tl::unexpected(last.error());
    return told(workspace.store.write([&](store::Tables& kept) {
        return kept.last_seen.put({actor.account, open->row.id, *last, workspace.clock.now()});
    }));
}

Outcome<base::Moment> seen_until(Workspace& workspace, const Actor& actor, std::string_view plan) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    const auto row = from_store(workspace.store.read(
        [&](const store::Tables& kept) { return kept.last_seen.of(actor.account, open->row.id); }));
    if (!row) return tl::unexpected(row.error());
    return *row ? (*row)->at : base::Moment{};
}

}  // namespace masar::app
