#include "app/workspace/change_events.h"

#include "planfile/diff_plan.h"
#include "planfile/written_value.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace masar::app {
namespace {

using plan::Difference;
using plan::DifferenceKind;

/// The fields of a record that came or went.
void add_fields(const Snapshot& version, const Difference& whole, std::vector<Difference>& out) {
    const auto spot = version.text().find(whole.section, whole.id);
    if (!spot || spot->value.kind() != planfile::NodeKind::map) return;
    const planfile::TreeValue& record = spot->value;
    const bool added = whole.kind == DifferenceKind::added;
    for (const planfile::NodeId child : record.tree->children(record.node)) {
        Difference field = whole;
        field.field = record.tree->key(child);
        (added ? field.after : field.before) = planfile::one_line(record.entry(child));
        out.push_back(std::move(field));
    }
}

auto key_of(const Difference& each) {
    return std::make_tuple(each.kind, each.section, each.id, each.field, each.before, each.after);
}
using Key = decltype(key_of(std::declval<Difference>()));

std::string kind_of(const Difference& difference) {
    const bool record = difference.field.empty() && !difference.id.empty();
    switch (difference.kind) {
        case DifferenceKind::added: return record ? "add" : "set";
        case DifferenceKind::removed: return record ? "remove" : "unset";
        default: return "set";
    }
}

store::EventRow event_of(const Difference& difference) {
    store::EventRow event;
    event.kind = kind_of(difference);
    event.section = difference.section;
    event.record = difference.id;
    event.field = difference.field;
    const bool value = !difference.field.empty() || difference.id.empty();
    if (value && difference.kind != DifferenceKind::added) event.old_value = difference.before;
    if (value && difference.kind != DifferenceKind::removed) event.new_value = difference.after;
    return event;
}

std::set<std::string> all_sides(const Snapshot& before, const Snapshot& after) {
    std::set<std::string> sides;
    for (const Snapshot* each : {&before, &after})
        for (const plan::Side& side : each->plan().sides) sides.insert(side.id);
    return sides;
}

}  // namespace

std::vector<Difference> differences_between(const Snapshot& before, const Snapshot& after) {
    std::vector<Difference> all;
    for (Difference& each : planfile::differences(before.text().trees(), after.text().trees())) {
        const bool whole = each.field.empty() && !each.id.empty();
        all.push_back(each);
        if (whole) add_fields(each.kind == DifferenceKind::added ? after : before, each, all);
    }
    return all;
}

std::vector<store::EventRow> change_events(const Snapshot& before, const Snapshot& after) {
    std::vector<store::EventRow> events;
    std::map<Key, std::size_t> position;
    for (const Difference& each : differences_between(before, after)) {
        position.emplace(key_of(each), events.size());
        events.push_back(event_of(each));
    }
    for (const std::string& side : all_sides(before, after)) {
        for (const Difference& each : differences_between(*before.released_to(side), *after.released_to(side))) {
            if (each.field == "withheld") continue;  // says that something is not there, not what
            auto found = position.find(key_of(each));
            if (found == position.end()) {
                found = position.emplace(key_of(each), events.size()).first;
                events.push_back(event_of(each));
                events.back().kind.insert(0, "seen-");
            }
            events[found->second].readers.push_back(side);
        }
    }
    return events;
}

Difference difference_of(const store::EventRow& event) {
    const std::string kind = seen_by_one_side(event) ? event.kind.substr(5) : event.kind;
    Difference difference;
    difference.section = event.section;
    difference.id = event.record;
    difference.field = event.field;
    difference.before = event.old_value.value_or("");
    difference.after = event.new_value.value_or("");
    const bool came = kind == "add" || (!event.old_value && event.new_value);
    const bool went = kind == "remove" || (event.old_value && !event.new_value);
    difference.kind = came ? DifferenceKind::added : went ? DifferenceKind::removed : DifferenceKind::changed;
    return difference;
}

}  // namespace masar::app
