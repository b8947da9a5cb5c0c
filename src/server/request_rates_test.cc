#include "server/request_rates.h"

#include "server/route_table.h"
#include "server/two_sides_test_kit.h"

#include <gmock/gmock.h>

namespace masar::server {
namespace {

TEST(RequestRates, LetABurstThroughAndThenSoManyASecond) {
    RequestRates rates(20);  // a second: 20 reads, 2 changes, 1 job, 0.2 files
    for (int i = 0; i < 20; ++i) ASSERT_EQ(rates.take_session(Asking::change, "one", 100), 0) << i;
    EXPECT_DOUBLE_EQ(rates.take_session(Asking::change, "one", 100), 0.5);
    EXPECT_EQ(rates.take_session(Asking::change, "one", 100.5), 0);
    EXPECT_EQ(rates.take_session(Asking::read, "one", 100), 0) << "each kind is counted by itself";
    EXPECT_EQ(rates.take_session(Asking::change, "another", 100), 0);
    EXPECT_EQ(rates.take_session(Asking::file, "one", 100), 0);
    EXPECT_EQ(rates.take_session(Asking::file, "one", 100), 0);
    EXPECT_DOUBLE_EQ(rates.take_session(Asking::file, "one", 100), 5);
}

TEST(RequestRates, LetAnAddressAskMoreAndThisMachineAsItLikes) {
    RequestRates rates(20);
    for (int i = 0; i < 10; ++i) ASSERT_EQ(rates.take_address(Asking::file, "192.0.2.1", 100), 0) << i;
    EXPECT_DOUBLE_EQ(rates.take_address(Asking::file, "192.0.2.1", 100), 1);
    for (const char* own : {"127.0.0.1", "::1"})
        for (int i = 0; i < 100; ++i) ASSERT_EQ(rates.take_address(Asking::file, own, 100), 0);
    RequestRates none(0);
    for (int i = 0; i < 1000; ++i) ASSERT_EQ(none.take_session(Asking::file, "one", 100), 0);
}

TEST(RequestRates, KnowWhatIsAskedFor) {
    const std::map<std::pair<Method, std::string_view>, Asking> known{
        {{Method::get, "/api/v1/plans/{plan}/overview"}, Asking::read},
        {{Method::get, "/api/v1/plans/{plan}/stream"}, Asking::read},
        {{Method::post, "/api/v1/plans/{plan}/changes"}, Asking::change},
        {{Method::post, "/api/v1/session"}, Asking::change},
        {{Method::post, "/api/v1/plans/{plan}/jobs"}, Asking::job},
        {{Method::get, "/api/v1/plans/{plan}/report.pdf"}, Asking::file},
        {{Method::get, "/api/v1/calendar/{file}"}, Asking::file},
        {{Method::post, "/api/v1/plans/{plan}/imports"}, Asking::file},
    };
    std::size_t seen = 0;
    for (const Route& route : route_table()) {
        const auto wanted = known.find({route.method, route.pattern});
        if (wanted == known.end()) continue;
        EXPECT_EQ(asking_of(route), wanted->second) << route.pattern;
        ++seen;
    }
    EXPECT_EQ(seen, known.size());
}

/// A server that lets a session read once a second; its time stands still unless the test says so.
class BusyServer : public ::testing::Test {
protected:
    static app::PlanFiles files() {
        return {{"plan.yaml",
                 "masar: 1\ntitle: {en: A year, ar: عام}\nstart: 2027-01-04\n"
                 "sides: {uae: {calendar: week}, usa: {calendar: week}}\ncalendars: {week: {works: [mon, tue]}}\n"
                 "activities:\n  charter: {duration: 1wd, calendar: week}\n"}};
    }
    static int wait_of(const HttpResponse& response) {
        const auto field =
            std::ranges::find(response.fields, "Retry-After", [](const auto& each) { return each.first; });
        return field == response.fields.end() ? 0 : std::stoi(field->second);
    }

    TwoSidedSite at{files(), ServerLimits{.reads_per_second = 1}};
    SignedIn uae = at.person("uae", app::all_roles()), usa = at.person("usa", app::all_roles());
};

TEST_F(BusyServer, TellsASessionToWaitInItsLanguageAndNobodyElse) {
    for (int i = 0; i < 10; ++i) ASSERT_EQ(at.get(uae, "/roadmap").status, 200) << "also when it is kept: " << i;
    const HttpResponse often = at.get(uae, "/roadmap?lang=ar");
    EXPECT_EQ(often.status, 429);
    EXPECT_EQ(wait_of(often), 2);
    EXPECT_THAT(*often.body, testing::HasSubstr("يتكرر هذا الطلب أكثر من اللازم"));
    EXPECT_EQ(at.json_of(often).at("code").as_string(), "too-many");
    EXPECT_EQ(at.get(uae, "/roadmap").status, 429) << "what is kept is counted too";
    EXPECT_EQ(at.get(usa, "/roadmap").status, 200);
    EXPECT_EQ(at.ask({.target = "/healthz"}).status, 200) << "what comes with the program costs nothing";
    at.pass(std::chrono::seconds(2));
    EXPECT_EQ(at.get(uae, "/roadmap").status, 200);
}

TEST_F(BusyServer, ChangesNothingForWhoIsToldToWait) {
    const auto note = [&](const std::string& words) {
        return at.post(uae, "/changes",
                       R"({"changes":[{"op":"set","section":"activities","id":"charter","field":"notes","value":")"
                           + words + R"("}]})");
    };
    EXPECT_EQ(note("first").status, 200);
    EXPECT_EQ(note("second").status, 429);
    EXPECT_THAT(*at.get(uae, "/records/activities/charter").body, testing::HasSubstr("first"));
    at.pass(std::chrono::seconds(10));
    EXPECT_EQ(note("second").status, 200);
}

TEST_F(BusyServer, CountsThoseWithoutASessionByAddress) {
    const auto stranger = [&](const std::string& address, const std::string& cookie = "") {
        return at.ask_from(address, {.target = "/api/v1/plans", .fields = {{"Cookie", "masar=" + cookie}}}).status;
    };
    for (int i = 0; i < 50; ++i) ASSERT_EQ(stranger("192.0.2.1", "made-up-" + std::to_string(i)), 401);
    EXPECT_EQ(stranger("192.0.2.1"), 429) << "ever new sessions that are none are one address";
    EXPECT_EQ(stranger("192.0.2.2"), 401);
    EXPECT_EQ(at.get(uae, "/roadmap").status, 200);
}

}  // namespace
}  // namespace masar::server
