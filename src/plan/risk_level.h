#pragma once
// How high a risk is, from how likely and how severe it is: the matrix of US Army doctrine (ATP 5-19; vector RISK-1).
#include "plan/measures.h"

#include <array>
#include <cstddef>

namespace masar::plan {

enum class RiskLevel : std::uint8_t { low, medium, high, extremely_high };
constexpr std::size_t likelihoods = 5, severities = 4;

[[nodiscard]] constexpr RiskLevel level_of(RiskRating rating) {
    using enum RiskLevel;
    /// Rows: catastrophic … negligible; columns: frequent … unlikely.
    constexpr std::array<std::array<RiskLevel, likelihoods>, severities> matrix{{
        {extremely_high, extremely_high, high, high, medium},
        {extremely_high, high, high, medium, low},
        {high, medium, medium, low, low},
        {medium, low, low, low, low},
    }};
    return matrix[static_cast<std::size_t>(rating.severity)][static_cast<std::size_t>(rating.probability)];
}

}  // namespace masar::plan
