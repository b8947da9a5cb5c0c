#pragma once
// `new`: a small complete plan from a few answers, given as the words that people type.
#include "base/result.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace masar::app {

/// One side as typed: "uae:United Arab Emirates:الإمارات:uae:1:AED" (id, both names, calendar, first month of the fiscal year, currency).
struct SideAnswer {
    std::string id, name_en, name_ar, calendar, fiscal_month, currency;
};

struct PlanAnswers {
    std::string about = "partnership-year";  ///< blank, partnership-year, exercise or challenge
    std::string title_en, title_ar;
    std::string start;  ///< 2027-01-04
    std::string years = "1";
    std::array<SideAnswer, 2> sides;
    std::string languages = "both";  ///< which text prevails: both, en or ar
    std::vector<base::Text> lines;   ///< lines of effort; empty = the template's
};

/// Two sides to begin with, and a title; the start is left open.
[[nodiscard]] PlanAnswers usual_answers();
[[nodiscard]] base::Result<SideAnswer> side_answer(std::string_view typed);
/// "Training:التدريب; Innovation:الابتكار"
[[nodiscard]] base::Result<std::vector<base::Text>> line_answers(std::string_view typed);
/// The text of the plan file; the Error (usage) names the first answer that makes no plan.
[[nodiscard]] base::Result<std::string> begin_plan(const PlanAnswers& answers);

}  // namespace masar::app
