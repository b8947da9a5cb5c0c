#include "planfile/released_text.h"

#include "base/random_stream.h"
#include "plan/every_record.h"
#include "plan/readers.h"
#include "planfile/event_reader.h"
#include "planfile/example_files_test.h"
#include "planfile/format_plan.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <regex>

namespace masar::planfile {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string frame = R"(masar: 1
title: {en: Two sides, ar: جانبان}
start: 2027-01-04
sides:
  uae: {name: {en: UAE, ar: الإمارات}, fiscal-year: january, currency: AED}
  usa: {name: {en: US, ar: الولايات المتحدة}, fiscal-year: october, currency: USD}
)";

constexpr plan::SideIndex uae{0}, usa{1};

using Files = std::vector<InputFile>;

/// What a side is given of these files, all in one text with a line of names between them.
std::string released(const Files& files, plan::SideIndex reader) {
    const ReadResult read = read_plan(files);
    for (const auto& each : read.diagnostics)
        EXPECT_NE(each.severity, base::Severity::error) << each.message.en << " at " << each.place.line;
    const Files copy = released_text(read.plan, reader);
    std::string text;
    for (const InputFile& each : copy) text += "== " + each.name + "\n" + each.text;
    const ReadResult again = read_plan(copy);
    for (const auto& each : again.diagnostics)
        EXPECT_NE(each.severity, base::Severity::error) << each.message.en << "\n" << text;
    return text;
}

std::string shared(const std::string& text, plan::SideIndex reader = usa) {
    return released({{"plan.yaml", frame + text, {}}}, reader).substr(std::string("== plan.yaml\n").size());
}

TEST(ReleasedText, IsTheWholeTextWhereEverythingIsReleased) {
    const std::string text = R"(activities:
  # why
  a: {duration: 5wd, notes: open}  # beside
)";
    EXPECT_EQ(shared(text), frame + text);
}

TEST(ReleasedText, LeavesOutAnotherSidesFolderButForWhatItReleases) {
    const Files files{{"plan.yaml", frame, {}},
                      {"sides/uae/risks.yaml", R"(# our own view
risks:
  secret: {name: {en: Nobody must know, ar: لا أحد يعلم}, severity: critical}
  # told
  told: {name: {en: Told, ar: معلن}, severity: moderate, release: [usa]}
)",
                       "uae"},
                      {"sides/uae/money.yaml", "ceilings:\n  uae: {2027: 7M AED}\n", "uae"},
                      {"sides/usa/notes.yaml", "risks:\n  ours: {severity: moderate}   # kept as it stands\n", "usa"}};
    EXPECT_EQ(released(files, usa), "== plan.yaml\n" + frame + R"(== sides/uae/risks.yaml
risks:
  told: {name: {en: Told, ar: معلن}, severity: moderate, release: [usa]}
== sides/usa/notes.yaml
risks:
  ours: {severity: moderate}   # kept as it stands
)");
    EXPECT_THAT(released(files, uae), HasSubstr("# our own view"));
}

TEST(ReleasedText, NamesAFieldThatIsNotReleasedWhetherOrNotItIsThere) {
    const std::string with = shared(R"(activities:
  a:
    duration: 5wd
    notes: ours alone  # and why
    release-fields: {notes: uae, place: [uae, usa]}
)");
    EXPECT_EQ(with, frame + R"(activities:
  a:
    duration: 5wd
    release-fields: {place: [uae, usa]}
    withheld: [notes]
)");
    const std::string without = shared(R"(activities:
  a:
    duration: 5wd
    release-fields: {notes: uae, place: [uae, usa]}
)");
    EXPECT_EQ(with, without);
}

TEST(ReleasedText, LeavesOutReferencesToWhatIsLeftOut) {
    const std::string text = shared(R"(rates:
  - {from: USD, to: AED, rate: 3.6725}
resources:
  open: {capacity: 2}
  cell: {capacity: 2, release: [uae]}
funds:
  open-fund: {owner: usa, release: [uae, usa]}
  own-fund: {owner: uae}
activities:
  a: {duration: 5wd}
  hidden: {duration: 5wd, release: [uae]}
  secret: {duration: 5wd, release: [uae]}
  b:
    duration: 5wd
    after: [a, hidden SS + 2wd]
    needs: {open: 1, cell: 2}
    cost: 10k USD
    shares: {open-fund: 40%, own-fund: 60%}
  c: {duration: 5wd, after: hidden}
gates:
  g: {by: 2027-12-31, requires: [hidden, b]}
choices:
  one: {exactly: 1, of: [hidden, c]}
waivers: []
correlations:
  - {of: [a, b, hidden], coefficient: 0.5}
  - {of: [c, secret], coefficient: 0.5}
)");
    EXPECT_EQ(text, frame + R"(rates:
  - {from: USD, to: AED, rate: 3.6725}
gates:
  g: {by: 2027-12-31, requires: [b], withheld: [requires]}
resources:
  open: {capacity: 2}
funds:
  open-fund: {owner: usa, release: [uae, usa]}
correlations:
  - {of: [a, b], coefficient: 0.5}
activities:
  a: {duration: 5wd}
  b:
    duration: 5wd
    after: [a]
    needs: {open: 1}
    cost: 10k USD
    withheld: [after, needs, shares]
  c: {duration: 5wd, withheld: [after]}
)");
}

TEST(ReleasedText, LeavesOutWhatCannotStandWithoutWhatIsLeftOut) {
    const std::string text = shared(R"(objectives:
  hidden: {release: [uae]}
outcomes:
  o: {objective: hidden}
outputs:
  p: {outcome: o}
gates:
  g: {by: 2027-12-31, release-fields: {by: uae}}
activities:
  a: {duration: 5wd, produces: [p]}
)");
    EXPECT_EQ(text, frame + "activities:\n  a: {duration: 5wd, withheld: [produces]}\n");
}

