#include "forecast/learning_curve.h"

#include <gtest/gtest.h>

namespace masar::forecast {
namespace {

// Golden LEARN-1: 100 at first, 80 percent.
TEST(LearningCurve, LeavesItsRateAtEveryDoubling) {
    const LearningCurve curve{100, 0.8};
    EXPECT_DOUBLE_EQ(curve.of(1), 100);
    EXPECT_NEAR(curve.of(2), 80, 1e-12);
    EXPECT_NEAR(curve.of(3), 70.210, 5e-4);
    EXPECT_NEAR(curve.of(4), 64, 1e-12);
    EXPECT_NEAR(curve.of(8), 51.2, 1e-12);
}

}  // namespace
}  // namespace masar::forecast
