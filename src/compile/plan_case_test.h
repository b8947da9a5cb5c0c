#pragma once
// Small plans written as text, compiled and dated at their earliest: what most tests of this room begin with.
#include "compile/compile_plan.h"
#include "compile/timetable_of.h"
#include "planfile/read_plan.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace masar::compile {

/// Two sides with different weeks. 2027-01-04 is a Monday; `west` works Monday to Friday, `gulf` Sunday to Thursday.
inline const std::string small_frame = R"(
masar: 1
title: {en: A small plan, ar: خطة صغيرة}
start: 2027-01-04
sides:
  uae: {calendar: gulf, fiscal-year: january, currency: AED}
  usa: {calendar: west, fiscal-year: october, currency: USD}
organisations:
  ae-mod: {side: uae}
  us-dod: {side: usa}
places:
  us-tx: {side: usa}
activity-types:
  exercise: {}
rates:
  - {from: USD, to: AED, rate: 3.6725, first-day: 2026-01-01}
calendars:
  west: {works: [mon, tue, wed, thu, fri]}
  gulf: {works: [sun, mon, tue, wed, thu]}
  daily: {works: [mon, tue, wed, thu, fri, sat, sun]}
)";

struct PlanCase {
    plan::Plan plan;
    CompileResult result;
    plan::Timetable timetable;

    explicit PlanCase(std::string_view text, const CompileOptions& options = {}) {
        planfile::ReadResult read = planfile::read_plan({{"plan.yaml", small_frame + std::string(text), ""}});
        for (const base::Diagnostic& each : read.diagnostics)
            EXPECT_NE(each.severity, base::Severity::error) << each.place.line << ": " << each.message.en;
        plan = std::move(read.plan);
        result = compile_plan(plan, options);
        for (const base::Diagnostic& each : result.diagnostics)
            EXPECT_NE(each.severity, base::Severity::error) << each.message.en;
        if (result.compiled) timetable = earliest_timetable(plan, *result.compiled);
    }

    [[nodiscard]] std::size_t index(std::string_view id) const {
        const plan::Activity* found = plan::find(plan.activities, id);
        return found ? static_cast<std::size_t>(found - plan.activities.data()) : plan.activities.size();
    }
    [[nodiscard]] const plan::ActivityDates& at(std::string_view id) const {
        return timetable.activities.at(index(id));
    }
    [[nodiscard]] std::string start(std::string_view id) const { return calendar::to_iso(at(id).start); }
    [[nodiscard]] std::string finish(std::string_view id) const { return calendar::to_iso(at(id).finish); }
    /// "start..finish".
    [[nodiscard]] std::string dates(std::string_view id) const { return start(id) + ".." + finish(id); }
    /// The problem's view of the answer, to be changed by a test and looked at again.
    [[nodiscard]] plan::Timetable with_start(std::string_view id, std::string_view date) const {
        Answered answered;
        answered.schedule.start.resize(result.compiled->activities.size());
        answered.schedule.mode.resize(result.compiled->activities.size());
        for (std::size_t i = 0; i < result.compiled->activities.size(); ++i) {
            if (!result.compiled->activities[i].known()) continue;  // the origin stands on day 0
            const auto& row = timetable.activities[result.compiled->activities[i].at()];
            answered.schedule.start[i] = result.compiled->days.day(row.start);
            answered.schedule.mode[i] = row.chosen ? row.mode : problem::Schedule::not_chosen;
        }
        answered.schedule.start[static_cast<std::size_t>(result.compiled->positions[index(id)])] =
            result.compiled->days.day(calendar::parse_iso(date).value());
        answered.breaches = problem::check(result.compiled->problem, answered.schedule);
        return timetable_of(plan, *result.compiled, answered);
    }
};

/// "kind what other year first-day amount" of each violation, for comparing whole lists.
inline std::vector<std::string> said(const plan::Timetable& timetable) {
    static constexpr std::string_view kinds[] = {"window", "resource", "ceiling", "avoid", "rule",     "link",
                                                 "notice", "stock",    "choice",  "gate",  "calendar", "fixed"};
    std::vector<std::string> lines;
    for (const plan::Violation& each : timetable.violations) {
        std::string line = std::string(kinds[static_cast<std::size_t>(each.kind)]) + " " + each.what;
        if (!each.other.empty()) line += " " + each.other;
        if (each.year) line += " " + std::to_string(*each.year);
        lines.push_back(line + " " + calendar::to_iso(each.when) + " " + std::to_string(each.amount));
    }
    return lines;
}
using Said = std::vector<std::string>;

}  // namespace masar::compile
