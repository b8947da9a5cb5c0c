#pragma once
// A stock that may not fall below a floor: what is given and taken adds up over time (Neumann, Schwindt 2002, "Project scheduling with
// inventory constraints"; Laborie 2003). On each day the most that can be there counts every give that is still possible and every
// take that is sure. A ceiling is a floor with all signs turned.
#include "engine/constraints/cumulative.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace masar::engine {

struct StockEvent {
    Variable variable = -1;                       ///< the day, or the start that tells it
    const problem::WorkTime* calendar = nullptr;  ///< null: day = variable + duration
    std::int32_t duration = 0;
    std::int64_t amount = 0;  ///< positive gives, negative takes; from its day on
    Bound chosen;             ///< whether it happens at all
};

struct ReservoirSetup {
    std::vector<StockEvent> events;
    std::int64_t initial = 0, floor = 0;
    std::optional<Bound> condition{};  ///< nothing is asked unless it is true
};

class Reservoir : public Propagator {
public:
    explicit Reservoir(ReservoirSetup setup) : setup_(std::move(setup)) {}

    [[nodiscard]] bool propagate(ClauseEngine& engine) override;
    /// `data` is day × events + event.
    void explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                 Explanation& out) const override;
    [[nodiscard]] std::vector<Side> wakes_on() const override;

private:
    [[nodiscard]] std::vector<std::int32_t> days_to_look_at(const Trail& trail) const;
    [[nodiscard]] bool look_at(ClauseEngine& engine, std::int32_t day);
    [[nodiscard]] bool push(ClauseEngine& engine, std::int32_t day, std::int32_t event);
    void explain_stock(const Trail& trail, std::int32_t day, std::int32_t without, std::int32_t index,
                       Explanation& out) const;

    ReservoirSetup setup_;
};

}  // namespace masar::engine
