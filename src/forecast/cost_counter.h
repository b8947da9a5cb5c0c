#pragma once
// What each sample costs, per budget and period, and together.
#include "forecast/sample_draws.h"
#include "problem/link_bound.h"

namespace masar::forecast {

/// The lanes [from, to) of a batch that count.
struct LaneRange {
    std::int32_t from = 0, to = lanes;
};

class CostCounter {
public:
    CostCounter(const DrawPlan& plan, const LaneKernel& kernel);

    /// Empty counts of the right ranges; the same for every thread.
    void prepare(Tally& tally) const;
    /// Works out the costs of a batch and adds them to the tally.
    void count(const LaneRows& rows, const SampleDraws& draws, LaneRange range, Tally& tally);
    /// Of the last batch counted.
    [[nodiscard]] const std::int64_t* total(std::size_t total) const { return totals_.row(total); }

private:
    /// One cost line with its tables at hand.
    struct Line {
        std::int32_t slot = -1;
        std::int32_t first_row = 0;  ///< of its budget in sums_
        const problem::Partition* periods = nullptr;
        bool usual = false;  ///< as ChargeJob has it, where no branch skips it
    };

    void add_line(std::size_t line, const LaneRows& rows, const SampleDraws& draws);
    [[nodiscard]] ChargeJob charge_of(const Line& line, const CostLine& cost, const LaneRows& rows);
    void add_spread(std::size_t line, problem::Span span, std::int64_t amount, std::int32_t lane);
    void add_events(const LaneRows& rows, const SampleDraws& draws);
    void add_mitigations();
    void add(std::int32_t budget, problem::Day day, std::int32_t lane, std::int64_t amount);
    void add_totals();
    [[nodiscard]] std::int64_t total_in(std::size_t index, std::size_t period, std::int32_t lane) const;

    const DrawPlan& plan_;
    const LaneKernel& kernel_;
    std::vector<Line> lines_;
    std::vector<std::int32_t> first_row_;  ///< per budget
    AlignedRows<std::int64_t> sums_;       ///< per budget and period
    AlignedRows<std::int64_t> totals_;
};

}  // namespace masar::forecast
