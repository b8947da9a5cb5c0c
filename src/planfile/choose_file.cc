#include "planfile/choose_file.h"

#include <algorithm>
#include <tuple>

namespace masar::planfile {
namespace {

/// "gov" of "gov-012"
std::string_view series(std::string_view id) { return id.substr(0, std::min(id.rfind('-'), id.size())); }

struct Likeness {
    std::size_t same_line = 0, same_series = 0, same_kind = 0;

    [[nodiscard]] auto key() const { return std::tie(same_line, same_series, same_kind); }
};

Likeness likeness(const TreeValue& heading, const PlanEdit& added) {
    Likeness found;
    if (!heading.exists() || heading.kind() == NodeKind::scalar) return found;
    const WrittenValue* line = added.value.find("line");
    for (const NodeId child : heading.tree->children(heading.node)) {
        ++found.same_kind;
        if (heading.kind() != NodeKind::map) continue;
        if (series(heading.tree->key(child)) == series(added.id)) ++found.same_series;
        if (line == nullptr || (*heading.tree)[child].kind != NodeKind::map) continue;
        const NodeId own = heading.tree->find(child, "line");
        if (own != no_node && heading.tree->text(own) == line->text) ++found.same_line;
    }
    return found;
}

}  // namespace

std::optional<std::size_t> choose_file(const PlanText& plan, const PlanEdit& added) {
    std::optional<std::size_t> best;
    Likeness best_likeness;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const InputFile& file = plan.file(i);
        if (!added.file.empty()) {
            if (file.name == added.file) return i;
            continue;
        }
        if (folded_id(file.side) != folded_id(added.side)) continue;
        const Likeness found = likeness(plan.heading(i, added.section), added);
        if (!best || found.key() > best_likeness.key()) best = i, best_likeness = found;
    }
    return best;
}

std::string name_of_new_file(const PlanEdit& added) {
    if (!added.file.empty()) return added.file;
    return added.side.empty() ? "plan.yaml" : "sides/" + added.side + "/plan.yaml";
}

}  // namespace masar::planfile
