// Every answer of the engine against exhaustive search, on random small problems with every kind of constraint:
//   cross_check COUNT [first seed]
// Each problem draws its kinds of constraint at random. Compared are the status, every objective and every bound; the answers on one,
// two and four threads of every tenth problem; and the proof of each settled problem, by the verifier that shares no code with the
// engine. Prints a table of kinds; exit code 1 if anything disagrees. Deterministic.
#include "base/random_stream.h"
#include "engine/certify.h"
#include "engine/solve.h"
#include "problem/brute_force.h"
#include "problem/generate_instance.h"
#include "verify/verifier.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <string>

namespace {

using namespace masar;
using engine::Answer;
using engine::Status;
using problem::Problem;

constexpr std::array<std::string_view, problem::shape_count> kinds{"several modes",  "links of every kind",
                                                                   "maximal lags",   "calendars",
                                                                   "windows",        "forbidden periods",
                                                                   "capacity steps", "budgets",
                                                                   "reservoirs",     "options",
                                                                   "gates",          "fixed",
                                                                   "baseline",       "wishes"};
constexpr std::int64_t most_nodes = 200'000;  ///< of exhaustive search; problems beyond are drawn again

struct Counts {
    std::int64_t problems = 0, feasible = 0, infeasible = 0, settled = 0, verified = 0, threads = 0, wrong = 0;
};

struct Drawn {
    std::uint32_t bits;
    problem::InstanceOptions options;
};

Drawn draw(std::uint64_t seed) {
    base::RandomStream random(seed, 11);
    Drawn drawn{0, {}};
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) drawn.bits |= random.below(3) == 0 ? 1U << kind : 0U;
    drawn.options = {.activities = 3 + static_cast<std::int32_t>(random.below(2)),
                     .pools = 1 + static_cast<std::int32_t>(random.below(2)),
                     .longest_duration = 2 + static_cast<std::int32_t>(random.below(2)),
                     .density = 0.8 + random.unit(),
                     .tightness = random.unit(),
                     .shapes = problem::Shapes::from_bits(drawn.bits),
                     .seed = seed};
    return drawn;
}

Answer solve(const Problem& problem, std::int32_t threads) {
    engine::Run run;
    run.limits.schedules = 60;
    run.limits.conflicts = 100'000;
    run.limits.threads = threads;
    return engine::solve(problem, run);
}

/// What is wrong with an answer; empty = nothing.
std::string fault(const Problem& problem, const Answer& answer, const problem::ExhaustiveAnswer& truth) {
    if (answer.status == Status::infeasible && truth.best) return "called infeasible, but it is not";
    if (answer.schedule && !problem::check(problem, *answer.schedule).empty()) return "a schedule that does not hold";
    if (answer.schedule && !truth.best) return "a schedule of an infeasible problem";
    if (answer.schedule && answer.objective < truth.objective) return "better than the best";
    if (answer.status == Status::optimal && answer.objective != truth.objective) return "called optimal, but it is not";
    if (!truth.best) return "";
    // A bound of a later objective is for the optimum of those before it.
    for (std::size_t i = 0; i < answer.bound.size(); ++i) {
        if (answer.bound[i] && *answer.bound[i] > truth.objective[i]) return "a bound above the best";
        if (!answer.bound[i] || *answer.bound[i] < truth.objective[i]) break;
    }
    return "";
}

bool same(const Answer& a, const Answer& b) {
    return a.status == b.status && a.schedule == b.schedule && a.objective == b.objective && a.bound == b.bound
           && a.conflicts == b.conflicts;
}

/// Empty = proven and verified; nothing is asked where the problem is beyond the exact search.
std::string proof_fault(const Problem& problem, const problem::ExhaustiveAnswer& truth, std::int64_t& verified) {
    std::string text;
    engine::CertificateOptions options;
    options.write = [&](std::string_view lines) { text += lines; };
    const engine::Certificate made = engine::certify(problem, std::nullopt, options);
    if (made.status == engine::CertificateStatus::unsupported) return "";
    const verify::Verdict verdict = verify::verify(problem, text);
    if (!verdict.accepted()) return fmt::format("proof rejected at line {}: {}", verdict.line, verdict.reason.en);
    const bool right = truth.best ? verdict.objective == truth.objective : verdict.claim == verify::Claim::infeasible;
    ++verified;
    return right ? "" : "a proof of something else";
}

class CrossCheck {
public:
    void run(std::int64_t count, std::uint64_t seed) {
        for (; total_.problems < count; ++seed) look_at(seed);
        print();
    }
    [[nodiscard]] bool right() const { return total_.wrong == 0; }

private:
    void look_at(std::uint64_t seed) {
        const Drawn drawn = draw(seed);
        const Problem problem = problem::generate_instance(drawn.options);
        const problem::ExhaustiveAnswer truth = problem::search_all(problem, most_nodes);
        if (!truth.complete) {
            ++too_large_;
            return;
        }
        Counts counts{.problems = 1, .feasible = truth.best ? 1 : 0, .infeasible = truth.best ? 0 : 1};
        const Answer answer = solve(problem, 1);
        std::string wrong = fault(problem, answer, truth);
        counts.settled = answer.status == Status::optimal || answer.status == Status::infeasible ? 1 : 0;
        if (wrong.empty() && total_.problems % 10 == 0) {
            counts.threads = 1;
            if (!same(answer, solve(problem, 2)) || !same(answer, solve(problem, 4)))
                wrong = "another answer on more threads";
        }
        if (wrong.empty()) wrong = proof_fault(problem, truth, counts.verified);
        if (!wrong.empty()) fmt::print("seed {}: {}\n", seed, wrong);
        counts.wrong = wrong.empty() ? 0 : 1;
        add(total_, counts);
        for (std::size_t kind = 0; kind < kinds.size(); ++kind)
            if ((drawn.bits >> kind & 1U) != 0) add(by_kind_[kind], counts);
    }

    static void add(Counts& sum, const Counts& counts) {
        sum.problems += counts.problems;
        sum.feasible += counts.feasible;
        sum.infeasible += counts.infeasible;
        sum.settled += counts.settled;
        sum.verified += counts.verified;
        sum.threads += counts.threads;
        sum.wrong += counts.wrong;
    }

    static void print_row(std::string_view name, const Counts& counts) {
        fmt::print("{},{},{},{},{},{},{},{}\n", name, counts.problems, counts.feasible, counts.infeasible,
                   counts.settled, counts.verified, counts.threads, counts.wrong);
    }

    void print() const {
        fmt::print("kind,problems,feasible,infeasible,settled,proofs_verified,on_three_thread_counts,wrong\n");
        print_row("all", total_);
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) print_row(kinds[kind], by_kind_[kind]);
        fmt::print("# {} further problems were too large for exhaustive search\n", too_large_);
    }

    Counts total_;
    std::array<Counts, kinds.size()> by_kind_{};
    std::int64_t too_large_ = 0;
};

}  // namespace

int main(int count, char** words) {
    if (count < 2) {
        fmt::print("usage: cross_check COUNT [first seed]\n");
        return 2;
    }
    CrossCheck check;
    check.run(std::strtoll(words[1], nullptr, 10), count > 2 ? std::strtoull(words[2], nullptr, 10) : 1);
    return check.right() ? 0 : 1;
}
