// Where things go, without letters: widths of columns, pieces over pages, pairs of languages.
#include "paper/flow.h"
#include "paper/pdf_catalog.h"
#include "paper/table_block.h"
#include "paper/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace masar::paper {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;
using testing::HasSubstr;

Block block_of(std::vector<Piece> pieces) {
    Block block;
    block.pieces = std::move(pieces);
    return block;
}

std::vector<std::pair<std::size_t, double>> places(const std::vector<Block>& blocks, PageBody body) {
    std::vector<std::pair<std::size_t, double>> found;
    for (const Placed& each : placed(blocks, body)) found.emplace_back(each.page, each.top);
    return found;
}
using Place = std::pair<std::size_t, double>;

TEST(ColumnWidths, SpareRoomIsSharedByWhatTheColumnsAskFor) {
    EXPECT_THAT(column_widths({{10, 20}, {10, 40}}, 120), ElementsAre(DoubleEq(40), DoubleEq(80)));
}

TEST(ColumnWidths, BetweenLeastAndMostEachGivesUpAlike) {
    // 30 of the 60 between least and most are there: half of each.
    EXPECT_THAT(column_widths({{20, 40}, {20, 60}}, 70), ElementsAre(DoubleEq(30), DoubleEq(40)));
}

TEST(ColumnWidths, WhatDoesNotFitShrinksAlike) {
    EXPECT_THAT(column_widths({{60, 80}, {40, 50}}, 50), ElementsAre(DoubleEq(30), DoubleEq(20)));
}

TEST(Flow, PiecesFillAPageAndGoOnOnTheNext) {
    EXPECT_THAT(places({block_of({{40}, {40}, {40}})}, {10, 100}),
                ElementsAre(Place{0, 10}, Place{0, 50}, Place{1, 10}));
}

TEST(Flow, AHeadingStaysWithWhatItHeads) {
    EXPECT_THAT(places({block_of({{70}}), block_of({{20, {}, true}}), block_of({{30}})}, {0, 100}),
                ElementsAre(Place{0, 0}, Place{1, 0}, Place{1, 20}));
}

TEST(Flow, TheHeadingOfATableStandsAgainOnEachPage) {
    Block table = block_of({{10, {}, true}, {50}, {50}, {50}});
    table.heading = {{10, {}, true}};
    EXPECT_THAT(places({table}, {0, 100}), ElementsAre(Place{0, 0}, Place{0, 10},  // heading, row
                                                       Place{1, 0}, Place{1, 10},  // heading again, row
                                                       Place{2, 0}, Place{2, 10}));
}

TEST(Flow, APieceTallerThanAPageStandsAlone) {
    EXPECT_THAT(places({block_of({{30}, {500}, {30}})}, {0, 100}), ElementsAre(Place{0, 0}, Place{1, 0}, Place{2, 0}));
}

TEST(Flow, SpaceBeforeABlockIsNotKeptAtTheTopOfAPage) {
    Block second = block_of({{60}});
    second.space_before = 15;
    EXPECT_THAT(places({block_of({{20}}), second}, {0, 100}), ElementsAre(Place{0, 0}, Place{0, 35}));
    EXPECT_THAT(places({block_of({{80}}), second}, {0, 100}), ElementsAre(Place{0, 0}, Place{1, 0}));
}

TEST(Beside, RowsOfBothLanguagesAreAsHighAsTheHigher) {
    const Block both = beside(block_of({{10}, {30}}), block_of({{20}, {20}, {5}}));
    ASSERT_EQ(both.pieces.size(), 3U);
    EXPECT_EQ(both.pieces[0].height, 20);
    EXPECT_EQ(both.pieces[1].height, 30);
    EXPECT_EQ(both.pieces[2].height, 5);
}

TEST(Column, ArabicIsMeasuredFromTheRight) {
    EXPECT_EQ((Column{100, 200, base::Language::en}.left_of(10, 50)), 110);
    EXPECT_EQ((Column{100, 200, base::Language::ar}.left_of(10, 50)), 240);  // 100 + 200 - 10 - 50
}

Words words_from(const char* markup) {
    pugi::xml_document document;
    document.load_string(markup, pugi::parse_default | pugi::parse_ws_pcdata);
    return words_of(document.first_child());
}

TEST(Words, LookOfMarkupIsKept) {
    const Words words = words_from(R"(<td>a <b>b</b><br/><span class="muted">c</span></td>)");
    ASSERT_EQ(words.size(), 4U);
    EXPECT_EQ(plain_text(words), "a b\nc");
    EXPECT_TRUE(words[1].bold);
    EXPECT_TRUE(words[3].colour.has_value());
}

TEST(Words, WhatReadsLeftToRightIsIsolated) {
    EXPECT_EQ(plain_text(words_from(R"(<td><bdi dir="ltr">gate-1</bdi></td>)")), "\u2066gate-1\u2069");
}

TEST(Words, TheLongestWordOfADateIsTheWholeDate) {
    EXPECT_EQ(plain_text(longest_word(words_from("<td>a longer text</td>"))), "longer");
    EXPECT_EQ(plain_text(longest_word(words_from(R"(<td class="date">1 March 2027</td>)"))), "1 March 2027");
}

constexpr std::string_view small_pdf =
    "%PDF-1.5\n5 0 obj\n<< /Type /Catalog\n   /Pages 1 0 R\n>>\nendobj\nxref\n0 6\n"
    "trailer\n<< /Size 6\n   /Root 5 0 R\n   /Info 4 0 R\n>>\nstartxref\n59\n%%EOF\n";

TEST(PdfCatalog, ALanguageIsAddedAndNothingThatIsThereMoves) {
    const std::string arabic = with_language(std::string(small_pdf), base::Language::ar);
    EXPECT_EQ(arabic.substr(0, small_pdf.size()), small_pdf);
    EXPECT_THAT(arabic, HasSubstr("/Pages 1 0 R\n   /Lang (ar)\n"));
    EXPECT_THAT(arabic, HasSubstr("/Direction /R2L"));
    EXPECT_THAT(arabic, HasSubstr("/Prev 59 "));
    const std::string place = std::to_string(small_pdf.size());
    EXPECT_THAT(arabic, HasSubstr("xref\n5 1\n" + std::string(10 - place.size(), '0') + place + " 00000 n \n"));
}

TEST(PdfCatalog, WhatIsNoPdfStaysAsItIs) {
    EXPECT_EQ(with_language("hello", base::Language::en), "hello");
    EXPECT_EQ(with_language("", base::Language::en), "");
}

}  // namespace
}  // namespace masar::paper
