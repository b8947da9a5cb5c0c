// Redundant sums over modes that bound the makespan (trade_off.h).
#include "engine/search/model_builder.h"
#include "engine/search/trade_off.h"

#include <algorithm>

namespace masar::engine {

/// A term whose amount is what the mode weighs above the lightest; `least` is what that weighs.
SumTerm ModelBuilder::weight_term(std::int32_t activity, const std::vector<std::int64_t>& per_mode,
                                  std::int64_t& least) {
    std::vector<std::int64_t> distinct;
    for (std::size_t k = 0; k < per_mode.size(); ++k)
        if (possible_mode(activity, static_cast<std::int32_t>(k))) distinct.push_back(per_mode[k]);
    std::ranges::sort(distinct);
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    least = distinct.front();
    if (distinct.size() == 1) return {};
    const Variable rank = engine_.add_variable(0, static_cast<std::int32_t>(distinct.size()) - 1);
    SumTerm term{lower(rank), 0, {}};
    for (std::size_t i = 1; i < distinct.size(); ++i) {
        const auto step = static_cast<std::int32_t>(i);
        term.steps.push_back({step, distinct[i] - least});
        std::vector<Bound> so_heavy{at_least(rank, step)};
        for (std::size_t k = 0; k < per_mode.size(); ++k) {
            const Bound mode = mode_literal(activity, static_cast<std::int32_t>(k));
            if (per_mode[k] < distinct[i])
                so_heavy.push_back(mode);
            else
                clause({mode.negated(), at_least(rank, step)});
        }
        clause(so_heavy);
    }
    return term;
}

void ModelBuilder::add_trade_off() {
    // A certificate names one constraint per step; this speaks for all together.
    if (engine_.has_log()) return;
    if (options_.guard || !options_.objectives || !options_.redundant || data_.objectives.empty()) return;
    if (data_.objectives.front() != problem::Objective::makespan || model_.contradiction) return;
    const auto possible = [this](std::int32_t activity, std::int32_t mode) { return possible_mode(activity, mode); };
    const std::optional<TradeOff> trade_off = best_trade_off({problem_, possible});
    if (!trade_off) return;
    StepSumSetup sum;
    sum.limit = trade_off->constant;
    for (std::int32_t i = 0; i < problem_.size(); ++i) {
        const std::vector<std::int64_t>& weights = trade_off->weight[static_cast<std::size_t>(i)];
        if (weights.empty()) continue;
        std::int64_t least = 0;
        if (SumTerm term = weight_term(i, weights, least); term.side >= 0) sum.terms.push_back(std::move(term));
        sum.limit -= least;
    }
    sum.terms.push_back({upper(model_.objectives.front().variable), trade_off->per_day, {}});
    engine_.add(std::make_unique<StepSum>(std::move(sum)));
}

}  // namespace masar::engine
