#include "report/json_outcomes.h"
#include "report/json_parts.h"
#include "report/text_forecast.h"

#include "base/decimal.h"

#include <algorithm>

namespace masar::report {
namespace {

using base::JsonWriter;

double units(std::int64_t minor) { return static_cast<double>(minor) / static_cast<double>(base::minor_per_unit); }

void write_chance(JsonWriter& json, std::string_view key, plan::Sampled chance) {
    json.key(key).begin_object().field("value", chance.value).field("error", chance.error).end_object();
}

class ForecastJson {
public:
    ForecastJson(const plan::Plan& plan, const plan::Forecast& forecast) : plan_(plan), forecast_(forecast) {}

    std::string run() {
        json_.begin_object();
        frame();
        end();
        gates();
        money();
        joint();
        drivers();
        indicators();
        write_outcomes(json_, plan_, forecast_.outcomes);
        write_worth(json_, plan_, forecast_.outcomes, forecast_.lost);
        write_shown_to(json_, plan_, forecast_.shown_to);
        return json_.end_object().take();
    }

private:
    void frame() {
        json_.field("seed", static_cast<std::int64_t>(forecast_.seed));
        json_.field("samples", forecast_.samples).field("asked", forecast_.asked);
        json_.field("from", forecast_.from).field("to", forecast_.to);
        json_.field("policy", forecast_.manner == plan::SimulationManner::network ? "network" : "resource");
        json_.field("latin_hypercube", forecast_.latin_hypercube).field("stopped", forecast_.stopped);
        json_.field("converged", forecast_.converged).field("contradictory", forecast_.contradictory);
        json_.key("inputs").begin_object().field("durations", forecast_.uncertain_activities);
        json_.field("risks", forecast_.risks).field("branches", forecast_.branches);
        json_.field("correlations", forecast_.correlations).end_object();
    }

    void dates(const std::vector<plan::DatePercentile>& percentiles) {
        json_.key("percentiles").begin_array();
        for (const auto& each : percentiles) {
            json_.begin_object().field("probability", each.probability);
            write_date(json_, "date", each.date);
            json_.field("error_days", each.error_days).end_object();
        }
        json_.end_array();
    }
    void curve(const std::vector<plan::DatePoint>& points) {
        json_.key("curve").begin_array();
        for (const auto& each : points) {
            json_.begin_object();
            write_date(json_, "date", each.date);
            json_.field("probability", each.probability).end_object();
        }
        json_.end_array();
    }

    void end() {
        json_.key("end").begin_object();
        write_date(json_, "planned", forecast_.planned_end);
        write_chance(json_, "by_planned", forecast_.by_planned_end);
        write_chance(json_, "mean_delay_days", forecast_.mean_delay);
        json_.field("standard_deviation_days", forecast_.spread_days);
        dates(forecast_.end);
        curve(forecast_.curve);
        json_.end_object();
    }

    void gates() {
        json_.key("gates").begin_array();
        for (const plan::GateForecast& gate : forecast_.gates) {
            const plan::Gate& source = plan_.gates[gate.gate.at()];
            json_.begin_object().field("id", source.id);
            write_date(json_, "due", gate.due);
            write_chance(json_, "by_date", gate.by_date);
            write_chance(json_, "pass", gate.pass);
            write_chance(json_, "joint_by_date", gate.joint_date);
            write_chance(json_, "joint_pass", gate.joint_pass);
            json_.key("criteria").begin_array();
            for (std::size_t i = 0; i < gate.criteria.size(); ++i) {
                const auto indicator = source.criteria[i].indicator.value;
                json_.begin_object().field("indicator", indicator.known() ? plan_.indicators[indicator.at()].id : "");
                write_chance(json_, "met", gate.criteria[i]);
                json_.end_object();
            }
            json_.end_array();
            dates(gate.dates);
            curve(gate.curve);
            json_.end_object();
        }
        json_.end_array();
        write_chance(json_, "all_gates_by_date", forecast_.all_gates_by_date);
        write_chance(json_, "all_gates_pass", forecast_.all_gates_pass);
    }

    [[nodiscard]] std::optional<std::string> side(plan::SideIndex index) const {
        return index.known() ? std::optional(plan_.sides[index.at()].id) : std::nullopt;
    }

    void money() {
        json_.key("money").begin_array();
        for (const plan::MoneyForecast& row : forecast_.money) {
            json_.begin_object().field_or_null("side", side(row.side));
            json_.field_or_null("fund", row.fund.known() ? std::optional(plan_.funds[row.fund.at()].id) : std::nullopt);
            json_.field_or_null("year", row.year ? std::optional<std::int64_t>(*row.year) : std::nullopt);
            json_.field("currency", row.currency.code()).field("mean", units(row.mean));
            json_.key("percentiles").begin_array();
            for (const auto& each : row.spent)
                json_.begin_object()
                    .field("probability", each.probability)
                    .field("amount", units(each.minor))
                    .field("error", each.error_minor / static_cast<double>(base::minor_per_unit))
                    .end_object();
            json_.end_array();
            json_.field_or_null("ceiling", row.ceiling ? std::optional(units(*row.ceiling)) : std::nullopt);
            if (row.ceiling)
                write_chance(json_, "breach", row.breach);
            else
                json_.key("breach").null();
            json_.end_object();
        }
        json_.end_array();
    }

