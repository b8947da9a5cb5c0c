#include "cli/help_text.h"
#include "report/display_width.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace masar::cli {
namespace {

using base::Language;

std::string file_text(const std::string& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(Help, IsTheDocumentedCommandLine) {
    const std::string advice = "made by: masar help --markdown [--lang ar]";
    EXPECT_EQ(markdown_help(all_verbs(), Language::en), file_text("docs/cli.md")) << advice;
    EXPECT_EQ(markdown_help(all_verbs(), Language::ar), file_text("docs/cli.ar.md")) << advice;
}

TEST(Help, FitsTheTerminalAndExistsInBothLanguages) {
    for (const auto& verb : all_verbs())
        for (const auto language : {Language::en, Language::ar}) {
            std::istringstream help(verb_help(*verb, language));
            for (std::string line; std::getline(help, line);) {
                EXPECT_LE(report::display_width(line), 80) << verb->words().name << ": " << line;
            }
            EXPECT_FALSE(verb->words().summary.en.empty());
            EXPECT_FALSE(verb->words().summary.ar.empty());
        }
}

TEST(Help, DescribesEveryOptionInBothLanguages) {
    for (const auto& verb : all_verbs()) {
        OptionSet options;
        verb->declare(options);
        bool json = false;
        for (const auto& each : options.describe()) {
            EXPECT_FALSE(each.words.meaning.en.empty()) << each.words.names;
            EXPECT_FALSE(each.words.meaning.ar.empty()) << each.words.names;
            json = json || each.words.names == "--json";
        }
        EXPECT_TRUE(json) << verb->words().name << " has no --json";
    }
}

}  // namespace
}  // namespace masar::cli
