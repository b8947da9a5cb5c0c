// What would help most, on the overview: looked for by a job that the server starts by itself.
#include "server/event_stream_test_kit.h"
#include "server/private_plan_test_kit.h"
#include "server/two_sides_test_kit.h"

#include <gmock/gmock.h>

namespace masar::server {
namespace {

class HelpJob : public ::testing::Test {
protected:
    boost::json::value overview(const SignedIn& person, const std::string& dates = "planned") {
        return TwoSidedSite::json_of(at.get(person, "/overview?dates=" + dates));
    }
    boost::json::value ended(const SignedIn& person, const std::string& id) {
        const HttpResponse stream = at.send(person, {.target = "/api/v1/jobs/" + id + "/stream"});
        EXPECT_EQ(stream.status, 200);
        EXPECT_THAT(heard(*stream.stream), testing::HasSubstr("event: done"));
        return TwoSidedSite::json_of(at.send(person, {.target = "/api/v1/jobs/" + id}));
    }
    /// Of an overview that does not know it yet.
    std::string looking(const boost::json::value& page) {
        EXPECT_TRUE(page.at("help").is_null());
        EXPECT_TRUE(page.at("help_job").is_string()) << page;
        return page.at("help_job").is_string() ? std::string(page.at("help_job").as_string()) : "none";
    }
    void known(const SignedIn& person) { (void)ended(person, looking(overview(person))); }
    void set(const SignedIn& person, const std::string& id, const std::string& field, const std::string& value) {
        const HttpResponse saved = at.post(person, "/changes",
                                           R"({"changes":[{"op":"set","section":"activities","id":")" + id
                                               + R"(","field":")" + field + R"(","value":")" + value + R"("}]})");
        ASSERT_EQ(saved.status, 200) << *saved.body;
    }

    TwoSidedSite at{private_origin({})};
    SignedIn uae = at.person("uae", app::all_roles()), usa = at.person("usa", app::all_roles());
};

TEST_F(HelpJob, IsStartedByTheOverviewAndItsAnswerIsKnownFromThenOn) {
    for (const char* dates : {"planned", "earliest"}) {
        const auto done = ended(usa, looking(overview(usa, dates)));
        EXPECT_EQ(done.at("kind").as_string(), "help");
        EXPECT_EQ(done.at("state").as_string(), "done");
        const auto& help = done.at("result").at("help").as_array();
        ASSERT_FALSE(help.empty());
        EXPECT_EQ(help[0].at("options").at(0).as_string(), "drill");
        EXPECT_GT(help[0].at("pass_after").to_number<double>(), help[0].at("pass_before").to_number<double>());
        const auto page = overview(usa, dates);
        EXPECT_EQ(page.at("help"), done.at("result").at("help"));
        EXPECT_TRUE(page.at("help_job").is_null());
    }
    const auto agreed = overview(usa, "baseline");
    EXPECT_EQ(agreed.at("help").as_array().size(), 0U) << "nobody asks what would help what was agreed";
    EXPECT_TRUE(agreed.at("help_job").is_null());
}

TEST_F(HelpJob, IsOneForAllWhoReadTheSameAndForNobodyElse) {
    const std::string id = looking(overview(usa));
    const SignedIn colleague = at.person("usa", {app::Role::planner});
    const HttpResponse asked = at.post(colleague, "/jobs", R"({"kind":"help"})");
    EXPECT_EQ(asked.status, 202);
    EXPECT_EQ(TwoSidedSite::json_of(asked).at("id").as_string(), id);
    EXPECT_EQ(at.send(uae, {.target = "/api/v1/jobs/" + id}).status, 404);
    EXPECT_NE(looking(overview(uae)), id);
    EXPECT_EQ(at.post(usa, "/jobs", R"({"kind":"help","dates":"baseline"})").status, 422);
}

TEST_F(HelpJob, IsUnsettledByNothingThatTheOtherSideKeepsToItself) {
    known(usa);
    known(uae);
    set(uae, "h0-canary-a", "duration", "9wd");
    EXPECT_TRUE(overview(usa).at("help").is_array());
    known(uae);
    set(usa, "drill", "duration", "6wd");
    known(usa);
    EXPECT_EQ(at.post(usa, "/undo", "{}").status, 200);
    EXPECT_TRUE(overview(usa).at("help").is_array()) << "it was known before";
}

}  // namespace
}  // namespace masar::server
