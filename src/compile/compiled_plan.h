#pragma once
// A plan as a problem, with the way back: which record (and place in the text) each index of the problem came from.
#include "base/money.h"
#include "calendar/working_calendar.h"
#include "compile/day_count.h"
#include "plan/plan.h"
#include "problem/problem.h"

#include <cstdint>
#include <span>
#include <vector>

namespace masar::compile {

/// Which event a bound of an activity speaks of; days are inclusive and counted from the plan's start.
enum class Bound : std::uint8_t { start_from, start_by, finish_from, finish_by };

/// Who says so.
enum class Cause : std::uint8_t {
    window,    ///< the activity's own window
    as_of,     ///< what is planned cannot start before the status date
    approval,  ///< `record` = ApprovalIndex: steps counted from the as-of date or from request-after
    rule,      ///< `record` = RuleIndex: a legal clock, counted likewise
    fund,      ///< `record` = FundIndex: its first or last day for new obligations
};

/// One reason why an activity cannot start earlier (or finish later).
struct BoundReason {
    std::int32_t activity = -1;  ///< of the problem
    Bound bound = Bound::start_from;
    Cause cause = Cause::window;
    problem::Day day = 0;  ///< may lie before day 0
    std::int32_t record = -1;
    base::Place place;
};

struct BudgetOrigin {
    enum class Kind : std::uint8_t {
        resource,   ///< `record` = ResourceIndex, per fiscal year of a side
        fund,       ///< `record` = FundIndex
        side,       ///< `record` = SideIndex
        cost_limit  ///< `record` = RuleIndex, `activity` = of the plan: what a mode costs above the rule's limit
    };
    Kind kind = Kind::resource;
    std::int32_t record = -1;
    plan::ActivityIndex activity;
    calendar::FiscalYear fiscal_year;
    int first_year = 0;       ///< fiscal year of period 0
    base::Currency currency;  ///< of money
};

struct LinkOrigin {
    plan::ActivityIndex successor;
    std::int32_t dependency = -1;  ///< position in Activity::after; -1 = the link states a bound, see Origins::reasons
};

struct WishOrigin {
    plan::ActivityIndex activity;
    plan::RuleIndex rule;
};

/// The time that plan and problem share.
struct TimeFrame {
    plan::Estimate estimate = plan::Estimate::likely;
    DayCount days;
    std::vector<calendar::WorkingCalendar> calendars;       ///< by CalendarIndex, from some time before day 0
    calendar::WorkingCalendar every_day;                    ///< for activities that name no calendar
    std::vector<std::vector<problem::Interval>> avoidable;  ///< by PeriodIndex: its days within the horizon
    std::vector<plan::CalendarIndex> lead_calendars;        ///< by OrganisationIndex: of its side

    /// The calendar that an activity of the plan works by: its own, else that of its lead's side; unknown = every day.
    [[nodiscard]] plan::CalendarIndex calendar_index(const plan::Activity& activity) const {
        if (activity.calendar.value.known() || !activity.lead.value.known()) return activity.calendar.value;
        return lead_calendars[activity.lead.value.at()];
    }
    [[nodiscard]] const calendar::WorkingCalendar& calendar_of(const plan::Activity& activity) const {
        const plan::CalendarIndex index = calendar_index(activity);
        return index.known() ? calendars[index.at()] : every_day;
    }
};

/// The way back from each index of the problem.
struct Origins {
    std::vector<plan::ActivityIndex> activities;  ///< by problem activity; unknown = the origin that carries bounds
    std::vector<std::int32_t> positions;          ///< problem activity by plan activity; -1 = takes no part
    std::vector<plan::ResourceIndex> pools;       ///< by problem pool
    std::vector<plan::StockIndex> reservoirs;     ///< by problem reservoir
    std::vector<plan::GateIndex> gates;           ///< by problem gate
    std::vector<std::int32_t> choices;            ///< position in Plan::choices by problem group
    std::vector<BudgetOrigin> budgets;            ///< by problem budget
    std::vector<LinkOrigin> links;                ///< by problem link
    std::vector<WishOrigin> wishes;               ///< by problem wish: by activity, then by rule
    std::vector<BoundReason> reasons;             ///< sorted by activity

    /// Why this activity of the problem cannot start earlier or finish later.
    [[nodiscard]] std::span<const BoundReason> reasons_of(std::int32_t activity) const;
};

struct CompiledPlan : TimeFrame, Origins {
    problem::Problem problem;
};

}  // namespace masar::compile
