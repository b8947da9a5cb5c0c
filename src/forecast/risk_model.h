#pragma once
// What is uncertain about a planned schedule, in integers and doubles: no names, no dates. Indices point into the same
// problem::Problem that the schedule answers. Everything is optional; an empty model repeats the plan.
#include "forecast/correlation.h"
#include "problem/schedule.h"

namespace masar::forecast {

/// The duration of one activity, in working days of its calendar. At most one per activity; others take as long as planned.
/// For a running (fixed) activity: of the whole duration from its real start on; it never ends before the as-of day.
struct UncertainDuration {
    std::int32_t activity = -1;
    Distribution days;
};

/// Which version of a risk a simulation takes.
enum class Treatment : std::uint8_t { as_planned, before, after, left_out };

/// What may happen, before or after the mitigation.
struct DriverCase {
    double probability = 0;                          ///< in [0, 1]
    Distribution factor = Distribution::certain(1);  ///< multiplies the durations when it happens
};

/// What to spend so that a risk's `after` holds; charged on `day` when it does.
struct Mitigation {
    std::int32_t budget = -1;  ///< -1 = costs nothing
    std::int64_t cost = 0;     ///< in the budget's unit
    problem::Day day = 0;
};

/// One cause, several activities: they become correlated because they share it (Hulett 2011).
struct RiskDriver {
    DriverCase before, after;
    bool mitigated = false;  ///< what is planned
    Mitigation mitigation;
    std::vector<std::int32_t> activities;
};

struct EventCase {
    double probability = 0;  ///< once, or per season when there are seasons
    Distribution days;       ///< working days added to each activity; with seasons: calendar days of absence
    Distribution cost;       ///< in the budget's unit
};

/// Happens or not. Without seasons it adds its days to the activities. With seasons it may strike once in each, on a day drawn
/// evenly from it: its activities do no work during the absence that follows (a unit is called away).
struct RiskEvent {
    EventCase before, after;
    bool mitigated = false;  ///< what is planned
    Mitigation mitigation;
    std::int32_t budget = -1;  ///< of the cost; -1 = none
    /// The activity on whose finish the cost falls due; -1 = the first of `activities`. A seasonal cost: on the day it strikes.
    std::int32_t charged_with = -1;
    std::vector<std::int32_t> activities;
    std::vector<problem::Interval> seasons;  ///< sorted, disjoint
};

/// One of several ways on, e.g. a prototype transitions or stops. Activities of the ways not taken are skipped: they take no
/// time and no money, what follows them waits only for what went before them, and a gate that requires one is not reached.
struct Branch {
    struct Way {
        double weight = 1;  ///< > 0
        std::vector<std::int32_t> activities;
    };
    std::vector<Way> ways;
};

/// Members are positions in `RiskModel::durations`; one duration belongs to at most one group.
struct CorrelationGroup {
    std::vector<std::int32_t> members;
    Matrix correlation;
    CorrelationMeasure measure = CorrelationMeasure::product_moment;
};

/// Money in a budget's own unit: (fixed + per_day × duration) × factor, rounded to the unit.
struct CostLine {
    std::int32_t activity = -1;
    std::int32_t budget = -1;
    std::int64_t fixed = 0;
    std::int64_t per_day = 0;  ///< per working day of the activity
    Distribution factor = Distribution::certain(1);
    problem::Charge charge = problem::Charge::at_start;
    /// An earlier line whose drawn factor this one takes too: the parts of one cost that several funds share. -1 = its own.
    std::int32_t drawn_with = -1;
};

/// Several budgets together, each period and over all periods: a side, a fund, everything.
struct CostTotal {
    std::vector<std::int32_t> budgets;
    /// Units of the total per unit of each budget (a rate of exchange); empty = 1.
    std::vector<double> rates;
    /// Not empty: counted per period too, against these. All budgets then share one partition, and these are one a period.
    std::vector<std::int64_t> limits;
};

/// An indicator's change on the finish of an activity that is carried out.
struct IndicatorEffect {
    std::int32_t activity = -1;
    double change = 0;
};

/// A value that was measured: it holds on its day, whatever was expected, that day's changes included.
struct IndicatorObservation {
    problem::Day day = 0;
    double value = 0;
};

/// A value asked for on a day. Comparison within 1e-9.
struct IndicatorTarget {
    enum class Sense : std::uint8_t { at_least, at_most, equal };
    problem::Day day = 0;
    Sense sense = Sense::at_least;
    double value = 0;
};

/// The rules of trajectory.h in numbers.
struct IndicatorModel {
    double baseline = 0;
    problem::Day baseline_day = 0;  ///< may lie before day 0; effects on or before it are already in the baseline
    double floor = 0;
    double half_life_days = 0;  ///< 0 = does not decay
    double attrition = 0;       ///< lost on the first day of each fiscal year after the first positive value
    std::vector<problem::Day> year_starts;  ///< sorted; first days of fiscal years
    double low = -1e300, high = 1e300;      ///< clamped to, once per day
    std::vector<IndicatorEffect> effects;
    std::vector<IndicatorObservation> observed;  ///< after the baseline, by day, one a day
    std::vector<IndicatorTarget> targets;        ///< by day; ends of fiscal years
};

/// A gate criterion: `indicator` on the due date of `gate`.
struct GateCriterion {
    std::int32_t gate = -1;
    std::int32_t indicator = -1;
    IndicatorTarget wanted;
};

/// Asked in advance: the chance that a total is within an amount AND a gate (or the end, gate = -1) is reached by a day.
struct JointQuestion {
    std::int32_t gate = -1;
    problem::Day by_end = problem::never;  ///< exclusive end
    std::int32_t total = -1;               ///< -1 = no question about money
    std::int64_t amount = 0;
};

struct RiskModel {
    std::vector<UncertainDuration> durations;
    std::vector<RiskDriver> drivers;
    std::vector<RiskEvent> events;
    std::vector<Branch> branches;
    std::vector<CorrelationGroup> correlations;
    /// Empty = the expenses of the problem's modes, as they stand (costs_of).
    std::vector<CostLine> costs;
    std::vector<CostTotal> totals;
    std::vector<IndicatorModel> indicators;
    std::vector<GateCriterion> criteria;
    std::vector<JointQuestion> questions;
    /// Per activity: no earlier start than this, e.g. the planned start where people keep appointments. Empty = as soon as links
    /// and windows allow.
    std::vector<problem::Day> not_before;
    std::vector<std::int32_t> watched;  ///< activities whose finish is wanted as a distribution
};

/// The expenses of the schedule's modes as cost lines.
[[nodiscard]] std::vector<CostLine> costs_of(const problem::Problem& problem, const problem::Schedule& planned);

/// The first thing wrong with the model for this problem: an index, a probability outside [0, 1], two distributions for one
/// activity, a correlation matrix that is none (with how much, and the nearest).
[[nodiscard]] std::optional<base::Error> find_model_fault(const problem::Problem& problem, const RiskModel& model);

}  // namespace masar::forecast
