#include "compile/draft.h"

#include <algorithm>

namespace masar::compile {
namespace {

problem::Objective objective_of(plan::ObjectiveOrder aim) {
    switch (aim) {
        case plan::ObjectiveOrder::gate_lateness: return problem::Objective::gate_lateness;
        case plan::ObjectiveOrder::end: return problem::Objective::makespan;
        case plan::ObjectiveOrder::option_value: return problem::Objective::option_value;
        case plan::ObjectiveOrder::cost: return problem::Objective::cost;
        case plan::ObjectiveOrder::preferences: return problem::Objective::wishes;
    }
    return problem::Objective::makespan;
}

problem::Group::Kind kind_of(plan::ChoiceGroup::Kind kind) {
    switch (kind) {
        case plan::ChoiceGroup::Kind::exactly: return problem::Group::Kind::exactly;
        case plan::ChoiceGroup::Kind::at_most: return problem::Group::Kind::at_most;
        case plan::ChoiceGroup::Kind::implies: return problem::Group::Kind::implies;
    }
    return problem::Group::Kind::exactly;
}

void add_group(Draft& draft, std::size_t index) {
    const plan::ChoiceGroup& choice = draft.plan.choices[index];
    problem::Group group{kind_of(choice.kind), choice.count, {}};
    for (const auto& member : choice.members) {
        const std::int32_t position = draft.position(member.value);
        // Without its condition an implication says nothing.
        if (position < 0 && choice.kind == plan::ChoiceGroup::Kind::implies && group.members.empty()) return;
        if (position >= 0) group.members.push_back(position);
    }
    if (group.members.empty()) return;
    draft.data.groups.push_back(std::move(group));
    draft.origins.choices.push_back(static_cast<std::int32_t>(index));
}

void add_gate(Draft& draft, std::size_t index) {
    const plan::Gate& source = draft.plan.gates[index];
    problem::Gate gate{std::max(0, draft.frame.days.day(source.due.value) + 1), source.firm, source.weight, {}};
    for (const auto& required : source.requires_done) {
        const std::int32_t position = draft.position(required.value);
        if (position < 0) continue;
        gate.requires_done.push_back(position);
        problem::Activity& activity = draft.at(position);
        const bool milestone = std::ranges::all_of(activity.modes, [](const auto& mode) { return mode.duration == 0; });
        // A milestone ends on the day on which it stands: the day after the due date would still count as in time.
        if (source.firm && milestone && activity.fixed < 0)
            activity.latest_end = std::min(activity.latest_end, std::max(0, gate.due_end - 1));
    }
    draft.data.gates.push_back(std::move(gate));
    draft.origins.gates.push_back(base::index_of<plan::GateIndex>(index));
}

}  // namespace

void add_gates(Draft& draft) {
    for (std::size_t i = 0; i < draft.plan.choices.size(); ++i) add_group(draft, i);
    for (std::size_t i = 0; i < draft.plan.gates.size(); ++i) add_gate(draft, i);
    draft.data.objectives.clear();
    for (const plan::ObjectiveOrder aim : draft.plan.aims) {
        const problem::Objective objective = objective_of(aim);
        if (std::ranges::find(draft.data.objectives, objective) == draft.data.objectives.end())
            draft.data.objectives.push_back(objective);
    }
    if (draft.data.objectives.empty()) draft.data.objectives.push_back(problem::Objective::makespan);
}

}  // namespace masar::compile
