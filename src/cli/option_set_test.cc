#include "cli/option_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace masar::cli {
namespace {

struct Parsed {
    std::string plan;
    std::int64_t shift = 0;
    std::optional<double> seconds;
    bool json = false;
    std::vector<std::string> chosen;
    std::string format = "text";
    base::Result<void> result;
};

void parse(Parsed& parsed, std::vector<std::string> words) {
    OptionSet options;
    options.operand({"PLAN", "", {}}, OptionSet::Presence::required, parsed.plan);
    options.number({"--shift", "N", {}}, {-3, 3}, parsed.shift);
    options.seconds({"--seconds", "S", {}}, parsed.seconds);
    options.flag({"-j,--json", "", {}}, parsed.json);
    options.list({"--choose", "ID", {}}, parsed.chosen);
    options.choice({"--format", "F", {}}, {"text", "json"}, parsed.format);
    parsed.result = options.parse(std::move(words));
}

std::string complaint(std::vector<std::string> words) {
    Parsed parsed;
    parse(parsed, std::move(words));
    return parsed.result ? "" : parsed.result.error().message.en;
}

TEST(OptionSet, ReadsEveryKind) {
    Parsed parsed;
    parse(parsed,
          {"plan.yaml", "--shift", "-1", "--seconds=2.5", "-j", "--choose", "a,b", "--choose=c", "--format", "json"});
    ASSERT_TRUE(parsed.result.has_value()) << parsed.result.error().message.en;
    EXPECT_EQ(parsed.plan, "plan.yaml");
    EXPECT_EQ(parsed.shift, -1);
    EXPECT_EQ(parsed.seconds, 2.5);
    EXPECT_TRUE(parsed.json);
    EXPECT_THAT(parsed.chosen, ::testing::ElementsAre("a", "b", "c"));
    EXPECT_EQ(parsed.format, "json");
}

TEST(OptionSet, TakesAFileNamedLikeAnOptionAfterTwoDashes) {
    Parsed parsed;
    parse(parsed, {"--", "--json"});
    ASSERT_TRUE(parsed.result.has_value());
    EXPECT_EQ(parsed.plan, "--json");
}

TEST(OptionSet, NamesTheFirstThingWrong) {
    EXPECT_EQ(complaint({}), "PLAN is missing");
    EXPECT_EQ(complaint({"p", "q"}), "'q' is one operand too many");
    EXPECT_EQ(complaint({"p", "--jsn"}), "unknown option '--jsn'");
    EXPECT_EQ(complaint({"p", "--shift", "4"}), "--shift: expected a whole number from -3 to 3, not '4'");
    EXPECT_EQ(complaint({"p", "--shift", "1.5"}), "--shift: expected a whole number from -3 to 3, not '1.5'");
    EXPECT_EQ(complaint({"p", "--seconds", "-2"}), "--seconds: expected seconds above zero, not '-2'");
    EXPECT_EQ(complaint({"p", "--shift"}), "--shift needs a value");
    EXPECT_EQ(complaint({"p", "--format", "yaml"}), "--format: expected one of text, json, not 'yaml'");
}

TEST(OptionSet, RefusesWhatContradicts) {
    OptionSet options;
    bool quick = false, whole = false;
    options.flag({"-q,--quick", "", {}}, quick);
    options.flag({"--whole", "", {}}, whole);
    options.exclude("-q,--quick", "--whole");
    EXPECT_TRUE(options.parse({"--whole"}).has_value());
    OptionSet both;
    both.flag({"-q,--quick", "", {}}, quick);
    both.flag({"--whole", "", {}}, whole);
    both.exclude("-q,--quick", "--whole");
    const auto refused = both.parse({"-q", "--whole"});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().message.en, "--quick and --whole contradict each other; give one of them");
}

TEST(OptionSet, SuggestsTheNearestOption) {
    Parsed parsed;
    parse(parsed, {"p", "--secnds=3"});
    EXPECT_EQ(parsed.result.error().hint.en, "did you mean '--seconds'?");
}

}  // namespace
}  // namespace masar::cli
