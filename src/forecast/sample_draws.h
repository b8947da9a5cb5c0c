#pragma once
// The random inputs of one batch of 32 samples, and the durations that follow from them. One per thread.
#include "forecast/aligned_rows.h"
#include "forecast/draw_plan.h"
#include "forecast/latin_hypercube.h"

#include <array>

namespace masar::forecast {

class SampleDraws {
public:
    SampleDraws(const DrawPlan& plan, const LaneKernel& kernel);
    SampleDraws(const SampleDraws&) = delete;
    SampleDraws& operator=(const SampleDraws&) = delete;

    /// Fills every row for samples first .. first + 31.
    void draw(std::uint64_t first_sample);
    /// As if nothing were uncertain: planned durations, no risk happens, the first way of each branch.
    void take_plan();

    [[nodiscard]] std::int32_t* durations() { return durations_.data(); }
    [[nodiscard]] const float* duration_uniform(std::size_t duration) const {
        return uniform(Purpose::durations).row(duration);
    }
    /// 1 where the risk happened (of an event with seasons: in any of them).
    [[nodiscard]] const std::int32_t* driver_happened(std::size_t driver) const {
        return happened_drivers_.row(driver);
    }
    [[nodiscard]] const std::int32_t* event_happened(std::size_t event) const { return happened_events_.row(event); }
    /// -1 (all bits) where the slot's activity is carried out, 0 where a branch skips it; null when it never is.
    [[nodiscard]] const std::int32_t* taken(std::int32_t slot) const;
    /// Whether there is a branch at all.
    [[nodiscard]] bool may_skip() const { return !plan_.situation.model.branches.empty(); }
    [[nodiscard]] const std::int32_t* absence_from() const { return absence_from_.data(); }
    [[nodiscard]] const std::int32_t* absence_to() const { return absence_to_.data(); }
    /// Factors of a cost line; null when certain.
    [[nodiscard]] const float* cost_factor(std::size_t line) const;
    /// What an event without seasons costs in a lane, 0 where it does not happen.
    [[nodiscard]] std::int64_t event_cost(std::size_t event, std::int32_t lane) const;
    /// What an absence costs in a lane.
    [[nodiscard]] std::int64_t absence_cost(std::size_t absence, std::int32_t lane) const;

private:
    [[nodiscard]] const AlignedRows<float>& uniform(Purpose purpose) const {
        return uniform_[static_cast<std::size_t>(purpose)];
    }
    void attach_specs();
    [[nodiscard]] bool uses_up_draws() const;
    void attach_risks(std::vector<DurationSpec>& specs);
    [[nodiscard]] UniformJob job_of(Purpose purpose, std::uint64_t first_sample);
    void draw_uniform(Purpose purpose, std::uint64_t first_sample);
    void stratify(Purpose purpose, std::uint64_t first_sample);
    void correlate();
    void choose_ways();
    void draw_drivers();
    void draw_event(std::size_t event);
    void draw_absence(std::size_t absence);
    [[nodiscard]] std::int64_t rounded_cost(const TakenEvent& event, float cost) const;

    const DrawPlan& plan_;
    const LaneKernel& kernel_;
    std::array<AlignedRows<float>, 5> uniform_;
    std::array<std::vector<StratumOrder>, 5> strata_;
    AlignedRows<std::int32_t> durations_;
    AlignedRows<float> factors_, cost_factors_;  ///< per driver; per cost line
    AlignedRows<std::int32_t> happened_drivers_, happened_events_, added_days_;
    AlignedRows<float> event_costs_, absence_costs_;
    AlignedRows<std::int32_t> absence_from_, absence_to_;
    AlignedRows<std::int32_t> taken_;      ///< per slot that a branch may skip
    std::vector<std::int32_t> taken_row_;  ///< per slot; -1 = always taken
    std::vector<DurationSpec> specs_;      ///< of the slots that vary
    bool used_up_ = false;                 ///< uniform numbers of durations are not kept
    std::vector<std::vector<const float*>> factor_lists_;
    std::vector<std::vector<const std::int32_t*>> added_lists_;
};

}  // namespace masar::forecast
