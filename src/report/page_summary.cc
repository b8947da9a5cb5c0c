// Sections that answer first: the finding, what does not fit, the gates.
#include "report/forecast_words.h"
#include "report/html_writer.h"
#include "report/page_sections.h"
#include "report/sentence.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

namespace masar::report {
namespace {

void figure(HtmlWriter& html, std::string_view value, std::string_view meaning) {
    html.open("div", "class=\"figure\"").element("b", value).element("span", meaning).close();
}

bool passes(const plan::GateOutcome& gate) {
    return gate.date && gate.late_days == 0
           && std::ranges::all_of(gate.criteria, [](const plan::CriterionOutcome& each) { return each.met; });
}

std::string gates_passed(const plan::Timetable& timetable) {
    const auto passed = std::ranges::count_if(timetable.gates, passes);
    return fmt::format("\u2066{} / {}\u2069", passed, timetable.gates.size());  // left to right in Arabic too
}

std::string chosen_count(const plan::Timetable& timetable) {
    return std::to_string(std::ranges::count_if(timetable.activities, [](const auto& each) { return each.chosen; }));
}

/// A sentence, with the place in the plan that it is about.
std::string item(const PageContext& page, const base::Text& said, base::Place place) {
    std::string words = escape_html(said.in(page.language));
    if (place.known())
        words += fmt::format(" <span class=\"place\">{}</span>",
                             isolated(fmt::format("{}:{}", page.plan.sources.name_of(place), place.line)));
    return "<li>" + words + "</li>\n";
}

std::string outlook(const PageContext& page, const plan::GateOutcome& gate) {
    if (passes(gate)) return std::string(page.word("would be passed", "ستُجتاز"));
    std::string words;
    if (gate.late_days > 0 || !gate.date)
        words = "<div class=\"fails-text\">" + escape_html(sentence(gate, page.plan).in(page.language)) + "</div>";
    for (const plan::CriterionOutcome& each : gate.criteria)
        if (!each.met)
            words += "<div class=\"fails-text\">" + escape_html(sentence(each, page.plan).in(page.language)) + "</div>";
    return words;
}

void gate_row(HtmlWriter& html, const PageContext& page, const plan::GateOutcome& outcome) {
    const plan::Gate& gate = page.plan.gates[outcome.gate.at()];
    html.open("tr", passes(outcome) ? "" : "class=\"fails\"");
    html.open("td")
        .element("b", page.name(gate))
        .raw("<br/>")
        .raw_element("span", isolated(gate.id), "class=\"muted\"")
        .close();
    html.open("td", "class=\"date\"").text(date_text(page, outcome.due)).raw("<br/>");
    html.element("span", hijri_text(page, outcome.due), "class=\"muted\"").close();
    html.element(
        "td", outcome.date ? date_text(page, *outcome.date) : std::string(page.word("not all chosen", "لم تُختر كلها")),
        "class=\"date\"");
    html.raw_element("td", isolated(fmt::format("{}", gate.requires_done.size())), "class=\"num\"");
    const auto met = std::ranges::count_if(outcome.criteria, [](const auto& each) { return each.met; });
    html.raw_element("td", isolated(fmt::format("{} / {}", met, outcome.criteria.size())), "class=\"num\"");
    html.raw_element("td", outlook(page, outcome));
    html.close();
}

/// Dates stay whole at a line's end.
std::string unbroken(std::string_view words) {
    static const std::regex iso_date("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    return std::regex_replace(escape_html(words), iso_date, "<bdi class=\"whole\" dir=\"ltr\">$&</bdi>");
}

/// A plan may fit and still miss what its gates ask for.
std::string gates_warning(const PageContext& page) {
    const auto failing = std::ranges::count_if(page.timetable.gates, [](const auto& each) { return !passes(each); });
    if (failing == 0) return {};
    return fmt::format(fmt::runtime(page.word("{0} of {1} gates would not be passed on expected values.",
                                              "بحسب القيم المتوقعة لن تُجتاز {0} من {1} من بوابات القرار.")),
                       failing, page.timetable.gates.size());
}

}  // namespace

std::string summary_section(const PageContext& page) {
    HtmlWriter html;
    if (page.facts.shown_to.known())
        html.element("p", shown_to_sentence(page.plan, page.facts.shown_to).in(page.language) + ".", "class=\"note\"");
    html.raw_element("h1", unbroken(headline(page.timetable, page.plan).in(page.language)));
    if (const std::string warning = gates_warning(page); !warning.empty())
        html.element("p", warning, "class=\"lead fails-text\"");
    const std::string bound = bound_sentence(page.timetable, page.plan).in(page.language);
    if (!bound.empty()) html.raw_element("p", unbroken(bound), "class=\"lead\"");
    html.open("div", "class=\"figures\"");
    if (page.timetable.end)
        figure(html, date_text(page, *page.timetable.end),
               fmt::format("{} · {}", page.word("last finish", "آخر نهاية"), hijri_text(page, *page.timetable.end)));
    if (!page.timetable.gates.empty())
        figure(html, gates_passed(page.timetable), page.word("gates would be passed", "بوابات ستُجتاز"));
    figure(html, std::to_string(page.timetable.violations.size()), page.word("limits broken", "حدود مخالَفة"));
    figure(html, chosen_count(page.timetable), page.word("activities scheduled", "نشاطاً في الجدول"));
    return html.close().take();
}

std::string violations_section(const PageContext& page) {
    if (page.timetable.violations.empty()) return {};
    std::string out = fmt::format("<section><h2>{}</h2><ul class=\"violations\">\n",
                                  page.word("What does not fit", "ما لا يستقيم في الخطة"));
    for (const plan::Violation& each : page.timetable.violations)
        out += item(page, sentence(each, page.plan), each.place);
    return out + "</ul></section>\n";
}

std::string preferences_section(const PageContext& page) {
    if (page.timetable.given_up.empty()) return {};
    std::string out = fmt::format("<section><h2>{}</h2><ul class=\"violations\">\n",
                                  page.word("Preferences not kept", "تفضيلات لم تُراعَ"));
    for (const plan::GivenUp& each : page.timetable.given_up)
        out += item(page, sentence(each, page.plan), page.plan.rules[each.rule.at()].place);
    return out + "</ul></section>\n";
}

std::string gates_section(const PageContext& page) {
    if (page.timetable.gates.empty()) return {};
    HtmlWriter html;
    html.open("section").element("h2", page.word("Decision gates", "بوابات القرار"));
    html.element("p",
                 page.word("Expected values on the due date; the decision itself is the two sides'.",
                           "قيم متوقعة في تاريخ الاستحقاق؛ والقرار نفسه للجانبين."),
                 "class=\"note\"");
    html.open("div", "class=\"wide\"").open("table").open("thead").open("tr");
    for (const std::string_view each : {page.word("Gate", "البوابة"), page.word("Due", "الموعد"),
                                        page.word("Required work done", "إنجاز العمل المطلوب")})
        html.element("th", each, "scope=\"col\"");
    for (const std::string_view each :
         {page.word("Activities", "الأنشطة"), page.word("Criteria met", "المعايير المحققة")})
        html.element("th", each, "scope=\"col\" class=\"num\"");
    html.element("th", page.word("Outlook", "المآل"), "scope=\"col\"").close().close().open("tbody");
    for (const plan::GateOutcome& each : page.timetable.gates) gate_row(html, page, each);
    return html.close().close().close().close().take();
}

}  // namespace masar::report
