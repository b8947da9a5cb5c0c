#include "app/bench.h"
#include "app/memory_files.h"
#include "app/results_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace masar::app {
namespace {

using ::testing::ElementsAre;

/// Five activities in Patterson's form: 0 → a(3), b(2) → end with one pool of one; nothing overlaps, so the optimum is 5.
constexpr std::string_view two_in_a_row =
    "4 1\n1\n"
    "0 0 2 2 3\n"
    "3 1 1 4\n"
    "2 1 1 4\n"
    "0 0 0\n";

InstanceLine line(std::string name, std::string status, std::optional<std::int64_t> objective) {
    InstanceLine made;
    made.result.instance = std::move(name);
    made.result.status = std::move(status);
    made.result.objective = objective;
    made.result.seconds = 0.5;
    made.result.schedules = 100;
    made.critical_path = 40;
    return made;
}

TEST(NaturalLess, ComparesRunsOfDigitsAsNumbers) {
    std::vector<std::string> names{"j3010_10.sm", "j302_1.sm", "j3010_2.sm"};
    std::ranges::sort(names, natural_less);
    EXPECT_THAT(names, ElementsAre("j302_1.sm", "j3010_2.sm", "j3010_10.sm"));
}

TEST(StratifiedSample, TakesOneFromEachStratumAndFollowsTheSeed) {
    std::vector<std::string> names;
    for (int i = 0; i < 100; ++i) names.push_back(std::to_string(1000 + i));
    const auto sample = stratified_sample(names, 10, 7);
    ASSERT_EQ(sample.size(), 10u);
    for (std::size_t k = 0; k < sample.size(); ++k) {
        EXPECT_GE(sample[k], names[10 * k]);
        EXPECT_LE(sample[k], names[10 * k + 9]);
    }
    EXPECT_EQ(sample, stratified_sample(names, 10, 7));
    EXPECT_NE(sample, stratified_sample(names, 10, 8));
    EXPECT_EQ(stratified_sample(names, 1000, 7), names);
}

TEST(KnownBounds, AreFoundByHeadingAndComplainWithTheLine) {
    const auto known = read_known_bounds("instance,lb,ub,optimal,cpm_lb\r\na,41,42,0,40\r\nb,,,infeasible,\r\n");
    ASSERT_TRUE(known.has_value());
    EXPECT_EQ(known->at("a").upper, 42);
    EXPECT_TRUE(known->at("b").infeasible);
    const auto wrong = read_known_bounds("instance,lb,ub,optimal\na,x,1,1\n");
    ASSERT_FALSE(wrong.has_value());
    EXPECT_EQ(wrong.error().message.en, "line 2 of the bounds file is not readable");
    EXPECT_FALSE(read_known_bounds("name,lb\n").has_value());
}

TEST(Summary, TakesMeansOverWhatCanBeCompared) {
    // a: 44 over ub 40 = 10 %, over the critical path 40 = 10 %; b: no schedule; c: infeasible.
    const std::vector<InstanceLine> lines{line("a", "feasible", 44), line("b", "unknown", std::nullopt),
                                          line("c", "infeasible", std::nullopt), line("d", "optimal", 40)};
    const auto summary = summarise(lines, {{"a", {40, 40, false}}, {"d", {40, 40, false}}});
    EXPECT_EQ(summary.instances, 4);
    EXPECT_EQ(summary.proven, 1);
    EXPECT_EQ(summary.infeasible, 1);
    EXPECT_EQ(summary.no_solution, 1);
    EXPECT_DOUBLE_EQ(*summary.gap_percent, 5.0);
    EXPECT_DOUBLE_EQ(*summary.dev_cpm_percent, 5.0);
    EXPECT_DOUBLE_EQ(*summary.schedules_per_second, 200.0);
    EXPECT_TRUE(summary.contradictions.empty());
}

TEST(Summary, NamesWhatContradictsTheKnownBounds) {
    std::vector<InstanceLine> lines{line("a", "feasible", 39), line("b", "infeasible", std::nullopt),
                                    line("c", "feasible", 10)};
    lines.push_back(line("d", "feasible", 50));
    lines.back().result.bound = 49;
    const auto summary = summarise(
        lines, {{"a", {40, 42, false}}, {"b", {40, 42, false}}, {"c", {{}, {}, true}}, {"d", {40, 45, false}}});
    ASSERT_EQ(summary.contradictions.size(), 4u);
    EXPECT_EQ(summary.contradictions[0].en, "a: 39 is below the known bound 40");
}

TEST(ResultsFile, ReadsBackWhatItWroteAndLeavesOutACutLine) {
    const InstanceLine written = line("j3010_1", "feasible", 44);
    const std::string csv = results_heading() + results_line(written) + "j3010_2,feasible,4";
    const auto read = read_results(csv);
    ASSERT_EQ(read.size(), 1u);
    EXPECT_EQ(read[0].result.instance, "j3010_1");
    EXPECT_EQ(read[0].result.objective, 44);
    EXPECT_FALSE(read[0].result.bound.has_value());
    EXPECT_EQ(read[0].critical_path, 40);
}

TEST(Bench, SolvesChecksAndComparesAWholeSet) {
    MemoryFiles files({{"set/one.rcp", std::string(two_in_a_row)},
                       {"set/notes.txt", "no instance"},
                       {"set_bounds.csv", "instance,lb,ub,optimal\none,5,5,1\n"}});
    BenchOptions options;
    options.folder = "set/";
    options.results_file = "results.csv";
    const auto result = bench(files, options);
    ASSERT_TRUE(result.has_value()) << result.error().message.en;
    EXPECT_EQ(result->summary.set, "set");
    EXPECT_EQ(result->summary.instances, 1);
    EXPECT_EQ(result->lines[0].result.objective, 5);
    EXPECT_EQ(result->lines[0].critical_path, 3);
    EXPECT_DOUBLE_EQ(*result->summary.gap_percent, 0.0);

    // What is in the results file is not solved again: a changed line shows that it was taken from there.
    const std::string marked = results_heading() + "one,feasible,6,3,3,0.1,10,0,1\n";
    ASSERT_TRUE(files.write_whole("results.csv", marked).has_value());
    options.resume = true;
    EXPECT_EQ(bench(files, options)->lines[0].result.objective, 6);
}

TEST(Bench, RefusesAFolderWithoutInstances) {
    MemoryFiles files({{"set/notes.txt", std::string("no instance")}});
    BenchOptions options;
    options.folder = "set";
    const auto result = bench(files, options);
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().kind, base::Error::Kind::input_output);
}

}  // namespace
}  // namespace masar::app
