#include "app/workspace/proposal_json.h"
#include "server/sandbox_test_kit.h"
#include "server/two_sides_test_kit.h"

#include <gmock/gmock.h>

namespace masar::server {
namespace {

using app::Role;
using ::testing::HasSubstr;

const app::PlanFiles two_sides{
    {"plan.yaml",
     "masar: 1\n"
     "title: {en: A joint year, ar: عام مشترك}\n"
     "start: 2027-01-04\n"
     "sides: {uae: {calendar: week, currency: AED}, usa: {calendar: week, currency: USD}}\n"
     "calendars: {week: {works: [mon, tue, wed, thu, fri]}}\n"
     "activities:\n"
     "  charter: {name: {en: Charter, ar: الميثاق}, duration: 10wd, calendar: week}\n"
     "  course: {name: {en: Course, ar: دورة}, duration: 5wd, calendar: week, after: charter}\n"},
    {"sides/usa/own.yaml",
     "activities:\n"
     "  own: {name: {en: Rehearsal, ar: تجربة}, duration: 3wd, calendar: week, after: charter}\n"}};

class DecisionRoutes : public ::testing::Test {
protected:
    std::string hash_of(const std::string& number) {
        return std::string(at.json_of(at.get(uae_planner, "/proposals/" + number)).at("hash").as_string());
    }
    HttpResponse sign(const SignedIn& by, const std::string& number, const std::string& hash) {
        return at.post(by, "/proposals/" + number + "/sign", R"({"hash":")" + hash + R"("})");
    }
    /// Sets the duration of the course, beside the draft.
    std::string proposed(const std::string& duration) {
        const HttpResponse made = at.post(uae_planner, "/proposals", body_with(duration));
        EXPECT_EQ(made.status, 201) << *made.body;
        return std::to_string(at.json_of(made).at("number").as_int64());
    }
    static std::string body_with(const std::string& duration) {
        return R"({"title":{"en":"Longer course","ar":"دورة أطول"},"note":"two more days","changes":)"
               R"([{"op":"set","section":"activities","id":"course","field":"duration","value":")"
               + duration + R"("}]})";
    }
    TwoSidedSite at{two_sides};
    SignedIn uae_planner = at.person("uae", {Role::planner}), uae_approver = at.person("uae", {Role::approver});
    SignedIn usa_planner = at.person("usa", {Role::planner}), usa_approver = at.person("usa", {Role::approver});
};

TEST_F(DecisionRoutes, LeadFromAProposalToWhatBothHaveApproved) {
    EXPECT_EQ(at.get(uae_planner, "/differences?from=baseline").status, 404);
    const std::string number = proposed("7wd"), hash = hash_of(number);
    const auto shown = at.json_of(at.get(usa_approver, "/proposals/" + number));
    EXPECT_TRUE(shown.at("may_sign").as_bool());
    EXPECT_FALSE(shown.at("may_withdraw").as_bool());
    EXPECT_THAT(std::string(shown.at("texts").at("ar").as_string()), HasSubstr("دورة أطول"));
    EXPECT_EQ(shown.at("gates").at("before").as_array().size(), 0U);

    EXPECT_EQ(sign(usa_planner, number, hash).status, 403);
    EXPECT_EQ(sign(uae_approver, number, "0").status, 412) << "not what is shown";
    EXPECT_EQ(at.json_of(sign(uae_approver, number, hash)).at("state").as_string(), "open");
    EXPECT_EQ(sign(uae_approver, number, hash).status, 409) << "once is enough";
    const auto work = at.json_of(at.get(usa_approver, "/worklist")).at("waiting").as_array();
    ASSERT_EQ(work.size(), 1U);
    EXPECT_EQ(work.at(0).at("waiting").at(0).as_string(), "usa");
    EXPECT_EQ(at.json_of(at.get(uae_approver, "/worklist")).at("waiting").as_array().size(), 0U);
    EXPECT_EQ(at.json_of(at.get(usa_planner, "/worklist")).at("waiting").as_array().size(), 0U) << "no approver";
    EXPECT_EQ(at.json_of(at.get(usa_planner, "/overview")).at("decisions").as_array().size(), 1U);
    EXPECT_TRUE(at.json_of(at.get(usa_planner, "")).at("baseline").is_null());

    EXPECT_EQ(at.json_of(sign(usa_approver, number, hash)).at("state").as_string(), "approved");
    EXPECT_TRUE(at.json_of(at.get(usa_planner, "")).at("head_equals_baseline").as_bool());
    EXPECT_EQ(at.json_of(at.get(usa_planner, "/overview")).at("decisions").as_array().size(), 0U);
    EXPECT_EQ(at.json_of(at.get(uae_planner, "/records/activities/course")).at("fields").at("duration").as_string(),
              "7wd");
    const auto log = at.json_of(at.get(uae_planner, "/decisions")).at("decisions").as_array();
    ASSERT_EQ(log.size(), 4U);
    EXPECT_EQ(log.at(3).at("kind").as_string(), "approved");
    EXPECT_EQ(log.at(3).at("previous").as_string(), log.at(2).at("hash").as_string());

    // Then the differences from it, each as its reader reads them.
    EXPECT_EQ(
        at.post(usa_planner, "/changes",
                R"({"changes":[{"op":"set","section":"activities","id":"own","field":"duration","value":"4wd"}]})")
            .status,
        200);
    EXPECT_EQ(at.json_of(at.get(uae_planner, "/differences")).at("differences").as_array().size(), 0U);
    EXPECT_EQ(at.json_of(at.get(usa_planner, "/differences?from=signed")).at("differences").as_array().size(), 1U);
    EXPECT_EQ(at.get(uae_planner, "/differences?from=ever").status, 422);
}

