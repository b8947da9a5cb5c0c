#include "app/workspace/make_room.h"

#include "app/workspace/change_log.h"
#include "app/workspace/decisions.h"
#include "app/workspace/duplicate_chain.h"
#include "app/workspace/proposal_list.h"
#include "app/workspace/roadmap_case_test.h"
#include "app/workspace/text_pane.h"
#include "app/workspace/undo_edits.h"

namespace masar::app {
namespace {

using testing::HasSubstr;
using testing::Not;

/// "own" belongs to the USA alone, which the UAE does not know.
class MakeRoom : public RoadmapCase {
protected:
    static Change added(const std::string& id, const std::string& side = "") {
        Change change;
        change.edit.kind = planfile::EditKind::add;
        change.edit.section = "activities";
        change.edit.id = id;
        change.edit.side = side;
        planfile::WrittenValue duration = planfile::written_text("3wd");
        duration.key = "duration";
        change.edit.value = {{}, planfile::NodeKind::map, {}, {duration}};
        return change;
    }
    /// Everything that the side is shown of the plan.
    [[nodiscard]] std::string seen_by(const Actor& actor) {
        const auto open = open_plan(workspace, actor, plan);
        std::string text = open->shown_to(actor)->dates();
        const auto shown = open->shown_to(actor);
        for (const auto& [path, words] : shown->files()) text += path + words;
        const auto log = change_log(workspace, actor, plan, {});
        for (const LogEntry& each : *log) text += each.sentence.en;
        return text;
    }
};

TEST_F(MakeRoom, TheHiddenRecordGivesWayWithItsDatesAndNobodyElseLearnsOfIt) {
    const std::string start = start_of("own");
    const auto saved = change_plan(workspace, uae, plan, {{added("own")}, ""});
    ASSERT_TRUE(saved) << saved.error().message.en;
    EXPECT_THAT(text(), HasSubstr("own:"));
    EXPECT_THAT(text("sides/usa/own.yaml"), HasSubstr("usa-own:"));
    EXPECT_EQ(start_of("usa-own"), start);
    EXPECT_THAT(seen_by(uae), Not(HasSubstr("usa-own")));
    EXPECT_THAT(seen_by(usa), HasSubstr("usa-own"));
    ASSERT_TRUE(undo_edit(workspace, uae, plan));
    EXPECT_THAT(text("sides/usa/own.yaml"), HasSubstr("usa-own:")) << "undone is the edit alone";
    EXPECT_FALSE(undo_edit(workspace, uae, plan));
}

TEST_F(MakeRoom, WhereverTheIdComesFrom) {
    ASSERT_TRUE(change_plan(workspace, usa, plan, {{added("usa-b", "usa")}, ""}));
    Change renamed = added("course");
    renamed.edit.kind = planfile::EditKind::rename;
    renamed.edit.new_id = "own";
    ASSERT_TRUE(change_plan(workspace, uae, plan, {{renamed}, ""}));
    EXPECT_THAT(text("sides/usa/own.yaml"), HasSubstr("usa-own:"));

    const auto file = read_file(workspace, uae, plan, "plan.yaml");
    const auto saved =
        save_file(workspace, uae, plan, {"more.yaml", "activities:\n  usa-b: {duration: 1wd, calendar: week}\n", ""});
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().message.en, "ids that begin with 'usa-' are for what that side alone reads");
    const auto other =
        save_file(workspace, uae, plan, {"more.yaml", "activities:\n  usa-c: {duration: 1wd, calendar: week}\n", ""});
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().message.en, saved.error().message.en) << "whether there is one or not";
    EXPECT_TRUE(file);
}

TEST_F(MakeRoom, AFileOfWhichTheAuthorReadsNothingGivesWayToTheirs) {
    const std::string hidden = "resources:\n  usa-cell: {owner: usa, release: usa, capacity: 2}\n";
    const std::string mine = "resources:\n  rooms: {owner: [uae, usa], capacity: 3}\n";
    const auto put = save_file(workspace, both, plan, {"more.yaml", hidden, ""});
    ASSERT_TRUE(put) << put.error().message.en;
    const auto unseen = read_file(workspace, uae, plan, "more.yaml"), none = read_file(workspace, uae, plan, "x.yaml");
    ASSERT_FALSE(unseen);
    EXPECT_EQ(unseen.error().message.en, "there is no file 'more.yaml'");
    EXPECT_EQ(none.error().message.en, "there is no file 'x.yaml'");
    const auto over = save_file(workspace, uae, plan, {"more.yaml", mine, "an etag of before"});
    ASSERT_TRUE(over) << over.error().message.en;
    EXPECT_EQ(text("more.yaml"), mine);
    EXPECT_EQ(text("more-2.yaml"), hidden);
    EXPECT_TRUE(save_file(workspace, uae, plan,
                          {"x.yaml", "resources:\n  halls: {owner: [uae, usa], capacity: 1}\n", "an etag of before"}))
        << "as where there was none";
    for (const char* path : {"sides/usa/own.yaml", "sides/usa/none.yaml"}) {
        const auto refused = save_file(workspace, uae, plan, {path, mine, ""});
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().message.en, "there is no file '" + std::string(path) + "'");
    }
}

TEST_F(MakeRoom, AProposalBringsItToo) {
    const auto number = propose(workspace, uae, plan, {{"New", "جديد"}, "", {{added("own")}, {}, {}, false}, {}});
    ASSERT_TRUE(number) << number.error().message.en;
    EXPECT_THAT(text("sides/usa/own.yaml"), HasSubstr("usa-own:"));
    EXPECT_EQ(proposal_list(workspace, usa, plan)->size(), 1U);
}

TEST_F(MakeRoom, WhatASideAddsForItselfBearsItsName) {
    const auto refused = change_plan(workspace, usa, plan, {{added("rehearsal", "usa")}, ""});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "id");
    EXPECT_EQ(refused.error().hint.en, "call it 'usa-rehearsal'");
    EXPECT_TRUE(change_plan(workspace, usa, plan, {{added("usa-rehearsal", "usa")}, ""}));
    EXPECT_TRUE(change_plan(workspace, usa, plan, {{added("rehearsal")}, ""})) << "both sides read it";
    const auto copied = duplicate_chain(workspace, usa, plan, {{"own"}, 1});
    ASSERT_TRUE(copied) << copied.error().message.en;
    EXPECT_EQ(copied->ids.at(0), "usa-own-2028");
}

}  // namespace
}  // namespace masar::app
