#include "server/first_plan.h"

#include "app/memory_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace masar::server {
namespace {

TEST(FirstPlan, IsTheShippedExampleWithItsTwoSides) {
    EXPECT_TRUE(shipped_example().contains("plan.yaml"));
    const app::MemoryFiles none;
    EXPECT_THAT(sides_of_plan(none, "").value(), ::testing::ElementsAre("uae", "usa"));
    EXPECT_FALSE(sides_of_plan(none, "nowhere").has_value());
}

}  // namespace
}  // namespace masar::server
