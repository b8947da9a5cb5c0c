#pragma once
// What a certificate is about: the instance, and the variables by which it speaks of it.
#include "verify/placements.h"

#include <array>
#include <map>
#include <vector>

namespace masar::verify {

class Vocabulary {
public:
    Vocabulary(const problem::Problem& problem, Day horizon);

    /// Empty when the line makes sense: variables are numbered in order, and what they speak of exists.
    [[nodiscard]] base::Text wrong_with(const VariableLine& line) const;
    void add(const VariableLine& line);

    [[nodiscard]] const problem::Problem& problem() const { return problem_; }
    [[nodiscard]] Day horizon() const { return horizon_; }
    [[nodiscard]] const std::vector<VariableLine>& variables() const { return variables_; }
    [[nodiscard]] const Possibilities& possibilities(std::int32_t activity) const {
        return possibilities_[static_cast<std::size_t>(activity)];
    }
    /// Variables about one activity.
    [[nodiscard]] const std::vector<std::int32_t>& variables_of(std::int32_t activity) const {
        return variables_of_[static_cast<std::size_t>(activity)];
    }
    /// The variable of a gate's lateness or an objective's value; -1 = none.
    [[nodiscard]] std::int32_t variable_of(Meaning meaning, std::int32_t index) const;
    /// Value of a variable about one activity; remembered, because it is asked for again and again.
    [[nodiscard]] std::int64_t value(std::int32_t variable, std::size_t placement, bool present) const;
    /// What each placement of the activity takes of a budget in a period; remembered likewise.
    [[nodiscard]] const std::vector<std::int64_t>& charges(std::int32_t activity,
                                                           std::array<std::int32_t, 2> budget_and_period) const;

private:
    [[nodiscard]] bool indices_exist(const VariableLine& line) const;
    void remember_values(const VariableLine& line);

    const problem::Problem& problem_;
    Day horizon_;
    std::vector<Possibilities> possibilities_;
    std::vector<VariableLine> variables_;
    std::vector<std::vector<std::int32_t>> variables_of_;
    std::vector<std::vector<std::int64_t>> values_;  ///< per variable: per placement, out and in
    /// By budget and period: per activity and placement.
    mutable std::map<std::array<std::int32_t, 2>, std::vector<std::vector<std::int64_t>>> charges_;
};

/// What one activity adds to an objective that is a sum over activities.
[[nodiscard]] std::int64_t share_in(const problem::Problem& problem, std::int32_t objective, std::int32_t activity,
                                    Choice choice);

}  // namespace masar::verify
