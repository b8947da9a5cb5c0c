#pragma once
// What has happened, fact by fact, as edits of the plan's text: begun, finished, postponed, cancelled, asked for, measured, paid.
// Used by `masar status`, by the pages, and by whoever reads facts from a table.
#include "base/result.h"
#include "exchange/sheet.h"
#include "plan/plan.h"
#include "planfile/edit_plan.h"
#include "planfile/plan_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::app {

enum class FactKind : std::uint8_t {
    planned,    ///< an activity is planned again: what was said of its progress is taken back
    started,    ///< `on`; perhaps `remaining`
    finished,   ///< `on`; `from` where it was not said to have started; perhaps `criterion_met`
    postponed,  ///< not before `to`; `on` the day of the decision; `why`
    cancelled,  ///< `why`
    requested,  ///< the approval `under`, sent `on`
    notified,   ///< the notice under the rule `under`, given `on`
    observed,   ///< an indicator was measured: `value`, `state`, `source`
    allotted,
    committed,
    obligated,
    disbursed,    ///< money of a fund: `amount`, perhaps `activity`, `reference`, `reversal`
    status_date,  ///< `on`: the plan is told as of this day
};
/// The word of tables and of the interface: "started", "status-date".
[[nodiscard]] std::string_view keyword(FactKind kind);
[[nodiscard]] std::optional<FactKind> fact_kind(std::string_view word);

/// Values as the plan file writes them; what a kind does not need is empty.
struct Fact {
    FactKind kind = FactKind::started;
    std::string record;  ///< id of the activity, indicator or fund
    std::string on, from, to;
    base::Text why;
    std::string remaining;  ///< "4wd"
    std::optional<bool> criterion_met;
    std::string under;                 ///< approval or rule
    std::string value, state, source;  ///< of an observation
    std::string amount, reference, activity;
    bool reversal = false;
};

/// Fails (usage) where something is missing, unknown, or contradicts what the plan says: finished before it started.
[[nodiscard]] base::Result<std::vector<planfile::PlanEdit>> edits_of(const Fact& fact, const plan::Plan& plan,
                                                                     const planfile::PlanText& text);

struct FactRow {
    std::size_t row = 0;  ///< of the sheet, from 0
    Fact fact;
};
struct FactFault {
    std::size_t row = 0;
    std::string cell;
    base::Error error;
};
struct FactTable {
    std::vector<FactRow> facts;
    std::vector<FactFault> faults;
};
/// A table with the headings what, id, on, from, to, why, why-ar, remaining, criterion-met, under, value, state, source, amount,
/// reference, activity, reversal, in any order; rows without `what` are left out. Headings in Arabic are known too.
[[nodiscard]] FactTable facts_of(const exchange::Sheet& sheet, const plan::Plan& plan);

}  // namespace masar::app
