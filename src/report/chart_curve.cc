#include "report/chart_forecast.h"
#include "report/figures.h"
#include "report/svg_canvas.h"
#include "report/time_axis.h"

#include <algorithm>

namespace masar::report {
namespace {

constexpr double width = 270, height = 132, top = 12, bottom = 98, left = 34, right = 8;

double y(double probability) { return bottom - probability * (bottom - top); }

void draw_grid(SvgCanvas& canvas) {
    for (const int percent : {0, 50, 80, 100}) {
        const double line = y(percent / 100.0);
        canvas.line({left, line}, {width - right, line}, "grid");
        canvas.text({left - 6, line + 4}, std::to_string(percent), TextAnchor::end, "muted");
    }
}

}  // namespace

std::string curve_chart(const PageContext& page, const CurvePanel& panel) {
    if (panel.curve.size() < 2) return {};
    const calendar::Date first = std::min(panel.curve.front().date, panel.promised) - std::chrono::days(3);
    const calendar::Date last = std::max(panel.curve.back().date, panel.promised) + std::chrono::days(3);
    const TimeAxis axis({first, last}, left, width - right);
    SvgCanvas canvas({width, height}, page.language);
    draw_grid(canvas);
    const double promised = axis.at(panel.promised);
    canvas.line({promised, top}, {promised, bottom}, "target");
    std::vector<Point> points;
    for (const plan::DatePoint& each : panel.curve) points.push_back({axis.at(each.date), y(each.probability)});
    canvas.polyline("value", points);
    canvas.text({left, height - 20}, calendar::to_iso(first), TextAnchor::start, "muted");
    canvas.text({width - right, height - 20}, calendar::to_iso(last), TextAnchor::end, "muted");
    const std::string promised_on = date_text(panel.promised).in(page.language);
    canvas.text({left, height - 4}, std::string(page.word("promised ", "الموعد ")) + promised_on, TextAnchor::start,
                "strong");
    return canvas.take(panel.label);
}

}  // namespace masar::report
