// The shipped examples under the lints, and the first row of the mission's table.
#include "lint/plan_under_test.h"
#include "lint/record_completeness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace masar::lint {
namespace {

using testing::HasSubstr;

Linted roadmap() { return lint_files(files_of("examples/uae-us")); }

/// The example with one file's text edited.
Linted roadmap_with(std::string_view file, const std::function<void(std::string&)>& edit) {
    auto files = files_of("examples/uae-us");
    for (planfile::InputFile& each : files)
        if (each.name == file) edit(each.text);
    return lint_files(std::move(files));
}

void replace(std::string& text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
}

std::set<std::string> lints_of(const Linted& linted) {
    std::set<std::string> out;
    for (const base::Diagnostic& each : linted.found) out.insert(each.lint);
    return out;
}

TEST(Examples, HoldNothingWrong) {
    for (const auto* folder : {"examples/first", "examples/civil-exercise", "examples/uae-us"}) {
        const Linted linted = lint_files(files_of(folder));
        EXPECT_TRUE(linted.read.diagnostics.empty()) << folder;
        EXPECT_FALSE(base::has_errors(linted.found)) << folder;
    }
}

TEST(Roadmap, ShowsItsDeliberateWeaknessesAndLittleElse) {
    EXPECT_EQ(lints_of(roadmap()), (std::set<std::string>{"B03", "B05", "D01", "D03", "D05", "D06", "D08", "G06", "G08",
                                                          "L16", "L17", "T02", "T04"}));
}

TEST(Roadmap, Gov008AloneMissesItsWindowAtPessimisticDurations) {
    const Linted linted = roadmap();
    ASSERT_NE(linted.find("G08"), nullptr);
    EXPECT_EQ(linted.find("G08")->message.en, "windows missed at pessimistic durations: gov-008");
}

TEST(Roadmap, NoCorrectiveActivityCoversTheAfterActionReports) {
    const Linted linted = roadmap();
    ASSERT_NE(linted.find("L16"), nullptr);
    EXPECT_THAT(linted.find("L16")->message.en, HasSubstr("ind-gov-03"));
    EXPECT_EQ(linted.find("L16")->related[0].message.en, "ind-gov-03: 85 wanted, 70 at best");
}

TEST(Roadmap, BothDivergencesOfTheAnnouncementAreNoted) {
    std::vector<std::string> phrases;
    for (const base::Diagnostic& each : roadmap().found)
        if (each.lint == "T04") phrases.push_back(each.record);
    EXPECT_EQ(phrases, (std::vector<std::string>{"capability", "phased"}));
}

TEST(Roadmap, WithoutLineSixOnlyThePhraseCyberIsUncovered) {
    EXPECT_EQ(roadmap().find("L09"), nullptr);
    const Linted linted =
        roadmap_with("l6-cyber.yaml", [](std::string& text) { text = "# deleted\nlines-of-effort: {}\n"; });
    ASSERT_NE(linted.find("L09"), nullptr);
    EXPECT_EQ(linted.find("L09")->message.en, "phrases of the letter of intent that nothing covers: cyber");
    EXPECT_EQ(linted.find("L10"), nullptr);
}

TEST(Roadmap, APhraseWhoseActivitiesAllBecomeOptionalIsNamed) {
    const Linted linted = roadmap_with("l6-cyber.yaml", [](std::string& text) {
        for (std::size_t at = 0; (at = text.find("    line: l6\n    phase", at)) != std::string::npos; at += 30)
            text.insert(at + std::string_view("    line: l6\n").size(), "    optional: true\n");
    });
    ASSERT_NE(linted.find("L10"), nullptr);
    EXPECT_EQ(linted.find("L10")->message.en, "phrases covered only by optional activities: cyber");
}

TEST(Roadmap, AnObjectiveThatCitesNothingIsNamed) {
    const Linted linted =
        roadmap_with("l6-cyber.yaml", [](std::string& text) { replace(text, "    commitments: [cyber]\n", ""); });
    ASSERT_NE(linted.find("L08"), nullptr);
    EXPECT_THAT(linted.find("L08")->message.en, HasSubstr(": obj-7"));
    EXPECT_THAT(linted.find("L09")->message.en, HasSubstr(": cyber"));
}

TEST(Roadmap, EditingTheEnglishOfAnObjectiveMakesItsArabicStale) {
    EXPECT_EQ(roadmap().find("T01"), nullptr);
    const Linted linted = roadmap_with("l6-cyber.yaml", [](std::string& text) {
        replace(text, "reach the agreed cybersecurity profile", "keep the agreed cybersecurity profile");
    });
    ASSERT_NE(linted.find("T01"), nullptr);
    EXPECT_THAT(linted.find("T01")->message.en, HasSubstr(": obj-7"));
    EXPECT_THAT(linted.find("T01")->related[0].message.en, HasSubstr("Arabic is stale"));
}

TEST(Roadmap, CompletenessEqualsAHandCount) {
    // 117 activities x 9 fields; 94 lack done-when (23 of the source state one) and nothing else is missing: 959 of 1053.
    const Linted linted = roadmap();
    const auto sides = completeness_of(linted.read.plan);
    ASSERT_EQ(sides.size(), 2U);
    EXPECT_EQ(sides[0].required + sides[1].required, 1053U);
    EXPECT_EQ(sides[0].filled + sides[1].filled, 959U);
}

TEST(Roadmap, ALintIsOneDiagnosticHoweverManyOffend) {
    const Linted linted = roadmap();
    std::multiset<std::string> lints;
    for (const base::Diagnostic& each : linted.found) lints.insert(each.lint);
    for (const std::string& lint : lints_of(linted)) EXPECT_TRUE(lint == "T04" || lints.count(lint) == 1) << lint;
    EXPECT_THAT(linted.find("D05")->message.en, HasSubstr("117 of 117 (100%)"));
    EXPECT_THAT(linted.find("D05")->message.en, HasSubstr("and 107 more"));
}

}  // namespace
}  // namespace masar::lint
