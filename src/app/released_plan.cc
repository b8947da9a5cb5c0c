#include "app/released_plan.h"

#include "app/dates_on_plan.h"
#include "planfile/released_text.h"

#include <algorithm>
#include <iterator>

namespace masar::app {
namespace {

/// More than any activities need together; small enough to be added up.
constexpr int unlimited_capacity = 1'000'000;

bool withholds(const plan::Record& record, std::string_view field) {
    return std::ranges::find(record.withheld, field) != record.withheld.end();
}

class Releasing {
public:
    Releasing(const DatedPlan& whole, const LoadOptions& options) : whole_(whole), options_(options) {}

    DatedPlan release(plan::SideIndex side) {
        auto read = planfile::read_plan(planfile::released_text(whole_.loaded.plan, side));
        LoadedPlan& loaded = copy_.loaded;
        loaded.plan = std::move(read.plan);
        read_diagnostics_ = std::move(read.diagnostics);
        loaded.diagnostics = read_diagnostics_;
        if (base::has_errors(loaded.diagnostics) || !whole_.loaded.compiled) return std::move(copy_);
        lift_capacities();
        if (whole_.timetable) dates_ = dates_for(loaded.plan, dates_by_id(whole_.loaded.plan, *whole_.timetable));
        compile();
        if (loaded.compiled && take_durations()) compile();
        if (loaded.compiled && whole_.timetable) {
            copy_.timetable = timetable_with(loaded, dates_);
            if (whole_.timetable->status == plan::AnswerStatus::earliest)
                copy_.timetable->status = plan::AnswerStatus::earliest;
        }
        return std::move(copy_);
    }

private:
    void lift_capacities() {
        for (plan::Resource& each : copy_.loaded.plan.resources)
            if (withholds(each, "capacity")) each.capacity.value = unlimited_capacity;
    }

    void compile() {
        LoadedPlan& loaded = copy_.loaded;
        compile::CompileOptions how{options_.estimate, options_.islamic_shift_days, {}, false};
        for (std::size_t i = 0; i < dates_.size(); ++i)
            if (dates_[i].chosen && loaded.plan.activities[i].optional)
                how.also_chosen.push_back(base::index_of<plan::ActivityIndex>(i));
        compile::CompileResult result = compile::compile_plan(loaded.plan, how);
        loaded.compiled = std::move(result.compiled);
        loaded.diagnostics = read_diagnostics_;
        std::ranges::move(result.diagnostics, std::back_inserter(loaded.diagnostics));
        base::sort_by_place(loaded.diagnostics);
    }

    /// Whether there were some to take.
    bool take_durations() {
        bool any = false;
        for (std::size_t i = 0; i < dates_.size(); ++i) {
            plan::Activity& activity = copy_.loaded.plan.activities[i];
            if (!dates_[i].chosen || !withholds(activity, "duration")) continue;
            const auto& calendar = copy_.loaded.compiled->calendar_of(activity);
            const int days = calendar.working_days({dates_[i].start, dates_[i].finish});
            activity.modes.front().duration.value.working_days.fill(days);
            any = true;
        }
        return any;
    }

    const DatedPlan& whole_;
    const LoadOptions& options_;
    base::Diagnostics read_diagnostics_;
    std::vector<plan::ActivityDates> dates_;  ///< by the copy's activities; empty when nothing is dated
    DatedPlan copy_;
};

}  // namespace

DatedPlan released_to(const DatedPlan& whole, plan::SideIndex side, const LoadOptions& options) {
    return Releasing(whole, options).release(side);
}

}  // namespace masar::app
