#include "lint/lint_report.h"

#include <gtest/gtest.h>

namespace masar::lint {
namespace {

Offenders numbered(int count) {
    Offenders out;
    for (int i = 1; i <= count; ++i)
        out.push_back({"a-" + std::to_string(i), {static_cast<std::uint32_t>(i), 1, 3, 0}, {}});
    return out;
}

base::Diagnostics said(double threshold, int offenders, std::size_t total) {
    const Lint lint{"D01", "MSR1001", threshold, 0, nullptr};
    const plan::Plan plan;
    base::Diagnostics out;
    Report(lint, plan, out).share(numbered(offenders), total, {"weak", "ضعيفة"}, {});
    return out;
}

TEST(LintReport, PercentIsRoundedHalfUpToATenth) {
    EXPECT_EQ(percent(6, 117), "5.1%");  // 5.128
    EXPECT_EQ(percent(1, 8), "12.5%");
    EXPECT_EQ(percent(1, 16), "6.3%");  // 6.25
    EXPECT_EQ(percent(117, 117), "100%");
    EXPECT_EQ(percent(0, 0), "0%");
}

TEST(LintReport, NamesTenAndCountsTheRest) {
    EXPECT_EQ(names_of(numbered(2)).en, "a-1, a-2");
    EXPECT_EQ(names_of(numbered(2)).ar, "a-1، a-2");
    EXPECT_EQ(names_of(numbered(117)).en, "a-1, a-2, a-3, a-4, a-5, a-6, a-7, a-8, a-9, a-10 and 107 more");
}

TEST(LintReport, FivePercentOf117IsFiveButNotSix) {
    EXPECT_TRUE(said(5, 5, 117).empty());
    ASSERT_EQ(said(5, 6, 117).size(), 1U);
    EXPECT_EQ(said(5, 6, 117)[0].message.en, "weak: 6 of 117 (5.1%), at most 5%: a-1, a-2, a-3, a-4, a-5, a-6");
}

TEST(LintReport, OneOffenderOfASmallPlanIsPardonedAndTwoAreNot) {
    EXPECT_TRUE(said(5, 1, 2).empty());
    EXPECT_EQ(said(5, 2, 2).size(), 1U);
}

TEST(LintReport, OneDiagnosticWithTheFirstPlaceAndTheOthersRelated) {
    const base::Diagnostics out = said(5, 30, 30);
    ASSERT_EQ(out.size(), 1U);
    EXPECT_EQ(out[0].place.line, 1U);
    EXPECT_EQ(out[0].record, "a-1");
    EXPECT_EQ(out[0].lint, "D01");
    ASSERT_EQ(out[0].related.size(), 9U);
    EXPECT_EQ(out[0].related[0].place.line, 2U);
}

}  // namespace
}  // namespace masar::lint
