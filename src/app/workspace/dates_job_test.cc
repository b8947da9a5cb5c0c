// Dates of a plan for which searching takes longer than somebody waits: the server brings them by itself.
#include "app/workspace/dates_job.h"

#include "app/workspace/dates_watch.h"
#include "app/workspace/decisions.h"
#include "app/workspace/roadmap_case_test.h"
#include "app/workspace/runs.h"
#include "app/workspace/save_texts.h"
#include "report/json_schedule.h"

#include <future>
#include <memory>

namespace masar::app {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class DatesFollow : public RoadmapCase {
protected:
    DatesFollow() {
        std::string text(shared);
        for (int i = 0; i < 310; ++i)
            text += "  a" + std::to_string(i) + ": {duration: 1wd, calendar: week, after: charter}\n";
        const PlanFiles files{{"plan.yaml", text}, {"sides/usa/own.yaml", std::string(of_usa)}};
        const SnapshotPtr undated = Snapshot::make(files, {});
        auto made =
            take_in_roadmap(workspace, uae, {files, report::schedule_json(undated->plan(), *undated->earliest())});
        EXPECT_TRUE(made);
        if (made) plan = made->key;
    }
    [[nodiscard]] DatesState state() { return dates_state(open_plan(workspace, both, plan)->head); }
    /// Waits for it, as somebody of a side.
    void brought(std::int64_t proposal = 0, const Wish& wish = {}) {
        const std::string key = follow_dates(*runs, workspace, plan, {proposal, wish});
        if (key.empty()) return;
        const auto end = std::make_shared<std::promise<std::string>>();
        auto told = end->get_future();
        EXPECT_TRUE(runs->follow(usa, key, [end](const RunView& view) {
            if (view.progress) {
                EXPECT_EQ(view.progress->done, 0) << "a side is told no counts";
            }
            if (view.ended()) end->set_value(view.state + view.result);
            return !view.ended();
        }));
        EXPECT_EQ(told.get(), R"(done{"dates_state":"current"})");
    }
    [[nodiscard]] SavedTexts edited(const Actor& by, Change change) {
        auto saved = change_plan(workspace, by, plan, {{std::move(change)}, ""});
        EXPECT_TRUE(saved) << (saved ? "" : saved.error().message.en);
        return saved ? *std::move(saved) : SavedTexts{};
    }
    [[nodiscard]] ProposalView shown(std::int64_t number) { return *view_proposal(workspace, usa, plan, number); }
    [[nodiscard]] std::string sign(const Actor& by, std::int64_t number) {
        const auto state = decide(workspace, by, plan, number, {Verdict::sign, shown(number).hash, ""});
        return state ? *state : state.error().message.en;
    }

    std::unique_ptr<Runs> runs = std::make_unique<Runs>(workspace, RunLimits{.workers = 1});
};

TEST_F(DatesFollow, AnEditByAJobThatBothSidesMayFollow) {
    EXPECT_EQ(start_of("course"), "2027-01-25");
    EXPECT_EQ(edited(uae, set("charter", "duration", "12wd")).dates, DatesState::stale);
    EXPECT_EQ(edited(usa, set("course", "notes", "bring maps")).dates, DatesState::stale)
        << "words change nothing of that";
    const std::string first = follow_dates(*runs, workspace, plan);
    EXPECT_EQ(runs->view(usa, first)->kind, "dates");
    EXPECT_EQ(edited(uae, set("charter", "duration", "13wd")).dates, DatesState::stale);
    brought();
    EXPECT_EQ(state(), DatesState::current);
    EXPECT_GE(start_of("course"), "2027-01-28");
    EXPECT_GE(start_of("a7"), "2027-01-21");
    EXPECT_THAT(dates_job(workspace, plan), IsEmpty());
}

TEST_F(DatesFollow, AProposalUnderItsNumberAndNobodySignsItBefore) {
    const Wish drag{{}, {{"charter", *calendar::parse_iso("2027-03-01")}}, {}, false};
    const auto number = propose(workspace, uae, plan, {{"Later", "لاحقاً"}, "", drag, {}});
    ASSERT_TRUE(number) << number.error().message.en;
    const ProposalView before = shown(*number);
    EXPECT_EQ(before.dates, DatesState::stale);
    ASSERT_EQ(before.blocked.size(), 1U);
    EXPECT_EQ(before.blocked[0].en, "its dates have not been worked out yet");
    EXPECT_EQ(sign(usa, *number), before.blocked[0].en);
    brought(*number, drag);
    EXPECT_EQ(shown(*number).dates, DatesState::current);
    EXPECT_NE(shown(*number).hash, before.hash);
    EXPECT_EQ(sign(uae, *number), "open");
    EXPECT_EQ(sign(usa, *number), "approved");
    EXPECT_EQ(start_of("charter"), "2027-03-01");
    EXPECT_GE(start_of("a7"), "2027-03-15");
}

TEST_F(DatesFollow, TheDraftAsItWasProposedAlsoWhenItGoesOn) {
    (void)edited(uae, set("charter", "duration", "12wd"));
    const auto number = propose(workspace, uae, plan, {{"Longer", "أطول"}, "", {}, {}});
    ASSERT_TRUE(number) << number.error().message.en;
    (void)edited(usa, set("course", "notes", "bring maps"));
    brought();
    brought(*number);
    EXPECT_EQ(sign(uae, *number), "open");
    EXPECT_EQ(sign(usa, *number), "approved");
    EXPECT_THAT(text(), HasSubstr("duration: 12wd"));
    EXPECT_THAT(text(), HasSubstr("bring maps"));
    EXPECT_EQ(state(), DatesState::current);
}

TEST_F(DatesFollow, AfterTheServerWasStoppedMeanwhile) {
    (void)edited(uae, set("charter", "duration", "12wd"));
    const std::string key = follow_dates(*runs, workspace, plan);
    runs.reset();
    runs = std::make_unique<Runs>(workspace, RunLimits{.workers = 1});
    EXPECT_TRUE(runs->view(usa, key)->ended());
    ASSERT_TRUE(follow_all_dates(*runs, workspace));
    brought();
    EXPECT_EQ(state(), DatesState::current);
    EXPECT_GE(start_of("course"), "2027-01-27");
}

TEST_F(DatesFollow, InASandboxTooAfterTheServerWasStopped) {
    const auto open = open_plan(workspace, both, plan);
    const auto copy =
        begin_sandbox(workspace, {open->whole->files(), open->whole->dates()}, clock.now() + std::chrono::hours(1));
    ASSERT_TRUE(copy) << copy.error().message.en;
    Actor visitor = both;
    visitor.sandbox = true, visitor.sandbox_plan = copy->id;
    ASSERT_TRUE(change_plan(workspace, visitor, copy->key, {{set("charter", "duration", "12wd")}, ""}));
    EXPECT_FALSE(follow_dates(*runs, workspace, copy->key).empty());
    runs.reset();
    runs = std::make_unique<Runs>(workspace, RunLimits{.workers = 1});
    ASSERT_TRUE(follow_all_dates(*runs, workspace));
    const std::string key = dates_job(workspace, copy->key);
    const auto end = std::make_shared<std::promise<void>>();
    const auto follow = [end](const RunView& view) {
        if (view.ended()) end->set_value();
        return !view.ended();
    };
    if (!key.empty()) {
        EXPECT_TRUE(runs->follow(visitor, key, follow));
        end->get_future().get();
    }
    EXPECT_EQ(dates_state(open_plan(workspace, visitor, copy->key)->head), DatesState::current);
}

}  // namespace
}  // namespace masar::app
