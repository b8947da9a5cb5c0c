#include "app/running_status.h"

#include "app/import_table.h"
#include "planfile/diff_plan.h"
#include "planfile/gather.h"
#include "planfile/plan_text.h"
#include "planfile/read_plan.h"

#include <algorithm>

namespace masar::app {
namespace {

using planfile::InputFile;

/// All facts, one after the other, so that the second of two about one activity sees the first.
std::vector<InputFile> with_facts(std::vector<InputFile> files, FactTable table, report::ToldStatus& told) {
    for (const FactRow& each : table.facts) {
        const planfile::ReadResult now = planfile::read_plan(files);
        const auto edits = edits_of(each.fact, now.plan, planfile::PlanText(files));
        auto edited = edits ? planfile::edit_plan(files, *edits) : planfile::EditedFiles(files);
        if (!edits)
            table.faults.push_back({each.row, exchange::cell_name(each.row, 0), edits.error()});
        else if (!edited)
            table.faults.push_back({each.row, exchange::cell_name(each.row, 0), edited.error().error});
        else
            files = *std::move(edited);
    }
    std::ranges::stable_sort(table.faults, {}, &FactFault::row);
    for (const FactFault& each : table.faults) told.faults.push_back({each.cell, each.error.message, each.error.hint});
    return files;
}

}  // namespace

void count_states(const plan::Plan& plan, report::ToldStatus& told) {
    if (plan.as_of) told.as_of = plan.as_of->value;
    for (const plan::Activity& each : plan.activities) {
        switch (each.progress.status) {
            case plan::Status::planned: ++told.planned; break;
            case plan::Status::started: ++told.started; break;
            case plan::Status::cancelled: ++told.cancelled; break;
            case plan::Status::finished:
                ++told.finished;
                if (!each.done_when.empty() && !each.progress.criterion_met) told.unchecked.push_back(each.id);
                break;
        }
    }
}

std::vector<report::ToldStatus::Late> late_items(const plan::Plan& plan, const Baseline& agreed, calendar::Date today) {
    std::vector<report::ToldStatus::Late> late;
    for (std::size_t i = 0; i < plan.activities.size(); ++i) {
        const plan::Activity& activity = plan.activities[i];
        const BaselineDate& dates = agreed.activities[i];
        const plan::Status status = activity.progress.status;
        if (!dates.start || !dates.finish || status == plan::Status::finished || status == plan::Status::cancelled)
            continue;
        const bool to_finish = *dates.finish < today;
        const calendar::Date due = to_finish ? *dates.finish : *dates.start;
        if (due >= today || (!to_finish && status == plan::Status::started)) continue;
        late.push_back({activity.id, activity.name, to_finish, due, (today - due).count()});
    }
    std::ranges::stable_sort(late, {}, &report::ToldStatus::Late::was_due);
    return late;
}

base::Result<RunningStatus> running_status(const base::FileDoor& files, std::string_view plan,
                                           const StatusOptions& options) {
    auto gathered = planfile::gather(files, plan);
    if (!gathered) return tl::unexpected(gathered.error());
    RunningStatus status;
    status.files = *gathered;
    if (!options.facts.empty()) {
        const auto bytes = files.read(options.facts, {});
        if (!bytes) return tl::unexpected(bytes.error());
        const auto sheets = read_tables(*bytes);
        if (!sheets) return tl::unexpected(sheets.error());
        const planfile::ReadResult before = planfile::read_plan(*gathered);
        if (!sheets->empty()) status.files = with_facts(*gathered, facts_of(sheets->front(), before.plan), status.told);
        status.told.changes =
            planfile::differences(planfile::PlanText(*gathered).trees(), planfile::PlanText(status.files).trees());
    }
    planfile::ReadResult read = planfile::read_plan(status.files);
    status.diagnostics = std::move(read.diagnostics);
    count_states(read.plan, status.told);
    if (!options.baseline.empty() && read.plan.as_of && !base::has_errors(status.diagnostics)) {
        const auto json = files.read(options.baseline, {});
        if (!json) return tl::unexpected(json.error());
        const auto agreed = read_baseline(*json, read.plan);
        if (!agreed) return tl::unexpected(agreed.error());
        status.told.late = late_items(read.plan, *agreed, read.plan.as_of->value);
        status.told.compared = true;
    }
    status.sources = std::move(read.plan.sources);
    return status;
}

}  // namespace masar::app
