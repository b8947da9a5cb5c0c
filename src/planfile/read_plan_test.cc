#include "planfile/read_plan.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace masar::planfile {
namespace {

using base::Decimal;
using calendar::date_of;

/// Every key of docs/plan-file.md at least once.
constexpr std::string_view everything = R"(masar: 1
title: {en: A joint year, ar: عام مشترك}
start: 2026-10-01
end: 2031-09-30
as-of: 2026-12-01
authoritative-language: ar
illustrative: true
handling: CUI
aims: [end, cost]
sides:
  uae: {name: {en: UAE, ar: الإمارات}, calendar: uae, fiscal-year: january, currency: AED}
  usa: {calendar: us-federal, fiscal-year: october, currency: USD}
organisations:
  ae-mod: {side: uae}
  us-dod: {side: usa}
places:
  us-tx: {name: {en: Texas, ar: تكساس}, side: usa}
activity-types:
  exercise: {}
rates:
  - {from: USD, to: AED, rate: 3.6725, first-day: 2026-01-01, source: parity}
calendars:
  uae:
    works: [mon, tue, wed, thu, fri]
    half-days: [fri]
    hours: {full: 8h, half: 4.5h, ramadan-full: 5.5h, ramadan-half: 3h}
    also-works: [2027-01-09..2027-01-10]
    also-off: 2027-08-02
    holidays:
      new-year: {every: 01-01}
      eid: {hijri: 10-01, length: 3, status: estimated}
      hijri-new-year:
        hijri: 01-01
        listed: {1452: {on: 2030-05-03, status: announced, source: Cabinet}}
      visit: {on: [2027-05-02, 2027-05-09..2027-05-10]}
  us-federal:
    works: [mon, tue, wed, thu, fri]
    holidays:
      mlk: {every: third monday of january}
      independence: {every: 07-04, observed: nearest-weekday}
  joint: {all-of: [uae, us-federal]}
periods:
  ramadan: {hijri: 09, listed: {1453: {on: 2031-12-15..2032-01-13, status: estimated}}}
  season: {every: 06-01..11-30}
commitments:
  cyber: {name: {en: cybersecurity, ar: الأمن السيبراني}, divergence: {en: differs, ar: يختلف}}
  mdp: {context: true}
lines-of-effort:
  l1: {lead: coordinator}
objectives:
  obj-1: {line: l1, commitments: [cyber], indicators: [ind-1], due: 2031-09-30}
outcomes:
  out-1: {objective: obj-1}
outputs:
  prd-1: {outcome: out-1}
phases:
  p1: {period: 2026-10-01..2027-12-31}
gates:
  gate-1:
    closes: p1
    by: 2027-12-31
    firm: true
    weight: 2
    requires: [gov-001]
    when: {ind-1: ">= 4"}
    approvers: {uae: defence-planning, usa: state-coordinator}
    decisions: [proceed, hold]
resources:
  planners: {owner: [uae, usa], capacity: 20, unit: person, reductions: {2027-07-01..2027-08-31: 15}}
  range-hours: {owner: usa, capacity: 400, per: year of usa}
stocks:
  kits: {initial: 10, minimum: 0, maximum: 40}
funds:
  us-spp: {owner: usa, charge: at-finish, opens: 2026-10-01, closes: 2031-09-30, ceiling: {FY2027: 400k USD}}
  ae-mod: {owner: uae}
ceilings:
  usa: {FY2027: 1500k USD}
approvals:
  apr-1: {steps: [{lead: 10ed}, {lead: 3wd}]}
rules:
  tx-season: {force: policy, effective: 2026-10-01.., types: exercise, places: us-tx, not-during: season}
  notify: {force: law, notice: 15ed, counts-from: {en: the receipt, ar: الاستلام}, cost-limit: 10M USD}
waivers:
  - {rule: tx-season, activity: gov-003, role: coordinator, reason: {en: agreed, ar: متفق عليه}, until: 2029-12-31}
indicators:
  ind-1:
    kind: outcome
    unit: ratio
    better: up
    measure: survey
    baseline: 0.45 on 2027-07-01
    floor: 0.3
    half-life: 11mo
    minimum: 0
    maximum: 1
    year-of: usa
    targets: {FY2028: 0.55, FY2027: none}
risks:
  rsk-01: {probability: likely, severity: critical, touches: [gov-001], owner: coordinator}
activities:
  gov-001: {duration: 10wd, status: finished, started: 2026-10-01, finished: 2026-10-14, criterion-met: true}
  gov-002: {duration: 0wd}
  gov-003:
    line: l1
    phase: p1
    type: exercise
    lead: ae-mod
    partners: [us-dod]
    produces: prd-1
    duration: 15/25/45wd
    calendar: joint
    place: us-tx
    after: [GOV-001, gov-002 SS + 5wd max 14ed on uae]
    window: 2026-10-01..2027-02-28
    finishes: 2027-01-10..2027-02-20
    avoid: ramadan
    needs: {planners: 4}
    takes: {kits: 2}
    gives: {kits: 1}
    cost: 30/50/90k USD
    shares: {us-spp: 50%, ae-mod: 50%}
    payments: [{part: 30%, at: start}, {part: 70%, at: finish of gov-002}]
    approvals: apr-1
    request-after: 2026-11-01
    effects: {ind-1: +0.1}
    value: 5
    risk: {probability: occasional, severity: moderate}
    done-when: {en: signed, ar: موقّع}
    release: [uae, usa]
    release-fields: {cost: usa}
    source: agreed
  opt-1:
    optional: true
    modes:
      at-home: {duration: 10wd, needs: {planners: 2}, cost: 20k USD}
      abroad: {duration: 6wd, needs: {planners: 4}, cost: 60k USD, place: us-tx}
  opt-2: {duration: 1wd, optional: true, cost: {us-spp: 10k USD, ae-mod: 5k AED}}
choices:
  one: {exactly: 1, of: [opt-1, opt-2]}
  both: {when: opt-1, then: opt-2}
records:
  aar-1: {activity: gov-001, on: 2026-11-20, kind: after-action}
lessons:
  les-1: {from: aar-1, changed: [gov-002], applied: true}
)";

