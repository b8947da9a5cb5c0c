#include "planfile/record_text.h"

namespace masar::planfile {
namespace {

WrittenRecord told(const PlanText& plan, std::string id, const RecordSpot& spot) {
    const InputFile& file = plan.file(spot.file);
    return {std::move(id), file.name, file.side, written_value(*spot.value.tree, spot.value.node),
            spot.value.key_place()};
}

}  // namespace

std::vector<WrittenRecord> record_texts(const PlanText& plan, std::string_view section) {
    std::vector<WrittenRecord> texts;
    for (const auto& [id, spot] : plan.records(section)) texts.push_back(told(plan, id, spot));
    return texts;
}

std::optional<WrittenRecord> record_text(const PlanText& plan, std::string_view section, std::string_view id) {
    const auto spot = plan.find(section, id);
    if (!spot) return std::nullopt;
    const NodeTree& tree = *spot->value.tree;
    const bool keyed = !id.empty() && tree[spot->value.node].has_key;
    return told(plan, keyed ? std::string(tree.key(spot->value.node)) : std::string(id), *spot);
}

}  // namespace masar::planfile
