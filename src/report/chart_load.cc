#include "report/chart_load.h"

#include "report/chart_axis.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::report {
namespace {

constexpr double strip_height = 44, bar_room = 32;
constexpr std::size_t days_a_bar = 7;

/// Share of capacity; a load without any capacity counts as twice over.
double share(std::int32_t load, std::int32_t capacity) {
    if (load == 0) return 0;
    return capacity > 0 ? static_cast<double>(load) / capacity : 2.0;
}

std::string_view load_class(double part) {
    if (part > 1) return "load over";
    if (part > 0.8) return "load high";
    return part > 0.5 ? "load middle" : "load low";
}

struct Week {
    std::size_t first = 0;
    LoadPeak peak;
};

Week week_at(const plan::PoolLoad& pool, std::size_t first) {
    Week week{first, {pool.first_day + std::chrono::days(static_cast<int>(first)), 0, pool.capacity[first]}};
    for (std::size_t day = first; day < std::min(first + days_a_bar, pool.load.size()); ++day)
        if (share(pool.load[day], pool.capacity[day]) > share(week.peak.load, week.peak.capacity))
            week.peak = {pool.first_day + std::chrono::days(static_cast<int>(day)), pool.load[day], pool.capacity[day]};
    return week;
}

void draw_strip(SvgCanvas& canvas, const TimeAxis& axis, const plan::PoolLoad& pool, double top) {
    const double base = top + strip_height - 4;
    for (std::size_t first = 0; first < pool.load.size(); first += days_a_bar) {
        const Week week = week_at(pool, first);
        const double part = share(week.peak.load, week.peak.capacity);
        const calendar::Date monday = pool.first_day + std::chrono::days(static_cast<int>(first));
        const double from = axis.at(monday), to = axis.at(monday + std::chrono::days(days_a_bar));
        if (part <= 0 || to <= from) continue;
        const double height = std::max(1.5, bar_room / 1.5 * std::min(part, 1.5));
        canvas.rect({from, base - height, std::max(to - from - 0.4, 0.8), height}, load_class(part));
    }
    const double full = base - bar_room / 1.5;
    canvas.line({axis.from_x(), full}, {axis.to_x(), full}, "capacity");
    canvas.line({axis.from_x(), base}, {axis.to_x(), base}, "grid");
}

void draw_strip_label(SvgCanvas& canvas, const PageContext& page, const plan::PoolLoad& pool, double top) {
    const plan::Resource& resource = page.plan.resources[pool.resource.at()];
    const LoadPeak peak = peak_of(pool);
    canvas.text({8, top + 18}, shortened(page.name(resource), 40), TextAnchor::start, "strong");
    const std::string words = fmt::format(fmt::runtime(page.word("peak {0} of {1}, {2}", "الذروة {0} من {1}، {2}")),
                                          peak.load, peak.capacity, date_text(page, peak.day));
    canvas.text({8, top + 35}, words, TextAnchor::start, peak.over() ? "fails" : "muted");
}

}  // namespace

LoadPeak peak_of(const plan::PoolLoad& pool) {
    LoadPeak best{pool.first_day, 0, pool.capacity.empty() ? 0 : pool.capacity.front()};
    for (std::size_t day = 0; day < pool.load.size(); ++day)
        if (share(pool.load[day], pool.capacity[day]) > share(best.load, best.capacity))
            best = {pool.first_day + std::chrono::days(static_cast<int>(day)), pool.load[day], pool.capacity[day]};
    return best;
}

std::string load_chart(const PageContext& page) {
    const TimeAxis axis = page_axis(page);
    const double height = axis_height + strip_height * static_cast<double>(page.timetable.loads.size());
    SvgCanvas canvas({chart_width, height}, page.language);
    canvas.rows({axis_height, strip_height});
    draw_bands(canvas, page, axis, axis_height - 4, height);
    draw_axis(canvas, page, axis, height);
    double top = axis_height;
    for (const plan::PoolLoad& pool : page.timetable.loads) {
        draw_strip_label(canvas, page, pool, top);
        draw_strip(canvas, axis, pool, top);
        top += strip_height;
    }
    return canvas.take(page.word("Load of people and places against capacity", "تحميل الأشخاص والأماكن مقابل الطاقة"));
}

}  // namespace masar::report
