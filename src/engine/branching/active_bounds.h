#pragma once
// Conflict-driven: the bound that took part in most recent conflicts (VSIDS; Moskewicz et al. 2001), over the bounds that learnt
// clauses speak of, decided the way the best solution has it (solution-based phase saving; Chu, Stuckey 2015).
#include "engine/branching/branching.h"

#include <unordered_map>
#include <vector>

namespace masar::engine {

class ActiveBounds : public Branching {
public:
    /// `otherwise` decides when no bound of a clause is open; it outlives this.
    explicit ActiveBounds(Branching& otherwise) : otherwise_(otherwise) {}

    [[nodiscard]] std::optional<Bound> choose(const Trail& trail) override;
    void learn(const ClauseEngine& engine) override;
    void solution(const std::vector<std::int32_t>& values) override;

private:
    struct Atom {
        Bound bound;  ///< always of a lower side
        double activity = 0;
        std::int32_t heap_position = -1;
    };
    std::int32_t atom_of(Bound bound);
    void bump(Bound bound);
    void put_back_decided();
    void sift_up(std::int32_t position);
    void sift_down(std::int32_t position);
    void put(std::int32_t atom, std::int32_t position);
    [[nodiscard]] bool before(std::int32_t a, std::int32_t b) const;
    void push(std::int32_t atom);
    std::int32_t pop();

    Branching& otherwise_;
    std::vector<Atom> atoms_;
    std::unordered_map<std::uint64_t, std::int32_t> index_;
    std::vector<std::int32_t> heap_;
    std::vector<std::int32_t> decided_;  ///< taken off the heap while true or false; put back after a backjump
    std::vector<std::int32_t> best_;
    double step_ = 1;
};

}  // namespace masar::engine
