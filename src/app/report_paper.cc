#include "app/report_paper.h"

#include "base/version.h"
#include "report/page.h"

namespace masar::app {

base::Result<std::string> report_paper(const ReportedPlan& reported, const PaperOptions& options) {
    const plan::Plan& plan = reported.dated.loaded.plan;
    std::vector<paper::Written> texts;
    for (const base::Language language : options.languages) {
        report::PageFacts facts = reported.facts;
        facts.extent = options.extent;
        const report::PageContext page{plan, *reported.dated.timetable, facts, language};
        texts.push_back({language, report::page_article(page), report::page_frame(page)});
    }
    const bool brief = options.extent == report::PageExtent::brief;
    paper::PrintSettings settings;
    settings.size = options.size;
    settings.upright = brief && texts.size() == 1;
    settings.one_sheet = brief;
    settings.made = options.made.value_or(plan.as_of ? plan.as_of->value : plan.start.value);
    settings.program = "masar " + std::string(base::version);
    return paper::print(texts, settings);
}

}  // namespace masar::app
