#pragma once
// Small random problems of every shape, for tests and benchmarks. A function of its options alone: same options, same problem.
// Not every problem made has a schedule; brute_force.h says which do, when they are tiny.
#include "problem/problem.h"

#include <bitset>

namespace masar::problem {

/// What a problem may have beyond activities, plain links and pools of constant capacity.
enum class Shape : std::uint8_t {
    modes,         ///< up to three modes
    mixed_links,   ///< all four kinds of link, lags of both signs
    maximal_lags,  ///< at_most links and negative lags that close cycles
    calendars,     ///< three working weeks with holidays, for activities and lags
    windows,
    forbidden,       ///< periods to avoid
    capacity_steps,  ///< dated reductions
    budgets,         ///< per period, all three ways of charging
    reservoirs,
    groups,    ///< optional activities under all three kinds of group
    gates,     ///< soft and firm; lateness is then the first objective
    fixed,     ///< the first activity is done or running
    baseline,  ///< for most activities; moves and their sum are the first objectives
    wishes,    ///< against days, against modes and against both; what is given up is an objective
};
constexpr std::size_t shape_count = 14;

class Shapes {
public:
    Shapes() = default;
    Shapes(std::initializer_list<Shape> shapes) {
        for (const Shape shape : shapes) bits_.set(static_cast<std::size_t>(shape));
    }
    [[nodiscard]] static Shapes all() { return from_bits((std::uint32_t{1} << shape_count) - 1); }
    /// Bit k stands for the k-th shape.
    [[nodiscard]] static Shapes from_bits(std::uint32_t bits) {
        Shapes shapes;
        shapes.bits_ = bits;
        return shapes;
    }
    [[nodiscard]] bool has(Shape shape) const { return bits_.test(static_cast<std::size_t>(shape)); }

private:
    std::bitset<shape_count> bits_;
};

struct InstanceOptions {
    std::int32_t activities = 5;
    std::int32_t pools = 2;
    std::int32_t longest_duration = 3;  ///< working days
    double density = 1.2;               ///< predecessors per activity, on average
    double tightness = 0.6;             ///< 0 = pools, budgets and windows hardly bind; 1 = as tight as they go
    Shapes shapes;
    std::uint64_t seed = 1;
};

[[nodiscard]] Problem generate_instance(const InstanceOptions& options);

}  // namespace masar::problem
