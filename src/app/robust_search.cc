#include "app/robust_search.h"

#include "app/improvement_of.h"
#include "forecast/outlook.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace masar::app {
namespace {

using forecast::Tally;
using problem::Day;
using problem::Schedule;

constexpr int most_turns = 6;
constexpr int most_rounds = 3;  ///< of margins, within a turn
constexpr int promise_turns = 10;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

/// The exclusive end of what a gate requires, as planned; nothing where part of it is left out.
std::optional<Day> planned_end(const RiskBook& book, std::size_t gate) {
    Day end = 0;
    if (std::ranges::find(book.unreachable_gates, static_cast<std::int32_t>(gate)) != book.unreachable_gates.end())
        return std::nullopt;
    for (const auto activity : book.problem.data().gates[gate].requires_done)
        end = std::max(end, problem::end_of(book.problem, book.planned, activity));
    return end;
}

/// Every criterion's value on its day is counted as a distribution: as if it were a target.
void watch_criteria(RiskBook& book) {
    for (const forecast::GateCriterion& each : book.model.criteria)
        book.model.indicators[at(each.indicator)].targets.push_back(each.wanted);
}

/// The values of a criterion that watch_criteria asked for.
const forecast::ValueCounts& values_of(const RiskBook& book, const Tally& tally, std::size_t criterion) {
    const std::int32_t indicator = book.model.criteria[criterion].indicator;
    std::size_t earlier = 0;
    for (std::size_t c = 0; c < criterion; ++c) earlier += book.model.criteria[c].indicator == indicator ? 1 : 0;
    std::size_t own = 0;  // targets before the watched ones
    for (std::size_t c = 0; c < book.model.criteria.size(); ++c)
        own += book.model.criteria[c].indicator == indicator ? 1 : 0;
    const std::size_t first = book.model.indicators[at(indicator)].targets.size() - own;
    return tally.indicators[at(indicator)][first + earlier];
}

/// The same plan with other due dates, criteria asked on them.
std::optional<RiskBook> with_due_days(const RiskBook& book, const std::vector<Day>& due_ends) {
    problem::ProblemData data = book.problem.data();
    for (std::size_t g = 0; g < due_ends.size(); ++g) data.gates[g].due_end = due_ends[g];
    auto problem = problem::Problem::make(std::move(data));
    if (!problem) return std::nullopt;
    RiskBook later{static_cast<const RiskOrigins&>(book), *std::move(problem), book.planned, book.model};
    for (forecast::GateCriterion& each : later.model.criteria) each.wanted.day = due_ends[at(each.gate)] - 1;
    return later;
}

}  // namespace

bool RobustSearch::asked_about(plan::GateIndex gate) const {
    return std::ranges::find(asked_.asked.gates, gate) != asked_.asked.gates.end();
}

bool RobustSearch::stopped() const {
    const auto* stop = asked_.options.schedule.run.stop;
    return stop != nullptr && stop->stopped();
}

double RobustSearch::aim() const {
    const double wanted = *asked_.options.confidence, samples = static_cast<double>(asked_.options.samples);
    return std::min(wanted + 2 * std::sqrt(wanted * (1 - wanted) / samples), 1 - 0.5 / samples);
}

base::Result<Tally> RobustSearch::simulated(const RiskBook& book, std::uint64_t seed) const {
    forecast::SimulationOptions options;
    options.samples = asked_.options.samples;
    options.seed = seed;
    options.measures = {false, false, true, true, false};
    const engine::Run& run = asked_.options.schedule.run;
    return forecast::simulate({book.problem, book.planned, book.model}, options,
                              {run.limits.threads, run.stop, run.progress});
}

base::Result<RobustSearch::Trial> RobustSearch::tried(const FoundOutcome& found, const Margins& margins) const {
    auto chosen = chosen_plan(asked_.loaded.plan, asked_.how, asked_.question, *found.schedule);
    if (!chosen)
        return base::failure(base::Error::Kind::limit, {"the plan with its options chosen cannot be compiled",
                                                        "تعذر بناء الخطة بعد اختيار خياراتها"});
    LoadedPlan loaded{asked_.loaded.plan, {}, std::move(chosen->compiled)};
    RiskBookResult made = make_risk_book(loaded, chosen->schedule);
    if (!made.book)
        return base::failure(base::Error::Kind::usage, made.diagnostics.front().message, made.diagnostics.front().hint);
    watch_criteria(*made.book);
    auto tally = simulated(*made.book, seed());
    if (!tally) return tl::unexpected(tally.error());
    Trial trial{
        *found.schedule, *std::move(made.book), loaded.compiled->gates, {}, *std::move(tally), {}, found.cost, 0};
    trial.dates = dates_of(asked_.loaded.plan, asked_.how, asked_.question, *found.schedule);
    trial.joint = joint_chance(trial, trial.tally);
    for (const Day each : margins.earlier) trial.buffer += each;
    return trial;
}

