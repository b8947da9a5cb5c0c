// The pages of the example against figures worked out by hand or known from elsewhere (golden MASAR-1, the reference schedule).
#include "app/paged_example_test.h"

#include <gmock/gmock.h>

#include <set>

namespace masar::app {
namespace {

namespace json = boost::json;
using report::DatesShown;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const Paged& example() {
    static const Paged instance = paged(dated_at_earliest(planfile::example_files()));
    return instance;
}

json::value page(std::string text) { return parsed(text); }

TEST(FramePage, HoldsWhatTimeIsDrawnOn) {
    const json::value frame =
        page(example().pages().frame({"1", "abc", "current", std::nullopt, false, std::nullopt, base::Text{"x", "س"}}));
    EXPECT_EQ(frame.at("start").as_string(), "2026-10-01");
    EXPECT_EQ(frame.at("end").as_string(), "2031-09-30");
    EXPECT_EQ(item(frame.at("sides"), "usa").at("fiscal_month").as_int64(), 10);
    EXPECT_EQ(item(frame.at("gates"), "gate-3").at("hijri").as_string(), "1452-06-02");
    EXPECT_TRUE(frame.at("baseline").is_null());
    EXPECT_FALSE(frame.at("undo").at("can").as_bool());
    EXPECT_EQ(frame.at("redo").at("what").at("ar").as_string(), "س");
    // 1 Ramadan 1448 is 8 February 2027 (Umm al-Qura); 2030 holds two.
    const json::value& ramadan = item(frame.at("periods"), "ramadan");
    EXPECT_EQ(ramadan.at("kind").as_string(), "islamic");
    EXPECT_EQ(ramadan.at("days").at(0).at("first").as_string(), "2027-02-08");
    int in_2030 = 0;
    for (const auto& each : ramadan.at("days").as_array())
        in_2030 += std::string_view(each.at("first").as_string()).starts_with("2030") ? 1 : 0;
    EXPECT_EQ(in_2030, 2);
    EXPECT_EQ(item(frame.at("periods"), "hurricane-season").at("kind").as_string(), "season");
    const auto& off = frame.at("days_off").at("usa").as_array();
    EXPECT_EQ(off.front().at("first").as_string(), "2026-10-12");  // Columbus Day: second Monday of October
    EXPECT_EQ(off.front().at("names").at(0).at("en").as_string(), "Columbus Day");
    // What pages refer to by id has its name here.
    for (const auto& [key, id, name] :
         {std::tuple("resources", "interp", "Interpreters"),
          std::tuple("rules", "notify-15", "Notification 15 days before a state-partnership activity"),
          std::tuple("approvals", "apr-disc", "Disclosure and release review"),
          std::tuple("indicators", "ind-gov-02", "Activity-record completeness")})
        EXPECT_EQ(item(frame.at(key), id).at("name").at("en").as_string(), name);
}

TEST(RoadmapPage, TellsEveryActivityAndWhyItStandsThere) {
    const json::value roadmap = page(example().pages().roadmap(DatesShown::earliest));
    EXPECT_EQ(roadmap.at("activities").as_array().size(), 124U);
    EXPECT_EQ(roadmap.at("status").as_string(), "earliest");
    EXPECT_FALSE(roadmap.at("proven").as_bool());
    const json::value& first = item(roadmap.at("activities"), "gov-001");
    EXPECT_EQ(first.at("start").as_string(), "2026-10-01");
    EXPECT_EQ(first.at("holds").at(0).at("kind").as_string(), "plan-start");
    EXPECT_EQ(first.at("why").at("en").as_string(), "The roadmap begins on 1 October 2026");
    const json::value& charter = item(roadmap.at("activities"), "gov-003");
    EXPECT_EQ(charter.at("holds").at(0).at("kind").as_string(), "follows");
    EXPECT_EQ(charter.at("holds").at(0).at("id").as_string(), "gov-001");
    EXPECT_EQ(charter.at("days").as_int64(), 45);
    EXPECT_EQ(charter.at("points").at(2).as_int64(), 70);
    // 220k USD, half each.
    EXPECT_EQ(charter.at("cost").at("likely").as_int64(), 22'000'000);
    EXPECT_EQ(item(charter.at("shares"), "ae-mod", "fund").at("minor").as_int64(), 11'000'000);
    const json::value& option = item(roadmap.at("activities"), "opt-1");
    EXPECT_TRUE(option.at("start").is_null());
    EXPECT_FALSE(option.at("chosen").as_bool());
    EXPECT_EQ(roadmap.at("violations").as_array().size(), 10U);  // eight pools, two ceilings
}

TEST(OverviewPage, SaysThatTwoGatesFailOnReadiness) {
    const json::value overview = page(example().pages().overview(DatesShown::planned, {"abc", "0", "[]", {}, {}}));
    EXPECT_THAT(std::string(overview.at("finding").at("en").as_string()), StartsWith("Not yet on track"));
    EXPECT_THAT(std::string(overview.at("finding").at("en").as_string()),
                HasSubstr("2 of 4 gates would fail on Mean proficiency"));
    for (const auto* gate : {"gate-1", "gate-2"}) EXPECT_TRUE(item(overview.at("gates"), gate).at("passes").as_bool());
    const json::value& third = item(overview.at("gates"), "gate-3");
    EXPECT_FALSE(third.at("passes").as_bool());
    EXPECT_EQ(third.at("late_days").as_int64(), 0);
    const json::value& readiness = item(third.at("criteria"), "ind-rdy-01", "indicator");
    EXPECT_NEAR(readiness.at("value").as_double(), 0.6261, 5e-5);
    EXPECT_EQ(readiness.at("wanted").as_double(), 0.65);
    EXPECT_FALSE(readiness.at("met").as_bool());
    EXPECT_GT(readiness.at("peak").at("value").as_double(), 0.65);  // it was there, and faded
    EXPECT_LT(readiness.at("trough").at("value").as_double(), readiness.at("value").as_double());
    EXPECT_NEAR(
        item(item(overview.at("gates"), "gate-4").at("criteria"), "ind-rdy-01", "indicator").at("value").as_double(),
        0.5893, 5e-5);
    EXPECT_EQ(item(overview.at("indicators"), "ind-rdy-01").at("state").as_string(), "fails");
    EXPECT_TRUE(overview.at("joint").at("pass").is_number());
}

TEST(EventsPage, CountsApprovalsBackFromTheStart) {
    const json::value events =
        page(example().pages().events(DatesShown::planned, {base::index_of<plan::SideIndex>(1), 2028, {}}));
    bool looked = false;
    for (const auto& event : events.at("events").as_array()) {
        EXPECT_GE(event.at("start").as_string(), "2027-10-01");
        EXPECT_LE(event.at("start").as_string(), "2028-09-30");
        for (const auto& approval : event.at("approvals").as_array()) {
            if (approval.at("id").as_string() != "apr-spp-event") continue;
            looked = true;
            // 10 + 15 + 15 + 10 + 15 calendar days.
            const auto start = *calendar::parse_iso(event.at("start").as_string());
            EXPECT_EQ(*calendar::parse_iso(approval.at("request_by").as_string()), start - std::chrono::days(65));
            EXPECT_EQ(*calendar::parse_iso(approval.at("steps").at(1).at("by").as_string()),
                      start - std::chrono::days(55));
            EXPECT_EQ(*calendar::parse_iso(approval.at("steps").at(4).at("by").as_string()),
                      start - std::chrono::days(15));
            EXPECT_EQ(approval.at("state").as_string(), "not-started");
        }
        for (const auto& notice : event.at("notices").as_array()) {
            if (notice.at("rule").as_string() != "notify-15") continue;
            EXPECT_EQ(*calendar::parse_iso(notice.at("notice_by").as_string()),
                      *calendar::parse_iso(event.at("start").as_string()) - std::chrono::days(15));
        }
    }
    EXPECT_TRUE(looked);
}

TEST(DuePage, NamesWhatFallsDueWithinTheDaysAndWhatIsLate) {
    const auto today = calendar::date_of(2028, 2, 1);
    const json::value due = page(example().pages().due(DatesShown::planned, today, 30));
    std::string before;
    for (const auto& each : due.at("items").as_array()) {
        const std::string by(each.at("by").as_string());
        EXPECT_LE(by, "2028-03-02");
        EXPECT_LE(before, by);
        EXPECT_EQ(each.at("state").as_string() == "late", by < "2028-02-01") << by;
        before = by;
    }
    EXPECT_FALSE(due.at("items").as_array().empty());
}

TEST(LoadsPage, NamesTheEightOverloadedPoolsAndWhoAsks) {
    const json::value loads = page(example().pages().loads(DatesShown::earliest));
    std::set<std::string> over;
    for (const auto& pool : loads.at("pools").as_array()) {
        if (pool.at("over_days").as_int64() > 0) over.insert(std::string(pool.at("id").as_string()));
        if (pool.at("peak").is_null()) continue;
        std::int64_t asked = 0;
        for (const auto& each : pool.at("peak").at("who").as_array()) asked += each.at("units").as_int64();
        EXPECT_EQ(asked, pool.at("peak").at("load").as_int64()) << pool.at("id").as_string();
    }
    EXPECT_EQ(over, (std::set<std::string>{"plan", "legal", "interp", "assess", "exctl", "venue", "instr", "rdeval"}));
    const json::value& interpreters = item(loads.at("pools"), "interp").at("peak");
    EXPECT_EQ(interpreters.at("day").as_string(), "2029-02-20");
    EXPECT_EQ(interpreters.at("load").as_int64(), 14);
    EXPECT_THAT(std::string(loads.at("finding").at("en").as_string()), HasSubstr("8 of 12 pools are overloaded"));
}

/// kUSD of golden MASAR-1.
const std::map<std::string, std::map<std::string, double>> golden{
    {"usa", {{"2027", 1342.0}, {"2028", 2988.5}, {"2029", 3024.5}, {"2030", 1336.0}, {"2031", 1175.0}}},
    {"uae",
     {{"2026", 263.5}, {"2027", 1593.5}, {"2028", 3157.5}, {"2029", 2664.5}, {"2030", 1560.0}, {"2031", 730.0}}}};

TEST(MoneyPage, AddsUpToTheGoldenCosts) {
    const json::value money = page(example().pages().money(DatesShown::earliest, {}));
    for (const auto& [side, years] : golden) {
        const json::value& found = item(money.at("sides"), side, "side");
        for (const auto& [year, cost] : years)
            EXPECT_EQ(item(found.at("years"), year, "year").at("planned").as_int64(), std::llround(cost * 100'000))
                << side << year;
    }
}

void expect_lines_add_up(base::Currency currency) {
    const PlanPages pages = example().pages();
    const plan::Plan& plan = example().plan.loaded.plan;
    const json::value money = page(pages.money(DatesShown::planned, currency));
    int figures = 0;
    const auto compare = [&](const json::value& account, report::AccountName name) {
        for (const auto& year : account.at("years").as_array()) {
            const json::value lines =
                page(pages.money_lines(DatesShown::planned, {name, static_cast<int>(year.at("year").as_int64()),
                                                             report::Measure::planned, currency}));
            std::int64_t sum = 0;
            for (const auto& line : lines.at("lines").as_array()) sum += line.at("amount").as_int64();
            EXPECT_EQ(sum, year.at("planned").as_int64());
            EXPECT_EQ(sum, lines.at("total").as_int64());
            figures += sum != 0 ? 1 : 0;
        }
    };
    for (std::size_t s = 0; s < plan.sides.size(); ++s) {
        const auto side = base::index_of<plan::SideIndex>(s);
        const json::value& found = item(money.at("sides"), plan.sides[s].id, "side");
        compare(found, {side, {}});
        for (const auto& fund : found.at("funds").as_array()) {
            const plan::Fund* record = plan::find(plan.funds, std::string_view(fund.at("id").as_string()));
            compare(fund,
                    {side, base::index_of<plan::FundIndex>(static_cast<std::size_t>(record - plan.funds.data()))});
        }
    }
    EXPECT_GT(figures, 30);
}

TEST(MoneyPage, EqualsTheListsBehindItInBothCurrencies) {
    expect_lines_add_up(base::Currency::of("USD"));
    expect_lines_add_up(base::Currency::of("AED"));
    expect_lines_add_up({});
}

TEST(OutcomesPage, SaysWhatAnActivityIsWorthAtTheGates) {
    const json::value outcomes = page(example().pages().outcomes(DatesShown::planned));
    EXPECT_EQ(outcomes.at("details").as_array().size(), outcomes.at("indicators").as_array().size());
    const json::value& readiness = item(outcomes.at("details"), "ind-rdy-01");
    const std::map<std::string, double> ends{
        {"2027", 0.4242}, {"2028", 0.5459}, {"2029", 0.6070}, {"2030", 0.6261}, {"2031", 0.5893}};
    for (const auto& [year, end] : ends)
        EXPECT_NEAR(item(readiness.at("years"), year, "year").at("end").as_double(), end, 5e-5);
    // Without the last execution before gate 2, gate 2 fails: it decides.
    const auto& worth = outcomes.at("worth").as_array();
    ASSERT_FALSE(worth.empty());
    bool decides = false;
    for (const auto& gate : worth.front().at("gates").as_array())
        decides = decides || gate.at("met").as_bool() != gate.at("met_without").as_bool();
    EXPECT_TRUE(decides);
}

TEST(RisksPage, PutsEachRiskIntoItsCell) {
    const json::value risks = page(example().pages().risks(DatesShown::planned));
    std::size_t in_cells = 0;
    for (const auto& row : risks.at("matrix").as_array())
        for (const auto& cell : row.at("cells").as_array()) in_cells += cell.at("risks").as_array().size();
    EXPECT_EQ(in_cells, risks.at("risks").as_array().size());
    const json::value& signature = item(risks.at("risks"), "rsk-01");  // 60 % and critical
    EXPECT_EQ(signature.at("likelihood").as_string(), "likely");
    EXPECT_EQ(signature.at("level").as_string(), "high");
    EXPECT_EQ(signature.at("mitigation").at("costs").at("minor").as_int64(), 4'000'000);
}

TEST(SearchPage, ForgivesHamzaTaMarbutaAndCase) {
    const PlanPages pages = example().pages();
    EXPECT_EQ(page(pages.search("GATE-3")).at("results").at(0).at("id").as_string(), "gate-3");
    const auto first = [&](std::string_view query) {
        return std::string(page(pages.search(query)).at("results").at(0).at("id").as_string());
    };
    EXPECT_EQ(first("بوابة التكامل"), "gate-3");
    EXPECT_EQ(first("بوابه التكامل"), "gate-3");
    EXPECT_EQ(page(pages.search("")).at("total").as_int64(), 0);
    EXPECT_GT(page(pages.search("الامارات")).at("total").as_int64(), 0);
}

}  // namespace
}  // namespace masar::app
