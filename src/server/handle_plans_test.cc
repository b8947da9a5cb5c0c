#include "server/sandbox_test_kit.h"

#include <gmock/gmock.h>

namespace masar::server {
namespace {

using PlansTest = SandboxTest;

TEST_F(PlansTest, ShowEveryPageOfASandboxToItsVisitorAlone) {
    for (const char* path : {"", "/roadmap", "/overview", "/events", "/due?days=30", "/loads", "/money", "/outcomes",
                             "/risks", "/records", "/diagnostics", "/search?q=charter", "/roadmap?dates=earliest"}) {
        const HttpResponse response = page(path);
        EXPECT_EQ(response.status, 200) << path << ": " << *response.body;
        EXPECT_EQ(ask({.target = "/api/v1/plans/" + plan + path}).status, 401) << path;
    }
    EXPECT_EQ(page("/roadmap?dates=never").status, 422);
    EXPECT_EQ(page("/events?year=x").status, 422);
    const HttpResponse once = page("/roadmap");
    EXPECT_EQ(ask({.target = "/api/v1/plans/" + plan + "/roadmap",
                   .fields = {{"Cookie", cookie}, {"If-None-Match", once.etag}}})
                  .status,
              304);
    EXPECT_EQ(ask({.target = "/api/v1/plans/none/roadmap", .fields = {{"Cookie", cookie}}}).status, 404);
    const auto plans = json_of(ask({.target = "/api/v1/plans", .fields = {{"Cookie", cookie}}}));
    EXPECT_EQ(plans.at("plans").at(0).at("id").as_string(), plan);
    const HttpResponse played = ask(
        {Method::put, "/api/v1/session/persona", R"({"side":"usa"})", {{"Cookie", cookie}, {"X-CSRF-Token", token}}});
    EXPECT_EQ(json_of(played).at("side").as_string(), "usa");
}

/// Edits of the sandbox, as its visitor.
class EditsTest : public PlansTest {
protected:
    std::string duration() {
        return std::string(json_of(page("/records/activities/gov-002")).at("fields").at("duration").as_string());
    }
};

TEST_F(EditsTest, ChangeARecordOnceAndTakeItBack) {
    const std::string before = duration();
    const std::string etag(json_of(page("/records/activities/gov-002")).at("etag").as_string());
    const std::string body = R"({"duration": "21/22/40wd"})";
    const HttpResponse saved = send(Method::patch, at("/records/activities/gov-002"), body, "\"" + etag + "\"");
    ASSERT_EQ(saved.status, 200) << *saved.body;
    EXPECT_EQ(duration(), "21/22/40wd");
    const HttpResponse late = send(Method::patch, at("/records/activities/gov-002"), body, "\"" + etag + "\"");
    EXPECT_EQ(late.status, 412) << "somebody was faster: " << *late.body;
    EXPECT_EQ(send(Method::post, at("/undo"), "{}").status, 200);
    EXPECT_EQ(duration(), before);
    EXPECT_EQ(send(Method::post, at("/redo"), "{}").status, 200);
    EXPECT_EQ(duration(), "21/22/40wd");
    EXPECT_GT(json_of(page("/log")).at("entries").as_array().size(), 0U);
}

TEST_F(EditsTest, RefuseWhatMakesAnErrorWithItsField) {
    const HttpResponse wrong = send(
        Method::post, at("/changes"),
        R"({"changes": [{"op": "set", "section": "activities", "id": "gov-002", "field": "after", "value": "gov-999"}]})");
    EXPECT_EQ(wrong.status, 422) << *wrong.body;
    EXPECT_THAT(*wrong.body, testing::HasSubstr("gov-002"));
}

TEST_F(EditsTest, TakeInFactsAndTables) {
    const HttpResponse started =
        send(Method::post, at("/progress"), R"({"what": "started", "id": "gov-001", "on": "2026-10-01"})");
    EXPECT_EQ(started.status, 200) << *started.body;
    EXPECT_EQ(json_of(page("/status")).at("started").as_int64(), 1);
    EXPECT_EQ(send(Method::post, at("/progress"), R"({"what": "vanished"})").status, 422);

    const HttpResponse brought = ask(
        {Method::post,
         "/api/v1" + at("/imports"),
         "Name,Start,Duration\nVisit,03/04/2028,3\n",
         {{"Cookie", cookie}, {"X-CSRF-Token", token}, {"Content-Type", "text/csv"}, {"X-File-Name", "events.csv"}}});
    ASSERT_EQ(brought.status, 200) << *brought.body;
    const std::string id = std::to_string(json_of(brought).at("id").as_int64());
    EXPECT_EQ(json_of(send(Method::put, "/imports/" + id, "{}")).at("doubts").as_array().size(), 1U);
    EXPECT_EQ(send(Method::post, "/imports/" + id + "/accept", "{}").status, 409);
    EXPECT_EQ(json_of(send(Method::put, "/imports/" + id, R"({"answers": {"B2": "2028-04-03"}})"))
                  .at("doubts")
                  .as_array()
                  .size(),
              0U);
    EXPECT_EQ(send(Method::post, "/imports/" + id + "/accept", "{}").status, 200);
    EXPECT_EQ(page("/records/activities/visit").status, 200);
    EXPECT_THAT(*page("/table.csv").body, testing::HasSubstr("Visit"));
    EXPECT_TRUE(page("/table.xlsx").body->starts_with("PK"));
}

TEST_F(EditsTest, OpenTheListsBehindFigures) {
    const auto lines = json_of(page("/money/lines?side=uae&year=2028&measure=planned&currency=AED"));
    std::int64_t sum = 0;
    for (const auto& each : lines.at("lines").as_array()) sum += each.at("amount").as_int64();
    EXPECT_EQ(lines.at("total").as_int64(), sum) << "to the minor unit";
    EXPECT_GT(sum, 0);
    const HttpResponse file = page("/tables/lines.csv?side=uae&year=2028&measure=planned&currency=AED");
    EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(*file.body, '\n')), lines.at("lines").as_array().size() + 1)
        << "the same list, under a heading";
    EXPECT_EQ(page("/money/lines?side=nobody").status, 422);
    EXPECT_EQ(page("/money/lines.csv?side=uae").status, 404) << "the same list as a file is /tables/lines.csv";
    EXPECT_EQ(page("/loads/instr/2028-05-01").status, 200);
    EXPECT_EQ(page("/loads/nobody/2028-05-01").status, 404);
}

