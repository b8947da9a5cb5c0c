#pragma once
// The answer in a terminal, the important thing first: whether it fits, when it ends, the gates, what is broken and where.
#include "plan/outcomes.h"
#include "plan/timetable.h"

#include <string>

namespace masar::report {

[[nodiscard]] std::string schedule_text(const plan::Plan& plan, const plan::Timetable& timetable,
                                        base::Language language);

/// Tables of `show`; each with its title, and a sentence instead when there is nothing in it.
enum class View : unsigned char { critical, load, budgets, gates, notices, outcomes, worth, all };
struct ShownTables {
    const plan::Plan& plan;
    const plan::Timetable& timetable;
    const plan::Outcomes& outcomes;
    plan::SideIndex shown_to;  ///< known: all of it is made of what this side may read
};
[[nodiscard]] std::string view_text(View view, const ShownTables& source, base::Language language);

}  // namespace masar::report
