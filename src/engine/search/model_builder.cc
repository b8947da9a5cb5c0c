#include "engine/search/model_builder.h"

#include <algorithm>
#include <cstdlib>

namespace masar::engine {
namespace {

/// More than this in tables is no longer a problem for exact search.
constexpr std::size_t most_table_cells = 60'000'000;
constexpr Day longest_horizon = 1'000'000;

}  // namespace

ModelBuilder::ModelBuilder(const Problem& problem, const ModelOptions& options)
    : problem_(problem),
      data_(problem.data()),
      options_(options),
      model_{std::make_unique<ClauseEngine>()},
      engine_(*model_.engine),
      one_(engine_.add_variable(1, 1)),
      horizon_(finite_horizon()) {
    engine_.set_log(options.log);
    engine_.set_learning(options.settings.learning);
    model_.horizon = horizon_;
    named(one_, {MeaningKind::one});
}

Variable ModelBuilder::named(Variable variable, Meaning meaning) {
    const auto at = static_cast<std::size_t>(variable);
    if (model_.meanings.size() <= at) model_.meanings.resize(at + 1);
    model_.meanings[at] = std::move(meaning);
    return variable;
}

void ModelBuilder::speak_for(ConstraintName constraint) {
    origin_ = static_cast<Origin>(model_.origins.size());
    model_.origins.push_back(constraint);
    engine_.set_origin(origin_);
}

/// By when some best schedule ends, if any exists: everything one after the other, after all that is dated.
Day ModelBuilder::finite_horizon() const {
    std::int64_t total = 0;
    for (const problem::Activity& activity : data_.activities) {
        std::int32_t longest = 0;
        for (const problem::Mode& mode : activity.modes) longest = std::max(longest, mode.duration);
        total += longest + 1;
    }
    for (const problem::Link& link : data_.links) total += std::abs(link.lag) + 1;
    std::int64_t dated = 0;
    for (const problem::Activity& activity : data_.activities)
        dated = std::max<std::int64_t>(dated, activity.earliest_start);
    for (const problem::Fixed& fixed : data_.fixed_activities) dated = std::max<std::int64_t>(dated, fixed.end);
    for (const problem::Pool& pool : data_.pools) dated = std::max<std::int64_t>(dated, pool.steps.back().from);
    for (const auto& set : data_.forbidden_sets)
        if (!set.empty()) dated = std::max<std::int64_t>(dated, set.back().to);
    for (const problem::Partition& partition : data_.partitions)
        dated = std::max(dated, static_cast<std::int64_t>(partition.period_of_day.size()));
    for (const problem::OutcomeGoal& goal : data_.goals)
        for (const auto& term : goal.terms)
            if (!term.steps.empty()) dated = std::max<std::int64_t>(dated, term.steps.back().from);
    for (const Day before : data_.baseline) dated = std::max<std::int64_t>(dated, before);
    // A proof must not rest on this argument.
    const bool proof = options_.log != nullptr && data_.horizon <= longest_horizon;
    const bool calendars = std::ranges::any_of(data_.work_times, [](const auto& each) { return !each.every_day(); });
    const std::int64_t enough = calendars || proof ? problem::never : dated + total;
    return static_cast<Day>(std::min<std::int64_t>({data_.horizon, options_.latest_end, enough}));
}

Bound ModelBuilder::guard(const Statement& statement) {
    if (!options_.guard) return always();
    const auto literal = options_.guard(engine_, statement);
    return literal ? *literal : always();
}

void ModelBuilder::clause(std::vector<Bound> literals) {
    if (!engine_.add_clause(std::move(literals))) model_.contradiction = true;
}

void ModelBuilder::table(Variable from, Variable to, const Function& f, std::vector<Bound> conditions) {
    std::erase_if(conditions, [&](Bound each) { return surely(each); });
    if (std::ranges::any_of(conditions, [&](Bound each) { return engine_.trail().is_false(each); })) return;
    const std::int32_t least = engine_.trail().least(from), greatest = engine_.trail().greatest(from);
    const std::int32_t lowest = engine_.trail().least(to), too_much = engine_.trail().greatest(to) + 1;
    MonotoneTable made{from, to, least, {}, std::move(conditions), origin_};
    made.table.reserve(static_cast<std::size_t>(greatest - least + 1));
    for (std::int32_t value = least; value <= greatest; ++value)
        made.table.push_back(std::clamp(f(value), lowest, too_much));
    if (made.table.back() == lowest) return;  // asks for nothing
    table_cells_ += made.table.size();
    if (table_cells_ > most_table_cells)
        unsupported_ = true;
    else
        tables_.push_back(std::move(made));
}

void ModelBuilder::difference(const Difference& difference, std::vector<Bound> conditions) {
    if (std::ranges::all_of(conditions, [&](Bound each) { return surely(each); })) {
        differences_.push_back(difference);
        differences_.back().origin = origin_;
        return;
    }
    const std::int32_t distance = difference.distance;
    table(
        difference.from, difference.to, [distance](std::int32_t x) { return x + distance; }, std::move(conditions));
}

ModelBuilder::Event ModelBuilder::event(std::int32_t activity, problem::Anchor anchor) const {
    const ActivityVariables& its = variables(activity);
    if (anchor == problem::Anchor::start) return {its.start, nullptr, 0};
    if (its.end >= 0) return {its.end, nullptr, 0};
    const auto mode = static_cast<std::size_t>(its.only_mode);
    return {its.start, &problem_.calendar_of(activity), problem_.activity(activity).modes[mode].duration};
}

Bound ModelBuilder::mode_literal(std::int32_t activity, std::int32_t mode) const {
    const ActivityVariables& its = variables(activity);
    if (!its.modes.empty()) return its.modes[static_cast<std::size_t>(mode)];
    return mode == its.only_mode ? always() : always().negated();
}

bool ModelBuilder::possible_mode(std::int32_t activity, std::int32_t mode) const {
    return !engine_.trail().is_false(mode_literal(activity, mode));
}

bool ModelBuilder::standing(std::int32_t activity) {
    if (problem_.activity(activity).fixed < 0) return false;
    return !problem::could_be_planned(problem_, activity) || surely(guard({StatementKind::fixed, activity}));
}

std::optional<ClauseModel> ModelBuilder::build() {
    if (horizon_ > longest_horizon) return std::nullopt;
    const auto each = [this](std::size_t count, ConstraintKind kind, void (ModelBuilder::*add)(std::int32_t)) {
        for (std::size_t i = 0; i < count && !unsupported_; ++i) {
            speak_for({kind, static_cast<std::int32_t>(i)});
            (this->*add)(static_cast<std::int32_t>(i));
        }
    };
    model_.activities.resize(data_.activities.size());
    lateness_.assign(data_.gates.size(), -1);
    each(data_.activities.size(), ConstraintKind::activity, &ModelBuilder::add_activity);
    each(data_.links.size(), ConstraintKind::link, &ModelBuilder::add_link);
    each(data_.pools.size(), ConstraintKind::pool, &ModelBuilder::add_pool);
    each(data_.budgets.size(), ConstraintKind::budget, &ModelBuilder::add_budget);
    each(data_.reservoirs.size(), ConstraintKind::reservoir, &ModelBuilder::add_reservoir);
    each(data_.groups.size(), ConstraintKind::group, &ModelBuilder::add_group);
    each(data_.gates.size(), ConstraintKind::gate, &ModelBuilder::add_gate);
    each(data_.goals.size(), ConstraintKind::goal, &ModelBuilder::add_outcome_goal);
    if (options_.objectives) each(data_.objectives.size(), ConstraintKind::objective, &ModelBuilder::add_objective);
    if (!unsupported_) add_trade_off();
    if (!unsupported_) add_disjunctive();
    if (unsupported_) return std::nullopt;
    if (!differences_.empty()) engine_.add(std::make_unique<Differences>(engine_.trail().variables(), differences_));
    if (!tables_.empty()) engine_.add(std::make_unique<MonotoneTables>(std::move(tables_)));
    return std::move(model_);
}

}  // namespace masar::engine
