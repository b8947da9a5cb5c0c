#include "exchange/xlsx.h"
#include "exchange/xlsx_package.h"

#include <gtest/gtest.h>

namespace masar::exchange {
namespace {

using calendar::date_of;

Sheet events() {
    return {"Events",
            {{Cell::of("Event"), Cell::of("Start"), Cell::of("Days")},
             {Cell::of("Course & test <2>"), Cell::of(date_of(2027, 3, 1)), Cell::of(10.0)},
             {Cell::of("دورة تدريبية"), {}, Cell::of(2.5)},
             {},
             {Cell::of("=1+1"), Cell::of(" kept ")}}};
}

std::string packed(std::string_view workbook_sheets, std::string_view sheet,
                   std::string_view styles = "<styleSheet/>") {
    const std::string head = R"(xmlns="m" xmlns:r="r")";
    return pack(
               {{"xl/workbook.xml",
                 "<workbook " + head + "><sheets>" + std::string(workbook_sheets) + "</sheets></workbook>"},
                {"xl/_rels/workbook.xml.rels",
                 R"(<Relationships><Relationship Id="a" Target="worksheets/one.xml"/><Relationship Id="b" Target="/xl/worksheets/two.xml"/></Relationships>)"},
                {"xl/styles.xml", std::string(styles)},
                {"xl/sharedStrings.xml",
                 "<sst><si><t>first</t></si><si><r><t>rich </t></r><r><t>text</t></r></si></sst>"},
                {"xl/worksheets/one.xml", "<worksheet><sheetData>" + std::string(sheet) + "</sheetData></worksheet>"},
                {"xl/worksheets/two.xml", "<worksheet><sheetData/></worksheet>"}})
        .value();
}
constexpr std::string_view one_sheet = R"(<sheet name="One" r:id="a"/>)";

TEST(Xlsx, ReadsWhatItWrote) {
    const std::string bytes = write_xlsx({{events(), true, 1, {40}}}).value();
    const auto sheets = read_xlsx(bytes);
    ASSERT_TRUE(sheets) << sheets.error().message.en;
    ASSERT_EQ(sheets->size(), 1u);
    EXPECT_EQ(sheets->front().name, "Events");
    EXPECT_EQ(sheets->front().rows, events().rows) << "a formula-like text stays a text";
    EXPECT_EQ(bytes, write_xlsx({{events(), true, 1, {40}}}).value()) << "same sheets, same bytes";
}

TEST(Xlsx, ReadsSharedAndRichTexts) {
    const auto sheets = read_xlsx(packed(
        one_sheet, R"(<row r="2"><c r="B2" t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>9</v></c></row>)"));
    ASSERT_TRUE(sheets);
    const Sheet& sheet = sheets->front();
    EXPECT_EQ(sheet.at(1, 1).text, "rich text");
    EXPECT_EQ(sheet.at(1, 2).text, "first") << "a cell without a reference follows the one before it";
    EXPECT_TRUE(sheet.at(1, 3).empty()) << "a string that is not there";
}

// 46082 days after 1899-12-30 are 2026-03-01.
TEST(Xlsx, KnowsDatesByTheirFormat) {
    constexpr std::string_view styles =
        R"(<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-409]d\-mmm\-yy;@"/><numFmt numFmtId="171" formatCode="0.0&quot; days&quot;"/></numFmts>
           <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>)";
    const auto sheets = read_xlsx(packed(
        one_sheet,
        R"(<row><c s="0"><v>46082</v></c><c s="1"><v>46082</v></c><c s="2"><v>46082.75</v></c><c s="3"><v>46082</v></c></row>)",
        styles));
    ASSERT_TRUE(sheets);
    EXPECT_EQ(sheets->front().at(0, 0).kind, Cell::Kind::number);
    EXPECT_EQ(sheets->front().at(0, 1).date, date_of(2026, 3, 1));
    EXPECT_EQ(sheets->front().at(0, 2).date, date_of(2026, 3, 1)) << "a time of day is no part of it";
    EXPECT_EQ(sheets->front().at(0, 3).kind, Cell::Kind::number) << "the d of 'days' stands in quotes";
}

TEST(Xlsx, LeavesOutHiddenSheets) {
    const auto sheets =
        read_xlsx(packed(R"(<sheet name="One" state="hidden" r:id="a"/><sheet name="Two" r:id="b"/>)", ""));
    ASSERT_TRUE(sheets);
    ASSERT_EQ(sheets->size(), 1u);
    EXPECT_EQ(sheets->front().name, "Two");
}

TEST(Xlsx, SaysWhatIsNoWorkbook) {
    for (const std::string_view bytes :
         {std::string_view(""), std::string_view("PK\x03\x04 rest"), std::string_view("a,b\n1,2\n")}) {
        const auto sheets = read_xlsx(bytes);
        ASSERT_FALSE(sheets);
        EXPECT_FALSE(sheets.error().hint.ar.empty());
    }
    EXPECT_FALSE(read_xlsx(pack({{"xl/workbook.xml", "<workbook>"}}).value())) << "cut off";
}

TEST(Xlsx, ExpandsNoEntities) {
    const std::string bomb =
        R"(<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>)";
    const auto sheets = read_xlsx(
        pack({{"xl/workbook.xml", R"(<workbook xmlns:r="r"><sheets><sheet name="One" r:id="a"/></sheets></workbook>)"},
              {"xl/_rels/workbook.xml.rels", R"(<R><Relationship Id="a" Target="worksheets/one.xml"/></R>)"},
              {"xl/worksheets/one.xml", bomb}})
            .value());
    if (sheets) {
        EXPECT_LE(sheets->front().at(0, 0).text.size(), 10u);
    }
}

TEST(Xlsx, StopsAtItsLimits) {
    const std::string zeros(1 << 20, ' ');  // packs to a kilobyte
    const std::string bytes = packed(one_sheet, zeros);
    SheetLimits limits;
    limits.unpacked_bytes = 100'000;
    const auto sheets = read_xlsx(bytes, limits);
    ASSERT_FALSE(sheets);
    EXPECT_EQ(sheets.error().kind, base::Error::Kind::limit);
    EXPECT_FALSE(read_xlsx(packed(one_sheet, R"(<row r="4000000"><c r="A4000000"><v>1</v></c></row>)")));
    EXPECT_FALSE(read_xlsx(packed(one_sheet, R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)")));
}

}  // namespace
}  // namespace masar::exchange
