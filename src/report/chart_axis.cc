#include "report/chart_axis.h"

#include <fmt/format.h>

namespace masar::report {
namespace {

constexpr double row_height = 18;
constexpr double least_label_width = 34;

bool gate_holds(const plan::GateOutcome& gate) {
    bool holds = gate.late_days == 0 && gate.date.has_value();
    for (const plan::CriterionOutcome& each : gate.criteria) holds = holds && each.met;
    return holds;
}

void draw_phases(SvgCanvas& canvas, const PageContext& page, const TimeAxis& axis) {
    for (const plan::Phase& phase : page.plan.phases) {
        const double from = axis.at(phase.period.first), to = axis.after(phase.period.last);
        canvas.rect({from, 0, to - from, row_height}, "phase");
        if (to - from > least_label_width)
            canvas.text({from + 12, 13}, shortened(page.name(phase), static_cast<std::size_t>((to - from) / 8.5)),
                        TextAnchor::start, "strong");
    }
}

void draw_gates(SvgCanvas& canvas, const PageContext& page, const TimeAxis& axis, double bottom) {
    for (const plan::GateOutcome& gate : page.timetable.gates) {
        const double x = axis.after(gate.due);
        const bool holds = gate_holds(gate);
        canvas.line({x, row_height}, {x, bottom}, holds ? "gate-line" : "gate-line fails");
        canvas.diamond({x, row_height / 2}, 7, holds ? "gate" : "gate fails");
    }
}

void draw_years(SvgCanvas& canvas, const std::vector<TimeMark>& marks, const TimeAxis& axis, double baseline) {
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const double x = axis.at(marks[i].day);
        const double next = i + 1 < marks.size() ? axis.at(marks[i + 1].day) : axis.to_x();
        canvas.line({x, baseline - 13}, {x, baseline + 5}, "tick");
        if (next - x >= least_label_width) canvas.text({x + 5, baseline}, marks[i].label, TextAnchor::start, "muted");
    }
}

}  // namespace

TimeAxis page_axis(const PageContext& page) {
    return {shown_days(page.plan, page.timetable), label_width, chart_width - 12};
}

void draw_bands(SvgCanvas& canvas, const PageContext& page, const TimeAxis& axis, double top, double bottom) {
    for (const plan::AvoidablePeriod& period : page.plan.periods) {
        const bool islamic = std::holds_alternative<calendar::HijriMonth>(period.days.rule)
                             || std::holds_alternative<calendar::HijriDay>(period.days.rule);
        for (const calendar::Occurrence& each : calendar::occurrences(period.days, {axis.days(), 0})) {
            const double from = axis.at(each.days.first), to = axis.after(each.days.last);
            if (to > from) canvas.rect({from, top, to - from, bottom - top}, islamic ? "ramadan" : "season");
        }
    }
}

void draw_axis(SvgCanvas& canvas, const PageContext& page, const TimeAxis& axis, double bottom) {
    draw_phases(canvas, page, axis);
    const std::vector<TimeMark> years = axis.years();
    draw_years(canvas, years, axis, 31);
    draw_years(canvas, axis.hijri_years(), axis, 49);
    const double before = axis.from_x() - 10;
    canvas.text({before, 31}, page.word("Gregorian", "ميلادي"), TextAnchor::end, "muted");
    canvas.text({before, 49}, page.word("Hijri (Umm al-Qura)", "هجري (أم القرى)"), TextAnchor::end, "muted");
    canvas.text({before, 13}, page.word("Phases and gates", "المراحل والبوابات"), TextAnchor::end, "muted");
    for (const TimeMark& year : years)
        canvas.line({axis.at(year.day), axis_height - 4}, {axis.at(year.day), bottom}, "grid");
    draw_gates(canvas, page, axis, bottom);
}

}  // namespace masar::report
