#pragma once
// The answer of `improve` in a terminal and as JSON: what to choose, what it costs whom, and what the gates' indicators become.
#include "plan/improvement.h"

#include "base/text.h"

#include <string>

namespace masar::report {

[[nodiscard]] std::string improve_text(const plan::Plan& plan, const plan::Improvement& improvement,
                                       base::Language language);

/// status, holding, gates[], currency, added, least_added, sides[{side, amount}], chosen[{id, start, finish, mode, cost, sides[]}],
/// modes[{id, from, to, added}], criteria[{gate, indicator, comparison, wanted, before, after, met_before, met, asked}], moved, end,
/// conflicts, seed, stopped, violations[] as in `schedule`, text. Amounts are in units ("3157.5").
[[nodiscard]] std::string improve_json(const plan::Plan& plan, const plan::Improvement& improvement);

/// "With 3 options the criteria of gate-3, gate-4 hold, for 316,000 USD; it is proven that no choice costs less".
[[nodiscard]] base::Text improvement_sentence(const plan::Plan& plan, const plan::Improvement& improvement);
/// What all other activities do meanwhile.
[[nodiscard]] base::Text holding_sentence(plan::Holding holding);

}  // namespace masar::report
