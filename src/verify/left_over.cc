#include "verify/left_over.h"

#include <algorithm>

namespace masar::verify {

LeftOver::LeftOver(const Vocabulary& vocabulary, const UnitPropagation& proven, std::span<const Literal> none_of)
    : words_(vocabulary), proven_(proven), activities_(static_cast<std::size_t>(vocabulary.problem().size())) {
    for (const Literal literal : none_of) {
        const Literal denied = literal.negated();
        auto found = std::ranges::find(narrowed_, denied.variable, &Narrowed::variable);
        if (found == narrowed_.end()) {
            narrowed_.push_back({denied.variable, proven.least(denied.variable), proven.greatest(denied.variable)});
            found = std::prev(narrowed_.end());
            const VariableLine& variable = vocabulary.variables()[static_cast<std::size_t>(denied.variable)];
            if (about_activity(variable.meaning)) spoken_of_.push_back(static_cast<std::int32_t>(variable.numbers[0]));
        }
        if (denied.at_least)
            found->least = std::max(found->least, denied.value);
        else
            found->greatest = std::min(found->greatest, denied.value);
        contradictory_ = contradictory_ || found->least > found->greatest;
    }
    std::ranges::sort(spoken_of_);
    spoken_of_.erase(std::unique(spoken_of_.begin(), spoken_of_.end()), spoken_of_.end());
}

std::int64_t LeftOver::least(std::int32_t variable) const {
    const auto found = std::ranges::find(narrowed_, variable, &Narrowed::variable);
    return found == narrowed_.end() ? proven_.least(variable) : found->least;
}

std::int64_t LeftOver::greatest(std::int32_t variable) const {
    const auto found = std::ranges::find(narrowed_, variable, &Narrowed::variable);
    return found == narrowed_.end() ? proven_.greatest(variable) : found->greatest;
}

bool LeftOver::allows(const std::vector<std::int32_t>& open, std::size_t placement, bool present) const {
    return std::ranges::all_of(open, [&](std::int32_t variable) {
        const std::int64_t value = words_.value(variable, placement, present);
        return value >= least(variable) && value <= greatest(variable);
    });
}

LeftOver::Activity LeftOver::find(std::int32_t index) const {
    const Possibilities& possible = words_.possibilities(index);
    // Only variables that say something; the start first, which excludes most.
    std::vector<std::int32_t> open;
    for (const std::int32_t variable : words_.variables_of(index)) {
        const VariableLine& line = words_.variables()[static_cast<std::size_t>(variable)];
        if (least(variable) > line.least || greatest(variable) < line.greatest) open.push_back(variable);
    }
    Activity left;
    for (std::size_t number = 0; number < possible.placements.size(); ++number) {
        if (possible.may_be_in && allows(open, number, true)) left.placements.push_back(number);
        if (possible.may_be_out && !left.may_be_out) left.may_be_out = allows(open, number, false);
    }
    return left;
}

LeftOver::Activity& LeftOver::activity(std::int32_t index) {
    std::optional<Activity>& its = activities_[static_cast<std::size_t>(index)];
    if (!its) its = find(index);
    return *its;
}

}  // namespace masar::verify
