#pragma once
// Conflict-driven search over bounds: propagation to the fixed point, first-UIP learning with explanations asked for only where they
// are needed and only as strong as needed, clause minimisation, backjumping (Marques-Silva, Sakallah 1999; Ohrimenko, Stuckey,
// Codish 2009). Knows nothing of schedules: constraints are propagators, decisions come from a branching.
#include "engine/core/clause_base.h"
#include "engine/core/propagator.h"
#include "engine/core/trail.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace masar::engine {

/// How it learns from conflicts; what else was tried is measured by bench/engine_settings.
struct Learning {
    /// Asked for, at most, to find that one literal follows from the others of a clause; 0 = not looked for.
    std::int32_t explanations = 24;
    ClauseBase::Worse forgotten_first = ClauseBase::Worse::less_active;
};

class ClauseEngine {
public:
    [[nodiscard]] Variable add_variable(std::int32_t least, std::int32_t greatest);
    /// Only at level 0.
    void add(std::unique_ptr<Propagator> propagator);
    /// Only at level 0. False when the clause cannot hold.
    [[nodiscard]] bool add_clause(std::vector<Bound> literals);

    /// Propagators and clauses added from now on speak for this constraint.
    void set_origin(Origin origin) { origin_ = origin; }
    void set_learning(const Learning& learning) { learning_ = learning; }
    /// Listens from now on; null = nobody. Outlives the engine.
    void set_log(ProofLog* log) { log_ = log; }
    [[nodiscard]] bool has_log() const { return log_ != nullptr; }
    /// Tells the listener a clause that follows by unit propagation from what holds without any decision; only at level 0.
    void tell_clause(std::span<const Bound> clause);

    [[nodiscard]] const Trail& trail() const { return trail_; }

    /// For propagators: raises a bound for which `data` explains; false = conflict, return false at once.
    [[nodiscard]] bool raise(Bound bound, const Propagator& propagator, std::int32_t data);
    /// For propagators: the conjunction of true bounds that cannot be; returns false.
    [[nodiscard]] bool fail(Explanation conflict);

    /// False = there is a conflict to be resolved.
    [[nodiscard]] bool propagate();
    /// Learns from the conflict and backjumps; false = proven: nothing satisfies all constraints.
    [[nodiscard]] bool resolve_conflict();
    void decide(Bound bound);
    void backtrack(std::int32_t level);
    /// Forgets the less useful half of what was learnt, when there is much of it.
    void reduce_if_large();

    [[nodiscard]] std::int64_t conflicts() const { return conflicts_; }
    /// The last learnt clause, first literal the asserted one.
    [[nodiscard]] std::span<const Bound> learnt() const { return learnt_; }
    /// The conjunction found impossible when propagate() failed.
    [[nodiscard]] const Explanation& conflict() const { return conflict_; }
    /// Bounds, true before entry `position`, that force `implied` (the entry's bound or a weaker one); empty for decisions.
    [[nodiscard]] Explanation explanation_of(std::int32_t position, Bound implied) const;
    /// The decisions that together make the bound true: the final core of a search under assumptions.
    [[nodiscard]] Explanation decisions_behind(Bound bound);
    /// Bounds met in the last conflict analysis: what branchings count as active.
    [[nodiscard]] std::span<const Bound> involved() const { return involved_; }

private:
    struct Need {
        std::int32_t value = 0;
        std::int32_t position = -1;  ///< entry that made it true; -1 = not needed
    };

    [[nodiscard]] bool work_waits() const;
    [[nodiscard]] bool run_queue();
    void wake(Side side);
    void clear_queue();
    void explain(std::int32_t position, Bound implied, Explanation& out) const;
    void include(Bound bound);
    void forget_needs();
    [[nodiscard]] Bound find_unique_implication_point();
    [[nodiscard]] bool redundant(Side side);
    /// Where minimisation is: at an entry, excused by needs before an entry, so deep in the recursion.
    struct Descent {
        std::int32_t position, before;
        std::size_t depth;
    };
    [[nodiscard]] bool follows(Bound bound, Descent at);
    void build_clause(Bound point);
    [[nodiscard]] bool assert_learnt();
    [[nodiscard]] bool raise_at_root(Bound bound);
    [[nodiscard]] std::int32_t conflict_level() const;

    // Telling the listener, when there is one.
    void tell_explanation(std::int32_t position, Bound implied, std::span<const Bound> reasons) const;
    void tell_conflict();
    void tell_root();

    Trail trail_;
    ClauseBase clauses_;
    std::vector<std::unique_ptr<Propagator>> propagators_;
    std::vector<std::vector<std::int32_t>> wakes_;  ///< per side: propagators
    std::vector<bool> queued_;
    std::vector<std::int32_t> queues_[Propagator::priorities];
    std::int32_t head_ = 0;  ///< first trail entry whose consequences are still to be seen

    Explanation conflict_, scratch_, learnt_, involved_;
    static constexpr std::size_t deepest_ = 6;
    std::vector<Explanation> reasons_;  ///< per depth of minimisation
    std::vector<bool> level_needed_;
    std::int32_t explanations_left_ = 0;
    std::vector<Need> needs_;   ///< per side, during analysis
    std::vector<Side> needed_;  ///< sides with a need
    std::int32_t open_ = 0;     ///< needs at the conflict's level
    std::int64_t conflicts_ = 0;
    bool refuted_ = false;  ///< proven without any decision; nothing is propagated any more

    Learning learning_;
    ProofLog* log_ = nullptr;
    Origin origin_ = -1;           ///< of what is added next
    Origin conflict_origin_ = -1;  ///< of the propagator that failed; -1 = a clause did
    std::int32_t running_ = -1;    ///< the propagator at work
    std::int32_t told_ = 0;        ///< entries of level 0 already told
    std::size_t learnt_limit_ = 4000;
};

}  // namespace masar::engine
