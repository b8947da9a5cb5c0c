#pragma once
// One thread's share of a simulation: draws batches, lets them take their course, counts them into a tally of its own.
#include "forecast/batch_counter.h"
#include "forecast/policy_simulator.h"

#include <optional>

namespace masar::forecast {

class SampleWorker {
public:
    /// `policy` is null where the network simulates itself.
    SampleWorker(const DrawPlan& plan, const LaneKernel& kernel, const PolicyNetwork* policy);
    SampleWorker(const SampleWorker&) = delete;
    SampleWorker& operator=(const SampleWorker&) = delete;

    /// End when everything takes as long as planned and no risk happens.
    [[nodiscard]] problem::Day planned_end();
    void begin(problem::Day planned_end);
    /// Samples [from, to); sample numbers, not batches.
    void simulate(std::int64_t from, std::int64_t to);
    [[nodiscard]] const Tally& tally() const { return tally_; }

private:
    void let_happen();
    void note_critical(LaneRange range);
    void count_critical();

    const DrawPlan& plan_;
    const LaneKernel& kernel_;
    SampleDraws draws_;
    BatchCounter counter_;
    std::optional<PolicySimulator> policy_;
    AlignedRows<std::int32_t> start_, end_, late_start_, late_end_, stretched_, single_;
    LaneNetwork network_;
    LaneRows rows_;
    AlignedRows<std::int32_t> critical_;  ///< critical_parts per slot
    std::vector<std::int64_t> driving_;   ///< per slot: what drove the end, of the policy
    Tally tally_;
};

}  // namespace masar::forecast
