#include "app/workspace/runs.h"

#include "app/workspace/roadmap_case_test.h"
#include "app/workspace/try_plan.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <atomic>
#include <filesystem>
#include <future>
#include <memory>

namespace masar::app {
namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::Not;
using Why = Refusal::Why;

json::object parameters(const std::string& text) { return json::parse(text).as_object(); }

/// Waits for the end.
RunView end_of(Runs& runs, const Actor& actor, const std::string& key) {
    const auto end = std::make_shared<std::promise<RunView>>();
    auto told = end->get_future();
    const auto followed = runs.follow(actor, key, [end](const RunView& view) {
        if (view.ended()) end->set_value(view);
        return !view.ended();
    });
    EXPECT_TRUE(followed) << (followed ? "" : followed.error().message.en);
    if (!followed || told.wait_for(std::chrono::minutes(2)) != std::future_status::ready) {
        ADD_FAILURE() << "no end";
        return {};
    }
    return told.get();
}

class RunsTest : public RoadmapCase {
protected:
    RunView ended(const Actor& actor, const std::string& key) { return end_of(runs, actor, key); }
    RunView answer(const Actor& actor, std::string_view kind, const std::string& asked) {
        const auto run = runs.ask(actor, plan, kind, parameters(asked));
        if (!run) {
            ADD_FAILURE() << run.error().message.en;
            return {};
        }
        return ended(actor, run->key);
    }
    json::value result(const Actor& actor, std::string_view kind, const std::string& asked) {
        const RunView view = answer(actor, kind, asked);
        EXPECT_EQ(view.state, "done") << (view.problem ? view.problem->message.en : "");
        return view.result.empty() ? json::value() : json::parse(view.result);
    }

    Runs runs{workspace, RunLimits{.workers = 1, .of_account = 3}};
};

TEST_F(RunsTest, TryADayWithoutSavingIt) {
    const auto tried = result(uae, "try", R"({"pins": {"charter": "2027-01-11"}})");
    EXPECT_TRUE(tried.at("fits").as_bool());
    // The course follows fifteen working days later, and the plan with it.
    const auto& moves = tried.at("moves").as_array();
    ASSERT_EQ(moves.size(), 2U);
    EXPECT_EQ(moves[0].at("activity").as_string(), "charter");
    EXPECT_EQ(moves[0].at("days").as_int64(), 7);
    EXPECT_EQ(moves[0].at("why").at("en").as_string(), "this date was asked for");
    EXPECT_EQ(moves[1].at("to").as_string(), "2027-02-01");
    EXPECT_THAT(std::string(moves[1].at("why").at("en").as_string()), HasSubstr("charter"));
    EXPECT_EQ(tried.at("end").at("after").as_string(), "2027-02-05");
    EXPECT_EQ(start_of("charter"), "2027-01-04");
}

// The course waits for the charter: alone the charter cannot move, and that is told before what has to move is known.
TEST_F(RunsTest, TellWhatAChangeBreaksBeforeSearching) {
    const auto open = open_plan(workspace, uae, plan);
    ASSERT_TRUE(open);
    Wish wish;
    wish.pins.emplace_back("charter", *calendar::parse_iso("2027-01-11"));
    std::vector<TriedPlan> told;
    const auto tried = try_plan(*open, uae, wish, quick_effort(*open->whole), [&](const TriedPlan& standing) {
        EXPECT_FALSE(standing.fits);
        EXPECT_FALSE(standing.after->timetable()->violations.empty());
        told.push_back(standing);
    });
    ASSERT_TRUE(tried);
    EXPECT_TRUE(tried->fits);
    EXPECT_EQ(told.size(), 1U);
    // As a job it is told while it runs, and no more once the answer is there.
    const RunView answered = answer(uae, "try", R"({"pins": {"charter": "2027-01-11"}})");
    EXPECT_TRUE(answered.first.empty());
    EXPECT_FALSE(answered.result.empty());
}

TEST_F(RunsTest, TellWhatStandsInTheWayAndWhatWouldMendIt) {
    ASSERT_TRUE(change_plan(workspace, uae, plan, {{set("course", "window", "..2027-01-29")}, ""}));
    const auto tried = result(uae, "try", R"({"pins": {"charter": "2027-01-11"}})");
    EXPECT_FALSE(tried.at("fits").as_bool());
    EXPECT_EQ(tried.at("breaks").as_array().size(), 1U);
    const auto& repairs = tried.at("explanation").at("repairs").as_array();
    ASSERT_FALSE(repairs.empty());
    // Each repair says what to write, and what it says fits.
    int tried_repairs = 0;
    for (const json::value& each : repairs) {
        if (each.at("changes").as_array().empty()) continue;
        const json::object wish{{"pins", {{"charter", "2027-01-11"}}}, {"changes", each.at("changes")}};
        const auto mended = result(uae, "try", json::serialize(wish));
        EXPECT_TRUE(mended.at("fits").as_bool()) << each.at("text").at("en").as_string();
        ++tried_repairs;
    }
    EXPECT_GE(tried_repairs, 2);
}

TEST_F(RunsTest, RefuseWhatMakesNoSense) {
    const auto refused = [&](std::string_view kind, const std::string& asked) {
        const auto run = runs.ask(uae, plan, kind, parameters(asked));
        EXPECT_FALSE(run);
        return run ? Refusal{} : run.error();
    };
    EXPECT_EQ(refused("dance", "{}").field, "kind");
    EXPECT_EQ(refused("try", R"({"pin": {}})").field, "pin");
    EXPECT_EQ(refused("try", R"({"pins": {"charter": "soon"}})").field, "pins.charter");
    EXPECT_EQ(refused("explain", R"({"activity": "charter"})").field, "by");
    EXPECT_EQ(refused("simulate", R"({"samples": 0})").field, "samples");
    // What only the plan can tell is told by the job. Who may not read an activity is told that there is none.
    EXPECT_EQ(answer(uae, "try", R"({"pins": {"own": "2027-01-11"}})").problem->field, "pins.own");
    EXPECT_EQ(answer(uae, "explain", R"({"activity": "own", "by": "2027-01-11"})").problem->field, "activity");
    EXPECT_FALSE(runs.view(uae, "nonsense"));
}

TEST_F(RunsTest, AnswerTheSameQuestionFromWhatIsKept) {
    const RunView first = answer(uae, "explain", "{}");
    const auto again = runs.ask(uae, plan, "explain", {});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->key, first.key);
    EXPECT_EQ(again->state, "done");
    EXPECT_EQ(again->result, first.result);
    // Others read other things.
    EXPECT_NE(runs.ask(usa, plan, "explain", {})->key, first.key);
    EXPECT_FALSE(runs.view(usa, first.key));
    ASSERT_TRUE(change_plan(workspace, uae, plan, {{set("charter", "duration", "15wd")}, ""}));
    EXPECT_NE(answer(uae, "explain", "{}").key, first.key);
}

