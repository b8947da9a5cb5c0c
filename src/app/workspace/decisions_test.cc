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

Wish wish(std::vector<Change> changes) { return {std::move(changes), {}, {}, false}; }

class Decisions : public RoadmapCase {
protected:
    [[nodiscard]] std::int64_t proposed(const Actor& by, std::vector<Change> changes) {
        const auto number =
            propose(workspace, by, plan, {{"Longer course", "دورة أطول"}, "", wish(std::move(changes)), {}});
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
                                 {{"Longer", "أطول"}, "", wish({set("course", "duration", "9wd")}), {}}));
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
                {{"Two", "اثنان"}, "", wish({set("own", "notes", "canary"), set("course", "duration", "8wd")}), {}});
    ASSERT_FALSE(mixed);
    EXPECT_EQ(mixed.error().message.en, "not every side reads 'own': nobody can sign it together");
    const auto released =
        propose(workspace, usa, plan,
                {{"Two", "اثنان"}, "", wish({set("own", "release", "uae"), set("course", "duration", "8wd")}), {}});
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
    EXPECT_EQ(propose(workspace, uae, plan, {{"Again", "مرة أخرى"}, "", {}, {}}).error().message.en,
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

class Proposals : public Decisions {
protected:
    [[nodiscard]] Outcome<std::int64_t> dragged(const Actor& by, const std::string& id, const char* day) {
        const Wish drag{{}, {{id, *calendar::parse_iso(day)}}, {}, false};
        return propose(workspace, by, plan, {{"A drag", "سحب"}, "", drag, {}});
    }
    [[nodiscard]] std::string agreed(std::int64_t number) {
        const std::string first = sign(uae, number);
        return first == "open" ? sign(usa, number) : first;
    }
    [[nodiscard]] Outcome<std::int64_t> back(const Actor& by, std::int64_t number, GoingBack::To to) {
        return propose(workspace, by, plan, {{}, "", {}, GoingBack{number, to}});
    }
    /// Of the version that both have approved.
    [[nodiscard]] std::string agreed_start(const std::string& id) {
        const auto version = store->read([&](const store::Tables& kept) { return kept.versions.find(row().baseline); });
        const SnapshotPtr whole = *snapshot_of(workspace, **version);
        const auto& activities = whole->plan().activities;
        const auto index = static_cast<std::size_t>(plan::find(activities, id) - activities.data());
        return calendar::to_iso(whole->timetable()->activities[index].start);
    }
    static constexpr auto to_agreed = GoingBack::To::agreed;
    static constexpr auto before = GoingBack::To::before;
};

TEST_F(Proposals, OfADragHoldTheDayAndWhatFollowsUntilBothHaveSigned) {
    const std::string old_start = start_of("charter");
    const auto number = dragged(uae, "charter", "2027-02-01");
    ASSERT_TRUE(number) << number.error().message.en;
    EXPECT_EQ(start_of("charter"), old_start) << "proposed is not changed";
    const ProposalView view = shown(usa, *number);
    EXPECT_THAT(view.blocked, IsEmpty());
    EXPECT_THAT(view.texts.en, HasSubstr("Charter"));
    EXPECT_EQ(agreed(*number), "approved");
    EXPECT_EQ(agreed_start("charter"), "2027-02-01");
    EXPECT_EQ(start_of("charter"), "2027-02-01");
    EXPECT_GE(start_of("course"), "2027-02-22") << "what comes after it has followed";
    EXPECT_GE(start_of("own"), "2027-02-15") << "also where one side alone reads it";
}

TEST_F(Proposals, OfADragSurviveWhatIsWrittenMeanwhile) {
    const auto number = dragged(uae, "charter", "2027-02-01");
    ASSERT_TRUE(change_plan(workspace, usa, plan, {{set("course", "notes", "bring maps")}, ""}));
    EXPECT_EQ(agreed(*number), "approved");
    EXPECT_EQ(start_of("charter"), "2027-02-01");
    EXPECT_THAT(text(), HasSubstr("bring maps"));
}

TEST_F(Proposals, OfADayThatCannotBeSayWhatItBreaks) {
    ASSERT_TRUE(change_plan(workspace, uae, plan, {{set("course", "window", "2027-01-04..2027-03-05")}, ""}));
    const auto number = dragged(uae, "charter", "2027-03-01");
    ASSERT_FALSE(number);
    EXPECT_EQ(number.error().why, Refusal::Why::conflict);
    EXPECT_EQ(number.error().field, "pins");
    EXPECT_FALSE(number.error().faults.empty());
    EXPECT_EQ(dragged(uae, "own", "2027-03-01").error().message.en, "the plan has no activity 'own'");
    EXPECT_EQ(dragged(usa, "own", "2027-03-01").error().message.en,
              "not every side reads 'own': nobody can sign it together");
    EXPECT_EQ(proposal_list(workspace, usa, plan)->size(), 0U);
}

TEST_F(Proposals, UndoWhatAnotherChangedAndNothingElseByBothSignatures) {
    const std::int64_t first = proposed(uae, {set("course", "duration", "8wd")});
    EXPECT_EQ(back(uae, first, before).error().message.en, "proposal 1 was not agreed by all sides");
    EXPECT_EQ(agreed(first), "approved");
    ASSERT_TRUE(change_plan(workspace, usa, plan, {{set("charter", "notes", "since then")}, ""}));
    const auto undo = back(usa, first, before);
    ASSERT_TRUE(undo) << undo.error().message.en;
    EXPECT_EQ(shown(uae, *undo).title.en, "Undo proposal 1: Longer course");
    EXPECT_THAT(text(), HasSubstr("duration: 8wd")) << "until it is signed";
    EXPECT_EQ(sign(usa, *undo), "open");
    EXPECT_THAT(text(), HasSubstr("duration: 8wd")) << "one side alone never suffices";
    EXPECT_EQ(sign(uae, *undo), "approved");
    EXPECT_THAT(text(), HasSubstr("duration: 5wd"));
    EXPECT_THAT(text(), HasSubstr("since then"));
    EXPECT_EQ(proposal_list(workspace, uae, plan)->size(), 2U) << "history stands";
}

TEST_F(Proposals, DoNotUndoWhatWasChangedSince) {
    const std::int64_t first = proposed(uae, {set("course", "duration", "8wd")});
    EXPECT_EQ(agreed(first), "approved");
    ASSERT_TRUE(change_plan(workspace, usa, plan, {{set("course", "duration", "9wd")}, ""}));
    EXPECT_EQ(back(uae, first, before).error().message.en, "'course' was changed since");
}

TEST_F(Proposals, GoBackToWhatWasAgreedEarlier) {
    const std::int64_t first = proposed(uae, {set("course", "duration", "8wd")});
    EXPECT_EQ(agreed(first), "approved");
    const auto moved = dragged(uae, "charter", "2027-02-01");
    EXPECT_EQ(agreed(*moved), "approved");
    const std::int64_t third = proposed(uae, {set("course", "duration", "3wd"), set("charter", "notes", "later")});
    EXPECT_EQ(agreed(third), "approved");
    const auto again = back(usa, first, to_agreed);
    ASSERT_TRUE(again) << again.error().message.en;
    EXPECT_EQ(agreed(*again), "approved");
    EXPECT_THAT(text(), HasSubstr("duration: 8wd"));
    EXPECT_THAT(text(), Not(HasSubstr("later")));
    EXPECT_EQ(start_of("charter"), "2027-01-04");
    EXPECT_EQ(agreed_start("charter"), "2027-01-04");
    EXPECT_EQ(back(usa, first, to_agreed).error().message.en, "nothing differs from that: proposal 1");
    EXPECT_EQ(back(usa, 77, to_agreed).error().why, Refusal::Why::not_found);
}

TEST_F(Proposals, GoBackWithoutShowingOrTakingWhatOneSideAloneReads) {
    ASSERT_TRUE(change_plan(workspace, usa, plan, {{set("own", "notes", "canary before")}, ""}));
    const std::int64_t first = proposed(usa, {});
    EXPECT_EQ(agreed(first), "approved");
    ASSERT_TRUE(
        change_plan(workspace, usa, plan, {{set("own", "notes", "canary after"), set("own", "duration", "4wd")}, ""}));
    EXPECT_EQ(agreed(proposed(uae, {set("course", "duration", "8wd")})), "approved");
    for (const GoingBack::To to : {to_agreed, before}) {
        const auto undo = to == before ? back(uae, 2, to) : back(uae, first, to);
        ASSERT_TRUE(undo) << undo.error().message.en;
        const ProposalView view = shown(uae, *undo);
        EXPECT_THAT(view.texts.en, Not(HasSubstr("canary")));
        EXPECT_THAT(view.texts.en, Not(HasSubstr("own")));
        for (const auto& [path, words] : view.after->files()) EXPECT_THAT(words, Not(HasSubstr("canary")));
        if (to == before) {
            EXPECT_EQ(agreed(*undo), "approved");
        }
    }
    EXPECT_THAT(text(), HasSubstr("duration: 5wd"));
    EXPECT_THAT(text("sides/usa/own.yaml"), HasSubstr("canary after"));
    EXPECT_THAT(text("sides/usa/own.yaml"), HasSubstr("duration: 4wd"));
}

TEST_F(Proposals, LeaveWhatHasHappenedAndWhatWasReleased) {
    const std::int64_t first = proposed(uae, {});
    EXPECT_EQ(agreed(first), "approved");
    Actor disclosure{4, "usa", {Role::disclosure, Role::planner}};
    ASSERT_TRUE(change_plan(workspace, disclosure, plan, {{set("own", "release", "uae")}, ""}));
    ASSERT_TRUE(change_plan(workspace, uae, plan,
                            {{set("charter", "status", "started"), set("charter", "started", "2027-01-04")}, ""}));
    ASSERT_TRUE(change_plan(workspace, uae, plan, {{set("charter", "duration", "11wd")}, ""}));
    EXPECT_EQ(agreed(proposed(uae, {})), "approved");
    const auto again = back(uae, first, to_agreed);
    ASSERT_TRUE(again) << again.error().message.en;
    EXPECT_EQ(agreed(*again), "approved");
    EXPECT_THAT(text(), HasSubstr("started: 2027-01-04"));
    EXPECT_THAT(text(), HasSubstr("duration: 10wd"));
    EXPECT_THAT(text("sides/usa/own.yaml"), HasSubstr("release: uae"));
    EXPECT_THAT(text("sides/usa/own.yaml"), HasSubstr("duration: 3wd"));
}

}  // namespace
}  // namespace masar::app
