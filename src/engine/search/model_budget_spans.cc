// Budgets over several periods together: what must fall due in one or another of them is at most what all of them have. Each period
// says so much already, but then only a search through who falls where finds out; said as one sum it follows at once, and its
// explanation names no more than what fills the span. The intervals of Hall's condition (1935), for years instead of days.
#include "engine/search/model_builder.h"

#include <algorithm>

namespace masar::engine {
namespace {

constexpr std::size_t most_periods = 12;  ///< limited ones; the spans grow with the square

}  // namespace

/// Amounts of the whole span, by start.
ModelBuilder::Charges ModelBuilder::charges_within(const std::vector<Charges>& by_period, PeriodSpan span) {
    Charges sum = by_period[static_cast<std::size_t>(span.first)];
    for (std::int32_t period = span.first + 1; period <= span.last; ++period) {
        const Charges& more = by_period[static_cast<std::size_t>(period)];
        for (std::size_t mode = 0; mode < sum.per_mode.size(); ++mode)
            for (std::size_t i = 0; i < sum.per_mode[mode].size(); ++i)
                if (sum.per_mode[mode][i] >= 0) sum.per_mode[mode][i] += more.per_mode[mode][i];
    }
    return sum;
}

/// Spans of at least two periods, all limited.
std::vector<ModelBuilder::PeriodSpan> ModelBuilder::spans_of(std::int32_t budget) const {
    const auto& limits = data_.budgets[static_cast<std::size_t>(budget)].limits;
    std::vector<PeriodSpan> spans;
    const auto limited = limits.size() - static_cast<std::size_t>(std::ranges::count(limits, problem::unlimited));
    if (limited > most_periods) return spans;
    for (std::size_t first = 0; first < limits.size(); ++first)
        for (std::size_t last = first; last < limits.size() && limits[last] != problem::unlimited; ++last)
            if (last > first) spans.push_back({static_cast<std::int32_t>(first), static_cast<std::int32_t>(last)});
    return spans;
}

/// Asked for when every period of it is.
StepSumSetup ModelBuilder::span_sum(std::int32_t budget, PeriodSpan span) {
    const auto& limits = data_.budgets[static_cast<std::size_t>(budget)].limits;
    StepSumSetup sum;
    std::vector<Bound> unless;
    for (std::int32_t period = span.first; period <= span.last; ++period) {
        sum.limit += limits[static_cast<std::size_t>(period)];
        const Bound asked = guard({StatementKind::budget, budget, period});
        if (!surely(asked)) unless.push_back(asked.negated());
    }
    if (unless.empty()) return sum;
    sum.condition = at_least(engine_.add_variable(0, 1), 1);
    unless.push_back(*sum.condition);
    clause(std::move(unless));
    return sum;
}

void ModelBuilder::post_span(StepSumSetup sum) {
    std::int64_t most = 0;
    for (const SumTerm& term : sum.terms) most += term.steps.back().amount;
    if (most <= sum.limit) return;
    // An explanation spares what comes first: the small ones, so that few are named.
    std::ranges::stable_sort(sum.terms, {}, [](const SumTerm& term) { return term.steps.back().amount; });
    engine_.add(std::make_unique<StepSum>(std::move(sum)));
}

void ModelBuilder::add_budget_spans(std::int32_t budget) {
    // A certificate names one constraint per step; this speaks for several together.
    if (!options_.settings.spans || engine_.has_log()) return;
    const std::vector<PeriodSpan> spans = spans_of(budget);
    if (spans.empty()) return;
    std::vector<StepSumSetup> sums;
    for (const PeriodSpan span : spans) sums.push_back(span_sum(budget, span));
    const auto periods = data_.budgets[static_cast<std::size_t>(budget)].limits.size();
    for (std::int32_t i = 0; i < problem_.size(); ++i) {
        if (!takes(i, budget)) continue;
        std::vector<Charges> by_period;
        for (std::size_t period = 0; period < periods && !standing(i); ++period)
            by_period.push_back(charges_of(i, budget, static_cast<std::int32_t>(period)));
        for (std::size_t s = 0; s < spans.size(); ++s) {
            if (standing(i))
                sums[s].limit -= standing_charge(i, budget, spans[s]);
            else
                add_charges(charges_within(by_period, spans[s]), {}, sums[s]);
        }
    }
    for (StepSumSetup& sum : sums) post_span(std::move(sum));
}

}  // namespace masar::engine