plan::Sampled RobustSearch::joint_chance(const Trial& trial, const Tally& tally) const {
    std::uint64_t wanted = 0;
    for (std::size_t g = 0; g < trial.gates.size() && g < 64; ++g) {
        if (!asked_about(trial.gates[g])) continue;
        if (!planned_end(trial.book, g)) return {};
        wanted |= std::uint64_t{1} << g;
    }
    std::int64_t passed = 0;
    for (const auto& [gates, samples] : tally.gate_passes) passed += (gates & wanted) == wanted ? samples : 0;
    const auto chance = forecast::share(passed, tally.samples());
    return {chance.value, chance.error};
}

/// By how many days each gate's work is late at the quantile.
std::vector<Day> RobustSearch::delays_at(double quantile, const Trial& trial) const {
    const auto& open = asked_.question.open;
    std::vector<Day> delays(open.gates.size(), 0);
    for (std::size_t g = 0; g < trial.gates.size(); ++g) {
        const auto planned = planned_end(trial.book, g);
        if (!planned || !asked_about(trial.gates[g])) continue;
        const Day late = forecast::percentile(trial.tally.gates[g], quantile).day;
        const auto same = std::ranges::find(open.gates, trial.gates[g]);
        if (same != open.gates.end() && late < problem::never)
            delays[static_cast<std::size_t>(same - open.gates.begin())] = std::max(0, late - *planned);
    }
    return delays;
}

/// By how much each criterion's value falls short of the planned one at the quantile, in billionths.
std::vector<std::int64_t> RobustSearch::losses_at(double quantile, const Trial& trial) const {
    std::vector<std::int64_t> losses(asked_.question.goals.size(), 0);
    for (std::size_t c = 0; c < trial.book.model.criteria.size(); ++c) {
        const plan::GateIndex gate = trial.gates[at(trial.book.model.criteria[c].gate)];
        const auto criterion = static_cast<std::size_t>(trial.book.criteria[c]);
        const auto goal = std::ranges::find_if(asked_.question.goals, [&](const forecast::CriterionGoal& each) {
            return each.gate == gate && each.criterion == criterion;
        });
        const auto& outcome = trial.dates.gates[gate.at()].criteria[criterion];
        if (goal == asked_.question.goals.end() || !outcome.value) continue;
        const bool least = outcome.comparison == plan::Comparison::at_least;
        const double worst =
            forecast::percentile(values_of(trial.book, trial.tally, c), least ? 1 - quantile : quantile);
        const double lost = least ? *outcome.value - worst : worst - *outcome.value;
        losses[static_cast<std::size_t>(goal - asked_.question.goals.begin())] =
            std::max<std::int64_t>(0, std::llround(lost * base::Decimal::one));
    }
    return losses;
}

/// Dates first: a criterion that fails because the work is late tells nothing about the margin that it needs once the work is not.
base::Result<RobustSearch::Turn> RobustSearch::turn_at(double quantile, const Trial& bare, Trial& best) {
    Margins margins{delays_at(quantile, bare), std::vector<std::int64_t>(asked_.question.goals.size(), 0)};
    for (int round = 0; round < most_rounds && !stopped(); ++round) {
        const FoundOutcome found = search_.find(margins);
        if (!found.schedule) return Turn::too_much;
        auto trial = tried(found, margins);
        if (!trial) return tl::unexpected(trial.error());
        const bool enough = trial->joint.value >= aim();
        const std::vector<std::int64_t> losses = losses_at(quantile, *trial);
        if (preferred(*trial, best)) best = *std::move(trial);
        if (enough) return Turn::enough;
        bool more = false;
        for (std::size_t i = 0; i < losses.size(); ++i) {
            more = more || losses[i] > margins.more[i];
            margins.more[i] = std::max(margins.more[i], losses[i]);
        }
        if (!more) break;
    }
    return Turn::too_little;
}

bool RobustSearch::preferred(const Trial& trial, const Trial& best) const {
    const bool is_enough = trial.joint.value >= aim(), was_enough = best.joint.value >= aim();
    if (is_enough != was_enough) return is_enough;
    if (!is_enough) return trial.joint.value > best.joint.value;
    return std::pair(trial.cost, trial.buffer) < std::pair(best.cost, best.buffer);
}

base::Result<RobustSearch::Trial> RobustSearch::search(const Trial& bare) {
    Trial best = bare;
    double low = 0, high = 1, quantile = *asked_.options.confidence;
    if (bare.joint.value >= aim()) return best;
    for (int turn = 0; turn < most_turns && !stopped(); ++turn) {
        const auto outcome = turn_at(quantile, bare, best);
        if (!outcome) return tl::unexpected(outcome.error());
        (*outcome == Turn::too_little ? low : high) = quantile;
        quantile = (low + high) / 2;
    }
    return best;
}

