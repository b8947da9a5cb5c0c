// Wrong plans that state what they must be told: tests/plans/bad/*.yaml, and folders with plan.yaml. The leading comments of a file
// say one diagnostic a line:
//   # expect: MSR0207 at 14:13-19 hint planners
// (the hint is a part of the English one and may be left out); files that cannot carry comments have a sibling <name>.expect. Lints
// (MSR1…) are somebody else's to run.
#include "planfile/read_plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace masar::planfile {
namespace {

namespace fs = std::filesystem;

const fs::path folder = "tests/plans/bad";

std::string read_file(const fs::path& path) {
    std::stringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

struct Expectation {
    std::string code_and_place;
    std::string hint;
    auto operator<=>(const Expectation&) const = default;
};

std::vector<Expectation> expectations(const std::string& file, const std::string& text) {
    std::vector<Expectation> expected;
    const std::regex line(R"(#? *expect: *(MSR0\d+) at (\d+:\d+-\d+)(?: hint (.*))?)");
    std::istringstream lines(text);
    for (std::string each; std::getline(lines, each);) {
        std::smatch match;
        if (std::regex_match(each, match, line))
            expected.push_back({match[1].str() + " at " + file + ":" + match[2].str(), match[3].str()});
    }
    return expected;
}

std::vector<InputFile> inputs_of(const fs::path& path) {
    if (fs::is_regular_file(path)) return {{path.filename().string(), read_file(path), {}}};
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(path))
        if (entry.path().extension() == ".yaml") found.push_back(fs::relative(entry.path(), path));
    std::ranges::sort(found);
    std::ranges::stable_partition(found, [](const fs::path& each) { return each == "plan.yaml"; });
    std::vector<InputFile> inputs;
    for (const fs::path& each : found) {
        const bool of_side = *each.begin() == "sides";
        inputs.push_back({each.string(), read_file(path / each), of_side ? std::next(each.begin())->string() : ""});
    }
    return inputs;
}

class BadPlan : public testing::TestWithParam<std::string> {};

TEST_P(BadPlan, IsToldWhatItStates) {
    const fs::path path = folder / GetParam();
    const std::vector<InputFile> inputs = inputs_of(path);
    std::vector<Expectation> expected;
    for (const InputFile& input : inputs) {
        const auto found = expectations(input.name, input.text);
        expected.insert(expected.end(), found.begin(), found.end());
    }
    if (const fs::path sibling = path.string() + ".expect"; fs::exists(sibling))
        expected = expectations(path.filename().string(), read_file(sibling));

    const ReadResult result = read_plan(inputs);
    std::vector<Expectation> given;
    for (const auto& each : result.diagnostics) {
        std::string place = each.code + " at " + std::string(result.plan.sources.name_of(each.place)) + ":"
                            + std::to_string(each.place.line) + ":" + std::to_string(each.place.column) + "-"
                            + std::to_string(each.place.end_column);
        std::string hint;
        for (const Expectation& one : expected)
            if (one.code_and_place == place && each.hint.en.find(one.hint) != std::string::npos) hint = one.hint;
        given.push_back({std::move(place), hint});
        EXPECT_FALSE(each.message.en.empty() || each.message.ar.empty());
    }
    std::ranges::sort(expected);
    std::ranges::sort(given);
    const auto shown = [](const std::vector<Expectation>& all) {
        std::string out;
        for (const Expectation& each : all)
            out += each.code_and_place + (each.hint.empty() ? "" : " hint " + each.hint) + "\n";
        return out;
    };
    EXPECT_EQ(shown(given), shown(expected));
    if (HasFailure())
        for (const auto& each : result.diagnostics)
            ADD_FAILURE() << each.code << " " << each.message.en << " | " << each.hint.en;
}

std::vector<std::string> all_plans() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const bool plan =
            entry.path().extension() == ".yaml" || (entry.is_directory() && fs::exists(entry.path() / "plan.yaml"));
        if (plan) names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
    std::string name = info.param;
    std::ranges::replace_if(
        name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(All, BadPlan, testing::ValuesIn(all_plans()), test_name);

TEST(BadPlans, AreAtLeastFortyFive) { EXPECT_GE(all_plans().size(), 45U); }

}  // namespace
}  // namespace masar::planfile
