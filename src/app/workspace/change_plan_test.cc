#include "app/workspace/change_log.h"
#include "app/workspace/duplicate_chain.h"
#include "app/workspace/record_view.h"
#include "app/workspace/roadmap_case_test.h"
#include "app/workspace/text_pane.h"
#include "app/workspace/undo_edits.h"

#include <boost/json/parse.hpp>

#include <thread>

namespace masar::app {
namespace {

using testing::HasSubstr;
using testing::Not;
using Why = Refusal::Why;

using ChangePlan = RoadmapCase;

TEST_F(ChangePlan, AnEditIsAVersionWithItsEventsAndDatesFollow) {
    EXPECT_EQ(start_of("course"), "2027-01-25");  // ten working days from 4 January, five more, then the next
    const auto saved = change_plan(workspace, uae, plan, {{set("charter", "duration", "15wd")}, ""});
    ASSERT_TRUE(saved) << saved.error().message.en;
    EXPECT_EQ(saved->dates, DatesState::current);
    EXPECT_THAT(text(), HasSubstr("duration: 15wd, calendar: week}  # signed\n"));
    EXPECT_EQ(start_of("course"), "2027-02-01");
    const auto log = change_log(workspace, usa, plan, {});
    ASSERT_TRUE(log);
    ASSERT_EQ(log->size(), 2U);
    EXPECT_EQ(log->back().sentence.en, "activity charter: duration changes from 10wd to 15wd");
    EXPECT_EQ(log->back().side, "uae");
    EXPECT_EQ(log->back().role, "planner");
}

TEST_F(ChangePlan, DatesThatStillHoldStay) {
    ASSERT_TRUE(change_plan(workspace, uae, plan, {{set("course", "duration", "3wd")}, ""}));
    EXPECT_EQ(start_of("course"), "2027-01-25");
    ASSERT_TRUE(change_plan(workspace, uae, plan, {{set("charter", "duration", "5wd")}, ""}));
    EXPECT_EQ(start_of("course"), "2027-01-25");
}

TEST_F(ChangePlan, NothingIsAppliedWhenOneChangeMakesAnError) {
    const std::string before = text();
    const auto saved =
        change_plan(workspace, uae, plan, {{set("charter", "duration", "15wd"), set("course", "after", "chartr")}, ""});
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().why, Why::wrong_plan);
    ASSERT_EQ(saved.error().faults.size(), 1U);
    EXPECT_EQ(saved.error().faults[0].id, "course");
    EXPECT_EQ(saved.error().faults[0].field, "after");
    EXPECT_THAT(saved.error().faults[0].hint.en, HasSubstr("charter"));
    EXPECT_EQ(text(), before);
}

TEST_F(ChangePlan, WhatElseLiesInTheFolderIsKept) {
    const std::string facts = "activity,started\ncharter,2027-01-04\n";
    const auto made = take_in_roadmap(
        workspace, uae,
        {{{"plan.yaml", std::string(shared)}, {"facts.csv", facts}, {"sides/uae/minutes.txt", "x"}}, {}});
    ASSERT_TRUE(made) << made.error().message.en;
    const auto files = [&] { return open_plan(workspace, both, made->key)->whole->files(); };
    const PlanFiles before = files();
    ASSERT_TRUE(before.contains("facts.csv"));
    ASSERT_TRUE(change_plan(workspace, uae, made->key, {{set("charter", "duration", "15wd")}, ""}));
    EXPECT_EQ(files().at("facts.csv"), facts);
    EXPECT_EQ(files().at("sides/uae/minutes.txt"), "x");
    ASSERT_TRUE(undo_edit(workspace, uae, made->key));
    EXPECT_EQ(files(), before);
}

TEST_F(ChangePlan, SeveralPeopleAtOnceWaitForEachOther) {
    const auto edits = [&](const Actor& who, const std::string& id, const std::string& field) {
        for (int i = 0; i < 12; ++i) {
            const auto saved = change_plan(workspace, who, plan, {{set(id, field, "note " + std::to_string(i))}, ""});
            EXPECT_TRUE(saved) << saved.error().message.en;
        }
    };
    {
        std::vector<std::jthread> people;
        for (const auto& [who, id] : {std::pair(uae, "charter"), {usa, "course"}})
            for (const char* field : {"notes", "source"})
                people.emplace_back([&edits, who = who, id = std::string(id), field] { edits(who, id, field); });
    }
    EXPECT_EQ(workspace.turns->begun_again(), 0) << "nobody worked in vain";
    EXPECT_EQ(change_log(workspace, uae, plan, {})->size(), 1U + 4 * 12);
}

TEST_F(ChangePlan, BeginsAgainWhenAnotherServerWasFasterButNotForEver) {
    int tried = 0, wanted = 4;
    const auto work = [&](const OpenPlan&) -> Outcome<std::optional<int>> {
        return ++tried < wanted ? std::optional<int>() : std::optional(tried);
    };
    EXPECT_EQ(*on_latest(workspace, uae, plan, work), 4);
    EXPECT_EQ(workspace.turns->begun_again(), 3);
    wanted = 1000;
    const auto given_up = on_latest(workspace, uae, plan, work);
    ASSERT_FALSE(given_up);
    EXPECT_EQ(given_up.error().why, Why::conflict);
    EXPECT_EQ(workspace.turns->begun_again(), 3 + 7);
}

TEST_F(ChangePlan, ASideEditsItsOwnAndWhatIsShared) {
    const auto foreign = change_plan(workspace, uae, plan, {{set("own", "duration", "4wd")}, ""});
    ASSERT_FALSE(foreign);  // it is not released: the answer is as if it were not there
    EXPECT_EQ(foreign.error().why, Why::not_found);
    ASSERT_TRUE(change_plan(workspace, usa, plan, {{set("own", "duration", "4wd")}, ""}));
    Actor reader = uae;
    reader.roles = {Role::legal};
    const auto by_reader = change_plan(workspace, reader, plan, {{set("charter", "duration", "4wd")}, ""});
    ASSERT_FALSE(by_reader);
    EXPECT_EQ(by_reader.error().why, Why::not_allowed);
    const auto release = change_plan(workspace, usa, plan, {{set("own", "release", "uae")}, ""});
    ASSERT_FALSE(release);
    EXPECT_THAT(release.error().message.en, HasSubstr("disclosure role"));
}

TEST_F(ChangePlan, TheOtherSideLearnsNothingOfPrivateEdits) {
    const auto before = open_plan(workspace, uae, plan);
    const std::string seen = before->shown_to(uae)->hash();
    ASSERT_TRUE(change_plan(workspace, usa, plan, {{set("own", "notes", "canary")}, ""}));
    EXPECT_EQ(open_plan(workspace, uae, plan)->shown_to(uae)->state_hash(), before->shown_to(uae)->state_hash());
    EXPECT_EQ(open_plan(workspace, uae, plan)->shown_to(uae)->hash(), seen);
    EXPECT_EQ(change_log(workspace, uae, plan, {})->size(), 1U);  // that it was begun
    EXPECT_EQ(change_log(workspace, usa, plan, {})->size(), 2U);
    const SnapshotPtr shown = open_plan(workspace, uae, plan)->shown_to(uae);
    for (const auto& [path, words] : shown->files()) EXPECT_THAT(words, Not(HasSubstr("canary"))) << path;
}

TEST_F(ChangePlan, TheSecondOfTwoEditorsIsShownWhatStandsThere) {
    const std::string etag = record_view(*open_plan(workspace, usa, plan), usa, "activities", "course")->etag;
    Change first = set("course", "duration", "6wd"), second = set("course", "duration", "7wd");
    first.if_match = second.if_match = etag;
    ASSERT_TRUE(change_plan(workspace, uae, plan, {{first}, ""}));
    const auto refused = change_plan(workspace, usa, plan, {{second}, ""});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().why, Why::changed_meanwhile);
    const auto current = boost::json::parse(refused.error().current);
    EXPECT_EQ(current.at("fields").at("duration").as_string(), "6wd");
    EXPECT_THAT(text(), HasSubstr("duration: 6wd"));
}

