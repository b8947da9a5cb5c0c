#include "report/reader.h"

#include "plan/readers.h"

#include <algorithm>

namespace masar::report {
namespace {

bool tells_an_amount(plan::RepairKind kind) {
    switch (kind) {
        case plan::RepairKind::drop_link:
        case plan::RepairKind::allow_period:
        case plan::RepairKind::waive_rule:
        case plan::RepairKind::leave_out: return false;
        default: return true;
    }
}

}  // namespace

bool Reader::reads(const plan::Record& record) const { return whole() || plan::readers_of(*plan_, record)[side_.at()]; }

bool Reader::reads(const plan::Record& record, std::string_view field) const {
    if (!record.withheld.empty() && std::ranges::find(record.withheld, field) != record.withheld.end()) return false;
    return whole() || (reads(record) && plan::readers_of(*plan_, record, field)[side_.at()]);
}

bool Reader::reads(const std::vector<plan::SideIndex>& readers) const {
    return whole() || std::ranges::find(readers, side_) != readers.end();
}

void write_withheld(base::JsonWriter& json) { json.begin_object().field("withheld", true).end_object(); }
void write_withheld(base::JsonWriter& json, std::string_view key) {
    json.key(key);
    write_withheld(json);
}

base::Text withheld_text() { return {"not released by the other side", "لم يُفرج عنها الجانب الآخر"}; }

std::vector<int> withheld_references(const plan::Conflict& conflict, const Reader& reader) {
    std::vector<int> references;
    for (const plan::ConflictMember& each : conflict.members)
        if (!reader.reads(each)) references.push_back(each.reference);
    std::ranges::sort(references);
    return references;
}

std::vector<plan::Repair> readable_repairs(const plan::Conflict& conflict, const Reader& reader) {
    const bool withheld = !withheld_references(conflict, reader).empty();
    std::vector<plan::Repair> shown;
    for (const plan::Repair& each : conflict.repairs)
        if (reader.reads(each.target) && !(withheld && tells_an_amount(each.kind))) shown.push_back(each);
    return shown;
}

}  // namespace masar::report
