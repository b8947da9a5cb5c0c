#pragma once
// The trade between punctuality and stability: schedules that no other beats in both the plan's aims and the number of moves.
#include "engine/solve.h"

#include <vector>

namespace masar::app {

struct TradePoint {
    problem::Schedule schedule;
    std::int64_t moved = 0, shift = 0;
    std::vector<std::int64_t> aims;
    bool proven = false;  ///< no schedule with so few moves does better by the aims, and none as good moves less
};

struct TradeFront {
    std::vector<TradePoint> points;  ///< fewest moves first, the best by the aims last
    engine::Answer best;  ///< by the aims first, then by moves: its objectives and bounds begin with those of the aims
    bool whole = false;   ///< no point is missing
};

struct TradeQuestion {
    const problem::Problem& problem;  ///< its objectives are the aims
    const std::vector<problem::Day>& baseline;
    std::int32_t most_points = 8;
    engine::Run run;  ///< its limits hold for each point; seconds are shared among them
};

/// Lexicographic ε-constraints (Haimes, Lasdon, Wismer 1971): from the fewest moves on, each next point is the one with the fewest moves
/// among all that are better by the aims. No points: `best` says why.
[[nodiscard]] TradeFront trade_front(const TradeQuestion& question);

}  // namespace masar::app
