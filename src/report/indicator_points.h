#pragma once
// An indicator's expected value as a line to draw: its jumps as jumps, its decay as a bend.
#include "forecast/trajectory.h"

#include <vector>

namespace masar::report {

/// One point of an indicator's expected value.
struct IndicatorPoint {
    calendar::Date day;
    double value = 0;
};
/// By day, from the baseline's to `last`; empty when it has no baseline.
[[nodiscard]] std::vector<IndicatorPoint> points_of(const forecast::Trajectory& trajectory, calendar::Date last);

/// Where an indicator stands highest and lowest, on the first such day.
struct Extremes {
    IndicatorPoint peak, trough;
};
/// Within a period; nothing before the baseline's day.
[[nodiscard]] std::optional<Extremes> extremes_in(const forecast::Trajectory& trajectory, calendar::DatePeriod days);

}  // namespace masar::report
