#include "report/page.h"

#include "report/html_writer.h"
#include "report/page_sections.h"
#include "report/page_style.h"

#include <fmt/format.h>

namespace masar::report {
namespace {

constexpr std::string_view mark =
    R"(<svg viewBox="0 0 24 18" aria-hidden="true"><path d="M2 3h5l6 6h9M2 15h5l6-6M17 4l5 5-5 5"/></svg>)";

std::string top_bar(const PageContext& page) {
    HtmlWriter html;
    html.open("div", "class=\"top\"");
    html.open("span", "class=\"brand\"").raw(mark).text(page.word("Masar", "مسار")).close();
    html.element("span", page.plan.title.in(page.language), "class=\"muted\"");
    if (page.plan.illustrative) html.element("span", page.word("Illustrative example", "مثال توضيحي"), "class=\"tag\"");
    if (!page.plan.handling.empty()) html.element("span", page.plan.handling, "class=\"tag\"");
    html.element("span", "", "class=\"grow\"");
    if (page.plan.as_of) {
        const calendar::Date day = page.plan.as_of->value;
        html.element(
            "span",
            fmt::format("{} {} · {}", page.word("As of", "حتى تاريخ"), date_text(page, day), hijri_text(page, day)),
            "class=\"muted\"");
    }
    html.element("label", page.word("العربية", "English"),
                 page.language == base::Language::ar ? R"(class="switch" for="to-en" lang="en")"
                                                     : R"(class="switch" for="to-ar" lang="ar")");
    return html.close().take();
}

}  // namespace

std::string page_article(const PageContext& page) {
    HtmlWriter html;
    const bool arabic = page.language == base::Language::ar;
    html.open("article", arabic ? R"(lang="ar" dir="rtl")" : R"(lang="en" dir="ltr")");
    html.raw(top_bar(page));
    if (page.facts.extent == PageExtent::brief) return html.raw(brief_sections(page)).close().take();
    html.raw(summary_section(page)).raw(violations_section(page)).raw(preferences_section(page));
    html.raw(gates_section(page));
    html.raw(forecast_section(page));
    html.raw(schedule_section(page)).raw(people_section(page)).raw(money_section(page)).raw(outcomes_section(page));
    html.raw(deadlines_section(page)).raw(activities_section(page)).raw(commitments_section(page));
    html.raw(provenance_section(page));
    return html.close().take();
}

namespace {

std::string head(const plan::Plan& plan, base::Language first) {
    return fmt::format(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        "<title>{}</title><style>{}</style></head>\n",
        base::code(first), escape_html(plan.title.in(first)), page_style());
}

}  // namespace

std::string page(const plan::Plan& plan, const plan::Timetable& timetable, const PageFacts& facts) {
    const bool arabic = facts.first_language == base::Language::ar;
    std::string out = head(plan, facts.first_language);
    out += "<body>";
    out += page_patterns();
    // The language switch is two radio buttons and a rule of the style sheet: the page needs no script.
    for (const std::string_view language : {"en", "ar"})
        out +=
            fmt::format("<input class=\"pick\" type=\"radio\" name=\"language\" id=\"to-{0}\" aria-label=\"{0}\"{1}>",
                        language, (language == "ar") == arabic ? " checked" : "");
    for (const base::Language language : {base::Language::en, base::Language::ar})
        out += page_article({plan, timetable, facts, language});
    return out + "</body></html>\n";
}

}  // namespace masar::report