TEST_F(ChangePlan, UndoAndRedoGiveTheExactBytes) {
    const std::string before = text(), start = start_of("course");
    ASSERT_TRUE(change_plan(workspace, uae, plan,
                            {{set("charter", "duration", "15wd"), set("course", "name.en", "A course")}, ""}));
    const std::string after = text();
    ASSERT_TRUE(undo_edit(workspace, uae, plan));
    EXPECT_EQ(text(), before);
    EXPECT_EQ(start_of("course"), start);
    ASSERT_TRUE(redo_edit(workspace, uae, plan));
    EXPECT_EQ(text(), after);
    EXPECT_FALSE(redo_edit(workspace, uae, plan));
    ASSERT_TRUE(undo_edit(workspace, uae, plan));
    EXPECT_EQ(text(), before);
    EXPECT_FALSE(undo_edit(workspace, uae, plan));
}

TEST_F(ChangePlan, UndoLeavesWhatOthersDidAndSaysWhatTheyChanged) {
    ASSERT_TRUE(change_plan(workspace, uae, plan, {{set("charter", "duration", "15wd")}, ""}));
    ASSERT_TRUE(change_plan(workspace, usa, plan, {{set("charter", "name.en", "The charter")}, ""}));  // the same line
    ASSERT_TRUE(undo_edit(workspace, uae, plan));
    EXPECT_THAT(
        text(),
        HasSubstr("charter: {name: {en: The charter, ar: الميثاق}, duration: 10wd, calendar: week}  # signed\n"));
    ASSERT_TRUE(redo_edit(workspace, uae, plan));
    ASSERT_TRUE(change_plan(workspace, usa, plan, {{set("charter", "duration", "20wd")}, ""}));
    const auto refused = undo_edit(workspace, uae, plan);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message.en, "'charter' was changed since");
}