TEST_F(RunsTest, TellASideNothingOfWhatIsPrivateToTheOther) {
    const std::string secret = text("sides/usa/own.yaml");
    std::vector<std::string> told;
    for (const char* pin : {"2027-01-11", "2027-01-12"})
        told.push_back(answer(uae, "try", std::string(R"({"pins": {"charter": ")") + pin + R"("}})").result);
    told.push_back(answer(uae, "explain", "{}").result);
    told.push_back(answer(uae, "schedule", R"({"keep": false})").result);
    told.push_back(answer(uae, "replan", R"({"keep": false})").result);
    for (const std::string& each : told) {
        EXPECT_FALSE(each.empty());
        for (const char* canary : {"own", "Secret", "تجربة"})
            EXPECT_THAT(each, Not(HasSubstr(std::string("\"") + canary)));
        EXPECT_THAT(each, Not(HasSubstr("Secret rehearsal")));
    }
    // Another private value, the same dates of what both read: the same bytes.
    ASSERT_TRUE(
        change_plan(workspace, usa, plan, {{set("own", "duration", "1wd"), set("own", "notes", "canary")}, ""}));
    EXPECT_EQ(answer(uae, "try", R"({"pins": {"charter": "2027-01-11"}})").result, told[0]);
    EXPECT_EQ(answer(uae, "explain", "{}").result, told[2]);
    EXPECT_THAT(answer(usa, "try", R"({"pins": {"charter": "2027-01-11"}})").result, HasSubstr("own"));
}

TEST_F(RunsTest, LetOneAskOnlySoMuchAtATime) {
    const auto first = runs.ask(uae, plan, "simulate", parameters(R"({"samples": 1000000})"));
    ASSERT_TRUE(first);
    std::vector<std::string> keys{first->key};
    std::optional<Refusal> refusal;
    for (int seed = 2; seed < 12 && !refusal; ++seed) {
        const auto run =
            runs.ask(uae, plan, "schedule", json::object{{"seed", seed}, {"keep", false}, {"schedules", 1000000}});
        if (run)
            keys.push_back(run->key);
        else
            refusal = run.error();
    }
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->why, Why::too_many);
    EXPECT_GT(refusal->retry_seconds, 0);
    EXPECT_TRUE(runs.ask(usa, plan, "explain", {})) << "others are not held up";
    for (const std::string& key : keys) EXPECT_TRUE(runs.cancel(uae, key));
    for (const std::string& key : keys) {
        const RunView view = ended(uae, key);
        EXPECT_TRUE(view.state == "cancelled" || view.state == "done") << view.state;
    }
    EXPECT_EQ(runs.cancel(usa, first->key).error().why, Why::not_found);
}

