#pragma once
// `due`: requests to send, notices to give, gates and closing funds within some days.
#include "app/seen_plan.h"
#include "report/views/due_view.h"

namespace masar::app {

struct DueOptions {
    SimulateOptions dates;                ///< how the plan is dated, and the side for which it is told
    std::optional<calendar::Date> today;  ///< none = the plan's status date, else its first day
    int days = 30;
};
struct DuePlan {
    DatedPlan dated;
    calendar::Date today;
    std::vector<report::DueItem> items;
    std::string json;
};
/// No items when the plan has errors: `dated.loaded.diagnostics` say which.
[[nodiscard]] base::Result<DuePlan> due_plan(const base::FileDoor& files, std::string_view path,
                                             const DueOptions& options);

}  // namespace masar::app
