#include "server/router.h"

#include "server/route_table.h"

#include <gtest/gtest.h>

#include <set>

namespace masar::server {
namespace {

Answer<HttpResponse> nothing(Site& /*site*/, const Visit& /*visit*/) { return HttpResponse{}; }

constexpr auto some = std::to_array<Route>({
    {Method::get, "/", Who::anyone, nothing, "root", ""},
    {Method::get, "/plans", Who::visitor, nothing, "list", ""},
    {Method::post, "/plans", Who::visitor, nothing, "make", ""},
    {Method::get, "/plans/{plan}", Who::visitor, nothing, "one", ""},
    {Method::get, "/plans/template.xlsx", Who::visitor, nothing, "template", ""},
    {Method::get, "/plans/{plan}/files/{path...}", Who::visitor, nothing, "file", ""},
    {Method::del, "/plans/{plan}/files/{path...}", Who::visitor, nothing, "remove", ""},
    {Method::get, "/{page...}", Who::anyone, nothing, "page", ""},
});

std::string found(Method method, std::string_view path) {
    static const Router router(some);
    const auto match = router.find(method, path);
    if (!match) return std::string(kind_of(match.error().code).word) + " " + match.error().allow;
    std::string out(match->route->summary);
    for (const auto& [name, value] : match->places) out += " " + std::string(name) + "=" + value;
    return out;
}

TEST(Router, FindsTheLineOfATable) {
    EXPECT_EQ(found(Method::get, "/"), "root");
    EXPECT_EQ(found(Method::get, "/plans"), "list");
    EXPECT_EQ(found(Method::head, "/plans"), "list");
    EXPECT_EQ(found(Method::post, "/plans"), "make");
    EXPECT_EQ(found(Method::get, "/plans/uae-us"), "one plan=uae-us");
    EXPECT_EQ(found(Method::get, "/plans/template.xlsx"), "template");
    EXPECT_EQ(found(Method::get, "/plans/p/files/sides/uae/people.yaml"), "file plan=p path=sides/uae/people.yaml");
    EXPECT_EQ(found(Method::get, "/plans/p/other"), "page page=plans/p/other");
    EXPECT_EQ(found(Method::get, "/plans/"), "page page=plans/");
}

TEST(Router, SaysWhichMethodsThereAre) {
    EXPECT_EQ(found(Method::put, "/plans"), "wrong-method GET, HEAD, POST");
    EXPECT_EQ(found(Method::del, "/plans/p"), "wrong-method GET, HEAD");
    EXPECT_EQ(found(Method::put, "/nowhere"), "not-found ");
    EXPECT_EQ(found(Method::other, "/plans"), "wrong-method GET, HEAD, POST");
}

TEST(RouteTable, HasEveryAddressOnceAndSaysWhatItDoes) {
    std::set<std::pair<Method, std::string_view>> lines;
    for (const Route& route : route_table()) {
        EXPECT_TRUE(lines.insert({route.method, route.pattern}).second) << route.pattern;
        EXPECT_FALSE(route.summary.empty()) << route.pattern;
        EXPECT_NE(route.handler, nullptr) << route.pattern;
        // Only the addresses of people and of monitors stand outside the versioned interface.
        EXPECT_TRUE(route.method == Method::get || route.pattern.starts_with("/api/v1/")) << route.pattern;
    }
}

}  // namespace
}  // namespace masar::server
