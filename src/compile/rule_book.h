#pragma once
// Which rules bind an activity, and on which days: law always, policy unless waived. A preference, unless waived, is no constraint but
// has its price.
#include "calendar/working_calendar.h"
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
    /// Likewise of the preferences.
    [[nodiscard]] std::vector<BindingRule> preferred(plan::ActivityIndex activity) const;

private:
    enum class Sought : unsigned char { binding, preferred };
    [[nodiscard]] std::vector<BindingRule> applying(plan::ActivityIndex activity, Sought sought) const;
    [[nodiscard]] std::optional<calendar::DatePeriod> days_of(plan::RuleIndex rule, plan::ActivityIndex activity) const;

    const plan::Plan& plan_;
    calendar::DatePeriod whole_;
};

/// From when on the rule lets an activity start when its notice goes out on `request`; nothing where no clock runs: a rule without
/// notice, or one whose clock begins to bind only after it would have run out, or ends before the request.
[[nodiscard]] std::optional<calendar::Date> notice_over(const plan::Plan& plan, const BindingRule& rule,
                                                        calendar::Date request,
                                                        const calendar::WorkingCalendar& calendar);

/// Whether a mode costs more than the rule allows, and by how much, in the limit's currency; nothing when it does not, or when
/// there is no rate to tell.
[[nodiscard]] std::optional<base::Money> cost_above_limit(const plan::Plan& plan, const plan::Rule& rule,
                                                          base::Money cost);

}  // namespace masar::compile
