#pragma once
// Failure-directed search (Vilím, Laborie, Shaw 2015): decides first what is most likely to fail, because a proof has to see every
// branch anyway. A choice splits the domain of a variable in two; each branch is rated by how often it failed and by how much it left
// of the search space, compared with other choices at the same depth.
#include "engine/branching/branching.h"

#include <vector>

namespace masar::engine {

class FailureDirected : public Branching {
public:
    /// Splits these; `otherwise` decides what is left when all of them are fixed, and outlives this.
    FailureDirected(std::vector<Variable> variables, const Trail& trail, Branching& otherwise);

    [[nodiscard]] std::optional<Bound> choose(const Trail& trail) override;
    void learn(const ClauseEngine& engine) override;

private:
    /// Low = fails soon.
    struct Ratings {
        double left = 1, right = 1;
        [[nodiscard]] double sum() const { return left + right; }
    };
    struct Split {
        Variable variable;
        std::int32_t step;  ///< splits after the values at_most = least + k * step
        std::int32_t least;
        std::vector<Ratings> ratings;  ///< per k
    };
    struct Choice {
        Split* split = nullptr;
        std::size_t at = 0;
    };

    [[nodiscard]] static std::size_t middle(const Split& split, const Trail& trail);
    [[nodiscard]] std::int64_t space(const Trail& trail) const;
    void rate(double rating);

    std::vector<Split> splits_;
    Branching& otherwise_;
    std::vector<double> usual_;  ///< average rating per depth
    double* tried_ = nullptr;    ///< rating of the branch decided last; null = it is known how it went
    std::size_t depth_ = 0;
    std::int64_t space_before_ = 0;
};

}  // namespace masar::engine
