#include "base/sources.h"

#include <gtest/gtest.h>

namespace masar::base {
namespace {

Place at(std::uint16_t file, std::uint32_t line) { return {.line = line, .column = 1, .end_column = 1, .file = file}; }

TEST(Sources, QuoteTheLineWithoutItsEnd) {
    Sources sources;
    const auto unix_file = sources.add({"plan.yaml", "masar: 1\ntitle: خطة\n\nstart: 2027-01-04\n"});
    EXPECT_EQ(sources.line_at(at(unix_file, 1)), "masar: 1");
    EXPECT_EQ(sources.line_at(at(unix_file, 2)), "title: خطة");
    EXPECT_EQ(sources.line_at(at(unix_file, 3)), "");
    EXPECT_EQ(sources.line_at(at(unix_file, 4)), "start: 2027-01-04");
    EXPECT_EQ(sources.line_at(at(unix_file, 5)), "");
    EXPECT_EQ(sources.line_at(at(unix_file, 6)), "");
    const auto dos_file = sources.add({"dos.yaml", "a: 1\r\nb: 2\r\n"});
    EXPECT_EQ(sources.line_at(at(dos_file, 1)), "a: 1");
    EXPECT_EQ(sources.line_at(at(dos_file, 2)), "b: 2");
}

TEST(Sources, LastLineNeedsNoNewline) {
    Sources sources;
    const auto file = sources.add({"plan.yaml", "a: 1\nb: 2"});
    EXPECT_EQ(sources.line_at(at(file, 2)), "b: 2");
    EXPECT_EQ(sources.line_at(at(file, 3)), "");
    const auto empty = sources.add({"empty.yaml", ""});
    EXPECT_EQ(sources.line_at(at(empty, 1)), "");
}

TEST(Sources, KeepTheirFilesApart) {
    Sources sources;
    const auto first = sources.add({"plan.yaml", "one"}), second = sources.add({"sides/uae/plan.yaml", "two"});
    EXPECT_EQ(sources.size(), 2U);
    EXPECT_EQ(sources.name_of(at(first, 1)), "plan.yaml");
    EXPECT_EQ(sources.name_of(at(second, 1)), "sides/uae/plan.yaml");
    EXPECT_EQ(sources.line_at(at(second, 1)), "two");
    EXPECT_EQ(sources.file(second).text, "two");
}

TEST(Sources, AnUnknownPlaceHasNoWords) {
    Sources sources;
    sources.add({"plan.yaml", "one"});
    EXPECT_EQ(sources.name_of(Place{}), "");
    EXPECT_EQ(sources.line_at(Place{}), "");
    EXPECT_EQ(sources.line_at(at(0, 0)), "");
    EXPECT_EQ(sources.name_of(at(7, 1)), "");
}

}  // namespace
}  // namespace masar::base
