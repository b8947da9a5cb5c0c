#include "server/event_stream_test_kit.h"
#include "server/sandbox_test_kit.h"

namespace masar::server {
namespace {

using testing::HasSubstr;
using testing::Not;

class JobsTest : public SandboxTest {
protected:
    std::string asked(const std::string& body) {
        const HttpResponse started = send(Method::post, at("/jobs"), body);
        EXPECT_EQ(started.status, 202) << *started.body;
        const std::string id(json_of(started).at("id").as_string());
        EXPECT_EQ(started.fields.at(0).second, "/api/v1/jobs/" + id);
        return id;
    }
    HttpResponse job(const std::string& id) {
        return ask({.target = "/api/v1/jobs/" + id, .fields = {{"Cookie", cookie}}});
    }
    boost::json::value ended(const std::string& id) {
        EXPECT_THAT(heard(*listen("/jobs/" + id + "/stream")), HasSubstr("event: done"));
        return json_of(job(id));
    }
    void play(const std::string& side) {
        EXPECT_EQ(send(Method::put, "/session/persona", R"({"side":")" + side + R"("})").status, 200);
    }
    std::shared_ptr<EventStream> listen(const std::string& path) {
        const HttpResponse response = ask({.target = "/api/v1" + path, .fields = {{"Cookie", cookie}}});
        EXPECT_EQ(response.status, 200);
        EXPECT_EQ(response.type, "text/event-stream");
        EXPECT_NE(response.stream, nullptr);
        return response.stream;
    }
};

TEST_F(JobsTest, AnswerATrialAndKeepIt) {
    const std::string id = asked(R"({"kind": "try", "pins": {"gov-010": "2027-02-01"}})");
    const auto stream = listen("/jobs/" + id + "/stream");
    EXPECT_THAT(heard(*stream), HasSubstr("event: done\ndata: {\"id\":\"" + id + "\",\"state\":\"done\"}"));
    const auto done = ended(id);
    EXPECT_EQ(done.at("state").as_string(), "done");
    EXPECT_FALSE(done.at("result").at("gates").at("after").as_array().empty());
    EXPECT_TRUE(done.at("problem").is_null());
    EXPECT_EQ(asked(R"({"kind": "try", "pins": {"gov-010": "2027-02-01"}})"), id);
}

TEST_F(JobsTest, RefuseWithTheFieldThatIsMeant) {
    const HttpResponse wrong = send(Method::post, at("/jobs") + "?lang=ar", R"({"kind": "dance"})");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_EQ(json_of(wrong).at("field").as_string(), "kind");
    EXPECT_THAT(*wrong.body, HasSubstr("المهام"));
    EXPECT_EQ(send(Method::post, at("/jobs"), "[]").status, 422);
    EXPECT_EQ(send(Method::post, "/plans/none/jobs", R"({"kind": "explain"})").status, 404);
    EXPECT_EQ(job("none").status, 404);
    const auto failed = ended(asked(R"({"kind": "try", "options": ["opt-99"]})"));
    EXPECT_EQ(failed.at("state").as_string(), "failed");
    EXPECT_EQ(failed.at("problem").at("field").as_string(), "options");
    EXPECT_THAT(std::string(failed.at("problem").at("detail").as_string()), HasSubstr("opt-99"));
    EXPECT_EQ(ask({.target = "/api/v1/jobs/none"}).status, 401);
}

TEST_F(JobsTest, EndWhenTheyAreCancelled) {
    const std::string id = asked(R"({"kind": "schedule", "keep": false, "seed": 77})");
    EXPECT_EQ(send(Method::del, "/jobs/" + id, "").status, 204);
    const auto state = ended(id).at("state");
    EXPECT_TRUE(state == "cancelled" || state == "done");
    EXPECT_EQ(send(Method::del, "/jobs/" + id, "").status, 204) << "twice is no mistake";
}

TEST_F(JobsTest, BelongToWhoReadsTheSame) {
    const std::string id = asked(R"({"kind": "explain"})");
    (void)ended(id);
    play("usa");
    EXPECT_EQ(job(id).status, 404);
    EXPECT_EQ(send(Method::del, "/jobs/" + id, "").status, 404);
    EXPECT_EQ(ask({.target = "/api/v1/jobs/" + id + "/stream", .fields = {{"Cookie", cookie}}}).status, 404);
}

TEST_F(JobsTest, TellASideNoCountsOfTheSearch) {
    play("usa");
    const std::string id = asked(R"({"kind": "simulate", "samples": 50000})");
    const std::string told = heard(*listen("/jobs/" + id + "/stream"));
    EXPECT_THAT(told, HasSubstr("event: done"));
    for (std::size_t place = 0; (place = told.find("\"done\":", place)) != std::string::npos; ++place)
        EXPECT_EQ(told.substr(place, 8), "\"done\":0");
    const auto explained = ended(asked(R"({"kind": "explain"})"));
    EXPECT_TRUE(explained.at("result").at("conflicts").is_null());
}

TEST_F(JobsTest, PlanStreamsTellWhatChangesForTheirReader) {
    EXPECT_EQ(send(Method::post, at("/changes"),
                   R"({"changes": [{"op": "add", "section": "activities", "id": "private", "side": "uae",
                       "value": {"name": {"en": "Canary", "ar": "كناري"}, "duration": "3wd"}}]})")
                  .status,
              200);
    play("usa");
    const auto of_usa = listen("/plans/" + plan + "/stream");
    play("uae");
    const auto of_uae = listen("/plans/" + plan + "/stream");
    EXPECT_EQ(
        send(
            Method::post, at("/changes"),
            R"({"changes": [{"op": "set", "section": "activities", "id": "private", "field": "notes", "value": "x"}]})")
            .status,
        200);
    EXPECT_THAT(heard(*of_uae, "changed"), HasSubstr("event: changed\ndata: {\"hash\":"));
    EXPECT_EQ(of_usa->take().text, "") << "what is private to one side is no news to the other";
    EXPECT_EQ(
        send(
            Method::post, at("/changes"),
            R"({"changes": [{"op": "set", "section": "activities", "id": "gov-010", "field": "notes", "value": "x"}]})")
            .status,
        200);
    EXPECT_THAT(heard(*of_usa, "changed"), HasSubstr("event: changed"));
    EXPECT_EQ(ask({.target = "/api/v1/plans/none/stream", .fields = {{"Cookie", cookie}}}).status, 404);
}

}  // namespace
}  // namespace masar::server
