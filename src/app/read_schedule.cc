#include "app/read_schedule.h"

#include "app/baseline.h"
#include "compile/timetable_of.h"
#include "forecast/gate_criteria.h"
#include "problem/checker.h"
#include "report/figures.h"

#include <boost/json.hpp>

#include <algorithm>
#include <unordered_map>

namespace masar::app {
namespace {

namespace json = boost::json;
using plan::AnswerStatus;

std::string text_at(const json::object& object, std::string_view key) {
    const json::value* value = object.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t number_at(const json::object& object, std::string_view key) {
    const json::value* value = object.if_contains(key);
    return value != nullptr && value->is_int64() ? value->get_int64() : 0;
}

/// One entry of "activities": dates as written; empty when it was left out.
struct Entry {
    std::string start, mode;
};
using Entries = std::unordered_map<std::string, Entry>;

base::Result<Entries> entries_of(const json::object& root) {
    const json::value* list = root.if_contains("activities");
    if (list == nullptr || !list->is_array())
        return tl::unexpected(
            no_schedule({"it has no list 'activities'", "لا توجد فيه قائمة ‎'activities'‎"}));
    Entries entries;
    for (const json::value& each : list->get_array()) {
        if (!each.is_object())
            return tl::unexpected(no_schedule({"an activity is not an object", "أحد الأنشطة ليس كائناً"}));
        entries[text_at(each.get_object(), "id")] = {text_at(each.get_object(), "start"),
                                                     text_at(each.get_object(), "mode")};
    }
    return entries;
}

class DateReader {
public:
    DateReader(const LoadedPlan& loaded, const Entries& entries) : loaded_(loaded), entries_(entries) {}

    base::Result<problem::Schedule> read() const {
        const compile::CompiledPlan& compiled = *loaded_.compiled;
        const auto size = static_cast<std::size_t>(compiled.problem.size());
        problem::Schedule schedule{std::vector<problem::Day>(size, 0), std::vector<std::int32_t>(size, 0)};
        for (std::size_t i = 0; i < size; ++i) {
            const plan::ActivityIndex index = compiled.activities[i];
            if (!index.known()) continue;
            const plan::Activity& activity = loaded_.plan.activities[index.at()];
            if (auto failed = place(activity, i, schedule)) return tl::unexpected(*failed);
        }
        return schedule;
    }

private:
    [[nodiscard]] std::optional<base::Error> place(const plan::Activity& activity, std::size_t at,
                                                   problem::Schedule& schedule) const {
        const auto entry = entries_.find(activity.id);
        const bool absent = entry == entries_.end() || entry->second.start.empty();
        if (absent && loaded_.compiled->problem.activity(static_cast<std::int32_t>(at)).optional) {
            schedule.mode[at] = problem::Schedule::not_chosen;
            return std::nullopt;
        }
        const auto day = absent ? std::nullopt : calendar::parse_iso(entry->second.start);
        if (!day)
            return no_schedule(report::fill({"'{}' has no start date in it", "لا يوجد فيه تاريخ بدء للنشاط «{}»"},
                                            report::ltr(activity.id)));
        schedule.start[at] = loaded_.compiled->days.day(*day);
        const auto mode = std::ranges::find(activity.modes, entry->second.mode, &plan::Mode::id);
        if (mode == activity.modes.end())
            return no_schedule(report::fill({"'{}' has no mode '{}'", "ليس للنشاط «{}» أسلوب تنفيذ «{}»"},
                                            report::ltr(activity.id), report::ltr(entry->second.mode)));
        schedule.mode[at] = static_cast<std::int32_t>(mode - activity.modes.begin());
        return std::nullopt;
    }

    const LoadedPlan& loaded_;
    const Entries& entries_;
};

AnswerStatus status_named(const std::string& word) {
    if (word == "optimal") return AnswerStatus::optimal;
    if (word == "earliest") return AnswerStatus::earliest;
    if (word == "infeasible") return AnswerStatus::infeasible;
    if (word == "violated") return AnswerStatus::violated;
    return AnswerStatus::feasible;
}

std::vector<std::optional<std::int64_t>> bounds_of(const json::object& root) {
    std::vector<std::optional<std::int64_t>> bounds;
    const json::value* list = root.if_contains("bound");
    if (list == nullptr || !list->is_array()) return bounds;
    for (const json::value& each : list->get_array())
        bounds.push_back(each.is_int64() ? std::optional(each.get_int64()) : std::nullopt);
    return bounds;
}

compile::Answered answered_by(const json::object& root, const problem::Problem& problem, problem::Schedule schedule) {
    compile::Answered answered;
    answered.breaches = problem::check(problem, schedule);
    answered.status = status_named(text_at(root, "status"));
    const bool said_to_fit = answered.status == AnswerStatus::optimal || answered.status == AnswerStatus::feasible;
    if (said_to_fit && !answered.breaches.empty()) answered.status = AnswerStatus::violated;
    answered.objective = problem::objective_values(problem, schedule);
    answered.bound = bounds_of(root);
    answered.seed = static_cast<std::uint64_t>(number_at(root, "seed"));
    answered.schedules = number_at(root, "schedules");
    answered.schedule = std::move(schedule);
    return answered;
}

}  // namespace

base::Result<plan::Timetable> read_schedule(std::string_view text, const LoadedPlan& loaded) {
    boost::system::error_code failed;
    const json::value root = json::parse(json::string_view(text.data(), text.size()), failed);
    if (failed || !root.is_object()) return tl::unexpected(no_schedule({"it is not a JSON object", "ليس كائن JSON"}));
    const auto entries = entries_of(root.get_object());
    if (!entries) return tl::unexpected(entries.error());
    auto schedule = DateReader(loaded, *entries).read();
    if (!schedule) return tl::unexpected(schedule.error());
    const compile::Answered answered = answered_by(root.get_object(), loaded.compiled->problem, *std::move(schedule));
    plan::Timetable timetable = compile::timetable_of(loaded.plan, *loaded.compiled, answered);
    timetable.estimate = loaded.compiled->estimate;
    const auto trajectories = forecast::trajectories_of(loaded.plan, timetable);
    return forecast::with_gate_criteria(loaded.plan, std::move(timetable), trajectories);
}

base::Result<LoadedPlan> load_with_dates(const base::FileDoor& files, std::string_view path, const DatedLoad& asked) {
    auto loaded = load_plan(files, path, asked.load);
    if (!loaded || !loaded->compiled || asked.dates.empty()) return loaded;
    const auto text = files.read(asked.dates, {});
    if (!text) return tl::unexpected(text.error());
    const auto dates = read_baseline(*text, loaded->plan);
    if (!dates) return loaded;  // read_schedule says what is wrong with it
    LoadOptions with_options = asked.load;
    for (std::size_t i = 0; i < dates->activities.size(); ++i) {
        const plan::Activity& activity = loaded->plan.activities[i];
        const bool out = loaded->compiled->positions[i] < 0 && activity.optional
                         && activity.progress.status != plan::Status::cancelled;
        if (out && dates->activities[i].start) with_options.chosen.push_back(activity.id);
    }
    if (with_options.chosen.size() == asked.load.chosen.size()) return loaded;
    return load_plan(files, path, with_options);
}

base::Result<ScheduledPlan> schedule_or_read(const base::FileDoor& files, std::string_view plan_path,
                                             std::string_view schedule_path, const ScheduleOptions& options) {
    if (schedule_path.empty()) return schedule_plan(files, plan_path, options);
    auto loaded = load_with_dates(files, plan_path, {options.load, std::string(schedule_path)});
    if (!loaded) return tl::unexpected(loaded.error());
    std::optional<plan::Timetable> timetable;
    if (loaded->compiled) {
        const auto text = files.read(schedule_path, {});
        if (!text) return tl::unexpected(text.error());
        auto read = read_schedule(*text, *loaded);
        if (!read) return tl::unexpected(read.error());
        timetable = *std::move(read);
    }
    return ScheduledPlan{std::move(loaded->plan), std::move(loaded->diagnostics), std::move(timetable)};
}

}  // namespace masar::app
