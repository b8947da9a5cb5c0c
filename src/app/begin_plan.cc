#include "app/begin_plan.h"

#include "planfile/new_plan.h"
#include "report/figures.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace masar::app {
namespace {

using base::Text;

base::Error wrong(const Text& expected, const std::string& given) {
    return {base::Error::Kind::usage,
            report::fill({"expected {}, not '{}'", "المطلوب {}، وليس «{}»"}, expected, report::ltr(given)),
            {}};
}

std::optional<int> small_number(const std::string& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

base::Result<planfile::NewSide> side_of(const SideAnswer& answer) {
    const auto calendar = planfile::calendar_named(answer.calendar);
    if (!calendar)
        return tl::unexpected(
            wrong({"a calendar (uae, us-federal, mon-fri, sun-thu)", "تقويم (uae أو us-federal أو mon-fri أو sun-thu)"},
                  answer.calendar));
    const auto month = small_number(answer.fiscal_month);
    if (!month || *month < 1 || *month > 12)
        return tl::unexpected(wrong({"a month from 1 to 12", "شهر من 1 إلى 12"}, answer.fiscal_month));
    return planfile::NewSide{
        answer.id, {answer.name_en, answer.name_ar}, *calendar, static_cast<unsigned>(*month), answer.currency};
}

std::vector<std::string> parts_of(std::string_view typed, char separator) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= typed.size();) {
        const std::size_t end = std::min(typed.find(separator, at), typed.size());
        parts.emplace_back(typed.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

std::string without_spaces(std::string text) {
    while (text.starts_with(' ')) text.erase(0, 1);
    while (text.ends_with(' ')) text.pop_back();
    return text;
}

}  // namespace

PlanAnswers usual_answers() {
    PlanAnswers answers;
    answers.title_en = "A joint year";
    answers.title_ar = "عام مشترك";
    answers.sides[0] = {"uae", "United Arab Emirates", "دولة الإمارات العربية المتحدة", "uae", "1", "AED"};
    answers.sides[1] = {"usa", "United States of America", "الولايات المتحدة الأمريكية", "us-federal", "10", "USD"};
    return answers;
}

base::Result<SideAnswer> side_answer(std::string_view typed) {
    const std::vector<std::string> parts = parts_of(typed, ':');
    if (parts.size() != 6)
        return tl::unexpected(wrong({"six parts, ID:ENGLISH:ARABIC:CALENDAR:MONTH:CURRENCY",
                                     "ستة أجزاء: ID:ENGLISH:ARABIC:CALENDAR:MONTH:CURRENCY"},
                                    std::string(typed)));
    return SideAnswer{parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]};
}

base::Result<std::vector<base::Text>> line_answers(std::string_view typed) {
    std::vector<base::Text> lines;
    for (const std::string& line : parts_of(typed, ';')) {
        if (without_spaces(line).empty()) continue;
        const std::vector<std::string> names = parts_of(line, ':');
        if (names.size() != 2)
            return tl::unexpected(
                wrong({"two names a line, ENGLISH:ARABIC; …", "اسمان لكل محور: ENGLISH:ARABIC; …"}, line));
        lines.push_back({without_spaces(names[0]), without_spaces(names[1])});
    }
    return lines;
}

base::Result<std::string> begin_plan(const PlanAnswers& answers) {
    planfile::NewPlanAnswers typed;
    const auto about = planfile::template_named(answers.about);
    if (!about)
        return tl::unexpected(wrong({"a template (blank, partnership-year, exercise, challenge)",
                                     "قالب (blank أو partnership-year أو exercise أو challenge)"},
                                    answers.about));
    typed.about = *about;
    typed.title = {answers.title_en, answers.title_ar};
    const auto start = calendar::parse_iso(answers.start);
    if (!start) return tl::unexpected(wrong({"a date such as 2027-01-04", "تاريخ مثل 2027-01-04"}, answers.start));
    typed.start = *start;
    const auto years = small_number(answers.years);
    if (!years) return tl::unexpected(wrong({"a number of years", "عدد سنوات"}, answers.years));
    typed.years = *years;
    for (std::size_t i = 0; i < answers.sides.size(); ++i) {
        auto side = side_of(answers.sides[i]);
        if (!side) return tl::unexpected(side.error());
        typed.sides[i] = *std::move(side);
    }
    if (answers.languages != "both" && answers.languages != "en" && answers.languages != "ar")
        return tl::unexpected(wrong({"both, en or ar", "both أو en أو ar"}, answers.languages));
    if (answers.languages != "both")
        typed.authoritative = answers.languages == "en" ? base::Language::en : base::Language::ar;
    typed.lines = answers.lines;
    if (auto fault = planfile::fault_of(typed)) return tl::unexpected(*std::move(fault));
    return planfile::new_plan(typed);
}

}  // namespace masar::app
