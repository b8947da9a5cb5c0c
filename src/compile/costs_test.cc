#include "compile/plan_case_test.h"

namespace masar::compile {
namespace {

/// "side fund year minor/ceiling currency" of each row; "-" = the side's total, or no ceiling.
Said spent(const PlanCase& plan) {
    Said lines;
    for (const plan::Spending& each : plan.timetable.spending) {
        std::string line = plan.plan.sides[each.side.at()].id + " ";
        line += (each.fund.known() ? plan.plan.funds[each.fund.at()].id : "-") + " " + std::to_string(each.year) + " ";
        line += std::to_string(each.minor) + "/" + (each.ceiling_minor ? std::to_string(*each.ceiling_minor) : "-");
        lines.push_back(line + " " + std::string(each.currency.code()));
    }
    return lines;
}

std::string charged(std::string_view rule) {
    // 90.01 USD over Tuesday 28 September to Wednesday 10 November: three months, two fiscal years of the USA.
    const PlanCase plan("funds:\n  us-fund: {owner: usa, charge: " + std::string(rule) + R"(}
activities:
  a: {duration: 44wd, calendar: daily, window: 2027-09-28.., lead: us-dod, cost: 90.01 USD, shares: {us-fund: 100%}}
)");
    std::string text;
    for (const plan::Spending& each : plan.timetable.spending)
        if (each.fund.known()) text += std::to_string(each.year) + ":" + std::to_string(each.minor) + " ";
    return text;
}

TEST(Charges, FallDueAsTheFundSays) {
    EXPECT_EQ(charged("at-start"), "2027:9001 ")
        << "28 September is in FY2027 (golden FY-2: all of it, though it ends in FY2028)";
    EXPECT_EQ(charged("at-finish"), "2028:9001 ");
    EXPECT_EQ(charged("per-month"), "2027:3000 2028:6001 ")
        << "September; October and November, which takes the odd cent";
}

// Golden FY-2 (10 USC 321(d)): an exercise from 2028-09-25 to 2028-10-06 is charged to fiscal year 2028.
TEST(Charges, OfAnExerciseAcrossTheYearsEndBelongToItsStart) {
    const PlanCase plan(R"(funds:
  us-train: {owner: usa, charge: at-start, ceiling: {FY2028: 100k USD}}
activities:
  a: {duration: 10wd, calendar: west, window: 2028-09-25.., lead: us-dod, cost: 120k USD, shares: {us-train: 100%}}
)");
    EXPECT_EQ(plan.dates("a"), "2028-09-25..2028-10-06");
    EXPECT_EQ(said(plan.timetable), Said{"ceiling us-train 2028 2028-09-25 2000000"});
    EXPECT_EQ(plan.timetable.violations[0].place, plan.plan.funds[0].ceilings[0].place);
}

TEST(Charges, ByMilestoneFollowTheEvents) {
    const PlanCase plan(R"(funds:
  us-fund: {owner: usa, charge: by-milestone, ceiling: {FY2027: 50 USD, FY2028: 50 USD}}
activities:
  a: {duration: 5wd, calendar: daily, lead: us-dod, cost: 100 USD, shares: {us-fund: 100%}, payments: [{part: 30%, at: start}, {part: 70%, at: finish of b}]}
  b: {duration: 5wd, calendar: daily, window: 2027-09-28..}
)");
    EXPECT_EQ(spent(plan), (Said{"usa us-fund 2027 3000/5000 USD", "usa us-fund 2028 7000/5000 USD",
                                 "usa - 2027 3000/- USD", "usa - 2028 7000/- USD"}));
    EXPECT_EQ(said(plan.timetable), Said{"ceiling us-fund 2028 2027-10-02 2000"}) << "paid when b finishes";
}

// 100.01 USD halved is 50.005: the partner's half rounds to even, 50.00, and the lead side takes 50.01. In AED, at 3.6725 a
// dollar: 5001 × 3.6725 = 18366.1725, that is 183.66.
TEST(Shares, LeaveTheRemainderToTheLeadSide) {
    const auto text = [](std::string_view lead) {
        return "funds:\n  ae-fund: {owner: uae}\n  us-fund: {owner: usa}\nactivities:\n  a: {duration: 1wd, calendar: "
               "daily, lead: "
               + std::string(lead) + ", cost: 100.01 USD, shares: {us-fund: 50%, ae-fund: 50%}}\n";
    };
    EXPECT_EQ(spent(PlanCase(text("ae-mod"))), (Said{"uae ae-fund 2027 18366/- AED", "uae - 2027 18366/- AED",
                                                     "usa us-fund 2027 5000/- USD", "usa - 2027 5000/- USD"}));
    EXPECT_EQ(spent(PlanCase(text("us-dod")))[0], "uae ae-fund 2027 18362/- AED")
        << "5000 × 3.6725 = 18362.5, half to even";
    EXPECT_EQ(spent(PlanCase(text("us-dod")))[2], "usa us-fund 2027 5001/- USD");
}

// Both ceilings of a side are in the currency in which they are written; money is converted into it.
TEST(Ceilings, HoldForAFundAndForAWholeSide) {
    const PlanCase plan(R"(funds:
  ae-one: {owner: uae, ceiling: {2027: 200 AED}}
  ae-two: {owner: uae}
ceilings:
  uae: {2027: 100 USD}
activities:
  a: {duration: 1wd, calendar: daily, lead: ae-mod, cost: 367.25 AED, shares: {ae-one: 100%}}
  b: {duration: 1wd, calendar: daily, lead: ae-mod, after: [a], cost: 1 USD, shares: {ae-two: 100%}}
)");
    EXPECT_EQ(spent(plan),
              (Said{"uae ae-one 2027 36725/20000 AED", "uae ae-two 2027 100/- USD", "uae - 2027 10100/10000 USD"}));
    EXPECT_EQ(said(plan.timetable), (Said{"ceiling ae-one 2027 2027-01-04 16725", "ceiling uae 2027 2027-01-05 100"}))
        << "the side's ceiling runs out with the second activity";
    EXPECT_EQ(plan.timetable.violations[1].place, plan.plan.ceilings[0].ceilings[0].place);
}

TEST(Funds, OpenAndCloseForNewObligations) {
    const auto start = [](std::string_view charge, std::string_view days) {
        return "funds:\n  f: {owner: usa, charge: " + std::string(charge) + ", " + std::string(days)
               + "}\nactivities:\n  a: {duration: 5wd, calendar: west, lead: us-dod, cost: 100 USD, shares: {f: 100%}}\n";
    };
    EXPECT_EQ(PlanCase(start("at-start", "opens: 2027-03-01")).start("a"), "2027-03-01");
    EXPECT_EQ(PlanCase(start("at-finish", "opens: 2027-03-01")).dates("a"), "2027-02-23..2027-03-01");
    const PlanCase closing(start("at-start", "closes: 2027-03-02"));
    EXPECT_EQ(said(closing.with_start("a", "2027-03-02")), Said{}) << "it starts within, and may run on";
    EXPECT_EQ(said(closing.with_start("a", "2027-03-03")), Said{"window a f 2027-03-03 1"});
    const PlanCase paid_late(start("at-finish", "closes: 2027-03-02"));
    EXPECT_EQ(said(paid_late.with_start("a", "2027-02-24")), Said{}) << "Wed 24 to Tue 2";
    EXPECT_EQ(said(paid_late.with_start("a", "2027-02-25")), Said{"window a f 2027-03-03 1"});
}

TEST(Costs, FollowTheEstimate) {
    constexpr std::string_view text = R"(funds:
  f: {owner: usa}
activities:
  a: {duration: 1/2/3wd, calendar: daily, lead: us-dod, cost: 10/20/30 USD, shares: {f: 100%}}
)";
    EXPECT_EQ(spent(PlanCase(text)).front(), "usa f 2027 2000/- USD");
    const PlanCase pessimistic(text, {.estimate = plan::Estimate::pessimistic});
    EXPECT_EQ(spent(pessimistic).front(), "usa f 2027 3000/- USD");
    EXPECT_EQ(pessimistic.dates("a"), "2027-01-04..2027-01-06");
}

TEST(Costs, NeedARate) {
    planfile::ReadResult read = planfile::read_plan({{"plan.yaml", small_frame + R"(funds:
  f: {owner: usa, ceiling: {FY2027: 10k USD}}
activities:
  a: {duration: 1wd, calendar: daily, lead: us-dod, cost: 10 EUR, shares: {f: 100%}}
)",
                                                      ""}});
    const CompileResult result = compile_plan(read.plan, {});
    EXPECT_FALSE(result.compiled);
    ASSERT_EQ(result.diagnostics.size(), 1u);
    EXPECT_EQ(result.diagnostics[0].message.en, "no exchange rate EUR → USD");
}

// At 3.6725 AED a USD: 367,250 + 50,000 AED for the aim, 100,000 + 13,614.70 USD against the limit. The amounts of all funds count.
TEST(Costs, StatedByFundCountWholeInTheAimAndAgainstALimit) {
    const PlanCase plan(R"(aims: [cost]
rules:
  cap: {force: law, funds: [us-fund], cost-limit: 110k USD}
funds:
  us-fund: {owner: usa}
  ae-fund: {owner: uae}
activities:
  a: {duration: 5wd, calendar: daily, lead: us-dod, cost: {us-fund: 100k USD, ae-fund: 50k AED}}
)");
    const auto position = plan.result.compiled->positions[plan.index("a")];
    EXPECT_EQ(plan.result.compiled->problem.activity(position).modes[0].cost, 41'725'000);
    EXPECT_EQ(said(plan.timetable), Said{"rule a cap 2027-01-04 361470"});
}

}  // namespace
}  // namespace masar::compile
