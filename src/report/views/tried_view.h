#pragma once
// What a change that is only tried would do: whether it fits, what moves and why, and what becomes of gates, odds, end and cost.
#include "plan/replanning.h"
#include "report/views/view_source.h"

#include <functional>
#include <span>
#include <string>

namespace masar::report {

/// What the plan does not know. Moves and breaks are of the plan after the change.
struct TriedFacts {
    bool fits = true;
    std::span<const plan::Move> moves;
    std::span<const plan::ActivityIndex> asked;          ///< whose dates were asked for
    std::span<const plan::Violation> breaks;             ///< what it breaks that was not broken before
    bool breaks_withheld = false;                        ///< and something that the reader may not read
    std::function<void(base::JsonWriter&)> changes;      ///< writes the list of changes of the text
    std::function<void(base::JsonWriter&)> explanation;  ///< writes the explanation; empty = there is none
};

/// {reader, fits, changes_made[], moves[{activity, name, from, to, days, why{en, ar}}], gates{before, after} (gate_json.h), joint{before,
/// after}, end{before, after}, cost{before, after}, breaks[{sentence{en, ar}}], explanation}. `from` is null for what is new, `to` for
/// what is left out; joint is null without forecasts, cost where amounts cannot be added up in one currency.
[[nodiscard]] std::string tried_view(const ViewSource& before, const ViewSource& after, const TriedFacts& facts);

}  // namespace masar::report
