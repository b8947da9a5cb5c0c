#include "forecast/batch_counter.h"

#include <algorithm>

namespace masar::forecast {
namespace {

using problem::Day;
using problem::never;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

constexpr Day days_per_cell = 28;
constexpr std::int64_t bins_per_cell = 64;

void add_pair(InputSums& sums, bool high, std::int32_t deviation) {
    (high ? sums.high_count : sums.low_count) += 1;
    (high ? sums.high_sum : sums.low_sum) += deviation;
}

}  // namespace

BatchCounter::BatchCounter(const DrawPlan& plan, const LaneKernel& kernel)
    : plan_(plan),
      kernel_(kernel),
      costs_(plan, kernel),
      indicators_(plan),
      worth_(plan),
      gate_ends_(plan.situation.problem.data().gates.size()),
      end_deviation_(1),
      counted_(1),
      asked_(2) {}

Tally BatchCounter::empty_tally() const {
    const problem::Problem& problem = plan_.situation.problem;
    const RiskModel& model = plan_.situation.model;
    const Measures& measures = plan_.options.measures;
    Tally tally;
    tally.seed = plan_.options.seed;
    tally.planned_samples = plan_.options.samples;
    for (const auto& gate : problem.data().gates) tally.gate_due.push_back(gate.due_end);
    tally.gates.resize(problem.data().gates.size());
    tally.watched.resize(model.watched.size());
    tally.criteria_met.resize(model.criteria.size());
    tally.questions.resize(model.questions.size());
    tally.activities.resize(at(problem.size()));
    tally.planned_duration.assign(at(problem.size()), 0);
    for (std::int32_t slot = 0; slot < plan_.network.slots(); ++slot)
        tally.planned_duration[at(plan_.network.activity_of(slot))] = plan_.network.planned_duration(slot);
    if (measures.sensitivity) {
        tally.duration_inputs.resize(model.durations.size());
        tally.driver_inputs.resize(model.drivers.size());
        tally.event_inputs.resize(model.events.size());
        for (const auto& merge : plan_.network.merges())
            tally.merges.push_back({plan_.network.activity_of(merge.slot), merge.links,
                                    std::vector<std::int64_t>(merge.links.size(), 0), 0});
    }
    if (measures.costs) costs_.prepare(tally);
    if (measures.indicators) indicators_.prepare(tally);
    if (measures.indicators && measures.worth) worth_.prepare(tally);
    return tally;
}

void BatchCounter::count(const Batch& batch, Tally& tally) {
    count_end(batch, tally);
    count_gates(batch, tally);
    for (std::size_t w = 0; w < tally.watched.size(); ++w)
        for (std::int32_t l = batch.range.from; l < batch.range.to; ++l)
            tally.watched[w].add(done_on(batch, plan_.situation.model.watched[w], l));
    if (plan_.options.measures.sensitivity) {
        count_sensitivity(batch, tally);
        count_risks(batch, tally);
        count_merges(batch, tally);
    }
    if (plan_.options.measures.costs) costs_.count(batch.rows, batch.draws, batch.range, tally);
    count_questions(batch, tally);
}

void BatchCounter::count_end(const Batch& batch, Tally& tally) {
    DayCounts& section = tally.end_by_section[batch.first_sample / lanes % Tally::sections];
    counted_.fill(0, 0);
    end_deviation_.fill(0, 0);
    for (std::int32_t l = batch.range.from; l < batch.range.to; ++l) {
        const bool settled = batch.rows.unsettled[l] == 0;
        const Day end = settled ? batch.rows.project_end[l] : never;
        tally.end.add(end);
        section.add(end);
        tally.contradictory += settled ? 0 : 1;
        if (end >= never) continue;
        const std::int64_t deviation = end - tally.planned_end;
        counted_.row(0)[l] = 1;
        end_deviation_.row(0)[l] = static_cast<std::int32_t>(deviation);
        tally.end_sum += deviation;
        tally.end_squares += deviation * deviation;
    }
}

Day BatchCounter::done_on(const Batch& batch, std::int32_t activity, std::int32_t lane) const {
    const std::int32_t slot = plan_.network.slot_of(activity);
    if (slot < 0 || batch.rows.unsettled[lane] != 0) return never;
    const std::int32_t* taken = batch.draws.taken(slot);
    return taken != nullptr && taken[lane] == 0 ? never : batch.rows.end[slot * lanes + lane];
}

void BatchCounter::count_gates(const Batch& batch, Tally& tally) {
    const auto& gates = plan_.situation.problem.data().gates;
    std::uint64_t reached[lanes] = {};
    for (std::size_t g = 0; g < gates.size(); ++g) {
        std::int32_t* ends = gate_ends_.row(g);
        for (std::int32_t l = batch.range.from; l < batch.range.to; ++l) {
            ends[l] = 0;
            for (const auto activity : gates[g].requires_done) ends[l] = std::max(ends[l], done_on(batch, activity, l));
            tally.gates[g].add(ends[l]);
            if (g < 64 && ends[l] <= gates[g].due_end && ends[l] < never) reached[l] |= std::uint64_t{1} << g;
        }
    }
    for (std::int32_t l = batch.range.from; l < batch.range.to; ++l) {
        std::uint64_t failed = 0;
        if (plan_.options.measures.indicators) {
            indicators_.count({batch.rows, batch.draws, l}, tally);
            failed = indicators_.failed_gates();
        }
        if (gates.empty()) continue;
        ++tally.gate_dates[reached[l]];
        ++tally.gate_passes[reached[l] & ~failed];
        if (!tally.worth.empty() && worth_.takes(batch.first_sample))
            worth_.count({batch.rows, batch.draws, l}, reached[l] & ~failed, tally);
    }
}

void BatchCounter::count_sensitivity(const Batch& batch, Tally& tally) {
    const std::int32_t* end = end_deviation_.row(0);
    for (std::int32_t slot = 0; slot < plan_.network.slots(); ++slot) {
        const DeviationSums sums = kernel_.deviation_sums(
            {batch.rows.duration + slot * lanes, plan_.network.planned_duration(slot), end, counted_.row(0)});
        ActivitySums& into = tally.activities[at(plan_.network.activity_of(slot))];
        into.duration += sums.duration;
        into.duration_squares += sums.squares;
        into.with_end += sums.with_end;
    }
    for (std::size_t i = 0; i < tally.duration_inputs.size(); ++i) {
        const FifthSums sums = kernel_.fifth_sums(batch.draws.duration_uniform(i), end, counted_.row(0));
        tally.duration_inputs[i].low_count += sums.low_count;
        tally.duration_inputs[i].low_sum += sums.low_sum;
        tally.duration_inputs[i].high_count += sums.high_count;
        tally.duration_inputs[i].high_sum += sums.high_sum;
    }
}

void BatchCounter::count_risks(const Batch& batch, Tally& tally) {
    const std::int32_t* end = end_deviation_.row(0);
    for (std::int32_t l = batch.range.from; l < batch.range.to; ++l) {
        if (counted_.row(0)[l] == 0) continue;
        for (std::size_t d = 0; d < tally.driver_inputs.size(); ++d)
            add_pair(tally.driver_inputs[d], batch.draws.driver_happened(d)[l] != 0, end[l]);
        for (std::size_t e = 0; e < tally.event_inputs.size(); ++e)
            add_pair(tally.event_inputs[e], batch.draws.event_happened(e)[l] != 0, end[l]);
    }
}

void BatchCounter::count_merges(const Batch& batch, Tally& tally) {
    const LaneNetwork network = plan_.network.lanes_view();
    const auto& merges = plan_.network.merges();
    std::int32_t* asked = asked_.row(0);
    std::int32_t* latest = asked_.row(1);
    for (std::size_t m = 0; m < merges.size(); ++m) {
        asked_.fill(1, 0);
        for (std::size_t i = 0; i < merges[m].in.size(); ++i) {
            const LaneLink& link = network.in[merges[m].in[i]];
            kernel_.link_row(network, link, (link.reads_end ? batch.rows.end : batch.rows.start) + link.other * lanes,
                             asked);
            std::int64_t sum = 0;
            for (std::int32_t l = 0; l < lanes; ++l) {
                latest[l] = std::max(latest[l], asked[l]);
                sum += counted_.row(0)[l] != 0 ? asked[l] : 0;
            }
            tally.merges[m].asked[i] += sum;
        }
        for (std::int32_t l = 0; l < lanes; ++l) tally.merges[m].latest += counted_.row(0)[l] != 0 ? latest[l] : 0;
    }
}

void BatchCounter::count_questions(const Batch& batch, Tally& tally) {
    const RiskModel& model = plan_.situation.model;
    const bool costs = plan_.options.measures.costs;
    const auto end_at = [&](std::int32_t l) {
        return batch.rows.unsettled[l] == 0 ? batch.rows.project_end[l] : never;
    };
    for (std::int32_t l = batch.range.from; l < batch.range.to; ++l) {
        for (std::size_t q = 0; q < model.questions.size(); ++q) {
            const JointQuestion& question = model.questions[q];
            const Day end = question.gate < 0 ? end_at(l) : gate_ends_.row(at(question.gate))[l];
            const bool affordable =
                question.total < 0 || (costs && costs_.total(at(question.total))[l] <= question.amount);
            tally.questions[q] += end <= question.by_end && end < never && affordable ? 1 : 0;
        }
        if (!costs || tally.totals.empty() || end_at(l) >= never) continue;
        const AmountCounts& total = tally.totals.front();
        const std::int64_t bin =
            std::clamp<std::int64_t>((costs_.total(0)[l] - total.low) / total.width, 0, AmountCounts::bins - 1);
        ++tally.end_and_cost[{end_at(l) / days_per_cell, static_cast<std::int32_t>(bin / bins_per_cell)}];
    }
}

}  // namespace masar::forecast
