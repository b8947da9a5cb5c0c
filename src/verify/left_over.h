#pragma once
// What bounds on the variables of a certificate leave: the values that are still possible, and, activity by activity, the placements.
#include "verify/unit_propagation.h"
#include "verify/vocabulary.h"

#include <optional>
#include <span>
#include <vector>

namespace masar::verify {

class LeftOver {
public:
    /// What is proven so far, and none of the literals.
    LeftOver(const Vocabulary& vocabulary, const UnitPropagation& proven, std::span<const Literal> none_of);

    struct Activity {
        std::vector<std::size_t> placements;  ///< possible ones, if it takes part
        bool may_be_out = false;
        [[nodiscard]] bool surely_in() const { return !may_be_out; }
        [[nodiscard]] bool surely_out() const { return placements.empty(); }
        [[nodiscard]] bool nothing() const { return placements.empty() && !may_be_out; }
    };
    /// Looked up when first asked for.
    [[nodiscard]] Activity& activity(std::int32_t index);
    /// Activities that the literals speak of.
    [[nodiscard]] const std::vector<std::int32_t>& spoken_of() const { return spoken_of_; }
    [[nodiscard]] const Vocabulary& vocabulary() const { return words_; }
    [[nodiscard]] const Placement& placement(std::int32_t index, std::size_t number) const {
        return words_.possibilities(index).placements[number];
    }
    [[nodiscard]] std::int64_t least(std::int32_t variable) const;
    [[nodiscard]] std::int64_t greatest(std::int32_t variable) const;
    /// A variable has no value left.
    [[nodiscard]] bool contradictory() const { return contradictory_; }

private:
    struct Narrowed {
        std::int32_t variable, least, greatest;
    };
    [[nodiscard]] Activity find(std::int32_t index) const;
    [[nodiscard]] bool allows(const std::vector<std::int32_t>& open, std::size_t placement, bool present) const;

    const Vocabulary& words_;
    const UnitPropagation& proven_;
    std::vector<Narrowed> narrowed_;
    std::vector<std::int32_t> spoken_of_;
    std::vector<std::optional<Activity>> activities_;
    bool contradictory_ = false;
};

}  // namespace masar::verify
