#pragma once
// Clauses over bounds and what follows from them by unit propagation: a clause with one literal left makes it true. A learnt clause is
// accepted when its negation runs into a contradiction this way (RUP; Goldberg, Novikov 2003).
#include "verify/proof_line.h"

#include <span>
#include <vector>

namespace masar::verify {

class UnitPropagation {
public:
    void add_variable(std::int32_t least, std::int32_t greatest);
    [[nodiscard]] std::int32_t variables() const { return static_cast<std::int32_t>(bounds_.size() / 2); }

    /// A clause that holds for good.
    void add(std::span<const Literal> clause);
    /// A clause that holds until forget_passing(); the bounds that it proves without assumption stay.
    void add_passing(std::span<const Literal> clause);
    void forget_passing();

    /// Whether the negation of the clause leads to a contradiction.
    [[nodiscard]] bool follows(std::span<const Literal> clause);
    /// Whether the clauses contradict each other without any assumption.
    [[nodiscard]] bool contradictory() const { return contradictory_; }

    /// Proven without assumption.
    [[nodiscard]] std::int32_t least(std::int32_t variable) const { return bounds_[at(variable)]; }
    [[nodiscard]] std::int32_t greatest(std::int32_t variable) const { return bounds_[at(variable) + 1]; }

private:
    struct Clause {
        std::size_t begin, size;
    };
    struct Watch {
        std::int32_t value;  ///< of the literal watched
        std::uint32_t clause;
    };
    struct Change {
        std::size_t bound;
        std::int32_t before;
    };
    static std::size_t at(std::int32_t variable) { return 2 * static_cast<std::size_t>(variable); }
    /// The bound whose change can make the literal false.
    static std::size_t threat(Literal literal) { return at(literal.variable) + (literal.at_least ? 1 : 0); }

    [[nodiscard]] bool is_true(Literal literal) const;
    [[nodiscard]] bool is_false(Literal literal) const;
    [[nodiscard]] bool make_true(Literal literal);
    [[nodiscard]] bool propagate();
    [[nodiscard]] bool run_watches();
    [[nodiscard]] bool visit(std::size_t bound, std::int32_t before);
    [[nodiscard]] bool visit_clause(std::uint32_t index, Literal falsified, bool& moved);
    [[nodiscard]] bool run_passing(bool& changed);
    void settle();

    std::vector<std::int32_t> bounds_;  ///< per variable: least, greatest
    std::vector<Clause> clauses_, passing_;
    std::vector<Literal> literals_, passing_literals_;
    std::vector<std::vector<Watch>> watches_;  ///< per bound
    std::vector<Change> changes_;
    std::size_t seen_ = 0;  ///< changes whose watches have been visited
    bool contradictory_ = false;
};

}  // namespace masar::verify
