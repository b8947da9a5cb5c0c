#pragma once
// Population method for everything that is not plain. Members pass on their keys, because under windows and yearly money the
// days of a schedule do not tell who went first. Children come from crossover in time, from noise, and from squeaky wheels:
// what came too late or found no money goes earlier in the next order (Joslin, Clements 1999). Promising children are
// justified to the right and back where that is defined.
#include "base/random_stream.h"
#include "engine/search/breeder.h"
#include "engine/search/choices.h"
#include "engine/search/full_scheme.h"
#include "engine/search/priority_rules.h"
#include "engine/search/proofs.h"

#include <span>

namespace masar::engine {

class Population final : public Breeder {
public:
    Population(const Instance& instance, const Proofs& proofs, const BreederSetup& setup);

    [[nodiscard]] std::int32_t begin_round(std::int64_t schedules_left) override;
    std::int64_t breed(std::int32_t child, std::int32_t thread) override;
    void end_round(const std::vector<char>& made) override;
    [[nodiscard]] const Candidate* best() const override {
        return members_.empty() ? nullptr : &members_.front().candidate;
    }

private:
    struct Member {
        Genome genome;
        Candidate candidate;
    };
    /// What a thread needs to make a child.
    struct Bench {
        Bench(const Instance& instance, const Cycles& cycles) : scheme(instance, cycles) {}
        FullScheme scheme;
        Candidate shifted;
        Member justified;
    };

    [[nodiscard]] Order conceive(std::int32_t child, base::RandomStream& random, Genome& genome) const;
    [[nodiscard]] Order sample(std::int32_t child, base::RandomStream& random, Genome& genome) const;
    void squeak(const Member& parent, base::RandomStream& random, Genome& genome) const;
    void cross(base::RandomStream& random, Genome& genome) const;
    void lead_predecessors(Genome& genome) const;
    [[nodiscard]] std::int64_t justify(Bench& bench, Member& child) const;
    [[nodiscard]] const Member& tournament(base::RandomStream& random) const;

    const Instance& instance_;
    const Proofs& proofs_;
    Cycles cycles_;
    Choices choices_;
    std::vector<std::vector<std::int32_t>> rule_keys_;
    std::uint64_t seed_;
    std::int64_t round_ = 0;
    std::int64_t allowance_ = 1;  ///< passes per child of this round
    std::vector<Bench> benches_;
    std::vector<Member> members_;  ///< best first
    std::vector<Member> children_;
};

}  // namespace masar::engine
