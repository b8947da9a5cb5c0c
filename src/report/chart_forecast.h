#pragma once
// Drawings of a forecast: S-curves, money between P10 and P90, indicators as fans, and what swings the end.
#include "report/page_context.h"

#include "plan/forecast.h"

namespace masar::report {

/// One S-curve with the day that was promised or planned.
struct CurvePanel {
    const std::vector<plan::DatePoint>& curve;
    calendar::Date promised;
    std::string_view label;  ///< for screen readers
};
/// Empty when the curve has fewer than two points.
[[nodiscard]] std::string curve_chart(const PageContext& page, const CurvePanel& panel);

/// P10 to P90 of each fiscal year of one side, its middle and its ceiling; empty when nothing is charged to it.
[[nodiscard]] std::string money_range_chart(const PageContext& page, const plan::Forecast& forecast,
                                            plan::SideIndex side);
/// P10 to P90 at the end of each fiscal year with the targets.
[[nodiscard]] std::string fan_chart(const PageContext& page, const plan::IndicatorForecast& indicator);
/// The longest bars; empty when nothing varies.
[[nodiscard]] std::string tornado_chart(const PageContext& page, const plan::Forecast& forecast);

}  // namespace masar::report
