#include "report/chart_budget.h"

#include "report/chart_axis.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::report {
namespace {

constexpr double chart_height = 190, base_y = 168, bar_room = 120;

std::int64_t highest(const std::vector<const plan::Spending*>& rows) {
    std::int64_t most = 1;
    for (const plan::Spending* row : rows) most = std::max({most, row->minor, row->ceiling_minor.value_or(0)});
    return most;
}

struct AmountPlace {
    double x = 0;
    TextAnchor anchor = TextAnchor::middle;
};
/// Over its year. A year of which little is shown is the first or the last: the amount stands outside then, clear of the year beside it.
AmountPlace amount_place(const TimeAxis& axis, double from, double to) {
    constexpr double amount_width = 70;
    if (to - from >= amount_width) return {(from + to) / 2, TextAnchor::middle};
    if (from <= axis.from_x()) return {to, TextAnchor::end};
    return {from, TextAnchor::start};
}

void draw_year(SvgCanvas& canvas, const PageContext& page, const TimeAxis& axis, const plan::Spending& row,
               double units_per_minor) {
    const calendar::FiscalYear& fiscal = page.plan.sides[row.side.at()].fiscal_year;
    const calendar::DatePeriod year = fiscal.days_of(row.year);
    const double from = axis.at(year.first), to = axis.after(year.last);
    if (to - from < 2) return;
    const double height = static_cast<double>(row.minor) * units_per_minor, middle = (from + to) / 2;
    const bool over = row.ceiling_minor && row.minor > *row.ceiling_minor;
    canvas.rect({from + 3, base_y - height, to - from - 6, height, 2},
                fmt::format("money side-{}{}", row.side.value, over ? " over" : ""));
    double label_y = base_y - height - 6;
    if (row.ceiling_minor) {
        const double y = base_y - static_cast<double>(*row.ceiling_minor) * units_per_minor;
        canvas.line({from + 1, y}, {to - 1, y}, "ceiling");
        label_y = std::min(label_y, y - 6);
    }
    const AmountPlace place = amount_place(axis, from, to);
    canvas.text({place.x, label_y}, money_text(page, row.minor, row.currency), place.anchor, over ? "fails" : "strong");
    canvas.text({middle, base_y + 16}, fiscal.label(row.year), TextAnchor::middle, "muted");
}

void draw_side_label(SvgCanvas& canvas, const PageContext& page, const std::vector<const plan::Spending*>& rows) {
    const plan::Side& side = page.plan.sides[rows.front()->side.at()];
    std::int64_t total = 0;
    for (const plan::Spending* row : rows) total += row->minor;
    canvas.rect({8, 24, 9, 9, rows.front()->side.value == 0 ? 4.5 : 0.0},
                fmt::format("side-{}", rows.front()->side.value));
    canvas.text({24, 33}, page.name(side), TextAnchor::start, "strong");
    canvas.text({24, 52},
                fmt::format(fmt::runtime(page.word("{} in all years", "{} في كل السنوات")),
                            money_text(page, total, rows.front()->currency)),
                TextAnchor::start, "muted");
    canvas.line({24, 66}, {48, 66}, "ceiling");
    canvas.text({54, 70}, page.word("ceiling of the year", "سقف السنة"), TextAnchor::start, "muted");
}

}  // namespace

std::vector<const plan::Spending*> side_totals(const plan::Timetable& timetable, plan::SideIndex side) {
    std::vector<const plan::Spending*> rows;
    for (const plan::Spending& each : timetable.spending)
        if (each.side == side && !each.fund.known()) rows.push_back(&each);
    return rows;
}

std::string budget_chart(const PageContext& page, plan::SideIndex side) {
    const std::vector<const plan::Spending*> rows = side_totals(page.timetable, side);
    if (rows.empty()) return {};
    const TimeAxis axis = page_axis(page);
    SvgCanvas canvas({chart_width, chart_height}, page.language);
    draw_side_label(canvas, page, rows);
    canvas.line({axis.from_x(), base_y}, {axis.to_x(), base_y}, "grid");
    const double units_per_minor = bar_room / static_cast<double>(highest(rows));
    for (const plan::Spending* row : rows) draw_year(canvas, page, axis, *row, units_per_minor);
    return canvas.take(
        page.word("Spending by fiscal year against the ceiling", "الإنفاق حسب السنة المالية مقابل السقف"));
}

}  // namespace masar::report
