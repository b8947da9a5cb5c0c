#include "server/site_test_kit.h"

#include <gmock/gmock.h>
#include <boost/json/serialize.hpp>

#include <map>

namespace masar::server {
namespace {

namespace json = boost::json;
using Fields = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view password = "correct horse battery";

/// A browser of one person: it keeps its cookies and brings the token.
class Browser {
public:
    void take(const HttpResponse& response) {
        for (const auto& [name, value] : response.fields) {
            if (name != "Set-Cookie") continue;
            EXPECT_THAT(value, ::testing::HasSubstr("; Path=/; HttpOnly; SameSite=Strict"));
            const std::string pair = value.substr(0, value.find(';'));
            const std::size_t equals = pair.find('=');
            cookies_[pair.substr(0, equals)] = pair.substr(equals + 1);
        }
        if (response.status < 300 && response.body)
            if (const auto body = json::parse(*response.body); body.is_object() && body.as_object().contains("csrf"))
                csrf = std::string_view(body.at("csrf").as_string());
    }
    [[nodiscard]] Fields fields() const {
        std::string cookie;
        for (const auto& [name, value] : cookies_) cookie += (cookie.empty() ? "" : "; ") + name + "=" + value;
        return {{"Cookie", cookie}, {"X-CSRF-Token", csrf}};
    }
    std::string csrf;

private:
    std::map<std::string, std::string> cookies_;
};

class SessionTest : public SiteTest {
protected:
    HttpResponse as(Browser& browser, Asked asked) {
        for (auto& field : browser.fields()) asked.fields.push_back(std::move(field));
        HttpResponse response = ask(asked);
        browser.take(response);
        return response;
    }
    /// The administrator of a side, signed in.
    Browser ruler(const std::string& side) {
        Browser browser;
        (void)as(browser, {.target = "/api/v1/session"});
        const auto tokens = services.accounts.setup_tokens({side});
        EXPECT_TRUE(tokens.has_value());
        const std::string body = json::serialize(json::object{{"token", tokens->front().token},
                                                              {"login", "ruler@" + side},
                                                              {"password", password},
                                                              {"display", "Ruler of " + side}});
        EXPECT_EQ(as(browser, {Method::post, "/api/v1/setup", body}).status, 200);
        return browser;
    }
    static std::string sign_in_body(std::string_view login, std::string_view secret) {
        return json::serialize(json::object{{"login", login}, {"password", secret}});
    }
};

TEST_F(SessionTest, BeginsWithASetUpTokenAndEndsWhenSignedOut) {
    Browser browser = ruler("uae");
    const json::value session = json_of(as(browser, {.target = "/api/v1/session"}));
    EXPECT_TRUE(session.at("signed_in").as_bool());
    EXPECT_EQ(session.at("side").as_string(), "uae");
    EXPECT_EQ(session.at("account").at("login").as_string(), "ruler@uae");
    EXPECT_EQ(as(browser, {Method::del, "/api/v1/session"}).status, 204);
    EXPECT_FALSE(json_of(as(browser, {.target = "/api/v1/session"})).at("signed_in").as_bool());
    EXPECT_EQ(as(browser, {.target = "/api/v1/accounts"}).status, 401);
}

TEST_F(SessionTest, TakesThePasswordAndNothingElse) {
    (void)ruler("uae");
    Browser browser;
    (void)as(browser, {.target = "/api/v1/session"});
    const HttpResponse wrong =
        as(browser, {Method::post, "/api/v1/session", sign_in_body("ruler@uae", "something else!")});
    const HttpResponse nobody =
        as(browser, {Method::post, "/api/v1/session", sign_in_body("nobody", "something else!")});
    EXPECT_EQ(wrong.status, nobody.status);
    EXPECT_EQ(*wrong.body, *nobody.body);  // whether there is such a login is not told
    EXPECT_EQ(as(browser, {Method::post, "/api/v1/session", sign_in_body("ruler@uae", password)}).status, 200);
}

TEST_F(SessionTest, GivesEverySignInASessionOfItsOwn) {
    Browser first = ruler("uae");
    const std::string planted = first.fields()[0].second;
    EXPECT_EQ(as(first, {Method::post, "/api/v1/session", sign_in_body("ruler@uae", password)}).status, 200);
    EXPECT_NE(first.fields()[0].second, planted);
    EXPECT_EQ(ask({.target = "/api/v1/accounts", .fields = {{"Cookie", planted}}}).status, 401);
}

TEST_F(SessionTest, RefusesChangesThatNoPageOfItsOwnAskedFor) {
    Browser browser = ruler("uae");
    const std::string cookie = browser.fields()[0].second;
    const std::string body = R"({"login":"other"})";
    for (const Fields& fields :
         {Fields{{"Cookie", cookie}}, Fields{{"Cookie", cookie}, {"X-CSRF-Token", "wrong"}},
          Fields{{"Cookie", cookie}, {"X-CSRF-Token", browser.csrf}, {"Origin", "http://evil.example"}},
          Fields{{"Cookie", cookie}, {"X-CSRF-Token", browser.csrf}, {"Sec-Fetch-Site", "cross-site"}}}) {
        const HttpResponse response = ask({Method::post, "/api/v1/accounts", body, fields});
        EXPECT_EQ(response.status, 403);
        EXPECT_EQ(json_of(response).at("code").as_string(), "forged");
    }
    // A page of another site cannot even sign somebody in.
    EXPECT_EQ(ask({Method::post, "/api/v1/session", sign_in_body("ruler@uae", password)}).status, 403);
    const HttpResponse form =
        ask({Method::post, "/api/v1/session", "login=a", {{"Content-Type", "application/x-www-form-urlencoded"}}});
    EXPECT_EQ(form.status, 415);
}

TEST_F(SessionTest, IsBoundToTheHostUnderTls) {
    HttpRequest request = request_of({.target = "/api/v1/session"});
    request.encrypted = true;
    const HttpResponse response = application.with_work(request);
    EXPECT_THAT(response.fields, ::testing::Contains(::testing::Pair(
                                     "Set-Cookie", ::testing::AllOf(::testing::StartsWith("__Host-masar-guest="),
                                                                    ::testing::EndsWith("; Secure")))));
}

TEST_F(SessionTest, ShowsEachSideItsOwnAccounts) {
    Browser uae = ruler("uae"), usa = ruler("usa");
    const HttpResponse made =
        as(uae, {Method::post, "/api/v1/accounts", R"({"login":"planner.one","roles":["planner"]})"});
    ASSERT_EQ(made.status, 201);
    const std::string id = std::to_string(json_of(made).at("id").as_int64());
    EXPECT_THAT(*as(uae, {.target = "/api/v1/accounts"}).body, ::testing::HasSubstr("planner.one"));
    EXPECT_THAT(*as(usa, {.target = "/api/v1/accounts"}).body, ::testing::Not(::testing::HasSubstr("planner.one")));
    // An account of the other side is as if there were none.
    const std::string body = R"({"reset_password":true})";
    const HttpResponse theirs = as(usa, {Method::patch, "/api/v1/accounts/" + id, body});
    const HttpResponse none = as(usa, {Method::patch, "/api/v1/accounts/999", body});
    EXPECT_EQ(theirs.status, 404);
    EXPECT_EQ(*theirs.body, *none.body);
    EXPECT_EQ(as(uae, {Method::patch, "/api/v1/accounts/" + id, body}).status, 200);
}

TEST_F(SessionTest, NamesTheFieldThatIsWrong) {
    Browser browser = ruler("uae");
    const auto field_of = [&](const char* body) {
        const HttpResponse response = as(browser, {Method::post, "/api/v1/accounts", body});
        EXPECT_EQ(response.status, 422) << body;
        return std::string(json_of(response).at("field").as_string());
    };
    EXPECT_EQ(field_of(R"({})"), "login");
    EXPECT_EQ(field_of(R"({"login":"a"})"), "login");
    EXPECT_EQ(field_of(R"({"login":"abc","roles":["king"]})"), "roles");
    EXPECT_EQ(field_of(R"({"login":"abc","rolls":["planner"]})"), "rolls");
}

}  // namespace
}  // namespace masar::server
