#include "report/chart_axis.h"
#include "report/chart_forecast.h"
#include "report/forecast_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::report {
namespace {

constexpr double chart_height = 190, base_y = 168, bar_room = 120;

using Rows = std::vector<const plan::MoneyForecast*>;

Rows rows_of(const plan::Forecast& forecast, plan::SideIndex side) {
    Rows rows;
    for (const plan::MoneyForecast& each : forecast.money)
        if (each.side == side && !each.fund.known() && each.year) rows.push_back(&each);
    return rows;
}

struct Scale {
    double per_minor = 0;
    [[nodiscard]] double y(std::int64_t minor) const { return base_y - static_cast<double>(minor) * per_minor; }
};

Scale scale_of(const Rows& rows) {
    std::int64_t most = 1;
    for (const auto* row : rows) most = std::max({most, amount_at(row->spent, 0.9), row->ceiling.value_or(0)});
    return {bar_room / static_cast<double>(most)};
}

void draw_year(SvgCanvas& canvas, const PageContext& page, const TimeAxis& axis, const plan::MoneyForecast& row,
               Scale scale) {
    const calendar::FiscalYear& fiscal = page.plan.sides[row.side.at()].fiscal_year;
    const calendar::DatePeriod year = fiscal.days_of(*row.year);
    const double from = axis.at(year.first), to = axis.after(year.last), middle = (from + to) / 2;
    if (to - from < 2) return;
    const double high = scale.y(amount_at(row.spent, 0.9)), low = scale.y(amount_at(row.spent, 0.1));
    canvas.rect({from + 3, low, to - from - 6, base_y - low, 0}, fmt::format("money-sure side-{}", row.side.value));
    canvas.rect({from + 3, high, to - from - 6, std::max(1.0, low - high), 2},
                fmt::format("money side-{}", row.side.value));
    const double half = scale.y(amount_at(row.spent, 0.5));
    canvas.line({from + 3, half}, {to - 3, half}, "middle");
    double label_y = high - 6;
    const bool risky = row.ceiling && row.breach.value >= 0.05;
    if (row.ceiling) {
        canvas.line({from + 1, scale.y(*row.ceiling)}, {to - 1, scale.y(*row.ceiling)}, "ceiling");
        label_y = std::min(label_y, scale.y(*row.ceiling) - 6);
        canvas.text({middle, label_y}, percent_figure(row.breach.value), TextAnchor::middle,
                    risky ? "fails" : "strong");
    }
    canvas.text({middle, base_y + 16}, fiscal.label(*row.year), TextAnchor::middle, "muted");
}

}  // namespace

std::string money_range_chart(const PageContext& page, const plan::Forecast& forecast, plan::SideIndex side) {
    const Rows rows = rows_of(forecast, side);
    if (rows.empty()) return {};
    const TimeAxis axis = page_axis(page);
    SvgCanvas canvas({chart_width, chart_height}, page.language);
    canvas.rect({8, 24, 9, 9, side.value == 0 ? 4.5 : 0.0}, fmt::format("side-{}", side.value));
    canvas.text({24, 33}, page.name(page.plan.sides[side.at()]), TextAnchor::start, "strong");
    canvas.text({24, 52}, page.word("dark: between P10 and P90", "الداكن: بين P10 وP90"), TextAnchor::start, "muted");
    canvas.text({24, 70}, page.word("percentage: chance above the ceiling", "النسبة: احتمال تجاوز السقف"),
                TextAnchor::start, "muted");
    canvas.line({axis.from_x(), base_y}, {axis.to_x(), base_y}, "grid");
    const Scale scale = scale_of(rows);
    for (const auto* row : rows) draw_year(canvas, page, axis, *row, scale);
    return canvas.take(page.word("Spending by fiscal year as a range, against the ceiling",
                                 "مدى الإنفاق حسب السنة المالية مقابل السقف"));
}

}  // namespace masar::report
