#include "engine/search/patience.h"

#include <algorithm>

namespace masar::engine {
namespace {

using problem::Day;

bool has_wishes(const Instance& instance, std::int32_t activity) { return !instance.wishes().of(activity).empty(); }

/// Days that the activity can wait without ending later than the target allows; 0 where no dates are known.
Day room_of(const Proofs& proofs, std::int32_t activity) {
    const auto& outlook = proofs.outlook;
    const Day latest = outlook.latest_end[activity], earliest = outlook.earliest_end[activity];
    return latest >= problem::never || earliest >= latest ? 0 : latest - earliest;
}

}  // namespace

void first_patience(const Instance& instance, const Proofs& proofs, base::RandomStream& random, Genome& genome) {
    if (instance.wishes().empty()) return genome.patience.clear();
    genome.patience.assign(static_cast<std::size_t>(instance.size()), 0);
    const std::uint32_t lot = random.below(4);
    if (lot == 0) return;
    for (std::int32_t i = 0; i < instance.size(); ++i)
        if (has_wishes(instance, i)) genome.patience[i] = lot == 1 ? instance.horizon() : room_of(proofs, i);
}

void learn_patience(const Proofs& proofs, const Instance& instance, const Candidate& parent, Genome& genome) {
    if (genome.patience.empty()) return;
    for (std::int32_t i = 0; i < instance.size(); ++i) {
        if (!has_wishes(instance, i) || parent.mode[i] < 0) continue;
        Day& patience = genome.patience[i];
        if (parent.end[i] > proofs.outlook.latest_end[i])
            patience /= 2;
        else if (instance.wishes().touched(i, parent.mode[i], {parent.start[i], parent.end[i]}) != nullptr)
            patience = std::min(2 * patience + 7, instance.horizon());
    }
}

void vary_patience(const Instance& instance, base::RandomStream& random, Genome& genome) {
    if (genome.patience.empty()) return;
    for (std::int32_t i = 0; i < instance.size(); ++i)
        if (has_wishes(instance, i) && random.below(8) == 0)
            genome.patience[i] =
                static_cast<Day>(random.below(static_cast<std::uint32_t>(instance.horizon()) + 1) >> random.below(8));
}

}  // namespace masar::engine
