#pragma once
// The head of every chart over time: phases and gates, Gregorian and Hijri years, and the bands of periods to avoid.
#include "report/page_context.h"
#include "report/svg_canvas.h"
#include "report/time_axis.h"

namespace masar::report {

constexpr double chart_width = 1160;
constexpr double label_width = 330;
constexpr double axis_height = 58;

/// The axis that all charts of a page share.
[[nodiscard]] TimeAxis page_axis(const PageContext& page);
/// Ramadan and season bands from y = top to bottom.
void draw_bands(SvgCanvas& canvas, const PageContext& page, const TimeAxis& axis, double top, double bottom);
/// Three rows of 18: phases and gates, Gregorian, Hijri; and year lines down to `bottom`.
void draw_axis(SvgCanvas& canvas, const PageContext& page, const TimeAxis& axis, double bottom);

}  // namespace masar::report
