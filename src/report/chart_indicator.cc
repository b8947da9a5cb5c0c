#include "report/chart_indicator.h"

#include "report/figures.h"
#include "report/svg_canvas.h"
#include "report/time_axis.h"

#include <algorithm>
#include <cmath>

namespace masar::report {
namespace {

constexpr double width = 270, height = 120, top = 14, bottom = 96, left = 40;

struct Range {
    double low = 0, high = 1;
    [[nodiscard]] double y(double value) const { return bottom - (value - low) / (high - low) * (bottom - top); }
    void include(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

struct Plot {
    const PageContext& page;
    const plan::Indicator& indicator;
    const IndicatorSeries& series;
    TimeAxis axis;
    Range range;
};

Range range_of(const PageContext& page, const plan::Indicator& indicator, const IndicatorSeries& series) {
    Range range{series.points.front().value, series.points.front().value};
    for (const IndicatorPoint& point : series.points) range.include(point.value);
    for (const plan::Indicator::Target& target : indicator.targets)
        if (target.value) range.include(target.value->to_double());
    for (const plan::GateOutcome& gate : page.timetable.gates)
        for (const plan::CriterionOutcome& each : gate.criteria)
            if (each.indicator == series.indicator) range.include(each.wanted.to_double());
    if (range.high - range.low < 1e-9) range.include(range.low + 1);
    return range;
}

void draw_targets(SvgCanvas& canvas, const Plot& plot) {
    if (!plot.indicator.year_of.value.known()) return;
    const calendar::FiscalYear& fiscal = plot.page.plan.sides[plot.indicator.year_of.value.at()].fiscal_year;
    for (const plan::Indicator::Target& target : plot.indicator.targets) {
        if (!target.value) continue;
        const calendar::DatePeriod year = fiscal.days_of(target.year);
        const double y = plot.range.y(target.value->to_double());
        canvas.line({plot.axis.at(year.first), y}, {plot.axis.after(year.last), y}, "target");
    }
}

void draw_values(SvgCanvas& canvas, const Plot& plot) {
    std::vector<Point> points;
    for (const IndicatorPoint& each : plot.series.points)
        points.push_back({plot.axis.at(each.day), plot.range.y(each.value)});
    canvas.polyline("value", points);
}

void draw_gate_tests(SvgCanvas& canvas, const Plot& plot) {
    for (const plan::GateOutcome& gate : plot.page.timetable.gates)
        for (const plan::CriterionOutcome& each : gate.criteria)
            if (each.indicator == plot.series.indicator)
                canvas.diamond({plot.axis.at(gate.due), plot.range.y(each.wanted.to_double())}, 5,
                               each.met ? "gate" : "gate fails");
}

void draw_scale(SvgCanvas& canvas, const Plot& plot) {
    canvas.line({left, bottom + 6}, {width - 4, bottom + 6}, "grid");
    canvas.text({left - 6, top + 4}, rounded(plot.range.high, 2), TextAnchor::end, "muted");
    canvas.text({left - 6, bottom + 4}, rounded(plot.range.low, 2), TextAnchor::end, "muted");
    for (const TimeMark& year : plot.axis.years())
        if (calendar::date_of(calendar::year_of(year.day), 1, 1) == year.day && calendar::year_of(year.day) % 2 == 1)
            canvas.text({plot.axis.at(year.day), height - 4}, year.label, TextAnchor::middle, "muted");
}

}  // namespace

std::string indicator_chart(const PageContext& page, const IndicatorSeries& series) {
    const plan::Indicator& indicator = page.plan.indicators[series.indicator.at()];
    const Plot plot{page, indicator, series, TimeAxis(shown_days(page.plan, page.timetable), left, width - 8),
                    range_of(page, indicator, series)};
    SvgCanvas canvas({width, height}, page.language);
    draw_scale(canvas, plot);
    draw_targets(canvas, plot);
    draw_values(canvas, plot);
    draw_gate_tests(canvas, plot);
    return canvas.take(page.name(indicator));
}

}  // namespace masar::report
