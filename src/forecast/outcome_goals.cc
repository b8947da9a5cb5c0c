#include "forecast/outcome_goals.h"

#include "plan/known_value.h"

#include <algorithm>
#include <cmath>

namespace masar::forecast {
namespace {

using base::Decimal;
using calendar::Date;
using problem::OutcomeGoal;
using std::chrono::days;

constexpr double days_per_month = 30.4375;
/// What comparisons of decaying values forgive, in billionths (trajectory.cc), and one more for the rounding of the sum.
constexpr std::int64_t forgiven = 2;

calendar::FiscalYear fiscal_year_of(const plan::Plan& plan, const plan::Indicator& indicator) {
    return indicator.year_of.value.known() ? plan.sides[indicator.year_of.value.at()].fiscal_year
                                           : calendar::FiscalYear{};
}

/// One indicator on one due date, without what limits its values.
class Fading {
public:
    Fading(const plan::Plan& plan, const plan::Indicator& indicator, Date due)
        : indicator_(indicator), years_(fiscal_year_of(plan, indicator)), due_(due) {
        const auto known = plan::known_value(indicator, due);
        baseline_day_ = known && known->on ? *known->on : plan.start.value;
        if (indicator.attrition) first_loss_ = years_.year_of(baseline_day_) + 1;
    }

    [[nodiscard]] Date baseline_day() const { return baseline_day_; }
    [[nodiscard]] bool exact() const { return !indicator_.half_life_months && !indicator_.attrition; }

    /// The part of a change on `day` that is left on the due date.
    [[nodiscard]] double left_of(Date day) const {
        double part = 1;
        if (indicator_.half_life_months) {
            const double months = static_cast<double>((due_ - day).count()) / days_per_month;
            part = std::exp2(-months / indicator_.half_life_months->to_double());
        }
        if (!indicator_.attrition) return part;
        const int losses = years_.year_of(due_) - std::max(years_.year_of(day), *first_loss_ - 1);
        return losses > 0 ? part * std::pow(1 - indicator_.attrition->to_double(), losses) : part;
    }

    /// The value on the due date when nothing is done.
    [[nodiscard]] std::optional<Trajectory::Value> untouched() const {
        plan::Indicator unlimited = indicator_;
        unlimited.unit.clear();
        unlimited.better = plan::Better::up;
        unlimited.minimum.reset();
        unlimited.maximum.reset();
        unlimited.targets.clear();
        return Trajectory::make(unlimited, {years_, baseline_day_, due_}, {}).value_on(due_);
    }

private:
    const plan::Indicator& indicator_;
    calendar::FiscalYear years_;
    Date baseline_day_, due_;
    std::optional<int> first_loss_;
};

class GoalWriter {
public:
    GoalWriter(const plan::Plan& plan, const plan::Gate& gate, const plan::Criterion& criterion, const GoalFrame& frame)
        : plan_(plan),
          criterion_(criterion),
          indicator_(plan.indicators[criterion.indicator.value.at()]),
          frame_(frame),
          due_(gate.due.value),
          fading_(plan, indicator_, due_),
          sign_(criterion.comparison == plan::Comparison::at_least ? 1 : -1) {}

    [[nodiscard]] std::optional<OutcomeGoal> write() {
        const auto untouched = fading_.untouched();
        if (!untouched) return std::nullopt;
        OutcomeGoal goal;
        goal.at_least = sign_ * criterion_.value.billionths;
        if (untouched->exact && fading_.exact())
            goal.constant = sign_ * untouched->exact->billionths;
        else
            goal.constant = in_favour(static_cast<double>(sign_) * untouched->number) + forgiven;
        for (std::size_t i = 0; i < plan_.activities.size(); ++i) add_term(i, goal);
        return goal;
    }

    /// Whether some change works against the criterion.
    [[nodiscard]] bool harmed() const { return harmed_; }

private:
    static std::int64_t in_favour(double value) {
        return static_cast<std::int64_t>(std::ceil(value * static_cast<double>(Decimal::one)));
    }

    void add_term(std::size_t activity, OutcomeGoal& goal) {
        const std::int32_t position = frame_.positions[activity];
        if (position < 0) return;
        Decimal change;
        for (const plan::Effect& effect : plan_.activities[activity].effects)
            if (effect.indicator.value == criterion_.indicator.value) change = change + effect.change;
        if (change == Decimal{}) return;
        harmed_ = harmed_ || sign_ * change.billionths < 0;
        OutcomeGoal::Term term{position, problem::Anchor::finish, {}};
        const auto day = [&](Date date) { return static_cast<problem::Day>((date - frame_.first_day).count()); };
        std::int64_t last = 0;
        for (Date date = std::max(fading_.baseline_day() + days(1), frame_.first_day); date <= due_; date += days(1)) {
            const std::int64_t amount = amount_of(change, date);
            if (amount != last) term.steps.push_back({day(date), amount});
            last = amount;
        }
        if (term.steps.empty()) return;
        term.steps.push_back({day(due_) + 1, 0});
        goal.terms.push_back(std::move(term));
    }

    [[nodiscard]] std::int64_t amount_of(Decimal change, Date day) const {
        if (fading_.exact()) return sign_ * change.billionths;
        return in_favour(static_cast<double>(sign_) * change.to_double() * fading_.left_of(day));
    }

    const plan::Plan& plan_;
    const plan::Criterion& criterion_;
    const plan::Indicator& indicator_;
    const GoalFrame& frame_;
    Date due_;
    Fading fading_;
    std::int64_t sign_;
    bool harmed_ = false;
};

/// From when on people leave depends on the first positive value; before it there is nothing to lose, unless the value moves by itself.
bool leaving_is_open(const plan::Indicator& indicator, Date due, bool harmed) {
    const auto known = plan::known_value(indicator, due);
    if (!indicator.attrition || !known || known->value > Decimal{}) return false;
    const bool moves = indicator.half_life_months && indicator.floor != Decimal{};
    return known->value < Decimal{} || moves || harmed;
}

}  // namespace

CriterionGoal outcome_goal(const plan::Plan& plan, plan::GateIndex gate, std::size_t criterion,
                           const GoalFrame& frame) {
    const plan::Gate& source = plan.gates[gate.at()];
    CriterionGoal made{gate, criterion, {0, {}, 1}, true};
    const plan::Criterion& asked = source.criteria[criterion];
    if (!asked.indicator.value.known()) return made;
    GoalWriter writer(plan, source, asked, frame);
    auto goal = writer.write();
    if (!goal) return made;
    const plan::Indicator& indicator = plan.indicators[asked.indicator.value.at()];
    const Limits limits = limits_of(indicator);
    const bool lifted = (asked.comparison == plan::Comparison::at_least ? limits.low : limits.high).has_value();
    made.goal = *std::move(goal);
    made.necessary = !(writer.harmed() && lifted) && !leaving_is_open(indicator, source.due.value, writer.harmed());
    return made;
}

}  // namespace masar::forecast
