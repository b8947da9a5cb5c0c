// Plans with one weakness each (tests/plans/lint). Their first lines state what the lints must say and where:
// `# expect: MSR1201 at 47`, or `# expect: nothing`. What is not stated must not be said.
#include "lint/lint_table.h"
#include "lint/plan_under_test.h"

#include <gtest/gtest.h>

#include <set>

namespace masar::lint {
namespace {

const std::filesystem::path folder = "tests/plans/lint";

std::multiset<std::string> stated(const std::string& text) {
    std::multiset<std::string> out;
    std::stringstream lines(text);
    const std::string start = "# expect: ";
    for (std::string line; std::getline(lines, line) && line.starts_with("#");)
        if (line.starts_with(start) && line != start + "nothing") out.insert(line.substr(start.size()));
    return out;
}

std::vector<std::string> names() {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) out.push_back(entry.path().stem().string());
    std::sort(out.begin(), out.end());
    return out;
}

class WeakPlan : public testing::TestWithParam<std::string> {};

TEST_P(WeakPlan, IsToldWhatItStates) {
    const std::string text = text_of(folder / (GetParam() + ".yaml"));
    const Linted linted = lint_files({{"plan.yaml", text, ""}});
    for (const base::Diagnostic& each : linted.read.diagnostics) ADD_FAILURE() << each.code << " " << each.message.en;
    std::multiset<std::string> said;
    for (const base::Diagnostic& each : linted.found) said.insert(each.code + " at " + std::to_string(each.place.line));
    EXPECT_EQ(said, stated(text));
    EXPECT_TRUE(text.find("# expect: ") != std::string::npos);
}

TEST_P(WeakPlan, IsToldInBothLanguages) {
    const Linted linted = lint_files({{"plan.yaml", text_of(folder / (GetParam() + ".yaml")), ""}});
    for (const base::Diagnostic& each : linted.found) {
        EXPECT_FALSE(each.message.en.empty() || each.message.ar.empty()) << each.code;
        EXPECT_EQ(each.hint.en.empty(), each.hint.ar.empty()) << each.code;
        EXPECT_FALSE(each.message.en.ends_with('.')) << each.message.en;
        for (const base::Related& related : each.related)
            EXPECT_FALSE(related.message.en.empty() || related.message.ar.empty()) << each.code;
    }
}

INSTANTIATE_TEST_SUITE_P(Folder, WeakPlan, testing::ValuesIn(names()), [](const auto& plan) { return plan.param; });

}  // namespace
}  // namespace masar::lint