TEST_F(RunsTest, FollowersHearTheEnd) {
    std::atomic<int> ends{0};
    std::promise<void> first_end;
    const auto listen = [&](const RunView& view) {
        if (view.ended() && ++ends == 1) first_end.set_value();
        return !view.ended();
    };
    const auto run = runs.ask(uae, plan, "explain", {});
    ASSERT_TRUE(runs.follow(uae, run->key, listen));
    ASSERT_EQ(first_end.get_future().wait_for(std::chrono::minutes(1)), std::future_status::ready);
    EXPECT_EQ(ends, 1);
    ASSERT_TRUE(runs.follow(uae, run->key, listen)) << "also of what is long over";
    EXPECT_EQ(ends, 2);
    EXPECT_FALSE(runs.follow(usa, run->key, listen));
}

TEST_F(RunsTest, BringDatesAfterTheTextWhenTheyAreWanted) {
    auto tables = store->write([&](store::Tables& kept) -> base::Result<void> {
        auto head = kept.versions.find((*kept.plans.by_key(plan))->head);
        (*head)->dates.clear();
        return kept.versions.put(**head);
    });
    ASSERT_TRUE(tables);
    EXPECT_EQ(start_of("charter"), "none");
    EXPECT_EQ(answer(uae, "try", R"({"pins": {"charter": "2027-01-11"}})").problem->why, Why::conflict);
    EXPECT_TRUE(result(uae, "schedule", R"({"keep": false})").at("fits").as_bool());
    EXPECT_EQ(start_of("charter"), "none");
    EXPECT_TRUE(result(uae, "schedule", "{}").at("fits").as_bool());
    EXPECT_EQ(start_of("charter"), "2027-01-04");
}

/// A store that is closed and opened again.
TEST(KeptRuns, OutliveTheServer) {
    const std::string path = testing::TempDir() + "masar_runs_test.sqlite";
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path + end);
    StoppedClock clock;
    const Actor both{3, "", all_roles(), {}, false, 0, true, ""};
    std::string plan, done, broken;
    {
        auto store = *store::Store::open(*store::open_database(path));
        Snapshots snapshots;
        Workspace workspace{*store, clock, snapshots};
        const auto row =
            take_in_roadmap(workspace, Actor{1, "uae", {Role::planner}},
                            {{{"plan.yaml",
                               "masar: 1\ntitle: {en: A, ar: أ}\nstart: 2027-01-04\nsides: {uae: {}, usa: {}}\n"
                               "activities: {a: {name: {en: A, ar: أ}, duration: 3wd}}\n"}},
                             {}});
        ASSERT_TRUE(row) << row.error().message.en;
        plan = row->key;
        Runs runs(workspace);
        done = runs.ask(both, plan, "explain", {})->key;
        EXPECT_EQ(end_of(runs, both, done).state, "done");
        // As a server leaves it that loses its power.
        broken = "broken-off";
        ASSERT_TRUE(store->write([&](store::Tables& kept) -> base::Result<void> {
            store::RunRow lost = **kept.runs.by_key(done);
            lost.id = 0;
            lost.key = broken;
            lost.state = "running";
            lost.result.clear();
            auto added = kept.runs.add(lost);
            if (!added) return tl::unexpected(added.error());
            return {};
        }));
    }
    auto store = *store::Store::open(*store::open_database(path));
    Snapshots snapshots;
    Workspace workspace{*store, clock, snapshots};
    Runs runs(workspace);
    EXPECT_EQ(runs.view(both, done)->state, "done");
    EXPECT_THAT(runs.view(both, done)->result, HasSubstr("\"status\":\"fits\""));
    EXPECT_EQ(runs.ask(both, plan, "explain", {})->key, done);
    const auto lost = runs.view(both, broken);
    ASSERT_TRUE(lost);
    EXPECT_EQ(lost->state, "failed");
    EXPECT_THAT(lost->problem->message.en, HasSubstr("stopped before"));
}

}  // namespace
}  // namespace masar::app
