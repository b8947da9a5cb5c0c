#include "engine/solve.h"

#include "engine/search/bi_population.h"
#include "engine/search/generations.h"
#include "engine/search/near_baseline.h"
#include "engine/search/population.h"
#include "engine/search/portfolio.h"
#include "engine/search/proofs.h"

#include <algorithm>
#include <cassert>
#include <memory>
#include <new>

namespace masar::engine {
namespace {

using problem::Problem;
using problem::Schedule;

constexpr std::int64_t plenty = INT64_MAX / 4;  ///< when the clock rules
/// Beyond this many activities exact search has not been seen to prove what the bounds without search do not.
constexpr std::int32_t largest_for_proofs = 1'500;
/// An infeasible problem is still shown how near one can come.
constexpr std::int64_t schedules_when_infeasible = 200;

std::int64_t schedules_planned(const Problem& problem, const Limits& limits) {
    if (limits.seconds) return plenty;
    return limits.schedules > 0 ? limits.schedules : default_schedules(problem);
}

/// The cost at which the search may stop; nothing when some objective has no bound.
std::optional<Cost> proven_cost(const Proofs& proofs) {
    Cost cost;
    for (std::size_t i = 0; i < proofs.bounds.size(); ++i) {
        if (!proofs.bounds[i]) return std::nullopt;
        cost.value[i] = *proofs.bounds[i];
    }
    return cost;
}

std::unique_ptr<Breeder> make_breeder(const Instance& instance, const Proofs& proofs, const BreederSetup& setup) {
    if (instance.plain()) return std::make_unique<BiPopulation>(instance, proofs.outlook, setup);
    return std::make_unique<Population>(instance, proofs, setup);
}

bool meets_bounds(const Answer& answer) {
    for (std::size_t i = 0; i < answer.objective.size(); ++i) {
        if (!answer.bound[i] || answer.objective[i] > *answer.bound[i]) return false;
    }
    return true;
}

bool keeps(const Run& run, const std::vector<std::int64_t>& objective) {
    for (std::size_t i = 0; i < run.ceilings.size(); ++i)
        if (run.ceilings[i] && objective[i] > *run.ceilings[i]) return false;
    return true;
}

/// The checker has the last word on what holds.
void judge(const Problem& problem, Schedule schedule, const Run& run, Answer& answer) {
    std::vector<std::int64_t> objective = problem::objective_values(problem, schedule);
    std::vector<problem::Breach> breaches = problem::check(problem, schedule);
    const bool holds = breaches.empty() && keeps(run, objective);
    if (answer.schedule && (!holds || objective >= answer.objective)) return;
    answer.breaches = std::move(breaches);
    answer.objective = std::move(objective);
    if (holds) {
        answer.schedule = std::move(schedule);
        answer.best_effort.reset();
        answer.status = meets_bounds(answer) ? Status::optimal : Status::feasible;
    } else {
        answer.best_effort = std::move(schedule);
    }
}

void judge_best(const Problem& problem, const Breeder& breeder, const Run& run, Answer& answer) {
    if (const Candidate* const best = breeder.best()) judge(problem, schedule_of(*best), run, answer);
}

std::int64_t conflicts_planned(const Problem& problem, const Limits& limits) {
    if (limits.conflicts) return *limits.conflicts;
    if (limits.seconds) return problem.size() <= largest_for_proofs ? plenty : 0;
    return limits.schedules > 0 ? 0 : default_conflicts(problem);
}

Answer answer_nothing_to_do(const Problem& problem) {
    Answer answer;
    Candidate candidate;
    answer.bound = lower_bounds(problem);
    judge(problem, schedule_of(candidate), {}, answer);
    return answer;
}

/// Under a clock: first the heuristic for this share of the time, then proofs up to the second, then what is left; and how long a
/// worker goes on between two barriers.
constexpr double heuristic_share = 0.15, exact_until = 0.55, slice_seconds = 0.5;
/// Activities looked at while what has moved is sent back to its place.
constexpr std::int64_t sent_back_most = 2'000'000;
/// Under a count: rounds before the whole count is used, and the sizes of one.
constexpr std::int64_t rounds = 10, smallest_round = 100, largest_round = 4'000;

std::optional<double> share(std::optional<double> seconds, double part) {
    if (seconds) return *seconds * part;
    return std::nullopt;
}

/// One solve: first the heuristic, then rounds of the workers that prove, under a clock the heuristic again.
class Solver {
public:
    Solver(const Problem& problem, const Run& run)
        : problem_(problem),
          run_(run),
          conflicts_(conflicts_planned(problem, run.limits)),
          governor_({run.stop, run.progress, run.now_seconds, run.limits.seconds}),
          first_({run.stop, run.progress, run.now_seconds,
                  share(run.limits.seconds, conflicts_ > 0 ? heuristic_share : 1)}),
          crew_(std::max(1, run.limits.threads)),
          instance_(problem),
          proofs_(prove(instance_)) {
        goal_.schedules = schedules_planned(problem, run.limits);
        if (proofs_.infeasible) goal_.schedules = std::min(goal_.schedules, schedules_when_infeasible);
        if (run.limits.stop_when_proven) goal_.proven = proven_cost(proofs_);
        // Where money cannot suffice no candidate counts it any more: what they claim then is no claim.
        if (!proofs_.infeasible) goal_.checked = &problem;
        answer_.bound = proofs_.bounds;
    }

