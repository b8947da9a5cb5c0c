#pragma once
// How it is judged: phases, gates, indicators, risks, records.
#include "plan/uncertainty.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace masar::plan {

struct Phase : Record {
    calendar::DatePeriod period;
};

enum class Comparison : std::uint8_t { at_least, at_most };

struct Criterion {
    At<IndicatorIndex> indicator;
    Comparison comparison = Comparison::at_least;
    base::Decimal value;
    base::Place place;
};

enum class GateDecision : std::uint8_t { proceed, proceed_with_conditions, hold, stop };

struct Approver {
    At<SideIndex> side;
    std::string role;
};

struct Gate : Record {
    At<PhaseIndex> closes;
    At<calendar::Date> due;
    bool firm = false;
    std::int64_t weight = 1;
    std::vector<At<ActivityIndex>> requires_done;
    std::vector<Criterion> criteria;
    std::vector<Approver> approvers;
    std::vector<GateDecision> decisions;
};

enum class IndicatorKind : std::uint8_t { output, outcome };
enum class Better : std::uint8_t { up, down };

/// How far a measured value is relied on; only a verified one moves the forecast.
enum class ObservationState : std::uint8_t { draft, verified, disputed };

/// A value that somebody measured.
struct Observation {
    At<calendar::Date> on;
    base::Decimal value;
    ObservationState state = ObservationState::draft;
    std::string source;
    base::Place place;
};

struct Indicator : Record {
    struct Target {
        int year = 0;                        ///< of the indicator's fiscal year
        std::optional<base::Decimal> value;  ///< stated as none for a year
        base::Place place;
    };
    IndicatorKind kind = IndicatorKind::output;
    std::string unit;  ///< "ratio", "probability", "percent", "count", …; as written
    Better better = Better::up;
    std::string measure;  ///< how it is measured
    std::optional<base::Decimal> baseline;
    std::optional<calendar::Date> baseline_on;
    base::Decimal floor;  ///< of the decay
    std::optional<base::Decimal> half_life_months;
    std::optional<base::Decimal> attrition;  ///< yearly rate 0..1
    std::optional<base::Decimal> minimum, maximum;
    At<SideIndex> year_of;  ///< side whose fiscal year counts
    std::vector<Target> targets;
    std::vector<Observation> observations;  ///< by day
};

enum class Likelihood : std::uint8_t { frequent, likely, occasional, seldom, unlikely };
enum class Severity : std::uint8_t { catastrophic, critical, moderate, negligible };

struct RiskRating {
    Likelihood probability = Likelihood::seldom;
    Severity severity = Severity::negligible;
};

struct Risk : Record {
    RiskRating rating;
    std::vector<At<ActivityIndex>> touches;
    std::string risk_owner;  ///< role
    std::optional<RiskQuantity> quantity;
};

/// What happened, and what was learned from it.
struct HistoryRecord : Record {
    At<ActivityIndex> activity;
    std::optional<calendar::Date> on;
    std::string kind;
};
struct Lesson : Record {
    std::string from_record;
    std::vector<std::string> changed;  ///< ids of items changed because of it; "applied" needs at least one
    bool applied = false;
};

}  // namespace masar::plan
