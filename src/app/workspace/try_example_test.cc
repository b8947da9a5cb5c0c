// What the pages ask about the shipped example.
#include "app/workspace/roadmap_case_test.h"
#include "app/workspace/runs.h"
#include "planfile/example_files_test.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <future>
#include <memory>

namespace masar::app {
namespace {

namespace json = boost::json;
using testing::HasSubstr;

class TryExample : public testing::Test {
protected:
    static void SetUpTestSuite() {
        kept = new Kept();
        PlanFiles files;
        for (const planfile::InputFile& each : planfile::example_files()) files[each.name] = each.text;
        const auto made = take_in_roadmap(kept->workspace, Actor{1, "uae", {Role::planner}}, {std::move(files), {}});
        ASSERT_TRUE(made) << made.error().message.en;
        kept->plan = made->key;
    }
    static void TearDownTestSuite() {
        delete kept;
        kept = nullptr;
    }

    static json::value answer(const Actor& actor, std::string_view kind, const std::string& asked) {
        const auto run = kept->runs.ask(actor, kept->plan, kind, json::parse(asked).as_object());
        if (!run) {
            ADD_FAILURE() << run.error().message.en;
            return {};
        }
        const auto end = std::make_shared<std::promise<RunView>>();
        auto told = end->get_future();
        EXPECT_TRUE(kept->runs.follow(actor, run->key, [end](const RunView& view) {
            if (view.ended()) end->set_value(view);
            return !view.ended();
        }));
        if (told.wait_for(std::chrono::minutes(4)) != std::future_status::ready) {
            ADD_FAILURE() << "no end";
            return {};
        }
        const RunView view = told.get();
        EXPECT_EQ(view.state, "done") << (view.problem ? view.problem->message.en : "");
        return view.result.empty() ? json::value() : json::parse(view.result);
    }
    static bool passes(const json::value& gates, std::string_view id) {
        for (const json::value& each : gates.as_array())
            if (each.at("id").as_string() == id) return each.at("passes").as_bool();
        ADD_FAILURE() << id;
        return false;
    }

    struct Kept {
        StoppedClock clock;
        std::unique_ptr<store::Store> store = *store::Store::open(*store::open_database(":memory:"));
        Snapshots snapshots;
        Workspace workspace{*store, clock, snapshots};
        Runs runs{workspace};
        std::string plan;
    };
    static inline Kept* kept = nullptr;
    const Actor both{3, "", all_roles(), {}, false, 0, true, ""};
    const Actor usa{2, "usa", {Role::planner}};
};

TEST_F(TryExample, SaysWhyAGateFailsAlthoughAllIsOnTimeAndOffersWhatHelps) {
    const auto explained = answer(both, "explain", R"({"gate": "gate-3", "criteria": true})");
    EXPECT_EQ(explained.at("status").as_string(), "late");
    const auto& facts = explained.at("criteria").as_array();
    ASSERT_EQ(facts.size(), 2U);
    EXPECT_EQ(facts[0].at("indicator").as_string(), "ind-rdy-01");
    EXPECT_EQ(facts[1].at("kind").as_string(), "fading");
    EXPECT_GT(facts[1].at("peak").at("value").to_number<double>(), facts[0].at("value").to_number<double>());
    EXPECT_THAT(std::string(facts[1].at("text").at("en").as_string()), HasSubstr("fades between events"));
    const auto& help = explained.at("help").as_array();
    ASSERT_FALSE(help.empty());
    EXPECT_GT(help[0].at("pass_after").to_number<double>(), help[0].at("pass_before").to_number<double>());
    EXPECT_GT(help[0].at("cost").at("minor").as_int64(), 0);

    // What is offered can be tried, and keeps its promise: the same number of gates pass, by the same chance.
    const json::object wish{{"options", help[0].at("options")}, {"forecast", true}};
    const auto tried = answer(both, "try", json::serialize(wish));
    EXPECT_TRUE(tried.at("fits").as_bool());
    EXPECT_FALSE(passes(tried.at("gates").at("before"), "gate-3"));
    EXPECT_TRUE(passes(tried.at("gates").at("after"), "gate-3"));
    EXPECT_NEAR(tried.at("joint").at("after").to_number<double>(), help[0].at("pass_after").to_number<double>(), 0.02);
    EXPECT_EQ(tried.at("changes_made").as_array().size(), help[0].at("options").as_array().size());
    EXPECT_GT(tried.at("cost").at("after").at("minor").as_int64(),
              tried.at("cost").at("before").at("minor").as_int64());
}

TEST_F(TryExample, AnswersADragWithWhatMoves) {
    const auto tried = answer(usa, "try", R"({"pins": {"rdy-12d": "2030-02-04"}})");
    EXPECT_FALSE(tried.at("moves").as_array().empty());
    EXPECT_EQ(tried.at("reader").as_string(), "usa");
}

TEST_F(TryExample, SaysWhatForbidsADay) {
    const auto tried = answer(both, "try", R"({"pins": {"rdy-12d": "2029-08-06"}})");
    EXPECT_FALSE(tried.at("fits").as_bool());
    ASSERT_TRUE(tried.at("explanation").is_object());
    EXPECT_FALSE(tried.at("explanation").at("conflict").as_array().empty());
}

}  // namespace
}  // namespace masar::app