TEST_F(DecisionRoutes, TellWhyAProposalIsReturnedReplacedOrWithdrawn) {
    const std::string number = proposed("7wd"), at_it = "/proposals/" + number;
    EXPECT_EQ(sign(usa_approver, number, hash_of(number)).status, 200);
    EXPECT_EQ(at.post(usa_approver, at_it + "/return", "{}").status, 422) << "without a comment";
    EXPECT_EQ(at.post(usa_approver, at_it + "/return", R"({"comment":"too long"})").status, 200);
    EXPECT_EQ(at.post(usa_planner, "/proposals", R"({"title":{"en":"x"}})").status, 422);
    const auto put = [&](const SignedIn& by) {
        return at.send(by, {Method::put, "/api/v1/plans/" + at.plan + at_it, body_with("6wd")});
    };
    EXPECT_EQ(put(usa_planner).status, 403) << "the other side's proposal";
    EXPECT_EQ(put(uae_planner).status, 200);
    const auto shown = at.json_of(at.get(usa_planner, at_it));
    EXPECT_EQ(shown.at("state").as_string(), "open");
    EXPECT_EQ(shown.at("signatures").at(0).at("void").at("why").at("en").as_string(),
              "side 'uae' changed the proposal");
    EXPECT_EQ(shown.at("signatures").at(1).at("comment").as_string(), "too long");
    EXPECT_EQ(at.post(usa_planner, at_it + "/withdraw", "").status, 403);
    EXPECT_EQ(at.json_of(at.post(uae_planner, at_it + "/withdraw", "")).at("state").as_string(), "withdrawn");
    EXPECT_EQ(sign(usa_approver, number, hash_of(number)).status, 409);
    EXPECT_EQ(at.get(uae_planner, "/proposals/none").status, 404);
    EXPECT_EQ(at.json_of(at.get(usa_planner, "/proposals")).at("proposals").at(0).at("state").as_string(), "withdrawn");
}

TEST_F(DecisionRoutes, ProposeADragAndUndoItByAnotherProposal) {
    const auto start_in = [&](const HttpResponse& roadmap, std::string_view which) {
        const auto value = at.json_of(roadmap);
        for (const auto& each : value.at("activities").as_array())
            if (each.at("id").as_string() == "charter") return std::string(each.at(which).as_string());
        return std::string();
    };
    const auto signed_by_both = [&](const std::string& number) {
        EXPECT_EQ(sign(uae_approver, number, hash_of(number)).status, 200);
        return std::string(at.json_of(sign(usa_approver, number, hash_of(number))).at("state").as_string());
    };
    const HttpResponse made =
        at.post(uae_planner, "/proposals", R"({"title":{"en":"Later","ar":"لاحقاً"},"pins":{"charter":"2027-02-01"}})");
    ASSERT_EQ(made.status, 201) << *made.body;
    EXPECT_EQ(start_in(at.get(usa_planner, "/roadmap"), "start"), "2027-01-04");
    EXPECT_EQ(signed_by_both("1"), "approved");
    EXPECT_EQ(start_in(at.get(usa_planner, "/roadmap"), "start"), "2027-02-01");
    EXPECT_EQ(start_in(at.get(usa_planner, "/roadmap"), "baseline_start"), "2027-02-01");

    const HttpResponse undo = at.post(usa_planner, "/proposals", R"({"undo":1,"note":"too late"})");
    ASSERT_EQ(undo.status, 201) << *undo.body;
    EXPECT_THAT(std::string(at.json_of(at.get(uae_planner, "/proposals/2")).at("title").at("ar").as_string()),
                HasSubstr("التراجع عن المقترح"));
    EXPECT_EQ(signed_by_both("2"), "approved");
    EXPECT_EQ(start_in(at.get(uae_planner, "/roadmap"), "baseline_start"), "2027-01-04");

    const auto problem = [&](const std::string& body, int status) {
        const HttpResponse refused = at.post(uae_planner, "/proposals", body);
        EXPECT_EQ(refused.status, status) << *refused.body;
        return std::string(at.json_of(refused).at("field").as_string());
    };
    EXPECT_EQ(problem(R"({"title":{"en":"x","ar":"x"},"pins":{"charter":"soon"}})", 422), "pins.charter");
    EXPECT_EQ(problem(R"({"title":{"en":"x","ar":"x"},"pins":{"own":"2027-02-01"}})", 422), "pins.own");
    EXPECT_EQ(problem(R"({"title":{"en":"x","ar":"x"},"pins":["charter"]})", 422), "pins");
    EXPECT_EQ(problem(R"({"undo":1,"restore":1})", 422), "undo");
    EXPECT_EQ(problem(R"({"undo":1,"pins":{"charter":"2027-02-01"}})", 422), "pins");
    EXPECT_EQ(problem(R"({"restore":"first"})", 422), "restore");
    EXPECT_EQ(problem(R"({"undo":2,"title":{"en":"x"}})", 422), "title.ar");
    EXPECT_EQ(at.post(uae_planner, "/proposals", R"({"undo":9})").status, 404);
    EXPECT_EQ(at.json_of(at.get(uae_planner, "/proposals")).at("proposals").as_array().size(), 2U);
}

