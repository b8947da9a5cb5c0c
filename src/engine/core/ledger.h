#pragma once
// What is left of every budget in every period while a schedule is being made.
#include "engine/core/instance.h"
#include "problem/link_bound.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace masar::engine {

/// One typical expense too much weighs as many days too late.
constexpr std::int64_t overshoot_per_expense = 30;

/// An expense and the period that cannot pay it.
struct Shortage {
    const problem::Expense* expense = nullptr;
    std::int32_t period = 0;
};

class Ledger {
public:
    explicit Ledger(const Instance& instance);

    /// Everything unspent again, but for what fixed activities cost.
    void reset() { left_ = left_at_first_; }
    /// The first charge of the mode over the span that is not covered; nothing when all are.
    [[nodiscard]] std::optional<Shortage> shortage(const problem::Mode& mode, problem::Span span);
    void pay(const problem::Mode& mode, problem::Span span) { charge(mode, span, -1); }
    void refund(const problem::Mode& mode, problem::Span span) { charge(mode, span, 1); }
    /// Overshoot that paying would add; 0 when covered.
    [[nodiscard]] std::int64_t overshoot_of(const problem::Mode& mode, problem::Span span);
    /// Overshoot of everything spent so far.
    [[nodiscard]] std::int64_t overshoot() const;
    [[nodiscard]] std::int64_t left(std::int32_t budget, std::int32_t period) const {
        return left_[first_[budget] + period];
    }

private:
    void charge(const problem::Mode& mode, problem::Span span, std::int64_t sign);

    const Instance& instance_;
    std::vector<std::size_t> first_;  ///< of each budget in left_
    std::vector<std::int64_t> left_, left_at_first_;
};

}  // namespace masar::engine
