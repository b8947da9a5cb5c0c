#include "planfile/read_plan.h"

#include <gtest/gtest.h>

#include <string>

namespace masar::planfile {
namespace {

using calendar::date_of;

constexpr std::string_view frame = R"(masar: 1
title: {en: Plan, ar: خطة}
start: 2027-01-04
sides:
  uae: {calendar: c, fiscal-year: january, currency: AED}
  usa: {calendar: c, fiscal-year: october, currency: USD}
calendars:
  c: {works: [mon, tue, wed, thu, fri]}
funds:
  f: {owner: usa}
approvals:
  apr: {steps: [{lead: 14ed}]}
rules:
  law: {force: law, notice: 15ed}
)";

ReadResult read(std::string_view records) {
    return read_plan({{"plan.yaml", std::string(frame) + std::string(records), ""}});
}

TEST(ReadRunning, KeepsPostponementsAndTheirReasons) {
    const ReadResult result = read(R"(activities:
  a:
    name: {en: A, ar: أ}
    duration: 1wd
    postponed:
      - {to: 2027-03-01, on: 2027-01-20, why: {en: No venue, ar: لا يوجد مكان}}
      - {to: 2027-04-01}
    requested: {apr: 2027-01-10}
    notified: {law: 2027-01-11}
    criterion-met: false
)");
    EXPECT_TRUE(result.diagnostics.empty());
    const plan::Progress& progress = result.plan.activities.at(0).progress;
    ASSERT_EQ(progress.postponed.size(), 2u);
    EXPECT_EQ(progress.postponed[0].on, date_of(2027, 1, 20));
    EXPECT_EQ(progress.postponed[0].why.ar, "لا يوجد مكان");
    EXPECT_EQ(progress.postponed[1].to.value, date_of(2027, 4, 1));
    ASSERT_EQ(progress.sent.size(), 2u);
    EXPECT_TRUE(progress.sent[0].approval.known());
    EXPECT_EQ(progress.sent[0].on.value, date_of(2027, 1, 10));
    EXPECT_TRUE(progress.sent[1].rule.known());
    EXPECT_EQ(progress.criterion_met, false) << "looked at, and not met: not the same as not looked at";
}

TEST(ReadRunning, SortsObservationsByDay) {
    const ReadResult result = read(R"(indicators:
  i:
    name: {en: I, ar: م}
    baseline: 0.4 on 2027-01-04
    observations:
      - {on: 2027-09-30, value: 0.5, state: verified, source: assessment}
      - {on: 2027-06-30, value: 0.45}
)");
    const auto& seen = result.plan.indicators.at(0).observations;
    ASSERT_EQ(seen.size(), 2u);
    EXPECT_EQ(seen[0].on.value, date_of(2027, 6, 30));
    EXPECT_EQ(seen[0].state, plan::ObservationState::draft) << "nobody has verified it";
    EXPECT_EQ(seen[1].state, plan::ObservationState::verified);
    EXPECT_EQ(seen[1].source, "assessment");
}

TEST(ReadRunning, TakesBackWithAReversal) {
    const ReadResult result = read(R"(postings:
  p-1: {fund: f, kind: obligated, on: 2027-02-01, amount: 1250.50 USD, reference: C-17}
  p-2: {fund: f, kind: obligated, on: 2027-02-03, amount: 250.50 USD, reversal: true}
)");
    const auto& postings = result.plan.postings;
    ASSERT_EQ(postings.size(), 2u);
    EXPECT_EQ(postings[0].amount.minor, 125'050);
    EXPECT_EQ(postings[0].kind, plan::PostingKind::obligated);
    EXPECT_EQ(postings[0].reference, "C-17");
    EXPECT_EQ(postings[1].amount.minor, -25'050);
    EXPECT_EQ(postings[1].owner, result.plan.funds[0].owner) << "the fund's side owns what happens to its money";
}

}  // namespace
}  // namespace masar::planfile
