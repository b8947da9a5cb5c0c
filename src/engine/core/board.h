#pragma once
// What is taken while a schedule is being made: pools, budgets and reservoirs together.
#include "engine/core/ledger.h"
#include "engine/core/stock.h"

namespace masar::engine {

struct Placement {
    std::int32_t activity = 0;
    std::int32_t mode = 0;
    std::int32_t index = 0;  ///< of the start among the working days of the activity's calendar
};

class Board {
public:
    explicit Board(const Instance& instance);

    void reset();
    /// The pools must have room; money and stock may go where they should not.
    void place(const Placement& placement);
    void remove(const Placement& placement);
    /// Takes of the pools what is there.
    void squeeze_in(const Placement& placement);

    /// By how much money and stock are out of their limits.
    [[nodiscard]] std::int64_t overshoot() const { return ledger_.overshoot() + stock_.overshoot(); }

    [[nodiscard]] problem::Span span_of(const Placement& placement) const;
    [[nodiscard]] const problem::Mode& mode_of(const Placement& placement) const {
        return instance_.problem().activity(placement.activity).modes[placement.mode];
    }
    [[nodiscard]] const PackedProfile& profile() const { return profile_; }
    [[nodiscard]] Ledger& ledger() { return ledger_; }
    [[nodiscard]] Stock& stock() { return stock_; }

private:
    const Instance& instance_;
    PackedProfile profile_;
    Ledger ledger_;
    Stock stock_;
};

}  // namespace masar::engine