base::Result<RobustAnswer> RobustSearch::find(const Schedule& bare) {
    auto without = tried({bare, {}, 0}, {});
    if (!without) return tl::unexpected(without.error());
    without->cost = planned_cost(asked_.question, bare);
    auto best = search(*without);
    if (!best) return tl::unexpected(best.error());
    RobustAnswer answer{best->schedule, {}};
    plan::RobustDates& told = answer.told;
    told.wanted = *asked_.options.confidence;
    told.samples = asked_.options.samples;
    told.seed = seed();
    told.check_seed = seed() + 1;
    for (auto [trial, chance] : {std::pair{&*without, &told.without}, std::pair{&*best, &told.with}}) {
        auto fresh = simulated(trial->book, told.check_seed);
        if (!fresh) return tl::unexpected(fresh.error());
        *chance = joint_chance(*trial, *fresh);
        trial->tally = *std::move(fresh);
    }
    told.reached = told.with.value >= told.wanted;
    tell_cost(*without, *best, told);
    tell_gates(*without, *best, told);
    tell_criteria(*best, told);
    if (!told.reached && !stopped()) promise(*best, told);
    return answer;
}

void RobustSearch::tell_cost(const Trial& bare, const Trial& best, plan::RobustDates& told) const {
    told.added_minor = planned_cost(asked_.question, best.schedule) - planned_cost(asked_.question, bare.schedule);
    if (!best.tally.totals.empty() && !bare.tally.totals.empty()) {
        told.expected_minor = std::llround(forecast::mean(best.tally.totals.front()))
                              - std::llround(forecast::mean(bare.tally.totals.front()));
        told.expected_currency = best.book.total_currencies.front();
    }
    if (best.dates.end && bare.dates.end) told.end_days = static_cast<int>((*best.dates.end - *bare.dates.end).count());
    for (std::size_t i = 0; i < best.dates.activities.size(); ++i) {
        const auto& now = best.dates.activities[i];
        const auto& then = bare.dates.activities[i];
        if (!now.chosen || !then.chosen || now.start == then.start) continue;
        ++told.moved;
        told.moved_days += std::abs((now.start - then.start).count());
    }
}

void RobustSearch::tell_gates(const Trial& bare, const Trial& best, plan::RobustDates& told) const {
    const auto odds = forecast::gate_odds(best.tally);
    const auto days = [](const plan::GateOutcome& gate) {
        return gate.date ? static_cast<int>((gate.due - *gate.date).count()) : 0;
    };
    for (std::size_t g = 0; g < best.gates.size(); ++g) {
        const plan::GateIndex gate = best.gates[g];
        if (!asked_about(gate)) continue;
        const plan::GateOutcome& now = best.dates.gates[gate.at()];
        plan::GateBuffer row{gate, now.due, now.date, days(now), days(bare.dates.gates[gate.at()]), {}, {}};
        if (planned_end(best.book, g)) row.pass = {odds[g].pass.value, odds[g].pass.error};
        told.gates.push_back(row);
    }
}

void RobustSearch::tell_criteria(const Trial& best, plan::RobustDates& told) const {
    for (const plan::GateIndex gate : asked_.asked.gates)
        for (const plan::CriterionOutcome& each : best.dates.gates[gate.at()].criteria) {
            if (!each.value) continue;
            const double wanted = each.wanted.to_double();
            const bool least = each.comparison == plan::Comparison::at_least;
            told.criteria.push_back(
                {gate, each.indicator, each.wanted, *each.value, least ? *each.value - wanted : wanted - *each.value});
        }
}

/// Later due dates, every gate's at one and the same quantile of its own date, the lowest with which the confidence holds.
void RobustSearch::promise(const Trial& best, plan::RobustDates& told) const {
    const auto due_at = [&](double quantile) {
        std::vector<Day> due;
        for (std::size_t g = 0; g < best.gates.size(); ++g) {
            const Day stated = best.book.problem.data().gates[g].due_end;
            const Day late = forecast::percentile(best.tally.gates[g], quantile).day;
            due.push_back(asked_about(best.gates[g]) && late < problem::never ? std::max(stated, late) : stated);
        }
        return due;
    };
    std::vector<Day> found;
    double low = 0, high = 1;
    for (int turn = 0; turn < promise_turns && !stopped(); ++turn) {
        // The very latest first: where that does not do, nothing does.
        const double quantile = turn == 0 ? 1 - 1.0 / static_cast<double>(told.samples) : (low + high) / 2;
        const auto due = due_at(quantile);
        const auto later = with_due_days(best.book, due);
        const auto tally = later ? simulated(*later, told.check_seed) : tl::unexpected(base::Error{});
        const bool holds = tally && joint_chance(best, *tally).value >= told.wanted;
        if (turn == 0 && !holds) return;
        if (holds) found = due;
        (holds ? high : low) = quantile;
    }
    told.promised = !found.empty();
    for (plan::GateBuffer& each : told.gates)
        for (std::size_t g = 0; g < found.size(); ++g)
            if (best.gates[g] == each.gate) each.promise = asked_.question.open.days.date(std::max(0, found[g] - 1));
}

}  // namespace masar::app