    void joint() {
        json_.key("joint").begin_array();
        for (const plan::JointConfidence& each : forecast_.joint) {
            json_.begin_object().field_or_null("side", side(each.side));
            write_date(json_, "by", each.by);
            json_.field("within", units(each.within)).field("currency", each.currency.code());
            write_chance(json_, "chance", each.chance);
            json_.end_object();
        }
        json_.end_array();
        json_.key("frontier").begin_object().field("confidence", forecast_.joint_level).key("points").begin_array();
        for (const plan::JointPoint& each : forecast_.frontier) {
            json_.begin_object();
            write_date(json_, "by", each.by);
            json_.field("within", units(each.within)).end_object();
        }
        json_.end_array().end_object();
    }

    void drivers() {
        json_.key("drivers").begin_array();
        for (const plan::ActivityDrive& each : forecast_.drives) {
            json_.begin_object().field("id", plan_.activities[each.activity.at()].id);
            write_chance(json_, "criticality", each.criticality);
            json_.field("cruciality", each.cruciality).field("sensitivity", each.sensitivity).end_object();
        }
        json_.end_array().key("tornado").begin_array();
        for (const plan::TornadoBar& each : forecast_.tornado)
            json_.begin_object()
                .field("input", each.risk.known() ? "risk" : "duration")
                .field("id",
                       each.risk.known() ? plan_.risks[each.risk.at()].id : plan_.activities[each.activity.at()].id)
                .field("low", each.low)
                .field("high", each.high)
                .field("error", each.error)
                .end_object();
        json_.end_array().key("merges").begin_array();
        for (const plan::MergeForecast& each : forecast_.merges)
            json_.begin_object()
                .field("id", plan_.activities[each.activity.at()].id)
                .field_or_null(
                    "latest", each.latest.known() ? std::optional(plan_.activities[each.latest.at()].id) : std::nullopt)
                .field("days", each.days)
                .end_object();
        json_.end_array();
    }

    void indicators() {
        json_.key("indicators").begin_array();
        for (const plan::IndicatorForecast& each : forecast_.indicators) {
            json_.begin_object().field("id", plan_.indicators[each.indicator.at()].id).key("years").begin_array();
            for (const auto& year : each.years) {
                json_.begin_object().field("year", year.year);
                write_date(json_, "on", year.on);
                json_.field("p10", year.low).field("p50", year.middle).field("p90", year.high);
                json_.field_or_null("target", year.target ? std::optional(year.target->to_double()) : std::nullopt);
                write_chance(json_, "met", year.met);
                json_.field_or_null("surely", year.surely).end_object();
            }
            json_.end_array().end_object();
        }
        json_.end_array();
    }

    const plan::Plan& plan_;
    const plan::Forecast& forecast_;
    JsonWriter json_;
};

void write_change(JsonWriter& json, const plan::Plan& plan, const plan::WhatIf& each) {
    json.begin_object().field("change", each.change);
    json.field_or_null("risk", each.risk.known() ? std::optional(plan.risks[each.risk.at()].id) : std::nullopt);
    json.field_or_null("activity",
                       each.activity.known() ? std::optional(plan.activities[each.activity.at()].id) : std::nullopt);
    write_date(json, "before", each.before);
    write_date(json, "after", each.after);
    json.field("days", each.days.value).field("error", each.days.error).field("mean_days", each.mean_days);
    json.field_or_null("cost", each.cost ? std::optional(units(each.cost->minor)) : std::nullopt);
    json.field_or_null("currency", each.cost ? std::optional(each.cost->currency.code()) : std::nullopt);
    json.field_or_null("days_per_thousand", each.days_per_thousand);
    json.key("gates").begin_array();
    for (const plan::GateShift& gate : each.gates)
        json.begin_object()
            .field("id", plan.gates[gate.gate.at()].id)
            .field("days", gate.days.value)
            .field("error", gate.days.error)
            .field("pass", gate.pass)
            .end_object();
    json.end_array().end_object();
}

}  // namespace

std::string forecast_json(const plan::Plan& plan, const plan::Forecast& forecast) {
    return ForecastJson(plan, forecast).run();
}

std::string what_if_json(const WhatIfAnswer& answer) {
    JsonWriter json;
    json.begin_object().field("seed", static_cast<std::int64_t>(answer.forecast.seed));
    json.field("samples", answer.forecast.samples);
    json.field("percentile", answer.changes.empty() ? 0.8 : answer.changes.front().probability);
    json.key("changes").begin_array();
    for (const plan::WhatIf& each : answer.changes) write_change(json, answer.plan, each);
    json.end_array().key("together");
    if (answer.together)
        write_change(json, answer.plan, *answer.together);
    else
        json.null();
    write_shown_to(json, answer.plan, answer.forecast.shown_to);
    return json.end_object().take();
}

}  // namespace masar::report
