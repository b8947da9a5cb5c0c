#include "report/chart_axis.h"
#include "report/chart_forecast.h"
#include "report/forecast_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace masar::report {
namespace {

constexpr std::size_t most_bars = 12;
constexpr double row_height = 24, top = 26;
constexpr std::size_t longest_name = 44;

struct Days {
    double low = 0, high = 0;  ///< both ends of all bars, and the planned end
    [[nodiscard]] double x(double days) const {
        return label_width + 40 + (days - low) / (high - low) * (chart_width - label_width - 110);
    }
};

}  // namespace

std::string tornado_chart(const PageContext& page, const plan::Forecast& forecast) {
    std::vector<plan::TornadoBar> bars;
    std::ranges::copy_if(forecast.tornado, std::back_inserter(bars), is_more_than_chance);
    const std::size_t count = std::min(most_bars, bars.size());
    if (count == 0) return {};
    Days days;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& bar = bars[i];
        days.low = std::min({days.low, bar.low, bar.high});
        days.high = std::max({days.high, bar.low, bar.high});
    }
    if (days.high - days.low < 1e-9) days.high = days.low + 1;
    const double height = top + row_height * static_cast<double>(count) + 8;
    SvgCanvas canvas({chart_width, height}, page.language);
    canvas.line({days.x(0), top - 6}, {days.x(0), height}, "capacity");
    canvas.text({days.x(0), top - 12}, page.word("planned end", "الانتهاء المخطط"), TextAnchor::middle, "muted");
    for (std::size_t i = 0; i < count; ++i) {
        const plan::TornadoBar& bar = bars[i];
        const double y = top + row_height * static_cast<double>(i);
        const double from = days.x(std::min(bar.low, bar.high)), to = days.x(std::max(bar.low, bar.high));
        const std::string name = shortened(page.name(input_of(page.plan, bar)), longest_name);
        canvas.text({label_width + 24, y + 14}, name, TextAnchor::end);
        canvas.rect({from, y + 3, std::max(1.5, to - from), row_height - 8, 2},
                    bar.risk.known() ? "swing risk" : "swing", input_of(page.plan, bar).id);
        canvas.text({to + 6, y + 14}, fmt::format("{:+.1f}", std::max(bar.low, bar.high)), TextAnchor::start,
                    "muted aside");
    }
    return canvas.take(page.word("What swings the end, in days", "ما يغيّر موعد الانتهاء، بالأيام"));
}

}  // namespace masar::report
