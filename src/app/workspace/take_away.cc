#include "app/workspace/take_away.h"

#include "app/report_page.h"
#include "app/workspace/roadmaps.h"
#include "app/workspace/told_changes.h"
#include "exchange/xlsx_package.h"

namespace masar::app {

Outcome<std::string> plan_archive(Workspace& workspace, const Actor& actor, std::string_view plan) {
    const auto copy = copy_of(workspace, actor, plan);
    if (!copy) return tl::unexpected(copy.error());
    std::vector<std::pair<std::string, std::string>> parts(copy->files.begin(), copy->files.end());
    if (!copy->dates.empty()) parts.emplace_back(VersionDoor::dates_path, copy->dates);
    return from_store(exchange::pack(parts));
}

Outcome<std::string> plan_report(Workspace& workspace, const Actor& actor, const ReportAsked& asked) {
    const auto open = open_plan(workspace, actor, asked.plan);
    if (!open) return tl::unexpected(open.error());
    const SnapshotPtr seen = open->shown_to(actor);
    if (!seen->timetable())
        return refuse(Refusal::Why::conflict,
                      {"there are no dates yet to report", "لا توجد مواعيد بعد ليشملها التقرير"});
    // From what the reader has, so that nothing else can come into it.
    const VersionDoor door = door_of(seen->files(), seen->dates());
    SimulateOptions options;
    options.schedule_path = VersionDoor::dates_path;
    auto reported = plan_for_report(door.files, VersionDoor::plan_path, options);
    if (!reported) return tl::unexpected(refusal_of(reported.error()));
    reported->facts.shown_to = reader_in(actor, reported->dated.loaded.plan);
    return report_page(*reported, asked.language);
}

}  // namespace masar::app
