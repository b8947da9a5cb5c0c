#include "app/generate_roadmap.h"

#include "app/generated_frame.h"
#include "base/random_stream.h"
#include "planfile/read_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace masar::app {
namespace {

using calendar::Date;
using calendar::DatePeriod;

constexpr std::size_t phases = 4;
constexpr std::size_t indicators_per_line = 3;

/// The days of the frame, read from the frame's own text, so that the hidden schedule and the plan agree on every holiday.
struct FrameDays {
    calendar::WorkingCalendar joint;
    std::vector<DatePeriod> ramadans;
    std::vector<plan::Phase> phases;
};

calendar::WorkingCalendar calendar_of(const plan::OfficeCalendar& office, const calendar::OccurrenceOptions& horizon) {
    calendar::CalendarRecipe recipe{office.week, {}, office.also_works, office.also_off};
    for (const plan::RecurringDays& each : office.holidays) recipe.days_off.push_back(each.days);
    return calendar::WorkingCalendar::make(recipe, horizon);
}

FrameDays days_of_frame(DatePeriod horizon) {
    const auto read = planfile::read_plan({{"frame", std::string(generated_frame()), ""}});
    const calendar::OccurrenceOptions options{horizon, 0};
    std::vector<calendar::WorkingCalendar> both;
    for (const plan::OfficeCalendar& each : read.plan.calendars)
        if (each.all_of.empty()) both.push_back(calendar_of(each, options));
    FrameDays days{calendar::WorkingCalendar::joint(both), {}, read.plan.phases};
    for (const auto& each : calendar::occurrences(read.plan.periods.front().days, options))
        days.ramadans.push_back(each.days);
    return days;
}

std::string id_of(std::size_t activity) { return fmt::format("a-{:06}", activity + 1); }

std::size_t phase_of(const FrameDays& days, Date start) {
    for (std::size_t i = 0; i < days.phases.size(); ++i)
        if (start <= days.phases[i].period.last) return i;
    return days.phases.size() - 1;
}

class RoadmapWriter {
public:
    RoadmapWriter(const HiddenSchedule& hidden, const FrameDays& days, std::uint64_t seed)
        : hidden_(hidden), days_(days), seed_(seed) {}

    std::string write() {
        out_ = generated_frame();
        write_logic_model();
        write_gates();
        write_resources();
        write_ceilings();
        line("activities:");
        for (std::size_t i = 0; i < hidden_.activities.size(); ++i) write_activity(i);
        return std::move(out_);
    }

private:
    template <class... Parts>
    void line(fmt::format_string<Parts...> pattern, Parts&&... parts) {
        fmt::format_to(std::back_inserter(out_), pattern, std::forward<Parts>(parts)...);
        out_ += '\n';
    }

    void write_logic_model();
    void write_gates();
    void write_resources();
    void write_ceilings();
    void write_activity(std::size_t index);
    void write_links_and_needs(const DrawnActivity& activity);

