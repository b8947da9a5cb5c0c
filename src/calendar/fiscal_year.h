#pragma once
// A side's fiscal year: the US one begins on 1 October and is named by its end year (31 USC 1102), the UAE one is the calendar year.
#include "calendar/date.h"

#include <string>

namespace masar::calendar {

struct FiscalYear {
    unsigned first_month = 1;  ///< 1..12; a year that does not begin in January is named by the year in which it ends

    [[nodiscard]] int year_of(Date day) const;
    [[nodiscard]] DatePeriod days_of(int year) const;
    /// "FY2027" when it begins in another month than January, "2027" otherwise.
    [[nodiscard]] std::string label(int year) const;
    bool operator==(const FiscalYear&) const = default;
};

}  // namespace masar::calendar
