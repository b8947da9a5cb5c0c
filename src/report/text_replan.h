#pragma once
// The answer of `replan` in a terminal and as JSON: what moves and why, and how finish trades against moves.
#include "plan/replanning.h"

#include <string>

namespace masar::report {

[[nodiscard]] std::string replan_text(const plan::Plan& plan, const plan::Replanning& replanning,
                                      base::Language language);

/// status, today, end, compared, moved, frozen[], moves[{id, from, to, days, cause, reasons[]}], front[{moves, shift_days, objective[],
/// end, late_days, proven, answered}], whole_front, gone[], gates and violations as in `schedule`, text.
[[nodiscard]] std::string replan_json(const plan::Plan& plan, const plan::Replanning& replanning);

/// "12 of 117 activities move" in both languages; how many do not count what is new.
[[nodiscard]] base::Text moves_sentence(const plan::Replanning& replanning);
/// "Second (second): 2027-01-11 → 2027-01-18, 7 days later".
[[nodiscard]] base::Text move_sentence(const plan::Move& move, const plan::Plan& plan);
/// "at its old date: Planners (planners) would be short by 2"; empty for what is new.
[[nodiscard]] base::Text move_reason(const plan::Move& move, const plan::Plan& plan);

}  // namespace masar::report
