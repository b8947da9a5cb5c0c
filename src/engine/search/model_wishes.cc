// Wishes: what an activity gives up is a step function of its mode and its start, as what it takes from a budget is.
#include "engine/core/wish_list.h"
#include "engine/search/model_builder.h"

#include <algorithm>

namespace masar::engine {
namespace {

using problem::Day;

}  // namespace

ModelBuilder::Charges ModelBuilder::prices_of(std::int32_t activity, const WishList& wishes) const {
    const ActivityVariables& its = variables(activity);
    const Trail& trail = engine_.trail();
    const problem::WorkTime& calendar = problem_.calendar_of(activity);
    Charges prices{activity, trail.least(its.start), {}};
    const auto& modes = problem_.activity(activity).modes;
    for (std::size_t k = 0; k < modes.size(); ++k) {
        std::vector<std::int64_t>& amounts = prices.per_mode.emplace_back();
        for (Day start = prices.first; start <= trail.greatest(its.start); ++start) {
            const Day end = calendar.works(start) ? calendar.end_of(start, modes[k].duration) : problem::never;
            const bool possible = end <= horizon_;
            amounts.push_back(possible ? wishes.price(activity, static_cast<std::int32_t>(k), {start, end}) : -1);
        }
    }
    return prices;
}

void ModelBuilder::add_wishes() {
    const WishList wishes(data_);
    StepSumSetup sum;
    std::int64_t offset = 0;
    for (std::int32_t i = 0; i < problem_.size(); ++i) {
        if (wishes.of(i).empty()) continue;
        const ActivityVariables& its = variables(i);
        if (standing(i))
            offset +=
                wishes.price(i, its.only_mode, {engine_.trail().least(its.start), engine_.trail().least(its.end)});
        else
            add_charges(prices_of(i, wishes), {MeaningKind::wishes, i}, sum);
    }
    add_weighted(std::move(sum), offset);
}

}  // namespace masar::engine
