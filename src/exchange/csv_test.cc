#include "exchange/csv.h"

#include <gtest/gtest.h>

namespace masar::exchange {
namespace {

std::vector<std::vector<std::string>> texts(const Sheet& sheet) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : sheet.rows) {
        rows.emplace_back();
        for (const Cell& cell : row) rows.back().push_back(cell.text);
    }
    return rows;
}
using Rows = std::vector<std::vector<std::string>>;

TEST(Csv, ReadsQuotesAndLineEnds) {
    EXPECT_EQ(texts(read_csv("a,\"b \"\"c\"\", d\"\r\n\"two\nlines\",\r\nlast").value()),
              (Rows{{"a", "b \"c\", d"}, {"two\nlines"}, {"last"}}));
}

TEST(Csv, FindsTheSeparator) {
    EXPECT_EQ(texts(read_csv("الاسم;البداية;ملاحظات\nدورة;2027-03-01;1,5\n").value()),
              (Rows{{"الاسم", "البداية", "ملاحظات"}, {"دورة", "2027-03-01", "1,5"}}));
    EXPECT_EQ(texts(read_csv("\xEF\xBB\xBF"
                             "a\tb\n")
                        .value()),
              (Rows{{"a", "b"}}))
        << "without the byte order mark";
}

TEST(Csv, RefusesOtherEncodingsByLine) {
    const auto sheet = read_csv("name\ncaf\xE9\n");
    ASSERT_FALSE(sheet);
    EXPECT_EQ(sheet.error().message.en, "line 2 is not UTF-8");
}

TEST(Csv, WritesNothingThatASpreadsheetWouldRun) {
    const Sheet sheet{"", {{Cell::of("=HYPERLINK(\"x\")"), Cell::of("-12.5"), Cell::of("@now"), Cell::of("plain")}}};
    const std::string written = write_csv(sheet);
    EXPECT_EQ(written, "\xEF\xBB\xBF\"'=HYPERLINK(\"\"x\"\")\",-12.5,'@now,plain\r\n");
    EXPECT_EQ(read_csv(written).value().rows, sheet.rows) << "and reads it back as it was";
}

TEST(Csv, StopsAtItsLimits) {
    SheetLimits limits;
    limits.rows = 2;
    EXPECT_TRUE(read_csv("1\n2\n", limits));
    EXPECT_EQ(read_csv("1\n2\n3\n", limits).error().kind, base::Error::Kind::limit);
}

TEST(CellName, CountsAsSpreadsheetsDo) {
    EXPECT_EQ(cell_name(0, 0), "A1");
    EXPECT_EQ(cell_name(6, 25), "Z7");
    EXPECT_EQ(cell_name(9, 26), "AA10");
    EXPECT_EQ(cell_name(0, 701), "ZZ1");
    EXPECT_EQ(cell_name(0, 702), "AAA1");
}

}  // namespace
}  // namespace masar::exchange
