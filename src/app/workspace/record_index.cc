#include "app/workspace/record_index.h"

#include "planfile/tree_value.h"

namespace masar::app {
namespace {

std::string key_of(std::string_view section, std::string_view id) {
    return std::string(section) + "\n" + planfile::folded_id(id);
}

plan::SideIndex side_with_id(const plan::Plan& plan, std::string_view id) {
    const plan::Side* side = plan::find(plan.sides, id);
    return side ? base::index_of<plan::SideIndex>(static_cast<std::size_t>(side - plan.sides.data()))
                : plan::SideIndex{};
}

}  // namespace

RecordIndex::RecordIndex(const plan::Plan& plan) : plan_(plan) {
    plan::for_each_record(plan, [&](std::string_view section, const plan::Record& each) {
        records_.emplace(key_of(section, each.id), &each);
    });
}

const plan::Record* RecordIndex::find(std::string_view section, std::string_view id) const {
    const auto found = records_.find(key_of(section, id));
    return found == records_.end() ? nullptr : found->second;
}

plan::SideIndex RecordIndex::owner_of(const FieldName& name) const {
    if (name.section == "ceilings") return side_with_id(plan_, name.field.substr(0, name.field.find('.')));
    if (name.section == "sides") return side_with_id(plan_, name.id);
    const plan::Record* record = find(name.section, name.id);
    return record ? record->owner : plan::SideIndex{};
}

}  // namespace masar::app
