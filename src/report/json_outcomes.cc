#include "report/json_outcomes.h"

#include "report/json_parts.h"
#include "report/outcome_words.h"

namespace masar::report {
namespace {

using base::JsonWriter;

void write_year(JsonWriter& json, const plan::IndicatorYear& year) {
    json.begin_object().field("year", year.year);
    write_date(json, "last", year.last);
    json.field("end", year.end).field("peak", year.peak);
    write_date(json, "peak_on", year.peak_on);
    json.field("trough", year.trough);
    write_date(json, "trough_on", year.trough_on);
    json.field_or_null("target", year.target ? std::optional(year.target->to_double()) : std::nullopt);
    json.field_or_null("met", year.target ? std::optional(year.met) : std::nullopt);
    json.field_or_null("shortfall", year.target ? std::optional(year.shortfall) : std::nullopt);
    json.field_or_null("reached", year.reached).end_object();
}

void write_loss(JsonWriter& json, const plan::Plan& plan, const plan::GateLoss& loss, const plan::LostChance* chance) {
    json.begin_object().field("gate", plan.gates[loss.gate.at()].id).field("required", !loss.indicator.known());
    json.field_or_null("indicator",
                       loss.indicator.known() ? std::optional(plan.indicators[loss.indicator.at()].id) : std::nullopt);
    json.field_or_null("before", loss.before).field_or_null("after", loss.after).field("decides", loss.decides);
    json.key("chance");
    if (chance)
        json.begin_object().field("value", chance->chance.value).field("error", chance->chance.error).end_object();
    else
        json.null();
    json.end_object();
}

}  // namespace

void write_outcomes(JsonWriter& json, const plan::Plan& plan, const plan::Outcomes& outcomes) {
    json.key("outcomes").begin_array();
    for (const plan::IndicatorOutcome& each : outcomes.indicators) {
        if (each.years.empty()) continue;
        json.begin_object().field("id", plan.indicators[each.indicator.at()].id).key("years").begin_array();
        for (const plan::IndicatorYear& year : each.years) write_year(json, year);
        json.end_array().end_object();
    }
    json.end_array();
}

void write_worth(JsonWriter& json, const plan::Plan& plan, const plan::Outcomes& outcomes,
                 std::span<const plan::LostChance> lost) {
    json.key("worth").begin_array();
    for (const plan::ActivityWorth& each : outcomes.worth) {
        json.begin_object().field("id", plan.activities[each.activity.at()].id).field("gates_lost", each.gates_lost);
        json.key("gates").begin_array();
        for (const plan::GateLoss& loss : each.gates)
            write_loss(json, plan, loss,
                       loss.indicator.known() ? lost_chance(lost, each.activity, loss.gate) : nullptr);
        json.end_array().key("targets").begin_array();
        for (const plan::TargetLoss& loss : each.targets)
            json.begin_object()
                .field("indicator", plan.indicators[loss.indicator.at()].id)
                .field("year", loss.year)
                .field("before", loss.before)
                .field("after", loss.after)
                .end_object();
        json.end_array().end_object();
    }
    json.end_array();
}

}  // namespace masar::report
