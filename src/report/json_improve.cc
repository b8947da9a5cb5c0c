#include "report/json_parts.h"
#include "report/json_schedule.h"
#include "report/robust_dates.h"
#include "report/text_improve.h"

#include <array>

namespace masar::report {
namespace {

using base::JsonWriter;
using plan::Improvement;

constexpr std::array<std::string_view, 4> statuses{"cheapest", "holds", "impossible", "unknown"};
constexpr std::array<std::string_view, 3> holdings{"nothing", "earliest", "baseline"};

std::string units(std::int64_t minor, const Improvement& improvement) {
    return base::plain({minor, improvement.currency});
}

void write_sides(JsonWriter& json, const plan::Plan& plan, const Improvement& improvement,
                 const std::vector<plan::SideCost>& sides) {
    json.key("sides").begin_array();
    for (const plan::SideCost& each : sides)
        json.begin_object()
            .field("side", plan.sides[each.side.at()].id)
            .field("amount", units(each.minor, improvement))
            .end_object();
    json.end_array();
}

void write_choice(JsonWriter& json, const plan::Plan& plan, const Improvement& improvement) {
    json.key("chosen").begin_array();
    for (const plan::ChosenOption& each : improvement.chosen) {
        const plan::Activity& activity = plan.activities[each.activity.at()];
        const plan::ActivityDates& dates = improvement.after.activities[each.activity.at()];
        json.begin_object().field("id", activity.id);
        write_date(json, "start", std::optional(dates.start));
        write_date(json, "finish", std::optional(dates.finish));
        json.field("mode", activity.modes[static_cast<std::size_t>(dates.mode)].id)
            .field("cost", units(each.minor, improvement));
        write_sides(json, plan, improvement, each.sides);
        json.end_object();
    }
    json.end_array().key("modes").begin_array();
    for (const plan::ModeChange& each : improvement.modes) {
        const plan::Activity& activity = plan.activities[each.activity.at()];
        json.begin_object()
            .field("id", activity.id)
            .field("from", activity.modes[static_cast<std::size_t>(each.from)].id)
            .field("to", activity.modes[static_cast<std::size_t>(each.to)].id)
            .field("added", units(each.minor, improvement))
            .end_object();
    }
    json.end_array();
}

void write_criteria(JsonWriter& json, const plan::Plan& plan, const Improvement& improvement) {
    json.key("criteria").begin_array();
    for (const plan::ImprovedCriterion& each : improvement.criteria) {
        const plan::IndicatorIndex indicator = each.before.indicator;
        json.begin_object()
            .field("gate", plan.gates[each.gate.at()].id)
            .field("indicator", indicator.known() ? plan.indicators[indicator.at()].id : "")
            .field("comparison", each.before.comparison == plan::Comparison::at_least ? ">=" : "<=")
            .field("wanted", base::to_string(each.before.wanted))
            .field_or_null("before", each.before.value)
            .field_or_null("after", each.after.value)
            .field("met_before", each.before.met)
            .field("met", each.after.met)
            .field("asked", each.asked)
            .end_object();
    }
    json.end_array();
}

}  // namespace

std::string improve_json(const plan::Plan& plan, const Improvement& improvement) {
    JsonWriter json;
    json.begin_object()
        .field("status", statuses[static_cast<std::size_t>(improvement.status)])
        .field("holding", holdings[static_cast<std::size_t>(improvement.holding)]);
    json.key("gates").begin_array();
    for (const plan::GateIndex gate : improvement.gates) json.value(plan.gates[gate.at()].id);
    json.end_array()
        .field("currency", improvement.currency.code())
        .field("added", units(improvement.added_minor, improvement));
    std::optional<std::string> least;
    if (improvement.least_added_minor) least = units(*improvement.least_added_minor, improvement);
    json.field_or_null("least_added", least);
    write_sides(json, plan, improvement, improvement.sides);
    write_choice(json, plan, improvement);
    write_criteria(json, plan, improvement);
    write_robust(json, plan, improvement);
    json.field("moved", improvement.moved);
    write_date(json, "end", improvement.after.end);
    json.field("conflicts", improvement.conflicts)
        .field("seed", static_cast<std::int64_t>(improvement.after.seed))
        .field("stopped", improvement.stopped);
    json.key("violations").begin_array();
    for (const plan::Violation& each : improvement.after.violations) write_violation(json, plan, each);
    json.end_array();
    write_text(json, "text", improvement_sentence(plan, improvement));
    return json.end_object().take();
}

}  // namespace masar::report
