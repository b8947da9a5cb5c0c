#include "planfile/merge_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace masar::planfile {
namespace {

TEST(MergeText, TakesBothChanges) {
    EXPECT_EQ(merged_text("a\nb\nc\nd\n", "a\nB\nc\nd\n", "a\nb\nc\nd\ne\n"), "a\nB\nc\nd\ne\n");
    EXPECT_EQ(merged_text("a\nb\nc\n", "b\nc\n", "a\nb\nx\nc"), "b\nx\nc");
    EXPECT_EQ(merged_text("", "a\n", ""), "a\n");
    // Neighbouring lines are different lines.
    EXPECT_EQ(merged_text("a\nb\n", "A\nb\n", "a\nB\n"), "A\nB\n");
    // Both did the same.
    EXPECT_EQ(merged_text("a\nb\n", "A\nb\n", "A\nb\nc\n"), "A\nb\nc\n");
}

TEST(MergeText, IsNothingWhereBothChangedTheSame) {
    EXPECT_EQ(merged_text("a\nb\n", "A\nb\n", "x\nb\n"), std::nullopt);
    EXPECT_EQ(merged_text("a\nb\n", "a\nx\nb\n", "a\ny\nb\n"), std::nullopt);
    EXPECT_EQ(merged_text("a\nb\nc\n", "a\nc\n", "a\nB\nc\n"), std::nullopt);
}

std::string joined(const std::vector<std::uint8_t>& letters) {
    std::string text;
    for (const std::uint8_t each : letters) text.append(1, static_cast<char>('a' + each % 4)) += '\n';
    return text;
}

RC_GTEST_PROP(MergeTextProperty, AChangeAloneIsItself, ()) {
    const auto letters = rc::gen::container<std::vector<std::uint8_t>>(rc::gen::arbitrary<std::uint8_t>());
    const std::string base = joined(*letters), changed = joined(*letters);
    RC_ASSERT(merged_text(base, changed, base) == changed);
    RC_ASSERT(merged_text(base, base, changed) == changed);
    RC_ASSERT(merged_text(base, changed, changed) == changed);
}

RC_GTEST_PROP(MergeTextProperty, TakingBackGivesTheBytesAndLeavesTheRest, ()) {
    const auto lines = rc::gen::container<std::vector<std::uint8_t>>(rc::gen::arbitrary<std::uint8_t>());
    const std::string head = joined(*lines), middle = "== head\n" + joined(*lines) + "== tail\n", tail = joined(*lines);
    const std::string new_head = joined(*lines), new_tail = joined(*lines);
    const std::string before = head + middle + tail, after = new_head + middle + tail,
                      now = new_head + middle + new_tail;
    RC_ASSERT(merged_text(after, before, now) == head + middle + new_tail);
}

}  // namespace
}  // namespace masar::planfile
