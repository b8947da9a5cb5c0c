#include "app/workspace/running.h"
#include "app/workspace/imports.h"
#include "app/workspace/roadmap_case_test.h"
#include "app/workspace/undo_edits.h"

#include <boost/json/parse.hpp>

namespace masar::app {
namespace {

using testing::HasSubstr;
using Why = Refusal::Why;

using Running = RoadmapCase;

std::vector<Fact> facts(std::string_view json) {
    const auto read = facts_from_json(boost::json::parse(boost::json::string_view(json.data(), json.size())));
    EXPECT_TRUE(read) << read.error().message.en;
    return read ? *read : std::vector<Fact>{};
}

TEST_F(Running, AFactIsAnEditThatCanBeUndoneToTheByte) {
    const std::string before = text();
    ASSERT_TRUE(record_facts(workspace, uae, plan,
                             facts(R"({"what": "started", "id": "charter", "on": "2027-01-05", "remaining": "4wd"})")));
    EXPECT_THAT(text(), HasSubstr("status: started"));
    EXPECT_THAT(text(), HasSubstr("remaining: 4wd"));
    ASSERT_TRUE(undo_edit(workspace, uae, plan));
    EXPECT_EQ(text(), before);
}

TEST_F(Running, SaysWhatIsMissingAndAppliesNothing) {
    const std::string before = text();
    const auto finished =
        record_facts(workspace, uae, plan, facts(R"({"what": "finished", "id": "charter", "on": "2027-01-20"})"));
    ASSERT_FALSE(finished);
    EXPECT_EQ(finished.error().why, Why::wrong_field);
    EXPECT_THAT(finished.error().message.en, HasSubstr("when charter started"));
    EXPECT_FALSE(finished.error().hint.ar.empty());
    EXPECT_EQ(text(), before);
    EXPECT_FALSE(facts_from_json(boost::json::parse(R"({"what": "vanished"})")));
}

TEST_F(Running, TellsWhatIsLateAgainstThePlansOwnDates) {
    ASSERT_TRUE(record_facts(workspace, uae, plan, facts(R"({"what": "status-date", "on": "2027-01-20"})")));
    const auto status = plan_status(workspace, uae, plan);
    ASSERT_TRUE(status);
    EXPECT_EQ(status->as_of, calendar::date_of(2027, 1, 20));
    EXPECT_EQ(status->planned, 2) << "what is not released is not counted";
}

TEST_F(Running, TakesATableInOnlyWhenNothingIsDoubtful) {
    Imports imports;
    const auto upload = imports.bring(uae, plan, "events.csv", "Name,Start,Duration\nVisit,03/04/2027,3\n");
    ASSERT_TRUE(upload);
    EXPECT_THAT(upload_json(*upload), HasSubstr(R"("heading":"Start","guess":"window.first")"));
    const auto asked = imports.choose(workspace, uae, upload->id, boost::json::parse("{}"));
    ASSERT_TRUE(asked);
    ASSERT_EQ(asked->doubts.size(), 1U);
    const std::string before = text();
    EXPECT_EQ(imports.accept(workspace, uae, upload->id).error().why, Why::conflict);
    EXPECT_EQ(imports.accept(workspace, usa, upload->id).error().why, Why::not_found) << "it is somebody else's";
    EXPECT_EQ(text(), before) << "nothing is saved before";

    ASSERT_TRUE(imports.choose(workspace, uae, upload->id, boost::json::parse(R"({"answers": {"B2": "2027-04-05"}})")));
    const auto saved = imports.accept(workspace, uae, upload->id);
    ASSERT_TRUE(saved) << saved.error().message.en;
    EXPECT_THAT(text(), HasSubstr("window: 2027-04-05.."));
    EXPECT_EQ(imports.accept(workspace, uae, upload->id).error().why, Why::not_found) << "it has been taken in";
    ASSERT_TRUE(undo_edit(workspace, uae, plan));
    EXPECT_EQ(text(), before) << "to the byte";
}

}  // namespace
}  // namespace masar::app
