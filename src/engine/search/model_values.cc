// What options under a budget can be worth.
#include "engine/constraints/fractional_knapsack.h"
#include "engine/search/model_builder.h"

#include <algorithm>

namespace masar::engine {
namespace {

/// Of all periods together; nothing when one of them has no ceiling.
std::optional<std::int64_t> whole_limit(const problem::Budget& budget) {
    std::int64_t sum = 0;
    for (const std::int64_t limit : budget.limits) {
        if (limit >= problem::unlimited / 4 || sum >= problem::unlimited / 4) return std::nullopt;
        sum += limit;
    }
    return sum;
}

}  // namespace

std::int64_t ModelBuilder::least_expense(std::int32_t activity, std::int32_t budget) const {
    std::int64_t least = INT64_MAX;
    const auto& modes = problem_.activity(activity).modes;
    for (std::size_t k = 0; k < modes.size(); ++k) {
        if (!possible_mode(activity, static_cast<std::int32_t>(k))) continue;
        std::int64_t sum = 0;
        for (const problem::Expense& expense : modes[k].expenses) sum += expense.budget == budget ? expense.amount : 0;
        least = std::min(least, sum);
    }
    return least == INT64_MAX ? 0 : least;
}

void ModelBuilder::add_value_bounds() {
    if (options_.log != nullptr || options_.guard) return;
    const ObjectiveVariable& goal = model_.objectives.back();
    for (std::size_t b = 0; b < data_.budgets.size(); ++b) {
        const std::optional<std::int64_t> limit = whole_limit(data_.budgets[b]);
        if (!limit) continue;
        KnapsackSetup setup{{}, *limit, goal.variable, goal.scale};
        bool binds = false;
        for (std::int32_t i = 0; i < problem_.size(); ++i) {
            const std::int64_t weight = least_expense(i, static_cast<std::int32_t>(b));
            const Bound present = variables(i).present;
            if (surely(present))
                setup.capacity -= weight;
            else if (problem_.activity(i).value > 0) {
                setup.items.push_back({present, problem_.activity(i).value, weight});
                binds = binds || weight > 0;
            }
        }
        if (binds && setup.capacity >= 0 && setup.items.size() <= FractionalKnapsack::most_items)
            engine_.add(std::make_unique<FractionalKnapsack>(std::move(setup)));
    }
}

}  // namespace masar::engine