    const HiddenSchedule& hidden_;
    const FrameDays& days_;
    std::uint64_t seed_;
    std::string out_;
};

void RoadmapWriter::write_logic_model() {
    line("commitments:");
    for (const Vocable& each : generated_subjects)
        line("  com-{}: {{name: {{en: {}, ar: {}}}}}", each.id, each.en, each.ar);
    line("\nlines-of-effort:");
    for (const Vocable& each : generated_subjects)
        line("  {}: {{name: {{en: Line for {}, ar: محور {}}}}}", each.id, each.en, each.ar);
    line("\nobjectives:");
    for (const Vocable& each : generated_subjects)
        line(
            "  obj-{0}: {{name: {{en: Objective of {1}, ar: هدف {2}}}, line: {0}, commitments: [com-{0}], indicators: "
            "[ind-{0}-1], "
            "due: 2031-09-30}}",
            each.id, each.en, each.ar);
    line("\noutcomes:");
    for (const Vocable& each : generated_subjects)
        line("  out-{0}: {{name: {{en: Outcome of {1}, ar: نتيجة {2}}}, objective: obj-{0}, indicators: [ind-{0}-1]}}",
             each.id, each.en, each.ar);
    line("\noutputs:");
    for (const Vocable& each : generated_subjects)
        line("  prd-{0}: {{name: {{en: Output of {1}, ar: مخرج {2}}}, outcome: out-{0}}}", each.id, each.en, each.ar);
    line("\nindicators:");
    for (const Vocable& each : generated_subjects)
        for (std::size_t k = 1; k <= indicators_per_line; ++k)
            line(
                "  ind-{0}-{1}: {{name: {{en: Count {1} of {2}, ar: العدد {1} في {3}}}, kind: output, unit: count, "
                "better: up, measure: "
                "events held, baseline: 0 on 2026-10-01, year-of: usa}}",
                each.id, k, each.en, each.ar);
}

void RoadmapWriter::write_gates() {
    constexpr std::size_t most_required = 8;
    std::vector<std::vector<std::size_t>> of_phase(phases);
    for (std::size_t i = 0; i < hidden_.activities.size(); ++i)
        of_phase[std::min(phases - 1, phase_of(days_, hidden_.activities[i].start))].push_back(i);
    line("\ngates:");
    for (std::size_t p = 0; p < phases; ++p) {
        Date due = days_.phases[p].period.last;
        std::string required;
        const std::size_t step = std::max<std::size_t>(1, of_phase[p].size() / most_required);
        for (std::size_t k = 0; k < of_phase[p].size() && k / step < most_required; k += step) {
            const std::size_t activity = of_phase[p][k];
            due = std::max(due, hidden_.activities[activity].window_last);
            required += (required.empty() ? "" : ", ") + id_of(activity);
        }
        line(
            "  gate-{0}: {{name: {{en: Gate {0}, ar: البوابة {0}}}, closes: p{0}, by: {1}, requires: [{2}], approvers: "
            "{{uae: "
            "defence-planning, usa: state-coordinator}}, decisions: [proceed, hold, stop]}}",
            p + 1, calendar::to_iso(due), required);
    }
}

void RoadmapWriter::write_resources() {
    line("\nresources:");
    for (std::size_t i = 0; i < hidden_.capacities.size(); ++i)
        line("  pool-{0}: {{name: {{en: Team {0}, ar: الفريق {0}}}, owner: [uae, usa], capacity: {1}, unit: person}}",
             i + 1, hidden_.capacities[i]);
}

/// What the hidden schedule spends in a year is 80 % of what the year may hold.
void RoadmapWriter::write_ceilings() {
    constexpr calendar::FiscalYear january{1}, october{10};
    line("\nceilings:");
    for (const auto& [side, years, prefix] : {std::tuple("usa", october, "FY"), std::tuple("uae", january, "")}) {
        std::map<int, std::int64_t> thousands;
        for (const DrawnActivity& each : hidden_.activities)
            thousands[years.year_of(each.start)] += each.cost_thousands / 2;
        std::string text;
        for (const auto& [year, amount] : thousands)
            text += fmt::format("{}{}{}: {}k USD", text.empty() ? "" : ", ", prefix, year, (amount * 5 + 3) / 4);
        line("  {}: {{{}}}", side, text);
    }
}

void RoadmapWriter::write_links_and_needs(const DrawnActivity& activity) {
    std::string after, needs;
    for (const DrawnLink& each : activity.after)
        after += fmt::format("{}{}{}", after.empty() ? "" : ", ", id_of(static_cast<std::size_t>(each.predecessor)),
                             each.lag_days > 0 ? fmt::format(" + {}wd", each.lag_days) : "");
    for (const DrawnNeed& each : activity.needs)
        needs += fmt::format("{}pool-{}: {}", needs.empty() ? "" : ", ", each.pool + 1, each.units);
    if (!after.empty()) line("    after: [{}]", after);
    line("    window: {}..{}", calendar::to_iso(activity.window_first), calendar::to_iso(activity.window_last));
    if (activity.avoids_ramadan) line("    avoid: [ramadan]");
    line("    needs: {{{}}}", needs);
}

void RoadmapWriter::write_activity(std::size_t index) {
    const DrawnActivity& activity = hidden_.activities[index];
    base::RandomStream random(seed_ + 1, index);
    const Vocable& subject = generated_subjects[static_cast<std::size_t>(activity.line)];
    const Vocable& type = generated_types[random.below(static_cast<std::uint32_t>(generated_types.size()))];
    const bool ours = random.below(2) == 0;
    const std::size_t number = index + 1;
    line("  {}:\n    name:\n      en: {} {} on {}, prepared and held by both sides", id_of(index), type.en, number,
         subject.en);
    line("      ar: {} {} في مجال {}، يعدّه وينفذه الجانبان", type.ar, number, subject.ar);
    line("    line: {}\n    phase: p{}\n    type: {}", subject.id, phase_of(days_, activity.start) + 1, type.id);
    line("    lead: {}\n    partners: [{}]", ours ? "ae-ministry" : "us-department",
         ours ? "us-department, us-guard" : "ae-ministry");
    line("    produces: [prd-{}]", subject.id);
    const auto scaled = [](std::int32_t value, std::int32_t percent) { return std::max(1, value * percent / 100); };
    line("    duration: {}/{}/{}wd\n    calendar: joint", scaled(activity.duration, 70), activity.duration,
         scaled(activity.duration, 160));
    line("    place: {}", std::array{"uae", "us", "virtual"}[random.below(3)]);
    write_links_and_needs(activity);
    const std::int32_t cost = activity.cost_thousands;
    line("    cost: {}/{}/{}k USD", scaled(cost, 70), cost, scaled(cost, 150));
    line("    shares: {{{}: 50%, ae-budget: 50%}}", random.below(2) == 0 ? "us-training" : "us-general");
    if (random.below(100) < 58) line("    approvals: [{}]", random.below(2) == 0 ? "event" : "disclosure");
    line("    effects: {{ind-{}-{}: +1}}", subject.id, 1 + random.below(indicators_per_line));
    line("    risk: {{probability: {}, severity: {}}}", std::array{"likely", "occasional", "seldom"}[random.below(3)],
         std::array{"critical", "moderate", "negligible"}[random.below(3)]);
    line(
        "    done-when: {{en: the report on activity {0} is accepted by both sides, ar: قبول الجانبين التقرير عن "
        "النشاط {0}}}",
        number);
}

DatePeriod five_years() { return {calendar::date_of(2026, 10, 1), calendar::date_of(2031, 9, 30)}; }

FrameDays frame_days() { return days_of_frame({five_years().first, calendar::date_of(2040, 12, 31)}); }

HiddenSchedule drawn(const GenerateOptions& options, const FrameDays& days) {
    return draw_schedule(options.activities, options.seed,
                         {days.joint, days.ramadans, five_years().first, five_years().last, generated_lines});
}

}  // namespace

HiddenSchedule schedule_behind(const GenerateOptions& options) { return drawn(options, frame_days()); }

std::string generate_roadmap(const GenerateOptions& options) {
    const FrameDays days = frame_days();
    return RoadmapWriter(drawn(options, days), days, options.seed).write();
}

}  // namespace masar::app
