#pragma once
// With what: people and places in pools, stocks, money in funds with ceilings, approvals and rules of law.
#include "base/money.h"
#include "calendar/recurrence.h"
#include "plan/record.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace masar::plan {

struct Resource : Record {
    struct Reduction {
        calendar::DatePeriod days;
        int capacity = 0;
        base::Place place;
    };
    std::vector<At<SideIndex>> owners;  ///< empty = owned by nobody (a lint)
    At<int> capacity;
    std::string unit;  ///< "person", "slot", "hour"; as written
    std::vector<Reduction> reductions;
    At<SideIndex> per_year_of;  ///< known: a yearly budget by this side's fiscal year, charged in the year of the start
};

/// A stock that activities take from and give to.
struct Stock : Record {
    At<std::int64_t> initial;
    std::int64_t minimum = 0;
    std::optional<std::int64_t> maximum;
};

/// When a cost falls due.
enum class ChargeRule : std::uint8_t { at_start, at_finish, per_month, by_milestone };

struct Ceiling {
    int year = 0;  ///< of the owning side's fiscal year
    base::Money amount;
    base::Place place;
};

struct Fund : Record {
    At<SideIndex> side;
    ChargeRule charge = ChargeRule::at_start;
    std::string authority;
    std::optional<calendar::Date> opens, closes;  ///< first and last day for new obligations
    std::vector<Ceiling> ceilings;
};

/// What has happened to a fund's money, in the order in which money goes its way: allotted to the roadmap,
/// committed = set aside, obligated = owed by contract, disbursed = paid.
enum class PostingKind : std::uint8_t { allotted, committed, obligated, disbursed };

/// One line of a fund's ledger. Read by whoever reads the fund, unless it states readers of its own.
struct Posting : Record {
    At<FundIndex> fund;
    At<ActivityIndex> activity;  ///< unknown = of no single activity
    PostingKind kind = PostingKind::committed;
    At<calendar::Date> on;
    base::Money amount;  ///< negative takes an earlier one back
    std::string reference;
};

/// Ceilings of a whole side, over all its funds.
struct SideCeilings {
    At<SideIndex> side;
    std::vector<Ceiling> ceilings;
};

struct LeadTime {
    int days = 0;
    bool working = false;  ///< else calendar days
};

struct ApprovalStep {
    NamedText name;
    LeadTime lead;
    base::Place place;
};

/// Steps in sequence; approvals of one activity run in parallel.
struct Approval : Record {
    std::vector<ApprovalStep> steps;
};

enum class Force : std::uint8_t { law, policy, preference };

/// A rule as dated data. Applies to an activity when every stated condition holds.
struct Rule : Record {
    Force force = Force::policy;
    std::int64_t weight = 1;  ///< of a preference: what giving it up once costs in the aim `preferences`
    std::optional<calendar::DatePeriod> effective;  ///< open ends are the ends of the calendar
    std::vector<At<TypeIndex>> types;               ///< empty = any
    std::vector<At<VenueIndex>> venues;             ///< empty = any
    std::vector<At<FundIndex>> funds;               ///< empty = any
    std::vector<At<PeriodIndex>> not_during;        ///< no day of the activity may fall in these periods
    std::optional<LeadTime> notice_before_start;
    NamedText counts_from;                  ///< the counting convention in words
    std::optional<base::Money> cost_limit;  ///< the activity's cost must not exceed it
};

/// A policy or a preference set aside for one activity. Law cannot be waived.
struct Waiver {
    At<RuleIndex> rule;
    At<ActivityIndex> activity;
    std::string role;
    NamedText reason;
    std::optional<calendar::Date> until;
    base::Place place;
};

}  // namespace masar::plan
