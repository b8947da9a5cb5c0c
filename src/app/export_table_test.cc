#include "app/export_table.h"

#include "app/import_table.h"
#include "exchange/csv.h"
#include "planfile/read_plan.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace masar::app {
namespace {

using testing::ElementsAre;

std::vector<planfile::InputFile> example() {
    std::vector<std::filesystem::path> paths;
    for (const auto& each : std::filesystem::directory_iterator("examples/uae-us"))
        if (each.path().extension() == ".yaml") paths.push_back(each.path());
    std::ranges::sort(paths);
    std::vector<planfile::InputFile> files;
    for (const auto& each : paths) {
        std::ifstream in(each, std::ios::binary);
        files.push_back({each.filename().string(), {std::istreambuf_iterator<char>(in), {}}, ""});
    }
    return files;
}

ImportPreview imported(const std::vector<planfile::InputFile>& plan, const exchange::Sheet& sheet) {
    const auto made = preview_import(plan, {sheet}, {});
    EXPECT_TRUE(made) << made.error().message.en;
    return *made;
}

TEST(ExportTable, ComesBackAndChangesNothing) {
    const std::vector<planfile::InputFile> plan = example();
    for (const base::Language language : {base::Language::en, base::Language::ar}) {
        const exchange::SheetLook table = activity_table(planfile::PlanText(plan), language);
        EXPECT_EQ(table.sheet.rows.size(), 1u + planfile::read_plan(plan).plan.activities.size());
        const auto through_excel = exchange::read_xlsx(exchange::write_xlsx({table}).value()).value().front();
        const auto through_csv = exchange::read_csv(exchange::write_csv(table.sheet)).value();
        for (const exchange::Sheet& sheet : {through_excel, through_csv}) {
            const ImportPreview back = imported(plan, sheet);
            for (const ImportDoubt& each : back.doubts)
                ADD_FAILURE() << each.cells.front() << " " << each.value << ": " << each.fault.fault.en;
            EXPECT_TRUE(back.edits.empty()) << back.edits.front().id << " " << back.edits.front().field;
        }
    }
}

TEST(ExportTable, ChangesExactlyTheEditedCells) {
    const std::vector<planfile::InputFile> plan = example();
    exchange::Sheet sheet = activity_table(planfile::PlanText(plan), base::Language::en).sheet;
    const auto column = [&](std::string_view heading) {
        for (std::size_t i = 0; i < sheet.rows[0].size(); ++i)
            if (sheet.rows[0][i].text == heading) return i;
        return SIZE_MAX;
    };
    sheet.rows[1][column("Duration (working days)")] = exchange::Cell::of(std::string("26/28/40"));
    sheet.rows[5][column("Finish")] = exchange::Cell::of(calendar::date_of(2027, 12, 31));
    const ImportPreview back = imported(plan, sheet);
    ASSERT_EQ(back.edits.size(), 2u);
    EXPECT_EQ(back.edits[0].field, "duration");
    EXPECT_EQ(back.edits[0].id, sheet.rows[1][column("Id")].text);
    EXPECT_EQ(back.edits[1].field, "window");
    EXPECT_EQ(back.edits[1].id, sheet.rows[5][column("Id")].text);
}

TEST(ExportTable, GivesATemplateThatCanBeFilledIn) {
    for (const base::Language language : {base::Language::en, base::Language::ar}) {
        auto sheets = exchange::read_xlsx(exchange::write_xlsx(template_workbook(language)).value()).value();
        ASSERT_EQ(sheets.size(), 2u);
        sheets[0].rows.push_back({{}, exchange::Cell::of(std::string("Visit"))});
        sheets[0].rows[1].resize(12);
        sheets[0].rows[1][11] = exchange::Cell::of(3.0);
        const ImportPreview made = imported(example(), sheets[0]);
        EXPECT_TRUE(made.doubts.empty());
        EXPECT_EQ(made.count(ImportRow::Change::added), 1u);
    }
}

}  // namespace
}  // namespace masar::app
