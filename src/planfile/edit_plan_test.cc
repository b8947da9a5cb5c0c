#include "planfile/edit_plan.h"

#include "planfile/record_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace masar::planfile {
namespace {

using testing::HasSubstr;

WrittenValue entry(std::string key, WrittenValue value) {
    value.key = std::move(key);
    return value;
}
WrittenValue text(std::string words) { return written_text(std::move(words)); }
WrittenValue map(std::vector<WrittenValue> entries) { return {{}, NodeKind::map, {}, std::move(entries)}; }
WrittenValue list(std::vector<std::string> items) {
    WrittenValue value{{}, NodeKind::list, {}, {}};
    for (std::string& each : items) value.entries.push_back(text(std::move(each)));
    return value;
}

PlanEdit set(std::string id, std::string field, WrittenValue value) {
    return {EditKind::set, "activities", std::move(id), std::move(field), std::move(value), {}, {}, {}};
}
PlanEdit unset(std::string id, std::string field) {
    return {EditKind::unset, "activities", std::move(id), std::move(field), {}, {}, {}, {}};
}
PlanEdit add(std::string id, WrittenValue value) {
    return {EditKind::add, "activities", std::move(id), {}, std::move(value), {}, {}, {}};
}
PlanEdit remove(std::string section, std::string id) {
    return {EditKind::remove, std::move(section), std::move(id), {}, {}, {}, {}, {}};
}
PlanEdit rename(std::string section, std::string id, std::string to) {
    return {EditKind::rename, std::move(section), std::move(id), {}, {}, std::move(to), {}, {}};
}
PlanEdit of_plan(std::string field, WrittenValue value) {
    return {EditKind::set, "plan", {}, std::move(field), std::move(value), {}, {}, {}};
}

/// The text of a plan in one file after the edits; the English sentence when they cannot be made.
std::string edited(const std::string& text, const std::vector<PlanEdit>& edits) {
    const EditedFiles files = edit_plan({{"plan.yaml", text, {}}}, edits);
    return files ? files->front().text : files.error().error.message.en;
}

const std::string flow_record = "activities:\n  a: {name: A, duration: 3wd, after: [b, c]}  # first\n  b: {name: B}\n";

TEST(EditPlan, ReplacesAValueInPlace) {
    EXPECT_EQ(edited(flow_record, {set("a", "duration", text("4wd"))}),
              "activities:\n  a: {name: A, duration: 4wd, after: [b, c]}  # first\n  b: {name: B}\n");
    EXPECT_EQ(edited("activities:\n  a:\n    name: \"A\"   # why\n    duration:   3wd\n",
                     {set("a", "name", text("A: b")), set("a", "duration", text("5wd"))}),
              "activities:\n  a:\n    name: \"A: b\"   # why\n    duration:   5wd\n");
}

TEST(EditPlan, QuotesWhatNeedsIt) {
    EXPECT_EQ(edited("activities:\n  a: {name: A}\n", {set("a", "name", text("- a, b"))}),
              "activities:\n  a: {name: '- a, b'}\n");
    EXPECT_EQ(edited("activities:\n  a:\n    notes: x\n", {set("a", "notes", text("two\nlines"))}),
              "activities:\n  a:\n    notes: \"two\\nlines\"\n");
    EXPECT_EQ(edited("activities:\n  a:\n    notes: 'it''s'\n", {set("a", "notes", text("isn't"))}),
              "activities:\n  a:\n    notes: 'isn''t'\n");
}

TEST(EditPlan, PutsANewFieldWhereTheSchemaHasIt) {
    EXPECT_EQ(edited("activities:\n  a:\n    name: A\n    # about the links\n    after: b  # link\n  b: {after: c}\n",
                     {set("a", "duration", text("3wd")), set("b", "duration", text("1wd"))}),
              "activities:\n  a:\n    name: A\n    duration: 3wd\n    # about the links\n    after: b  # link\n"
              "  b: {duration: 1wd, after: c}\n");
    // Before the first one, behind the last one, at a file's end without a line end.
    EXPECT_EQ(
        edited("activities:\n  a:\n    duration: 3wd", {set("a", "name", text("A")), set("a", "after", text("b"))}),
        "activities:\n  a:\n    name: A\n    duration: 3wd\n    after: b");
}

TEST(EditPlan, SetsAPartOfAField) {
    EXPECT_EQ(
        edited("activities:\n  a: {needs: {x: 1}}\n", {set("a", "needs.y", text("2")), set("a", "needs.x", text("3"))}),
        "activities:\n  a: {needs: {x: 3, y: 2}}\n");
    EXPECT_EQ(edited("activities:\n  a: {duration: 1wd}\n", {set("a", "needs.y", text("2"))}),
              "activities:\n  a: {duration: 1wd, needs: {y: 2}}\n");
    EXPECT_EQ(edited("resources:\n  r:\n    capacity: 4\n    reductions: {2027-07-01..2027-08-31: 2}\n",
                     {{EditKind::set, "resources", "r", "reductions.2027-07-01..2027-08-31", text("3"), {}, {}, {}}}),
              "resources:\n  r:\n    capacity: 4\n    reductions: {2027-07-01..2027-08-31: 3}\n");
}

TEST(EditPlan, AddsTheOtherLanguageToAPlainText) {
    EXPECT_EQ(edited("activities:\n  a: {name: Charter}\n", {set("a", "name.ar", text("الميثاق"))}),
              "activities:\n  a: {name: {en: Charter, ar: الميثاق}}\n");
    EXPECT_EQ(edited("activities:\n  a: {name: الميثاق}\n", {set("a", "name.en", text("Charter"))}),
              "activities:\n  a: {name: {en: Charter, ar: الميثاق}}\n");
}

TEST(EditPlan, ChangesListsItemByItem) {
    EXPECT_EQ(edited(flow_record, {set("a", "after", list({"b", "d", "c"}))}),
              "activities:\n  a: {name: A, duration: 3wd, after: [b, d, c]}  # first\n  b: {name: B}\n");
    EXPECT_EQ(edited("activities:\n  a:\n    after:\n      - b  # why b\n      # about c\n      - c\n      - d\n",
                     {set("a", "after", list({"b", "e", "d"}))}),
              "activities:\n  a:\n    after:\n      - b  # why b\n      # about c\n      - e\n      - d\n");
    EXPECT_EQ(edited("activities:\n  a:\n    after:\n    - b  # why b\n    - c\n", {set("a", "after", list({"c"}))}),
              "activities:\n  a:\n    after:\n    - c\n");
    EXPECT_EQ(edited("activities:\n  a: {avoid: ramadan}\n", {set("a", "avoid", list({"ramadan"}))}),
              "activities:\n  a: {avoid: ramadan}\n");
    EXPECT_EQ(edited("activities:\n  a: {avoid: ramadan}\n", {set("a", "avoid", list({"ramadan", "eid"}))}),
              "activities:\n  a: {avoid: [ramadan, eid]}\n");
}

TEST(EditPlan, ReplacesABlockByAValueAndKeepsTheCommentsInIt) {
    EXPECT_EQ(edited("activities:\n  a:\n    after:  # links\n      # inner\n      - b  # why b\n    avoid: x\n",
                     {set("a", "after", text("c"))}),
              "activities:\n  a:\n    after: c  # links\n    # inner\n    # why b\n    avoid: x\n");
}

TEST(EditPlan, ValuesThatDoNotFitBecomeLines) {
    std::vector<std::string> many;
    std::string lines;
    for (int i = 0; i < 20; ++i) {
        many.push_back("activity-" + std::to_string(i));
        lines += "      - " + many.back() + "\n";
    }
    EXPECT_EQ(edited("activities:\n  a:\n    after: b  # why\n    avoid: x\n", {set("a", "after", list(many))}),
              "activities:\n  a:\n    after:  # why\n" + lines + "    avoid: x\n");
}

TEST(EditPlan, UnsetsAFieldAndTheMapItWasAloneIn) {
    EXPECT_EQ(edited(flow_record, {unset("a", "duration")}),
              "activities:\n  a: {name: A, after: [b, c]}  # first\n  b: {name: B}\n");
    EXPECT_EQ(edited(flow_record, {unset("a", "name"), unset("a", "after")}),
              "activities:\n  a: {duration: 3wd}  # first\n  b: {name: B}\n");
    EXPECT_EQ(edited("activities:\n  a:\n    name: A\n    needs:\n      x: 1\n  b: {}\n", {unset("a", "needs.x")}),
              "activities:\n  a:\n    name: A\n  b: {}\n");
    EXPECT_EQ(edited("activities:\n  a:\n    name: A\n  b: {}\n", {unset("a", "name")}),
              "activities:\n  a: {}\n  b: {}\n");
    EXPECT_EQ(edited("activities:\n  a: {name: A}\n", {unset("a", "cost")}), "activities:\n  a: {name: A}\n");
}

TEST(EditPlan, KeepsCommentsBetweenBracketsWhenANeighbourGoes) {
    EXPECT_EQ(edited("activities:\n  a: {name: A,  # one, two\n      duration: 3wd,\n      # three\n      after: b}\n",
                     {unset("a", "duration")}),
              "activities:\n  a: {name: A,  # one, two\n       \n      # three\n      after: b}\n");
}

TEST(EditPlan, AddsARecordLikeTheOthers) {
    EXPECT_EQ(edited("activities:\n  a:\n    name: A\n\n  b:\n    name: B\n    # end of b\n\ngates: {}\n",
                     {add("c", map({entry("duration", text("1wd")),
                                    entry("name", map({entry("ar", text("ج")), entry("en", text("C"))}))}))}),
              "activities:\n  a:\n    name: A\n\n  b:\n    name: B\n    # end of b\n\n  c:\n    name: {en: C, ar: ج}\n"
              "    duration: 1wd\n\ngates: {}\n");
    EXPECT_EQ(edited(flow_record, {add("c", map({entry("name", text("C"))})), add("d", map({}))}),
              flow_record + "  c: {name: C}\n  d: {}\n");
}

TEST(EditPlan, EditsOfOneRecordFollowEachOther) {
    EXPECT_EQ(edited(flow_record, {add("c", map({entry("name", text("C"))})), set("c", "duration", text("1wd")),
                                   set("b", "duration", text("2wd")), remove("activities", "a"), unset("c", "name"),
                                   set("b", "duration", text("3wd"))}),
              "activities:\n  b: {name: B, duration: 3wd}\n  c: {duration: 1wd}\n");
}

TEST(EditPlan, AddsAHeadingWhereTheSchemaHasIt) {
    EXPECT_EQ(
        edited("masar: 1\n\nactivities:\n  a: {}\n\nlessons:\n  l: {}\n",
               {{EditKind::add, "choices", "one", {}, map({entry("of", list({"a", "b"}))}), {}, {}, {}},
                {EditKind::add, "choices", "two", {}, map({entry("at-most", text("1"))}), {}, {}, {}}}),
        "masar: 1\n\nactivities:\n  a: {}\n\nchoices:\n  one:\n    of: [a, b]\n  two:\n    at-most: 1\n\nlessons:\n"
        "  l: {}\n");
}

TEST(EditPlan, TheLastRecordTakesItsHeadingAlong) {
    EXPECT_EQ(edited("masar: 1\nactivities:\n  a: {}\n  b: {}\ngates:\n  g: {}\n",
                     {remove("activities", "a"), remove("gates", "g"), remove("activities", "b")}),
              "masar: 1\n");
}

TEST(EditPlan, RemovesARecordWithOneOfTheEmptyLinesAroundIt) {
    EXPECT_EQ(edited("activities:\n  a: {}\n\n  # about b\n  b: {}  # gone\n\n  c: {}\n", {remove("activities", "b")}),
              "activities:\n  a: {}\n\n  # about b\n\n  c: {}\n");
    EXPECT_EQ(edited("activities:\n  a: {}\n\n  b: {}\n\n  c: {}\n", {remove("activities", "b")}),
              "activities:\n  a: {}\n\n  c: {}\n");
    EXPECT_EQ(
        edited("activities:\n  a: {}\n\n  b: {}\n\n  c: {}\n", {remove("activities", "b"), remove("activities", "c")}),
        "activities:\n  a: {}\n");
}

TEST(EditPlan, RenamesARecordWhereverItIsNamed) {
    EXPECT_EQ(
        edited("gates: {g: {requires: [GOV-1, gov-10]}}\n"
               "waivers:\n  - {rule: r, activity: gov-1}\n"
               "correlations:\n  - {matrix: {gov-1: {gov-10: 0.5}, x: {gov-1: 1}}}\n"
               "activities:\n"
               "  gov-1: {name: gov-1 is a word here}\n"
               "  gov-10: {after: gov-1 SS + 3wd max 10wd on gov-1, payments: [{part: 50%, at: start of gov-1}]}\n"
               "choices:\n  c: {of: gov-1, when: \"gov-1\"}\n"
               "lessons:\n  l: {changed: [gov-1]}\n",
               {rename("activities", "gov-1", "gov-001")}),
        "gates: {g: {requires: [gov-001, gov-10]}}\n"
        "waivers:\n  - {rule: r, activity: gov-001}\n"
        "correlations:\n  - {matrix: {gov-001: {gov-10: 0.5}, x: {gov-001: 1}}}\n"
        "activities:\n"
        "  gov-001: {name: gov-1 is a word here}\n"
        "  gov-10: {after: gov-001 SS + 3wd max 10wd on gov-1, payments: [{part: 50%, at: start of gov-001}]}\n"
        "choices:\n  c: {of: gov-001, when: \"gov-001\"}\n"
        "lessons:\n  l: {changed: [gov-001]}\n");
    EXPECT_EQ(edited("activities:\n  a: {cost: {f: 1k USD}, shares: {f: 100%}}\nfunds:\n  f: {}\n",
                     {rename("funds", "f", "g")}),
              "activities:\n  a: {cost: {g: 1k USD}, shares: {g: 100%}}\nfunds:\n  g: {}\n");
}

TEST(EditPlan, ARenamedSideTakesItsFolderAlong) {
    const auto files = edit_plan({{"plan.yaml", "sides: {uae: {}, usa: {}}\nceilings: {uae: {2027: 1 AED}}\n", {}},
                                  {"sides/uae/money.yaml", "funds: {f: {owner: uae}}\n", "uae"}},
                                 {rename("sides", "uae", "ae")});
    ASSERT_TRUE(files);
    EXPECT_EQ(files->at(0).text, "sides: {ae: {}, usa: {}}\nceilings: {ae: {2027: 1 AED}}\n");
    EXPECT_EQ(files->at(1).name, "sides/ae/money.yaml");
    EXPECT_EQ(files->at(1).side, "ae");
    EXPECT_EQ(files->at(1).text, "funds: {f: {owner: ae}}\n");
}

TEST(EditPlan, WritesFieldsOfTheWholePlan) {
    EXPECT_EQ(edited("masar: 1\nstart: 2027-01-04  # first\nactivities: {}\n",
                     {of_plan("as-of", text("2027-03-01")), of_plan("start", text("2027-01-11"))}),
              "masar: 1\nstart: 2027-01-11  # first\nas-of: 2027-03-01\nactivities: {}\n");
    EXPECT_EQ(edited("masar: 1\nas-of: 2027-03-01\n", {{EditKind::unset, "plan", {}, "as-of", {}, {}, {}, {}}}),
              "masar: 1\n");
    EXPECT_EQ(edited("masar: 1\nceilings: {usa: {FY2027: 1k USD}}\n",
                     {of_plan("ceilings.usa.FY2028", text("2k USD")), of_plan("ceilings.uae.2027", text("3k AED"))}),
              "masar: 1\nceilings: {usa: {FY2027: 1k USD, FY2028: 2k USD}, uae: {2027: 3k AED}}\n");
}

TEST(EditPlan, RecordsWithoutIdsAreKnownByWhatTheyAreAbout) {
    const std::string waivers = "waivers:\n  - {rule: r, activity: a}  # one\n  - rule: r\n    activity: b\n";
    EXPECT_EQ(edited(waivers, {{EditKind::set, "waivers", "r b", "role", text("x"), {}, {}, {}}}),
              waivers + "    role: x\n");
    EXPECT_EQ(edited(waivers, {remove("waivers", "r a")}), "waivers:\n  - rule: r\n    activity: b\n");
    const WrittenValue third = map({entry("activity", text("c")), entry("rule", text("r"))});
    EXPECT_EQ(edited(waivers, {{EditKind::add, "waivers", {}, {}, third, {}, {}, {}}}),
              waivers + "  - {rule: r, activity: c}\n");
    EXPECT_EQ(edited("waivers: {rule: r, activity: a}\n", {{EditKind::add, "waivers", {}, {}, third, {}, {}, {}}}),
              "waivers: [{rule: r, activity: a}, {rule: r, activity: c}]\n");
    EXPECT_EQ(edited("masar: 1\n", {{EditKind::add, "waivers", {}, {}, third, {}, {}, {}}}),
              "masar: 1\nwaivers:\n  - {rule: r, activity: c}\n");
}

TEST(EditPlan, ANewRecordStandsWithItsSiblings) {
    const std::vector<InputFile> files{{"plan.yaml", "masar: 1\nsides: {uae: {}}\n", {}},
                                       {"l1.yaml", "activities:\n  gov-001: {line: l1}\n  gov-002: {line: l1}\n", {}},
                                       {"l2.yaml", "activities:\n  rdy-001: {line: l2}\n", {}}};
    const auto file_with = [&](const PlanEdit& edit) {
        const auto after = edit_plan(files, {edit});
        if (!after) return after.error().error.message.en;
        for (std::size_t i = 0; i < after->size(); ++i)
            if (i >= files.size() || (*after)[i].text != files[i].text) return (*after)[i].name;
        return std::string("none");
    };
    EXPECT_EQ(file_with(add("x", map({entry("line", text("l2"))}))), "l2.yaml");
    EXPECT_EQ(file_with(add("rdy-9", map({}))), "l2.yaml");
    EXPECT_EQ(file_with(add("other", map({}))), "l1.yaml");
    PlanEdit of_side = add("own", map({}));
    of_side.side = "uae";
    EXPECT_EQ(file_with(of_side), "sides/uae/plan.yaml");
    PlanEdit named = add("own", map({}));
    named.file = "plan.yaml";
    EXPECT_EQ(file_with(named), "plan.yaml");
}

TEST(EditPlan, SaysWhatCannotBeEdited) {
    const auto fault = [](const std::string& text, const std::vector<PlanEdit>& edits) {
        const EditedFiles files = edit_plan({{"plan.yaml", text, {}}}, edits);
        return files ? "made" : std::to_string(files.error().edit) + ": " + files.error().error.message.en;
    };
    EXPECT_EQ(fault(flow_record, {set("b", "name", text("x")), set("z", "name", text("x"))}),
              "1: there is no activity 'z'");
    EXPECT_EQ(fault(flow_record, {add("A", map({}))}), "0: there is activity 'A' already");
    EXPECT_EQ(fault(flow_record, {rename("activities", "a", "b")}), "0: there is activity 'b' already");
    EXPECT_EQ(fault(flow_record, {set("a", "duration.x", text("1"))}), "0: 'duration' has no parts");
    EXPECT_EQ(fault(flow_record, {of_plan("colour", text("red"))}), "0: a plan has no 'colour'");
    EXPECT_EQ(fault("activities: {a: {\n", {set("a", "name", text("x"))}), "0: plan.yaml cannot be read to its end");
    // All or none.
    EXPECT_THAT(edited(flow_record, {set("a", "name", text("X")), remove("activities", "z")}),
                HasSubstr("no activity"));
}

TEST(EditPlan, ManyEditsTakeFewReadings) {
    std::string text = "activities:\n";
    std::vector<PlanEdit> edits;
    for (int i = 0; i < 2000; ++i) {
        const std::string id = "a-" + std::to_string(i);
        text += "  " + id + ": {duration: 1wd}\n";
        edits.push_back(set(id, "duration", written_text("2wd")));
        edits.push_back(add("n-" + std::to_string(i), map({entry("name", written_text("N"))})));
    }
    const std::string after = edited(text, edits);
    EXPECT_THAT(after, HasSubstr("  a-1999: {duration: 2wd}\n  n-0: {name: N}\n"));
    EXPECT_THAT(after, testing::EndsWith("  n-1999: {name: N}\n"));
}

TEST(RecordText, IsTheFieldsAsTheyAreWritten) {
    const PlanText plan(
        {{"plan.yaml", "activities:\n  A: {name: {en: 'A b', ar: أ}, after: [b, \"c + 2wd\"], avoid: x}\n", {}},
         {"sides/usa/x.yaml", "activities: {own: {duration: 1wd}}\n", "usa"}});
    const auto record = record_text(plan, "activities", "a");
    ASSERT_TRUE(record);
    EXPECT_EQ(record->id, "A");
    EXPECT_EQ(record->file, "plan.yaml");
    EXPECT_EQ(record->fields.find("name")->find("en")->text, "A b");
    EXPECT_EQ(record->fields.find("after")->entries.at(1).text, "c + 2wd");
    const auto all = record_texts(plan, "activities");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[1].id, "own");
    EXPECT_EQ(all[1].side, "usa");
    EXPECT_EQ(all[1].place.file, 1);
}

}  // namespace
}  // namespace masar::planfile