TEST_F(EditsTest, TellWhatWasChangedUntilItWasSeen) {
    const auto changed = [&] { return json_of(page("/worklist")).at("changed").as_array().size(); };
    EXPECT_EQ(changed(), 1U);  // that it was begun
    EXPECT_EQ(send(Method::post, at("/seen"), "{}").status, 204);
    EXPECT_EQ(changed(), 0U);
    send(Method::post, at("/progress"), R"({"what": "started", "id": "gov-001", "on": "2026-10-01"})");
    EXPECT_GT(changed(), 0U);
}

TEST_F(EditsTest, SaveAFileAsText) {
    const HttpResponse read = page("/files/plan.yaml");
    ASSERT_EQ(read.status, 200);
    EXPECT_EQ(page("/files").status, 200);
    const std::string changed = *read.body + "\n# a remark\n";
    const auto put = [&](const std::string& text, const std::string& etag) {
        return ask(
            {Method::put,
             "/api/v1" + at("/files/plan.yaml"),
             text,
             {{"Cookie", cookie}, {"X-CSRF-Token", token}, {"Content-Type", "application/yaml"}, {"If-Match", etag}}});
    };
    EXPECT_EQ(put(changed, "\"old\"").status, 412);
    EXPECT_EQ(put(changed, read.etag).status, 200);
    EXPECT_EQ(*page("/files/plan.yaml").body, changed);
    const HttpResponse checked =
        send(Method::post, at("/check"), R"({"files": {"plan.yaml": "masar: 1\nnonsense: 2\n"}})");
    EXPECT_EQ(checked.status, 200);
    EXPECT_GT(json_of(checked).at("errors").as_int64(), 0);
    const HttpResponse copied =
        send(Method::post, at("/duplicate"), R"({"activities": ["gov-010"], "shift": {"years": 1}})");
    EXPECT_EQ(copied.status, 200) << *copied.body;
}

}  // namespace
}  // namespace masar::server
