// Indicators and gate criteria of a risk book.
#include "app/risk_book_draft.h"
#include "forecast/trajectory.h"

#include <algorithm>

namespace masar::app {
namespace {

using forecast::IndicatorModel;
using forecast::IndicatorTarget;

constexpr double days_a_month = 30.4375;

IndicatorTarget::Sense sense_of(plan::Comparison comparison) {
    return comparison == plan::Comparison::at_least ? IndicatorTarget::Sense::at_least
                                                    : IndicatorTarget::Sense::at_most;
}

class IndicatorWriter {
public:
    explicit IndicatorWriter(RiskBookDraft& draft) : draft_(draft), positions_(draft.plan.indicators.size(), -1) {}

    void write(plan::IndicatorIndex index) {
        const plan::Indicator& source = draft_.plan.indicators[index.at()];
        const auto measured = forecast::measured_values(source, draft_.plan.start.value);
        if (measured.empty()) return;
        IndicatorModel model;
        model.baseline = measured.front().value.to_double();
        model.baseline_day = day(measured.front().day);
        for (std::size_t i = 1; i < measured.size(); ++i)
            model.observed.push_back({day(measured[i].day), measured[i].value.to_double()});
        model.floor = source.floor.to_double();
        if (source.half_life_months) model.half_life_days = source.half_life_months->to_double() * days_a_month;
        if (source.attrition) model.attrition = source.attrition->to_double();
        const forecast::Limits limits = forecast::limits_of(source);
        if (limits.low) model.low = limits.low->to_double();
        if (limits.high) model.high = limits.high->to_double();
        add_years(source, model);
        add_effects(index, model);
        positions_[index.at()] = static_cast<std::int32_t>(draft_.model.indicators.size());
        draft_.indicators.push_back(index);
        draft_.model.indicators.push_back(std::move(model));
    }

    void write_criteria(std::int32_t gate) {
        const plan::Gate& source = draft_.plan.gates[draft_.compiled.gates[static_cast<std::size_t>(gate)].at()];
        for (std::size_t i = 0; i < source.criteria.size(); ++i) {
            const plan::Criterion& each = source.criteria[i];
            if (!each.indicator.value.known()) continue;
            IndicatorTarget wanted{day(source.due.value), sense_of(each.comparison), each.value.to_double()};
            std::int32_t indicator = positions_[each.indicator.value.at()];
            if (indicator < 0) {
                // Without a baseline there is no value, and the criterion is never met.
                indicator = never_met();
                wanted = {day(source.due.value), IndicatorTarget::Sense::at_least, 1};
            }
            draft_.model.criteria.push_back({gate, indicator, wanted});
            draft_.criteria.push_back(static_cast<std::int32_t>(i));
        }
    }

private:
    [[nodiscard]] problem::Day day(calendar::Date date) const { return draft_.compiled.days.day(date); }

    void add_years(const plan::Indicator& source, IndicatorModel& model) {
        const calendar::FiscalYear fiscal = source.year_of.value.known()
                                                ? draft_.plan.sides[source.year_of.value.at()].fiscal_year
                                                : calendar::FiscalYear{};
        const int first = fiscal.year_of(draft_.compiled.days.date(std::min(0, model.baseline_day)));
        const int last = fiscal.year_of(draft_.compiled.days.date(draft_.last_day));
        for (int year = first; year <= last; ++year) model.year_starts.push_back(day(fiscal.days_of(year).first));
        std::vector<int> years;
        for (const plan::Indicator::Target& target : source.targets) {
            if (!target.value) continue;
            model.targets.push_back(
                {day(fiscal.days_of(target.year).last),
                 source.better == plan::Better::up ? IndicatorTarget::Sense::at_least : IndicatorTarget::Sense::at_most,
                 target.value->to_double()});
            years.push_back(target.year);
        }
        draft_.target_years.push_back(std::move(years));
    }

    void add_effects(plan::IndicatorIndex index, IndicatorModel& model) const {
        for (std::size_t i = 0; i < draft_.plan.activities.size(); ++i) {
            const std::int32_t position = draft_.standing(base::index_of<plan::ActivityIndex>(i));
            if (position < 0) continue;
            for (const plan::Effect& effect : draft_.plan.activities[i].effects)
                if (effect.indicator.value == index) model.effects.push_back({position, effect.change.to_double()});
        }
    }

    [[nodiscard]] std::int32_t never_met() {
        if (never_met_ < 0) {
            never_met_ = static_cast<std::int32_t>(draft_.model.indicators.size());
            IndicatorModel nothing;
            nothing.low = nothing.high = 0;
            draft_.model.indicators.push_back(std::move(nothing));
            draft_.indicators.emplace_back();
            draft_.target_years.emplace_back();
        }
        return never_met_;
    }

    RiskBookDraft& draft_;
    std::vector<std::int32_t> positions_;  ///< in RiskModel::indicators, by IndicatorIndex
    std::int32_t never_met_ = -1;
};

}  // namespace

void add_indicators(RiskBookDraft& draft) {
    IndicatorWriter writer(draft);
    for (std::size_t i = 0; i < draft.plan.indicators.size(); ++i)
        writer.write(base::index_of<plan::IndicatorIndex>(i));
    for (std::size_t g = 0; g < draft.compiled.gates.size(); ++g) writer.write_criteria(static_cast<std::int32_t>(g));
}

}  // namespace masar::app
