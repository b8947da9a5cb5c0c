#pragma once
// The records of a plan by section and id, and whose they are.
#include "plan/every_record.h"
#include "plan/plan.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace masar::app {

/// Something in a plan that can change; as in plan/difference.h.
struct FieldName {
    std::string_view section, id, field;
};

class RecordIndex {
public:
    /// `plan` must outlive the index.
    explicit RecordIndex(const plan::Plan& plan);

    [[nodiscard]] const plan::Plan& plan() const { return plan_; }
    /// Null when there is none, and for what has no id (rates, waivers, fields of the whole plan).
    [[nodiscard]] const plan::Record* find(std::string_view section, std::string_view id) const;
    /// Side that it belongs to; unknown = shared. What is said about a side as a whole (its own record, its ceilings) belongs to it.
    [[nodiscard]] plan::SideIndex owner_of(const FieldName& name) const;

private:
    const plan::Plan& plan_;
    std::unordered_map<std::string, const plan::Record*> records_;
};

}  // namespace masar::app
