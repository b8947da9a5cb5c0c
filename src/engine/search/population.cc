#include "engine/search/population.h"

#include "engine/search/patience.h"

#include <algorithm>
#include <array>

namespace masar::engine {
namespace {

constexpr std::array rules{Rule::latest_start, Rule::latest_finish, Rule::slack, Rule::earliest_start,
                           Rule::successors};
constexpr std::int32_t children_per_round = 16;
constexpr std::size_t members_kept = 24;
constexpr std::int64_t passes_with_justification = 3;
/// Keys stay within the years around the horizon, however often they squeak.
constexpr std::int32_t key_limit = 1 << 28;

}  // namespace

Population::Population(const Instance& instance, const Proofs& proofs, const BreederSetup& setup)
    : instance_(instance),
      proofs_(proofs),
      cycles_(find_cycles(instance.problem())),
      choices_(instance),
      seed_(setup.seed) {
    // One pass of the best rule needs no other keys.
    const std::size_t wanted = setup.schedules == 1 ? 1 : rules.size();
    for (std::size_t i = 0; i < wanted; ++i) rule_keys_.push_back(keys_by(rules[i], instance, proofs.outlook));
    benches_.reserve(static_cast<std::size_t>(setup.threads));
    for (std::int32_t thread = 0; thread < setup.threads; ++thread) benches_.emplace_back(instance, cycles_);
}

std::int32_t Population::begin_round(std::int64_t schedules_left) {
    const std::int64_t children =
        std::clamp<std::int64_t>(schedules_left / passes_with_justification, 1, children_per_round);
    allowance_ = schedules_left / children;
    children_.resize(static_cast<std::size_t>(children));
    return static_cast<std::int32_t>(children);
}

std::int64_t Population::breed(std::int32_t child, std::int32_t thread) {
    base::RandomStream random(seed_, static_cast<std::uint64_t>(round_) << 20 | static_cast<std::uint32_t>(child));
    Bench& bench = benches_[thread];
    Member& made = children_[child];
    const Order order = conceive(child, random, made.genome);
    bench.scheme.generate(made.genome, order, made.candidate);
    const bool worth_it = members_.size() < 4 || made.candidate.cost < members_[members_.size() / 2].candidate.cost;
    if (allowance_ < passes_with_justification || !instance_.justifiable() || !worth_it) return 1;
    return 1 + justify(bench, made);
}

/// To the right and back; the better of the two stays.
std::int64_t Population::justify(Bench& bench, Member& child) const {
    bench.scheme.shift_right(child.candidate, bench.shifted);
    bench.justified.genome.mode = child.genome.mode;
    bench.justified.genome.patience = child.genome.patience;
    bench.justified.genome.key = bench.shifted.start;
    for (auto& key : bench.justified.genome.key) key *= key_steps;
    bench.scheme.generate(bench.justified.genome, Order::serial, bench.justified.candidate);
    if (bench.justified.candidate.cost <= child.candidate.cost) std::swap(child, bench.justified);
    return 2;
}

Order Population::conceive(std::int32_t child, base::RandomStream& random, Genome& genome) const {
    if (members_.empty()) return sample(child, random, genome);
    const std::uint32_t lot = random.below(8);
    if (lot == 0) return sample(children_per_round + child, random, genome);
    if (lot < 4) {
        squeak(tournament(random), random, genome);
    } else {
        cross(random, genome);
        if (random.below(2) == 0) add_sampling_noise(genome.key, 1 + random.below(8), random);
        if (!genome.patience.empty() && random.below(2) == 0) vary_patience(instance_, random, genome);
    }
    if (instance_.has_choices()) {
        if (random.below(2) == 0) choices_.vary(genome.mode, random);
        choices_.repair(genome.mode, random);
    }
    return random.below(8) == 0 ? Order::parallel : Order::serial;
}

Order Population::sample(std::int32_t child, base::RandomStream& random, Genome& genome) const {
    const auto number = static_cast<std::size_t>(child);
    const std::size_t variants = 2 * rule_keys_.size();  // each rule serial and parallel, without noise
    genome.key =
        rule_keys_[number < variants ? number / 2 : random.below(static_cast<std::uint32_t>(rule_keys_.size()))];
    if (number >= variants) add_sampling_noise(genome.key, 2 + random.below(20), random);
    genome.mode = number < variants / 2 ? choices_.plainest(random) : choices_.any(random);
    first_patience(instance_, proofs_, random, genome);
    return number % 2 == 0 ? Order::serial : Order::parallel;
}

/// What came later than the target allows, or broke a limit, goes earlier, and what it waits for with it.
void Population::squeak(const Member& parent, base::RandomStream& random, Genome& genome) const {
    genome = parent.genome;
    for (std::int32_t i = 0; i < instance_.size(); ++i) {
        if (parent.candidate.mode[i] < 0) continue;
        const Day late = parent.candidate.end[i] - proofs_.outlook.latest_end[i];
        const std::int32_t missed =
            parent.candidate.missed.empty() ? 0 : std::min(parent.candidate.missed[i], instance_.horizon());
        const std::int32_t blame = std::max({0, std::min(late, instance_.horizon()), missed});
        if (blame == 0 || random.below(4) == 0) continue;
        const auto days = static_cast<std::int32_t>(1 + random.below(static_cast<std::uint32_t>(2 * blame + 20)));
        genome.key[i] = std::max(genome.key[i] - days * key_steps, -key_limit);
    }
    learn_patience(proofs_, instance_, parent.candidate, genome);
    lead_predecessors(genome);
}

void Population::lead_predecessors(Genome& genome) const {
    const auto& problem = instance_.problem();
    const auto& order = problem.topological_order();
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
        for (const std::int32_t index : problem.links_from(*it)) {
            if (!instance_.forward(index)) continue;
            genome.key[*it] = std::min(genome.key[*it], genome.key[problem.data().links[index].to] - 1);
        }
    }
}

