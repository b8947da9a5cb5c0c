#include "report/views/indicator_json.h"

#include "report/indicator_points.h"
#include "report/views/view_json.h"

#include <algorithm>
#include <array>

namespace masar::report {
namespace {

using base::JsonWriter;

constexpr std::array<std::string_view, 4> states{"met", "risk", "fails", "none"};
constexpr double even = 0.5;

struct Test {
    plan::GateIndex gate;
    calendar::Date on;
    const plan::CriterionOutcome* outcome;
    std::optional<double> odds;
};

class Indicators {
public:
    Indicators(JsonWriter& json, const ViewSource& source, std::span<const forecast::Trajectory> trajectories)
        : json_(json), source_(source), plan_(source.plan), trajectories_(trajectories) {}

    void write() {
        json_.key("indicators").begin_array();
        for (std::size_t i = 0; i < plan_.indicators.size(); ++i)
            write_indicator(base::index_of<plan::IndicatorIndex>(i));
        json_.end_array();
    }

private:
    void write_indicator(plan::IndicatorIndex index) {
        const plan::Indicator& indicator = plan_.indicators[index.at()];
        const forecast::Trajectory& trajectory = trajectories_[index.at()];
        const bool told = source_.reader.reads(indicator, "baseline") && source_.reader.reads(indicator, "half-life");
        const plan::Indicator::Target* last = last_target(indicator);
        const calendar::Date on = last ? end_of(indicator, last->year) : days_shown(source_).last;
        const std::vector<Test> tests = tests_of(index);
        json_.begin_object();
        write_identity(json_, source_, indicator);
        json_.field_or_null("unit", text_or_none(indicator.unit));
        json_.field("kind", indicator.kind == plan::IndicatorKind::outcome ? "outcome" : "output");
        json_.field("better", indicator.better == plan::Better::up ? "up" : "down");
        write_released(json_, "baseline", told,
                       [&] { indicator.baseline ? json_.value(indicator.baseline->to_double()) : json_.null(); });
        const auto value = trajectory.value_on(on);
        write_released(json_, "value", told, [&] { value ? json_.value(value->number) : json_.null(); });
        write_released(json_, "target", source_.reader.reads(indicator, "targets"),
                       [&] { last ? json_.value(last->value->to_double()) : json_.null(); });
        write_list(json_, "series", told,
                   told ? points_of(trajectory, days_shown(source_).last) : std::vector<IndicatorPoint>{},
                   [&](const IndicatorPoint& point) { write_point(point.day, point.value); });
        write_targets(indicator);
        write_tests(tests);
        json_.field("state", states[static_cast<std::size_t>(state_of(indicator, index, tests))]);
        write_fan(index);
        json_.end_object();
    }

    [[nodiscard]] static const plan::Indicator::Target* last_target(const plan::Indicator& indicator) {
        const plan::Indicator::Target* last = nullptr;
        for (const auto& each : indicator.targets)
            if (each.value) last = &each;
        return last;
    }

    [[nodiscard]] calendar::Date end_of(const plan::Indicator& indicator, int year) const {
        const auto& side = indicator.year_of.value;
        return (side.known() ? plan_.sides[side.at()].fiscal_year : calendar::FiscalYear{}).days_of(year).last;
    }

    void write_point(calendar::Date day, double value) {
        json_.begin_array().value(calendar::to_iso(day)).value(value).end_array();
    }

    void write_targets(const plan::Indicator& indicator) {
        json_.key("targets").begin_array();
        for (const auto& each : indicator.targets) {
            if (!each.value) continue;
            json_.begin_object().field("year", each.year).field("value", each.value->to_double());
            write_date(json_, "date", end_of(indicator, each.year));
            json_.end_object();
        }
        if (!source_.reader.reads(indicator, "targets")) write_withheld(json_);
        json_.end_array();
    }

    [[nodiscard]] std::vector<Test> tests_of(plan::IndicatorIndex index) const {
        std::vector<Test> tests;
        for (const plan::GateOutcome& gate : source_.dates->gates)
            for (std::size_t i = 0; i < gate.criteria.size(); ++i)
                if (gate.criteria[i].indicator == index)
                    tests.push_back({gate.gate, gate.due, &gate.criteria[i], odds_of(gate.gate, i)});
        return tests;
    }
    [[nodiscard]] std::optional<double> odds_of(plan::GateIndex gate, std::size_t criterion) const {
        if (!source_.forecast) return std::nullopt;
        for (const plan::GateForecast& each : source_.forecast->gates)
            if (each.gate == gate && criterion < each.criteria.size()) return each.criteria[criterion].value;
        return std::nullopt;
    }

    void write_tests(const std::vector<Test>& tests) {
        json_.key("tests").begin_array();
        for (const Test& each : tests) {
            json_.begin_object().field("gate", plan_.gates[each.gate.at()].id);
            write_date(json_, "date", each.on);
            json_.field("wanted", each.outcome->wanted.to_double());
            json_.field("comparison", each.outcome->comparison == plan::Comparison::at_least ? ">=" : "<=");
            json_.field("met", each.outcome->met).end_object();
        }
        json_.end_array();
    }

    [[nodiscard]] const plan::IndicatorForecast* forecast_of(plan::IndicatorIndex index) const {
        if (!source_.forecast) return nullptr;
        const auto found = std::ranges::find(source_.forecast->indicators, index, &plan::IndicatorForecast::indicator);
        return found == source_.forecast->indicators.end() ? nullptr : &*found;
    }

    [[nodiscard]] IndicatorState state_of(const plan::Indicator& indicator, plan::IndicatorIndex index,
                                          const std::vector<Test>& tests) const {
        if (!indicator.baseline) return IndicatorState::none;
        const auto fails = [](const Test& each) { return !each.outcome->met; };
        if (std::ranges::any_of(tests, fails)) return IndicatorState::fails;
        const auto edge = [](const Test& each) {
            return each.outcome->value && *each.outcome->value == each.outcome->wanted.to_double();
        };
        const auto unlikely = [](const Test& each) { return each.odds && *each.odds < even; };
        if (std::ranges::any_of(tests, edge) || std::ranges::any_of(tests, unlikely)) return IndicatorState::risk;
        const auto& years = trajectories_[index.at()].years();
        if (!std::ranges::all_of(years, &forecast::YearValues::target_met)) return IndicatorState::risk;
        const plan::IndicatorForecast* forecast = forecast_of(index);
        const bool last_unlikely = forecast && !forecast->years.empty() && forecast->years.back().target
                                   && forecast->years.back().met.value < even;
        return last_unlikely ? IndicatorState::risk : IndicatorState::met;
    }

    void write_fan(plan::IndicatorIndex index) {
        using Year = plan::IndicatorForecast::Year;
        const plan::IndicatorForecast* forecast = forecast_of(index);
        for (const auto& [key, value] :
             {std::pair("p10", &Year::low), std::pair("p50", &Year::middle), std::pair("p90", &Year::high)}) {
            json_.key(key).begin_array();
            if (forecast)
                for (const Year& each : forecast->years) write_point(each.on, each.*value);
            json_.end_array();
        }
    }

    JsonWriter& json_;
    const ViewSource& source_;
    const plan::Plan& plan_;
    std::span<const forecast::Trajectory> trajectories_;
};

}  // namespace

void write_indicators(JsonWriter& json, const ViewSource& source, std::span<const forecast::Trajectory> trajectories) {
    Indicators(json, source, trajectories).write();
}

}  // namespace masar::report
