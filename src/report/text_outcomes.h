#pragma once
// What the dates bring, as tables of a terminal: indicators year by year, and what each activity is worth at the gates.
#include "plan/forecast.h"

#include <span>
#include <string>

namespace masar::report {

/// Every target: the value at its year's end, what is missing, and the earliest year in which it holds.
[[nodiscard]] std::string targets_text(const plan::Plan& plan, const plan::Outcomes& outcomes, base::Language language);
/// The same, and peaks and troughs with their days.
[[nodiscard]] std::string outcomes_text(const plan::Plan& plan, const plan::Outcomes& outcomes,
                                        base::Language language);

struct WorthTold {
    const plan::Outcomes& outcomes;
    std::span<const plan::LostChance> lost;  ///< from samples; empty where nothing was simulated
    std::size_t most = SIZE_MAX;             ///< activities listed
};
/// What gates and targets lose without each activity.
[[nodiscard]] std::string worth_text(const plan::Plan& plan, const WorthTold& told, base::Language language);

}  // namespace masar::report
