#pragma once
// Clauses over bounds, watched by two literals each. A watch sits at the value at which its literal becomes false, so that a rise of
// a side from a to b visits only the watches with a < value <= b.
#include "engine/core/bound.h"
#include "engine/core/trail.h"

#include <cstdint>
#include <span>
#include <vector>

namespace masar::engine {

using ClauseIndex = std::int32_t;

struct Clause {
    std::uint32_t begin = 0, size = 0;  ///< into the literals
    std::int32_t glue = 0;              ///< number of decision levels when it was learnt (LBD; Audemard, Simon 2009)
    float activity = 0;
    bool learnt = false;
    bool removed = false;
};

class ClauseBase {
public:
    void add_side() { watches_.emplace_back(); }
    /// Watches the first two literals; needs at least two.
    ClauseIndex add(std::span<const Bound> literals, std::int32_t glue, bool learnt);

    [[nodiscard]] std::span<const Bound> literals(ClauseIndex index) const {
        const Clause& clause = clauses_[static_cast<std::size_t>(index)];
        return {literals_.data() + clause.begin, clause.size};
    }
    [[nodiscard]] Clause& operator[](ClauseIndex index) { return clauses_[static_cast<std::size_t>(index)]; }
    [[nodiscard]] std::size_t learnt_count() const { return learnt_count_; }

    /// Visits the watches that one rise hits. A clause with a single literal left raises it; the answer is the clause in which
    /// none is left, or -1.
    [[nodiscard]] ClauseIndex visit(Trail& trail, Side side, std::int32_t old_value, std::int32_t new_value);

    /// What makes a clause worse than another: less activity, or more glue, and then the other of the two.
    enum class Worse : std::uint8_t { less_active, more_glue };
    /// Removes the worse half of the learnt clauses, except short ones, those of small glue and those in `locked`.
    void reduce(const std::vector<bool>& locked, Worse worse);
    void bump(ClauseIndex index);
    void decay() { bump_ /= 0.999F; }
    [[nodiscard]] std::size_t size() const { return clauses_.size(); }

private:
    struct Watch {
        ClauseIndex clause;
        Bound other;  ///< a literal of the clause; when it is true nothing need be done
    };
    struct Bucket {
        std::int32_t value;
        std::vector<Watch> watches;
    };

    void watch(Bound literal, Watch watch);
    struct VisitResult {
        bool moved = false;  ///< the clause watches another literal now
        bool conflict = false;
        Bound other;  ///< the literal to look at first next time
    };
    [[nodiscard]] VisitResult visit_watch(Trail& trail, Bound falsified, ClauseIndex index);
    void forget_removed();

    std::vector<Clause> clauses_;
    std::vector<Bound> literals_;
    std::vector<std::vector<Bucket>> watches_;  ///< per side, by value
    float bump_ = 1;
    std::size_t learnt_count_ = 0;
};

}  // namespace masar::engine
