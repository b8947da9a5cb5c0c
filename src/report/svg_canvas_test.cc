#include "report/svg_canvas.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace masar::report {
namespace {

using testing::HasSubstr;

TEST(SvgCanvas, EnglishRunsFromTheLeft) {
    SvgCanvas canvas({100, 20}, base::Language::en);
    canvas.rect({10, 5, 30, 10}, "bar");
    EXPECT_THAT(canvas.take("chart"), HasSubstr(R"(<rect x="10" y="5" width="30" height="10" class="bar"/>)"));
}

TEST(SvgCanvas, ArabicRunsFromTheRightAndSwapsTheAnchors) {
    SvgCanvas canvas({100, 20}, base::Language::ar);
    canvas.rect({10, 5, 30, 10}, "bar");
    canvas.text({10, 12}, "نص");
    const std::string drawn = canvas.take("chart");
    EXPECT_THAT(drawn, HasSubstr(R"(<rect x="60" y="5")"));  // 100 - 10 - 30
    EXPECT_THAT(drawn, HasSubstr(R"(<text x="90" y="12" text-anchor="end")"));
    EXPECT_THAT(drawn, HasSubstr("direction:ltr"));
    EXPECT_THAT(drawn, testing::Not(HasSubstr("scale(-1")));
}

TEST(SvgCanvas, NumbersAreShort) {
    EXPECT_EQ(svg_number(12.5), "12.5");
    EXPECT_EQ(svg_number(3.0), "3");
    EXPECT_EQ(svg_number(1.0 / 3), "0.33");
    EXPECT_EQ(svg_number(-0.001), "0");
}

TEST(SvgCanvas, TitlesAndTextsAreEscaped) {
    SvgCanvas canvas({10, 10}, base::Language::en);
    canvas.rect({0, 0, 1, 1}, "bar", "<b>");
    canvas.text({0, 0}, "a&b");
    const std::string drawn = canvas.take("\"x\"");
    EXPECT_THAT(drawn, HasSubstr("<title>&lt;b&gt;</title>"));
    EXPECT_THAT(drawn, HasSubstr("a&amp;b"));
    EXPECT_THAT(drawn, HasSubstr("aria-label=\"&quot;x&quot;\""));
}

}  // namespace
}  // namespace masar::report
