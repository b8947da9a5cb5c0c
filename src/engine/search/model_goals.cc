// Groups of options, gates, and the objectives.
#include "engine/search/model_builder.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace masar::engine {
namespace {

using problem::Anchor;
using problem::Group;

constexpr std::int64_t most_steps = 1'000'000'000;  ///< of an objective, in units of its scale

}  // namespace

void ModelBuilder::add_group(std::int32_t index) {
    const Group& group = data_.groups[static_cast<std::size_t>(index)];
    const Bound asked = guard({StatementKind::group, index});
    if (group.kind == Group::Kind::implies) {
        const Bound out = variables(group.members.front()).present.negated();
        for (const std::int32_t member : group.members) clause({asked.negated(), out, variables(member).present});
        return;
    }
    StepSumSetup most{{}, group.count, {}}, fewest{{}, -std::int64_t{group.count}, {}};
    if (!surely(asked)) most.condition = fewest.condition = asked;
    for (const std::int32_t member : group.members) {
        const Bound present = variables(member).present;
        if (surely(present)) {
            --most.limit;
            ++fewest.limit;
            continue;
        }
        most.terms.push_back({present.side, 1, {}});
        fewest.terms.push_back({present.side ^ 1, 1, {}});
    }
    engine_.add(std::make_unique<StepSum>(std::move(most)));
    if (group.kind == Group::Kind::exactly) engine_.add(std::make_unique<StepSum>(std::move(fewest)));
}

void ModelBuilder::add_gate(std::int32_t index) {
    const problem::Gate& gate = data_.gates[static_cast<std::size_t>(index)];
    if (gate.due_end >= horizon_ || (!gate.firm && !options_.objectives)) return;
    const Bound asked = gate.firm ? guard({StatementKind::firm_gate, index}) : always();
    const Variable lateness =
        gate.firm ? one_ : named(engine_.add_variable(0, horizon_ - gate.due_end), {MeaningKind::lateness, index});
    if (!gate.firm) lateness_[static_cast<std::size_t>(index)] = lateness;
    for (const std::int32_t member : gate.requires_done) {
        const Event end = event(member, Anchor::finish);
        // A firm gate asks for lateness 0: an image above 1, the value of `one`, is then what cannot be.
        table(end.variable, lateness,
              [&](std::int32_t value) {
                  const Day late = std::max(0, end.day(value) - gate.due_end);
                  return gate.firm && late > 0 ? 2 : late;
              },
              {variables(member).present, asked});
    }
}

void ModelBuilder::add_objective(std::int32_t index) {
    switch (data_.objectives[static_cast<std::size_t>(index)]) {
        case problem::Objective::gate_lateness: return add_lateness();
        case problem::Objective::makespan: return add_makespan();
        case problem::Objective::option_value: return add_option_value();
        case problem::Objective::cost: return add_cost();
        case problem::Objective::moved: return add_moved();
        case problem::Objective::shift: return add_shift();
        case problem::Objective::wishes: return add_wishes();
    }
}

void ModelBuilder::add_makespan() {
    const Variable makespan = named(engine_.add_variable(0, std::max(0, horizon_)), this_objective(1, 0));
    for (std::int32_t i = 0; i < problem_.size(); ++i) {
        const Event end = event(i, Anchor::finish);
        const Bound present = variables(i).present;
        if (end.straight())
            difference({end.variable, makespan, end.shift()}, {present});
        else
            table(end.variable, makespan, [&](std::int32_t value) { return end.day(value); }, {present});
    }
    model_.objectives.push_back({makespan, 1, 0});
}

Meaning ModelBuilder::this_objective(std::int64_t scale, std::int64_t offset) const {
    return {MeaningKind::objective, static_cast<std::int32_t>(model_.objectives.size()), -1, -1, {scale, offset}};
}

