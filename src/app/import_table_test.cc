#include "app/import_table.h"

#include "app/import_file.h"
#include "exchange/csv.h"
#include "planfile/read_plan.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace masar::app {
namespace {

using planfile::InputFile;
using testing::ElementsAre;
using testing::HasSubstr;

std::string file_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<InputFile> example() {
    std::vector<std::filesystem::path> paths;
    for (const auto& each : std::filesystem::directory_iterator("examples/uae-us"))
        if (each.path().extension() == ".yaml") paths.push_back(each.path());
    std::ranges::sort(paths);
    std::vector<InputFile> files;
    for (const auto& each : paths) files.push_back({each.filename().string(), file_text(each), ""});
    return files;
}

constexpr std::string_view small_plan = R"(masar: 1
title: {en: Plan, ar: خطة}
start: 2027-01-04
sides:
  uae: {calendar: c, fiscal-year: january, currency: AED}
  usa: {calendar: c, fiscal-year: october, currency: USD}
calendars:
  c: {works: [mon, tue, wed, thu, fri]}
places:
  texas: {name: {en: Texas, ar: تكساس}}
resources:
  instr: {name: {en: Instructors, ar: المدربون}, owner: usa, capacity: 9}
funds:
  us-spp: {owner: usa}
activities:
  course:  # the one of last year
    name: {en: Course, ar: دورة}
    duration: 10wd
    window: 2027-03-01..2027-03-12
    needs: {instr: 4}
)";
std::vector<InputFile> small() { return {{"plan.yaml", std::string(small_plan), ""}}; }

ImportPreview preview(const std::vector<InputFile>& plan, std::string_view csv, const ImportChoices& choices = {}) {
    auto made = preview_import(plan, {exchange::read_csv(csv).value()}, choices);
    EXPECT_TRUE(made) << made.error().message.en;
    return made ? *std::move(made) : ImportPreview{};
}

std::string texts(const std::vector<InputFile>& files) {
    std::string all;
    for (const InputFile& each : files) all += each.text;
    return all;
}
std::vector<InputFile> taken_in(const std::vector<InputFile>& plan, const ImportPreview& preview) {
    return planfile::edit_plan(plan, preview.edits).value();
}

TEST(ImportTable, AddsChangesAndLeavesAlone) {
    constexpr std::string_view csv =
        "Name,Start,Finish,Duration,Place,Cost,Fund,Needs\n"
        "Course,2027-03-01,2027-03-12,12,,,,Instructors: 4\n"
        "تمرين,1 April 2027,,5,Texas,USD 20k,us-spp,المدربون 2\n";
    const ImportPreview first = preview(small(), csv);
    EXPECT_TRUE(first.doubts.empty());
    ASSERT_EQ(first.rows.size(), 2u);
    EXPECT_THAT(first.rows[0].changed_fields, ElementsAre("duration"));
    EXPECT_EQ(first.rows[1].change, ImportRow::Change::added);

    const std::vector<InputFile> after = taken_in(small(), first);
    const planfile::ReadResult read = planfile::read_plan(after);
    EXPECT_FALSE(base::has_errors(read.diagnostics));
    EXPECT_EQ(read.plan.activities.at(0).modes[0].duration.value.working_days[1], 12);
    const plan::Activity& exercise = read.plan.activities.at(1);
    EXPECT_EQ(exercise.name.ar, "تمرين");
    EXPECT_EQ(exercise.window.first, calendar::date_of(2027, 4, 1));
    EXPECT_EQ(exercise.modes[0].needs.at(0).units.value, 2);
    EXPECT_EQ(exercise.modes[0].cost->amount[1].minor, 2'000'000);
    EXPECT_THAT(after[0].text, HasSubstr("# the one of last year"));

    const ImportPreview again = preview(after, csv);
    EXPECT_EQ(again.count(ImportRow::Change::unchanged), 2u) << "the same table changes nothing twice";
    EXPECT_TRUE(again.edits.empty());
    EXPECT_EQ(texts(taken_in(after, again)), texts(after));
}

