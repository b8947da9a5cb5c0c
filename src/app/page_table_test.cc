#include "app/page_table.h"

#include "exchange/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <boost/json/parse.hpp>

namespace masar::app {
namespace {

using exchange::Cell;
using ::testing::HasSubstr;

exchange::Sheet sheet(std::string_view table, std::string_view page, base::Language language = base::Language::en) {
    return sheet_of(*page_table(table), boost::json::parse(page), plan::Plan{}, language).sheet;
}

std::string cell(const exchange::Sheet& sheet, std::string_view heading, std::size_t row = 1) {
    for (std::size_t i = 0; i < sheet.rows.front().size(); ++i)
        if (sheet.rows.front()[i].text == heading) return sheet.at(row, i).text;
    ADD_FAILURE() << "no column " << heading;
    return {};
}

constexpr std::string_view money = R"({"sides":[
  {"name":{"en":"Alpha","ar":"ألفا"},"currency":"USD","years":[
    {"label":"FY2027","ceiling":{"withheld":true},"planned":123450,"breach":0.25},
    {"label":"FY2028","ceiling":100,"planned":null}]},
  {"name":{"en":"Beta","ar":"بيتا"},"currency":"AED","years":[{"label":"2027","ceiling":0,"planned":-5}]}]})";

TEST(PageTable, HasARowForEachInnermostItemWithWhatStandsAroundIt) {
    const exchange::Sheet rows = sheet("money", money);
    ASSERT_EQ(rows.rows.size(), 4U);
    EXPECT_EQ(cell(rows, "Side", 2), "Alpha");
    EXPECT_EQ(cell(rows, "Fiscal year", 2), "FY2028");
    EXPECT_EQ(cell(rows, "Side", 3), "Beta");
    EXPECT_EQ(cell(rows, "Currency", 3), "AED");
}

TEST(PageTable, WritesMoneyInUnitsAndNeverAGapForWhatIsWithheld) {
    const exchange::Sheet rows = sheet("money", money, base::Language::ar);
    EXPECT_EQ(cell(rows, "المخطط"), "1234.50");
    EXPECT_EQ(cell(rows, "المخطط", 2), "") << "not known";
    EXPECT_EQ(cell(rows, "المخطط", 3), "-0.05");
    EXPECT_EQ(cell(rows, "السقف"), "لم يُفرج عنها الجانب الآخر");
    EXPECT_EQ(cell(rows, "السقف", 3), "0.00");
    EXPECT_EQ(cell(rows, "الجانب"), "ألفا");
}

TEST(PageTable, WritesKeywordsInWordsAndDaysAsDates) {
    const std::string_view due =
        R"({"items":[{"by":"2027-03-01","hijri":"1448-09-22","kind":"fund-closes","id":"f","name":null,"state":"not-started"}]})";
    EXPECT_EQ(cell(sheet("due", due), "Kind"), "fund closes");
    EXPECT_EQ(cell(sheet("due", due, base::Language::ar), "الحالة"), "لم يبدأ");
    EXPECT_EQ(sheet("due", due).at(1, 0).kind, Cell::Kind::date);
    EXPECT_EQ(sheet("due", due).at(1, 1).kind, Cell::Kind::text) << "no day of a spreadsheet's calendar";
}

TEST(PageTable, IsNoPlaceForFormulas) {
    const std::string_view risks = R"({"risks":[{"id":"r","name":{"en":"=1+cmd","ar":"@x"}}]})";
    EXPECT_THAT(exchange::write_csv(sheet("risks", risks)), HasSubstr("'=1+cmd"));
    EXPECT_EQ(sheet("risks", risks).at(1, 1).kind, Cell::Kind::text);
}

TEST(PageTable, OfAPageWithoutItsListHasItsHeadingsAlone) {
    EXPECT_EQ(sheet("risks", "{}").rows.size(), 1U);
    EXPECT_EQ(sheet("risks", R"({"risks":{"withheld":true}})").rows.size(), 1U);
    EXPECT_EQ(page_table("none"), nullptr);
}

}  // namespace
}  // namespace masar::app
