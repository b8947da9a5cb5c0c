#pragma once
// A roadmap of two sides in a store in memory, and people of both, for the tests of what edits mean.
#include "app/workspace/change_plan.h"
#include "app/workspace/roadmaps.h"
#include "store/open_database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace masar::app {

class StoppedClock : public base::WallClock {
public:
    [[nodiscard]] base::Moment now() const override { return now_; }
    void pass(std::chrono::milliseconds time) { now_ += time; }

private:
    base::Moment now_ = base::Moment(std::chrono::seconds(1'803'859'200));  // 2027-03-01T00:00:00Z
};

class RoadmapCase : public testing::Test {
protected:
    static constexpr std::string_view shared =
        "masar: 1\n"
        "title: {en: A joint year, ar: عام مشترك}\n"
        "start: 2027-01-04\n"
        "sides: {uae: {calendar: week, currency: AED}, usa: {calendar: week, currency: USD}}\n"
        "calendars: {week: {works: [mon, tue, wed, thu, fri]}}\n"
        "resources: {instructors: {owner: [uae, usa], capacity: 4}}\n"
        "activities:\n"
        "  # what comes first\n"
        "  charter: {name: {en: Charter, ar: الميثاق}, duration: 10wd, calendar: week}  # signed\n"
        "  course:\n"
        "    name: {en: Course, ar: دورة}\n"
        "    duration: 5wd\n"
        "    calendar: week\n"
        "    after: charter + 5wd\n"
        "    needs: {instructors: 3}\n";
    static constexpr std::string_view of_usa =
        "activities:\n"
        "  own: {name: {en: Secret rehearsal, ar: تجربة}, duration: 3wd, calendar: week, after: charter}\n";

    RoadmapCase() {
        auto made = take_in_roadmap(
            workspace, uae, {{{"plan.yaml", std::string(shared)}, {"sides/usa/own.yaml", std::string(of_usa)}}, {}});
        EXPECT_TRUE(made) << (made ? "" : made.error().message.en);
        if (made) plan = made->key;
    }

    static Change set(std::string id, std::string field, std::string text) {
        Change change;
        change.edit.section = "activities";
        change.edit.id = std::move(id);
        change.edit.field = std::move(field);
        change.edit.value = planfile::written_text(std::move(text));
        return change;
    }
    [[nodiscard]] std::string text(const std::string& path = "plan.yaml") {
        const auto open = open_plan(workspace, both, plan);
        return open ? open->whole->files().at(path) : open.error().message.en;
    }
    [[nodiscard]] std::string start_of(const std::string& id) {
        const auto open = open_plan(workspace, both, plan);
        const auto& plan_now = open->whole->plan();
        const auto index = static_cast<std::size_t>(plan::find(plan_now.activities, id) - plan_now.activities.data());
        return open->whole->timetable() ? calendar::to_iso(open->whole->timetable()->activities[index].start) : "none";
    }

    StoppedClock clock;
    std::unique_ptr<store::Store> store = *store::Store::open(*store::open_database(":memory:"));
    Snapshots snapshots;
    Workspace workspace{*store, clock, snapshots};
    Actor uae{1, "uae", {Role::planner, Role::approver}};
    Actor usa{2, "usa", {Role::planner, Role::approver}};
    Actor both{3, "", all_roles(), {}, false, 0, true, ""};
    std::string plan;
};

}  // namespace masar::app
