#include "server/site_test_kit.h"

#include <gmock/gmock.h>

namespace masar::server {
namespace {

using ::testing::HasSubstr;

TEST_F(SiteTest, SaysThatItWorks) {
    const HttpResponse response = ask({.target = "/healthz"});
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(json_of(response).at("state").as_string(), "working");
    site.closing = true;
    EXPECT_EQ(ask({.target = "/healthz"}).status, 503);
}

TEST_F(SiteTest, DescribesItself) {
    const HttpResponse response = ask({.target = "/api/v1/openapi.json"});
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(ask({.target = "/api/v1/openapi.json", .fields = {{"If-None-Match", response.etag}}}).status, 304);
}

TEST_F(SiteTest, KeepsItsFiguresToThisMachine) {
    (void)ask({.target = "/healthz"});
    HttpRequest request = request_of({.target = "/metrics"});
    EXPECT_EQ(application.with_work(request).status, 200);
    request.peer = "10.0.0.7";
    EXPECT_EQ(application.with_work(request).status, 404);
}

TEST_F(SiteTest, RefusesWithAProblemInTheLanguageOfTheCaller) {
    const HttpResponse response = ask({.target = "/api/v1/nothing?lang=ar"});
    EXPECT_EQ(response.status, 404);
    EXPECT_EQ(json_of(response).at("code").as_string(), "not-found");
    EXPECT_THAT(*response.body, HasSubstr("لا يوجد شيء هنا"));
    const HttpResponse method = ask({.method = Method::put, .target = "/healthz"});
    EXPECT_EQ(method.status, 405);
    EXPECT_THAT(method.fields, ::testing::Contains(std::pair<std::string, std::string>("Allow", "GET, HEAD")));
}

TEST_F(SiteTest, GoesByItsOwnNamesOnly) {
    HttpRequest request = request_of({.target = "/healthz"});
    for (const char* name : {"localhost", "127.0.0.1:8080", "[::1]:8080", "masar.example", "MASAR.example:443"}) {
        request.fields = {};
        request.fields.add("Host", name);
        EXPECT_EQ(application.with_work(request).status, 200) << name;
    }
    for (const char* name : {"evil.example", "localhost.evil.example", "masar.example.evil"}) {
        request.fields = {};
        request.fields.add("Host", name);
        EXPECT_EQ(application.with_work(request).status, 421) << name;
    }
}

TEST_F(SiteTest, LogsRoutesAndNeverWhatSomebodyTyped) {
    const HttpRequest request =
        request_of({.target = "/api/v1/secret-canary?q=secret-canary", .body = "secret-canary"});
    const HttpResponse response = application.with_work(request);
    application.finished({&request, &response, 0.1});
    const HttpRequest fine = request_of({.target = "/healthz"});
    const HttpResponse working = application.with_work(fine);
    application.finished({&fine, &working, 0.1});
    EXPECT_THAT(*ask({.target = "/metrics"}).body,
                HasSubstr("masar_requests_total{route=\"/healthz\",status=\"200\"} 1"));
    EXPECT_THAT(*ask({.target = "/metrics"}).body, ::testing::Not(HasSubstr("canary")));
    while (logged().find('\n') == std::string::npos) std::this_thread::yield();
    EXPECT_THAT(logged(), HasSubstr("\"status\":404"));
    EXPECT_THAT(logged(), ::testing::Not(HasSubstr("canary")));
    EXPECT_THAT(logged(), ::testing::Not(HasSubstr("healthz")));  // reads that go well are not worth a line
}

}  // namespace
}  // namespace masar::server