TEST_F(DecisionRoutes, LetADeputySignWhileItIsOne) {
    const std::string number = proposed("7wd");
    const std::string body = R"({"account":)" + std::to_string(usa_planner.account) + R"(,"stands_for":)"
                             + std::to_string(usa_approver.account)
                             + R"(,"role":"approver","first_day":"2027-01-02","last_day":"2027-01-03"})";
    EXPECT_EQ(at.send(usa_approver, {Method::post, "/api/v1/deputies", body}).status, 201);
    EXPECT_EQ(sign(usa_planner, number, hash_of(number)).status, 403) << "not yet";
    at.pass(std::chrono::hours(24 + 1));
    EXPECT_EQ(sign(usa_planner, number, hash_of(number)).status, 200);
    EXPECT_TRUE(at.json_of(at.get(usa_planner, "/proposals/" + number)).at("signatures").at(0).at("deputy").as_bool());
    at.pass(std::chrono::hours(48));
    const std::string second = proposed("8wd");
    EXPECT_EQ(sign(usa_planner, second, hash_of(second)).status, 403) << "no longer";
}

class DecisionsInASandbox : public SandboxTest {};

TEST_F(DecisionsInASandbox, AreMadeForASideAndNotForBoth) {
    const std::string body = R"({"title":{"en":"All","ar":"الكل"}})";
    EXPECT_EQ(send(Method::put, "/session/persona", R"({"side":"both"})").status, 200);
    const HttpResponse refused = send(Method::post, at("/proposals"), body);
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(json_of(refused).at("field").as_string(), "side");
    EXPECT_EQ(json_of(refused).at("detail").as_string(), "a proposal is made for a side");
    EXPECT_EQ(send(Method::put, "/session/persona", R"({"side":"usa"})").status, 200);
    EXPECT_EQ(send(Method::post, at("/proposals"), body).status, 201);
    const auto first = json_of(page("/proposals/1"));
    EXPECT_EQ(first.at("differences").as_array().size(), app::lines_at_once);
    EXPECT_GT(first.at("differences_total").as_int64(), 150);
    std::int64_t records = 0;
    for (const auto& each : first.at("summary").as_array()) records += each.at("added").as_int64();
    EXPECT_GT(records, 150);
    const std::int64_t total = first.at("differences_total").as_int64();
    const auto rest = json_of(page("/proposals/1/differences?from=100&count=1000"));
    EXPECT_EQ(rest.at("total").as_int64(), total);
    EXPECT_EQ(static_cast<std::int64_t>(rest.at("differences").as_array().size()), total - 100);
    const auto gates = json_of(page("/proposals/1/differences?section=gates"));
    for (const auto& each : gates.at("differences").as_array()) EXPECT_EQ(each.at("section").as_string(), "gates");
    EXPECT_FALSE(gates.at("differences").as_array().empty());
    EXPECT_FALSE(json_of(page("/proposals/1/dates")).at("dates_moved").as_array().empty());
    for (const char* wrong : {"from=x", "count=1001", "from=-1"})
        EXPECT_EQ(page(std::string("/proposals/1/differences?") + wrong).status, 422) << wrong;
    EXPECT_EQ(send(Method::put, "/session/persona", R"({"side":"both"})").status, 200);
    const std::string hash(first.at("hash").as_string());
    const HttpResponse sign = send(Method::post, at("/proposals/1/sign"), R"({"hash":")" + hash + R"("})");
    EXPECT_EQ(sign.status, 403);
    EXPECT_EQ(json_of(sign).at("field").as_string(), "side");
    EXPECT_EQ(page("/decisions.jsonl").body->substr(0, 14), R"({"decisions":1)");
}

}  // namespace
}  // namespace masar::server