    Answer run() {
        try {
            search();
        } catch (const std::bad_alloc&) {
            if (breeder_) judge_best(problem_, *breeder_, run_, answer_);
            if (!answer_.schedule) throw;  // nothing to show: whoever asked must say so
            answer_.short_of_memory = true;
        }
        answer_.search_seconds = governor_.seconds();
        answer_.stopped = governor_.stopped() || answer_.short_of_memory;
        return std::move(answer_);
    }

private:
    void search() {
        if (run_.known != nullptr) judge(problem_, *run_.known, run_, answer_);
        if (open() && !problem_.data().baseline.empty()) repair_baseline();
        breeder_ = make_breeder(instance_, proofs_, {run_.limits.seed, crew_.threads(), goal_.schedules});
        if (open() && run_.limits.seconds && conflicts_ > 0)
            breed_while_it_helps();
        else if (open())
            breed_until_it_fits();
        if (open() && answer_.schedule && !problem_.data().baseline.empty())
            judge(problem_, sent_back(problem_, *answer_.schedule, sent_back_most / std::max(1, problem_.size())), run_,
                  answer_);
        if (proofs_.infeasible && !answer_.schedule) answer_.status = Status::infeasible;
        if (open() && conflicts_ > 0) prove_in_rounds();
        if (open() && run_.limits.seconds && conflicts_ > 0) breed(governor_);
    }

    [[nodiscard]] bool open() const { return answer_.status == Status::feasible || answer_.status == Status::unknown; }

    void breed(const Governor& governor) {
        answer_.schedules += run_generations(*breeder_, crew_, governor, goal_);
        judge_best(problem_, *breeder_, run_, answer_);
    }

    /// Where no exact search follows, a default number that has found nothing is not the last word.
    void breed_until_it_fits() {
        constexpr int most_turns = 5;
        const bool by_default =
            run_.limits.schedules == 0 && !run_.limits.seconds && conflicts_ == 0 && !proofs_.infeasible;
        int turn = 0;
        do breed(first_);
        while (by_default && ++turn < most_turns && answer_.status == Status::unknown && !first_.over());
    }

    /// Under a clock: as long as the default number of schedules still brings something; what is easy to prove is proven at once.
    void breed_while_it_helps() {
        Goal some = goal_;
        some.schedules = default_schedules(problem_);
        std::optional<Cost> before;
        do {
            if (breeder_->best() != nullptr) before = breeder_->best()->cost;
            answer_.schedules += run_generations(*breeder_, crew_, first_, some);
            judge_best(problem_, *breeder_, run_, answer_);
        } while (open() && !first_.over() && breeder_->best() != nullptr
                 && (!before || breeder_->best()->cost < *before));
    }

    /// What delay alone can do, in a fifth of the schedules.
    void repair_baseline() {
        const auto later = Problem::make(delayed_only(problem_));
        if (!later) return;
        const Instance instance(*later);
        const Proofs proofs = prove(instance);
        if (proofs.infeasible) return;
        const Goal goal{
            .schedules = std::max<std::int64_t>(1, std::min(goal_.schedules, default_schedules(problem_)) / 5),
            .checked = &*later};
        const auto breeder = make_breeder(instance, proofs, {run_.limits.seed, crew_.threads(), goal.schedules});
        answer_.schedules = run_generations(*breeder, crew_, first_, goal);
        goal_.schedules -= answer_.schedules;
        judge_best(problem_, *breeder, run_, answer_);
    }

    [[nodiscard]] bool proving_is_over(const Portfolio& portfolio) const {
        const auto until = share(run_.limits.seconds, exact_until);
        // With more threads the heuristic goes on beside the proofs: they have all the time there is.
        const bool late = until && crew_.threads() == 1 && governor_.seconds() >= *until;
        return late || governor_.over() || portfolio.conflicts() >= conflicts_;
    }

