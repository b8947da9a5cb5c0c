#pragma once
// What was answered about a plan, in the plan's own words: dates, modes, loads, spending, gates, violations, notices due.
#include "plan/plan.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace masar::plan {

struct ActivityDates {
    bool chosen = true;            ///< false: an option left out, or cancelled; the dates mean nothing then
    calendar::Date start, finish;  ///< finish inclusive; a milestone has finish == start
    int mode = 0;
    std::optional<calendar::Date> earliest_start, latest_finish;
    int total_float = 0, free_float = 0;  ///< working days of the activity's calendar
    bool critical = false;
};

enum class ViolationKind : std::uint8_t {
    window,    ///< what = activity; starts before or finishes after its window
    resource,  ///< what = resource (or resource-year); amount = worst excess
    ceiling,   ///< what = side or fund; year; amount in minor units of `currency`
    avoid,     ///< what = activity, in a period to avoid
    rule,      ///< what = activity; the rule in `other`
    link,      ///< what = activity (successor); other = predecessor
    notice,    ///< what = activity; a legal clock that cannot be met
    stock,     ///< what = stock
    choice,    ///< what = choice group
    gate,      ///< what = firm gate; amount = days late
    calendar,  ///< what = activity; starts on a day off
    fixed,     ///< what = activity; moved although it has happened
};

struct Violation {
    ViolationKind kind = ViolationKind::window;
    std::string what;   ///< id of the record
    std::string other;  ///< id of a second record, where one takes part
    std::optional<int> year;
    calendar::Date when;                        ///< first day
    std::int64_t amount = 0;                    ///< worst excess: units, days or minor units
    base::Currency currency;                    ///< known for money
    std::vector<calendar::DatePeriod> periods;  ///< the stretches inside
    base::Place place;                          ///< of the statement that is broken
};

/// A rule of force `preference` that an activity does not keep. It breaks no limit; it costs in the aim `preferences`.
struct GivenUp {
    ActivityIndex activity;
    RuleIndex rule;
    std::int64_t cost = 0;
    calendar::Date when;  ///< first day against it
};

struct CriterionOutcome {
    IndicatorIndex indicator;
    Comparison comparison = Comparison::at_least;
    base::Decimal wanted;
    std::optional<double> value;  ///< expected value on the due date; none before the indicator's baseline
    bool met = false;
};

struct GateOutcome {
    GateIndex gate;
    calendar::Date due;
    std::optional<calendar::Date>
        date;  ///< last finish of what it requires; none when something required is not chosen
    int late_days = 0;
    std::vector<CriterionOutcome> criteria;  ///< filled by forecast/gate_criteria
};

struct PoolLoad {
    ResourceIndex resource;
    calendar::Date first_day;
    std::vector<std::int32_t> load, capacity;  ///< per day from first_day
};
struct YearLoad {
    ResourceIndex resource;
    int year = 0;
    std::int64_t load = 0, capacity = 0;
};

struct Spending {
    SideIndex side;
    FundIndex fund;  ///< unknown = the side's total
    int year = 0;    ///< of that side's fiscal year
    std::int64_t minor = 0;
    base::Currency currency;
    std::optional<std::int64_t> ceiling_minor;
};

/// A part of an activity's cost as it falls due.
struct ChargeLine {
    ActivityIndex activity;  ///< whose cost it is
    FundIndex fund;
    SideIndex side;  ///< of the fund
    int year = 0;    ///< of that side's fiscal year
    calendar::Date on;
    std::int64_t minor = 0;       ///< in the currency of the fund's account …
    std::int64_t side_minor = 0;  ///< … and in that of its side's
};

struct NoticeDue {
    ActivityIndex activity;
    ApprovalIndex approval;  ///< known for approvals …
    RuleIndex rule;          ///< … and this for rules of law
    calendar::Date request_by;
    bool binds = false;                 ///< whether the clock holds the start where it is
    std::vector<calendar::Date> steps;  ///< of an approval: day by which each of its steps begins
};

enum class AnswerStatus : std::uint8_t { optimal, feasible, violated, infeasible, unknown, earliest };

struct Timetable {
    AnswerStatus status = AnswerStatus::unknown;
    Estimate estimate = Estimate::likely;
    std::uint64_t seed = 0;
    bool stopped = false;               ///< ended by Ctrl-C or a cancelled job: the best so far
    std::optional<calendar::Date> end;  ///< last finish
    std::vector<std::int64_t> objective;
    std::vector<std::optional<std::int64_t>> bound;
    std::int64_t schedules = 0;
    std::vector<ActivityDates> activities;  ///< by ActivityIndex
    std::vector<GateOutcome> gates;         ///< by GateIndex
    std::vector<Violation> violations;
    std::vector<GivenUp> given_up;  ///< by activity, then by rule
    std::vector<PoolLoad> loads;
    std::vector<YearLoad> year_loads;
    std::vector<Spending> spending;   ///< by side, fund, year; side totals after the funds
    std::vector<ChargeLine> charges;  ///< what `spending` is the sum of, by activity
    std::vector<NoticeDue> notices;   ///< by request_by
};

}  // namespace masar::plan