TEST(ImportTable, AsksOnceAboutCellsThatSayTheSame) {
    constexpr std::string_view csv = "Name,Start,Duration,Place\nA,03/04/2027,5,Dallas\nB,2027-05-03,5,Dallas\n";
    const ImportPreview asked = preview(small(), csv);
    ASSERT_EQ(asked.doubts.size(), 2u);
    EXPECT_THAT(asked.doubts[0].cells, ElementsAre("B2"));
    EXPECT_THAT(asked.doubts[0].fault.choices, ElementsAre("2027-04-03", "2027-03-04"));
    EXPECT_THAT(asked.doubts[1].cells, ElementsAre("D2", "D3"));
    EXPECT_THAT(asked.doubts[1].fault.choices, ElementsAre("texas", "+Dallas"));

    ImportChoices answers;
    answers.answers = {{"B2", "2027-04-03"}, {"D2", "+Dallas"}};
    const ImportPreview answered = preview(small(), csv, answers);
    EXPECT_TRUE(answered.doubts.empty());
    const planfile::ReadResult read = planfile::read_plan(taken_in(small(), answered));
    EXPECT_FALSE(base::has_errors(read.diagnostics));
    ASSERT_EQ(read.plan.venues.size(), 2u) << "one new place for both rows";
    EXPECT_EQ(read.plan.venues[1].name.en, "Dallas");
    EXPECT_EQ(read.plan.activities.at(2).modes[0].venue.value.at(), 1u);
}

TEST(ImportTable, RefusesPersonalDataAndMarkings) {
    const ImportPreview made = preview(small(), "Name,Duration,Passport No\nA,5,X123\n(S) B,5,\n");
    ASSERT_EQ(made.doubts.size(), 2u);
    EXPECT_THAT(made.doubts[0].cells, ElementsAre("C1"));
    EXPECT_TRUE(made.columns[2].samples.empty()) << "not even shown";
    EXPECT_THAT(made.doubts[1].cells, ElementsAre("A3"));
    EXPECT_EQ(made.doubts[1].value, "") << "the text is not repeated";
    ImportChoices without;
    without.columns = {{"Passport No", ""}};
    EXPECT_EQ(preview(small(), "Name,Duration,Passport No\nA,5,X123\n", without).doubts.size(), 0u);
}

TEST(ImportTable, CountsTheDaysOfAnEventWithoutDuration) {
    const ImportPreview made = preview(small(), "Name,Start,Finish\nVisit,2027-04-01,2027-04-06\n");
    const planfile::ReadResult read = planfile::read_plan(taken_in(small(), made));
    EXPECT_EQ(read.plan.activities.at(1).modes[0].duration.value.working_days[1], 4)
        << "Thursday, Friday, Monday, Tuesday";
}

TEST(ImportTable, SaysWhenNothingCanBeRecognised) {
    const auto made = preview_import(small(), {exchange::read_csv("colour,taste\nred,sweet\n").value()}, {});
    ASSERT_FALSE(made);
    EXPECT_FALSE(made.error().hint.ar.empty());
}

/// tests/data/import/make_events.py says which faults there are.
TEST(ImportTable, NamesTheSevenFaultsOfTheWorkbookByTheirCells) {
    const auto sheets = read_tables(file_text("tests/data/import/events.xlsx")).value();
    const auto made = preview_import(example(), sheets, {});
    ASSERT_TRUE(made) << made.error().message.en;
    std::map<std::string, std::string> said;
    for (const ImportDoubt& each : made->doubts)
        for (const std::string& cell : each.cells) said[cell] = each.fault.fault.en;
    std::vector<std::string> cells;
    for (const auto& [cell, fault] : said) cells.push_back(cell);
    EXPECT_THAT(cells, ElementsAre("A45", "E14", "E9", "F38", "G25", "H20", "I31"));
    EXPECT_THAT(said["G25"], HasSubstr("hours"));
    EXPECT_THAT(said["A45"], HasSubstr("row 12"));
    EXPECT_EQ(made->rows.size(), 53u) << "the other rows are fine";
}

TEST(ImportTable, MakesACheckedPlanOfTheWorkbookOnceItIsAnswered) {
    const std::vector<InputFile> plan = example();
    const auto sheets = read_tables(file_text("tests/data/import/events.xlsx")).value();
    ImportChoices choices;
    choices.answers = {{"E9", "2028-03-04"}, {"E14", "2028-02-29"}, {"H20", "us-tx"},          {"G25", "1"},
                       {"I31", "85000 USD"}, {"F38", "2028-11-30"}, {"A45", "Staff course 99"}};
    const auto made = preview_import(plan, sheets, choices);
    ASSERT_TRUE(made);
    for (const ImportDoubt& each : made->doubts) ADD_FAILURE() << each.cells.front() << " " << each.fault.fault.en;
    EXPECT_EQ(made->count(ImportRow::Change::added), 60u);
    const std::vector<InputFile> after = taken_in(plan, *made);
    const planfile::ReadResult read = planfile::read_plan(after);
    EXPECT_FALSE(base::has_errors(read.diagnostics));
    EXPECT_EQ(read.plan.activities.size(), planfile::read_plan(plan).plan.activities.size() + 60);
    const auto again = preview_import(after, sheets, choices);
    EXPECT_EQ(again->count(ImportRow::Change::unchanged), 60u);
}

}  // namespace
}  // namespace masar::app
