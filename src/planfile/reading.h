#pragma once
// What the readers of all records share while one plan is read: the plan that grows, the ids of every kind, the complaints.
#include "base/diagnostic.h"
#include "plan/plan.h"
#include "planfile/code.h"
#include "planfile/id_table.h"
#include "planfile/keyword.h"

#include <array>
#include <string_view>

namespace masar::planfile {

class Reading {
public:
    plan::Plan plan;
    base::Diagnostics diagnostics;
    /// A file ended in a syntax error: what is not found may stand behind it, so that missing things are not complained about.
    bool partial = false;

    base::Diagnostic& report(code::Code code, base::Place place, base::Text message, base::Text hint = {});

    [[nodiscard]] IdTable& ids(Kind kind) { return ids_[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] const IdTable& ids(Kind kind) const { return ids_[static_cast<std::size_t>(kind)]; }
    /// Index of the record; -1 and a complaint with the nearest id when there is none.
    std::int32_t resolve(Kind kind, std::string_view id, base::Place place);
    /// "plan.yaml:203"
    [[nodiscard]] std::string shown(base::Place place) const;

private:
    [[nodiscard]] base::Text suggestion(Kind kind, std::string_view id);

    std::array<IdTable, id_kinds> ids_;
    /// Looking for the nearest of 100,000 ids takes its time, and nobody reads a thousand hints.
    int suggestions_left_ = 100;
};

}  // namespace masar::planfile
