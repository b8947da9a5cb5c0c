#include "engine/search/assumption_search.h"

#include <algorithm>

namespace masar::engine {
namespace {

constexpr std::int32_t most_with_energy = 400;  ///< activities; its work grows with the square

std::unique_ptr<ScheduleOrder> make_order(const ClauseModel& model) {
    std::vector<OrderedActivity> activities;
    for (const ActivityVariables& its : model.activities) activities.push_back({its.start, its.present, its.modes});
    return std::make_unique<ScheduleOrder>(std::move(activities), model.engine->trail().variables());
}

}  // namespace

AssumptionSearch::AssumptionSearch(const Problem& problem, std::span<const std::vector<Statement>> groups)
    : variable_of_(groups.size(), -1) {
    for (std::size_t group = 0; group < groups.size(); ++group)
        for (const Statement& statement : groups[group])
            group_of_.emplace_back(statement, static_cast<std::int32_t>(group));
    std::ranges::sort(group_of_);
    ModelOptions options;
    options.objectives = false;
    // A conflict is only as short as the reasons that the model has for it.
    options.settings.spans = true;
    options.settings.energy = problem.size() <= most_with_energy;
    options.guard = [this](ClauseEngine& engine, const Statement& statement) { return literal_of(engine, statement); };
    model_ = build_clause_model(problem, options);
    if (!model_) return;
    impossible_ = model_->contradiction;
    order_ = make_order(*model_);
    active_ = std::make_unique<ActiveBounds>(*order_);
}

std::optional<Bound> AssumptionSearch::literal_of(ClauseEngine& engine, const Statement& statement) {
    const auto place = std::ranges::lower_bound(group_of_, std::pair(statement, -1));
    if (place == group_of_.end() || place->first != statement) return std::nullopt;
    Variable& variable = variable_of_[static_cast<std::size_t>(place->second)];
    if (variable < 0) variable = engine.add_variable(0, 1);
    return at_least(variable, 1);
}

std::vector<std::int32_t> AssumptionSearch::core_of(Bound refuted) {
    std::vector<std::int32_t> core;
    Explanation decisions = model_->engine->decisions_behind(refuted.negated());
    decisions.push_back(refuted);
    for (const Bound decision : decisions) {
        const auto group = std::ranges::find(variable_of_, decision.side / 2);
        if (group != variable_of_.end()) core.push_back(static_cast<std::int32_t>(group - variable_of_.begin()));
    }
    std::ranges::sort(core);
    return core;
}

bool AssumptionSearch::learn_from_conflict() {
    ClauseEngine& engine = *model_->engine;
    if (!engine.resolve_conflict()) return false;
    active_->learn(engine);
    if (++since_restart_ < until_restart_) return true;
    guided_ = true;
    since_restart_ = 0;
    until_restart_ += until_restart_ / 10 + 10;
    engine.backtrack(0);
    engine.reduce_if_large();
    return true;
}

AssumptionSearch::Choice AssumptionSearch::choose(const std::vector<std::int32_t>& assumed) {
    const Trail& trail = model_->engine->trail();
    for (const std::int32_t group : assumed) {
        const Variable variable = variable_of_[static_cast<std::size_t>(group)];
        if (variable < 0) continue;
        const Bound bound = at_least(variable, 1);
        if (trail.is_false(bound)) return {std::nullopt, bound};
        if (!trail.is_true(bound)) return {bound, std::nullopt};
    }
    return {guided_ ? active_->choose(trail) : order_->choose(trail), std::nullopt};
}

AssumptionSearch::Outcome AssumptionSearch::take_schedule() {
    const Trail& trail = model_->engine->trail();
    std::vector<std::int32_t> values;
    for (Variable x = 0; x < trail.variables(); ++x) values.push_back(trail.least(x));
    active_->solution(values);
    Outcome outcome{Status::found, {}, model_->schedule()};
    model_->engine->backtrack(0);
    return outcome;
}

AssumptionSearch::Outcome AssumptionSearch::run(const std::vector<std::int32_t>& assumed, const ExactLimits& limits) {
    ClauseEngine& engine = *model_->engine;
    if (impossible_) return {Status::refuted, {}, {}};
    engine.backtrack(0);
    const std::int64_t first = engine.conflicts();
    while (true) {
        if (!engine.propagate()) {
            impossible_ = !learn_from_conflict();
            if (impossible_) return {Status::refuted, {}, {}};
            const bool stopped = (engine.conflicts() & 63) == 0 && limits.stop && limits.stop();
            if (!stopped && engine.conflicts() - first < limits.conflicts) continue;
            engine.backtrack(0);
            return {};
        }
        const Choice choice = choose(assumed);
        if (choice.refuted) {
            Outcome outcome{Status::refuted, core_of(*choice.refuted), {}};
            engine.backtrack(0);
            return outcome;
        }
        if (!choice.decision) return take_schedule();
        engine.decide(*choice.decision);
    }
}

}  // namespace masar::engine
