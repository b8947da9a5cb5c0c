#include "app/workspace/decisions.h"

#include "app/workspace/decision_list.h"
#include "app/workspace/decision_log.h"
#include "app/workspace/proposal_list.h"
#include "app/workspace/roadmap_case_test.h"

namespace masar::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Decisions : public RoadmapCase {
protected:
    [[nodiscard]] std::int64_t proposed(const Actor& by, std::vector<Change> changes) {
        const auto number = propose(workspace, by, plan, {{"Longer course", "دورة أطول"}, "", std::move(changes), ""});
        EXPECT_TRUE(number) << (number ? "" : number.error().message.en);
        return number.value_or(0);
    }
    [[nodiscard]] ProposalView shown(const Actor& to, std::int64_t number) {
        const auto view = view_proposal(workspace, to, plan, number);
        EXPECT_TRUE(view) << (view ? "" : view.error().message.en);
        return view.value_or(ProposalView{});
    }
    [[nodiscard]] std::string sign(const Actor& by, std::int64_t number) {
        const auto state = decide(workspace, by, plan, number, {Verdict::sign, shown(by, number).hash, ""});
        return state ? *state : state.error().message.en;
    }
    [[nodiscard]] store::PlanRow row() { return open_plan(workspace, both, plan)->row; }
};

TEST_F(Decisions, OneSideAloneNeverSuffices) {
    const std::int64_t number = proposed(uae, {set("course", "duration", "8wd")});
    EXPECT_EQ(number, 1);
    EXPECT_THAT(text(), HasSubstr("duration: 5wd"));  // proposed is not changed
    EXPECT_THAT(shown(usa, number).blocked, IsEmpty());
    EXPECT_EQ(sign(uae, number), "open");
    EXPECT_EQ(sign(uae, number), "your side has signed already");
    EXPECT_EQ(row().baseline, 0);
    EXPECT_THAT(shown(usa, number).waiting, ElementsAre("usa"));
    EXPECT_EQ(sign(usa, number), "approved");
    EXPECT_NE(row().baseline, 0);
    EXPECT_THAT(text(), HasSubstr("duration: 8wd"));
    const auto chains = store->read([](const store::Tables& kept) { return verify_decisions(kept); });
    ASSERT_TRUE(chains);
    EXPECT_FALSE(chains->broken);
    EXPECT_EQ(chains->chains.at(0).decisions, 4);  // proposed, signed twice, approved
}

TEST_F(Decisions, AChangeVoidsWhatWasSignedAndSaysSo) {
    const std::int64_t number = proposed(uae, {set("course", "duration", "8wd")});
    const std::string old_hash = shown(usa, number).hash;
    EXPECT_EQ(sign(usa, number), "open");
    ASSERT_TRUE(replace_proposal(workspace, uae, plan, number,
                                 {{"Longer", "أطول"}, "", {set("course", "duration", "9wd")}, ""}));
    const ProposalView view = shown(usa, number);
    ASSERT_EQ(view.signatures.size(), 1U);
    EXPECT_EQ(view.signatures[0].voided_why.en, "side 'uae' changed the proposal");
    EXPECT_THAT(view.waiting, ElementsAre("uae", "usa"));
    const auto stale = decide(workspace, usa, plan, number, {Verdict::sign, old_hash, ""});
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.error().why, Refusal::Why::changed_meanwhile);
    EXPECT_EQ(sign(usa, number), "open");
    EXPECT_EQ(sign(uae, number), "approved");
    EXPECT_THAT(text(), HasSubstr("duration: 9wd"));
}

TEST_F(Decisions, NeitherSideSeesPrivateWordsInWhatBothSign) {
    ASSERT_TRUE(change_plan(workspace, usa, plan, {{set("own", "notes", "canary")}, ""}));
    const std::int64_t number = proposed(usa, {});
    for (const Actor& each : {uae, usa}) {
        const ProposalView view = shown(each, number);
        EXPECT_THAT(view.texts.en, Not(HasSubstr("canary")));
        EXPECT_THAT(view.texts.ar, Not(HasSubstr("own")));
    }
    EXPECT_EQ(shown(uae, number).hash, shown(usa, number).hash);
    const auto after = shown(uae, number).after;
    for (const auto& [path, words] : after->files()) EXPECT_THAT(words, Not(HasSubstr("canary")));
}

TEST_F(Decisions, WhatOneSideAloneReadsIsNotProposedSoThatNoClashTellsOfIt) {
    const auto mixed =
        propose(workspace, usa, plan,
                {{"Two", "اثنان"}, "", {set("own", "notes", "canary"), set("course", "duration", "8wd")}, ""});
    ASSERT_FALSE(mixed);
    EXPECT_EQ(mixed.error().message.en, "not every side reads 'own': nobody can sign it together");
    const auto released =
        propose(workspace, usa, plan,
                {{"Two", "اثنان"}, "", {set("own", "release", "uae"), set("course", "duration", "8wd")}, ""});
    ASSERT_FALSE(released);
    EXPECT_EQ(released.error().message.en, "a release is proposed by itself, by the side whose it is");
    EXPECT_EQ(proposal_list(workspace, usa, plan)->size(), 0U);
}

TEST_F(Decisions, ProposalsAgainstTheOthersRecordsFollowThePlanAndClashesAreNamed) {
    const std::int64_t number = proposed(uae, {set("course", "duration", "8wd")});
    ASSERT_TRUE(change_plan(workspace, usa, plan, {{set("charter", "duration", "12wd")}, ""}));
    EXPECT_THAT(shown(usa, number).blocked, IsEmpty());
    ASSERT_TRUE(change_plan(workspace, usa, plan, {{set("course", "duration", "6wd")}, ""}));
    ASSERT_EQ(shown(usa, number).blocked.size(), 1U);
    EXPECT_THAT(shown(usa, number).blocked[0].en, HasSubstr("'course' was changed since"));
    EXPECT_THAT(sign(usa, number), HasSubstr("clashes"));
    EXPECT_EQ(row().baseline, 0);
}

