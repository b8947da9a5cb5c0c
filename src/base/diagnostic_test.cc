#include "base/diagnostic.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace masar::base {
namespace {

Diagnostic found(std::string code, Place place, std::string record = {}) {
    return {.code = std::move(code), .severity = Severity::warning, .place = place, .record = std::move(record)};
}

TEST(Diagnostics, ComeInReadingOrder) {
    Diagnostics all{found("MSR0300", {}),
                    found("MSR0200", {.line = 9, .column = 1, .file = 0}),
                    found("MSR0100", {.line = 1, .column = 1, .file = 1}),
                    found("MSR0202", {.line = 3, .column = 5, .file = 0}, "first"),
                    found("MSR0202", {.line = 3, .column = 5, .file = 0}, "second"),
                    found("MSR0201", {.line = 3, .column = 5, .file = 0}),
                    found("MSR0400", {.line = 3, .column = 2, .file = 0})};
    sort_by_place(all);
    std::vector<std::string> order;
    for (const Diagnostic& each : all) order.push_back(each.code + each.record);
    // What has no place comes last; equals keep the order in which they were found.
    EXPECT_THAT(order, testing::ElementsAre("MSR0400", "MSR0201", "MSR0202first", "MSR0202second", "MSR0200", "MSR0100",
                                            "MSR0300"));
}

TEST(Diagnostics, OnlyErrorsMakeAPlanWrong) {
    Diagnostics all{found("MSR0300", {})};
    EXPECT_FALSE(has_errors({}));
    EXPECT_FALSE(has_errors(all));
    all.push_back({.code = "MSR0301", .severity = Severity::note});
    EXPECT_FALSE(has_errors(all));
    all.push_back({.code = "MSR0302", .severity = Severity::error});
    EXPECT_TRUE(has_errors(all));
}

TEST(Text, FallsBackToTheOtherLanguageRatherThanNothing) {
    const Text both{"plan", "خطة"}, english{"plan", ""}, arabic{"", "خطة"};
    EXPECT_EQ(both.in(Language::ar), "خطة");
    EXPECT_EQ(both.in(Language::en), "plan");
    EXPECT_EQ(english.in(Language::ar), "plan");
    EXPECT_EQ(arabic.in(Language::en), "خطة");
    EXPECT_TRUE(Text{}.empty());
}

}  // namespace
}  // namespace masar::base
