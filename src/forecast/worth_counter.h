#pragma once
// What the gates owe to each activity: in how many samples a gate passes only because of what the activity does to indicators. All other
// dates stay as they came. Where there are many effects, every so many batches are looked at; which ones follows from the model alone.
#include "forecast/indicator_counter.h"

#include <cstdint>
#include <vector>

namespace masar::forecast {

class WorthCounter {
public:
    explicit WorthCounter(const DrawPlan& plan);

    void prepare(Tally& tally) const;
    /// Whether the batch that begins with this sample is looked at.
    [[nodiscard]] bool takes(std::uint64_t first_sample) const;
    /// `passed`: bit g = gate g is passed in this lane.
    void count(const LaneBatch& batch, std::uint64_t passed, Tally& tally);

private:
    struct Entry {
        std::int32_t activity = -1;
        std::vector<std::size_t> indicators;  ///< with criteria, on which it has an effect
        std::uint64_t gates = 0;              ///< whose criteria these are
    };
    [[nodiscard]] std::uint64_t failed_without(std::int32_t activity, std::size_t indicator);

    const DrawPlan& plan_;
    StepCollector collector_;
    std::vector<std::vector<GateCriterion>> criteria_;  ///< per indicator, by day
    std::vector<Entry> entries_;
    std::uint64_t stride_ = 1;
    std::vector<std::vector<IndicatorWalk::Step>> steps_;  ///< per indicator, of the lane
    std::vector<IndicatorWalk::Step> fewer_;
};

}  // namespace masar::forecast
