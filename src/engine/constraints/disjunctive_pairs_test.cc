#include "engine/constraints/disjunctive_pairs.h"

#include "engine/constraints/propagation_test_kit.h"

namespace masar::engine::testing {
namespace {

TEST(DisjunctivePairs, AgreeWithAllAssignmentsOfStartsAndOrders) {
    for (std::uint64_t seed = 0; seed < 120; ++seed) {
        base::RandomStream random(seed, 12);
        const auto days = [&] { return 1 + static_cast<std::int32_t>(random.below(3)); };
        const std::int32_t length[3] = {days(), days(), days()};
        const std::vector<DisjunctivePair> pairs{{{0, length[0]}, {1, length[1]}, 3},
                                                 {{1, length[1]}, {2, length[2]}, 4},
                                                 {{2, length[2]}, {0, length[0]}, 5}};
        Question question{{{0, 6}, {1, 5}, {0, 6}, {0, 1}, {0, 1}, {0, 1}}, {}, {}};
        const auto value = [](const Values& x, Variable variable) { return x[static_cast<std::size_t>(variable)]; };
        question.holds = [&](const Values& x) {
            return std::ranges::all_of(pairs, [&](const DisjunctivePair& pair) {
                const std::int32_t first = value(x, pair.first.start), second = value(x, pair.second.start);
                return value(x, pair.order) == 1 ? first + pair.first.days <= second
                                                 : second + pair.second.days <= first;
            });
        };
        question.post = [&](ClauseEngine& engine) { engine.add(std::make_unique<DisjunctivePairs>(pairs)); };
        Trial(question, seed).run(20);
    }
}

TEST(DisjunctivePairs, KnowTheOrderAsSoonAsOneWayIsTooLate) {
    ClauseEngine engine;
    (void)engine.add_variable(3, 9);
    (void)engine.add_variable(0, 6);
    (void)engine.add_variable(0, 1);
    engine.add(std::make_unique<DisjunctivePairs>(std::vector<DisjunctivePair>{{{0, 4}, {1, 2}, 2}}));
    ASSERT_TRUE(engine.propagate());  // 3 + 4 is after 6: the second is first
    EXPECT_EQ(engine.trail().greatest(2), 0);
    EXPECT_EQ(engine.trail().greatest(1), 6);
    engine.decide(at_least(1, 5));
    ASSERT_TRUE(engine.propagate());
    EXPECT_EQ(engine.trail().least(0), 7);
}

}  // namespace
}  // namespace masar::engine::testing
