#include "app/help_ladder.h"

#include "app/option_place.h"
#include "app/outcome_question.h"
#include "app/risk_book.h"
#include "forecast/gate_criteria.h"
#include "plan/exchange_rates.h"
#include "problem/checker.h"

#include <algorithm>
#include <cmath>

namespace masar::app {
namespace {

using problem::Day;
using problem::Schedule;

constexpr std::size_t largest_plan = 4'000;  ///< activities; above, a page would wait too long
constexpr double least_gain = 0.005;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

/// How near a schedule is to passing all gates, on expected values.
struct Outlook {
    int passing = 0;
    double shortfall = 0;  ///< of all failing criteria, each as a part of what is wanted
    [[nodiscard]] bool better_than(const Outlook& other) const {
        if (passing != other.passing) return passing > other.passing;
        return shortfall < other.shortfall - 1e-9;
    }
};

class Ladder {
public:
    Ladder(const LoadedPlan& loaded, const plan::Timetable& dates, const LoadOptions& how,
           const forecast::SimulationRun& run, const LadderLimits& limits)
        : dates_(dates), run_(run), limits_(limits), open_{loaded.plan, {}, std::nullopt} {
        open_.compiled = compile::compile_plan(open_.plan, {how.estimate, how.islamic_shift_days, {}, true}).compiled;
    }

    std::vector<plan::HelpStep> climb() {
        if (!open_.compiled || open_.plan.activities.size() > largest_plan || open_.plan.gates.empty()) return {};
        now_ = schedule_of(*open_.compiled, dates_);
        breaches_ = breaches(now_);
        find_options();
        chance_ = limits_.now ? *limits_.now : chance(now_, limits_.told_samples);
        if (chance_.value >= limits_.enough) return {};
        close_the_gap();
        while (steps_.size() < limits_.steps && chance_.value < limits_.enough && add_surest()) {
        }
        return std::move(steps_);
    }

private:
    void find_options() {
        for (std::size_t i = 0; i < open_.plan.activities.size() && options_.size() < limits_.options; ++i) {
            const plan::Activity& activity = open_.plan.activities[i];
            const bool left_out = activity.optional && !dates_.activities[i].chosen;
            if (left_out && open_.compiled->positions[i] >= 0) options_.push_back(open_.compiled->positions[i]);
        }
    }

    [[nodiscard]] const problem::Problem& problem() const { return open_.compiled->problem; }
    [[nodiscard]] plan::ActivityIndex index_of(std::int32_t option) const {
        return open_.compiled->activities[at(option)];
    }

    /// Earliest dates leave people and money out, and so does what is added to them; others that may move make room for both.
    [[nodiscard]] std::size_t breaches(const Schedule& schedule) const {
        using enum problem::BreachKind;
        auto found = problem::check(problem(), schedule);
        if (dates_.status == plan::AnswerStatus::earliest || limits_.others_may_move)
            std::erase_if(found, [](const auto& each) {
                return each.kind == pool || each.kind == budget || each.kind == reservoir;
            });
        return found.size();
    }

    [[nodiscard]] std::optional<Schedule> with(const Schedule& schedule, std::int32_t option) const {
        const Day wanted = wanted_by(open_.plan, *open_.compiled, dates_.gates, option);
        return placed_late(problem(), schedule, {option, wanted},
                           [&](const Schedule& tried) { return breaches(tried) <= breaches_; });
    }

    /// Only what indicators follow: who takes part, and when it is finished.
    [[nodiscard]] plan::Timetable dates_of(const Schedule& schedule) const {
        plan::Timetable dates;
        dates.end = dates_.end;
        dates.gates = dates_.gates;
        dates.activities.assign(open_.plan.activities.size(), plan::ActivityDates{.chosen = false});
        for (std::int32_t i = 0; i < problem().size(); ++i) {
            if (!index_of(i).known() || !schedule.chosen(i)) continue;
            plan::ActivityDates& row = dates.activities[index_of(i).at()];
            const Day start = schedule.start[at(i)];
            row = {.chosen = true,
                   .start = open_.compiled->days.date(start),
                   .finish = open_.compiled->days.finish(start, problem::end_of(problem(), schedule, i))};
        }
        return dates;
    }

    [[nodiscard]] Outlook outlook(const Schedule& schedule) const {
        plan::Timetable dates = dates_of(schedule);
        const auto trajectories = forecast::trajectories_of(open_.plan, dates);
        dates = forecast::with_gate_criteria(open_.plan, std::move(dates), trajectories);
        Outlook outlook;
        for (const plan::GateOutcome& gate : dates.gates) {
            bool passes = gate.date && gate.late_days == 0;
            for (const plan::CriterionOutcome& each : gate.criteria) {
                if (each.met) continue;
                passes = false;
                const double wanted = each.wanted.to_double();
                outlook.shortfall += std::abs(wanted - each.value.value_or(0)) / std::max(std::abs(wanted), 1e-9);
            }
            outlook.passing += passes ? 1 : 0;
        }
        return outlook;
    }

