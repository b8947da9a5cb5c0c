#include "report/text_table.h"
#include "report/display_width.h"
#include "report/text_wrap.h"

#include <gtest/gtest.h>

namespace masar::report {
namespace {

using base::Language;
using Content = TextTable::Content;

std::vector<TextTable::Column> two_columns() { return {{{"Name", "الاسم"}}, {{"Load", "الحمل"}, Content::figures}}; }

TEST(TextTable, AlignsWordsAtTheStartAndFiguresAtTheEnd) {
    TextTable table(two_columns(), Language::en);
    table.row({"planners", "7"});
    table.row({"law", "12"});
    EXPECT_EQ(table.print(),
              "Name      Load\n"
              "────────  ────\n"
              "planners     7\n"
              "law         12\n");
}

TEST(TextTable, RunsFromRightToLeftInArabic) {
    TextTable table(two_columns(), Language::ar);
    table.row({"المخططون", "7"});
    const std::string text = table.print();
    // Figures first (the left column), then the name, flush with the right edge.
    EXPECT_NE(text.find("\u200E7      \u200Eالمخططون\n"), std::string::npos) << text;
}

TEST(TextTable, NeverPassesTheEdgeOfTheTerminal) {
    TextTable table({{{"A", "أ"}, Content::words, 100}, {{"B", "ب"}, Content::words, 100}}, Language::en);
    table.row({std::string(90, 'x'), std::string(90, 'y')});
    const std::string text = table.print();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        EXPECT_LE(display_width(text.substr(at, end - at)), terminal_columns);
        at = end + 1;
    }
    EXPECT_NE(text.find("x…"), std::string::npos);
}

TEST(Wrapped, BreaksAtSpacesAndIndents) {
    EXPECT_EQ(wrapped("one two three", {.columns = 9, .first_indent = "- ", .next_indent = "  "}),
              "- one two\n"
              "  three\n");
    EXPECT_EQ(wrapped("unbreakable", {.columns = 4}), "unbreakable\n");
}

TEST(CutToWidth, MarksWhatIsLeftOut) {
    EXPECT_EQ(cut_to_width("planners", 8), "planners");
    EXPECT_EQ(cut_to_width("planners", 5), "plan…");
    EXPECT_EQ(cut_to_width("المخططون", 4), "الم…");
}

}  // namespace
}  // namespace masar::report
