#include "calendar/fiscal_year.h"

namespace masar::calendar {

int FiscalYear::year_of(Date day) const {
    const std::chrono::year_month_day date(day);
    const bool belongs_to_next = first_month != 1 && static_cast<unsigned>(date.month()) >= first_month;
    return static_cast<int>(date.year()) + (belongs_to_next ? 1 : 0);
}

DatePeriod FiscalYear::days_of(int year) const {
    const int begins = first_month == 1 ? year : year - 1;
    return {date_of(begins, first_month, 1), date_of(begins + 1, first_month, 1) - std::chrono::days(1)};
}

std::string FiscalYear::label(int year) const { return (first_month == 1 ? "" : "FY") + std::to_string(year); }

}  // namespace masar::calendar