void ModelBuilder::add_weighted(StepSumSetup sum, std::int64_t offset) {
    std::int64_t scale = 0, most = 0;
    for (const SumTerm& term : sum.terms) {
        scale = std::gcd(scale, term.coefficient);
        most += term.coefficient * -engine_.trail().value(term.side ^ 1);
        for (const SumTerm::Step& step : term.steps) scale = std::gcd(scale, step.amount);
        if (!term.steps.empty()) most += term.steps.back().amount;
    }
    scale = std::max<std::int64_t>(scale, 1);
    if (most / scale > most_steps) {
        unsupported_ = true;
        return;
    }
    for (SumTerm& term : sum.terms) {
        term.coefficient /= scale;
        for (SumTerm::Step& step : term.steps) step.amount /= scale;
    }
    const Variable total =
        named(engine_.add_variable(0, static_cast<std::int32_t>(most / scale)), this_objective(scale, offset));
    sum.terms.push_back({upper(total), 1, {}});
    sum.limit = 0;
    model_.objectives.push_back({total, scale, offset});
    engine_.add(std::make_unique<StepSum>(std::move(sum)));
}

void ModelBuilder::add_lateness() {
    StepSumSetup sum;
    for (std::size_t gate = 0; gate < data_.gates.size(); ++gate)
        if (lateness_[gate] >= 0 && data_.gates[gate].weight > 0)
            sum.terms.push_back({lower(lateness_[gate]), data_.gates[gate].weight, {}});
    add_weighted(std::move(sum), 0);
}

/// Value forgone by leaving options out (or by choosing harmful ones), above the least objective value there could be.
void ModelBuilder::add_option_value() {
    StepSumSetup sum;
    std::int64_t offset = 0;
    for (std::int32_t i = 0; i < problem_.size(); ++i) {
        const std::int64_t value = problem_.activity(i).value;
        if (!problem_.activity(i).optional || value == 0) continue;
        if (value > 0) offset -= value;
        const Bound present = variables(i).present;
        if (surely(present)) {
            if (value < 0) offset -= value;
            continue;
        }
        const Bound dear = value > 0 ? present.negated() : present;
        sum.terms.push_back({dear.side, 0, {{dear.value, value > 0 ? value : -value}}});
    }
    add_weighted(std::move(sum), offset);
    if (!unsupported_) add_value_bounds();
}

/// The cost above the least that the activity can have.
SumTerm ModelBuilder::cost_term(std::int32_t activity, std::int64_t& least) {
    const auto& modes = problem_.activity(activity).modes;
    std::set<std::int64_t> costs;
    for (std::size_t k = 0; k < modes.size(); ++k)
        if (possible_mode(activity, static_cast<std::int32_t>(k))) costs.insert(modes[k].cost);
    const Bound present = variables(activity).present;
    if (!surely(present)) costs.insert(0);
    least = *costs.begin();
    if (costs.size() == 1) return {};
    const Variable rank = engine_.add_variable(0, static_cast<std::int32_t>(costs.size()) - 1);
    SumTerm term{lower(rank), 0, {}};
    costs.erase(costs.begin());
    named(rank, {MeaningKind::cost, activity, -1, -1, {costs.begin(), costs.end()}});
    for (const std::int64_t cost : costs) {
        const auto step = static_cast<std::int32_t>(term.steps.size()) + 1;
        term.steps.push_back({step, cost - least});
        std::vector<Bound> at_least_so_much{at_least(rank, step)};
        if (cost > 0) at_least_so_much.push_back(present.negated());
        for (std::size_t k = 0; k < modes.size(); ++k) {
            const Bound mode = mode_literal(activity, static_cast<std::int32_t>(k));
            if (modes[k].cost < cost)
                at_least_so_much.push_back(mode);
            else
                clause({mode.negated(), present.negated(), at_least(rank, step)});
        }
        // Left out costs 0, which may be more than some mode earns.
        if (cost <= 0) {
            clause({present, at_least(rank, step)});
        }
        clause(at_least_so_much);
    }
    return term;
}

void ModelBuilder::add_cost() {
    StepSumSetup sum;
    std::int64_t offset = 0;
    for (std::int32_t i = 0; i < problem_.size(); ++i) {
        std::int64_t least = 0;
        if (standing(i))
            least = problem_.activity(i).modes[static_cast<std::size_t>(variables(i).only_mode)].cost;
        else if (SumTerm term = cost_term(i, least); term.side >= 0)
            sum.terms.push_back(std::move(term));
        offset += least;
    }
    add_weighted(std::move(sum), offset);
}

}  // namespace masar::engine