// What a mitigation costs, from which fund and when: nothing of it without the rest.
TEST(ReleasedText, LeavesOutTheCostOfAMitigationWithItsFund) {
    const std::string text = shared(R"(funds: {own: {owner: uae}}
risks:
  storm: {probability: 50%, days: 5wd, touches: a, mitigation: {probability: 10%, costs: 20k AED, fund: own, on: 2027-02-01}}
activities: {a: {duration: 5wd}}
)");
    EXPECT_THAT(text, HasSubstr("mitigation: {probability: 10%}"));
    EXPECT_THAT(text, HasSubstr("withheld: [mitigation]"));
    for (const char* each : {"20k", "costs", "own", "2027-02-01"}) EXPECT_THAT(text, Not(HasSubstr(each)));
}

TEST(ReleasedText, LeavesOutPeriodsTogetherWithTheSayingOfIt) {
    EXPECT_EQ(shared("periods:\n  lull: {every: 07-01..08-31, release-fields: {every: uae}}\n"
                     "activities:\n  a: {duration: 5wd, avoid: lull}\n"),
              frame + "activities:\n  a: {duration: 5wd, withheld: [avoid]}\n");
}

TEST(ReleasedText, IsWrittenAsTheFormatterWritesIt) {
    const std::string text = shared(R"(activities:

  a: { notes: x, duration: 5wd,   release-fields: {notes: uae} }


  gone: {duration: 3wd, release: [uae]}

  b:
    duration: 5wd
)");
    EXPECT_EQ(formatted(read_tree(text, 0).tree), text);
    EXPECT_THAT(text, Not(HasSubstr("gone")));
}

/// Each record written as a block is made private to a side, or some of its fields are, as the random numbers have it.
void mark(std::string& text, base::RandomStream& random) {
    static const std::regex record("\n  [a-z][a-z0-9-]*:\n(?=    [a-z])");
    const std::array<std::string, 4> marks{"    release: [uae]\n", "    release: [usa]\n",
                                           "    release-fields: {name: uae, source: usa}\n",
                                           "    release-fields: {illustrative: [uae]}\n"};
    std::string marked;
    auto at = text.cbegin();
    for (auto found = std::sregex_iterator(text.begin(), text.end(), record); found != std::sregex_iterator();
         ++found) {
        const auto end = (*found)[0].second;
        marked.append(at, end);
        at = end;
        const std::string_view rest = std::string_view(text).substr(static_cast<std::size_t>(end - text.cbegin()));
        const bool stated =
            rest.substr(0, rest.find("\n  ", rest.find("\n\n"))).find("    release") != std::string_view::npos;
        if (stated) continue;
        if (const auto drawn = random.below(12); drawn < marks.size()) marked += marks[drawn];
    }
    text = marked.append(at, text.cend());
}

TEST(ReleasedText, OfTheExampleIsReadWithoutErrorsWhateverIsPrivate) {
    for (std::uint64_t round = 0; round < 12; ++round) {
        base::RandomStream random(7, round);
        Files files = example_files();
        for (InputFile& each : files) mark(each.text, random);
        const ReadResult whole = read_plan(files);
        for (const auto& each : whole.diagnostics) ASSERT_NE(each.severity, base::Severity::error) << each.message.en;
        const ReadResult copy = read_plan(released_text(whole.plan, usa));
        for (const auto& each : copy.diagnostics)
            EXPECT_NE(each.severity, base::Severity::error) << round << ": " << each.message.en;
        std::size_t held = 0;
        plan::for_each_record(copy.plan, [&](std::string_view section, const plan::Record& record) {
            const plan::Record* source = plan::find_record(whole.plan, section, record.id);
            ASSERT_NE(source, nullptr);
            EXPECT_TRUE(section == "sides" || plan::readers_of(whole.plan, *source)[usa.at()]) << record.id;
            ++held;
        });
        EXPECT_GT(held, 100U);
    }
}

/// Private values of the UAE, as a generator draws them; everything else is the same.
Files with_private_values() {
    const auto number = [] { return std::to_string(*rc::gen::inRange(1, 10'000)); };
    const auto word = [] { return "w" + std::to_string(*rc::gen::inRange(0, 1'000'000)); };
    std::string own = "risks:\n  r: {name: {en: Known, ar: معلوم}, severity: critical, release: [usa], source: "
                      + word() + ", release-fields: {source: uae}}\n";
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) own += "  p" + number() + word() + ": {severity: moderate}\n";
    const bool noted = *rc::gen::arbitrary<bool>();
    std::string activities = "activities:\n  a:\n    duration: 5wd\n";
    if (noted) activities += "    # " + word() + "\n    notes: " + word() + "\n\n";
    activities += "    cost: " + number() + " USD\n    release-fields: {notes: uae, cost: uae}\n";
    if (*rc::gen::arbitrary<bool>())
        activities += "\n  # " + word() + "\n  h" + word() + ": {duration: " + number() + "wd, release: [uae]}\n";
    activities += "  b: {duration: 2wd, after: a}\n";
    return {{"plan.yaml", frame + activities, {}},
            {"sides/uae/own.yaml", own, "uae"},
            {"sides/uae/" + word() + ".yaml", "ceilings:\n  uae: {2027: " + number() + " AED}\n", "uae"}};
}

RC_GTEST_PROP(ReleasedText, IsTheSameWhereOnlyPrivateValuesDiffer, ()) {
    RC_ASSERT(released(with_private_values(), usa) == released(with_private_values(), usa));
}

}  // namespace
}  // namespace masar::planfile
