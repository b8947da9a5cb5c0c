#pragma once
// What may come otherwise: what a risk does, what is done about it, what moves together, and which way things go on.
#include "plan/estimate.h"
#include "plan/record.h"

#include <optional>
#include <vector>

namespace masar::plan {

/// What a risk brings when it happens: a factor on durations (a driver), or days and money (an event).
struct RiskEffect {
    std::optional<At<Factor>> factor;
    std::optional<At<Delay>> days;
    std::optional<Cost> cost;
    [[nodiscard]] bool any() const { return factor || days || cost; }
};

/// What is done about a risk. What it does not state stays as it is without it.
struct Mitigation {
    std::optional<base::Decimal> probability;
    RiskEffect effect;
    std::optional<At<base::Money>> costs;
    At<FundIndex> fund;
    std::optional<calendar::Date> on;  ///< none = the plan's first day
    bool planned = false;
    base::Place place;
};

/// The number that a forecast needs; a rating in words alone is not simulated.
struct RiskQuantity {
    base::Decimal probability;  ///< 0..1; with a season: in each of them
    RiskEffect effect;
    At<FundIndex> fund;      ///< of the cost
    At<PeriodIndex> season;  ///< known: strikes at most once in each, on any of its days
    std::optional<Mitigation> mitigation;
    base::Place place;  ///< of the probability
};

/// How a coefficient is meant.
enum class CorrelationKind : std::uint8_t { pearson, rank };

/// Durations that move together.
struct Correlation {
    struct Cell {
        std::size_t row = 0, column = 0;  ///< positions in `members`
        base::Decimal value;              ///< -1..1
        base::Place place;
    };
    NamedText name;
    std::vector<At<ActivityIndex>> members;
    std::optional<At<base::Decimal>> coefficient;  ///< of every pair …
    std::vector<Cell> cells;                       ///< … or of these; a pair that is not stated: 0
    CorrelationKind kind = CorrelationKind::pearson;
    base::Place place;
};

/// One of several ways on, e.g. a prototype transitions or stops: what belongs to the others is not done.
struct Branch : Record {
    struct Way : Record {
        At<base::Decimal> weight;  ///< above zero, in relation to the other ways
        std::vector<At<ActivityIndex>> activities;
    };
    std::vector<Way> ways;
};

/// A duration that may come, and how likely it is.
struct PossibleDuration {
    int working_days = 0;
    base::Decimal part;  ///< 0..1; all of an activity's sum to 1
};

}  // namespace masar::plan
