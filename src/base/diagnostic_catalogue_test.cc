#include "base/diagnostic_catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace masar::base {
namespace {

TEST(DiagnosticCatalogue, CodesRiseAndEveryEntryIsWrittenInBothLanguages) {
    for (const auto& codes : {reading_codes(), lint_codes()}) {
        EXPECT_EQ(std::ranges::adjacent_find(codes, std::ranges::greater_equal{}, &CatalogueEntry::code), codes.end());
        for (const CatalogueEntry& entry : codes) {
            EXPECT_EQ(entry.code.size(), 7U) << entry.code;
            EXPECT_FALSE(entry.title_en.empty() || entry.title_ar.empty()) << entry.code;
            EXPECT_FALSE(entry.explanation_en.empty() || entry.explanation_ar.empty()) << entry.code;
        }
    }
}

TEST(DiagnosticCatalogue, GivesItsSeverityToWhatIsMade) {
    EXPECT_EQ(make_diagnostic("MSR0601", {}, {}).severity, Severity::warning);
    EXPECT_EQ(make_diagnostic("MSR0207", {}, {}).severity, Severity::error);
    EXPECT_EQ(find_code("MSR9999"), nullptr);
}

/// Mend with: cp build/diagnostics.md docs/diagnostics.md
TEST(DiagnosticCatalogue, TheDocumentIsUpToDate) {
    std::stringstream document;
    document << std::ifstream("docs/diagnostics.md").rdbuf();
    const std::string expected = catalogue_as_markdown();
    if (document.str() != expected) std::ofstream("build/diagnostics.md") << expected;
    EXPECT_TRUE(document.str() == expected)
        << "docs/diagnostics.md differs from build/diagnostics.md, written just now";
}

}  // namespace
}  // namespace masar::base
