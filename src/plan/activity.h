#pragma once
// What is done: an activity with its modes, links, window, money, approvals, effects and progress.
#include "plan/measures.h"
#include "plan/record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace masar::plan {

struct Need {
    At<ResourceIndex> resource;
    At<int> units;
};

struct StockUse {
    At<StockIndex> stock;
    std::int64_t amount = 0;  ///< positive; taken at the start or given at the finish
};

/// A part of the cost, charged to one fund: either a part of the whole or an amount of its own (`cost: {fund: 120k USD}`).
struct Share {
    At<FundIndex> fund;
    base::Decimal part;          ///< 0..1; all parts of an activity sum to 1; zero when `amount` is stated
    std::optional<Cost> amount;  ///< all shares of an activity state one, or none does
    base::Place place;
};

/// Part of the cost due at the start or finish of an activity (its own when not stated), for funds charged by_milestone.
struct Payment {
    base::Decimal part;
    At<ActivityIndex> activity;
    bool at_finish = true;
    base::Place place;
};

struct Mode : Record {
    At<Duration> duration;
    std::vector<Need> needs;
    std::optional<Cost> cost;
    At<VenueIndex> venue;
    std::vector<StockUse> takes, gives;
    std::vector<PossibleDuration> possible;  ///< instead of what `duration` says to a forecast
};

enum class LinkType : std::uint8_t { finish_start, start_start, finish_finish, start_finish };

struct Lag {
    int days = 0;
    bool elapsed = false;  ///< all days count; else working days of the link's calendar
};

struct Dependency {
    At<ActivityIndex> predecessor;
    LinkType type = LinkType::finish_start;
    Lag minimum;
    std::optional<Lag> maximum;
    At<CalendarIndex> calendar;  ///< of a working-day lag; none = the successor's
    base::Place place;
};

struct Effect {
    At<IndicatorIndex> indicator;
    base::Decimal change;
    base::Place place;
};

struct Window {
    std::optional<calendar::Date> first;         ///< start >= first
    std::optional<calendar::Date> last;          ///< finish <= last
    std::optional<calendar::Date> finish_first;  ///< finish >= this
    base::Place place;
};

enum class Status : std::uint8_t { planned, started, finished, cancelled };

/// Decided on a day: not before another one, and why.
struct Postponement {
    std::optional<calendar::Date> on;  ///< when it was decided
    At<calendar::Date> to;             ///< start >= it
    NamedText why;
};

/// A request or notice that has gone out, so that its clock runs from a known day.
struct SentRequest {
    ApprovalIndex approval;  ///< known for approvals …
    RuleIndex rule;          ///< … and this for rules of law
    At<calendar::Date> on;
};

struct Progress {
    Status status = Status::planned;
    std::optional<calendar::Date> started, finished;
    std::optional<int> remaining_working_days;  ///< from the plan's as-of date
    base::Place place;
    int mode = 0;                         ///< in which it began; position among the activity's modes
    std::vector<Postponement> postponed;  ///< as written; the last one counts
    NamedText why;                        ///< of a cancellation
    std::vector<SentRequest> sent;
    std::optional<bool> criterion_met;  ///< its `done_when`, once somebody has looked
};

struct Activity : Record {
    At<LineIndex> line;
    At<PhaseIndex> phase;
    At<TypeIndex> type;
    At<OrganisationIndex> lead;
    std::vector<At<OrganisationIndex>> partners;
    At<CalendarIndex> calendar;
    std::vector<Mode> modes;  ///< at least one; a plain activity has one without id
    std::vector<Dependency> after;
    Window window;
    std::vector<At<PeriodIndex>> avoid;
    std::vector<At<ApprovalIndex>> approvals;
    std::optional<At<calendar::Date>>
        request_after;  ///< requests cannot be sent before: start >= it + longest approval
    std::vector<Share> shares;
    std::vector<Payment> payments;
    std::vector<Effect> effects;
    std::vector<At<OutputIndex>> produces;
    bool optional = false;
    bool chosen = false;     ///< an option that was chosen counts as mandatory
    std::int64_t value = 0;  ///< of an option
    std::optional<RiskRating> risk;
    std::optional<EstimateForm> estimate;  ///< of its durations and costs; none = the plan's
    NamedText done_when;                   ///< completion criterion
    std::string notes;
    Progress progress;
};

/// Options of which so many are to be chosen, or of which the first implies the others.
struct ChoiceGroup : Record {
    enum class Kind : std::uint8_t { exactly, at_most, implies };
    Kind kind = Kind::exactly;
    int count = 1;
    std::vector<At<ActivityIndex>> members;
};

}  // namespace masar::plan
