#pragma once
// Which rules bind an activity, and on which days: law always, policy unless waived, preference never (it is no constraint).
#include "plan/plan.h"

#include <optional>
#include <vector>

namespace masar::compile {

struct BindingRule {
    plan::RuleIndex rule;
    calendar::DatePeriod days;  ///< on which it binds: in effect, and not waived
};

class RuleBook {
public:
    /// Days are clipped to `whole`.
    RuleBook(const plan::Plan& plan, calendar::DatePeriod whole);

    /// The rules whose conditions (type, place, fund) the activity meets. An activity of several modes meets the place when one
    /// of its modes does: a rule is rather kept than broken.
    [[nodiscard]] std::vector<BindingRule> binding(plan::ActivityIndex activity) const;

private:
    [[nodiscard]] std::optional<calendar::DatePeriod> days_of(plan::RuleIndex rule, plan::ActivityIndex activity) const;

    const plan::Plan& plan_;
    calendar::DatePeriod whole_;
};

/// Whether a mode costs more than the rule allows, and by how much, in the limit's currency; nothing when it does not, or when
/// there is no rate to tell.
[[nodiscard]] std::optional<base::Money> cost_above_limit(const plan::Plan& plan, const plan::Rule& rule,
                                                          base::Money cost);

}  // namespace masar::compile
