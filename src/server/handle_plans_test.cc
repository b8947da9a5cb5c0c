#include "server/cookies.h"
#include "server/first_plan.h"
#include "server/site_test_kit.h"

#include <gmock/gmock.h>

namespace masar::server {
namespace {

/// A visitor of a sandbox of the shipped example.
class PlansTest : public SiteTest {
protected:
    PlansTest() {
        services.example.files = shipped_example();
        const HttpResponse guest = ask({.target = "/api/v1/session"});
        const std::string csrf(json_of(guest).at("csrf").as_string());
        const HttpResponse begun =
            ask({Method::post, "/api/v1/sandbox", "{}", {{"Cookie", pair_of(guest, 0)}, {"X-CSRF-Token", csrf}}});
        EXPECT_EQ(begun.status, 200) << *begun.body;
        cookie = pair_of(begun, 0);
        token = std::string(json_of(begun).at("csrf").as_string());
        plan = std::string(json_of(begun).at("plan").as_string());
    }
    static std::string pair_of(const HttpResponse& response, std::size_t number) {
        const std::string& value = response.fields.at(number).second;
        return value.substr(0, value.find(';'));
    }
    HttpResponse page(const std::string& path) {
        return ask({.target = "/api/v1/plans/" + plan + path, .fields = {{"Cookie", cookie}}});
    }
    std::string cookie, token, plan;
};

TEST_F(PlansTest, ShowEveryPageOfASandboxToItsVisitorAlone) {
    for (const char* path : {"", "/roadmap", "/overview", "/events", "/due?days=30", "/loads", "/money", "/outcomes",
                             "/risks", "/diagnostics", "/search?q=charter", "/roadmap?dates=earliest"}) {
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

}  // namespace
}  // namespace masar::server
