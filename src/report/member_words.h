#pragma once
// One statement of the plan as a sentence of its own.
#include "base/text.h"
#include "plan/explanation.h"

namespace masar::report {

/// Every kind but `activity`, which is told by what it takes.
[[nodiscard]] base::Text member_words(const plan::Plan& plan, const plan::ConflictMember& member);
/// " +5 wd" behind a link that is more than one after the other; empty for a plain one.
[[nodiscard]] base::Text lag_words(const plan::Plan& plan, const plan::ConflictMember& link);
[[nodiscard]] plan::ActivityIndex predecessor_of(const plan::Plan& plan, const plan::ConflictMember& link);
/// "the policy No exercise in Texas … (texas-season)".
[[nodiscard]] base::Text rule_words(const plan::Plan& plan, plan::RuleIndex rule);
/// What a ceiling is of: a fund, or a side as a whole; `side` counts its years.
struct Account {
    base::Text name;
    plan::SideIndex side;
};
[[nodiscard]] Account account_of(const plan::Plan& plan, const plan::ConflictMember& ceiling);
/// "the ceiling of United Arab Emirates (uae) for 2028".
[[nodiscard]] base::Text ceiling_words(const plan::Plan& plan, const plan::ConflictMember& ceiling);
/// The gate or the activity that was asked about.
[[nodiscard]] base::Text asked_words(const plan::Plan& plan, const plan::ConflictMember& asked);

}  // namespace masar::report
