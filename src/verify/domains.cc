// Domains: a variable may not be declared narrower than what is left.
#include "verify/refutation.h"

#include <algorithm>

namespace masar::verify {
namespace {

using problem::Objective;

struct Range {
    std::int64_t least = INT64_MAX, greatest = INT64_MIN;
    void include(std::int64_t value) {
        least = std::min(least, value);
        greatest = std::max(greatest, value);
    }
};

/// Values of a function of one activity over what is left of it.
template <class Value>
Range range_over(LeftOver& left, std::int32_t activity, Value value) {
    const LeftOver::Activity& its = left.activity(activity);
    const Possibilities& possible = left.vocabulary().possibilities(activity);
    Range range;
    for (const std::size_t each : its.placements) range.include(value(Choice{&possible.placements[each], true}));
    if (its.may_be_out && possible.may_be_in)
        for (const Placement& placement : possible.placements) range.include(value(Choice{&placement, false}));
    return range;
}

Range range_of_objective(LeftOver& left, std::int32_t index) {
    const Vocabulary& vocabulary = left.vocabulary();
    const Objective objective = vocabulary.problem().data().objectives[static_cast<std::size_t>(index)];
    if (objective == Objective::makespan) return {0, std::max(0, vocabulary.horizon())};
    Range sum{0, 0};
    if (objective == Objective::gate_lateness) {
        for (const problem::Gate& gate : vocabulary.problem().data().gates)
            if (!gate.firm) sum.greatest += gate.weight * std::max(0, vocabulary.horizon() - gate.due_end);
        return sum;
    }
    for (std::int32_t i = 0; i < vocabulary.problem().size(); ++i) {
        Range share =
            range_over(left, i, [&](Choice choice) { return share_in(vocabulary.problem(), index, i, choice); });
        if (left.activity(i).may_be_out)
            share.include(
                share_in(vocabulary.problem(), index, i, {&vocabulary.possibilities(i).placements.front(), false}));
        if (share.least > share.greatest) continue;
        sum.least += share.least;
        sum.greatest += share.greatest;
    }
    return sum;
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

}  // namespace

bool covers(LeftOver& left, const VariableLine& line) {
    const auto has = [&](std::int64_t value) { return value >= line.least && value <= line.greatest; };
    const auto number = [&](std::size_t at) { return static_cast<std::int32_t>(line.numbers[at]); };
    if (line.meaning == Meaning::one) return has(1);
    if (line.meaning == Meaning::lateness) {
        const problem::Gate& gate = left.vocabulary().problem().data().gates[static_cast<std::size_t>(line.numbers[0])];
        return has(0) && has(std::max(0, left.vocabulary().horizon() - gate.due_end));
    }
    if (line.meaning == Meaning::objective) {
        const Range range = range_of_objective(left, number(0));
        return has(floor_divide(range.least - line.numbers[2], line.numbers[1]))
               && has(floor_divide(range.greatest - line.numbers[2], line.numbers[1]));
    }
    const Range range =
        range_over(left, number(0), [&](Choice choice) { return value_of(left.vocabulary().problem(), line, choice); });
    return range.least > range.greatest || (has(range.least) && has(range.greatest));
}

}  // namespace masar::verify
