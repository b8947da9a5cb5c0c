#include "report/views/gate_json.h"

#include "report/views/criterion_story.h"
#include "report/views/view_json.h"

#include <algorithm>

namespace masar::report {
namespace {

using base::JsonWriter;

class Gates {
public:
    Gates(JsonWriter& json, const ViewSource& source, std::span<const forecast::Trajectory> trajectories)
        : json_(json), source_(source), plan_(source.plan), trajectories_(trajectories) {}

    void write() {
        json_.begin_array();
        for (const plan::GateOutcome& each : source_.dates->gates) write_gate(each);
        json_.end_array();
    }

private:
    void write_gate(const plan::GateOutcome& outcome) {
        const plan::Gate& gate = plan_.gates[outcome.gate.at()];
        const plan::GateForecast* forecast = forecast_of(outcome.gate);
        json_.begin_object();
        write_identity(json_, source_, gate);
        write_released(json_, "phase", source_.reader.reads(gate, "closes"), [&] {
            gate.closes.value.known() ? json_.value(plan_.phases[gate.closes.value.at()].id) : json_.null();
        });
        write_date(json_, "due", outcome.due);
        write_hijri(json_, "due_hijri", outcome.due);
        write_date(json_, "date", outcome.date);
        json_.field("late_days", outcome.late_days);
        write_date(json_, "p50", percentile(forecast, 0.5));
        write_date(json_, "p80", percentile(forecast, 0.8));
        json_.field_or_null("on_time", forecast ? std::optional(forecast->by_date.value) : std::nullopt);
        json_.field_or_null("pass", forecast ? std::optional(forecast->pass.value) : std::nullopt);
        json_.field("passes", passes(outcome));
        write_released(json_, "requires", source_.reader.reads(gate, "requires"),
                       [&] { json_.value(static_cast<std::int64_t>(gate.requires_done.size())); });
        json_.key("criteria").begin_array();
        for (std::size_t i = 0; i < outcome.criteria.size(); ++i) write_criterion(outcome, i, forecast);
        if (!source_.reader.reads(gate, "when")) write_withheld(json_);
        json_.end_array().end_object();
    }

    [[nodiscard]] const plan::GateForecast* forecast_of(plan::GateIndex gate) const {
        if (!source_.forecast) return nullptr;
        const auto found = std::ranges::find(source_.forecast->gates, gate, &plan::GateForecast::gate);
        return found == source_.forecast->gates.end() ? nullptr : &*found;
    }
    static std::optional<calendar::Date> percentile(const plan::GateForecast* forecast, double probability) {
        if (!forecast) return std::nullopt;
        const auto found = std::ranges::find(forecast->dates, probability, &plan::DatePercentile::probability);
        return found == forecast->dates.end() ? std::nullopt : found->date;
    }

    void write_criterion(const plan::GateOutcome& outcome, std::size_t position, const plan::GateForecast* forecast) {
        const plan::CriterionOutcome& criterion = outcome.criteria[position];
        const plan::Indicator& indicator = plan_.indicators[criterion.indicator.at()];
        json_.begin_object().field("indicator", indicator.id);
        write_name(json_, source_, indicator);
        json_.field("comparison", criterion.comparison == plan::Comparison::at_least ? ">=" : "<=");
        json_.field("wanted", criterion.wanted.to_double());
        const bool held = !source_.reader.reads(indicator, "baseline");
        write_released(json_, "value", !held, [&] { criterion.value ? json_.value(*criterion.value) : json_.null(); });
        write_released(json_, "met", !held, [&] { json_.value(criterion.met); });
        const CriterionStory story =
            story_of(source_, outcome, criterion.indicator, trajectories_[criterion.indicator.at()]);
        write_point("peak", story.extremes ? &story.extremes->peak : nullptr);
        write_point("trough", story.extremes ? &story.extremes->trough : nullptr);
        write_last_event(story.last_event);
        const bool known = forecast && position < forecast->criteria.size();
        json_.field_or_null("odds", known ? std::optional(forecast->criteria[position].value) : std::nullopt);
        json_.end_object();
    }

    void write_point(std::string_view key, const IndicatorPoint* point) {
        json_.key(key);
        if (!point) {
            json_.null();
            return;
        }
        json_.begin_object().field("value", point->value);
        write_date(json_, "on", point->day);
        json_.end_object();
    }

    void write_last_event(std::optional<std::size_t> last) {
        json_.key("last_event");
        if (!last) {
            json_.null();
            return;
        }
        json_.begin_object();
        write_identity(json_, source_, plan_.activities[*last]);
        write_date(json_, "on", source_.dates->activities[*last].finish);
        json_.end_object();
    }

    JsonWriter& json_;
    const ViewSource& source_;
    const plan::Plan& plan_;
    std::span<const forecast::Trajectory> trajectories_;
};

}  // namespace

bool passes(const plan::GateOutcome& gate) {
    return gate.date && gate.late_days == 0 && std::ranges::all_of(gate.criteria, &plan::CriterionOutcome::met);
}

void write_gates(JsonWriter& json, const ViewSource& source, std::span<const forecast::Trajectory> trajectories) {
    Gates(json, source, trajectories).write();
}

std::string gates_view(const ViewSource& source) {
    if (source.dates == nullptr) return "[]";
    JsonWriter json(JsonWriter::Style::compact);
    write_gates(json, source, forecast::trajectories_of(source.plan, *source.dates));
    return json.take();
}

}  // namespace masar::report
