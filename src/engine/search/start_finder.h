#pragma once
// Where an activity can go on a board: the nearest working day at which everything it heeds allows it.
#include "engine/core/board.h"

namespace masar::engine {

enum class Heed : std::uint8_t {
    wishes,  ///< everything, and the days that are not wanted
    everything,
    all_but_money,
    pools,  ///< pools and forbidden periods only
};

struct Quest {
    std::int32_t activity = 0;
    std::int32_t mode = 0;
    std::int32_t first = 0, last = 0;  ///< indices of the starts allowed, both inclusive
    Heed heed = Heed::everything;
};

class StartFinder {
public:
    static constexpr std::int32_t none = PackedProfile::none;

    StartFinder(const Instance& instance, Board& board) : instance_(instance), board_(board) {}

    /// Index of the earliest start, `none` when there is none.
    [[nodiscard]] std::int32_t earliest(const Quest& quest);
    [[nodiscard]] std::int32_t latest(const Quest& quest);

private:
    [[nodiscard]] std::int32_t pools_allow_from(const Quest& quest, std::int32_t index) const;
    [[nodiscard]] std::int32_t pools_allow_until(const Quest& quest, std::int32_t index) const;
    /// The first index after `index` worth trying; `index` itself when nothing stands in the way.
    [[nodiscard]] std::int32_t after_obstacles(const Quest& quest, std::int32_t index);
    [[nodiscard]] std::int32_t before_obstacles(const Quest& quest, std::int32_t index);
    [[nodiscard]] const problem::Interval* obstacle(const Quest& quest, problem::Span span) const;
    [[nodiscard]] std::int32_t after_shortage(const Quest& quest, std::int32_t index, const Shortage& shortage) const;
    [[nodiscard]] std::int32_t before_shortage(const Quest& quest, std::int32_t index, const Shortage& shortage) const;

    const Instance& instance_;
    Board& board_;
};

}  // namespace masar::engine
