#include "app/export_table.h"
#include "app/page_table.h"
#include "server/sandbox_test_kit.h"

#include <gmock/gmock.h>

namespace masar::server {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;
using TablesTest = SandboxTest;
using PaperTest = SandboxTest;

TEST_F(TablesTest, GiveEveryTableOfThePagesInBothForms) {
    std::size_t filled = 0;
    for (const app::PageTable& table : app::page_tables()) {
        const std::string path = "/tables/" + std::string(table.name);
        const std::string asked = table.page == "lines" ? "?side=uae" : "";
        const HttpResponse csv = page(path + ".csv" + asked);
        ASSERT_EQ(csv.status, 200) << path << *csv.body;
        EXPECT_THAT(csv.type, StartsWith("text/csv"));
        const auto sheet = exchange::read_csv(*csv.body);
        ASSERT_TRUE(sheet) << path;
        EXPECT_EQ(sheet->rows.front().size(), table.columns.size()) << path;
        for (const auto& row : sheet->rows) EXPECT_FALSE(row.empty() || row.front().empty()) << path;
        if (sheet->rows.size() > 1) ++filled;
        if (table.name != "roadmap" && table.name != "risks") continue;
        const auto book = exchange::read_xlsx(*page(path + ".xlsx").body);
        ASSERT_TRUE(book) << path;
        EXPECT_EQ(book->front().rows.size(), sheet->rows.size());
    }
    EXPECT_GE(filled, 19U) << "nothing is broken, observed or learned in the example; the rest has rows";
}

TEST_F(TablesTest, AreInTheLanguageOfTheReader) {
    EXPECT_THAT(*page("/tables/risks.csv?lang=ar").body, HasSubstr("الشدة"));
    EXPECT_THAT(*page("/tables/risks.csv?lang=ar").body, HasSubstr("حرج"));
    EXPECT_THAT(*page("/tables/risks.csv").body, HasSubstr("Severity"));
}

TEST_F(TablesTest, WhatIsNoTableIsNotFound) {
    for (const char* path : {"/tables/none.csv", "/tables/risks", "/tables/risks.pdf", "/tables/.csv"})
        EXPECT_EQ(page(path).status, 404) << path;
    EXPECT_EQ(page("/tables/roadmap.csv?dates=never").status, 422);
    EXPECT_EQ(page("/tables/lines.csv").status, 422) << "of which side?";
}

TEST_F(PaperTest, IsAPdfOfTheSizeAndExtentThatIsAskedFor) {
    const HttpResponse brief = page("/report.pdf?brief=true&both=true&paper=a3&lang=ar");
    ASSERT_EQ(brief.status, 200) << *brief.body;
    EXPECT_EQ(brief.type, "application/pdf");
    EXPECT_THAT(*brief.body, StartsWith("%PDF-"));
    EXPECT_LT(brief.body->size(), page("/report.pdf").body->size());
    for (const char* wrong : {"?paper=letter", "?brief=perhaps", "?both=1"})
        EXPECT_EQ(page(std::string("/report.pdf") + wrong).status, 422) << wrong;
}

}  // namespace
}  // namespace masar::server
