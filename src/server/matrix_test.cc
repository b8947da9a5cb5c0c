// Role × address × method, made from the route table: nobody, each role, and people of a side that takes no part.
#include "server/private_plan_test_kit.h"
#include "server/two_sides_test_kit.h"

#include <gmock/gmock.h>

namespace masar::server {
namespace {

/// A body that some role may send; the others are refused before it is read.
std::string body_for(std::string_view handler_of) {
    if (handler_of.ends_with("/changes"))
        return R"({"changes":[{"op":"set","section":"activities","id":"course","field":"cost","value":"130k USD"}]})";
    if (handler_of.ends_with("/proposals") || handler_of.ends_with("/proposals/{number}"))
        return R"({"title":{"en":"More","ar":"أكثر"}})";
    if (handler_of.ends_with("/sign") || handler_of.ends_with("/disclose")) return R"({"hash":"0"})";
    if (handler_of.ends_with("/return") || handler_of.ends_with("/object")) return R"({"comment":"no"})";
    if (handler_of.ends_with("/jobs")) return R"({"kind":"explain"})";
    if (handler_of.ends_with("/notes")) return R"({"text":"bring the maps","shared":true})";
    if (handler_of.ends_with("/notes/{number}")) return R"({"resolved":true})";
    if (handler_of.ends_with("/calendar-links")) return R"({"plan":"two-sides"})";
    return "{}";
}

std::string target_of(const Route& route, const std::string& plan) {
    const std::pair<std::string_view, std::string> places[] = {
        {"{plan}", plan},        {"{section}", "activities"}, {"{id}", "1"},           {"{pool}", "planners"},
        {"{day}", "2027-01-06"}, {"{path...}", "plan.yaml"},  {"{number}", "1"},       {"{file}", "none.ics"},
        {"{page...}", "work"},   {"{run}", "none"},           {"{table}", "risks.csv"}};
    std::string target(route.pattern);
    if (target.find("/records/{section}/{id}") != std::string::npos) target.replace(target.find("{id}"), 4, "course");
    for (const auto& [place, by] : places)
        if (const auto at = target.find(place); at != std::string::npos) target.replace(at, place.size(), by);
    EXPECT_EQ(target.find('{'), std::string::npos) << "the matrix has no value for a place of " << route.pattern;
    if (target.ends_with("/money/lines")) target += "?side=uae";
    return target;
}

Asked asked_of(const Route& route, const std::string& plan) {
    Asked asked{route.method, target_of(route, plan)};
    if (route.more.takes == Takes::json) asked.body = body_for(route.pattern);
    if (route.more.takes == Takes::text || route.more.takes == Takes::file) {
        asked.body = "masar: 1\n";
        asked.fields = {{"Content-Type", route.more.takes == Takes::text ? "application/yaml" : "text/csv"},
                        {"X-File-Name", "a.csv"}};
    }
    return asked;
}

/// Signing out would end the test's own session.
bool left_out(const Route& route) {
    return route.more.keeps == Keeps::with_program
           || (route.method == Method::del && route.pattern == "/api/v1/session") || route.pattern == "/api/v1/setup"
           || route.pattern == "/api/v1/sandbox";
}
bool of_plan(const Route& route) { return route.pattern.find("{plan}") != std::string_view::npos; }

class Matrix : public ::testing::Test {
protected:
    static inline std::unique_ptr<TwoSidedSite> at;
    static void SetUpTestSuite() { at = std::make_unique<TwoSidedSite>(private_origin({})); }
    static void TearDownTestSuite() { at.reset(); }

    template <class Check>
    static void for_each_route(Check check) {
        for (const Route& route : route_table())
            if (!left_out(route)) check(route, asked_of(route, at->plan));
    }
    static std::string name_of(const Route& route) {
        return std::string(word_of(route.method)) + " " + std::string(route.pattern);
    }
};

TEST_F(Matrix, NobodyGetsNothing) {
    for_each_route([&](const Route& route, const Asked& asked) {
        if (route.who == Who::anyone) return;
        const HttpResponse response = at->ask(asked);
        EXPECT_EQ(response.status, 401) << name_of(route);
    });
}

TEST_F(Matrix, WhoTakesNoPartFindsNoSuchRoadmap) {
    const SignedIn stranger = at->person("elsewhere", app::all_roles());
    for_each_route([&](const Route& route, const Asked& asked) {
        if (!of_plan(route)) return;
        const HttpResponse response = at->send(stranger, asked);
        const HttpResponse none = at->send(stranger, asked_of(route, "no-such-roadmap"));
        EXPECT_TRUE(response.status == 404 || response.status == 422) << name_of(route) << response.status;
        EXPECT_EQ(response.status, none.status) << name_of(route);
        EXPECT_EQ(*response.body, *none.body) << name_of(route);
    });
    EXPECT_THAT(*at->send(stranger, {.target = "/api/v1/plans"}).body, ::testing::Not(::testing::HasSubstr("two")));
}

TEST_F(Matrix, EachRoleMayWhatTheTableSays) {
    for (const std::string side : {"uae", "usa"}) {
        for (const app::Role role : app::listed(app::all_roles())) {
            const SignedIn person = at->person(side, {role});
            for_each_route([&](const Route& route, const Asked& asked) {
                const app::Roles wanted = app::roles_of(route.more.roles);
                const HttpResponse response = at->send(person, asked);
                const std::string cell = name_of(route) + " as " + side + " " + std::string(app::word_of(role)) + ": "
                                         + (response.body ? *response.body : "");
                if (!wanted.none() && !wanted.has(role)) {
                    EXPECT_EQ(response.status, 403) << cell;
                } else if (route.method == Method::get && of_plan(route)
                           && route.pattern.find("{number}") == std::string_view::npos
                           && !route.pattern.ends_with("/differences")) {
                    EXPECT_EQ(response.status, 200) << cell;
                } else {
                    EXPECT_NE(response.status, 401) << cell;
                    EXPECT_LT(response.status, 500) << cell;
                    if (!wanted.none() && !of_plan(route)) {
                        EXPECT_NE(response.status, 403) << cell;
                    }
                }
            });
        }
    }
}

TEST_F(Matrix, AJobIsFoundByThoseWhoReadTheSameAndByNobodyElse) {
    const SignedIn uae = at->person("uae", app::all_roles()), usa = at->person("usa", app::all_roles());
    const auto asked = TwoSidedSite::json_of(at->post(uae, "/jobs", R"({"kind":"explain"})"));
    const std::string id(asked.at("id").as_string());
    EXPECT_EQ(at->send(uae, {.target = "/api/v1/jobs/" + id}).status, 200);
    for (const Method method : {Method::get, Method::del})
        for (const char* below : {"", "/stream"}) {
            if (method == Method::del && *below != 0) continue;
            const HttpResponse others = at->send(usa, {method, "/api/v1/jobs/" + id + below});
            const HttpResponse none = at->send(usa, {method, std::string("/api/v1/jobs/none") + below});
            EXPECT_EQ(others.status, 404);
            EXPECT_EQ(*others.body, *none.body);
        }
}

TEST_F(Matrix, AChangeWithoutTheTokenOfThePageIsForged) {
    const SignedIn person = at->person("usa", app::all_roles());
    for_each_route([&](const Route& route, Asked asked) {
        if (route.method == Method::get || route.who == Who::anyone) return;
        asked.fields.emplace_back("Cookie", person.fields().front().second);
        EXPECT_EQ(at->ask(asked).status, 403) << name_of(route);
    });
}

}  // namespace
}  // namespace masar::server
