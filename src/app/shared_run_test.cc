// Ranks played by one process after the other: the sum has the bytes of a single run.
#include "app/shared_run.h"

#include <gtest/gtest.h>

namespace masar::app {
namespace {

/// Rank 0 finds what the other ranks handed in before it.
class PlayedRanks : public base::Ranks {
public:
    PlayedRanks(std::int32_t rank, std::vector<std::string>& parts) : rank_(rank), parts_(parts) {}
    [[nodiscard]] std::int32_t rank() const override { return rank_; }
    [[nodiscard]] std::int32_t count() const override { return static_cast<std::int32_t>(parts_.size()); }
    [[nodiscard]] std::vector<std::string> gather(std::string_view own) override {
        parts_[static_cast<std::size_t>(rank_)] = own;
        return rank_ == 0 ? parts_ : std::vector<std::string>();
    }

private:
    std::int32_t rank_;
    std::vector<std::string>& parts_;
};

struct Course {
    problem::Problem problem;
    problem::Schedule planned{{0, 0}, {0, 0}};
    forecast::RiskModel model;
};

Course course() {
    problem::ProblemData data;
    for (const std::int32_t days : {10, 20}) {
        problem::Activity activity;
        activity.modes = {problem::Mode{days, {}, {}, {}, 0}};
        data.activities.push_back(activity);
    }
    data.links.push_back({0, 1});
    Course course{problem::Problem::make(std::move(data)).value(), {{0, 0}, {0, 0}}, {}};
    course.model.durations = {{0, forecast::Distribution::triangular({8, 10, 15}).value()},
                              {1, forecast::Distribution::triangular({18, 20, 28}).value()}};
    return course;
}

base::Result<forecast::Tally> played(std::int32_t count, const forecast::SimulationOptions& options) {
    const Course what = course();
    const forecast::Situation situation{what.problem, what.planned, what.model};
    std::vector<std::string> parts(static_cast<std::size_t>(count));
    for (std::int32_t rank = count - 1; rank > 0; --rank) {
        PlayedRanks ranks(rank, parts);
        (void)simulate_shared(situation, options, {}, ranks);
    }
    PlayedRanks first(0, parts);
    return simulate_shared(situation, options, {}, first);
}

TEST(SharedRun, HasTheBytesOfOneProcess) {
    const Course what = course();
    for (const std::int64_t samples : {1, 600, 5'000}) {
        forecast::SimulationOptions options;
        options.samples = samples;
        const auto alone = forecast::simulate({what.problem, what.planned, what.model}, options, {});
        for (const std::int32_t ranks : {2, 3, 7}) {
            const auto together = played(ranks, options);
            ASSERT_TRUE(together) << together.error().message.en;
            EXPECT_EQ(forecast::to_json(*together), forecast::to_json(*alone)) << samples << " by " << ranks;
        }
    }
}

TEST(SharedRun, SaysWhatIsWrongAsOneProcessWould) {
    forecast::SimulationOptions options;
    options.converged_at = 0.01;
    const auto refused = played(2, options);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, base::Error::Kind::usage);
}

TEST(SharedRun, NamesTheRankWhosePartFailed) {
    const Course what = course();
    std::vector<std::string> parts{"", "!"};
    PlayedRanks first(0, parts);
    forecast::SimulationOptions options;
    options.samples = 2'000;
    const auto failed = simulate_shared({what.problem, what.planned, what.model}, options, {}, first);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().message.en, "the part of rank 1 failed");
}

}  // namespace
}  // namespace masar::app
