#pragma once
// The words and figures of the plans that `masar new` makes, as data; and the calendars it knows.
#include "planfile/new_plan.h"

#include <array>
#include <string_view>

namespace masar::planfile {

struct Words {
    std::string_view en, ar;
};

struct NewActivity {
    std::string_view id;
    Words name, type, done_when;
    std::string_view duration;
    int units = 1;          ///< of the pool
    std::string_view cost;  ///< without currency
};

struct NewPlanWords {
    std::string_view line;                   ///< id
    Words line_name, commitment, objective;  ///< the objective ends in "by <month> <year>"
    Words outcome, output, indicator;
    std::string_view measure;
    std::string_view pool;  ///< id
    Words pool_name, gate;
    std::array<NewActivity, 3> activities;
};

[[nodiscard]] const NewPlanWords& words_of_template(NewPlanTemplate about);
/// The lines below the calendar's id, indented by four.
[[nodiscard]] std::string_view calendar_text(NewCalendar calendar);

}  // namespace masar::planfile
