#include "report/html_writer.h"

#include <gtest/gtest.h>

namespace masar::report {
namespace {

TEST(HtmlWriter, WritesTagsInPairsAndEscapesWhatPeopleWrote) {
    HtmlWriter html;
    html.open("p", "class=\"x\"").text("a < b & \"c\"").element("b", "'d'").close();
    EXPECT_EQ(html.take(), "<p class=\"x\">a &lt; b &amp; &quot;c&quot;<b>&#39;d&#39;</b></p>\n");
}

TEST(HtmlWriter, AScriptInATextStaysText) {
    EXPECT_EQ(escape_html("<script>alert(1)</script>"), "&lt;script&gt;alert(1)&lt;/script&gt;");
}

TEST(HtmlWriter, IsolatesIdsSoThatArabicDoesNotReorderThem) {
    EXPECT_EQ(isolated("gov-001 <1>"), "<bdi dir=\"ltr\">gov-001 &lt;1&gt;</bdi>");
}

TEST(HtmlWriter, KeepsFiguresApartThatMarksWouldLetFlowTogether) {
    EXPECT_EQ(escape_html("\u200E19,835 USD\u200E: \u200E4.2 %\u200E"), "\u206619,835 USD\u2069: \u20664.2 %\u2069");
    EXPECT_EQ(escape_html("\u200E10.5"), "\u206610.5\u2069") << "what is opened is closed";
}

}  // namespace
}  // namespace masar::report
