#include "report/chart_lines.h"

#include "report/chart_axis.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::report {
namespace {

constexpr double width = 720, names_width = 250, row_height = 20, bar_height = 10, least_bar_width = 2;
constexpr std::size_t longest_name = 36;

struct Row {
    std::string name;
    std::vector<plan::ActivityIndex> activities;
};

std::vector<Row> rows_of(const PageContext& page) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < page.plan.lines.size(); ++i)
        rows.push_back({page.name(page.plan.lines[i]), activities_of(page, base::index_of<plan::LineIndex>(i))});
    rows.push_back({std::string(page.word("Without a line of effort", "خارج مسارات العمل")), activities_of(page, {})});
    std::erase_if(rows, [](const Row& each) { return each.activities.empty(); });
    return rows;
}

}  // namespace

std::string lines_chart(const PageContext& page) {
    const std::vector<Row> rows = rows_of(page);
    if (rows.empty()) return {};
    const TimeAxis axis(shown_days(page.plan, page.timetable), names_width, width - 10);
    const double height = axis_height + row_height * static_cast<double>(rows.size()) + 4;
    SvgCanvas canvas({width, height}, page.language);
    draw_bands(canvas, page, axis, axis_height - 4, height);
    draw_axis(canvas, page, axis, height);
    double y = axis_height + row_height / 2;
    for (const Row& row : rows) {
        canvas.text({names_width - 10, y + 4}, shortened(row.name, longest_name), TextAnchor::end);
        for (const plan::ActivityIndex each : row.activities) {
            const plan::ActivityDates& dates = page.timetable.activities[each.at()];
            const double from = axis.at(dates.start);
            const std::size_t side = leading_side(page.plan, page.plan.activities[each.at()]);
            canvas.rect(
                {from, y - bar_height / 2, std::max(axis.after(dates.finish) - from, least_bar_width), bar_height},
                fmt::format("busy side-{}", side));
        }
        y += row_height;
    }
    return canvas.take(page.word("Lines of effort in time", "مسارات العمل عبر الزمن"));
}

}  // namespace masar::report
