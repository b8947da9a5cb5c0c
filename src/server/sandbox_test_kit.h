#pragma once
// For tests: the visitor of a sandbox of the shipped example.
#include "server/cookies.h"
#include "server/first_plan.h"
#include "server/site_test_kit.h"

#include <gmock/gmock.h>

namespace masar::server {

/// A visitor of a sandbox of the shipped example.
class SandboxTest : public SiteTest {
protected:
    SandboxTest() {
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
    HttpResponse send(Method method, const std::string& path, const std::string& body,
                      const std::string& if_match = "") {
        std::vector<std::pair<std::string, std::string>> fields{{"Cookie", cookie}, {"X-CSRF-Token", token}};
        if (!if_match.empty()) fields.emplace_back("If-Match", if_match);
        return ask({method, "/api/v1" + path, body, fields});
    }
    std::string at(const std::string& path) { return "/plans/" + plan + path; }
    std::string cookie, token, plan;
};

}  // namespace masar::server
