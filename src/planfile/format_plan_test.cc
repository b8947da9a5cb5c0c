#include "planfile/format_plan.h"

#include "planfile/comments.h"
#include "planfile/event_reader.h"
#include "planfile/tree_meaning.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace masar::planfile {
namespace {

std::string format(std::string_view text) {
    const ReadTree read = read_tree(text, 0);
    EXPECT_TRUE(read.complete) << text << "\n" << (read.complete ? "" : read.diagnostics.back().message.en);
    return formatted(read.tree);
}

TEST(FormatPlan, PutsFieldsInTheOrderOfTheSchemaAndLeavesIdsAsTheyStand) {
    EXPECT_EQ(format("title: T\n"
                     "masar: 1\n"
                     "activities:\n"
                     "  zebra: {duration: 3wd, name: {ar: حمار, en: Zebra}}\n"
                     "  ant:\n"
                     "    after: zebra\n"
                     "    colour: red\n"
                     "    name: Ant\n"),
              "masar: 1\n"
              "title: T\n"
              "activities:\n"
              "  zebra: {name: {en: Zebra, ar: حمار}, duration: 3wd}\n"
              "  ant:\n"
              "    name: Ant\n"
              "    after: zebra\n"
              "    colour: red\n");
}

TEST(FormatPlan, IndentsByTwoAndWritesOneSpaceInBrackets) {
    EXPECT_EQ(format("activities:\n"
                     "     a:\n"
                     "          needs:   {planners:4 ,x:  1,}\n"
                     "          after:\n"
                     "          - b\n"
                     "          -   c\n"
                     "waivers:\n"
                     "-  rule: r\n"
                     "   activity: a\n"
                     "-\n"
                     "   role: who\n"),
              "waivers:\n"
              "  - rule: r\n"
              "    activity: a\n"
              "  - role: who\n"
              "activities:\n"
              "  a:\n"
              "    after:\n"
              "      - b\n"
              "      - c\n"
              "    needs: {planners:4:, x: 1}\n");  // "planners:4" is one word in YAML: fmt shows what was written
}

TEST(FormatPlan, CarriesCommentsWithTheirEntries) {
    EXPECT_EQ(format("# Head of the file\n"
                     "\n"
                     "title: T # why\n"
                     "# about the version\n"
                     "masar: 1\n"
                     "activities: # all of them\n"
                     "  a:\n"
                     "    after: b   # link\n"
                     "    # first of all\n"
                     "    name: A\n"
                     "    # end of a\n"
                     "  # end of activities\n"
                     "# end of the file\n"),
              "# Head of the file\n"
              "\n"
              "# about the version\n"
              "masar: 1\n"
              "title: T  # why\n"
              "activities:  # all of them\n"
              "  a:\n"
              "    # first of all\n"
              "    name: A\n"
              "    after: b  # link\n"
              "    # end of a\n"
              "  # end of activities\n"
              "# end of the file\n");
}

TEST(FormatPlan, TurnsBracketsWithCommentsIntoBlocksAndJoinsTheOthers) {
    EXPECT_EQ(format("calendars:\n"
                     "  a: {name: {en: A,\n"
                     "             ar: أ},  # both\n"
                     "      works: [mon,\n"
                     "              tue]\n"
                     "      # nothing else\n"
                     "     }\n"
                     "  b: {works: [mon,\n"
                     "      tue]}\n"),
              "calendars:\n"
              "  a:\n"
              "    name: {en: A, ar: أ}  # both\n"
              "    works: [mon, tue]\n"
              "    # nothing else\n"
              "  b: {works: [mon, tue]}\n");
}

TEST(FormatPlan, BreaksWhatWasBrokenAndDoesNotFit) {
    std::string names;
    for (int i = 0; i < 20; ++i) names += "activity-" + std::to_string(i) + (i < 19 ? ",\n  " : "");
    const std::string text = format("gates: {g: {requires: [" + names + "]}}\n");
    EXPECT_THAT(text, testing::StartsWith("gates:\n  g:\n    requires:\n      - activity-0\n      - activity-1\n"));
    // On one line it was written to be on one line.
    std::ranges::replace(names, '\n', ' ');
    const std::string long_line = "gates: {g: {requires: [" + names + "]}}\n";
    EXPECT_THAT(format(long_line), testing::StartsWith("gates: {g: {requires: [activity-0, activity-1,"));
}

TEST(FormatPlan, KeepsEmptyLinesButNeverTwo) {
    EXPECT_EQ(format("\n\nmasar: 1\n\n\n\ntitle: T\nactivities:\n\n  a: {}\n   \n\n  b: {}\n\n\n"),
              "masar: 1\n\ntitle: T\nactivities:\n  a: {}\n\n  b: {}\n");
    EXPECT_EQ(format("# one\n\n\n# two\nmasar: 1\n\n# three\n\n"), "# one\n\n# two\nmasar: 1\n\n# three\n");
}

TEST(FormatPlan, KeepsQuotesAndTextsOverSeveralLines) {
    EXPECT_EQ(format("title: 'it''s'\n"
                     "handling:     \"a \\\"b\\\" #c\"\n"
                     "activities:\n"
                     "    a:\n"
                     "       notes: first\n"
                     "              second   # beside\n"
                     "       measure: \"one\n"
                     "\n"
                     "           two \\\n"
                     "           three\"\n"),
              "title: 'it''s'\n"
              "handling: \"a \\\"b\\\" #c\"\n"
              "activities:\n"
              "  a:\n"
              "    notes: first\n"
              "      second  # beside\n"
              "    measure: \"one\n"
              "\n"
              "      two \\\n"
              "      three\"\n");
}

TEST(FormatPlan, DropsAByteOrderMarkAndCarriageReturns) {
    EXPECT_EQ(format("\xEF\xBB\xBF# c\r\nmasar: 1\r\n\r\ntitle: T # d\r\n"), "# c\nmasar: 1\n\ntitle: T  # d\n");
}

TEST(FormatPlan, HoistsTheCommentsOfAnItemAboveItsDash) {
    EXPECT_EQ(format("waivers:\n"
                     "  - # one\n"
                     "    activity: a  # who\n"
                     "    # two\n"
                     "    rule: r\n"
                     "  - {rule: r, # three\n"
                     "     activity: b}\n"
                     "  - {rule: r, # four\n"
                     "     # five\n"
                     "     activity: c}\n"),
              "waivers:\n"
              "  # one\n"
              "  # two\n"
              "  - rule: r\n"
              "    activity: a  # who\n"
              "  - {rule: r, activity: b}  # three\n"
              "  - rule: r  # four\n"
              "    # five\n"
              "    activity: c\n");
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(FormatPlan, EveryExampleIsCanonical) {
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("examples")) {
        if (entry.path().extension() != ".yaml") continue;
        ++files;
        const std::string text = read_file(entry.path());
        EXPECT_TRUE(format(text) == text) << entry.path() << ": run masar fmt --write";
    }
    EXPECT_GE(files, 12);
}

// Properties: texts with everything people write, in every style.

/// Spends a list of choices, so that a failing text shrinks with it; what is left unchosen is the simplest.
class PlanText {
public:
    explicit PlanText(const std::vector<std::uint8_t>& choices) : choices_(choices) {}

