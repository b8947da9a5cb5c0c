#pragma once
// The pages of a plan for one reader: what report/views makes of it, with what those need from other rooms.
#include "app/schedule_plan.h"
#include "plan/forecast.h"
#include "report/views/events_view.h"
#include "report/views/frame_view.h"
#include "report/views/money_view.h"
#include "report/views/overview_view.h"
#include "report/views/worklist_view.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::app {

/// Dates with the forecast around them; null where there are none.
struct PageDates {
    const plan::Timetable* dates = nullptr;
    const plan::Forecast* forecast = nullptr;
};

/// What pages are made of. `loaded` is as the reader reads it: for a side the copy that was released to it (released_plan.h).
struct PagedPlan {
    const LoadedPlan& loaded;
    plan::SideIndex reader;                 ///< unknown = whoever holds the whole plan
    PageDates planned, earliest, baseline;  ///< each a timetable of `loaded` (for the baseline: dates_on_plan.h)
};

class PlanPages {
public:
    /// What is referred to must outlive the pages.
    explicit PlanPages(const PagedPlan& paged);

    [[nodiscard]] std::string frame(const report::FrameFacts& facts) const;
    [[nodiscard]] std::string roadmap(report::DatesShown shown) const;
    /// Of the overview the gates alone.
    [[nodiscard]] std::string gates(report::DatesShown shown) const;
    [[nodiscard]] std::string overview(report::DatesShown shown, const report::OverviewFacts& facts) const;
    /// No side asked for: the reader's own, else the first.
    [[nodiscard]] std::string events(report::DatesShown shown, report::EventsAsked asked) const;
    [[nodiscard]] std::string due(report::DatesShown shown, calendar::Date today, int days) const;
    [[nodiscard]] std::string loads(report::DatesShown shown) const;
    [[nodiscard]] std::string pool_day(report::DatesShown shown, plan::ResourceIndex pool, calendar::Date day) const;
    [[nodiscard]] std::string money(report::DatesShown shown, base::Currency currency) const;
    [[nodiscard]] std::string money_lines(report::DatesShown shown, const report::LinesAsked& asked) const;
    [[nodiscard]] std::string worklist(report::DatesShown shown, const report::WorklistFacts& facts) const;
    [[nodiscard]] std::string outcomes(report::DatesShown shown) const;
    [[nodiscard]] std::string risks(report::DatesShown shown) const;
    [[nodiscard]] std::string records() const;
    /// Reading, compiling and lints.
    [[nodiscard]] std::string diagnostics() const;
    [[nodiscard]] std::string search(std::string_view query) const;

private:
    [[nodiscard]] report::ViewSource source(report::DatesShown shown) const;
    [[nodiscard]] const PageDates& dates(report::DatesShown shown) const;

    PagedPlan paged_;
    report::Reader reader_;
};

}  // namespace masar::app