    [[nodiscard]] plan::Sampled chance(const Schedule& schedule, std::int64_t samples) const {
        if (const auto sampled = gate_chance(open_, schedule, samples, run_)) return *sampled;
        return {outlook(schedule).passing == static_cast<int>(open_.plan.gates.size()) ? 1.0 : 0.0, 0};
    }

    /// Options on top of each other until every criterion holds, and then without those that were not needed.
    void close_the_gap() {
        Schedule schedule = now_;
        std::vector<std::int32_t> added;
        Outlook best = outlook(schedule);
        const Outlook before = best;
        while (best.shortfall > 0) {
            std::optional<Schedule> next;
            std::int32_t chosen = -1;
            for (const std::int32_t option : options_) {
                if (schedule.chosen(option)) continue;
                auto tried = with(schedule, option);
                if (!tried) continue;
                const Outlook seen = outlook(*tried);
                if (!seen.better_than(best)) continue;
                best = seen;
                chosen = option;
                next = std::move(tried);
            }
            if (!next) break;
            schedule = *std::move(next);
            added.push_back(chosen);
        }
        if (added.empty()) return;
        drop_what_is_not_needed(schedule, added, best);
        const plan::Sampled after = chance(schedule, limits_.told_samples);
        // What brings no gate over its line helps nobody, however much nearer it comes.
        if (best.passing > before.passing || after.value > chance_.value) take(schedule, added, before, after);
    }

    /// The dearest first.
    void drop_what_is_not_needed(Schedule& schedule, std::vector<std::int32_t>& added, const Outlook& best) const {
        std::vector<std::int32_t> by_cost = added;
        std::ranges::stable_sort(by_cost, std::ranges::greater{},
                                 [&](std::int32_t option) { return cost(option).minor; });
        for (const std::int32_t option : by_cost) {
            Schedule without = schedule;
            without.mode[at(option)] = Schedule::not_chosen;
            if (best.better_than(outlook(without))) continue;
            schedule = std::move(without);
            std::erase(added, option);
        }
    }

    /// Whether an option was found that raises the chance.
    bool add_surest() {
        std::optional<Schedule> best;
        std::int32_t chosen = -1;
        double gained = chance(now_, limits_.samples).value + least_gain;
        for (const std::int32_t option : options_) {
            if (now_.chosen(option)) continue;
            auto tried = with(now_, option);
            if (!tried || (run_.stop != nullptr && run_.stop->stopped())) continue;
            const double seen = chance(*tried, limits_.samples).value;
            if (seen <= gained) continue;
            gained = seen;
            chosen = option;
            best = std::move(tried);
        }
        if (!best) return false;
        take(*best, {chosen}, outlook(now_), chance(*best, limits_.told_samples));
        return true;
    }

    void take(const Schedule& schedule, const std::vector<std::int32_t>& added, const Outlook& before,
              plan::Sampled after) {
        plan::HelpStep step;
        for (const std::int32_t option : added) {
            const base::Money money = cost(option);
            if (!step.cost.currency.known()) step.cost.currency = money.currency;
            const auto same = plan::exchanged(open_.plan, money, step.cost.currency);
            step.cost.minor += same ? same->minor : 0;
            step.options.push_back(index_of(option));
            step.starts.push_back(open_.compiled->days.date(schedule.start[at(option)]));
        }
        step.before = chance_;
        step.after = after;
        step.gates_before = before.passing;
        step.gates_after = outlook(schedule).passing;
        steps_.push_back(std::move(step));
        now_ = schedule;
        chance_ = after;
    }

    /// Of its first mode, in the currency in which it is stated.
    [[nodiscard]] base::Money cost(std::int32_t option) const {
        const plan::Activity& activity = open_.plan.activities[index_of(option).at()];
        base::Currency currency;
        if (activity.modes.front().cost) currency = activity.modes.front().cost->amount[0].currency;
        for (const plan::Share& share : activity.shares)
            if (share.amount && !currency.known()) currency = share.amount->amount[0].currency;
        return {cost_of(open_.plan, {index_of(option), 0, open_.compiled->estimate}, currency), currency};
    }

    const plan::Timetable& dates_;
    const forecast::SimulationRun& run_;
    const LadderLimits& limits_;
    LoadedPlan open_;  ///< every option may be chosen
    Schedule now_;
    std::size_t breaches_ = 0;
    std::vector<std::int32_t> options_;  ///< of the problem
    plan::Sampled chance_;
    std::vector<plan::HelpStep> steps_;
};

}  // namespace

std::vector<plan::HelpStep> help_ladder(const LoadedPlan& loaded, const plan::Timetable& dates, const LoadOptions& how,
                                        const forecast::SimulationRun& run, const LadderLimits& limits) {
    return Ladder(loaded, dates, how, run, limits).climb();
}

}  // namespace masar::app
