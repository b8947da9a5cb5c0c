#include "app/workspace/plan_page.h"

#include "app/workspace/dates_job.h"
#include "app/workspace/decisions.h"
#include "app/workspace/roadmap_case_test.h"
#include "report/json_schedule.h"

#include <boost/json/parse.hpp>

namespace masar::app {
namespace {

class PlanPage : public RoadmapCase {
protected:
    [[nodiscard]] bool is_as_agreed() {
        const auto frame = plan_page(workspace, both, {.plan = plan, .page = Page::frame, .words = {}});
        return boost::json::parse(*frame).at("head_equals_baseline").as_bool();
    }
    void agree() {
        const auto number = propose(workspace, uae, plan, {{"All of it", "الكل"}, "", {}, {}});
        ASSERT_TRUE(number) << number.error().message.en;
        const std::string hash = view_proposal(workspace, usa, plan, *number)->hash;
        for (const Actor& each : {uae, usa})
            ASSERT_TRUE(decide(workspace, each, plan, *number, {Verdict::sign, hash, ""}));
    }
};

TEST_F(PlanPage, SaysThatTheDraftDiffersFromWhatWasAgreedAlsoByItsDatesAlone) {
    agree();
    EXPECT_TRUE(is_as_agreed());
    const auto open = open_plan(workspace, both, plan);
    plan::Timetable later = *open->whole->timetable();
    for (plan::ActivityDates& each : later.activities)
        each.start += std::chrono::days(28), each.finish += std::chrono::days(28);
    ASSERT_TRUE(take_dates(workspace, uae, plan, report::schedule_json(open->whole->plan(), later)));
    EXPECT_EQ(open_plan(workspace, both, plan)->whole->hash(), open->whole->hash()) << "the texts are the same";
    EXPECT_FALSE(is_as_agreed());
}

}  // namespace
}  // namespace masar::app
