#include "app/due_plan.h"

namespace masar::app {

base::Result<DuePlan> due_plan(const base::FileDoor& files, std::string_view path, const DueOptions& options) {
    auto seen = load_as_seen(files, path, options.dates);
    if (!seen) return tl::unexpected(seen.error());
    DuePlan due{std::move(seen->dated), {}, {}, {}};
    const plan::Plan& plan = due.dated.loaded.plan;
    due.today = options.today ? *options.today : plan.as_of ? plan.as_of->value : plan.start.value;
    if (!due.dated.timetable) return due;
    const report::Reader reader(plan, seen->side);
    const report::ViewSource source{.plan = plan, .reader = reader, .dates = &*due.dated.timetable};
    due.items = report::due_items(source, due.today, options.days);
    due.json = report::due_view(source, due.today, options.days);
    return due;
}

}  // namespace masar::app