    /// Under a clock a worker needs a thread of its own, and so does the heuristic beside them.
    [[nodiscard]] Team team() const {
        if (!run_.limits.seconds) return Team::pair;
        return crew_.threads() < 3 ? Team::alone : crew_.threads() < 4 ? Team::pair : Team::full;
    }

    void prove_in_rounds() {
        const bool clock = run_.limits.seconds.has_value();
        Portfolio portfolio(problem_, {.incumbent = answer_.schedule, .ceilings = run_.ceilings}, team());
        while (open() && !proving_is_over(portfolio)) {
            const ExactStatus status = clock ? timed_round(portfolio) : counted_round(portfolio);
            take_in(portfolio, status);
            if (status == ExactStatus::unsupported) break;
            governor_.report({"conflicts", answer_.conflicts, clock ? 0 : conflicts_,
                              answer_.schedule ? answer_.objective[0] : -1, answer_.bound[0].value_or(-1)});
        }
    }

    ExactStatus counted_round(Portfolio& portfolio) {
        const std::int64_t size = std::clamp(conflicts_ / rounds, smallest_round, largest_round);
        const std::int64_t left = conflicts_ - portfolio.conflicts();
        return portfolio.run({.conflicts = std::min(size, left), .stop = [this] { return governor_.over(); }}, crew_);
    }

    /// All workers stop at the same time, so that none waits for another; the heuristic is one of them where there are threads enough.
    ExactStatus timed_round(Portfolio& portfolio) {
        const double until = governor_.now() + slice_seconds;
        base::StopFlag settled;
        const auto stop = [&] { return settled.stopped() || governor_.over() || governor_.now() >= until; };
        Round round{.conflicts = plenty, .stop = stop, .settled = &settled};
        if (crew_.threads() > 1) {
            round.beside = [&, until] {
                const Governor slice({&settled, nullptr, run_.now_seconds, until - governor_.now()});
                answer_.schedules += run_generations(*breeder_, alone_, slice, goal_);
            };
        }
        const ExactStatus status = portfolio.run(round, crew_);
        if (!round.beside) return status;
        judge_best(problem_, *breeder_, run_, answer_);
        if (answer_.schedule) portfolio.offer(*answer_.schedule);
        return status;
    }

    void take_in(const Portfolio& portfolio, ExactStatus status) {
        answer_.conflicts = portfolio.conflicts();
        answer_.short_of_memory = portfolio.short_of_memory();
        if (status == ExactStatus::unsupported) return;
        if (status == ExactStatus::infeasible) {
            answer_.status = Status::infeasible;
            return;
        }
        const auto& proven = portfolio.bounds();
        for (std::size_t i = 0; i < proven.size(); ++i)
            if (proven[i]) answer_.bound[i] = std::max(answer_.bound[i].value_or(*proven[i]), *proven[i]);
        if (portfolio.best()) judge(problem_, *portfolio.best(), run_, answer_);
        if (answer_.schedule) answer_.status = meets_bounds(answer_) ? Status::optimal : Status::feasible;
    }

    const Problem& problem_;
    const Run& run_;
    std::int64_t conflicts_;
    Governor governor_, first_;
    Crew crew_;
    Crew alone_{1};  ///< for a heuristic that is itself a job of the crew
    const Instance instance_;
    const Proofs proofs_;
    Goal goal_;
    std::unique_ptr<Breeder> breeder_;
    Answer answer_;
};

}  // namespace

std::int64_t default_schedules(const Problem& problem) {
    constexpr std::int64_t least = 10, most = 5'000, activities_placed = 1'000'000, pairs = 3'000'000'000;
    const std::int64_t size = std::max(1, problem.size());
    return std::clamp(std::min(activities_placed / size, pairs / (size * size)), least, most);
}

std::int64_t default_conflicts(const Problem& problem) {
    constexpr std::int64_t least = 500, most = 20'000, work = 1'000'000;
    return problem.size() > largest_for_proofs
               ? 0
               : std::clamp<std::int64_t>(work / std::max(1, problem.size()), least, most);
}

Answer solve(const Problem& problem, const Run& run) {
    if (problem.size() == 0) return answer_nothing_to_do(problem);
    return Solver(problem, run).run();
}

std::vector<std::optional<std::int64_t>> lower_bounds(const Problem& problem) {
    return prove(Instance(problem)).bounds;
}

}  // namespace masar::engine
