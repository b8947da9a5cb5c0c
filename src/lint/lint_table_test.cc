#include "lint/lint_table.h"

#include "base/diagnostic_catalogue.h"

#include <gtest/gtest.h>

#include <set>

namespace masar::lint {
namespace {

TEST(LintTable, EveryLintIsInTheCatalogueUnderItsNumberAndEveryCodeHasItsLint) {
    std::set<std::string_view> codes;
    for (const Lint& each : lints()) {
        EXPECT_TRUE(codes.insert(each.code).second) << each.code << " is given twice";
        const base::CatalogueEntry* entry = base::find_code(each.code);
        ASSERT_NE(entry, nullptr) << each.code;
        EXPECT_TRUE(entry->title_en.starts_with(each.number)) << each.code;
        EXPECT_TRUE(entry->title_ar.starts_with(each.number)) << each.code;
    }
    EXPECT_EQ(codes.size(), base::lint_codes().size());
}

TEST(LintTable, TheThresholdsAreThePublicOnes) {
    const auto threshold = [](std::string_view number) {
        for (const Lint& each : lints())
            if (each.number == number) return each.threshold;
        return -1.0;
    };
    for (const auto* number : {"D01", "D03", "D05", "D06", "D08", "D11"}) EXPECT_EQ(threshold(number), 5) << number;
    EXPECT_EQ(threshold("D02"), 0);
    EXPECT_EQ(threshold("D04"), 10);  // at least 90 % finish-to-start
    EXPECT_EQ(threshold("D07"), 0);
    EXPECT_EQ(threshold("D09"), 0);
    EXPECT_EQ(threshold("D13"), 0.95);
    EXPECT_EQ(threshold("D14"), 0.95);
}

TEST(LintTable, EveryPracticeOfGaoThatAPlanShowsIsServed) {
    std::set<int> served;
    for (const Lint& each : lints()) served.insert(each.practice);
    for (int practice = 1; practice <= 9; ++practice) EXPECT_TRUE(served.contains(practice)) << practice;
}

}  // namespace
}  // namespace masar::lint