ReadResult read(std::string_view text) { return read_plan({{"plan.yaml", std::string(text), {}}}); }

/// "MSR0207 3:5-8: unknown …" for each diagnostic.
std::string complaints(const ReadResult& result) {
    std::string out;
    for (const auto& each : result.diagnostics)
        out += each.code + " " + std::string(result.plan.sources.name_of(each.place)) + ":"
               + std::to_string(each.place.line) + ":" + std::to_string(each.place.column) + "-"
               + std::to_string(each.place.end_column) + ": " + each.message.en + "\n";
    return out;
}

TEST(ReadPlan, ReadsEveryKey) {
    const ReadResult result = read(everything);
    EXPECT_EQ(complaints(result), "");
    const plan::Plan& plan = result.plan;
    EXPECT_EQ(plan.title.ar, "عام مشترك");
    EXPECT_EQ(plan.start.value, date_of(2026, 10, 1));
    EXPECT_EQ(plan.authoritative_language, base::Language::ar);
    EXPECT_EQ(plan.aims, (std::vector{plan::ObjectiveOrder::end, plan::ObjectiveOrder::cost}));
    EXPECT_EQ(plan.sides[1].fiscal_year.first_month, 10U);
    EXPECT_EQ(plan.calendars[0].week.days[5], calendar::DayKind::half);
    EXPECT_EQ(plan.calendars[0].hours.half_minutes, 270);
    EXPECT_EQ(plan.calendars[0].holidays.size(), 4U);
    EXPECT_EQ(plan.calendars[0].holidays[2].days.listed[0].year, 1452);
    EXPECT_EQ(plan.calendars[0].holidays[3].days.listed.size(), 2U);
    EXPECT_EQ(plan.calendars[2].all_of.size(), 2U);
    EXPECT_EQ(plan.gates[0].criteria[0].value, Decimal::of(4));
    EXPECT_EQ(plan.gates[0].decisions[1], plan::GateDecision::hold);
    EXPECT_EQ(plan.resources[0].reductions[0].capacity, 15);
    EXPECT_EQ(plan.resources[1].per_year_of.value.value, 1);
    EXPECT_EQ(plan.funds[0].ceilings[0].amount.minor, 40'000'000);
    EXPECT_EQ(plan.approvals[0].steps[1].lead.working, true);
    EXPECT_EQ(plan.rules[0].effective->last, date_of(2200, 12, 31));
    EXPECT_EQ(plan.indicators[0].targets[0].year, 2027) << "by year, whatever the order in the file";
    EXPECT_FALSE(plan.indicators[0].targets[0].value);
    EXPECT_EQ(plan.choices[1].members.size(), 2U);
    EXPECT_EQ(plan.lessons[0].from_record, "aar-1");
}

