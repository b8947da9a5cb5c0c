#include "engine/search/crew.h"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>

namespace masar::engine {
namespace {

TEST(CrewThreads, DoesEveryJobOnceRoundAfterRound) {
    for (const std::int32_t threads : {1, 2, 4}) {
        Crew crew(threads);
        EXPECT_EQ(crew.threads(), threads);
        std::vector<int> done(8);
        for (int round = 1; round <= 200; ++round) {
            crew.run(8, [&](std::int32_t job, std::int32_t thread) {
                EXPECT_LT(thread, threads);
                ++done[job];
            });
            EXPECT_EQ(std::accumulate(done.begin(), done.end(), 0), 8 * round);
        }
    }
}

TEST(CrewThreads, ThrowsWhatTheFirstFailedJobThrew) {
    for (const std::int32_t threads : {1, 4}) {
        Crew crew(threads);
        for (int round = 0; round < 50; ++round) {
            try {
                crew.run(8, [](std::int32_t job, std::int32_t) {
                    if (job == 3 || job == 6) throw job;
                });
                ADD_FAILURE() << "nothing was thrown";
            } catch (std::int32_t job) {
                EXPECT_EQ(job, 3);
            }
        }
    }
}

TEST(CrewThreads, WithoutJobsItReturns) {
    Crew crew(3);
    std::atomic<int> done{0};
    crew.run(0, [&](std::int32_t, std::int32_t) { ++done; });
    EXPECT_EQ(done, 0);
}

}  // namespace
}  // namespace masar::engine
