#include "forecast/sample_worker.h"

namespace masar::forecast {
namespace {

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

/// The backward pass is repeated over its own rows only where greatest lags make it.
bool keeps_late_starts(const DrawPlan& plan) { return plan.options.measures.criticality && plan.network.iterates(); }
bool keeps_late_ends(const DrawPlan& plan) {
    return plan.options.measures.criticality && (plan.network.iterates() || plan.network.asks_for_latest_ends());
}

}  // namespace

SampleWorker::SampleWorker(const DrawPlan& plan, const LaneKernel& kernel, const PolicyNetwork* policy)
    : plan_(plan),
      kernel_(kernel),
      draws_(plan, kernel),
      counter_(plan, kernel),
      start_(at(plan.network.slots())),
      end_(at(plan.network.slots())),
      late_start_(keeps_late_starts(plan) ? at(plan.network.slots()) : 0),
      late_end_(keeps_late_ends(plan) ? at(plan.network.slots()) : 0),
      stretched_(at(plan.network.stretched_rows())),
      single_(3),
      network_(plan.network.lanes_view()),
      critical_((at(plan.network.slots()) * at(critical_parts) + at(lanes) - 1) / at(lanes)),
      driving_(at(plan.network.slots()), 0) {
    // Where one backward pass does, it takes the place of the starts, which by then have been counted.
    std::int32_t* late_start = keeps_late_starts(plan) ? late_start_.data() : start_.data();
    rows_ = {draws_.durations(), start_.data(),     end_.data(),           late_start,
             late_end_.data(),   stretched_.data(), draws_.absence_from(), draws_.absence_to(),
             single_.row(0),     single_.row(1),    single_.row(2)};
    if (policy != nullptr)
        policy_.emplace(*policy, plan.options.measures.criticality ? PolicySimulator::Causes::noted
                                                                   : PolicySimulator::Causes::ignored);
}

void SampleWorker::let_happen() {
    if (policy_)
        policy_->run(rows_, draws_);
    else
        kernel_.forward(network_, rows_);
}

problem::Day SampleWorker::planned_end() {
    draws_.take_plan();
    let_happen();
    return rows_.project_end[0];
}

void SampleWorker::begin(problem::Day planned_end) {
    tally_ = counter_.empty_tally();
    tally_.planned_end = planned_end;
}

void SampleWorker::simulate(std::int64_t from, std::int64_t to) {
    for (std::int64_t first = from / lanes * lanes; first < to; first += lanes) {
        const LaneRange range{static_cast<std::int32_t>(std::max(from - first, std::int64_t{0})),
                              static_cast<std::int32_t>(std::min(to - first, std::int64_t{lanes}))};
        draws_.draw(static_cast<std::uint64_t>(first));
        let_happen();
        counter_.count({rows_, draws_, static_cast<std::uint64_t>(first), range}, tally_);
        if (plan_.options.measures.criticality) note_critical(range);
    }
    count_critical();
}

void SampleWorker::note_critical(LaneRange range) {
    std::int32_t* counted = single_.row(1);
    for (std::int32_t l = 0; l < lanes; ++l) {
        const bool inside = l >= range.from && l < range.to;
        counted[l] = inside && rows_.unsettled[l] == 0 && rows_.project_end[l] < problem::never ? 1 : 0;
    }
    if (policy_)
        policy_->count_critical(rows_, driving_);
    else
        kernel_.backward(network_, rows_, critical_.data());
}

void SampleWorker::count_critical() {
    for (std::int32_t slot = 0; slot < plan_.network.slots(); ++slot) {
        std::int64_t& critical = tally_.activities[at(plan_.network.activity_of(slot))].critical;
        critical += driving_[at(slot)];
        driving_[at(slot)] = 0;
        for (std::int32_t part = 0; part < critical_parts; ++part) {
            std::int32_t& counted = critical_.data()[slot * critical_parts + part];
            critical += counted;
            counted = 0;
        }
    }
}

}  // namespace masar::forecast
