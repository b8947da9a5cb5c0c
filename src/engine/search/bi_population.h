#pragma once
// Population method for plain instances: generations turn about, children of left-justified schedules are made backward and
// those of right-justified ones forward, so that every child is justified at the price of one pass
// (Debels, Vanhoucke 2005, 2007).
#include "base/random_stream.h"
#include "engine/search/breeder.h"
#include "engine/search/choices.h"
#include "engine/search/peak_crossover.h"
#include "engine/search/plain_scheme.h"
#include "engine/search/priority_rules.h"

namespace masar::engine {

class BiPopulation final : public Breeder {
public:
    BiPopulation(const Instance& instance, const problem::Passes& outlook, const BreederSetup& setup);

    [[nodiscard]] std::int32_t begin_round(std::int64_t schedules_left) override;
    std::int64_t breed(std::int32_t child, std::int32_t thread) override;
    void end_round(const std::vector<char>& made) override;
    [[nodiscard]] const Candidate* best() const override { return has_best_ ? &best_ : nullptr; }

private:
    /// What a thread needs to make a child.
    struct Bench {
        explicit Bench(const Instance& instance) : scheme(instance), crossover(instance) {}
        PlainScheme scheme;
        PeakCrossover crossover;
        Genome genome;
    };

    void sample(std::int32_t child, base::RandomStream& random, Genome& genome) const;
    void conceive(Bench& bench, std::int32_t child, base::RandomStream& random) const;
    void disturb(base::RandomStream& random, Genome& genome) const;
    [[nodiscard]] const Candidate& tournament(base::RandomStream& random) const;

    const Instance& instance_;
    Choices choices_;
    std::vector<std::vector<std::int32_t>> rule_keys_;
    std::uint64_t seed_;
    std::int32_t size_;
    std::int64_t round_ = 0;
    Pass pass_;
    std::vector<Bench> benches_;
    std::vector<Candidate> parents_, children_;
    std::int32_t making_ = 0;  ///< children of this round
    std::size_t best_parent_ = 0;
    Candidate best_;
    bool has_best_ = false;
};

}  // namespace masar::engine
