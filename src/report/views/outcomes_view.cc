#include "report/views/outcomes_view.h"

#include "report/views/indicator_json.h"
#include "report/views/view_json.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace masar::report {
namespace {

using base::JsonWriter;

constexpr std::array<std::string_view, 3> observation_states{"draft", "verified", "disputed"};

/// What one gate's criterion would be without one activity.
struct Worth {
    plan::GateIndex gate;
    const plan::CriterionOutcome* criterion;
    double without = 0;
    bool met_without = false;
    [[nodiscard]] double change() const { return criterion->value.value_or(0) - without; }
};

class Outcomes {
public:
    explicit Outcomes(const ViewSource& source) : source_(source), plan_(source.plan), reader_(source.reader) {
        if (source.dates) trajectories_ = forecast::trajectories_of(plan_, *source.dates);
    }

    std::string write() {
        json_.begin_object();
        write_heading(json_, source_);
        if (!source_.dates) {
            for (const auto* key : {"indicators", "details", "worth"}) json_.key(key).begin_array().end_array();
            return json_.end_object().take();
        }
        write_indicators(json_, source_, trajectories_);
        json_.key("details").begin_array();
        for (std::size_t i = 0; i < plan_.indicators.size(); ++i) write_detail(base::index_of<plan::IndicatorIndex>(i));
        json_.end_array();
        write_worth();
        return json_.end_object().take();
    }

private:
    void write_detail(plan::IndicatorIndex index) {
        const plan::Indicator& indicator = plan_.indicators[index.at()];
        json_.begin_object().field("id", indicator.id);
        write_released(json_, "measure", reader_.reads(indicator, "measure"),
                       [&] { indicator.measure.empty() ? json_.null() : json_.value(indicator.measure); });
        number("floor", indicator, indicator.floor);
        number("half-life", indicator, indicator.half_life_months);
        number("attrition", indicator, indicator.attrition);
        write_years(index, indicator);
        write_fan(index);
        write_observations(indicator);
        write_effects(index);
        json_.end_object();
    }

    void number(std::string_view field, const plan::Indicator& indicator, std::optional<base::Decimal> value) {
        const std::string_view key = field == "half-life" ? "half_life_months" : field;
        write_released(json_, key, reader_.reads(indicator, field),
                       [&] { value ? json_.value(value->to_double()) : json_.null(); });
    }

    void write_years(plan::IndicatorIndex index, const plan::Indicator& indicator) {
        const bool told = reader_.reads(indicator, "baseline") && reader_.reads(indicator, "half-life");
        const plan::SideIndex side = indicator.year_of.value;
        const calendar::FiscalYear years = side.known() ? plan_.sides[side.at()].fiscal_year : calendar::FiscalYear{};
        static const std::vector<forecast::YearValues> none;
        write_list(json_, "years", told, told ? trajectories_[index.at()].years() : none,
                   [&](const forecast::YearValues& each) {
                       json_.begin_object().field("year", each.year).field("label", years.label(each.year));
                       json_.field("end", each.end).field("peak", each.peak);
                       write_date(json_, "peak_on", each.peak_on);
                       json_.field("trough", each.trough);
                       write_date(json_, "trough_on", each.trough_on);
                       json_.field_or_null("target",
                                           each.target ? std::optional(each.target->to_double()) : std::nullopt);
                       json_.field("met", each.target_met).end_object();
                   });
    }

    void write_fan(plan::IndicatorIndex index) {
        json_.key("fan").begin_array();
        if (source_.forecast) {
            const auto& all = source_.forecast->indicators;
            const auto found = std::ranges::find(all, index, &plan::IndicatorForecast::indicator);
            if (found != all.end())
                for (const auto& each : found->years) {
                    json_.begin_object().field("year", each.year);
                    write_date(json_, "on", each.on);
                    json_.field("low", each.low).field("middle", each.middle).field("high", each.high);
                    json_.field_or_null("target", each.target ? std::optional(each.target->to_double()) : std::nullopt);
                    json_.field_or_null("met", each.target ? std::optional(each.met.value) : std::nullopt).end_object();
                }
        }
        json_.end_array();
    }

    void write_observations(const plan::Indicator& indicator) {
        write_list(json_, "observations", reader_.reads(indicator, "observations"), indicator.observations,
                   [&](const auto& each) {
                       json_.begin_object();
                       write_date(json_, "on", each.on.value);
                       json_.field("value", each.value.to_double());
                       json_.field("state", observation_states[static_cast<std::size_t>(each.state)]);
                       json_.field_or_null("source", text_or_none(each.source)).end_object();
                   });
    }

