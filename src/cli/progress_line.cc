#include "cli/progress_line.h"

#include "report/display_width.h"
#include "report/figures.h"
#include "report/text_wrap.h"

#include <array>
#include <cmath>

namespace masar::cli {
namespace {

using base::Text;

constexpr double seconds_between_updates = 0.1;
constexpr std::string_view clear_line = "\r\033[K";

struct Unit {
    std::string_view what, en, ar;
};
constexpr std::array<Unit, 5> units{{
    {"schedules", "schedules", "الجداول"},
    {"conflicts", "conflicts", "التعارضات"},
    {"instances", "instances", "المسائل"},
    {"samples", "samples", "العينات"},
    {"activities", "activities", "الأنشطة"},
}};

Text unit_text(std::string_view what) {
    for (const Unit& each : units)
        if (each.what == what) return {std::string(each.en), std::string(each.ar)};
    return report::ltr(what);
}

Text remaining_text(double seconds) {
    const auto whole = static_cast<std::int64_t>(std::ceil(seconds));
    if (whole < 120) return report::fill({"{} s left", "باقٍ {} ث"}, report::ltr(report::grouped(whole)));
    return report::fill({"{} min left", "باقٍ {} د"}, report::ltr(report::grouped((whole + 30) / 60)));
}

/// The parts of a line that fit, the important ones first. The last cell of a line makes some terminals wrap.
class Parts {
public:
    explicit Parts(base::Language language) : language_(language) {}

    void add(const Text& part) {
        const std::string longer = line_ + (line_.empty() ? "" : " · ") + part.in(language_);
        if (report::display_width(longer) < report::terminal_columns) line_ = longer;
    }
    [[nodiscard]] std::string take() { return std::move(line_); }

private:
    base::Language language_;
    std::string line_;
};

}  // namespace

std::string progress_words(const base::ProgressState& state, double elapsed_seconds, base::Language language) {
    const auto figure = [](std::int64_t number) { return report::ltr(report::grouped(number)); };
    Parts line(language);
    if (state.total > 0)
        line.add(report::fill({"{} {} of {}", "{} {} من {}"}, unit_text(state.what), figure(state.done),
                              figure(state.total)));
    else
        line.add(report::fill({"{} {}", "{} {}"}, unit_text(state.what), figure(state.done)));
    if (state.best >= 0) line.add(report::fill({"best {}", "الأفضل {}"}, figure(state.best)));
    if (state.bound >= 0) line.add(report::fill({"bound {}", "الحد {}"}, figure(state.bound)));
    if (state.best > 0 && state.bound >= 0 && state.bound <= state.best) {
        const double gap = 100.0 * static_cast<double>(state.best - state.bound) / static_cast<double>(state.best);
        line.add(report::fill({"gap {}", "الفجوة {}"}, report::ltr(report::rounded(gap, 1) + " %")));
    }
    const double rate = elapsed_seconds > 0 ? static_cast<double>(state.done) / elapsed_seconds : 0;
    if (rate > 0)
        line.add(report::ltr((rate < 10 ? report::rounded(rate, 1) : report::grouped(std::llround(rate))) + "/s"));
    if (rate > 0 && state.total > state.done)
        line.add(remaining_text(static_cast<double>(state.total - state.done) / rate));
    if (state.total > 0) line.add(report::ltr(std::to_string(100 * state.done / state.total) + " %"));
    return line.take();
}

ProgressLine::ProgressLine(const base::ClockDoor& clock, base::Language language, Write write)
    : clock_(clock), language_(language), write_(std::move(write)), began_(clock.seconds()) {}

ProgressLine::~ProgressLine() {
    if (write_ && shown_at_ >= 0) write_(clear_line);
}

void ProgressLine::report(const base::ProgressState& state) {
    if (!write_) return;
    const double now = clock_.seconds();
    if (shown_at_ >= 0 && now - shown_at_ < seconds_between_updates) return;
    shown_at_ = now;
    write_(std::string(clear_line) + progress_words(state, now - began_, language_));
}

}  // namespace masar::cli
