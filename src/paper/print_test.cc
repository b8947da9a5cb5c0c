// PDFs of small articles. What real reports say on paper, word by word, is told by tests/scenarios/paper.txt.
#include "paper/print.h"
#include "paper/article_blocks.h"
#include "paper/drawing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace masar::paper {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

Written written(base::Language language, std::string body) {
    report::PageFrame frame;
    frame.program = "Masar";
    frame.title = "Plan";
    frame.page_of = "page {0} of {1}";
    return {language, "<article>" + std::move(body) + "</article>", frame};
}

PrintSettings settings_of_test() {
    PrintSettings settings;
    settings.made = calendar::date_of(2027, 3, 1);
    settings.program = "masar";
    return settings;
}

std::string printed(const std::vector<Written>& texts, const PrintSettings& settings) {
    auto bytes = print(texts, settings);
    EXPECT_TRUE(bytes) << bytes.error().message.en;
    return bytes.value_or("");
}

std::size_t count(std::string_view text, std::string_view piece) {
    std::size_t found = 0;
    for (std::size_t at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + 1)) ++found;
    return found;
}
std::size_t pages(const std::string& pdf) { return count(pdf, "/Type /Page\n") + count(pdf, "/Type /Page "); }

std::string table(std::size_t rows) {
    std::string out = "<table><thead><tr><th>Name</th><th class=\"num\">Amount</th></tr></thead><tbody>";
    for (std::size_t i = 0; i < rows; ++i)
        out += "<tr><td>row " + std::to_string(i) + "</td><td class=\"num\">1,000</td></tr>";
    return out + "</tbody></table>";
}

TEST(Print, TheFileTellsTitleProgramDateAndLanguage) {
    const std::string pdf = printed({written(base::Language::ar, "<h1>خطة</h1>")}, settings_of_test());
    EXPECT_THAT(pdf, StartsWith("%PDF-1."));
    EXPECT_THAT(pdf, HasSubstr("/Lang (ar)"));
    EXPECT_THAT(pdf, HasSubstr("/CreationDate (20270301"));
    EXPECT_EQ(pages(pdf), 1U);
}

TEST(Print, SameInputSameBytes) {
    const std::vector<Written> texts{written(base::Language::en, "<h1>Plan</h1>" + table(100)),
                                     written(base::Language::ar, "<h1>خطة</h1>" + table(100))};
    EXPECT_EQ(printed(texts, settings_of_test()), printed(texts, settings_of_test()));
}

TEST(Print, ALongTableTakesMorePages) {
    // A row takes about 19 points, a page some 485.
    EXPECT_EQ(pages(printed({written(base::Language::en, table(10))}, settings_of_test())), 1U);
    const std::size_t many = pages(printed({written(base::Language::en, table(100))}, settings_of_test()));
    EXPECT_GE(many, 4U);
    EXPECT_LE(many, 5U);
    PrintSettings larger = settings_of_test();
    larger.size = SheetSize::a3;
    EXPECT_LT(pages(printed({written(base::Language::en, table(100))}, larger)), many);
}

TEST(Print, OneSheetHoldsWhatShrinksIntoIt) {
    PrintSettings settings = settings_of_test();
    EXPECT_EQ(pages(printed({written(base::Language::en, table(30))}, settings)), 2U);
    settings.one_sheet = true;
    EXPECT_EQ(pages(printed({written(base::Language::en, table(30))}, settings)), 1U);
}

/// Blocks of a body in a column of 200 of a sheet 700 wide.
std::vector<Block> blocks_in_column(const std::string& body, std::set<std::size_t> broad = {}) {
    const auto letters = Letters::of_this_machine();
    if (!letters) return {};
    pugi::xml_document document;
    document.load_string(("<article>" + body + "</article>").c_str());
    const Room room{{0, 200, base::Language::en}, {0, 700, base::Language::en}, 480, 1, false, std::move(broad)};
    return blocks_of(document.first_child(), room, *letters);
}

TEST(Print, ATableWhoseDatesWouldBreakTakesTheWholeWidth) {
    std::string dates;
    for (int i = 0; i < 5; ++i) dates += "<td class=\"date\">30 September 2027</td>";
    const auto blocks =
        blocks_in_column(table(2) + "<table><tbody><tr>" + dates + "</tr></tbody></table>" + table(2), {2});
    ASSERT_EQ(blocks.size(), 3U);
    EXPECT_FALSE(blocks[0].wide);
    EXPECT_TRUE(blocks[1].wide);
    EXPECT_TRUE(blocks[2].wide) << "its other language does";
}

TEST(Drawing, WhatIsLeftBelowTheLastRowBelongsToIt) {
    pugi::xml_document document;
    document.load_string(R"(<svg viewBox="0 0 1000 122" data-head="50" data-row="20"/>)");
    const auto rows = Drawing(document.first_child()).rows();
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows.back().top, 90);
    EXPECT_EQ(rows.back().bottom, 122);
}

TEST(Print, ATextTallerThanAPageGoesOn) {
    std::string words;
    for (int i = 0; i < 6'000; ++i) words += "word ";
    EXPECT_GT(pages(printed({written(base::Language::en, "<p>" + words + "</p>")}, settings_of_test())), 3U);
    EXPECT_GT(
        pages(printed({written(base::Language::en, "<table><tbody><tr><td>" + words + "</td></tr></tbody></table>")},
                      settings_of_test())),
        3U);
}

TEST(Print, EmptyAndBrokenMarkupGiveASheetAndNoCrash) {
    EXPECT_EQ(pages(printed({written(base::Language::en, "")}, settings_of_test())), 1U);
    EXPECT_EQ(pages(printed({written(base::Language::en, "<table></table><svg/><p/><div class=\"figures\"/>")},
                            settings_of_test())),
              1U);
    EXPECT_EQ(pages(printed({written(base::Language::en, "<p>a<b>")}, settings_of_test())), 1U);
}

TEST(Print, ALongDrawingIsCutBetweenItsRows) {
    // 200 rows of 20 below a head of 50, 1000 wide: at 0.758 of its size a page holds 29 rows.
    std::string svg = R"(<svg viewBox="0 0 1000 4050" data-head="50" data-row="20">)";
    for (int row = 0; row < 200; ++row)
        svg += "<text x=\"10\" y=\"" + std::to_string(65 + 20 * row) + "\" text-anchor=\"start\">r</text>";
    EXPECT_EQ(pages(printed({written(base::Language::en, svg + "</svg>")}, settings_of_test())), 7U);  // 200 / 29
}

}  // namespace
}  // namespace masar::paper
