#include "app/workspace/plan_faults.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace masar::app {
namespace {

using planfile::NodeId;
using planfile::NodeTree;

/// The entry of a container that holds the byte; no_node when none does.
NodeId entry_at(const NodeTree& tree, NodeId container, std::size_t offset) {
    for (const NodeId child : tree.children(container)) {
        const planfile::Node& node = tree[child];
        const std::size_t begin = node.has_key ? node.key_begin : node.value_begin;
        if (begin <= offset && offset < std::max<std::size_t>(node.value_end, node.key_end)) return child;
    }
    return planfile::no_node;
}

/// What tells an error from another, but not where it stands.
auto identity_of(const base::Diagnostic& each) { return std::tie(each.code, each.message.en, each.record); }

}  // namespace

FieldSpot spot_at(const planfile::PlanText& text, const base::Place& place) {
    FieldSpot spot;
    if (!place.known() || place.file >= text.size() || text.tree(place.file).empty()) return spot;
    const NodeTree& tree = text.tree(place.file);
    const std::size_t offset = tree.index().offset(place.line, place.column);
    const NodeId section = entry_at(tree, NodeTree::root(), offset);
    if (section == planfile::no_node) return spot;
    spot.section = tree.key(section);
    const bool records =
        planfile::TreeValue{&tree, NodeTree::root(), planfile::Shape::of_plan()}.entry(section).shape.record()
        != planfile::Kind::none;
    NodeId at = entry_at(tree, section, offset);
    if (records && at != planfile::no_node) {
        for (const auto& [name, record] : text.records(spot.section))
            if (record.file == place.file && record.value.node == at) spot.id = name;
        at = entry_at(tree, at, offset);
    }
    for (; at != planfile::no_node && tree[at].has_key; at = entry_at(tree, at, offset))
        spot.field.append(spot.field.empty() ? "" : ".").append(tree.key(at));
    return spot;
}

PlanFault fault_of(const Snapshot& snapshot, const base::Diagnostic& diagnostic) {
    FieldSpot spot = spot_at(snapshot.text(), diagnostic.place);
    return {diagnostic.code,
            std::move(spot.section),
            spot.id.empty() ? diagnostic.record : std::move(spot.id),
            std::move(spot.field),
            std::string(snapshot.plan().sources.name_of(diagnostic.place)),
            diagnostic.place.line,
            diagnostic.place.column,
            diagnostic.message,
            diagnostic.hint};
}

std::vector<PlanFault> new_faults(const Snapshot& before, const Snapshot& after) {
    using Identity = std::tuple<std::string, std::string, std::string>;
    std::map<Identity, int> had;
    for (const base::Diagnostic& each : before.loaded().diagnostics)
        if (each.severity == base::Severity::error) ++had[identity_of(each)];
    std::vector<PlanFault> fresh;
    for (const base::Diagnostic& each : after.loaded().diagnostics)
        if (each.severity == base::Severity::error && --had[identity_of(each)] < 0)
            fresh.push_back(fault_of(after, each));
    return fresh;
}

}  // namespace masar::app