    std::string write() {
        write_map(0, 3);
        lines_between(0);
        return out_;
    }

private:
    int below(int bound) { return at_ < choices_.size() ? choices_[at_++] * bound / 256 : 0; }
    bool chance(int percent) { return below(100) >= 100 - percent; }

    std::string comment() { return "# c" + std::to_string(++comments_) + (chance(30) ? " تعليق: {x}, 'y'" : ""); }
    void lines_between(int indent) {
        while (chance(25)) out_ += chance(40) ? "\n" : std::string(at_column(indent), ' ') + comment() + "\n";
    }
    std::size_t at_column(int indent) {
        return static_cast<std::size_t>(std::max(0, indent + (chance(30) ? below(9) - 4 : 0)));
    }
    void end_line() { out_ += (chance(20) ? std::string(1 + below(3), ' ') + comment() : "") + "\n"; }

    std::vector<std::string> keys(int count) {
        static const std::vector<std::string> words{
            "name",  "after",   "duration", "activities", "waivers",      "en",    "ar",
            "title", "masar",   "gates",    "rule",       "steps",        "needs", "aims",
            "cost",  "gov-001", "Z9",       "'quoted'",   "\"dou: ble\"", "مفتاح", "on"};
        std::vector<std::string> chosen;
        for (int i = 0; i < count; ++i) {
            const std::string& word = words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
            if (std::ranges::find(chosen, word) == chosen.end()) chosen.push_back(word);
        }
        return chosen;
    }

    std::string scalar(int indent) {
        static const std::vector<std::string> words{"15/25/45wd",
                                                    "120k USD",
                                                    "no",
                                                    "'it''s'",
                                                    "\"a # b\"",
                                                    "الميثاق",
                                                    "gov-001 SS + 3wd",
                                                    "a#b",
                                                    "x:y",
                                                    "-2wd",
                                                    "'- a'",
                                                    "\"\\u0627 \\\\\"",
                                                    "1:30",
                                                    "''",
                                                    "http://x.y/z",
                                                    "»نص«",
                                                    "a - b",
                                                    "~",
                                                    "+1",
                                                    "[]",
                                                    "{}"};
        const std::string next_line = "\n" + std::string(static_cast<std::size_t>(indent + 1 + below(4)), ' ');
        switch (below(12)) {
            case 9: return "\"one" + next_line + "two\"";
            case 10: return "'eins" + std::string(chance(50) ? "\n" : "") + next_line + "zwei'";
            case 11: return "plain" + next_line + "text";
            default: return words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
        }
    }

