#pragma once
// Large neighbourhood search (Shaw 1998) over the clause model: outside a stretch of time a schedule stays as it is, what comes after
// it may only go earlier. The stretch grows where nothing is found, and shrinks where the search does not get through.
#include "base/random_stream.h"
#include "engine/search/clause_model.h"

#include <vector>

namespace masar::engine {

class Neighbourhoods {
public:
    explicit Neighbourhoods(const Problem& problem) : problem_(problem) {}

    /// Bounds to be assumed together for a search near `best`.
    [[nodiscard]] std::vector<Bound> next(const ClauseModel& model, const Schedule& best);
    void widen() { percent_ = percent_ * 5 / 4 + 1 > most_ ? most_ : percent_ * 5 / 4 + 1; }
    void narrow() { percent_ = percent_ * 4 / 5 < least_ ? least_ : percent_ * 4 / 5; }

private:
    static constexpr std::int32_t least_ = 5, most_ = 80;

    const Problem& problem_;
    base::RandomStream random_{1, 29};
    std::int32_t percent_ = 20;  ///< of the makespan
};

}  // namespace masar::engine
