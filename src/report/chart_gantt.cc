#include "report/chart_gantt.h"

#include "report/chart_axis.h"
#include "report/html_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace masar::report {
namespace {

constexpr double row_height = 20, bar_height = 11, least_bar_width = 3;

struct Lane {
    const PageContext& page;
    TimeAxis axis;
    std::vector<plan::ActivityIndex> activities;
    [[nodiscard]] double height() const {
        return axis_height + row_height * static_cast<double>(activities.size()) + 4;
    }
    [[nodiscard]] double middle(std::size_t row) const {
        return axis_height + row_height * (static_cast<double>(row) + 0.5);
    }
};

std::string bar_title(const PageContext& page, plan::ActivityIndex index) {
    const plan::Activity& activity = page.plan.activities[index.at()];
    const plan::ActivityDates& dates = page.timetable.activities[index.at()];
    return fmt::format("{} · {} · {} – {}", activity.id, page.name(activity), date_text(page, dates.start),
                       date_text(page, dates.finish));
}

void draw_label(SvgCanvas& canvas, const Lane& lane, std::size_t row) {
    const plan::Activity& activity = lane.page.plan.activities[lane.activities[row].at()];
    const double y = lane.middle(row);
    const std::size_t side = leading_side(lane.page.plan, activity);
    const std::string side_class = fmt::format("side-{}", side);
    if (side == 0)
        canvas.circle({8, y}, 4, side_class);
    else
        canvas.rect({4, y - 4, 8, 8}, side_class);
    canvas.text({20, y + 4}, activity.id, TextAnchor::start, "strong");
    canvas.text({86, y + 4}, shortened(lane.page.name(activity), 35));
}

void draw_bar(SvgCanvas& canvas, const Lane& lane, std::size_t row) {
    const plan::ActivityIndex index = lane.activities[row];
    const plan::ActivityDates& dates = lane.page.timetable.activities[index.at()];
    const std::size_t side = leading_side(lane.page.plan, lane.page.plan.activities[index.at()]);
    const std::string css = fmt::format("bar side-{}{}", side, dates.critical ? " critical" : "");
    const double from = lane.axis.at(dates.start), y = lane.middle(row);
    const double width = std::max(lane.axis.after(dates.finish) - from, least_bar_width);
    if (dates.earliest_start && *dates.earliest_start < dates.start)
        canvas.line({lane.axis.at(*dates.earliest_start), y}, {from, y}, "moved");
    canvas.rect({from, y - bar_height / 2, width, bar_height, side == 0 ? bar_height / 2 : 0}, css,
                bar_title(lane.page, index));
}

/// Links between critical activities of the lane: the chain that sets the end.
void draw_critical_links(SvgCanvas& canvas, const Lane& lane) {
    std::map<plan::ActivityIndex, std::size_t> row_of;
    for (std::size_t row = 0; row < lane.activities.size(); ++row) row_of[lane.activities[row]] = row;
    const auto& dates = lane.page.timetable.activities;
    for (const auto& [index, row] : row_of) {
        if (!dates[index.at()].critical) continue;
        for (const plan::Dependency& link : lane.page.plan.activities[index.at()].after) {
            const auto from = row_of.find(link.predecessor.value);
            if (from == row_of.end() || !dates[from->first.at()].critical) continue;
            const double x0 = lane.axis.after(dates[from->first.at()].finish);
            const double x1 = lane.axis.at(dates[index.at()].start);
            canvas.polyline("link", {{x0, lane.middle(from->second)},
                                     {x0 + 3, lane.middle(from->second)},
                                     {x0 + 3, lane.middle(row) - bar_height},
                                     {x1, lane.middle(row) - bar_height},
                                     {x1, lane.middle(row) - bar_height / 2}});
        }
    }
}

std::string legend_item(std::string_view css_class, std::string_view words) {
    return fmt::format("<span class=\"key\"><i class=\"{}\"></i>{}</span>", css_class, escape_html(words));
}

}  // namespace

std::string gantt_of_line(const PageContext& page, plan::LineIndex line) {
    const Lane lane{page, page_axis(page), activities_of(page, line)};
    if (lane.activities.empty()) return {};
    SvgCanvas canvas({chart_width, lane.height()}, page.language);
    canvas.rows({axis_height, row_height});
    draw_bands(canvas, page, lane.axis, axis_height - 4, lane.height());
    draw_axis(canvas, page, lane.axis, lane.height());
    for (std::size_t row = 0; row < lane.activities.size(); ++row) draw_label(canvas, lane, row);
    draw_critical_links(canvas, lane);
    for (std::size_t row = 0; row < lane.activities.size(); ++row) draw_bar(canvas, lane, row);
    return canvas.take(page.word("Schedule of the line of effort", "الجدول الزمني لمسار العمل"));
}

std::string gantt_legend(const PageContext& page) {
    std::string out = "<p class=\"legend\">";
    for (std::size_t side = 0; side < page.plan.sides.size(); ++side) {
        const std::string name = page.name(page.plan.sides[side]);
        out += legend_item(fmt::format("side-{}", side),
                           fmt::format(fmt::runtime(page.word("{} leads", "بقيادة {}")), name));
    }
    out += legend_item("critical", page.word("critical to the end date", "حرج لموعد النهاية"));
    out += legend_item("moved", page.word("later than the earliest date", "أُخّر عن أبكر موعد"));
    for (const plan::AvoidablePeriod& period : page.plan.periods) {
        const bool islamic = std::holds_alternative<calendar::HijriMonth>(period.days.rule);
        out += legend_item(islamic ? "ramadan" : "season", page.name(period));
    }
    out += legend_item("gate", page.word("gate", "بوابة"));
    out += legend_item("gate fails", page.word("gate that would not be passed", "بوابة لن تُجتاز"));
    return out + "</p>";
}

}  // namespace masar::report
