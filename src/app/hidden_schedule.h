#pragma once
// The hidden schedule of a generated roadmap: activities drawn one after the other and placed at the first day that keeps links, pools
// and periods to avoid. Whatever is written around it (windows, ceilings, due dates) leaves it feasible.
#include "calendar/working_calendar.h"

#include <cstdint>
#include <vector>

namespace masar::app {

struct DrawnNeed {
    std::int32_t pool = 0;
    std::int32_t units = 0;
};

struct DrawnLink {
    std::int32_t predecessor = 0;
    std::int32_t lag_days = 0;  ///< working days
};

struct DrawnActivity {
    std::int32_t line = 0;
    std::int32_t duration = 1;  ///< working days, most likely
    std::int32_t cost_thousands = 0;
    bool avoids_ramadan = false;
    std::vector<DrawnLink> after;
    std::vector<DrawnNeed> needs;
    calendar::Date start, finish;  ///< in the hidden schedule
    calendar::Date window_first, window_last;
};

struct HiddenSchedule {
    std::vector<DrawnActivity> activities;
    std::vector<std::int32_t>
        capacities;  ///< by pool; demand is 80 % of them over the five years, less below about 100 activities
};

struct DrawFrame {
    const calendar::WorkingCalendar& calendar;  ///< joint; reaches well past the five years
    std::vector<calendar::DatePeriod> ramadans;
    calendar::Date first_day, last_day;  ///< the five years
    std::int32_t lines = 7;
};

[[nodiscard]] HiddenSchedule draw_schedule(std::int64_t activities, std::uint64_t seed, const DrawFrame& frame);

}  // namespace masar::app
