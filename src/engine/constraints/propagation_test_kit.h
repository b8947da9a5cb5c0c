#pragma once
// For tests: a constraint against the truth. On tiny domains every assignment is tried by hand, and search by random decisions then
// shows whether a bound was raised too far, an explanation says too little, a clause learnt is wrong, or a leaf is no solution.
#include "base/random_stream.h"
#include "engine/core/clause_engine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <vector>

namespace masar::engine::testing {

using Values = std::vector<std::int32_t>;

struct Question {
    std::vector<std::pair<std::int32_t, std::int32_t>> domains;
    std::function<bool(const Values&)> holds;
    std::function<void(ClauseEngine&)> post;  ///< adds the propagators; variables are there already, in order
};

class Trial {
public:
    Trial(const Question& question, std::uint64_t seed) : question_(question), random_(seed, 7) {
        Values values(question.domains.size());
        enumerate(values, 0);
        for (const auto& [least, greatest] : question.domains) (void)engine_.add_variable(least, greatest);
        question.post(engine_);
    }

    /// Decides at random until so many conflicts are met or the question is closed.
    void run(int conflicts) {
        for (int steps = 0; steps < 40 * conflicts && !::testing::Test::HasFailure(); ++steps) {
            if (!engine_.propagate()) {
                if (!meet_conflict()) return;
                if (--conflicts == 0) return;
                continue;
            }
            look_at_trail();
            if (!decide()) restart();
        }
    }

private:
    void enumerate(Values& values, std::size_t depth) {
        if (depth == values.size()) {
            if (question_.holds(values)) solutions_.push_back(values);
            return;
        }
        const auto [least, greatest] = question_.domains[depth];
        for (values[depth] = least; values[depth] <= greatest; ++values[depth]) enumerate(values, depth + 1);
    }

    static bool satisfies(const Values& values, Bound bound) {
        const std::int32_t value = values[static_cast<std::size_t>(bound.side / 2)];
        return (bound.side % 2 == 0 ? value : -value) >= bound.value;
    }
    /// Whether some solution satisfies all of these.
    bool possible(const Explanation& bounds) const {
        return std::ranges::any_of(solutions_, [&](const Values& solution) {
            return std::ranges::all_of(bounds, [&](Bound bound) { return satisfies(solution, bound); });
        });
    }

    void look_at_trail() {
        const Trail& trail = engine_.trail();
        for (std::int32_t i = 0; i < trail.size(); ++i) {
            if (trail[i].reason.propagator == Reason::decision) continue;
            for (std::int32_t value = trail[i].new_value; value > trail[i].old_value; --value) {
                const Bound implied{trail[i].side, value};
                Explanation reason = engine_.explanation_of(i, implied);
                for (const Bound each : reason) EXPECT_LT(trail.position(each), i) << "explained by what came later";
                for (const Bound each : reason) EXPECT_TRUE(trail.is_true(each)) << "explained by what does not hold";
                reason.push_back(implied.negated());
                EXPECT_FALSE(possible(reason)) << "side " << implied.side << " value " << value << " is not implied";
            }
        }
    }

    bool meet_conflict() {
        for (const Bound each : engine_.conflict()) EXPECT_TRUE(engine_.trail().is_true(each));
        EXPECT_FALSE(possible(engine_.conflict())) << "a conflict that is none";
        if (!engine_.resolve_conflict()) {
            EXPECT_TRUE(solutions_.empty()) << "called impossible, but it is not";
            return false;
        }
        Explanation denied;
        for (const Bound each : engine_.learnt()) denied.push_back(each.negated());
        EXPECT_FALSE(possible(denied)) << "a learnt clause that does not follow";
        return true;
    }

    bool decide() {
        std::vector<Variable> open;
        for (Variable x = 0; x < engine_.trail().variables(); ++x)
            if (!engine_.trail().fixed(x)) open.push_back(x);
        if (open.empty()) {
            Values values;
            for (Variable x = 0; x < engine_.trail().variables(); ++x) values.push_back(engine_.trail().least(x));
            EXPECT_TRUE(question_.holds(values)) << "a leaf that is no solution";
            return false;
        }
        const Variable x = open[static_cast<std::size_t>(random_.below(static_cast<std::uint32_t>(open.size())))];
        const std::int32_t least = engine_.trail().least(x), greatest = engine_.trail().greatest(x);
        const auto value =
            least + static_cast<std::int32_t>(random_.below(static_cast<std::uint32_t>(greatest - least)));
        engine_.decide(random_.below(2) == 0 ? at_most(x, value) : at_least(x, value + 1));
        return true;
    }

    void restart() { engine_.backtrack(0); }

    const Question& question_;
    base::RandomStream random_;
    ClauseEngine engine_;
    std::vector<Values> solutions_;
};

}  // namespace masar::engine::testing
