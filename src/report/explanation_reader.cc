#include "report/explanation_reader.h"

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

bool ExplanationReader::reads(const std::vector<plan::SideIndex>& readers) const {
    return !side.known() || std::ranges::find(readers, side) != readers.end();
}

bool ExplanationReader::reads(const plan::Plan& plan, const plan::Record& record, std::string_view field) const {
    if (!side.known()) return true;
    return plan::readers_of(plan, record)[side.at()] && plan::readers_of(plan, record, field)[side.at()];
}

std::vector<int> withheld_references(const plan::Conflict& conflict, const ExplanationReader& reader) {
    std::vector<int> references;
    for (const plan::ConflictMember& each : conflict.members)
        if (!reader.reads(each)) references.push_back(each.reference);
    std::ranges::sort(references);
    return references;
}

std::vector<plan::Repair> readable_repairs(const plan::Conflict& conflict, const ExplanationReader& reader) {
    const bool withheld = !withheld_references(conflict, reader).empty();
    std::vector<plan::Repair> shown;
    for (const plan::Repair& each : conflict.repairs)
        if (reader.reads(each.target) && !(withheld && tells_an_amount(each.kind))) shown.push_back(each);
    return shown;
}

}  // namespace masar::report