    /// What moves it, by day.
    void write_effects(plan::IndicatorIndex index) {
        std::vector<std::pair<std::size_t, base::Decimal>> effects;
        for (std::size_t i = 0; i < plan_.activities.size(); ++i)
            for (const plan::Effect& each : plan_.activities[i].effects)
                if (source_.dated(i) && each.indicator.value == index) effects.emplace_back(i, each.change);
        std::ranges::stable_sort(effects, {},
                                 [&](const auto& each) { return source_.dates->activities[each.first].finish; });
        json_.key("effects").begin_array();
        for (const auto& [activity, change] : effects) {
            json_.begin_object().field("activity", plan_.activities[activity].id);
            write_name(json_, source_, plan_.activities[activity]);
            write_date(json_, "on", source_.dates->activities[activity].finish);
            json_.field("change", change.to_double()).end_object();
        }
        json_.end_array();
    }

    [[nodiscard]] bool moves_a_criterion(const plan::Activity& activity) const {
        return std::ranges::any_of(activity.effects, [&](const plan::Effect& effect) {
            return effect.change.billionths != 0 && std::ranges::any_of(plan_.gates, [&](const plan::Gate& gate) {
                       return std::ranges::any_of(gate.criteria, [&](const plan::Criterion& each) {
                           return each.indicator.value == effect.indicator.value;
                       });
                   });
        });
    }

    /// The gates' criteria with the activity's effects taken away.
    [[nodiscard]] std::vector<Worth> worth_of(std::size_t activity) const {
        std::vector<Worth> found;
        plan::Timetable without;
        without.activities = source_.dates->activities;
        without.end = source_.dates->end;
        without.activities[activity].chosen = false;
        for (const plan::Effect& effect : plan_.activities[activity].effects) {
            const plan::IndicatorIndex index = effect.indicator.value;
            if (!index.known() || effect.change.billionths == 0) continue;
            const forecast::Trajectory trajectory = forecast::trajectory_of(plan_, without, index);
            for (const plan::GateOutcome& gate : source_.dates->gates)
                for (const plan::CriterionOutcome& each : gate.criteria) {
                    if (each.indicator != index || source_.dates->activities[activity].finish > gate.due || !each.value)
                        continue;
                    const auto value = trajectory.value_on(gate.due);
                    if (value)
                        found.push_back(
                            {gate.gate, &each, value->number, forecast::meets(*value, each.comparison, each.wanted)});
                }
        }
        return found;
    }

    /// Indicators have different units: as a part of what is wanted; what decides a gate comes first.
    [[nodiscard]] static double weight(const Worth& worth) {
        const double wanted = std::abs(worth.criterion->wanted.to_double());
        const double part = std::abs(worth.change()) / std::max(wanted, 1e-9);
        return worth.criterion->met != worth.met_without ? 1e9 + part : part;
    }

    void write_worth() {
        std::vector<std::pair<std::size_t, std::vector<Worth>>> all;
        for (std::size_t i = 0; i < plan_.activities.size(); ++i)
            if (source_.dated(i) && moves_a_criterion(plan_.activities[i])) all.emplace_back(i, worth_of(i));
        std::erase_if(all, [](const auto& each) { return each.second.empty(); });
        std::ranges::stable_sort(all, {}, [](const auto& each) {
            double most = 0;
            for (const Worth& worth : each.second) most = std::max(most, weight(worth));
            return -most;
        });
        json_.key("worth").begin_array();
        for (const auto& [activity, gates] : all) write_worth_of(activity, gates);
        json_.end_array();
    }

    void write_worth_of(std::size_t activity, const std::vector<Worth>& gates) {
        json_.begin_object().field("activity", plan_.activities[activity].id);
        write_name(json_, source_, plan_.activities[activity]);
        write_date(json_, "finish", source_.dates->activities[activity].finish);
        json_.key("gates").begin_array();
        for (const Worth& each : gates) {
            json_.begin_object().field("gate", plan_.gates[each.gate.at()].id);
            json_.field("indicator", plan_.indicators[each.criterion->indicator.at()].id)
                .field("change", each.change());
            json_.field("with", each.criterion->value.value_or(0)).field("without", each.without);
            json_.field("wanted", each.criterion->wanted.to_double());
            json_.field("met", each.criterion->met).field("met_without", each.met_without).end_object();
        }
        json_.end_array().end_object();
    }

    const ViewSource& source_;
    const plan::Plan& plan_;
    const Reader& reader_;
    std::vector<forecast::Trajectory> trajectories_;
    JsonWriter json_{JsonWriter::Style::compact};
};

}  // namespace

std::string outcomes_view(const ViewSource& source) { return Outcomes(source).write(); }

}  // namespace masar::report
