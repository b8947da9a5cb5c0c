#include "app/workspace/told_changes.h"

#include "app/dates_on_plan.h"
#include "app/reasons_to_move.h"
#include "app/repair_edits.h"
#include "app/risk_book.h"
#include "report/json_explanation.h"
#include "report/views/tried_view.h"

#include <algorithm>
#include <string>

namespace masar::app {
namespace {

using base::JsonWriter;

void write_value(JsonWriter& json, const planfile::WrittenValue& value) {
    switch (value.kind) {
        case planfile::NodeKind::list:
            json.begin_array();
            for (const auto& each : value.entries) write_value(json, each);
            json.end_array();
            return;
        case planfile::NodeKind::map:
            json.begin_object();
            for (const auto& each : value.entries) {
                json.key(each.key);
                write_value(json, each);
            }
            json.end_object();
            return;
        default: json.value(value.text);
    }
}

std::string_view word_of(planfile::EditKind kind) {
    switch (kind) {
        case planfile::EditKind::set: return "set";
        case planfile::EditKind::unset: return "unset";
        case planfile::EditKind::add: return "add";
        case planfile::EditKind::remove: return "remove";
        case planfile::EditKind::rename: return "rename";
    }
    return "set";
}

void write_edit(JsonWriter& json, const planfile::PlanEdit& edit) {
    json.begin_object().field("op", word_of(edit.kind)).field("section", edit.section).field("id", edit.id);
    if (!edit.field.empty()) json.field("field", edit.field);
    if (!edit.new_id.empty()) json.field("to", edit.new_id);
    if (!edit.side.empty()) json.field("side", edit.side);
    if (edit.kind == planfile::EditKind::set || edit.kind == planfile::EditKind::add) {
        json.key("value");
        write_value(json, edit.value);
    }
    json.end_object();
}

/// What moved between two states as the reader has them.
std::vector<plan::Move> moves_between(const Snapshot& before, const Snapshot& after) {
    if (!before.timetable() || !after.timetable() || !after.loaded().compiled) return {};
    FrozenPlan frozen{after.plan(), *after.loaded().compiled, {}};
    const auto old = dates_by_id(before.plan(), *before.timetable());
    for (const plan::ActivityIndex index : frozen.compiled.activities) {
        const auto found = index.known() ? old.find(after.plan().activities[index.at()].id) : old.end();
        const bool dated = found != old.end() && found->second->chosen;
        frozen.baseline.push_back(dated ? frozen.compiled.days.day(found->second->start) : problem::not_in_baseline);
    }
    return moves_of(frozen, schedule_of(frozen.compiled, *after.timetable()));
}

template <class T>
const T* pointer(const std::optional<T>& value) {
    return value ? &*value : nullptr;
}

/// One state of the plan as the reader has it.
struct SeenState {
    SeenState(SnapshotPtr state, const Actor& actor, bool forecast)
        : seen(std::move(state)), reader(seen->plan(), reader_in(actor, seen->plan())) {
        source.dates = pointer(seen->timetable());
        if (forecast) source.forecast = pointer(seen->forecast());
    }
    SnapshotPtr seen;
    report::Reader reader;
    report::ViewSource source{seen->plan(), reader};
};

}  // namespace

plan::SideIndex reader_in(const Actor& actor, const plan::Plan& plan) {
    if (actor.preview.empty() && actor.whole) return {};
    const std::string& side = actor.preview.empty() ? actor.side : actor.preview;
    for (std::size_t i = 0; i < plan.sides.size(); ++i)
        if (plan.sides[i].id == side) return base::index_of<plan::SideIndex>(i);
    return {};
}

void write_changes(JsonWriter& json, const std::vector<Change>& changes) {
    json.begin_array();
    for (const Change& each : changes) write_edit(json, each.edit);
    json.end_array();
}

void withhold(const Actor& actor, const plan::Plan& plan, plan::Explanation& explanation) {
    if (actor.preview.empty() || actor.whole) return;
    Actor own = actor;
    own.preview.clear();
    const plan::SideIndex side = reader_in(own, plan);
    const auto hide = [&](auto& member) {
        if (std::ranges::find(member.readers, side) == member.readers.end()) member.readers.clear();
    };
    for (plan::Conflict& conflict : explanation.conflicts) {
        std::ranges::for_each(conflict.members, hide);
        for (plan::Repair& each : conflict.repairs) hide(each.target);
    }
    std::ranges::for_each(explanation.criteria, hide);
}

void write_told_explanation(JsonWriter& json, const Actor& actor, const AskedExplanation& asked, const Snapshot& seen) {
    const report::Reader reader(asked.plan, reader_in(actor, asked.plan));
    const auto changes = [&](JsonWriter& out, const plan::Repair& repair) {
        out.key("changes").begin_array();
        for (const planfile::PlanEdit& each : edits_of(repair, asked.plan, seen.text())) write_edit(out, each);
        out.end_array();
    };
    plan::Explanation told = asked.explanation;
    withhold(actor, asked.plan, told);
    report::write_explanation(json, asked.plan, told, {reader, changes, {}, reader.whole()});
}

std::string tried_json(const TriedPlan& tried, const Actor& actor, bool forecast) {
    const SeenState before(shown_to(actor, tried.before), actor, forecast);
    const SeenState after(shown_to(actor, tried.after), actor, forecast);
    const std::vector<plan::Move> moves = moves_between(*before.seen, *after.seen);
    std::vector<plan::ActivityIndex> asked;
    for (const std::string& id : tried.pinned)
        if (const plan::Activity* found = plan::find(after.seen->plan().activities, id))
            asked.push_back(base::index_of<plan::ActivityIndex>(
                static_cast<std::size_t>(found - after.seen->plan().activities.data())));
    std::vector<plan::Violation> breaks;
    if (after.seen->timetable()) breaks = more_broken(*after.seen->timetable(), before.seen->timetable());

    report::TriedFacts facts;
    facts.fits = tried.fits;
    facts.moves = moves;
    facts.asked = asked;
    facts.breaks = breaks;
    const bool more = tried.after->timetable() && breaks_more(*tried.after->timetable(), tried.before->timetable());
    facts.breaks_withheld = more && breaks.empty() && after.source.reader.side().known();
    facts.changes = [&](JsonWriter& json) { write_changes(json, tried.changes); };
    if (tried.explanation)
        facts.explanation = [&](JsonWriter& json) {
            json.begin_object();
            write_told_explanation(json, actor, *tried.explanation, *after.seen);
            json.end_object();
        };
    return report::tried_view(before.source, after.source, facts);
}

}  // namespace masar::app
