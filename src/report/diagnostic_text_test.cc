#include "report/diagnostic_text.h"
#include "report/diagnostic_json.h"

#include <gtest/gtest.h>

namespace masar::report {
namespace {

using base::Diagnostic;
using base::Severity;

Diagnostic unknown_resource() {
    return {.code = "MSR0207",
            .severity = Severity::error,
            .place = {14, 13, 19, 0},
            .message = {"unknown resource 'planers'", "مورد غير معروف 'planers'"},
            .hint = {"did you mean 'planners' (plan.yaml:203)?", "هل تقصد 'planners'؟"},
            .record = "course"};
}

base::Sources sources_with(std::string line_14) {
    base::Sources sources;
    sources.add({"plan.yaml", std::string(13, '\n') + std::move(line_14) + "\n"});
    return sources;
}

TEST(DiagnosticText, PutsCaretsUnderTheSpanAndTheHintBehindThem) {
    EXPECT_EQ(diagnostic_text(unknown_resource(), sources_with("    needs: {planers: 4}"), {}),
              "plan.yaml:14:13-19 error MSR0207: unknown resource 'planers'\n"
              " 14 |     needs: {planers: 4}\n"
              "    |             ^^^^^^^ did you mean 'planners' (plan.yaml:203)?\n");
}

TEST(DiagnosticText, CountsArabicByCellsNotBytes) {
    Diagnostic diagnostic = unknown_resource();
    // «مُخطِّط» has seven letters and marks but four cells.
    diagnostic.place = {14, 10, 10, 0};
    const std::string text = diagnostic_text(diagnostic, sources_with("مُخطِّط: x"), {});
    EXPECT_NE(text.find("\n    |       ^ did"), std::string::npos) << text;
}

TEST(DiagnosticText, CutsALongLineAroundTheSpan) {
    Diagnostic diagnostic = unknown_resource();
    diagnostic.place = {14, 500'001, 500'003, 0};
    const std::string text =
        diagnostic_text(diagnostic, sources_with(std::string(500'000, 'a') + "bad" + std::string(500'000, 'c')), {});
    EXPECT_LT(text.size(), 400u);
    EXPECT_NE(text.find("…aaaaaaaaaaaaaaaaaaaabadccc"), std::string::npos) << text;
    EXPECT_NE(text.find("|                      ^^^ did"), std::string::npos) << text;
}

TEST(DiagnosticText, ShowsRelatedPlacesAndWorksWithoutAPlace) {
    Diagnostic diagnostic = unknown_resource();
    diagnostic.place = {};
    diagnostic.related.push_back({{3, 1, 4, 0}, {"first defined here", "عُرّف أولاً هنا"}});
    EXPECT_EQ(diagnostic_text(diagnostic, sources_with(""), {.language = base::Language::ar}),
              "خطأ MSR0207: مورد غير معروف 'planers'\n"
              "    هل تقصد 'planners'؟\n"
              "    plan.yaml:3:1-4: عُرّف أولاً هنا\n");
}

TEST(DiagnosticText, DoesNotQuoteWhatIsWithheld) {
    Diagnostic diagnostic = unknown_resource();
    diagnostic.withheld = true;
    EXPECT_EQ(diagnostic_text(diagnostic, sources_with("  passport: 123"), {}),
              "plan.yaml:14:13-19 error MSR0207: unknown resource 'planers'\n"
              "    did you mean 'planners' (plan.yaml:203)?\n");
}

TEST(DiagnosticText, ColoursOnlyWhenAsked) {
    const base::Sources sources = sources_with("x");
    EXPECT_EQ(diagnostic_text(unknown_resource(), sources, {}).find('\033'), std::string::npos);
    EXPECT_NE(diagnostic_text(unknown_resource(), sources, {.colours = Colours::on}).find("\033[1;31merror"),
              std::string::npos);
}

TEST(DiagnosticsSummary, CountsBySeverity) {
    base::Diagnostics diagnostics{unknown_resource(), unknown_resource()};
    diagnostics.push_back({.code = "MSR0301", .severity = Severity::warning});
    EXPECT_EQ(diagnostics_summary(diagnostics).en, "2 errors, 1 warning");
    EXPECT_EQ(diagnostics_summary(diagnostics).ar, "خطآن، تنبيه واحد");
    EXPECT_EQ(diagnostics_summary({}).en, "nothing to report");
}

TEST(DiagnosticsJson, KeepsBothLanguagesAndNullsWhatIsAbsent) {
    const std::string json = diagnostics_json({unknown_resource()}, sources_with("x"));
    EXPECT_NE(json.find("\"errors\": 1"), std::string::npos);
    EXPECT_NE(json.find("\"ar\": \"مورد غير معروف 'planers'\""), std::string::npos);
    EXPECT_NE(json.find("\"lint\": null"), std::string::npos);
    EXPECT_NE(json.find("\"line\": 14"), std::string::npos);
}

TEST(DiagnosticsSarif, HasExclusiveEndColumnsAndEscapedNames) {
    base::Sources sources;
    sources.add({"خطة 1.yaml", "x\n"});
    const std::string sarif = diagnostics_sarif({unknown_resource()}, sources, base::Language::en);
    EXPECT_NE(sarif.find("\"endColumn\": 20"), std::string::npos);
    EXPECT_NE(sarif.find("\"uri\": \"%D8%AE%D8%B7%D8%A9%201.yaml\""), std::string::npos);
    EXPECT_NE(sarif.find("\"level\": \"error\""), std::string::npos);
    EXPECT_NE(sarif.find("\"version\": \"2.1.0\""), std::string::npos);
}

}  // namespace
}  // namespace masar::report
