#include "app/plan_pages.h"

#include "app/check_plan.h"
#include "app/pool_asks.h"
#include "app/record_gaps.h"
#include "app/start_reasons.h"
#include "report/diagnostic_json.h"
#include "report/views/due_view.h"
#include "report/views/gate_json.h"
#include "report/views/loads_view.h"
#include "report/views/outcomes_view.h"
#include "report/views/risks_view.h"
#include "report/views/roadmap_view.h"
#include "report/views/search_view.h"

namespace masar::app {
namespace {

report::AsksOn asks_of(const LoadedPlan& loaded, const plan::Timetable* dates) {
    return [&loaded, dates](plan::ResourceIndex pool, calendar::Date day) {
        return dates && loaded.compiled ? pool_asks(loaded, *dates, pool, day) : std::vector<plan::PoolAsk>{};
    };
}

}  // namespace

PlanPages::PlanPages(const PagedPlan& paged) : paged_(paged), reader_(paged.loaded.plan, paged.reader) {}

const PageDates& PlanPages::dates(report::DatesShown shown) const {
    switch (shown) {
        case report::DatesShown::earliest: return paged_.earliest;
        case report::DatesShown::baseline: return paged_.baseline;
        case report::DatesShown::planned: break;
    }
    return paged_.planned;
}

report::ViewSource PlanPages::source(report::DatesShown shown) const {
    report::ViewSource source{paged_.loaded.plan,    reader_, shown, dates(shown).dates, paged_.earliest.dates,
                              dates(shown).forecast, nullptr, {}};
    if (const plan::Timetable* baseline = paged_.baseline.dates)
        for (const plan::ActivityDates& each : baseline->activities)
            source.baseline.push_back(each.chosen ? std::optional(calendar::DatePeriod{each.start, each.finish})
                                                  : std::nullopt);
    return source;
}

std::string PlanPages::frame(const report::FrameFacts& facts) const {
    return report::frame_view(source(report::DatesShown::planned), facts);
}

std::string PlanPages::roadmap(report::DatesShown shown) const {
    report::ViewSource view = source(shown);
    plan::StartReasons reasons;
    if (view.dates && paged_.loaded.compiled) {
        reasons = start_reasons(paged_.loaded, *view.dates);
        view.reasons = &reasons;
    }
    return report::roadmap_view(view);
}

std::string PlanPages::gates(report::DatesShown shown) const { return report::gates_view(source(shown)); }

std::string PlanPages::overview(report::DatesShown shown, const report::OverviewFacts& facts) const {
    return report::overview_view(source(shown), facts);
}

std::string PlanPages::events(report::DatesShown shown, report::EventsAsked asked) const {
    if (!asked.side.known()) asked.side = paged_.reader.known() ? paged_.reader : base::index_of<plan::SideIndex>(0);
    return report::events_view(source(shown), asked);
}

std::string PlanPages::due(report::DatesShown shown, calendar::Date today, int days) const {
    return report::due_view(source(shown), today, days);
}

std::string PlanPages::loads(report::DatesShown shown) const {
    return report::loads_view(source(shown), asks_of(paged_.loaded, dates(shown).dates));
}

std::string PlanPages::pool_day(report::DatesShown shown, plan::ResourceIndex pool, calendar::Date day) const {
    return report::pool_day_view(source(shown), pool, day, asks_of(paged_.loaded, dates(shown).dates));
}

std::string PlanPages::money(report::DatesShown shown, base::Currency currency) const {
    return report::money_view(source(shown), currency);
}
std::string PlanPages::money_lines(report::DatesShown shown, const report::LinesAsked& asked) const {
    return report::money_lines_view(source(shown), asked);
}
std::string PlanPages::worklist(report::DatesShown shown, const report::WorklistFacts& facts) const {
    return report::worklist_view(source(shown), facts);
}

std::string PlanPages::outcomes(report::DatesShown shown) const { return report::outcomes_view(source(shown)); }
std::string PlanPages::risks(report::DatesShown shown) const { return report::risks_view(source(shown)); }

std::string PlanPages::records() const {
    return report::records_view(source(report::DatesShown::planned), record_gaps(paged_.loaded.plan));
}

std::string PlanPages::diagnostics() const {
    return report::diagnostics_json(diagnostics_of(paged_.loaded), paged_.loaded.plan.sources);
}

std::string PlanPages::search(std::string_view query) const {
    return report::search_view(source(report::DatesShown::planned), query);
}

}  // namespace masar::app
