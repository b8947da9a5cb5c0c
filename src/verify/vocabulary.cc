#include "verify/vocabulary.h"

#include <algorithm>

namespace masar::verify {
namespace {

using base::Text;
using problem::Objective;

/// What one activity adds to an objective that is a sum over activities.
std::int64_t share_of(const problem::Problem& problem, Objective objective, std::int32_t index, Choice choice) {
    const problem::Activity& activity = problem.activity(index);
    switch (objective) {
        case Objective::option_value: return activity.optional && choice.present ? -activity.value : 0;
        case Objective::cost:
            return choice.present ? activity.modes[static_cast<std::size_t>(choice.placement->mode)].cost : 0;
        case Objective::wishes: return choice.present ? given_up(problem, index, *choice.placement) : 0;
        case Objective::moved:
        case Objective::shift: {
            if (problem.data().baseline[static_cast<std::size_t>(index)] == problem::not_in_baseline) return 0;
            const Meaning meaning = objective == Objective::moved ? Meaning::moved : Meaning::shift;
            return value_of(problem, {-1, 0, 0, meaning, {index}}, choice);
        }
        default: return 0;
    }
}

}  // namespace

std::int64_t share_in(const problem::Problem& problem, std::int32_t objective, std::int32_t index, Choice choice) {
    return share_of(problem, problem.data().objectives[static_cast<std::size_t>(objective)], index, choice);
}

Vocabulary::Vocabulary(const problem::Problem& problem, Day horizon)
    : problem_(problem),
      horizon_(horizon),
      possibilities_(all_possibilities(problem, horizon)),
      variables_of_(static_cast<std::size_t>(problem.size())) {}

bool Vocabulary::indices_exist(const VariableLine& line) const {
    const problem::ProblemData& data = problem_.data();
    const auto within = [&](std::size_t at, std::size_t count) {
        return line.numbers[at] >= 0 && line.numbers[at] < static_cast<std::int64_t>(count);
    };
    if (line.meaning == Meaning::one) return true;
    if (line.meaning == Meaning::lateness) return within(0, data.gates.size());
    // Small enough that a value fits into 64 bits.
    constexpr std::int64_t greatest_scale = std::int64_t{1} << 32, greatest_offset = std::int64_t{1} << 61;
    if (line.meaning == Meaning::objective)
        return within(0, data.objectives.size()) && line.numbers[1] > 0 && line.numbers[1] <= greatest_scale
               && line.numbers[2] <= greatest_offset && line.numbers[2] >= -greatest_offset;
    if (!within(0, data.activities.size())) return false;
    const auto index = static_cast<std::size_t>(line.numbers[0]);
    switch (line.meaning) {
        case Meaning::mode:
        case Meaning::chosen: return within(1, data.activities[index].modes.size());
        case Meaning::units: return within(1, data.pools.size());
        case Meaning::charge:
            return within(1, data.budgets.size())
                   && within(2, data.budgets[static_cast<std::size_t>(line.numbers[1])].limits.size());
        case Meaning::moved:
        case Meaning::shift: return !data.baseline.empty() && data.baseline[index] != problem::not_in_baseline;
        default: return true;
    }
}

void Vocabulary::remember_values(const VariableLine& line) {
    std::vector<std::int64_t>& values = values_.emplace_back();
    if (!about_activity(line.meaning)) return;
    const auto activity = static_cast<std::int32_t>(line.numbers[0]);
    variables_of_[static_cast<std::size_t>(activity)].push_back(line.variable);
    for (const Placement& placement : possibilities(activity).placements)
        for (const bool present : {false, true}) values.push_back(value_of(problem_, line, {&placement, present}));
    // One that can only be out stands where its variables begin: nothing is asked of it.
    if (!possibilities(activity).may_be_in && line.meaning != Meaning::present)
        std::ranges::fill(values, std::clamp<std::int64_t>(values.front(), line.least, line.greatest));
}

base::Text Vocabulary::wrong_with(const VariableLine& line) const {
    if (line.variable != static_cast<std::int32_t>(variables_.size()))
        return {"the variables are not numbered in order", "المتغيرات غير مرقمة بالترتيب"};
    if (!indices_exist(line))
        return {"the variable speaks of something that the instance does not have",
                "يتحدث المتغير عن شيء ليس في المسألة"};
    return {};
}

void Vocabulary::add(const VariableLine& line) {
    remember_values(line);
    variables_.push_back(line);
}

std::int32_t Vocabulary::variable_of(Meaning meaning, std::int32_t index) const {
    const auto found = std::ranges::find_if(
        variables_, [&](const VariableLine& each) { return each.meaning == meaning && each.numbers[0] == index; });
    return found == variables_.end() ? -1 : found->variable;
}

const std::vector<std::int64_t>& Vocabulary::charges(std::int32_t activity,
                                                     std::array<std::int32_t, 2> budget_and_period) const {
    auto& all = charges_[budget_and_period];
    for (auto i = static_cast<std::int32_t>(all.size()); i < problem_.size(); ++i) {
        std::vector<std::int64_t>& its = all.emplace_back();
        for (const Placement& placement : possibilities(i).placements)
            its.push_back(charged(problem_, i, placement, budget_and_period));
    }
    return all[static_cast<std::size_t>(activity)];
}

std::int64_t Vocabulary::value(std::int32_t variable, std::size_t placement, bool present) const {
    return values_[static_cast<std::size_t>(variable)][2 * placement + (present ? 1 : 0)];
}

}  // namespace masar::verify
