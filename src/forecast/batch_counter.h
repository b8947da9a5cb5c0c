#pragma once
// Adds what a batch of samples brought to a tally.
#include "forecast/cost_counter.h"
#include "forecast/worth_counter.h"

namespace masar::forecast {

/// One batch as simulated: rows are filled, `counted` among them.
struct Batch {
    const LaneRows& rows;
    const SampleDraws& draws;
    std::uint64_t first_sample = 0;
    LaneRange range;
};

class BatchCounter {
public:
    BatchCounter(const DrawPlan& plan, const LaneKernel& kernel);

    /// A tally of no samples: sizes, ranges of amounts, due days; planned durations. The end of the plan is the caller's.
    [[nodiscard]] Tally empty_tally() const;
    void count(const Batch& batch, Tally& tally);

private:
    void count_end(const Batch& batch, Tally& tally);
    void count_gates(const Batch& batch, Tally& tally);
    void count_sensitivity(const Batch& batch, Tally& tally);
    void count_risks(const Batch& batch, Tally& tally);
    void count_merges(const Batch& batch, Tally& tally);
    void count_questions(const Batch& batch, Tally& tally);
    /// End of an activity per lane; `never` where it is skipped or left out.
    [[nodiscard]] problem::Day done_on(const Batch& batch, std::int32_t activity, std::int32_t lane) const;

    const DrawPlan& plan_;
    const LaneKernel& kernel_;
    CostCounter costs_;
    IndicatorCounter indicators_;
    WorthCounter worth_;
    AlignedRows<std::int32_t> gate_ends_;
    AlignedRows<std::int32_t> end_deviation_;  ///< one row: 0 where the end is not reached or does not count
    AlignedRows<std::int32_t> counted_;        ///< one row: 1 where it is reached and counts
    AlignedRows<std::int32_t> asked_;          ///< a few rows of count_merges
};

}  // namespace masar::forecast
