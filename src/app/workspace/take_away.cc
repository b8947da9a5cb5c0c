#include "app/workspace/take_away.h"

#include "app/report_paper.h"
#include "app/workspace/roadmaps.h"
#include "app/workspace/told_changes.h"
#include "app/workspace/wrong_word.h"
#include "exchange/xlsx_package.h"

namespace masar::app {
namespace {

/// From what the reader has, so that nothing else can come into it.
Outcome<ReportedPlan> reported_to(Workspace& workspace, const Actor& actor, std::string_view plan) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    const SnapshotPtr seen = open->shown_to(actor);
    if (!seen->timetable())
        return refuse(Refusal::Why::conflict,
                      {"there are no dates yet to report", "لا توجد مواعيد بعد ليشملها التقرير"});
    const VersionDoor door = door_of(seen->files(), seen->dates());
    SimulateOptions options;
    options.schedule_path = VersionDoor::dates_path;
    auto reported = plan_for_report(door.files, VersionDoor::plan_path, options);
    if (!reported) return tl::unexpected(refusal_of(reported.error()));
    reported->facts.shown_to = reader_in(actor, reported->dated.loaded.plan);
    return *std::move(reported);
}

Outcome<bool> flag_in(std::string_view word, const char* field) {
    if (word.empty() || word == "false") return false;
    if (word == "true") return true;
    return wrong_word(field);
}

Outcome<PaperOptions> options_in(const PaperWords& words, base::Language language) {
    PaperOptions options;
    options.languages = {language};
    if (words.size == "a3")
        options.size = paper::SheetSize::a3;
    else if (!words.size.empty() && words.size != "a4")
        return wrong_word("paper");
    const auto brief = flag_in(words.brief, "brief"), both = flag_in(words.both, "both");
    if (!brief) return tl::unexpected(brief.error());
    if (!both) return tl::unexpected(both.error());
    if (*brief) options.extent = report::PageExtent::brief;
    if (*both) options.languages = {base::Language::en, base::Language::ar};
    return options;
}

}  // namespace

Outcome<std::string> plan_archive(Workspace& workspace, const Actor& actor, std::string_view plan) {
    const auto copy = copy_of(workspace, actor, plan);
    if (!copy) return tl::unexpected(copy.error());
    std::vector<std::pair<std::string, std::string>> parts(copy->files.begin(), copy->files.end());
    if (!copy->dates.empty()) parts.emplace_back(VersionDoor::dates_path, copy->dates);
    auto packed = exchange::pack(parts);
    if (!packed) return tl::unexpected(refusal_of(packed.error()));
    return *std::move(packed);
}

Outcome<std::string> plan_report(Workspace& workspace, const Actor& actor, const ReportAsked& asked) {
    const auto reported = reported_to(workspace, actor, asked.plan);
    if (!reported) return tl::unexpected(reported.error());
    return report_page(*reported, asked.language);
}

Outcome<std::string> plan_paper(Workspace& workspace, const Actor& actor, const ReportAsked& asked,
                                const PaperWords& words) {
    const auto options = options_in(words, asked.language);
    if (!options) return tl::unexpected(options.error());
    const auto reported = reported_to(workspace, actor, asked.plan);
    if (!reported) return tl::unexpected(reported.error());
    auto paper = report_paper(*reported, *options);
    if (paper) return *std::move(paper);
    Refusal refusal = refusal_of(paper.error());
    if (refusal.why == Refusal::Why::storage) refusal.why = Refusal::Why::lacking;
    return tl::unexpected(std::move(refusal));
}

}  // namespace masar::app