TEST_F(ChangePlan, ACopyOfAChainLiesAYearLaterWithItsLinksAmongTheCopies) {
    ASSERT_TRUE(change_plan(workspace, uae, plan, {{set("course", "window", "2027-01-11..2027-06-30")}, ""}));
    const auto copied = duplicate_chain(workspace, uae, plan, {{"charter", "course"}, 1});
    ASSERT_TRUE(copied) << copied.error().message.en;
    EXPECT_THAT(copied->ids, testing::ElementsAre("charter-2028", "course-2028"));
    EXPECT_THAT(text(), HasSubstr("after: charter-2028 + 5wd\n"));
    // 11 January 2028 is a Tuesday, 30 June 2028 a Friday.
    EXPECT_THAT(text(), HasSubstr("window: 2028-01-11..2028-06-30\n"));
    EXPECT_THAT(text(), HasSubstr("name: {en: Course (2028), ar: دورة (2028)}"));
}

TEST_F(ChangePlan, TheTextPaneSavesWhatItsReaderSeesWhole) {
    const auto file = read_file(workspace, uae, plan, "plan.yaml");
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->file.editable) << file->file.reason.en;
    EXPECT_EQ(file->text, std::string(shared));
    EXPECT_FALSE(read_file(workspace, uae, plan, "sides/usa/own.yaml"));
    std::string changed = file->text;
    changed.replace(changed.find("10wd"), 4, "9wd");
    ASSERT_TRUE(save_file(workspace, uae, plan, {"plan.yaml", changed, file->etag}));
    EXPECT_EQ(text(), changed);
    EXPECT_EQ(save_file(workspace, usa, plan, {"plan.yaml", changed + "\n", file->etag}).error().why,
              Why::changed_meanwhile);
    const auto broken = save_file(workspace, usa, plan, {"plan.yaml", changed + "gates: {\n", ""});
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().why, Why::wrong_plan);
    EXPECT_EQ(broken.error().faults.at(0).line, 16U);
    EXPECT_EQ(text(), changed);
}

TEST_F(ChangePlan, ARoadmapIsSeenByItsSidesAndASandboxByItsVisitor) {
    EXPECT_EQ(roadmaps(workspace, uae)->size(), 1U);
    const Actor stranger{9, "qat", {Role::planner}};
    EXPECT_EQ(roadmaps(workspace, stranger)->size(), 0U);
    EXPECT_EQ(open_plan(workspace, stranger, plan).error().why, Why::not_found);
    const auto sandbox = begin_sandbox(workspace, *copy_of(workspace, both, plan), clock.now() + std::chrono::hours(1));
    ASSERT_TRUE(sandbox);
    EXPECT_EQ(open_plan(workspace, uae, sandbox->key).error().why, Why::not_found);
    const Actor visitor{0, "uae", all_roles(), {}, true, sandbox->id, false, ""};
    EXPECT_TRUE(change_plan(workspace, visitor, sandbox->key, {{set("charter", "duration", "9wd")}, ""}));
    EXPECT_THAT(text(), HasSubstr("duration: 10wd"));
}

}  // namespace
}  // namespace masar::app
