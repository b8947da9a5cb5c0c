#include "planfile/source_guard.h"

#include <gtest/gtest.h>

namespace masar::planfile {
namespace {

std::string fault(std::string_view text, const SourceLimits& limits = {}) {
    const auto found = find_source_fault(text, 0, limits);
    if (!found) return "none";
    const base::Place& place = found->diagnostic.place;
    return found->diagnostic.code + " " + std::to_string(place.line) + ":" + std::to_string(place.column) + " after "
           + std::to_string(found->safe_bytes);
}

TEST(SourceGuard, LetsOrdinaryTextPass) {
    EXPECT_EQ(fault(""), "none");
    EXPECT_EQ(fault("a: b\r\nنص: سريع 🙂\n"), "none");
    EXPECT_EQ(fault("\xEF\xBB\xBF"
                    "a: b\n"),
              "none");
}

TEST(SourceGuard, NamesTheByteThatIsNotUtf8) {
    // libfyaml 0.7.12 loops for ever on these six bytes.
    EXPECT_EQ(fault("\x25\xfa\x4a\x86\xa0\x20"), "MSR0101 1:2 after 0");
    EXPECT_EQ(fault("a: 1\n \xfa\x4a\x86\xa0\x20"), "MSR0101 2:2 after 5");
    EXPECT_EQ(fault("\xC0\xAF"), "MSR0101 1:1 after 0") << "overlong";
    EXPECT_EQ(fault("\xED\xA0\x80"), "MSR0101 1:1 after 0") << "surrogate";
    EXPECT_EQ(fault("\xF4\x90\x80\x80"), "MSR0101 1:1 after 0") << "above U+10FFFF";
    EXPECT_EQ(fault("نص\xD8"), "MSR0101 1:3 after 0") << "cut off; columns are code points";
}

TEST(SourceGuard, RefusesControlCharactersTabsAndDirectives) {
    EXPECT_EQ(fault(std::string_view("a\0b", 3)), "MSR0102 1:2 after 0");
    EXPECT_EQ(fault("a\x1B[31m"), "MSR0102 1:2 after 0");
    EXPECT_EQ(fault("a\xC2\x85"), "MSR0102 1:2 after 0") << "next line, U+0085";
    EXPECT_EQ(fault("a\xE2\x80\xA8"), "MSR0102 1:2 after 0") << "line separator";
    EXPECT_EQ(fault("a\rb"), "MSR0102 1:2 after 0") << "a lone carriage return";
    EXPECT_EQ(fault("a:\n\tb: c\n"), "MSR0103 2:1 after 3");
    EXPECT_EQ(fault("a: 1\n%YAML 1.2\n"), "MSR0104 2:1 after 5");
}

TEST(SourceGuard, KeepsTheLimits) {
    EXPECT_EQ(fault("12345", {.file_bytes = 4}), "MSR0105 1:1 after 0");
    EXPECT_EQ(fault("a\n12345\n", {.line_bytes = 4}), "MSR0106 2:1 after 2");
    EXPECT_EQ(fault("a\n1234\n", {.line_bytes = 4}), "none");
    EXPECT_EQ(fault("a\n12345", {.line_bytes = 4}), "MSR0106 2:1 after 2") << "a last line without end";
}

}  // namespace
}  // namespace masar::planfile
