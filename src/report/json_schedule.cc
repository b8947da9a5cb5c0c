#include "report/json_schedule.h"

#include "report/json_parts.h"
#include "report/sentence.h"

#include <array>

namespace masar::report {
namespace {

using base::JsonWriter;

constexpr std::array<std::string_view, plan::estimates> estimate_names{"optimistic", "likely", "pessimistic"};

void write_numbers(JsonWriter& json, const plan::Timetable& timetable) {
    json.key("objective").begin_array();
    for (const std::int64_t value : timetable.objective) json.value(value);
    json.end_array().key("bound").begin_array();
    for (const auto& value : timetable.bound) value ? json.value(*value) : json.null();
    json.end_array().field("seed", static_cast<std::int64_t>(timetable.seed));
}

void write_activities(JsonWriter& json, const plan::Plan& plan, const plan::Timetable& timetable) {
    json.key("activities").begin_array();
    for (std::size_t i = 0; i < timetable.activities.size(); ++i) {
        const plan::ActivityDates& dates = timetable.activities[i];
        const plan::Activity& activity = plan.activities[i];
        const auto when_chosen = [&](calendar::Date day) { return dates.chosen ? std::optional(day) : std::nullopt; };
        json.begin_object().field("id", activity.id);
        write_date(json, "start", when_chosen(dates.start));
        write_date(json, "finish", when_chosen(dates.finish));
        const auto mode = static_cast<std::size_t>(dates.mode);
        const bool has_mode = dates.chosen && dates.mode >= 0 && mode < activity.modes.size();
        json.field_or_null("mode", has_mode ? text_or_none(activity.modes[mode].id) : std::nullopt);
        json.end_object();
    }
    json.end_array();
}

void write_criterion(JsonWriter& json, const plan::Plan& plan, const plan::CriterionOutcome& criterion) {
    const bool least = criterion.comparison == plan::Comparison::at_least;
    json.begin_object().field("indicator", plan.indicators[criterion.indicator.at()].id);
    json.field("comparison", least ? ">=" : "<=").field("wanted", criterion.wanted.to_double());
    json.field_or_null("value", criterion.value).field("met", criterion.met).end_object();
}

void write_gates(JsonWriter& json, const plan::Plan& plan, const plan::Timetable& timetable) {
    json.key("gates").begin_array();
    for (const plan::GateOutcome& gate : timetable.gates) {
        json.begin_object().field("id", plan.gates[gate.gate.at()].id);
        write_date(json, "due", gate.due);
        write_date(json, "date", gate.date);
        json.field("late_days", gate.late_days).key("criteria").begin_array();
        for (const plan::CriterionOutcome& each : gate.criteria) write_criterion(json, plan, each);
        json.end_array().end_object();
    }
    json.end_array();
}

void write_amount(JsonWriter& json, const plan::Violation& violation) {
    json.key("amount");
    if (!violation.currency.known())
        json.value(violation.amount);
    else
        json.value(base::Decimal{violation.amount * (base::Decimal::one / base::minor_per_unit)}.to_double());
    json.field_or_null("currency", text_or_none(std::string(violation.currency.code())));
}

void write_given_up(JsonWriter& json, const plan::Plan& plan, const plan::GivenUp& given_up) {
    const plan::Rule& rule = plan.rules[given_up.rule.at()];
    json.begin_object().field("what", plan.activities[given_up.activity.at()].id).field("rule", rule.id);
    write_date(json, "when", given_up.when);
    json.field("cost", given_up.cost);
    write_file_and_line(json, rule.place, plan.sources);
    write_text(json, "text", sentence(given_up, plan));
    json.end_object();
}

}  // namespace

void write_violation(JsonWriter& json, const plan::Plan& plan, const plan::Violation& violation) {
    json.begin_object().field("kind", keyword(violation.kind)).field("what", violation.what);
    write_date(json, "when", violation.when);
    write_amount(json, violation);
    write_file_and_line(json, violation.place, plan.sources);
    json.field_or_null("other", text_or_none(violation.other));
    json.field_or_null("year", violation.year);
    json.key("periods").begin_array();
    for (const calendar::DatePeriod& days : violation.periods) {
        json.begin_object();
        write_date(json, "first", days.first);
        write_date(json, "last", days.last);
        json.end_object();
    }
    json.end_array();
    write_text(json, "text", sentence(violation, plan));
    json.end_object();
}

std::string schedule_json(const plan::Plan& plan, const plan::Timetable& timetable) {
    JsonWriter json;
    json.begin_object().field("status", keyword(timetable.status));
    write_numbers(json, timetable);
    write_activities(json, plan, timetable);
    write_gates(json, plan, timetable);
    json.key("violations").begin_array();
    for (const plan::Violation& each : timetable.violations) write_violation(json, plan, each);
    json.end_array();
    json.key("preferences_not_kept").begin_array();
    for (const plan::GivenUp& each : timetable.given_up) write_given_up(json, plan, each);
    json.end_array();
    write_date(json, "end", timetable.end);
    json.field("estimate", estimate_names[static_cast<std::size_t>(timetable.estimate)]);
    json.field("schedules", timetable.schedules).field("stopped", timetable.stopped);
    write_text(json, "text", headline(timetable, plan));
    return json.end_object().take();
}

}  // namespace masar::report
