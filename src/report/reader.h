#pragma once
// For whom something is told: whoever holds the whole plan, or one side. The one place that says what may be told; plan/readers.h says
// to whom the plan releases what. Answers that were found with the limits of both sides (a conflict and its repairs) are told through
// it; everything else is made of the copy that planfile/released_text.h writes for a side, whose records say what they do not hold.
#include "base/json_writer.h"
#include "plan/explanation.h"

#include <string_view>
#include <vector>

namespace masar::report {

class Reader {
public:
    /// An unknown side reads everything. `plan` must outlive the reader.
    explicit Reader(const plan::Plan& plan, plan::SideIndex side = {}) : plan_(&plan), side_(side) {}

    [[nodiscard]] bool whole() const { return !side_.known(); }
    [[nodiscard]] plan::SideIndex side() const { return side_; }

    [[nodiscard]] bool reads(const plan::Record& record) const;
    /// The record, and this field of it (by its key in the plan file) wholly.
    [[nodiscard]] bool reads(const plan::Record& record, std::string_view field) const;
    [[nodiscard]] bool reads(const std::vector<plan::SideIndex>& readers) const;
    [[nodiscard]] bool reads(const plan::ConflictMember& member) const { return reads(member.readers); }
    /// Whether totals of this side's money and limits are all there: a side knows its own.
    [[nodiscard]] bool reads_all_of(plan::SideIndex side) const { return whole() || side == side_; }

private:
    const plan::Plan* plan_;
    plan::SideIndex side_;
};

/// {"withheld": true}: instead of a value that is not released, so that a gap is never taken for zero.
void write_withheld(base::JsonWriter& json);
void write_withheld(base::JsonWriter& json, std::string_view key);
/// "not released by the other side" / «لم يُفرج عنها الجانب الآخر».
[[nodiscard]] base::Text withheld_text();

/// References of what the reader may not read, rising.
[[nodiscard]] std::vector<int> withheld_references(const plan::Conflict& conflict, const Reader& reader);

/// What may be proposed: where a limit is withheld, no least amount is told, because it would tell the limit.
[[nodiscard]] std::vector<plan::Repair> readable_repairs(const plan::Conflict& conflict, const Reader& reader);

}  // namespace masar::report
