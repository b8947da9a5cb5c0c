#pragma once
// What the pages are made of. A page for one side is made of the copy of the plan that was released to it (planfile/released_text.h),
// with the same dates: what is not released is not in it, and its records say in `withheld` which fields they do not hold.
#include "plan/forecast.h"
#include "plan/start_reason.h"
#include "plan/timetable.h"
#include "report/reader.h"

#include <optional>
#include <string_view>
#include <vector>

namespace masar::report {

/// Which dates a page shows.
enum class DatesShown : std::uint8_t { planned, earliest, baseline };
[[nodiscard]] constexpr std::string_view keyword(DatesShown dates) {
    constexpr std::string_view words[] = {"planned", "earliest", "baseline"};
    return words[static_cast<std::size_t>(dates)];
}

struct ViewSource {
    const plan::Plan& plan;  ///< as the reader reads it
    const Reader& reader;
    DatesShown shown = DatesShown::planned;
    const plan::Timetable* dates = nullptr;       ///< those shown; null: there are none yet
    const plan::Timetable* earliest = nullptr;    ///< for comparison
    const plan::Forecast* forecast = nullptr;     ///< around the dates shown; null: none was made
    const plan::StartReasons* reasons = nullptr;  ///< why each activity starts where it does
    /// Start and finish in the baseline, by ActivityIndex; empty when there is no baseline.
    std::vector<std::optional<calendar::DatePeriod>> baseline;

    [[nodiscard]] bool dated(std::size_t activity) const {
        return dates != nullptr && dates->activities[activity].chosen;
    }
};

/// The days about which a page speaks: from the plan's first to the last of its end, its gates and the dates shown.
[[nodiscard]] calendar::DatePeriod days_shown(const ViewSource& source);

}  // namespace masar::report
