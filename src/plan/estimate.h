#pragma once
// Three-point values: durations, costs, factors and delays, and how three values are read as a distribution.
#include "base/decimal.h"
#include "base/money.h"
#include "base/place.h"

#include <array>
#include <cstdint>

namespace masar::plan {

/// Optimistic, most likely, pessimistic.
enum class Estimate : std::uint8_t { optimistic, likely, pessimistic };
constexpr std::size_t estimates = 3;

struct Duration {
    std::array<int, estimates> working_days{};  ///< by Estimate; 0 = milestone
    [[nodiscard]] int at(Estimate estimate) const { return working_days[static_cast<std::size_t>(estimate)]; }
};

struct Cost {
    std::array<base::Money, estimates> amount{};  ///< by Estimate; one currency
    base::Place place;
    [[nodiscard]] base::Money at(Estimate estimate) const { return amount[static_cast<std::size_t>(estimate)]; }
};

/// What three values mean to a forecast. In the order of the plan file's words.
enum class EstimateForm : std::uint8_t {
    pert,        ///< least, most likely, greatest; beta (Malcolm et al. 1959)
    triangular,  ///< the same, with straight sides
    uniform,     ///< from the first to the last, the middle one left aside
    trigen,      ///< the first and the last are the 10 % and 90 % points of a triangle
    lognormal,   ///< mean (a + 4m + b)/6, standard deviation (b − a)/6
    certain,     ///< the most likely, always
};

/// Multiplies durations: 0.95/1.05/1.15.
struct Factor {
    std::array<base::Decimal, estimates> value{};  ///< by Estimate; above zero
};

/// Days that come on top: working days, or elapsed days of absence.
struct Delay {
    std::array<int, estimates> days{};  ///< by Estimate
    bool elapsed = false;
};

}  // namespace masar::plan
