#include "report/json_view.h"

#include "report/json_outcomes.h"
#include "report/json_parts.h"
#include "report/sentence.h"

#include <algorithm>

namespace masar::report {
namespace {

using base::JsonWriter;

double units(std::int64_t minor) {
    return base::Decimal{minor * (base::Decimal::one / base::minor_per_unit)}.to_double();
}

void write_critical(JsonWriter& json, const plan::Plan& plan, const plan::Timetable& timetable) {
    json.key("critical").begin_array();
    for (std::size_t i = 0; i < timetable.activities.size(); ++i) {
        const plan::ActivityDates& dates = timetable.activities[i];
        if (!dates.chosen || !dates.critical) continue;
        json.begin_object().field("id", plan.activities[i].id);
        write_date(json, "start", dates.start);
        write_date(json, "finish", dates.finish);
        json.field("total_float", dates.total_float).field("free_float", dates.free_float).end_object();
    }
    json.end_array();
}

void write_load(JsonWriter& json, const plan::Plan& plan, const plan::Timetable& timetable) {
    json.key("load").begin_array();
    for (const plan::PoolLoad& pool : timetable.loads) {
        json.begin_object().field("id", plan.resources[pool.resource.at()].id);
        write_date(json, "first_day", pool.first_day);
        json.key("load").begin_array();
        for (const std::int32_t load : pool.load) json.value(load);
        json.end_array().key("capacity").begin_array();
        for (const std::int32_t capacity : pool.capacity) json.value(capacity);
        json.end_array().end_object();
    }
    json.end_array().key("year_load").begin_array();
    for (const plan::YearLoad& each : timetable.year_loads)
        json.begin_object()
            .field("id", plan.resources[each.resource.at()].id)
            .field("year", each.year)
            .field("load", each.load)
            .field("capacity", each.capacity)
            .end_object();
    json.end_array();
}

void write_budgets(JsonWriter& json, const plan::Plan& plan, const plan::Timetable& timetable) {
    json.key("budgets").begin_array();
    for (const plan::Spending& each : timetable.spending) {
        const bool fund = each.fund.known();
        json.begin_object().field("side", plan.sides[each.side.at()].id);
        json.field_or_null("fund", fund ? std::optional(plan.funds[each.fund.at()].id) : std::nullopt);
        json.field("year", each.year).field("spent", units(each.minor));
        json.field_or_null("ceiling", each.ceiling_minor ? std::optional(units(*each.ceiling_minor)) : std::nullopt);
        json.field("currency", each.currency.code()).end_object();
    }
    json.end_array();
}

void write_gates(JsonWriter& json, const plan::Plan& plan, const plan::Timetable& timetable) {
    json.key("gates").begin_array();
    for (const plan::GateOutcome& gate : timetable.gates) {
        json.begin_object().field("id", plan.gates[gate.gate.at()].id);
        write_date(json, "due", gate.due);
        write_date(json, "date", gate.date);
        json.field("late_days", gate.late_days);
        const auto met = std::ranges::count_if(gate.criteria, &plan::CriterionOutcome::met);
        json.field("criteria", static_cast<std::int64_t>(gate.criteria.size()));
        json.field("criteria_met", static_cast<std::int64_t>(met)).end_object();
    }
    json.end_array();
}

void write_notices(JsonWriter& json, const plan::Plan& plan, const plan::Timetable& timetable) {
    json.key("notices").begin_array();
    for (const plan::NoticeDue& each : timetable.notices) {
        json.begin_object().field("activity", plan.activities[each.activity.at()].id);
        json.field_or_null("approval",
                           each.approval.known() ? std::optional(plan.approvals[each.approval.at()].id) : std::nullopt);
        json.field_or_null("rule", each.rule.known() ? std::optional(plan.rules[each.rule.at()].id) : std::nullopt);
        write_date(json, "request_by", each.request_by);
        json.field("binds", each.binds).end_object();
    }
    json.end_array();
}

}  // namespace

std::string view_json(View view, const ShownTables& source) {
    const auto wanted = [view](View each) { return view == View::all || view == each; };
    const plan::Plan& plan = source.plan;
    const plan::Timetable& timetable = source.timetable;
    JsonWriter json;
    json.begin_object().field("status", keyword(timetable.status));
    if (wanted(View::critical)) write_critical(json, plan, timetable);
    if (wanted(View::load)) write_load(json, plan, timetable);
    if (wanted(View::budgets)) write_budgets(json, plan, timetable);
    if (wanted(View::gates)) write_gates(json, plan, timetable);
    if (wanted(View::notices)) write_notices(json, plan, timetable);
    if (wanted(View::outcomes)) write_outcomes(json, plan, source.outcomes);
    if (wanted(View::worth)) write_worth(json, plan, source.outcomes, {});
    write_shown_to(json, plan, source.shown_to);
    return json.end_object().take();
}

}  // namespace masar::report
