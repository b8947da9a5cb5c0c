#include "app/workspace/notices.h"

#include "app/workspace/decisions.h"
#include "app/workspace/notes.h"
#include "app/workspace/roadmap_case_test.h"

namespace masar::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class NoticesCase : public RoadmapCase {
protected:
    Notices notices(const Actor& actor) {
        auto all = notices_of(workspace, actor, plan);
        EXPECT_TRUE(all) << (all ? "" : all.error().message.en);
        return all ? *std::move(all) : Notices{};
    }
    std::vector<std::string> told(const Actor& actor) {
        std::vector<std::string> lines;
        const Notices all = notices(actor);
        for (const Notice& each : all.list)
            lines.push_back(std::string(word_of(each.kind)) + (each.fresh ? "! " : " ") + each.id
                            + (each.proposal > 0 ? std::to_string(each.proposal) : ""));
        return lines;
    }
    void looks(const Actor& actor) {
        clock.pass(std::chrono::seconds(1));
        EXPECT_TRUE(mark_notices(workspace, actor, plan));
        clock.pass(std::chrono::seconds(1));
    }
    void says(const Actor& actor, std::string_view id, const char* words, bool to_both, std::int64_t reply_to = 0) {
        clock.pass(std::chrono::seconds(1));
        EXPECT_TRUE(write_note(workspace, actor, {plan, "activities", id}, {words, to_both, reply_to}));
    }
    std::int64_t proposes(const Actor& actor) {
        clock.pass(std::chrono::seconds(1));
        Wish wish;
        wish.changes = {set("course", "duration", "8wd")};
        const auto number = propose(workspace, actor, plan, {{"Longer", "أطول"}, "", wish, {}});
        EXPECT_TRUE(number) << (number ? "" : number.error().message.en);
        return number.value_or(0);
    }
};

TEST_F(NoticesCase, OfAnAnswerToOnesNoteComeOnceAndGoWhenOneHasLooked) {
    says(uae, "course", "which hall?", true);
    says(usa, "course", "the small one", true, 1);
    says(usa, "course", "or none", true, 1);
    says(usa, "course", "between us", false, 1);
    EXPECT_THAT(told(uae), ElementsAre("reply! course"));
    const Notices all = notices(uae);
    EXPECT_EQ(all.fresh(), 1);
    EXPECT_EQ(all.list.front().count, 2) << "what the other side says to itself is not counted";
    EXPECT_THAT(all.list.front().sentence.en, HasSubstr("2 replies to your notes on Course"));
    EXPECT_THAT(all.list.front().sentence.ar, HasSubstr("ردان على ملاحظاتك في دورة"));
    looks(uae);
    EXPECT_THAT(told(uae), IsEmpty());
    says(usa, "course", "still there?", true, 1);
    EXPECT_THAT(told(uae), ElementsAre("reply! course"));
}

TEST_F(NoticesCase, OfSomebodysRecordsAreForTheSideWhoseTheyAre) {
    ASSERT_TRUE(change_plan(workspace, both, plan, {{set("own", "duration", "4wd")}, ""}));
    ASSERT_TRUE(change_plan(workspace, both, plan, {{set("own", "notes", "longer")}, ""}));
    EXPECT_THAT(told(usa), ElementsAre("changed! own"));
    EXPECT_EQ(notices(usa).list.front().count, 2);
    EXPECT_THAT(told(uae), IsEmpty());
    looks(usa);
    ASSERT_TRUE(change_plan(workspace, usa, plan, {{set("own", "duration", "5wd")}, ""}));
    EXPECT_THAT(told(usa), IsEmpty()) << "what one's own side did is no news";
}

TEST_F(NoticesCase, OfAProposalAreForWhoMaySignAndStayUntilItIsDone) {
    const std::int64_t number = proposes(uae);
    Actor planner = usa;
    planner.roles = {Role::planner};
    EXPECT_THAT(told(usa), ElementsAre("signature! " + std::to_string(number)));
    EXPECT_THAT(told(planner), IsEmpty());
    looks(usa);
    EXPECT_THAT(told(usa), ElementsAre("signature " + std::to_string(number)));
    EXPECT_EQ(notices(usa).fresh(), 0);
    looks(uae);
    ASSERT_TRUE(decide(workspace, usa, plan, number, {Verdict::send_back, "", "not yet"}));
    EXPECT_THAT(told(usa), IsEmpty());
    EXPECT_THAT(told(uae), ElementsAre("returned! " + std::to_string(number)));
    looks(uae);
    EXPECT_THAT(told(uae), IsEmpty());
}

TEST_F(NoticesCase, AreNobodysWhileLookingAsTheOtherSide) {
    says(usa, "course", "hello", true);
    Actor looking = uae;
    looking.preview = "usa";
    EXPECT_THAT(told(looking), IsEmpty());
}

class DueNotices : public RoadmapCase {};

TEST_F(DueNotices, AreNewWhenTheyComeNear) {
    const auto made = take_in_roadmap(
        workspace, uae,
        {{{"plan.yaml",
           "masar: 1\ntitle: {en: Gates, ar: بوابات}\nstart: 2027-01-04\nas-of: 2027-03-01\nsides: {uae: {calendar: week, "
           "currency: AED}, usa: {calendar: week, currency: USD}}\ncalendars: {week: {works: [mon, tue, wed, thu, fri]}}\n"
           "activities: {a: {duration: 1wd, calendar: week}}\n"
           "gates: {near: {by: 2027-03-10, requires: [a]}, far: {by: 2027-06-01, requires: [a]}}\n"}},
         {}});
    ASSERT_TRUE(made) << made.error().message.en;
    const auto ids = [&] {
        std::vector<std::string> list;
        const auto all = notices_of(workspace, uae, made->key);
        for (const Notice& each : all->list) list.push_back(each.id + (each.fresh ? "!" : ""));
        return list;
    };
    EXPECT_THAT(ids(), ElementsAre("near!"));
    ASSERT_TRUE(mark_notices(workspace, uae, made->key));
    EXPECT_THAT(ids(), ElementsAre("near"));
}

}  // namespace
}  // namespace masar::app