TEST(ReadPlan, ReadsAnActivityWithItsPlaces) {
    const ReadResult result = read(everything);
    const plan::Activity& activity = result.plan.activities[2];
    EXPECT_EQ(activity.id, "gov-003");
    EXPECT_EQ(activity.modes[0].duration.value.working_days, (std::array{15, 25, 45}));
    EXPECT_EQ(activity.after[0].predecessor.value.value, 0) << "ids are found without regard to case";
    EXPECT_EQ(activity.after[1].type, plan::LinkType::start_start);
    EXPECT_EQ(activity.after[1].minimum.days, 5);
    EXPECT_TRUE(activity.after[1].maximum->elapsed);
    EXPECT_EQ(activity.after[1].calendar.value.value, 0);
    EXPECT_EQ(activity.window.first, date_of(2026, 10, 1));
    EXPECT_EQ(activity.window.finish_first, date_of(2027, 1, 10));
    EXPECT_EQ(activity.window.last, date_of(2027, 2, 20));
    EXPECT_EQ(activity.modes[0].cost->at(plan::Estimate::pessimistic).minor, 9'000'000);
    EXPECT_EQ(activity.shares[1].part, (Decimal{500'000'000}));
    EXPECT_EQ(activity.payments[1].activity.value.value, 1);
    EXPECT_EQ(activity.effects[0].change, (Decimal{100'000'000}));
    EXPECT_TRUE(activity.release.stated);
    ASSERT_EQ(activity.release_fields.size(), 1U);
    EXPECT_EQ(activity.release_fields[0].field, "cost");
    EXPECT_EQ(activity.release_fields[0].release.sides, std::vector{plan::SideIndex{1}});
    EXPECT_EQ(result.plan.sources.line_at(activity.after[1].place),
              "    after: [GOV-001, gov-002 SS + 5wd max 14ed on uae]");
    EXPECT_EQ(activity.after[1].predecessor.place.column, 22U);
    EXPECT_EQ(result.plan.activities[3].modes[1].id, "abroad");
    EXPECT_EQ(result.plan.activities[4].shares[1].amount->at(plan::Estimate::likely).minor, 500'000);
    EXPECT_FALSE(result.plan.activities[4].modes[0].cost);
}

TEST(ReadPlan, ReadsTheTwelveLinesOfTheReadme) {
    EXPECT_EQ(complaints(read("masar: 1\n"
                              "title: {en: A joint cyber year, ar: عام سيبراني مشترك}\n"
                              "start: 2027-01-04\n"
                              "calendars:\n"
                              "  both: {works: [mon, tue, wed, thu]}\n"
                              "activities:\n"
                              "  charter: {duration: 15/25/45wd, calendar: both}\n"
                              "  course: {duration: 8/10/15wd, after: charter + 5wd}\n")),
              "");
}

TEST(ReadPlan, AFolderIsOnePlanAndEachSideWritesItsOwn) {
    std::vector<InputFile> files;
    files.push_back(
        {"plan.yaml",
         "masar: 1\ntitle: {en: T, ar: ع}\nstart: 2027-01-04\nsides:\n  uae: {currency: AED}\n  usa: {currency: USD}\n",
         ""});
    files.push_back({"sides/uae/funds.yaml",
                     "funds:\n  ae: {owner: uae}\n  us: {owner: usa}\nactivities:\n  a: {duration: 1wd, after: b}\n",
                     "uae"});
    files.push_back(
        {"sides/usa/work.yaml", "start: 2027-01-05\nactivities:\n  b: {duration: 1wd}\n  A: {duration: 2wd}\n", "usa"});
    const ReadResult result = read_plan(std::move(files));
    EXPECT_EQ(complaints(result),
              "MSR0205 sides/uae/funds.yaml:3:15-17: the folder of 'uae' writes what belongs to 'usa'\n"
              "MSR0205 sides/usa/work.yaml:1:1-5: 'start' belongs to the shared frame, not to one side\n"
              "MSR0202 sides/usa/work.yaml:4:3-3: activity 'A' is defined twice\n");
    EXPECT_EQ(result.plan.activities.size(), 2U);
    EXPECT_EQ(result.plan.activities[0].after[0].predecessor.value.value, 1) << "references go across files";
    EXPECT_EQ(result.plan.activities[1].owner.value, 1);
}

TEST(ReadPlan, AfterASyntaxErrorNothingIsSaidToBeMissing) {
    const ReadResult result =
        read("masar: 1\nactivities:\n  a: {duration: 1wd, after: z}\n  b: {duration: 30h}\n  c: @\n");
    EXPECT_EQ(complaints(result),
              "MSR0308 plan.yaml:4:17-19: plans count whole days, not hours\n"
              "MSR0107 plan.yaml:5:6-6: a text that begins with a character YAML keeps for itself\n");
    EXPECT_EQ(result.plan.activities.size(), 2U);
}

TEST(ReadPlan, PrintsTheWholePathOfACycleInTheOrderOfTime) {
    const ReadResult result = read(
        "masar: 1\ntitle: {en: T, ar: ع}\nstart: 2027-01-04\nactivities:\n"
        "  a: {duration: 1wd, after: c}\n  b: {duration: 1wd, after: a}\n  c: {duration: 1wd, after: b}\n");
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics[0].message.en, "a cycle: a → b → c → a");
    EXPECT_EQ(result.diagnostics[0].related.size(), 3U);
}

