#include "engine/constraints/fractional_knapsack.h"

#include "engine/constraints/propagation_test_kit.h"
#include "engine/constraints/step_sum.h"

namespace masar::engine {
namespace {

/// Variables 0..n-1: chosen or not; n: value forgone, in steps of `scale`.
KnapsackSetup setup_of(const std::vector<std::int64_t>& values, const std::vector<std::int64_t>& weights,
                       std::int64_t capacity, std::int64_t scale) {
    KnapsackSetup setup{{}, capacity, static_cast<Variable>(values.size()), scale};
    for (std::size_t i = 0; i < values.size(); ++i)
        setup.items.push_back({at_least(static_cast<Variable>(i), 1), values[i], weights[i]});
    return setup;
}

StepSumSetup budget_of(const KnapsackSetup& setup) {
    StepSumSetup budget{{}, setup.capacity, {}};
    for (const KnapsackItem& item : setup.items)
        if (item.weight > 0) budget.terms.push_back({item.chosen.side, 0, {{1, item.weight}}});
    return budget;
}

TEST(FractionalKnapsack, BoundsWhatMustBeForgone) {
    ClauseEngine engine;
    for (int i = 0; i < 3; ++i) (void)engine.add_variable(0, 1);
    const Variable forgone = engine.add_variable(0, 30);
    // 10 for 2, 9 for 3, 8 for 4 under 5: 10 + 9 fit exactly, so 8 at least is forgone.
    engine.add(std::make_unique<FractionalKnapsack>(setup_of({10, 9, 8}, {2, 3, 4}, 5, 1)));
    ASSERT_TRUE(engine.propagate());
    EXPECT_EQ(engine.trail().least(forgone), 8);
    // Without the first: 9, and half of the 8.
    engine.decide(at_most(0, 0));
    ASSERT_TRUE(engine.propagate());
    EXPECT_EQ(engine.trail().least(forgone), 14);
}

TEST(FractionalKnapsack, FixesWhatTheCeilingDecides) {
    ClauseEngine engine;
    for (int i = 0; i < 3; ++i) (void)engine.add_variable(0, 1);
    (void)engine.add_variable(0, 8);
    engine.add(std::make_unique<FractionalKnapsack>(setup_of({10, 9, 8}, {2, 3, 4}, 5, 1)));
    ASSERT_TRUE(engine.propagate());
    EXPECT_TRUE(engine.trail().is_true(at_least(0, 1)));
}

TEST(FractionalKnapsack, KeepsToTheTruthAndExplainsIt) {
    for (std::uint64_t seed = 1; seed <= 25 && !::testing::Test::HasFailure(); ++seed) {
        base::RandomStream random(seed, 3);
        const std::size_t count = 3 + random.below(3);
        const std::int64_t scale = 1 + random.below(3);
        std::vector<std::int64_t> values, weights;
        std::int64_t total = 0, weight = 0;
        for (std::size_t i = 0; i < count; ++i) {
            values.push_back(scale * (1 + random.below(5)));
            weights.push_back(random.below(8));
            total += values.back();
            weight += weights.back();
        }
        const KnapsackSetup setup = setup_of(values, weights, weight / 2, scale);
        testing::Question question;
        question.domains.assign(count, {0, 1});
        question.domains.emplace_back(0, static_cast<std::int32_t>(total / scale));
        question.holds = [&](const testing::Values& chosen) {
            std::int64_t taken = 0, lost = 0;
            for (std::size_t i = 0; i < count; ++i) {
                taken += chosen[i] * weights[i];
                lost += (1 - chosen[i]) * values[i];
            }
            return taken <= setup.capacity && lost <= scale * chosen[count];
        };
        question.post = [&](ClauseEngine& engine) {
            engine.add(std::make_unique<FractionalKnapsack>(setup));
            engine.add(std::make_unique<StepSum>(budget_of(setup)));
            StepSumSetup lost{{}, 0, {}};
            for (std::size_t i = 0; i < count; ++i)
                lost.terms.push_back({upper(static_cast<Variable>(i)), 0, {{0, values[i]}}});
            lost.terms.push_back({upper(static_cast<Variable>(count)), scale, {}});
            engine.add(std::make_unique<StepSum>(std::move(lost)));
        };
        testing::Trial(question, seed).run(40);
    }
}

}  // namespace
}  // namespace masar::engine
