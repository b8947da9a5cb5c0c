#pragma once
// Why an activity does not start earlier: what it would break one working day before, everything else being where it is.
#include "plan/plan.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace masar::plan {

struct StartReason {
    enum class Kind : std::uint8_t {
        begun,            ///< it has started or is finished: its dates are facts
        plan_start,       ///< the plan has no earlier working day of its calendar
        follows,          ///< `record` = position in Activity::after
        holds_successor,  ///< `record` = ActivityIndex that may not come so long after it; `position` in its Activity::after
        window,           ///< not before `day`
        finish_window,  ///< not finished before `day`
        as_of,          ///< what is planned starts on the status date `day` or later
        approval,       ///< `record` = ApprovalIndex; its steps end on `day`
        notice,         ///< `record` = RuleIndex; its clock ends on `day`
        fund_opens,     ///< `record` = FundIndex; first `day` for obligations
        avoids,         ///< `record` = PeriodIndex
        rule,           ///< `record` = RuleIndex, which keeps it out of a period
        pool,           ///< `record` = ResourceIndex; too few are free on `day`
        yearly_pool,    ///< `record` = ResourceIndex; used up in `year`
        fund_ceiling,   ///< `record` = FundIndex; reached in `year`
        side_ceiling,   ///< `record` = SideIndex; reached in `year`
        stock,          ///< `record` = StockIndex
    };
    Kind kind = Kind::window;
    std::int32_t record = -1, position = -1;
    std::optional<int> year;
    calendar::Date day;
};

/// By ActivityIndex; none for what is not dated, or what could start a working day earlier by itself.
using StartReasons = std::vector<std::vector<StartReason>>;

}  // namespace masar::plan
