#pragma once
// Indicators in each sample: the rules of trajectory.h walked in numbers, from the baseline to the last day that somebody asks for.
#include "forecast/sample_draws.h"

#include <cstdint>

namespace masar::forecast {

/// One lane of a batch that was simulated.
struct LaneBatch {
    const LaneRows& rows;
    const SampleDraws& draws;
    std::int32_t lane = 0;
};

/// One indicator's walk through time. Days may be asked for in ascending order only.
class IndicatorWalk {
public:
    struct Step {
        problem::Day day = 0;
        double change = 0;
        bool observed = false;  ///< `change` is the value itself
        std::int32_t activity = -1;
    };
    /// Steps sorted by day, an observation last of its day.
    IndicatorWalk(const IndicatorModel& model, const std::vector<Step>& steps);
    /// The value on a day, that day's changes included; only from the baseline day on.
    [[nodiscard]] double value_on(problem::Day day);

private:
    void decay_to(problem::Day day);
    void lose_until(problem::Day day);
    void clamp();
    void note_positive();

    const IndicatorModel& model_;
    const std::vector<Step>& steps_;
    std::size_t next_step_ = 0;
    std::size_t next_year_ = SIZE_MAX;  ///< into year_starts; unknown until the value was positive
    problem::Day day_;
    double value_;
};

/// What moves an indicator in one lane: effects of the activities that are carried out, by day.
class StepCollector {
public:
    explicit StepCollector(const DrawPlan& plan) : plan_(plan) {}
    void collect(std::size_t indicator, const LaneBatch& batch, std::vector<IndicatorWalk::Step>& steps);

private:
    void sort_by_day(std::vector<IndicatorWalk::Step>& steps);

    const DrawPlan& plan_;
    std::vector<IndicatorWalk::Step> sorted_;
    std::vector<std::uint32_t> place_;  ///< per day: where its next step goes
};

class IndicatorCounter {
public:
    explicit IndicatorCounter(const DrawPlan& plan);

    void prepare(Tally& tally) const;
    /// Counts one lane; tells afterwards which gates have a criterion that does not hold.
    void count(const LaneBatch& batch, Tally& tally);
    [[nodiscard]] std::uint64_t failed_gates() const { return failed_gates_; }  ///< of the lane counted last

private:
    /// Something asked for: a target (criterion = -1) or a criterion of a gate.
    struct Question {
        IndicatorTarget wanted;
        std::int32_t target = -1, criterion = -1;
    };
    void answer(std::size_t indicator, const Question& question, double value, Tally& tally);

    const DrawPlan& plan_;
    StepCollector collector_;
    std::vector<std::vector<Question>> questions_;  ///< per indicator, by day
    std::vector<IndicatorWalk::Step> steps_;
    std::uint64_t failed_gates_ = 0;
    problem::Day first_met_ = 0;
};

/// Within 1e-9, as criteria of decaying indicators are compared.
[[nodiscard]] bool holds(const IndicatorTarget& wanted, double value);

}  // namespace masar::forecast
