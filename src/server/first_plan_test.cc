#include "server/first_plan.h"

#include "app/memory_files.h"
#include "server/site_test_kit.h"

#include <gmock/gmock.h>

namespace masar::server {
namespace {

using ::testing::ElementsAre;

class FirstPlan : public SiteTest {
protected:
    const app::Actor operator_here{0, {}, app::all_roles(), {}, false, 0, true, {}};
    std::vector<std::string> titles() {
        std::vector<std::string> all;
        const auto plans = app::roadmaps(services.workspace, operator_here);
        for (const store::PlanRow& each : *plans) all.push_back(each.key);
        return all;
    }
};

constexpr std::string_view small =
    "masar: 1\ntitle: {en: A small one, ar: صغيرة}\nstart: 2027-01-04\nsides: {north: {}, south: {}}\n";

TEST_F(FirstPlan, IsTheShippedExampleWithItsTwoSides) {
    EXPECT_TRUE(shipped_example().contains("plan.yaml"));
    EXPECT_EQ(shipped_example(), app::plan_files(app::input_files(shipped_example())))
        << "an edit would drop what is no text of the plan";
    const app::MemoryFiles none;
    ASSERT_TRUE(keep_first_plan(services.workspace, none, ""));
    EXPECT_EQ(titles().size(), 1U);
    EXPECT_THAT(*app::all_sides(services.workspace), ElementsAre("uae", "usa"));
    ASSERT_TRUE(keep_first_plan(services.workspace, none, ""));
    EXPECT_EQ(titles().size(), 1U) << "the server was started again";
    EXPECT_FALSE(keep_first_plan(services.workspace, none, "nowhere"));
}

TEST_F(FirstPlan, IsTheOneGivenAndTakenInOnce) {
    app::MemoryFiles files({{"mine.yaml", std::string(small)}});
    ASSERT_TRUE(keep_first_plan(services.workspace, files, "mine.yaml"));
    ASSERT_TRUE(keep_first_plan(services.workspace, files, "mine.yaml"));
    EXPECT_THAT(titles(), ElementsAre("a-small-one"));
    EXPECT_THAT(*app::all_sides(services.workspace), ElementsAre("north", "south"));
    ASSERT_TRUE(keep_first_plan(services.workspace, files, "")) << "there is one: the example is not wanted";
    EXPECT_EQ(titles().size(), 1U);
}

}  // namespace
}  // namespace masar::server