    void write_map(int indent, int depth) {
        for (const std::string& key : keys(1 + below(4))) {
            lines_between(indent);
            out_.append(static_cast<std::size_t>(indent), ' ').append(key) += ":";
            write_value(indent, depth);
        }
    }

    void write_value(int indent, int depth) {
        const int kind = below(depth > 0 ? 10 : 5);
        if (kind == 0) return end_line();
        if (kind < 4) return out_ += " " + scalar(indent), end_line();
        if (kind < 6) return out_ += " ", write_flow(indent, depth), end_line();
        end_line();
        const int deeper = indent + 1 + below(4);
        kind < 9 ? write_map(deeper, depth - 1) : write_list(chance(30) ? indent : deeper, depth - 1);
    }

    void write_list(int indent, int depth) {
        for (int left = 1 + below(3); left > 0; --left) {
            lines_between(indent);
            out_.append(static_cast<std::size_t>(indent), ' ') += "-";
            const int kind = below(depth > 0 ? 5 : 3);
            if (kind == 0) {
                out_ += " " + scalar(indent), end_line();
            } else if (kind < 3) {
                out_ += " ", write_flow(indent, depth), end_line();
            } else {
                end_line();
                kind == 3 ? write_map(indent + 2, depth - 1) : write_list(indent + 2, depth - 1);
            }
        }
    }

    void flow_space(int indent) {
        while (chance(15)) {
            if (chance(40)) out_ += " " + comment();
            out_ += "\n" + std::string(static_cast<std::size_t>(indent + 1 + below(3)), ' ');
        }
    }

    void write_flow(int indent, int depth) {
        const bool map = chance(60);
        const std::vector<std::string> entries = keys(below(4));
        out_ += map ? '{' : '[';
        for (std::size_t i = 0; i < entries.size(); ++i) {
            flow_space(indent);
            const bool only_key = map && chance(10);
            if (map) out_ += entries[i] + (only_key ? chance(50) ? ":" : "" : ": ");
            if (!only_key) depth > 0 && chance(30) ? write_flow(indent, depth - 1) : void(out_ += scalar(indent));
            flow_space(indent);
            if (i + 1 < entries.size()) out_ += ", ";
        }
        flow_space(indent);
        out_ += map ? '}' : ']';
    }

    const std::vector<std::uint8_t>& choices_;
    std::size_t at_ = 0;
    std::string out_;
    int comments_ = 0;
};

std::vector<std::string> all_comments(const NodeTree& tree) {
    std::vector<std::string> all;
    const auto add = [&](std::string_view words) {
        if (!words.empty()) all.emplace_back(words);
    };
    for (const auto& [entry, comments] : find_comments(tree).of_entry) {
        std::ranges::for_each(comments.above, add);
        std::ranges::for_each(comments.at_end, add);
        add(comments.beside);
    }
    std::ranges::sort(all);
    return all;
}

std::vector<std::string> comments_by_eye(const std::string& text) {
    std::vector<std::string> all;
    for (std::size_t at = text.find("# c"); at != std::string::npos; at = text.find("# c", at + 1))
        all.push_back(text.substr(at, text.find('\n', at) - at));
    std::ranges::sort(all);
    return all;
}

RC_GTEST_PROP(FormatPlanProperty, KeepsThePlanAndEveryComment, ()) {
    const auto choices = *rc::gen::container<std::vector<std::uint8_t>>(400, rc::gen::arbitrary<std::uint8_t>());
    const std::string text = PlanText(choices).write();
    const ReadTree before = read_tree(text, 0);
    if (!before.complete) RC_DISCARD("not YAML");
    RC_ASSERT(all_comments(before.tree) == comments_by_eye(text));
    const std::string once = formatted(before.tree);
    const ReadTree after = read_tree(once, 0);
    const std::string twice = after.complete ? formatted(after.tree) : "unreadable";
    RC_LOG() << text << "=====>\n" << once << "=====>\n" << twice;
    RC_ASSERT(after.complete);
    RC_ASSERT(meaning_of(after.tree) == meaning_of(before.tree));
    RC_ASSERT(all_comments(after.tree) == all_comments(before.tree));
    RC_ASSERT((twice == once));
}

}  // namespace
}  // namespace masar::planfile
