#include "engine/search/bi_population.h"

#include <algorithm>
#include <array>

namespace masar::engine {
namespace {

constexpr std::array rules{Rule::latest_finish, Rule::latest_start, Rule::successors, Rule::rank_weight};
/// So many days between two keys make the earlier one e times as likely to go first.
constexpr double temperature_days = 6;

std::int32_t generation_size(const Instance& instance, std::int64_t schedules) {
    const std::int64_t generations = 10 + instance.size() * 3 / 20;
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(schedules / generations, 8, 120));
}

}  // namespace

BiPopulation::BiPopulation(const Instance& instance, const problem::Passes& outlook, const BreederSetup& setup)
    : instance_(instance), choices_(instance), seed_(setup.seed), size_(generation_size(instance, setup.schedules)) {
    for (const Rule rule : rules) rule_keys_.push_back(keys_by(rule, instance, outlook));
    for (std::int32_t thread = 0; thread < setup.threads; ++thread) benches_.emplace_back(instance);
}

std::int32_t BiPopulation::begin_round(std::int64_t schedules_left) {
    making_ = static_cast<std::int32_t>(std::min<std::int64_t>(size_, schedules_left));
    children_.resize(size_);
    const bool ahead = round_ % 2 == 0;
    pass_ = {ahead ? Direction::forward : Direction::backward, Order::serial};
    return making_;
}

std::int64_t BiPopulation::breed(std::int32_t child, std::int32_t thread) {
    base::RandomStream random(seed_, static_cast<std::uint64_t>(round_) << 20 | static_cast<std::uint32_t>(child));
    Bench& bench = benches_[thread];
    Pass pass = pass_;
    if (round_ == 0) {
        sample(child, random, bench.genome);
        if (child % 2 == 1) pass.order = Order::parallel;
    } else {
        conceive(bench, child, random);
    }
    bench.scheme.generate(bench.genome, pass, children_[child]);
    return 1;
}

void BiPopulation::sample(std::int32_t child, base::RandomStream& random, Genome& genome) const {
    const bool by_the_rule = child < 2;
    const std::size_t rule = by_the_rule || child % 8 < 5 ? 0 : static_cast<std::size_t>(child) % rules.size();
    genome.key = rule_keys_[rule];
    if (!by_the_rule) add_sampling_noise(genome.key, temperature_days, random);
    genome.mode = by_the_rule ? choices_.plainest(random) : choices_.any(random);
}

const Candidate& BiPopulation::tournament(base::RandomStream& random) const {
    const auto count = static_cast<std::uint32_t>(parents_.size());
    const Candidate& one = parents_[random.below(count)];
    const Candidate& other = parents_[random.below(count)];
    return other.cost < one.cost ? other : one;
}

void BiPopulation::conceive(Bench& bench, std::int32_t child, base::RandomStream& random) const {
    if (child == 0) {
        // The best is only justified: no generation ends worse than the one before.
        const Candidate& best = parents_[best_parent_];
        bench.genome.key = pass_.direction == Direction::forward ? best.start : best.end;
        bench.genome.mode = best.mode;
        return;
    }
    const Parents parents{tournament(random), tournament(random)};
    const auto stretch = bench.crossover.peak(parents.father, random);
    bench.crossover.cross(parents, stretch, pass_, bench.genome);
    disturb(random, bench.genome);
}

/// Now and then an activity moves a little in the order.
void BiPopulation::disturb(base::RandomStream& random, Genome& genome) const {
    const auto size = static_cast<std::uint32_t>(instance_.size());
    for (std::uint32_t moves = size / 60 + 1; moves > 0; --moves) {
        genome.key[random.below(size)] += static_cast<std::int32_t>(random.below(13)) - 6;
    }
    if (instance_.has_choices()) {
        choices_.repair(genome.mode, random);
        if (random.below(2) == 0) choices_.vary(genome.mode, random);
    }
}

void BiPopulation::end_round(const std::vector<char>& made) {
    // A generation cut short by the limit or from outside still counts, but nothing is bred from it.
    const bool whole = std::ranges::count(made, 0) == 0 && (making_ == size_ || parents_.empty());
    std::size_t best = made.size();
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (made[i] != 0 && (best == made.size() || children_[i].cost < children_[best].cost)) best = i;
    }
    if (best == made.size()) return;
    const bool ahead = pass_.direction == Direction::forward;
    if (ahead && (!has_best_ || children_[best].cost < best_.cost)) {
        best_ = children_[best];
        has_best_ = true;
    }
    ++round_;
    if (!whole) return;
    parents_.swap(children_);
    parents_.resize(static_cast<std::size_t>(making_));
    best_parent_ = best;
}

}  // namespace masar::engine
