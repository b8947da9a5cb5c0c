#pragma once
// What staff would do: the planned order replayed day by day. At every event all that may begin is asked in the planned order
// and begins if its pools are free (resource-based policy; parallel schedule-generation scheme: Möhring, Radermacher, Weiss 1984;
// Stork 2001). Nothing looks into the future: durations become known when they end; capacities that are dated are known.
// An activity holds its pools from start to end, days off included, and longer when it must await another's finish. Maximal lags
// cannot be promised by a policy that does not know the future; they are not asked for.
#include "forecast/day_ring.h"
#include "forecast/lane_tables.h"
#include "forecast/policy_network.h"
#include "forecast/sample_draws.h"

namespace masar::forecast {

/// One per thread.
class PolicySimulator {
public:
    /// Whether it is noted what let each activity begin, for count_critical.
    enum class Causes : std::uint8_t { noted, ignored };
    PolicySimulator(const PolicyNetwork& network, Causes causes);

    /// Fills start, end, project_end and unsettled of all lanes; unsettled = something could never begin.
    void run(const LaneRows& rows, const SampleDraws& draws);
    /// Adds to critical[slot] the counting samples in which the activity was on the chain of causes of the end.
    void count_critical(const LaneRows& rows, std::vector<std::int64_t>& critical) const;

private:
    struct State {
        std::int32_t waits = 0, open_finish = 0;
        problem::Day ready = 0;   ///< no earlier start
        problem::Day finish = 0;  ///< no earlier finish
        problem::Day start = 0, end = 0;
        std::int32_t bound_by = -1;  ///< rank that set `ready`
        bool skipped = false, holds = false;
        bool held = false;  ///< its work is over, it awaits another's finish
    };

    [[nodiscard]] bool is_simple() const;
    [[nodiscard]] bool take_days(const LaneRows& rows);
    void give_spans(const LaneRows& rows) const;
    void run_simple_lane(const LaneRows& rows, std::int32_t lane);
    void end_simple(problem::Day now);
    [[nodiscard]] std::uint64_t take_fitting(std::size_t word);
    void begin_simple(std::int32_t lane, problem::Day now);
    void note_cause(std::size_t rank, problem::Day now, std::int32_t cell);
    void run_lane(const LaneRows& rows, const SampleDraws& draws, std::int32_t lane);
    void reset(const SampleDraws& draws, std::int32_t lane);
    void begin_fixed(const LaneRows& rows, std::int32_t lane);
    void begin_what_can(const LaneRows& rows, const SampleDraws& draws, std::int32_t lane);
    [[nodiscard]] problem::Day startable(std::size_t rank, const SampleDraws& draws, std::int32_t lane) const;
    [[nodiscard]] problem::Day end_of(std::size_t rank, const LaneRows& rows, const SampleDraws& draws,
                                      std::int32_t lane) const;
    [[nodiscard]] bool fits(std::size_t rank) const;
    void begin(std::size_t rank, problem::Day start, problem::Day end);
    void end_what_ends();
    void finish(std::size_t rank);
    void tell_start(std::size_t rank);
    void tell_finish(std::size_t rank);
    void received(std::size_t rank, problem::Day ready, std::size_t from);
    void push_end(std::size_t rank, problem::Day end);
    [[nodiscard]] problem::Day bound(const PolicyNetwork::Message& message, problem::Span span, bool of_start) const;
    [[nodiscard]] problem::Day next_event() const;

    const PolicyNetwork& network_;
    const std::vector<PolicyNetwork::Player>& players_;
    std::vector<State> states_;
    std::vector<std::uint64_t> eligible_;  ///< bit per rank
    std::vector<std::uint64_t> used_;      ///< packed
    std::vector<std::uint64_t> ends_;      ///< heap of end << 32 | rank, least first
    std::vector<std::int32_t> cause_;      ///< per slot and lane: slot that let it begin; -1 = its own time
    // The simple case: everybody may begin any day as soon as what goes before is done, four pools at most, never changed.
    struct SimplePlayer {
        std::int32_t slot, first, last;
    };
    std::vector<SimplePlayer> simple_;
    std::vector<problem::Day> days_, starts_;  ///< by lane, then rank: one lane's stand together
    std::vector<std::int32_t> simple_to_, simple_waits_, all_waits_;
    std::vector<std::uint64_t> first_eligible_;
    std::uint64_t free_ = 0;
    DayRing ending_;
    bool is_simple_ = false, causes_ = true;
    std::size_t epoch_ = 0;
    problem::Day now_ = 0, wake_ = problem::never;
    std::int32_t last_finished_ = -1;  ///< rank
    bool steps_ = false, blocked_ = false;
};

}  // namespace masar::forecast
