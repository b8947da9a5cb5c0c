// Notes over HTTP: what an answer holds, and what comes to the other side while it looks.
#include "server/event_stream_test_kit.h"
#include "server/private_plan_test_kit.h"
#include "server/two_sides_test_kit.h"

#include <gmock/gmock.h>
#include <boost/json/serialize.hpp>

namespace masar::server {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class NotesOverHttp : public ::testing::Test {
protected:
    HttpResponse says(const SignedIn& who, const std::string& body) { return at.post(who, notes, body); }
    HttpResponse sets(Method method, const SignedIn& who, const std::string& number, const std::string& body) {
        return at.send(who, {method, "/api/v1/plans/" + at.plan + notes + "/" + number, body});
    }
    boost::json::array read(const SignedIn& who) {
        return TwoSidedSite::json_of(at.get(who, notes)).at("notes").as_array();
    }
    const std::string notes = "/records/activities/course/notes";
    TwoSidedSite at{private_origin({})};
    SignedIn uae = at.person("uae", {app::Role::legal}), usa = at.person("usa", {app::Role::auditor});
};

TEST_F(NotesOverHttp, AreGivenBackAsTheTextTheyAre) {
    const std::string text =
        "<img src=x onerror=alert(1)> [a](javascript:b) \u202Eabc \u0633\u0637\u0631\n\"q\" \\ &amp;";
    const std::string body = boost::json::serialize(boost::json::object{{"text", text}, {"shared", true}});
    const HttpResponse written = says(uae, body);
    EXPECT_EQ(written.status, 201);
    EXPECT_EQ(*written.body, R"({"number":1})");
    const auto all = read(usa);
    ASSERT_EQ(all.size(), 1U);
    const auto& note = all.front().as_object();
    EXPECT_EQ(note.at("text").as_string(), text);
    EXPECT_EQ(note.at("side").as_string(), "uae");
    EXPECT_EQ(note.at("role").as_string(), "legal");
    EXPECT_FALSE(note.at("own").as_bool());
    EXPECT_FALSE(note.at("may_withdraw").as_bool());
    EXPECT_THAT(*at.get(usa, "/worklist").body, HasSubstr("onerror"));
    EXPECT_THAT(*at.get(usa, "/log").body, Not(HasSubstr("onerror")))
        << "the log says that there is one, not what it says";
}

TEST_F(NotesOverHttp, AreAnsweredSettledAndWithdrawn) {
    EXPECT_EQ(says(uae, R"({"text":"which hall?","shared":true})").status, 201);
    EXPECT_EQ(says(usa, R"({"text":"the small one","shared":true,"reply_to":1})").status, 201);
    EXPECT_EQ(sets(Method::patch, usa, "1", R"({"resolved":true})").status, 204);
    EXPECT_EQ(sets(Method::del, usa, "1", "").status, 403);
    EXPECT_EQ(sets(Method::del, uae, "1", "").status, 204);
    const auto all = read(usa);
    EXPECT_TRUE(all[0].at("text").is_null());
    EXPECT_EQ(all[0].at("resolved").at("side").as_string(), "usa");
    EXPECT_EQ(all[1].at("reply_to").as_int64(), 1);
}

TEST_F(NotesOverHttp, RefuseWhatIsNoNote) {
    const std::string long_text(5000, 'x');
    for (const std::string& body :
         {std::string("{}"), std::string("[]"), std::string(R"({"text":7})"), std::string(R"({"text":""})"),
          std::string(R"({"text":"a","shared":"yes"})"), std::string(R"({"text":"a","html":true})"),
          R"({"text":")" + long_text + R"("})", std::string(R"({"text":"a","reply_to":"1"})")})
        EXPECT_EQ(says(uae, body).status, 422) << body.substr(0, 60);
    EXPECT_EQ(says(uae, R"({"text":"a","reply_to":1})").status, 404);
    for (const char* number : {"0", "-1", "1", "x", "99999999999999999999"})
        EXPECT_EQ(sets(Method::patch, uae, number, R"({"resolved":true})").status, 404) << number;
    EXPECT_EQ(sets(Method::patch, uae, "1", "{}").status, 422);
    EXPECT_TRUE(read(uae).empty());
}

TEST_F(NotesOverHttp, ComeToWhoReadsThemWhileTheyLookAndToNobodyElse) {
    const HttpResponse to_uae = at.get(uae, "/stream"), to_usa = at.get(usa, "/stream");
    EXPECT_EQ(says(usa, R"({"text":"ours"})").status, 201);
    at.services.watch.look();
    EXPECT_THAT(heard(*to_usa.stream, "event: note"), HasSubstr(R"({"section":"activities","id":"course"})"));
    EXPECT_EQ(at.post(usa, "/records/activities/exercise/notes", R"({"text":"to both","shared":true})").status, 201);
    at.services.watch.look();
    EXPECT_THAT(heard(*to_uae.stream, "event: note"),
                AllOf(HasSubstr(R"("id":"exercise")"), Not(HasSubstr(R"("id":"course")"))));
}

}  // namespace
}  // namespace masar::server
