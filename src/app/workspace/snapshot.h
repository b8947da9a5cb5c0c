#pragma once
// One version of a plan, read, compiled and dated once, and never changed: what views, edits and jobs work on.
#include "app/load_plan.h"
#include "app/memory_files.h"
#include "plan/forecast.h"
#include "plan/timetable.h"
#include "planfile/plan_text.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace masar::app {

using PlanFiles = std::map<std::string, std::string>;  ///< path → text

/// As `masar` reads a folder: in its order, with the side of each file.
[[nodiscard]] std::vector<planfile::InputFile> input_files(const PlanFiles& files);
[[nodiscard]] PlanFiles plan_files(const std::vector<planfile::InputFile>& inputs);
/// The texts of a plan after edits, and with them what else lies in its folder: that is nobody's to drop.
[[nodiscard]] PlanFiles with_what_else(const PlanFiles& before, const std::vector<planfile::InputFile>& edited);
/// From a plan file or a folder; a file alone is "plan.yaml" then.
[[nodiscard]] base::Result<PlanFiles> read_plan_files(const base::FileDoor& files, const std::string& path);

/// The verbs' door onto a version: the plan at `plan_path`, its dates at `dates_path` when there are any.
struct VersionDoor {
    static constexpr std::string_view plan_path = "plan", dates_path = "dates.json";
    MemoryFiles files;
};
[[nodiscard]] VersionDoor door_of(const PlanFiles& files, const std::string& dates);

class Snapshot;
using SnapshotPtr = std::shared_ptr<const Snapshot>;

class Snapshot {
public:
    /// `dates`: what `schedule -o` wrote, or nothing.
    [[nodiscard]] static SnapshotPtr make(PlanFiles files, std::string dates);
    /// What `make` would give for the same texts with these dates; the texts are read again only where other options take part.
    [[nodiscard]] SnapshotPtr with_dates(std::string dates) const;

    [[nodiscard]] const PlanFiles& files() const { return files_; }
    [[nodiscard]] const std::string& dates() const { return dates_; }
    [[nodiscard]] const LoadedPlan& loaded() const { return *loaded_; }
    /// The same without the options that take part for the only reason that they have a date.
    [[nodiscard]] std::shared_ptr<const LoadedPlan> as_written() const;
    [[nodiscard]] const plan::Plan& plan() const { return loaded_->plan; }
    /// What the dates make of the plan as it stands; none when there are none, or when the plan has errors.
    [[nodiscard]] const std::optional<plan::Timetable>& timetable() const { return timetable_; }
    /// Why there is no timetable although there are dates: an activity that has none, for one.
    [[nodiscard]] const std::optional<base::Error>& undated() const { return undated_; }
    /// Names the texts; the same for everybody who has the same texts.
    [[nodiscard]] const std::string& hash() const { return hash_; }
    /// Names texts and dates together.
    [[nodiscard]] const std::string& state_hash() const { return state_hash_; }

    // Made when first asked for.
    [[nodiscard]] const planfile::PlanText& text() const;
    /// None when the plan has errors.
    [[nodiscard]] const std::optional<plan::Timetable>& earliest() const;
    /// None when the plan is certain or has no timetable.
    [[nodiscard]] const std::optional<plan::Forecast>& forecast() const;
    /// As one side may read it; a side that the plan does not have reads nothing.
    [[nodiscard]] SnapshotPtr released_to(const std::string& side) const;

private:
    Snapshot() = default;
    [[nodiscard]] static std::shared_ptr<Snapshot> read(PlanFiles files, std::string dates);
    [[nodiscard]] std::shared_ptr<Snapshot> dated(std::string dates) const;
    void take(std::string dates);
    void date_plan();
    /// Whether the options that have a date are the same.
    [[nodiscard]] bool dates_same_options(const std::string& dates) const;
    /// Dates say nothing of what is not released, nor how hard they were to find.
    void tell_only_what_is_here();

    PlanFiles files_;
    std::string dates_, hash_, state_hash_;
    std::shared_ptr<const LoadedPlan> loaded_ = std::make_shared<LoadedPlan>();  ///< shared by all with the same texts
    std::optional<plan::Timetable> timetable_;
    std::optional<base::Error> undated_;

    mutable std::once_flag text_once_, earliest_once_, forecast_once_;
    mutable std::unique_ptr<planfile::PlanText> text_;
    mutable std::optional<plan::Timetable> earliest_;
    mutable std::optional<plan::Forecast> forecast_;
    mutable std::mutex released_mutex_;
    mutable std::map<std::string, SnapshotPtr> released_;
    /// By side, a copy with some dates or other.
    struct ReleasedTexts {
        std::mutex mutex;
        std::map<std::string, SnapshotPtr> copies;
    };
    std::shared_ptr<ReleasedTexts> released_texts_ = std::make_shared<ReleasedTexts>();  ///< shared as loaded_ is
};

}  // namespace masar::app
