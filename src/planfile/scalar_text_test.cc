#include "planfile/scalar_text.h"

#include "planfile/event_reader.h"

#include <gtest/gtest.h>

#include <string>

namespace masar::planfile {
namespace {

TEST(ScalarText, ReadsBackAsItself) {
    for (const std::string text :
         {"plain words", "it's",  "a: b", "a #b",     "- a",  "",   " a", "a ", "a,b",
          "{a}",         "\"q\"", "'",    "نص: عربي", "a\nb", "a:", "?",  "#",  "10 USC 341(b)(1): x",
          "~",           "&a",    "*a",   "!t",       "%d",   "@x", "`x`"}) {
        for (const std::string& written : {"k: " + scalar_text(text) + "\n", "k: {k: [" + scalar_text(text) + "]}\n"}) {
            const ReadTree read = read_tree(written, 0);
            ASSERT_TRUE(read.complete) << written;
            EXPECT_EQ(read.tree.text(static_cast<NodeId>(read.tree.size() - 1)), text) << written;
        }
    }
}

// YAML 1.2.2, example 7.9 and section 6.5.
TEST(SingleQuotedText, FoldsLinesAndHalvesQuotes) {
    EXPECT_EQ(single_quoted_text(""), "");
    EXPECT_EQ(single_quoted_text("it''s ''''"), "it's ''");
    EXPECT_EQ(single_quoted_text(" 1st non-empty\n\n 2nd non-empty \n 3rd non-empty "),
              " 1st non-empty\n2nd non-empty 3rd non-empty ");
    EXPECT_EQ(single_quoted_text("a\r\n  b"), "a b");
    EXPECT_EQ(single_quoted_text("\n a\n\n\n b\n "), " a\n\nb ");
    EXPECT_EQ(single_quoted_text(" \n "), " ");
}

TEST(SingleQuotedText, IsWhatTheReaderGives) {
    const std::string many(40, '\'');
    EXPECT_EQ(read_tree("k: '" + many + "'\n", 0).tree.text(1), many.substr(20));
}

}  // namespace
}  // namespace masar::planfile
