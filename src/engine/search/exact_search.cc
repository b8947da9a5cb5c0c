#include "engine/search/exact_search.h"

#include "engine/branching/failure_directed.h"
#include "engine/branching/schedule_order.h"
#include "engine/branching/stay_order.h"
#include "problem/checker.h"

#include <algorithm>
#include <cassert>

namespace masar::engine {
namespace {

constexpr std::uint32_t steps_between_questions = 256;  ///< decisions and conflicts
constexpr std::int64_t conflicts_per_neighbourhood = 400, nearby_turn = 800, everywhere_turn = 2'000;

/// Modes in the order in which an early finish is most likely to be found.
std::vector<Bound> shortest_first(const problem::Activity& activity, const std::vector<Bound>& modes) {
    std::vector<std::size_t> order(modes.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    std::ranges::stable_sort(order, {}, [&](std::size_t k) { return activity.modes[k].duration; });
    std::vector<Bound> sorted;
    for (const std::size_t k : order) sorted.push_back(modes[k]);
    return sorted;
}

Bound below(Variable variable, std::int64_t value) {
    return at_most(variable, static_cast<std::int32_t>(std::min<std::int64_t>(value, problem::never)));
}

std::unique_ptr<Branching> make_order(const Problem& problem, const ClauseModel& model) {
    std::vector<OrderedActivity> activities;
    for (std::int32_t i = 0; i < problem.size(); ++i) {
        const ActivityVariables& its = model.activities[static_cast<std::size_t>(i)];
        activities.push_back({its.start, its.present, shortest_first(problem.activity(i), its.modes)});
    }
    auto order = std::make_unique<ScheduleOrder>(std::move(activities), model.engine->trail().variables());
    if (problem.data().baseline.empty()) return order;
    std::vector<Stay> stays;
    for (std::int32_t i = 0; i < problem.size(); ++i) {
        const ActivityVariables& its = model.activities[static_cast<std::size_t>(i)];
        stays.push_back({its.start, its.present, problem.data().baseline[static_cast<std::size_t>(i)]});
    }
    return std::make_unique<StayOrder>(std::move(stays), std::move(order));
}

std::unique_ptr<Branching> make_failing(const ClauseModel& model, Branching& otherwise) {
    std::vector<Variable> variables;
    for (const ActivityVariables& its : model.activities) {
        variables.push_back(its.present.side / 2);
        variables.push_back(its.start);
        for (const Bound mode : its.modes) variables.push_back(mode.side / 2);
    }
    return std::make_unique<FailureDirected>(std::move(variables), model.engine->trail(), otherwise);
}

/// When the makespan comes first, nothing that ends later than the incumbent is of interest.
Day latest_end(const Problem& problem, const std::optional<Schedule>& incumbent) {
    if (!incumbent || problem.data().objectives.front() != problem::Objective::makespan) return problem::never;
    return problem::makespan(problem, *incumbent);
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

}  // namespace

ExactSearch::ExactSearch(const Problem& problem, ExactStart start)
    : problem_(problem), strategy_(start.strategy), neighbourhoods_(problem) {
    ModelOptions options{.latest_end = latest_end(problem, start.incumbent), .log = start.log};
    options.settings = start.settings;
    model_ = build_clause_model(problem, options);
    if (start.incumbent) {
        best_ = std::move(start.incumbent);
        objective_ = problem::objective_values(problem_, *best_);
    }
    if (!model_) {
        closed_ = ExactStatus::unsupported;
        return;
    }
    lower_ceilings(start);
    if (model_->contradiction) model_->engine->tell_clause({});
    if (model_->contradiction) closed_ = best_ ? ExactStatus::optimal : ExactStatus::infeasible;
    order_ = make_order(problem, *model_);
    active_ = std::make_unique<ActiveBounds>(*order_);
    if (strategy_ == ExactStrategy::fail_first) failing_ = make_failing(*model_, *order_);
    takes_turns_ = start.log == nullptr;
    if (best_) active_->solution(model_->values(problem_, *best_));
}

void ExactSearch::lower_ceilings(const ExactStart& start) {
    for (std::size_t i = 0; i < start.ceilings.size(); ++i) {
        const ObjectiveVariable& goal = model_->objectives[i];
        if (!start.ceilings[i]) continue;
        const std::int64_t steps = floor_divide(*start.ceilings[i] - goal.offset, goal.scale);
        const bool holds = steps >= 0 && model_->engine->add_clause({below(goal.variable, steps)});
        model_->contradiction = model_->contradiction || !holds;
    }
}

Bound ExactSearch::improvement() const {
    const ObjectiveVariable& goal = model_->objectives[at_];
    return at_most(goal.variable,
                   static_cast<std::int32_t>(floor_divide(objective_[at_] - 1 - goal.offset, goal.scale)));
}

std::vector<std::optional<std::int64_t>> ExactSearch::bounds() const {
    std::vector<std::optional<std::int64_t>> bounds(problem_.data().objectives.size());
    if (!model_ || closed_ == ExactStatus::infeasible) return bounds;
    for (std::size_t i = 0; i < bounds.size() && i <= at_; ++i) {
        const ObjectiveVariable& goal = model_->objectives[i];
        const Trail& trail = model_->engine->trail();
        // Bounds of level 0 are proven; the engine stands there between runs.
        bounds[i] = i < at_ || closed_ == ExactStatus::optimal ? objective_[i]
                                                               : goal.scale * trail.least(goal.variable) + goal.offset;
        if (best_) bounds[i] = std::min(*bounds[i], objective_[i]);
    }
    return bounds;
}

void ExactSearch::keep(const Schedule& schedule) {
    assert(problem::check(problem_, schedule).empty());
    best_ = schedule;
    objective_ = problem::objective_values(problem_, schedule);
}

void ExactSearch::restart() {
    ++restarts_;
    since_restart_ = 0;
    until_restart_ += until_restart_ / 10 + 10;
    model_->engine->backtrack(0);
    model_->engine->reduce_if_large();
}

bool ExactSearch::learn_from_conflict() {
    if (!model_->engine->resolve_conflict()) return false;
    active_->learn(*model_->engine);
    if (failing_) failing_->learn(*model_->engine);
    if (++since_restart_ >= until_restart_) restart();
    return true;
}

std::optional<Bound> ExactSearch::next_decision(std::span<const Bound> assumed) const {
    const Trail& trail = model_->engine->trail();
    for (const Bound each : assumed)
        if (!trail.is_true(each)) return each;
    const bool guided = restarts_ > 0 || best_;
    if (!guided) return order_->choose(trail);
    return failing_ ? failing_->choose(trail) : active_->choose(trail);
}

ExactSearch::Step ExactSearch::search(std::span<const Bound> assumed, const ExactLimits& limits) {
    ClauseEngine& engine = *model_->engine;
    for (std::uint32_t steps = 1;; ++steps) {
        if (steps % steps_between_questions == 0 && limits.stop && limits.stop()) return Step::limit;
        if (!engine.propagate()) {
            if (!learn_from_conflict()) return Step::impossible;
            if (engine.conflicts() >= limits.conflicts) return Step::limit;
            continue;
        }
        const std::optional<Bound> choice = next_decision(assumed);
        if (!choice) return Step::found;
        if (engine.trail().is_false(*choice)) return Step::refuted;
        engine.decide(*choice);
    }
}

/// Turns go by conflicts: many for what has just helped, few for what has not.
bool ExactSearch::nearby_is_next() {
    if (!takes_turns_ || !best_) return false;
    if (conflicts() < turn_until_) return nearby_;
    nearby_ = !nearby_;
    turn_until_ = conflicts() + (nearby_ ? nearby_turn : everywhere_turn);
    return nearby_;
}

/// `found` or `impossible` mean what they say; `refuted` and `limit` that this neighbourhood is done with.
ExactSearch::Step ExactSearch::look_nearby(const std::optional<Bound>& better, const ExactLimits& limits) {
    if (!model_->engine->propagate() && !learn_from_conflict()) return Step::impossible;
    model_->engine->backtrack(0);
    std::vector<Bound> held = neighbourhoods_.next(*model_, *best_);
    if (better) held.insert(held.begin(), *better);
    ExactLimits few = limits;
    few.conflicts = std::min(limits.conflicts, conflicts() + conflicts_per_neighbourhood);
    const Step step = search(held, few);
    // Refuted at once it costs no conflict, but it is not for nothing.
    --turn_until_;
    if (step == Step::found) turn_until_ += nearby_turn;
    if (step == Step::refuted) neighbourhoods_.widen();
    if (step == Step::limit) neighbourhoods_.narrow();
    return step;
}

ExactStatus ExactSearch::descend(const ExactLimits& limits) {
    ClauseEngine& engine = *model_->engine;
    const bool last = at_ + 1 == model_->objectives.size();
    while (true) {
        std::optional<Bound> better;
        if (best_) better = improvement();
        // The last objective's bound need not be taken back, so it may as well hold for good: shorter clauses.
        if (better && last && !engine.add_clause({*better})) {
            engine.tell_clause({});
            return ExactStatus::optimal;
        }
        if (last) better.reset();
        ExactLimits turn = limits;
        const bool nearby = nearby_is_next();
        if (takes_turns_ && best_) turn.conflicts = std::min(limits.conflicts, turn_until_);
        const Step step = nearby ? look_nearby(better, limits)
                                 : search(better ? std::span(&*better, 1) : std::span<const Bound>(), turn);
        if (step == Step::found) keep_found();
        engine.backtrack(0);
        if (step == Step::limit || (nearby && step == Step::refuted)) {
            if (conflicts() >= limits.conflicts || (limits.stop && limits.stop())) return ExactStatus::limit;
            continue;
        }
        if (step != Step::found && better) engine.tell_clause(Explanation{better->negated()});
        if (step != Step::found) return best_ ? ExactStatus::optimal : ExactStatus::infeasible;
    }
}

void ExactSearch::keep_found() {
    const Trail& trail = model_->engine->trail();
    std::vector<std::int32_t> values;
    for (Variable x = 0; x < trail.variables(); ++x) values.push_back(trail.least(x));
    active_->solution(values);
    keep(model_->schedule());
}

/// Each value refuted becomes a bound; the first that is possible is the optimum of its objective.
ExactStatus ExactSearch::ascend(const ExactLimits& limits) {
    ClauseEngine& engine = *model_->engine;
    const ObjectiveVariable& goal = model_->objectives[at_];
    while (true) {
        const std::int64_t least = goal.scale * engine.trail().least(goal.variable) + goal.offset;
        if (best_ && least >= objective_[at_]) return ExactStatus::optimal;
        const Bound guess = at_most(goal.variable, engine.trail().least(goal.variable));
        const Step step = search({&guess, 1}, limits);
        if (step == Step::found) keep_found();
        engine.backtrack(0);
        if (step == Step::found) return ExactStatus::optimal;
        if (step == Step::limit) return ExactStatus::limit;
        if (step == Step::impossible) return best_ ? ExactStatus::optimal : ExactStatus::infeasible;
    }
}

/// A few hundred conflicts near the best, then elsewhere; what is learnt stays, because assumptions are decisions.
ExactStatus ExactSearch::explore(const ExactLimits& limits) {
    constexpr std::int64_t conflicts_near = 200, looks_per_conflict = 2;
    const std::int64_t left = std::clamp<std::int64_t>(limits.conflicts - conflicts(), 0, INT64_MAX / 4);
    const std::int64_t looks = looks_per_conflict * left + 1;
    for (std::int64_t look = 0; look < looks; ++look) {
        if (!best_) return descend(limits);
        const Bound better = improvement();
        if (model_->engine->trail().is_false(better)) return ExactStatus::optimal;
        std::vector<Bound> near = neighbourhoods_.next(*model_, *best_);
        near.insert(near.begin(), better);
        const Step step = search(near, {std::min(limits.conflicts, conflicts() + conflicts_near), limits.stop});
        if (step == Step::found) keep_found();
        model_->engine->backtrack(0);
        if (step == Step::impossible) return best_ ? ExactStatus::optimal : ExactStatus::infeasible;
        if (step == Step::refuted) neighbourhoods_.widen();
        if (step == Step::limit) neighbourhoods_.narrow();
        if (conflicts() >= limits.conflicts || (limits.stop && limits.stop())) break;
    }
    return ExactStatus::limit;
}

/// The objective at hand.
ExactStatus ExactSearch::settle(const ExactLimits& limits) {
    switch (strategy_) {
        case ExactStrategy::descend:
        case ExactStrategy::fail_first: return descend(limits);
        case ExactStrategy::ascend: return ascend(limits);
        case ExactStrategy::explore: return explore(limits);
    }
    return descend(limits);
}

void ExactSearch::offer(const Schedule& schedule) {
    if (closed_ || !model_) return;
    std::vector<std::int64_t> objective = problem::objective_values(problem_, schedule);
    if (best_ && objective >= objective_) return;
    best_ = schedule;
    objective_ = std::move(objective);
    active_->solution(model_->values(problem_, schedule));
}

void ExactSearch::offer(const std::vector<std::optional<std::int64_t>>& bounds) {
    if (closed_ || !model_ || !bounds[at_] || !best_) return;
    const ObjectiveVariable& goal = model_->objectives[at_];
    const std::int64_t value = std::min(*bounds[at_], objective_[at_]);
    const std::int64_t steps = -floor_divide(-(value - goal.offset), goal.scale);
    if (steps <= model_->engine->trail().least(goal.variable)) return;
    // Only what has been asked to be better than the best can contradict a bound.
    if (!model_->engine->add_clause({at_least(goal.variable, static_cast<std::int32_t>(steps))}))
        closed_ = ExactStatus::optimal;
}

ExactStatus ExactSearch::run(const ExactLimits& limits) {
    ExactLimits until = limits;
    until.conflicts = limits.conflicts > INT64_MAX - conflicts() ? INT64_MAX : conflicts() + limits.conflicts;
    while (!closed_) {
        const ExactStatus status = settle(until);
        if (status == ExactStatus::limit) return status;
        const ObjectiveVariable& settled = model_->objectives[at_];
        model_->engine->tell_clause(
            Explanation{at_least(settled.variable, model_->engine->trail().least(settled.variable))});
        if (status == ExactStatus::infeasible || at_ + 1 == model_->objectives.size()) {
            closed_ = status;
            break;
        }
        const ObjectiveVariable& goal = model_->objectives[at_];
        const std::int64_t steps = floor_divide(objective_[at_] - goal.offset, goal.scale);
        if (!model_->engine->add_clause({at_most(goal.variable, static_cast<std::int32_t>(steps))}))
            closed_ = ExactStatus::optimal;
        ++at_;
    }
    return *closed_;
}

}  // namespace masar::engine
