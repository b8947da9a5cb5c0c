#include "app/workspace/decision_file.h"

#include "app/workspace/decisions.h"
#include "app/workspace/roadmap_case_test.h"

namespace masar::app {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class DecisionFile : public RoadmapCase {
protected:
    DecisionFile() {
        const Wish longer{{set("course", "duration", "8wd")}, {}, {}, false};
        EXPECT_TRUE(propose(workspace, uae, plan, {{"Longer, much", "أطول"}, "=1+1", longer, {}}));
        for (const Actor& each : {uae, usa}) {
            const std::string hash = view_proposal(workspace, each, plan, 1)->hash;
            EXPECT_TRUE(decide(workspace, each, plan, 1, {Verdict::sign, hash, ""}));
        }
    }
    [[nodiscard]] std::string file() { return decisions_file(plan, *decision_list(workspace, usa, plan)); }
    [[nodiscard]] static std::string fault_of(const std::string& file) {
        const auto check = check_decisions_file(file);
        if (!check) return check.error().message.en;
        return check->faults.empty() ? "" : check->faults.front().sentence.en;
    }
};

TEST_F(DecisionFile, IsCheckedWithoutTheDatabase) {
    const auto check = check_decisions_file(file());
    ASSERT_TRUE(check);
    EXPECT_THAT(check->faults, IsEmpty());
    ASSERT_EQ(check->chains.size(), 1U);
    EXPECT_EQ(check->chains[0].decisions, 4);
    EXPECT_EQ(check->chains[0].hash, decision_list(workspace, usa, plan)->back().hash);
}

TEST_F(DecisionFile, NamesTheFirstEntryThatIsNotAsItWasWritten) {
    const std::string whole = file();
    std::string altered = whole;
    const std::size_t third = altered.find("\"side\":\"usa\"");
    ASSERT_NE(third, std::string::npos);
    altered[third + 8] = 'x';
    EXPECT_EQ(fault_of(altered), "decision 3 of '" + plan + "' was altered");
    const std::size_t first_end = whole.find('\n') + 1, second_end = whole.find('\n', first_end) + 1;
    EXPECT_EQ(fault_of(whole.substr(0, first_end) + whole.substr(second_end)),
              "decision 1 of '" + plan + "' was altered");
    const std::size_t last = whole.rfind('\n', whole.size() - 2) + 1;
    EXPECT_EQ(fault_of(whole.substr(0, last)), "decision 4 of '" + plan + "' is missing");
    EXPECT_EQ(fault_of("{}\n"), "this is no decision log of masar");
    EXPECT_EQ(fault_of(""), "this is no decision log of masar");
}

TEST_F(DecisionFile, IsATableForPeople) {
    const std::string csv = decisions_csv(*decision_list(workspace, usa, plan));
    EXPECT_THAT(csv, HasSubstr("number,at,kind,proposal,title,side,role,deputy,comment"));
    EXPECT_THAT(csv, HasSubstr("\"Longer, much / أطول\",uae,planner,false"));
    EXPECT_THAT(csv, Not(HasSubstr(",=1+1"))) << "no program takes a comment for a formula";
}

}  // namespace
}  // namespace masar::app
