// The release filter on every page: two plans that differ only in what one side keeps private, with the same dates, give the other side
// the same bytes; and canaries in private fields never appear.
#include "app/paged_example_test.h"

#include "app/help_ladder.h"
#include "report/views/help_json.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace masar::app {
namespace {

using planfile::InputFile;
using report::DatesShown;
using ::testing::HasSubstr;
using ::testing::Not;
using Files = std::vector<InputFile>;

constexpr plan::SideIndex uae{0}, usa{1};

const std::string shared_frame = R"(masar: 1
title: {en: Two sides, ar: جانبان}
start: 2027-01-04
end: 2028-12-31
sides:
  uae: {name: {en: UAE, ar: الإمارات}, calendar: week, fiscal-year: january, currency: AED}
  usa: {name: {en: US, ar: الولايات المتحدة}, calendar: week, fiscal-year: october, currency: USD}
organisations:
  ae-mod: {side: uae}
  us-dod: {side: usa}
calendars:
  week: {works: [mon, tue, wed, thu, fri]}
rates:
  - {from: USD, to: AED, rate: 3.6725}
lines-of-effort:
  l1: {name: {en: Line, ar: محور}}
phases:
  p1: {period: 2027-01-01..2028-12-31}
resources:
  planners: {owner: [uae, usa], capacity: 6, unit: person}
funds:
  us-gen: {owner: usa, release: [uae, usa], ceiling: {FY2027: 500k USD}}
  ae-gen: {owner: uae, release: [uae, usa], release-fields: {ceiling: uae, closes: uae}, ceiling: {2027: CEILING USD}, closes: 2028-CLOSES}
approvals:
  disclosure: {name: {en: Disclosure, ar: الإفصاح}, steps: [{name: {en: Review, ar: مراجعة}, lead: 20ed}]}
indicators:
  skill: {name: {en: Skill, ar: المهارة}, baseline: 0.3 on 2027-01-04, unit: ratio, better: up, half-life: 11mo, targets: {2027: 0.5}}
gates:
  ready: {name: {en: Ready, ar: الجاهزية}, closes: p1, by: 2027-12-31, requires: [course, exercise], when: {skill: ">= 0.5"}}
activities:
  course:
    name: {en: Course, ar: دورة}
    line: l1
    phase: p1
    lead: us-dod
    duration: 8/10/15wd
    needs: {planners: 3}
    cost: 120k USD
    shares: {us-gen: 50%, ae-gen: 50%}
    approvals: disclosure
    effects: {skill: +0.2}
  exercise:
    name: {en: Exercise, ar: تمرين}
    line: l1
    phase: p1
    lead: ae-mod
    duration: 5/10/20wd
    after: [course]
    needs: {planners: 4}
    cost: COST USD
    shares: {us-gen: 40%, ae-gen: 60%}
    notes: NOTES
    release-fields: {cost: uae, notes: uae, shares: uae, done-when: uae}
    effects: {skill: +0.2}
)";

