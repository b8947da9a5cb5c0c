#pragma once
// For tests: the pages of a dated plan, for whoever holds it and for one side.
#include "app/memory_files.h"
#include "app/plan_pages.h"
#include "app/released_plan.h"
#include "app/simulate_plan.h"
#include "planfile/example_files_test.h"

#include <gtest/gtest.h>
#include <boost/json.hpp>

#include <memory>

namespace masar::app {

/// A plan with its planned and earliest dates, as one reader has it.
struct Paged {
    DatedPlan plan;
    plan::SideIndex reader;
    plan::Timetable earliest;
    std::optional<plan::Forecast> forecast;

    [[nodiscard]] PlanPages pages() const {
        const plan::Forecast* odds = forecast ? &*forecast : nullptr;
        return PlanPages(
            {plan.loaded, reader, {&*plan.timetable, odds}, {&earliest, nullptr}, {&*plan.timetable, nullptr}});
    }
};

inline plan::Timetable earliest_of(const LoadedPlan& loaded) {
    ScheduleOptions options;
    options.manner = Manner::earliest;
    return timetable_for(loaded, options);
}

/// At its earliest dates; `files` are those of a folder.
inline DatedPlan dated_at_earliest(const std::vector<planfile::InputFile>& files) {
    std::map<std::string, std::string> content;
    for (const planfile::InputFile& each : files) content["p/" + each.name] = each.text;
    DatedPlan dated{*load_plan(MemoryFiles(std::move(content)), "p"), std::nullopt};
    for (const auto& each : dated.loaded.diagnostics)
        EXPECT_NE(each.severity, base::Severity::error) << each.message.en;
    if (dated.loaded.compiled) dated.timetable = earliest_of(dated.loaded);
    return dated;
}

inline Paged paged(DatedPlan dated, plan::SideIndex reader = {}) {
    Paged all{reader.known() ? released_to(dated, reader) : std::move(dated), reader, {}, {}};
    for (const auto& each : all.plan.loaded.diagnostics)
        EXPECT_NE(each.severity, base::Severity::error) << each.message.en;
    all.earliest = earliest_of(all.plan.loaded);
    all.forecast = forecast_for(all.plan.loaded, *all.plan.timetable, {});
    return all;
}

inline boost::json::value parsed(const std::string& text) {
    boost::system::error_code failed;
    auto value = boost::json::parse(text, failed);
    EXPECT_FALSE(failed) << text.substr(0, 200);
    return value;
}

/// The item of a list whose `key` is `wanted`.
inline const boost::json::value& item(const boost::json::value& list, std::string_view wanted,
                                      std::string_view key = "id") {
    for (const auto& each : list.as_array()) {
        const auto& value = each.as_object().at(key);
        if (value.is_string() && value.as_string() == wanted) return each;
        if (value.is_int64() && std::to_string(value.as_int64()) == wanted) return each;
    }
    ADD_FAILURE() << "no " << wanted;
    static const boost::json::value none;
    return none;
}

}  // namespace masar::app
