#include "report/chart_forecast.h"
#include "report/figures.h"
#include "report/forecast_words.h"
#include "report/svg_canvas.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace masar::report {
namespace {

constexpr double width = 270, height = 132, top = 14, bottom = 92, left = 40, right = 24;
constexpr double half_dash = 12;  ///< of a target: the first one stays clear of the labels

struct Fan {
    const std::vector<plan::IndicatorForecast::Year>& years;
    double low = 0, high = 1;

    [[nodiscard]] double x(std::size_t index) const {
        const double step =
            years.size() > 1 ? (width - left - half_dash - right) / static_cast<double>(years.size() - 1) : 0;
        return left + half_dash + step * static_cast<double>(index);
    }
    [[nodiscard]] double y(double value) const { return bottom - (value - low) / (high - low) * (bottom - top); }
};

Fan fan_of(const plan::IndicatorForecast& indicator) {
    Fan fan{indicator.years, indicator.years.front().low, indicator.years.front().high};
    for (const auto& year : indicator.years) {
        fan.low = std::min({fan.low, year.low, year.target ? year.target->to_double() : year.low});
        fan.high = std::max({fan.high, year.high, year.target ? year.target->to_double() : year.high});
    }
    if (fan.high - fan.low < 1e-9) fan.high = fan.low + 1;
    return fan;
}

/// Percentiles are known to a bin only: three figures say what is known.
std::string bound_text(double value) {
    return std::abs(value) < 1000 ? fmt::format("{:.3g}", value) : rounded(value, 0);
}

void draw_fan(SvgCanvas& canvas, const Fan& fan) {
    std::vector<Point> band, middle;
    for (std::size_t i = 0; i < fan.years.size(); ++i) {
        band.push_back({fan.x(i), fan.y(fan.years[i].high)});
        middle.push_back({fan.x(i), fan.y(fan.years[i].middle)});
    }
    for (std::size_t i = fan.years.size(); i-- > 0;) band.push_back({fan.x(i), fan.y(fan.years[i].low)});
    band.push_back(band.front());
    canvas.polyline("fan", band);
    canvas.polyline("value", middle);
}

}  // namespace

std::string fan_chart(const PageContext& page, const plan::IndicatorForecast& indicator) {
    const plan::Indicator& source = page.plan.indicators[indicator.indicator.at()];
    const Fan fan = fan_of(indicator);
    SvgCanvas canvas({width, height}, page.language);
    canvas.text({left - 6, top + 4}, bound_text(fan.high), TextAnchor::end, "muted");
    canvas.text({left - 6, bottom + 4}, bound_text(fan.low), TextAnchor::end, "muted");
    canvas.line({left, bottom + 6}, {width - 4, bottom + 6}, "grid");
    draw_fan(canvas, fan);
    for (std::size_t i = 0; i < fan.years.size(); ++i) {
        const auto& year = fan.years[i];
        if (year.target) {
            const double y = fan.y(year.target->to_double());
            canvas.line({fan.x(i) - half_dash, y}, {fan.x(i) + half_dash, y}, "target");
        }
        canvas.text({fan.x(i), height - 22}, std::to_string(year.year % 100), TextAnchor::middle, "muted");
        canvas.text({fan.x(i), height - 6}, rounded(100 * year.met.value, 0), TextAnchor::middle,
                    year.met.value < 0.5 ? "fails" : "strong");
    }
    return canvas.take(page.name(source));
}

}  // namespace masar::report