void replace(std::string& text, const std::string& what, const std::string& by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

/// A canary: a word that stands nowhere else.
std::string canary() { return "canary" + std::to_string(*rc::gen::inRange(100'000, 999'999)); }

/// The plan with private values of the UAE as a generator draws them; what the UAE keeps to itself never moves the others.
Files drawn() {
    std::string frame = shared_frame;
    const auto number = [](int from, int to) { return std::to_string(*rc::gen::inRange(from, to)); };
    replace(frame, "CEILING", number(1, 9'999) + "k");
    replace(frame, "CLOSES", "0" + number(1, 10) + "-1" + number(0, 10));
    replace(frame, "COST", number(1, 9'999) + "k");
    replace(frame, "NOTES", canary());
    if (*rc::gen::arbitrary<bool>()) replace(frame, "    effects: {skill: +0.2}\n", "    effects: {skill: +0.2}\n");
    std::string own = "ceilings:\n  uae: {2027: " + number(1, 999) + "k USD}\n";
    own +=
        "resources:\n  cell: {name: {en: " + canary() + ", ar: خلية}, owner: uae, capacity: " + number(2, 90) + "}\n";
    own += "risks:\n";
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i)
        own += "  r" + canary() + ": {name: {en: " + canary() + ", ar: مخاطرة}, probability: " + number(1, 99)
               + "%, severity: critical, days: " + number(1, 30) + "wd, touches: [course, exercise]}\n";
    own += "activities:\n";
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i)
        own += "  h" + canary() + ": {name: {en: " + canary() + ", ar: نشاط}, line: l1, lead: ae-mod, duration: "
               + number(1, 40) + "wd, after: [course], needs: {planners: " + number(1, 3) + ", cell: 1}, cost: "
               + number(1, 99) + "k USD, shares: {ae-gen: 100%}, effects: {skill: +0." + number(1, 5) + "}}\n";
    return {{"plan.yaml", frame, {}},
            {"sides/uae/own.yaml", own, "uae"},
            {"sides/usa/own.yaml", "ceilings:\n  usa: {FY2027: 900k USD}\n", "usa"}};
}

/// Everything that a reader is given, page after page.
std::string every_page(const Files& files, plan::SideIndex reader) {
    const Paged all = paged(dated_at_earliest(files), reader);
    const PlanPages pages = all.pages();
    const plan::Plan& plan = all.plan.loaded.plan;
    std::string text;
    const std::string help = report::help_json(plan, help_ladder(all.plan.loaded, *all.plan.timetable, {}, {}));
    text += pages.frame({"1", "h", "current", std::nullopt, false, std::nullopt, std::nullopt}) + "\n";
    text +=
        pages.records() + "\n" + pages.diagnostics() + "\n" + pages.search("canary") + pages.search("course") + "\n";
    for (const DatesShown shown : {DatesShown::planned, DatesShown::earliest, DatesShown::baseline}) {
        text += pages.roadmap(shown) + "\n" + pages.overview(shown, {"h", "v", help, {}, {}}) + "\n";
        text += pages.events(shown, {}) + pages.events(shown, {uae, {}, {}}) + "\n";
        text += pages.due(shown, calendar::date_of(2027, 1, 4), 400) + "\n" + pages.loads(shown) + "\n";
        text += pages.money(shown, {}) + pages.money(shown, base::Currency::of("AED")) + "\n";
        for (const plan::SideIndex side : {uae, usa})
            text += pages.money_lines(shown, {{side, {}}, {}, report::Measure::planned, {}}) + "\n";
        for (std::size_t pool = 0; pool < plan.resources.size(); ++pool)
            text +=
                pages.pool_day(shown, base::index_of<plan::ResourceIndex>(pool), calendar::date_of(2027, 1, 20)) + "\n";
        text += pages.worklist(shown, {{}, {}, {}, calendar::date_of(2027, 1, 4)}) + "\n";
        text += pages.outcomes(shown) + "\n" + pages.risks(shown) + "\n";
    }
    return text;
}

RC_GTEST_PROP(ReleasedPages, AreTheSameBytesWhereOnlyPrivateValuesDiffer, ()) {
    const std::string one = every_page(drawn(), usa), two = every_page(drawn(), usa);
    if (one != two) {
        const auto [a, b] = std::ranges::mismatch(one, two);
        const auto at = static_cast<std::size_t>(a - one.begin());
        const std::size_t from = at < 150 ? 0 : at - 150;
        RC_FAIL(one.substr(from, 300) + "\n---\n" + two.substr(from, 300));
    }
}

RC_GTEST_PROP(ReleasedPages, NeverHoldACanary, ()) {
    const Files files = drawn();
    // The query itself is told back, so it is left out.
    std::string told = every_page(files, usa);
    replace(told, "\"query\":\"canary\"", "");
    RC_ASSERT(told.find("canary") == std::string::npos);
    RC_ASSERT(every_page(files, uae).find("canary1") != std::string::npos
              || every_page(files, uae).find("canary") != std::string::npos);
}

Files one_plan() {
    std::string frame = shared_frame;
    replace(frame, "CEILING", "700k");
    replace(frame, "CLOSES", "05-12");
    replace(frame, "COST", "80k");
    replace(frame, "NOTES", "ours alone");
    return {
        {"plan.yaml", frame, {}},
        {"sides/uae/own.yaml",
         "ceilings:\n  uae: {2027: 650k USD}\nactivities:\n  own-step: {lead: ae-mod, duration: 5wd, after: [course], needs: {planners: 2}}\n",
         "uae"}};
}

TEST(ReleasedPages, SayWhatIsWithheldInsteadOfLeavingAGap) {
    const Paged shown = paged(dated_at_earliest(one_plan()), usa);
    const auto roadmap = parsed(shown.pages().roadmap(DatesShown::planned));
    EXPECT_EQ(roadmap.at("reader").as_string(), "usa");
    EXPECT_TRUE(roadmap.at("proven").is_null());
    EXPECT_EQ(roadmap.at("activities").as_array().size(), 2U);  // the own step is not there
    const auto& exercise = item(roadmap.at("activities"), "exercise");
    EXPECT_TRUE(exercise.at("cost").at("withheld").as_bool());
    EXPECT_TRUE(exercise.at("shares").at(0).at("withheld").as_bool());
    EXPECT_EQ(exercise.at("after").at(0).at("id").as_string(), "course");
    const auto money = parsed(shown.pages().money(DatesShown::planned, {}));
    const auto& other = item(money.at("sides"), "uae", "side");
    EXPECT_TRUE(other.at("partial").as_bool());
    EXPECT_TRUE(other.at("years").at(0).at("ceiling").at("withheld").as_bool());
    EXPECT_TRUE(other.at("years").at(0).at("remaining").at("withheld").as_bool());
    const auto& fund = item(other.at("funds"), "ae-gen");
    EXPECT_TRUE(fund.at("closes").at("withheld").as_bool());
    // Half of the course, 60,000 USD in the currency of the side, whose ceilings are not known: 220,350 AED. The exercise is not in it.
    EXPECT_EQ(fund.at("years").at(0).at("planned").as_int64(), 22'035'000);
    const auto& own = item(money.at("sides"), "usa", "side");
    EXPECT_FALSE(own.at("partial").as_bool());
    EXPECT_EQ(item(own.at("funds"), "us-gen").at("years").at(0).at("ceiling").as_int64(), 50'000'000);
}

TEST(ReleasedPages, AreWholeForTheSideThatOwnsEverythingPrivate) {
    const Paged shown = paged(dated_at_earliest(one_plan()), uae);
    const auto roadmap = parsed(shown.pages().roadmap(DatesShown::planned));
    EXPECT_EQ(roadmap.at("activities").as_array().size(), 3U);
    EXPECT_EQ(item(roadmap.at("activities"), "exercise").at("cost").at("likely").as_int64(), 8'000'000);
    const auto money = parsed(shown.pages().money(DatesShown::planned, {}));
    EXPECT_EQ(item(money.at("sides"), "uae", "side").at("years").at(0).at("ceiling").as_int64(), 65'000'000);
}

TEST(ReleasedPages, KeepTheDatesOfTheWhole) {
    const DatedPlan whole = dated_at_earliest(one_plan());
    const DatedPlan copy = released_to(whole, usa);
    for (std::size_t i = 0; i < copy.loaded.plan.activities.size(); ++i) {
        const plan::Activity* source = plan::find(whole.loaded.plan.activities, copy.loaded.plan.activities[i].id);
        ASSERT_NE(source, nullptr);
        const auto& dates =
            whole.timetable->activities[static_cast<std::size_t>(source - whole.loaded.plan.activities.data())];
        EXPECT_EQ(copy.timetable->activities[i].start, dates.start);
        EXPECT_EQ(copy.timetable->activities[i].finish, dates.finish);
    }
}

}  // namespace
}  // namespace masar::app
