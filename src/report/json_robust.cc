#include "report/json_parts.h"
#include "report/robust_dates.h"

namespace masar::report {
namespace {

using base::JsonWriter;

void write_chance(JsonWriter& json, std::string_view key, plan::Sampled chance) {
    json.key(key).begin_object().field("value", chance.value).field("error", chance.error).end_object();
}

void write_gates(JsonWriter& json, const plan::Plan& plan, const plan::RobustDates& robust) {
    json.key("gates").begin_array();
    for (const plan::GateBuffer& each : robust.gates) {
        json.begin_object().field("id", plan.gates[each.gate.at()].id);
        write_date(json, "due", each.due);
        write_date(json, "ready", each.ready);
        json.field_or_null("buffer_days", each.ready ? std::optional(each.days) : std::nullopt);
        json.field_or_null("buffer_days_without", each.ready ? std::optional(each.days_without) : std::nullopt);
        write_chance(json, "pass", each.pass);
        write_date(json, "promise", each.promise);
        json.end_object();
    }
    json.end_array().key("criteria").begin_array();
    for (const plan::CriterionMargin& each : robust.criteria)
        json.begin_object()
            .field("gate", plan.gates[each.gate.at()].id)
            .field("indicator", plan.indicators[each.indicator.at()].id)
            .field("wanted", each.wanted.to_double())
            .field("planned", each.value)
            .field("margin", each.margin)
            .end_object();
    json.end_array();
}

}  // namespace

void write_robust(JsonWriter& json, const plan::Plan& plan, const plan::Improvement& improvement) {
    json.key("robust");
    if (!improvement.robust) {
        json.null();
        return;
    }
    const plan::RobustDates& robust = *improvement.robust;
    json.begin_object().field("confidence", robust.wanted).field("reached", robust.reached);
    write_chance(json, "with", robust.with);
    write_chance(json, "without", robust.without);
    write_gates(json, plan, robust);
    json.field("added", base::plain({robust.added_minor, improvement.currency}));
    const auto known = robust.expected_currency.known();
    json.field_or_null(
        "expected_added",
        known ? std::optional(base::plain({robust.expected_minor, robust.expected_currency})) : std::nullopt);
    json.field_or_null("expected_currency", known ? std::optional(robust.expected_currency.code()) : std::nullopt);
    json.field("end_days", robust.end_days).field("moved", robust.moved).field("moved_days", robust.moved_days);
    json.field("samples", robust.samples).field("seed", static_cast<std::int64_t>(robust.seed));
    json.field("check_seed", static_cast<std::int64_t>(robust.check_seed)).end_object();
}

}  // namespace masar::report
