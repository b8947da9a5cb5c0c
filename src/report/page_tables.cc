// Sections that are tables: deadlines, activities, commitments.
#include "report/html_writer.h"
#include "report/page_sections.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::report {
namespace {

void head_row(HtmlWriter& html, const std::vector<std::string_view>& headings) {
    html.open("thead").open("tr");
    for (const std::string_view each : headings) html.element("th", each, "scope=\"col\"");
    html.close().close();
}

std::string lead_name(const PageContext& page, const plan::Activity& activity) {
    const plan::OrganisationIndex lead = activity.lead.value;
    return lead.known() ? page.name(page.plan.organisations[lead.at()]) : std::string();
}

void notice_row(HtmlWriter& html, const PageContext& page, const plan::NoticeDue& notice) {
    const plan::Activity& activity = page.plan.activities[notice.activity.at()];
    const plan::Record* cause = nullptr;
    if (notice.approval.known()) cause = &page.plan.approvals[notice.approval.at()];
    if (notice.rule.known()) cause = &page.plan.rules[notice.rule.at()];
    html.open("tr");
    html.element("td", date_text(page, notice.request_by), "class=\"date\"");
    html.element("td", cause ? page.name(*cause) : std::string());
    html.raw_element("td", isolated(activity.id), "class=\"id\"");
    html.element("td", page.name(activity));
    html.element("td", date_text(page, page.timetable.activities[notice.activity.at()].start), "class=\"date\"");
    html.close();
}

void activity_row(HtmlWriter& html, const PageContext& page, std::size_t index) {
    const plan::Activity& activity = page.plan.activities[index];
    const plan::ActivityDates& dates = page.timetable.activities[index];
    html.open("tr");
    html.raw_element("td", isolated(activity.id), "class=\"id\"");
    html.element("td", page.name(activity));
    html.element("td", lead_name(page, activity));
    html.element("td", date_text(page, dates.start), "class=\"date\"");
    html.element("td", date_text(page, dates.finish), "class=\"date\"");
    html.element("td", hijri_text(page, dates.start), "class=\"date muted\"");
    html.raw_element("td",
                     dates.critical ? fmt::format("<b>{}</b>", page.word("critical", "حرج"))
                                    : fmt::format("<bdi dir=\"ltr\">{}</bdi>", dates.total_float),
                     "class=\"num\"");
    html.close();
}

}  // namespace

std::string deadlines_section(const PageContext& page) {
    if (page.timetable.notices.empty()) return {};
    HtmlWriter html;
    html.open("section").element("h2", page.word("What must be sent, and by when", "ما يجب إرساله ومتى"));
    html.element(
        "p",
        page.word("Each date is counted back from the start of the activity by its longest approval or legal notice.",
                  "يُحسب كل موعد رجوعاً من بداية النشاط بحسب أطول اعتماد أو إشعار قانوني له."),
        "class=\"note\"");
    html.open("div", "class=\"wide\"").open("table");
    head_row(html, {page.word("Send by", "يُرسل قبل"), page.word("Approval or notice", "الاعتماد أو الإشعار"),
                    page.word("Id", "المعرّف"), page.word("Activity", "النشاط"), page.word("Start", "البداية")});
    html.open("tbody");
    for (const plan::NoticeDue& each : page.timetable.notices) notice_row(html, page, each);
    return html.close().close().close().close().take();
}

std::string activities_section(const PageContext& page) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < page.timetable.activities.size(); ++i)
        if (page.timetable.activities[i].chosen) order.push_back(i);
    if (order.empty()) return {};
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return page.timetable.activities[i].start; });
    HtmlWriter html;
    html.open("section").element("h2", page.word("Every activity by date", "كل الأنشطة حسب التاريخ"));
    html.element("p",
                 page.word("Float is counted in working days of the activity's calendar.",
                           "تُحسب المهلة الاحتياطية بأيام عمل تقويم النشاط."),
                 "class=\"note\"");
    html.open("div", "class=\"wide\"").open("table");
    head_row(html, {page.word("Id", "المعرّف"), page.word("Activity", "النشاط"), page.word("Lead", "الجهة القائدة"),
                    page.word("Start", "البداية"), page.word("Finish", "النهاية"),
                    page.word("Start (Hijri)", "البداية (هجري)"), page.word("Float", "المهلة")});
    html.open("tbody");
    for (const std::size_t each : order) activity_row(html, page, each);
    return html.close().close().close().close().take();
}

std::string commitments_section(const PageContext& page) {
    if (page.plan.commitments.empty()) return {};
    HtmlWriter html;
    html.open("section").element("h2", page.word("Commitments and what serves them", "الالتزامات وما يخدمها"));
    html.open("div", "class=\"wide\"").open("table");
    head_row(html, {page.word("Phrase", "العبارة"), page.word("Objectives that cite it", "الأهداف التي تستند إليها"),
                    page.word("Difference between the two texts", "الاختلاف بين النصين")});
    html.open("tbody");
    for (std::size_t i = 0; i < page.plan.commitments.size(); ++i) {
        const plan::Commitment& commitment = page.plan.commitments[i];
        std::string citing;
        for (const plan::Objective& objective : page.plan.objectives)
            for (const auto& cited : objective.commitments)
                if (cited.value.known() && cited.value.at() == i) citing += (citing.empty() ? "" : ", ") + objective.id;
        if (citing.empty() && commitment.context_only)
            citing = page.word("context; needs no cover", "سياق لا يحتاج إلى تغطية");
        html.open("tr").element("td", page.name(commitment)).raw_element("td", isolated(citing));
        html.element("td", commitment.divergence ? commitment.divergence->in(page.language) : std::string(),
                     "class=\"fails-text\"");
        html.close();
    }
    return html.close().close().close().close().take();
}

}  // namespace masar::report
