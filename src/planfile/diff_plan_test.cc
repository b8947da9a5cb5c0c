#include "planfile/diff_plan.h"

#include "planfile/event_reader.h"
#include "planfile/format_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <string>

namespace masar::planfile {
namespace {

using plan::Difference;
using plan::DifferenceKind;
using testing::ElementsAre;
using testing::IsEmpty;

class Files {
public:
    explicit Files(std::vector<std::string> texts) {
        for (std::string& text : texts) {
            const std::string& kept = texts_.emplace_back(std::move(text));
            ReadTree& read = read_.emplace_back(read_tree(kept, static_cast<std::uint16_t>(read_.size())));
            EXPECT_TRUE(read.complete) << kept;
            trees.push_back(&read.tree);
        }
    }
    std::vector<const NodeTree*> trees;

private:
    std::deque<std::string> texts_;
    std::deque<ReadTree> read_;
};

std::string shown(const Difference& difference) {
    const char* sign = difference.kind == DifferenceKind::added     ? "+"
                       : difference.kind == DifferenceKind::removed ? "-"
                                                                    : "~";
    std::string out = sign + difference.section + "/" + difference.id + "/" + difference.field;
    if (!difference.before.empty() || !difference.after.empty())
        out += " " + difference.before + " => " + difference.after;
    return out;
}

std::vector<std::string> diff(std::vector<std::string> before, std::vector<std::string> after) {
    const Files old_files(std::move(before)), new_files(std::move(after));
    std::vector<std::string> out;
    for (const Difference& each : differences(old_files.trees, new_files.trees)) out.push_back(shown(each));
    return out;
}

TEST(DiffPlan, OrderStyleQuotesCommentsAndFileDoNotMatter) {
    EXPECT_THAT(diff({"masar: 1\nactivities:\n  a: {name: {en: A, ar: أ}, after: [c, b], avoid: ramadan}\n  b: "
                      "{duration: 3wd}\n"},
                     {"# one side\nactivities:\n  B:\n    duration: '3wd'  # as before\n",
                      "masar: \"1\"\nactivities:\n  a:\n    avoid: [ramadan]\n    after:\n      - b\n      - c\n"
                      "    name:\n      ar: أ\n      en: A\n"}),
                IsEmpty());
}

TEST(DiffPlan, TellsWhatWasAddedRemovedAndChanged) {
    EXPECT_THAT(diff({"start: 2027-01-04\nend: 2028-01-01\nactivities:\n"
                      "  a: {duration: 15/25/45wd, needs: {planners: 4, venue: 1}, avoid: [ramadan]}\n"
                      "  gone: {duration: 1wd}\n"},
                     {"start: 2027-01-11\nas-of: 2027-02-01\nactivities:\n"
                      "  fresh: {duration: 2wd}\n"
                      "  a: {duration: 20/30/45wd, needs: {planners: 6, interp: 2}, avoid: [ramadan, eid]}\n"}),
                ElementsAre("~start// 2027-01-04 => 2027-01-11", "+as-of//  => 2027-02-01", "+activities/fresh/",
                            "~activities/a/duration 15/25/45wd => 20/30/45wd", "~activities/a/needs.planners 4 => 6",
                            "+activities/a/needs.interp  => 2", "~activities/a/avoid ramadan => [ramadan, eid]",
                            "-activities/a/needs.venue 1 => ", "-activities/gone/", "-end// 2028-01-01 => "));
}

TEST(DiffPlan, ARenamedIdIsRemovedAndAdded) {
    EXPECT_THAT(diff({"gates: {ready: {by: 2027-09-30}}\n"}, {"gates: {able: {by: 2027-09-30}}\n"}),
                ElementsAre("+gates/able/", "-gates/ready/"));
}

TEST(DiffPlan, KnowsWaiversAndRatesByWhatTheyAreAbout) {
    const std::string before =
        "rates:\n  - {from: USD, to: AED, rate: 3.6725, first-day: 2026-01-01}\n"
        "waivers:\n  - {rule: r, activity: a, role: x, reason: y, until: 2027-01-01}\n  - {rule: r, activity: b, role: "
        "x, reason: y}\n";
    const std::string after =
        "rates:\n  - {from: USD, to: AED, rate: 3.68, first-day: 2026-01-01}\n"
        "waivers:\n  - {rule: r, activity: a, role: z, reason: y, until: 2028-01-01}\n  - {rule: s, activity: b, role: "
        "x, reason: y}\n";
    EXPECT_THAT(diff({before}, {after}),
                ElementsAre("~rates/USD AED 2026-01-01/rate 3.6725 => 3.68", "~waivers/r a/role x => z",
                            "~waivers/r a/until 2027-01-01 => 2028-01-01", "+waivers/s b/", "-waivers/r b/"));
}

TEST(DiffPlan, OrderCountsWhereItSaysSomething) {
    EXPECT_THAT(diff({"aims: [end, cost]\n"}, {"aims: [cost, end]\n"}),
                ElementsAre("~aims// [end, cost] => [cost, end]"));
    EXPECT_THAT(diff({"approvals: {x: {steps: [{lead: 1ed}, {lead: 2ed}]}}\n"},
                     {"approvals: {x: {steps: [{lead: 2ed}, {lead: 1ed}]}}\n"}),
                ElementsAre("~approvals/x/steps [{lead: 1ed}, {lead: 2ed}] => [{lead: 2ed}, {lead: 1ed}]"));
}

TEST(DiffPlan, ComparesTablesAndTextsKeyByKey) {
    EXPECT_THAT(
        diff({"title: {en: One, ar: واحد}\nceilings: {uae: {2027: 1M AED}}\n"},
             {"title: {en: Two, ar: واحد}\nceilings: {uae: {2027: 2M AED, 2028: 1M AED}}\n"}),
        ElementsAre("~title//en One => Two", "~ceilings//uae.2027 1M AED => 2M AED", "+ceilings//uae.2028  => 1M AED"));
}

TEST(DiffPlan, SaysWhereInEachVersion) {
    const Files before({"activities:\n  a: {duration: 3wd}\n"}),
        after({"masar: 1\n", "activities:\n\n  b: {}\n  a: {duration: 4wd}\n"});
    const auto found = differences(before.trees, after.trees);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[1].after_place, (base::Place{3, 3, 3, 1}));  // the id of b, in the second file
    EXPECT_EQ(found[2].before_place, (base::Place{2, 17, 19, 0}));
    EXPECT_EQ(found[2].after_place, (base::Place{4, 17, 19, 1}));
}

TEST(DiffPlan, TenThousandRecordsInAnyOrder) {
    constexpr int records = 10'000;
    std::string before = "activities:\n", after = before;
    for (int i = 0; i < records; ++i) {
        const auto record = [](int id, int days) {
            return "  act-" + std::to_string(id) + ": {duration: " + std::to_string(days)
                   + "wd, needs: {planners: 4}}\n";
        };
        before += record(i, 5);
        after += record(records - 1 - i, i == 0 ? 6 : 5);
    }
    EXPECT_THAT(diff({before}, {after}), ElementsAre("~activities/act-9999/duration 5wd => 6wd"));
}

}  // namespace
}  // namespace masar::planfile