/// The father gives the order of what he does within a stretch of time, the mother that of everything else.
void Population::cross(base::RandomStream& random, Genome& genome) const {
    const Member& father = tournament(random);
    const Member& mother = tournament(random);
    Day last = 1;
    for (const Day end : father.candidate.end) last = std::max(last, end);
    const auto from = static_cast<Day>(random.below(static_cast<std::uint32_t>(last)));
    const Day to = from + last / 4 + static_cast<Day>(random.below(static_cast<std::uint32_t>(last / 2 + 1)));
    genome = mother.genome;
    for (std::int32_t i = 0; i < instance_.size(); ++i) {
        if (father.candidate.start[i] < from || father.candidate.start[i] >= to) continue;
        genome.key[i] = father.genome.key[i];
        genome.mode[i] = father.genome.mode[i];
        if (!genome.patience.empty()) genome.patience[i] = father.genome.patience[i];
    }
}

const Population::Member& Population::tournament(base::RandomStream& random) const {
    const auto count = static_cast<std::uint32_t>(members_.size());
    return members_[std::min(random.below(count), random.below(count))];
}

void Population::end_round(const std::vector<char>& made) {
    ++round_;
    std::vector<Member> pool;
    // Children first: among equals the younger stays, so that the population moves over plateaus.
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (made[i] != 0) pool.push_back(std::move(children_[i]));
    }
    for (auto& member : members_) pool.push_back(std::move(member));
    std::ranges::stable_sort(pool, {}, [](const Member& member) { return member.candidate.cost; });
    const auto same = [](const Member& a, const Member& b) {
        return a.candidate.cost == b.candidate.cost && a.candidate.start == b.candidate.start
               && a.candidate.mode == b.candidate.mode;
    };
    pool.erase(std::unique(pool.begin(), pool.end(), same), pool.end());
    if (pool.size() > members_kept) pool.resize(members_kept);
    members_ = std::move(pool);
}

}  // namespace masar::engine
