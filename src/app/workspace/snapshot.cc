#include "app/workspace/snapshot.h"

#include "app/baseline.h"
#include "app/read_schedule.h"
#include "app/simulate_plan.h"
#include "base/sha256.h"
#include "planfile/gather.h"
#include "planfile/released_text.h"
#include "report/json_schedule.h"

#include <algorithm>

namespace masar::app {
namespace {

/// Paths and texts, each with its length, so that no two sets of files are written alike.
std::string joined(const PlanFiles& files) {
    std::string all;
    for (const auto& [path, text] : files)
        all.append(std::to_string(path.size()))
            .append(":")
            .append(path)
            .append(std::to_string(text.size()))
            .append(":") += text;
    return all;
}

}  // namespace

VersionDoor door_of(const PlanFiles& files, const std::string& dates) {
    std::map<std::string, std::string> content;
    for (const auto& [path, text] : files) content[std::string(VersionDoor::plan_path) + "/" + path] = text;
    if (!dates.empty()) content[std::string(VersionDoor::dates_path)] = dates;
    return {MemoryFiles(std::move(content))};
}

std::vector<planfile::InputFile> input_files(const PlanFiles& files) {
    const VersionDoor door = door_of(files, {});
    auto inputs = planfile::gather(door.files, VersionDoor::plan_path);
    return inputs ? *std::move(inputs) : std::vector<planfile::InputFile>();
}

PlanFiles plan_files(const std::vector<planfile::InputFile>& inputs) {
    PlanFiles files;
    for (const planfile::InputFile& each : inputs) files[each.name] = each.text;
    return files;
}

PlanFiles with_what_else(const PlanFiles& before, const std::vector<planfile::InputFile>& edited) {
    PlanFiles files = before;
    for (const planfile::InputFile& each : input_files(before)) files.erase(each.name);
    for (const planfile::InputFile& each : edited) files[each.name] = each.text;
    return files;
}

base::Result<PlanFiles> read_plan_files(const base::FileDoor& files, const std::string& path) {
    auto inputs = planfile::gather(files, path);
    if (!inputs) return tl::unexpected(inputs.error());
    if (files.look(path) == base::FileDoor::Entry::file && inputs->size() == 1) inputs->front().name = "plan.yaml";
    return plan_files(*inputs);
}

std::shared_ptr<Snapshot> Snapshot::read(PlanFiles files, std::string dates) {
    std::shared_ptr<Snapshot> made(new Snapshot());
    made->hash_ = base::sha256_hex(joined(files));
    const VersionDoor door = door_of(files, dates);
    made->files_ = std::move(files);
    made->take(std::move(dates));
    const std::string dates_path(made->dates_.empty() ? "" : VersionDoor::dates_path);
    auto loaded = load_with_dates(door.files, VersionDoor::plan_path, {{}, dates_path});
    if (loaded) {
        made->loaded_ = std::make_shared<LoadedPlan>(*std::move(loaded));
        made->date_plan();
    } else {
        made->undated_ = loaded.error();  // no plan.yaml, say
    }
    return made;
}

void Snapshot::take(std::string dates) {
    dates_ = std::move(dates);
    state_hash_ = base::sha256_hex(hash_ + base::sha256_hex(dates_));
}

void Snapshot::date_plan() {
    if (!loaded_->compiled || dates_.empty()) return;
    auto timetable = read_schedule(dates_, *loaded_);
    if (timetable)
        timetable_ = *std::move(timetable);
    else
        undated_ = timetable.error();
}

SnapshotPtr Snapshot::make(PlanFiles files, std::string dates) { return read(std::move(files), std::move(dates)); }

SnapshotPtr Snapshot::with_dates(std::string dates) const { return dated(std::move(dates)); }

std::shared_ptr<Snapshot> Snapshot::dated(std::string dates) const {
    if (!dates_same_options(dates)) return read(files_, std::move(dates));
    std::shared_ptr<Snapshot> made(new Snapshot());
    made->files_ = files_;
    made->hash_ = hash_;
    made->loaded_ = loaded_;
    made->released_texts_ = released_texts_;
    made->take(std::move(dates));
    made->date_plan();
    return made;
}

bool Snapshot::dates_same_options(const std::string& dates) const {
    const std::vector<plan::Activity>& activities = plan().activities;
    if (activities.empty()) return false;  // perhaps the texts could not be read at all
    if (std::ranges::none_of(activities, &plan::Activity::optional)) return true;
    if (dates.empty()) return dates_.empty();
    const auto baseline = read_baseline(dates, plan());
    if (!baseline || !timetable_) return false;
    for (std::size_t i = 0; i < activities.size(); ++i)
        if (activities[i].optional && baseline->activities[i].start.has_value() != timetable_->activities[i].chosen)
            return false;
    return true;
}

std::shared_ptr<const LoadedPlan> Snapshot::as_written() const {
    if (!loaded_->compiled) return loaded_;
    const compile::CompiledPlan& compiled = *loaded_->compiled;
    for (std::size_t i = 0; i < plan().activities.size(); ++i) {
        const plan::Activity& activity = plan().activities[i];
        const bool free = compiled.positions[i] < 0 || compiled.problem.activity(compiled.positions[i]).optional;
        if (activity.optional && !activity.chosen && !free) return make(files_, {})->loaded_;
    }
    return loaded_;
}

void Snapshot::tell_only_what_is_here() {
    if (timetable_) {
        timetable_->schedules = 0;
        timetable_->bound.assign(timetable_->bound.size(), std::nullopt);
    }
    dates_ = timetable_ ? report::schedule_json(plan(), *timetable_) : std::string();
    state_hash_ = base::sha256_hex(hash_ + base::sha256_hex(dates_));
}

const planfile::PlanText& Snapshot::text() const {
    std::call_once(text_once_, [&] { text_ = std::make_unique<planfile::PlanText>(input_files(files_)); });
    return *text_;
}

const std::optional<plan::Timetable>& Snapshot::earliest() const {
    std::call_once(earliest_once_, [&] {
        ScheduleOptions options;
        options.manner = Manner::earliest;
        if (loaded_->compiled) earliest_ = timetable_for(*loaded_, options);
    });
    return earliest_;
}

const std::optional<plan::Forecast>& Snapshot::forecast() const {
    std::call_once(forecast_once_, [&] {
        if (timetable_) forecast_ = forecast_for(*loaded_, *timetable_, {});
    });
    return forecast_;
}

SnapshotPtr Snapshot::released_to(const std::string& side) const {
    const std::scoped_lock lock(released_mutex_);
    SnapshotPtr& kept = released_[side];
    if (kept) return kept;
    const plan::Side* reader = plan::find(plan().sides, side);
    if (reader == nullptr) return kept = read({}, {});
    const auto index = base::index_of<plan::SideIndex>(static_cast<std::size_t>(reader - plan().sides.data()));
    const std::scoped_lock texts_lock(released_texts_->mutex);
    SnapshotPtr& texts = released_texts_->copies[side];
    const std::shared_ptr<Snapshot> made =
        texts ? texts->dated(dates_) : read(plan_files(planfile::released_text(plan(), index)), dates_);
    made->tell_only_what_is_here();
    if (!texts) texts = made;
    return kept = made;
}

}  // namespace masar::app