TEST(ReadPlan, NothingRefusedIsRepeated) {
    const std::string secret = "plan of the raid";
    const ReadResult result = read("masar: 1\ntitle: {en: \"(S) " + secret + "\", ar: ع}\nstart: 2027-01-04\n"
                                   "sides:\n  uae: {passport: \"" + secret + "\", currency: XX}\n");
    ASSERT_EQ(result.diagnostics.size(), 3U) << complaints(result);
    for (const auto& each : result.diagnostics) {
        EXPECT_TRUE(each.withheld) << each.code;
        EXPECT_EQ(each.message.en.find(secret), std::string::npos);
    }
    EXPECT_EQ(result.plan.title.en, "");
}

TEST(ReadPlan, ATextInNeitherLanguageIsAskedFor) {
    EXPECT_EQ(complaints(read("masar: 1\ntitle: {}\nstart: 2027-01-04\n")),
              "MSR0601 plan.yaml:2:8-9: the English text is missing\n");
}

TEST(ReadPlan, AFileAboveTheLimitIsRefused) {
    const ReadResult result = read_plan({{"plan.yaml", std::string((std::size_t{256} << 20) + 1, '#'), {}}});
    EXPECT_EQ(complaints(result), "MSR0105 plan.yaml:1:1-1: the file is larger than 256 MiB\n");
}

TEST(ReadPlan, ANoFileIsAPlanWithoutAnything) { EXPECT_TRUE(read_plan({}).diagnostics.empty()); }

/// Cut anywhere, or with a byte changed, the plan is read to some end without a crash, and places lie in the text.
RC_GTEST_PROP(ReadPlanProperty, DamagedTextIsReadToAnEnd, ()) {
    std::string text(everything);
    const auto cut = *rc::gen::inRange<std::size_t>(0, text.size());
    const auto byte = *rc::gen::inRange(0, 256);
    text[cut] = static_cast<char>(byte);
    if (*rc::gen::arbitrary<bool>()) text.resize(cut);
    const ReadResult result = read(text);
    for (const auto& each : result.diagnostics) {
        RC_ASSERT(each.place.line >= 1U);
        RC_ASSERT(each.place.column >= 1U && each.place.end_column >= each.place.column);
        RC_ASSERT(!each.message.en.empty() && !each.message.ar.empty());
    }
}

}  // namespace
}  // namespace masar::planfile