TEST_F(Decisions, ADeputySignsAsOneAndAllOfItStandsInTheLog) {
    const std::int64_t number = proposed(uae, {set("course", "duration", "8wd")});
    Actor deputy{7, "usa", {Role::approver}};
    deputy.acting = {{Role::approver, 2}};
    EXPECT_EQ(sign(deputy, number), "open");
    const ProposalView view = shown(uae, number);
    ASSERT_EQ(view.signatures.size(), 1U);
    EXPECT_TRUE(view.signatures[0].deputy);
    EXPECT_EQ(sign(usa, number), "your side has signed already");  // in whose place it was signed
    EXPECT_EQ(*decide(workspace, uae, plan, number, {Verdict::object, "", "no"}), "objected");
    EXPECT_EQ(row().baseline, 0);
    const auto log = store->read([&](const store::Tables& kept) { return kept.decisions.of_plan(row().id); });
    ASSERT_TRUE(log);
    ASSERT_EQ(log->size(), 3U);
    EXPECT_THAT(log->at(1).entry, HasSubstr("\"deputy\":true"));
    EXPECT_THAT(log->at(2).entry, HasSubstr("\"comment\":\"no\""));
}

TEST_F(Decisions, TheSideThatProposedWithdrawsUntilBothHaveSigned) {
    const std::int64_t number = proposed(uae, {set("course", "duration", "8wd")});
    EXPECT_EQ(sign(usa, number), "open");
    EXPECT_EQ(decide(workspace, usa, plan, number, {Verdict::withdraw, "", ""}).error().message.en,
              "the side that proposed it withdraws it");
    EXPECT_EQ(*decide(workspace, uae, plan, number, {Verdict::withdraw, "", ""}), "withdrawn");
    EXPECT_EQ(sign(uae, number), "the proposal is decided");
    const std::int64_t second = proposed(uae, {set("course", "duration", "8wd")});
    EXPECT_EQ(second, 2);
    EXPECT_EQ(sign(uae, second), "open");
    EXPECT_EQ(sign(usa, second), "approved");
    EXPECT_FALSE(decide(workspace, uae, plan, second, {Verdict::withdraw, "", ""}));
    EXPECT_EQ(propose(workspace, uae, plan, {{"Again", "مرة أخرى"}, "", {}, ""}).error().message.en,
              "this is what both sides approved already");
}

TEST_F(Decisions, AnUnreviewedTextBlocksAndOnlyApproversDecide) {
    ASSERT_TRUE(change_plan(workspace, uae, plan, {{set("course", "name.ar-review.state", "draft")}, ""}));
    const std::int64_t number = proposed(uae, {});
    ASSERT_EQ(shown(usa, number).blocked.size(), 1U);
    EXPECT_EQ(shown(usa, number).blocked[0].en, "course: the Arabic text is not reviewed");
    EXPECT_FALSE(shown(usa, number).may_sign);
    Actor planner = usa;
    planner.roles = {Role::planner};
    const auto returned = decide(workspace, planner, plan, number, {Verdict::send_back, "", "review it"});
    ASSERT_FALSE(returned);
    EXPECT_EQ(returned.error().why, Refusal::Why::not_allowed);
    EXPECT_EQ(*decide(workspace, usa, plan, number, {Verdict::send_back, "", "review it"}), "returned");
    EXPECT_EQ(decide(workspace, uae, plan, number, {Verdict::withdraw, "", ""}).error().message.en,
              "the proposal is decided");
}

TEST_F(Decisions, WhatOneSideReleasesItsDisclosureRoleConfirmsAndNobodySeesTheDraft) {
    const std::int64_t number = proposed(usa, {set("own", "release", "uae")});
    EXPECT_LT(number, 0);
    EXPECT_FALSE(view_proposal(workspace, uae, plan, number));
    EXPECT_EQ(proposal_list(workspace, uae, plan)->size(), 0U);
    Actor disclosure{4, "usa", {Role::disclosure}};
    const auto state =
        decide(workspace, disclosure, plan, number, {Verdict::disclose, shown(disclosure, number).hash, ""});
    ASSERT_TRUE(state) << state.error().message.en;
    EXPECT_EQ(*state, "approved");
    const auto seen = open_plan(workspace, uae, plan)->shown_to(uae);
    EXPECT_NE(plan::find(seen->plan().activities, "own"), nullptr);

    // What the other side decided alone leaves no gap in the list of this one.
    EXPECT_EQ(proposed(uae, {set("course", "duration", "8wd")}), 1);
    const auto list = decision_list(workspace, uae, plan), other_list = decision_list(workspace, usa, plan);
    ASSERT_EQ(list->size(), 1U);
    ASSERT_EQ(other_list->size(), 4U);
    EXPECT_EQ(list->at(0).number, 1);
    EXPECT_EQ(list->at(0).previous, "");
    EXPECT_EQ(other_list->at(3).previous, other_list->at(2).hash);
    const auto kept = store->read([&](const store::Tables& tables) { return tables.decisions.of_plan(row().id); });
    EXPECT_EQ(other_list->at(3).hash, kept->back().hash);  // nothing is left out: the chain that is kept
    EXPECT_NE(list->at(0).hash, kept->back().hash);
}

}  // namespace
}  // namespace masar::app
