#pragma once
// What the search passes around: a wish (genome), what a generation pass made of it (candidate), and how good that is (cost).
#include "engine/core/ledger.h"
#include "problem/schedule.h"

#include <array>
#include <cstdint>
#include <vector>

namespace masar::engine {

enum class Direction : std::uint8_t { forward, backward };
/// serial: the eligible activity of least key goes next, wherever it fits. parallel: the eligible activity that can start
/// first goes next, ties by key, so that nothing waits that could run (Kolisch 1996).
enum class Order : std::uint8_t { serial, parallel };

struct Pass {
    Direction direction = Direction::forward;
    Order order = Order::serial;
};

/// Keys order the activities by wish: forward, the least goes first; backward, the greatest.
struct Genome {
    std::vector<std::int32_t> key;
    std::vector<std::int32_t> mode;  ///< as in problem::Schedule
    std::vector<Day> patience{};     ///< days that each waits for its wishes (patience.h); empty without wishes
};

/// Lexicographic, less is better; what breaks a limit weighs before every objective.
struct Cost {
    static constexpr std::size_t objectives = 7;
    std::int64_t overshoot = 0;
    std::array<std::int64_t, objectives> value{};
    auto operator<=>(const Cost&) const = default;
};

/// Every activity given a start once.
struct Candidate {
    std::vector<Day> start, end;
    std::vector<std::int32_t> mode;
    std::vector<std::int32_t> missed;  ///< overshoot that each activity caused; empty when nothing can be missed
    Cost cost;
};

/// Values of the problem's objectives for the candidate; its overshoot stays.
void evaluate(const Instance& instance, Candidate& candidate);
/// By how much the modes alone exceed the limits of budgets with one period, in overshoot.
[[nodiscard]] std::int64_t overspend(const Instance& instance, const std::vector<std::int32_t>& mode);
/// Overshoot of the groups that the options chosen break.
[[nodiscard]] std::int64_t group_breaches(const Instance& instance, const std::vector<std::int32_t>& mode);
/// By how much the outcome goals are missed, in overshoot: the largest step of a goal weighs as much as a typical expense.
[[nodiscard]] std::int64_t goals_missed(const Instance& instance, const Candidate& candidate);
/// What no limit can be found for: outside the horizon, or above a pool.
constexpr std::int64_t overshoot_of_misfit = 10'000;

/// The candidate as an answer.
[[nodiscard]] problem::Schedule schedule_of(const Candidate& candidate);

}  // namespace masar::engine
