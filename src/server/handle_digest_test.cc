#include "server/private_plan_test_kit.h"
#include "server/two_sides_test_kit.h"

#include <gmock/gmock.h>

namespace masar::server {
namespace {

using testing::HasSubstr;

class DigestOverHttp : public testing::Test {
protected:
    HttpResponse wishes(const std::string& body) {
        return at.send(person, {Method::put, "/api/v1/session/digest", body});
    }
    TwoSidedSite at{private_origin({})};
    SignedIn person = at.person("uae", {app::Role::planner}), ruler = at.person("uae", {app::Role::administrator});
};

TEST_F(DigestOverHttp, IsOffUntilSomebodyAsks) {
    EXPECT_EQ(*at.send(person, {.target = "/api/v1/session/digest"}).body,
              R"({"offered":false,"wanted":false,"address":"","language":"en","day":null,"state":null})");
    const HttpResponse wished = wishes(R"({"wanted":true,"address":"maryam@example.org","language":"ar"})");
    EXPECT_EQ(wished.status, 200);
    EXPECT_THAT(*wished.body, HasSubstr(R"("wanted":true,"address":"maryam@example.org","language":"ar")"));
    EXPECT_EQ(*at.send(person, {.target = "/api/v1/session/digest"}).body, *wished.body);
}

TEST_F(DigestOverHttp, RefusesWhatIsNoWish) {
    for (const char* body : {"{}", "[]", R"({"wanted":1,"address":"a@b.org","language":"en"})",
                             R"({"wanted":true,"address":"a@b.org\r\nBcc: x@y.org","language":"en"})",
                             R"({"wanted":true,"address":"a@b.org","language":"fr"})"})
        EXPECT_EQ(wishes(body).status, 422) << body;
}

TEST_F(DigestOverHttp, TellsAdministratorsAloneOfFailures) {
    EXPECT_EQ(at.send(person, {.target = "/api/v1/digest/failures"}).status, 403);
    EXPECT_EQ(*at.send(ruler, {.target = "/api/v1/digest/failures"}).body, R"({"failures":[]})");
}

}  // namespace
}  // namespace masar::server
