// Sections that are drawings: schedule, people; and the foot that says how every number was obtained.
#include "report/chart_gantt.h"
#include "report/chart_load.h"
#include "report/html_writer.h"
#include "report/page_sections.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::report {
namespace {

void figure(HtmlWriter& html, std::string_view caption, const std::string& drawing) {
    if (drawing.empty()) return;
    html.open("figure").element("figcaption", caption).open("div", "class=\"wide\"").raw(drawing).close().close();
}

void fact(HtmlWriter& html, std::string_view name, const std::string& value) {
    html.element("dt", name).raw_element("dd", isolated(value));
}

std::string_view estimate_words(const PageContext& page) {
    switch (page.timetable.estimate) {
        case plan::Estimate::optimistic: return page.word("optimistic durations and costs", "مدد وتكاليف متفائلة");
        case plan::Estimate::pessimistic: return page.word("pessimistic durations and costs", "مدد وتكاليف متشائمة");
        default: return page.word("most likely durations and costs", "المدد والتكاليف الأرجح");
    }
}

}  // namespace

std::string schedule_section(const PageContext& page) {
    HtmlWriter html;
    html.open("section").element("h2", page.word("The roadmap", "خارطة الطريق"));
    html.raw(gantt_legend(page));
    for (std::size_t i = 0; i < page.plan.lines.size(); ++i)
        figure(html, page.name(page.plan.lines[i]), gantt_of_line(page, base::index_of<plan::LineIndex>(i)));
    figure(html, page.word("Without a line of effort", "خارج مسارات العمل"), gantt_of_line(page, {}));
    return html.close().take();
}

std::string people_section(const PageContext& page) {
    if (page.timetable.loads.empty()) return {};
    HtmlWriter html;
    html.open("section").element("h2", page.word("People and places", "الأشخاص والأماكن"));
    html.element("p",
                 page.word("Highest load of each week; the dashed line is the capacity.",
                           "أعلى تحميل في كل أسبوع؛ والخط المتقطع هو الطاقة المتاحة."),
                 "class=\"note\"");
    return html.open("div", "class=\"wide\"").raw(load_chart(page)).close().close().take();
}

std::string provenance_section(const PageContext& page) {
    HtmlWriter html;
    html.open("section", "class=\"foot\"")
        .element("h2", page.word("How these figures were obtained", "كيف حُسبت هذه الأرقام"));
    html.open("dl");
    fact(html, page.word("Program", "البرنامج"), "masar " + page.facts.program_version);
    fact(html, page.word("Plan (SHA-256)", "الخطة (SHA-256)"), page.facts.input_hash);
    if (!page.facts.shown_to.known()) {  // what it took to find the dates depends on everybody's limits
        fact(html, page.word("Seed", "البذرة"), std::to_string(page.timetable.seed));
        fact(html, page.word("Schedules tried", "الجداول المجرّبة"), std::to_string(page.timetable.schedules));
    }
    html.element("dt", page.word("Estimate", "التقدير")).element("dd", estimate_words(page));
    html.close();
    html.element(
        "p",
        page.word("Every schedule shown has passed an independent check of every window, link, resource and ceiling. A "
                  "bound is "
                  "stated only where it is proven.",
                  "كل جدول معروض اجتاز فحصاً مستقلاً لكل نافذة زمنية ورابط ومورد وسقف. ولا يُذكر حدٌّ إلا إذا كان مبرهناً."));
    if (page.plan.illustrative)
        html.element(
            "p",
            page.word("Every cost, duration, effect, target and capacity in this plan is invented for illustration.",
                      "كل تكلفة ومدة وأثر ومستهدف وطاقة في هذه الخطة مفترضة لغرض التوضيح."));
    return html.close().take();
}

}  // namespace masar::report
