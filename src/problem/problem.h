#pragma once
// The question in dense integers: RCPSP, MRCPSP, RCPSP/max, RCPSP/t, reservoirs, knapsacks and a roadmap are all of this one shape.
// Immutable once made; validated once in Problem::make, so that nobody checks again. No dates, no names.
//
// Time is whole days from 0. An activity in a mode starts on a working day s of its calendar and ends at the exclusive
// e = calendar.end_of(s, duration); a duration of 0 gives e = s (a milestone takes no time).
#include "problem/work_time.h"

#include "base/result.h"

#include <cstdint>
#include <span>
#include <vector>

namespace masar::problem {

enum class Anchor : std::uint8_t { start, finish };
enum class Sense : std::uint8_t { at_least, at_most };

/// One bound between two events. Let b be the day below; at_least: event(to) >= b, at_most: event(to) <= b, where for a
/// target `start` the event is the start day and for a target `finish` it is the exclusive end. With n, D of `calendar`:
///   finish→start, lag k:  b = D(n(e) + k)                                  (FS+k: the (k+1)-th working day after the finish)
///   start→start:          b = s if k = 0;  D(n(s+1) + k - 1) if k > 0;  D(n(s) + k) if k < 0
///   finish→finish:        b = e if k = 0;  D(n(e) + k - 1) + 1 if k > 0;  D(n(e-1) + k) + 1 if k < 0
///   start→finish:         b = s + 1 if k = 0;  D(n(s+1) + k - 1) + 1 if k > 0;  D(n(s) + k) + 1 if k < 0
/// On the calendar of every day these are e + k, s + k, e + k and s + k + 1. link_bound.h computes them and their inverses.
struct Link {
    std::int32_t from = -1;
    std::int32_t to = -1;
    Anchor from_anchor = Anchor::finish;
    Anchor to_anchor = Anchor::start;
    Sense sense = Sense::at_least;
    std::int32_t lag = 0;
    std::int32_t calendar = 0;  ///< index into work_times
};

/// Units per working day while the activity runs. Only the working days of the activity's own calendar count.
struct Demand {
    std::int32_t pool = -1;
    std::int32_t units = 0;
};

enum class Charge : std::uint8_t {
    at_start,   ///< in the period of the start day
    at_finish,  ///< in the period of the last day
    spread,     ///< in equal parts over the months (periods of Problem::months) touched; the last takes the remainder
};

/// Total amount taken from a budget.
struct Expense {
    std::int32_t budget = -1;
    std::int64_t amount = 0;
    Charge charge = Charge::at_start;
};

/// A change of a reservoir's stock: what is taken at the start is gone from that day on; what is given at the finish is there
/// from the exclusive end on. The stock is checked after all changes of one day.
struct StockChange {
    std::int32_t reservoir = -1;
    std::int64_t amount = 0;  ///< negative takes, positive gives
    Anchor anchor = Anchor::start;
};

struct Mode {
    std::int32_t duration = 0;  ///< working days of the activity's calendar
    std::vector<Demand> demands;
    std::vector<Expense> expenses;
    std::vector<StockChange> stock_changes;
    std::int64_t cost = 0;  ///< for the objective `cost`
};

struct Interval {
    Day from = 0;  ///< inclusive
    Day to = 0;    ///< exclusive
    bool operator==(const Interval&) const = default;
};

/// Done or running: starts and ends where it did; uses pools only from `uses_from` on (the past is past).
struct Fixed {
    Day start = 0;
    Day end = 0;
    Day uses_from = 0;
    std::int32_t mode = 0;  ///< position among the activity's modes
};

struct Activity {
    std::int32_t calendar = 0;    ///< index into work_times
    Day earliest_start = 0;       ///< window, as-of date and notice clocks together
    Day latest_end = never;       ///< exclusive
    std::int32_t forbidden = -1;  ///< index into forbidden_sets: no day of [s, max(e, s+1)) may lie in one; -1 = none
    bool optional = false;
    std::int64_t value = 0;   ///< for the objective `option_value`, when optional
    std::int32_t fixed = -1;  ///< index into fixed_activities; -1 = free
    std::vector<Mode> modes;  ///< at least one
};

/// Renewable: `capacity` from day `from` until the next step; the first step starts at day 0.
struct CapacityStep {
    Day from = 0;
    std::int32_t capacity = 0;
};
struct Pool {
    std::vector<CapacityStep> steps;
};

constexpr std::int64_t unlimited = INT64_MAX;

/// Largest magnitude of a lag: a day plus a lag always fits into a Day.
constexpr std::int32_t longest_lag = 0x0FFFFFFF;

/// Days 0..horizon-1 divided into periods (a side's fiscal years, months): period_of_day grows by steps of at most one; days
/// after its end belong to its last period. Empty = one period.
struct Partition {
    std::vector<std::int32_t> period_of_day;
    std::int32_t periods = 1;
    [[nodiscard]] std::int32_t at(Day day) const;
    /// First day of the period; 0 for a period that begins before day 0 (and for the one period).
    [[nodiscard]] Day first_day(std::int32_t period) const;
};

/// Non-renewable, per period of its partition.
struct Budget {
    std::int32_t partition = 0;
    std::vector<std::int64_t> limits;  ///< one per period; `unlimited` where there is no ceiling
};

struct Reservoir {
    std::int64_t initial = 0;
    std::int64_t minimum = 0;
    std::int64_t maximum = unlimited;
};

/// A group of optional activities.
struct Group {
    enum class Kind : std::uint8_t { exactly, at_most, implies };  ///< implies: members[0] chosen → all others chosen
    Kind kind = Kind::exactly;
    std::int32_t count = 1;
    std::vector<std::int32_t> members;
};

/// Evaluated on a due day. Soft unless firm: lateness = max(0, last end of `requires_done` - due_end).
struct Gate {
    Day due_end = never;  ///< exclusive: due date + 1
    bool firm = false;
    std::int64_t weight = 1;
    std::vector<std::int32_t> requires_done;
};

/// What must have come about, an indicator at a gate say: constant + the amounts of the terms >= at_least.
struct OutcomeGoal {
    struct Step {
        Day from = 0;
        std::int64_t amount = 0;  ///< of any sign; amounts need not rise
    };
    struct Term {
        std::int32_t activity = -1;
        Anchor anchor = Anchor::finish;  ///< start: the day of the start; finish: the last day, max(start, end - 1)
        std::vector<Step> steps;         ///< by day; the last one reached counts: 0 before the first, and when left out
    };
    std::int64_t constant = 0;
    std::vector<Term> terms;  ///< of different activities
    std::int64_t at_least = 0;
};

/// What is wanted and may be given up at a price: taking part in `mode` with a day of [s, max(e, s+1)) in `unwanted` costs `weight`,
/// once. "Not before day d" is a wish against the days [0, d).
struct Wish {
    std::int32_t activity = -1;
    std::int32_t mode = -1;      ///< position among its modes; -1 = in any
    std::int32_t unwanted = -1;  ///< index into forbidden_sets; -1 = on any day
    std::int64_t weight = 1;
};

enum class Objective : std::uint8_t {
    gate_lateness,
    makespan,
    option_value,
    cost,
    moved,   ///< activities of the baseline that do not start where it has them, or are left out
    shift,   ///< days between the starts of chosen activities and those in the baseline, in all
    wishes,  ///< weights of the wishes given up
};

constexpr Day not_in_baseline = -1;

struct ProblemData {
    Day horizon = never;                           ///< no activity may end after it
    std::vector<WorkTime> work_times{WorkTime{}};  ///< [0] is always every day
    std::vector<Activity> activities;
    std::vector<Link> links;
    std::vector<std::vector<Interval>> forbidden_sets;  ///< each sorted and disjoint
    std::vector<Fixed> fixed_activities;
    std::vector<Pool> pools;
    std::vector<Partition> partitions{Partition{}};  ///< [0] is always the one period
    std::int32_t months = 0;                         ///< partition used by Charge::spread
    std::vector<Budget> budgets;
    std::vector<Reservoir> reservoirs;
    std::vector<Group> groups;
    std::vector<Gate> gates;
    std::vector<OutcomeGoal> goals;
    std::vector<Wish> wishes;
    /// Start per activity that `moved` and `shift` are measured from, or not_in_baseline; empty when there is none.
    std::vector<Day> baseline;
    std::vector<Objective> objectives{Objective::makespan};  ///< lexicographic, first weighs most
};

class Problem {
public:
    /// Checks every index and sign, that sums fit into 64 bits, and the acyclicity that at_least links of non-negative length
    /// need (a cycle of length zero, as of simultaneous starts, is none); the sentence names the first thing wrong.
    /// O(size), O(n log n) for the order.
    [[nodiscard]] static base::Result<Problem> make(ProblemData data);

    [[nodiscard]] const ProblemData& data() const { return data_; }
    [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(data_.activities.size()); }
    [[nodiscard]] const Activity& activity(std::int32_t index) const {
        return data_.activities[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const WorkTime& calendar_of(std::int32_t activity) const;
    /// Indices into data().links.
    [[nodiscard]] std::span<const std::int32_t> links_from(std::int32_t activity) const;
    [[nodiscard]] std::span<const std::int32_t> links_to(std::int32_t activity) const;
    /// Activities so that every at_least link goes forward; links that close a cycle (maximal lags) are left out of it.
    [[nodiscard]] const std::vector<std::int32_t>& topological_order() const { return order_; }
    /// No at_most link and no negative-lag backward edge: a schedule-generation scheme never has to go back.
    [[nodiscard]] bool has_maximal_lags() const { return has_maximal_lags_; }

private:
    explicit Problem(ProblemData data) : data_(std::move(data)) {}

    ProblemData data_;
    std::vector<std::int32_t> from_first_, from_links_, to_first_, to_links_;
    std::vector<std::int32_t> order_;
    bool has_maximal_lags_ = false;
};

}  // namespace masar::problem
