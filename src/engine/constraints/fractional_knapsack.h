#pragma once
// What options under one budget can be worth at most, parts of options allowed (Dantzig 1957): with a price λ per unit of the budget no
// choice is worth more than λ·capacity + Σ max(0, value − λ·weight). The price is the ratio of the option at which the budget runs out.
// Says nothing that budget and objective together do not imply: it only says it sooner.
#include "engine/core/clause_engine.h"

#include <cstdint>
#include <vector>

namespace masar::engine {

struct KnapsackItem {
    Bound chosen;
    std::int64_t value = 0;   ///< > 0
    std::int64_t weight = 0;  ///< >= 0; of the capacity, at least
};

struct KnapsackSetup {
    std::vector<KnapsackItem> items;  ///< of different variables
    std::int64_t capacity = 0;        ///< the weights of what is chosen sum to at most this
    Variable forgone = -1;            ///< scale × forgone >= sum of the values of what is not chosen
    std::int64_t scale = 1;
};

class FractionalKnapsack : public Propagator {
public:
    static constexpr std::size_t most_items = 30'000;  ///< so that two of their indices fit into the data of a reason

    explicit FractionalKnapsack(KnapsackSetup setup);

    [[nodiscard]] bool propagate(ClauseEngine& engine) override;
    void explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                 Explanation& out) const override;
    [[nodiscard]] std::vector<Side> wakes_on() const override;

private:
    __extension__ using Wide = __int128;
    enum class State : std::uint8_t { in, out, open };

    [[nodiscard]] State state_before(const Trail& trail, std::size_t item, std::int32_t index) const;
    /// The item at which the budget runs out; items_.size() when it does not: the price is then 0.
    [[nodiscard]] std::size_t critical_item(const std::vector<State>& states) const;
    /// Worth of an item at the price of the critical one, times that one's weight.
    [[nodiscard]] Wide reduced(std::size_t item, std::size_t critical) const;
    [[nodiscard]] Wide price_weight(std::size_t critical) const;
    [[nodiscard]] Wide bound(const std::vector<State>& states, std::size_t critical) const;
    [[nodiscard]] bool raise_forgone(ClauseEngine& engine, Wide bound, std::size_t critical) const;
    [[nodiscard]] bool fix_items(ClauseEngine& engine, const std::vector<State>& states, std::size_t critical) const;
    [[nodiscard]] std::int32_t data_of(std::size_t item, std::size_t critical) const {
        return static_cast<std::int32_t>(item * (items_.size() + 1) + critical);
    }

    std::vector<KnapsackItem> items_;  ///< by value per weight, falling
    std::int64_t capacity_;
    Variable forgone_;
    std::int64_t scale_;
    Wide total_ = 0;  ///< of all values
};

}  // namespace masar::engine
