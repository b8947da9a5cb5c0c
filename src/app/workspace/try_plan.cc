#include "app/workspace/try_plan.h"

#include "app/dates_on_plan.h"
#include "app/explain_plan.h"
#include "app/option_place.h"
#include "app/replan_plan.h"
#include "app/risk_book.h"
#include "app/workspace/change_plan.h"
#include "app/workspace/plan_faults.h"
#include "app/workspace/run_parameters.h"
#include "problem/checker.h"
#include "report/figures.h"
#include "report/json_schedule.h"

#include <algorithm>

namespace masar::app {
namespace {

using plan::ActivityIndex;
using problem::Day;
using problem::Schedule;

ActivityIndex activity_named(const plan::Plan& plan, std::string_view id) {
    const plan::Activity* found = plan::find(plan.activities, id);
    return found == nullptr ? ActivityIndex{}
                            : base::index_of<ActivityIndex>(static_cast<std::size_t>(found - plan.activities.data()));
}

tl::unexpected<Refusal> unknown(std::string_view field, const std::string& id) {
    return tl::unexpected(wrong_parameter(
        field, report::fill({"the plan has no activity '{}'", "لا يوجد في الخطة نشاط باسم «{}»"}, report::ltr(id))));
}

Change choice_of(const std::string& option) {
    Change change;
    change.edit.section = "activities";
    change.edit.id = option;
    change.edit.field = "chosen";
    change.edit.value = planfile::written_text("true");
    return change;
}

/// The changes asked for, and those of the text that choose the options; of ids that the actor reads.
Outcome<std::vector<Change>> changes_of(const OpenPlan& open, const Actor& actor, const Wish& wish) {
    std::vector<Change> changes = wish.changes;
    const SnapshotPtr seen = open.shown_to(actor);
    for (const std::string& option : wish.options) {
        const plan::Activity* activity = plan::find(seen->plan().activities, option);
        if (activity == nullptr) return unknown("options", option);
        if (activity->optional && !activity->chosen) changes.push_back(choice_of(activity->id));
    }
    for (const auto& [id, day] : wish.pins) {
        const plan::Activity* activity = plan::find(seen->plan().activities, id);
        if (activity == nullptr) return unknown("pins." + id, id);
        const bool listed = std::ranges::find(wish.options, id) != wish.options.end();
        if (activity->optional && !activity->chosen && !listed) changes.push_back(choice_of(activity->id));
    }
    return changes;
}

/// The texts after the changes, with the dates of before; refused when the actor would see new errors.
Outcome<SnapshotPtr> changed(const OpenPlan& open, const Actor& actor, const std::vector<Change>& changes) {
    if (changes.empty()) return open.whole;
    auto files = changed_files(open, actor, changes);
    if (!files) return tl::unexpected(files.error());
    SnapshotPtr now = Snapshot::make(*std::move(files), open.whole->dates());
    std::vector<PlanFault> faults = new_faults(*open.shown_to(actor), *shown_to(actor, now));
    if (faults.empty()) return now;
    Refusal refusal{
        Refusal::Why::wrong_plan, faults.front().message, faults.front().hint, faults.front().field, {}, {}};
    refusal.faults = std::move(faults);
    return tl::unexpected(std::move(refusal));
}

/// Activities of the problem as before, with the pins and options where they are wanted and nothing else moved.
class Standing {
public:
    Standing(const Snapshot& before, const Snapshot& now)
        : now_(now),
          compiled_(*now.loaded().compiled),
          dates_(timetable_with(now.loaded(), dates_for(now.plan(), dates_by_id(before.plan(), *before.timetable())))),
          schedule_(schedule_of(compiled_, dates_)) {}

    [[nodiscard]] std::int32_t position(const std::string& id) const {
        const ActivityIndex index = activity_named(now_.plan(), id);
        return index.known() ? compiled_.positions[index.at()] : -1;
    }

    void pin(const std::string& id, calendar::Date day) {
        const std::int32_t position = this->position(id);
        const auto at = static_cast<std::size_t>(position);
        schedule_.start[at] = compiled_.problem.calendar_of(position).next(std::max(0, compiled_.days.day(day)));
        schedule_.mode[at] = std::max(schedule_.mode[at], 0);
    }

    enum class Place : unsigned char {
        anyway,        ///< else at the end of its window
        where_it_fits  ///< else it stays
    };
    /// On the latest day on which nothing more is broken.
    void place(const std::string& id, Place otherwise) {
        const std::int32_t position = this->position(id);
        if (position < 0) return;
        const Schedule stays = schedule_;
        schedule_.mode[static_cast<std::size_t>(position)] = Schedule::not_chosen;
        // A mandatory activity that is left out is a breach of its own.
        const std::size_t missing = compiled_.problem.activity(position).optional ? 0 : 1;
        const std::size_t others = problem::check(compiled_.problem, schedule_).size() - missing;
        const Day wanted = wanted_by(now_.plan(), compiled_, dates_.gates, position);
        const auto put = [&](std::size_t breaches) {
            return placed_late(compiled_.problem, schedule_, {position, wanted}, [&](const Schedule& tried) {
                return problem::check(compiled_.problem, tried).size() <= breaches;
            });
        };
        auto placed = put(others);
        if (!placed && otherwise == Place::anyway) placed = put(~std::size_t{0});
        schedule_ = placed ? *std::move(placed) : stays;
    }

    [[nodiscard]] bool all_dated() const {
        for (std::int32_t i = 0; i < compiled_.problem.size(); ++i)
            if (!schedule_.chosen(i) && !compiled_.problem.activity(i).optional) return false;
        return true;
    }

    [[nodiscard]] std::string dates() const {
        engine::Answer answer;
        answer.status = engine::Status::feasible;
        answer.schedule = schedule_;
        answer.objective = problem::objective_values(compiled_.problem, schedule_);
        answer.bound.resize(answer.objective.size());
        return report::schedule_json(now_.plan(), timetable_of_answer(now_.plan(), compiled_, answer));
    }

private:
    const Snapshot& now_;
    const compile::CompiledPlan& compiled_;
    plan::Timetable dates_;
    Schedule schedule_;
};

class Trying {
public:
    Trying(const OpenPlan& open, const Wish& wish, const DateEffort& effort, TriedPlan tried, SnapshotPtr now)
        : open_(open), wish_(wish), effort_(effort), tried_(std::move(tried)), now_(std::move(now)) {}

    /// Everything where it was, but for what is wished.
    Outcome<TriedPlan> placed() {
        if (auto refusal = wrong_pins()) return tl::unexpected(*std::move(refusal));
        for (const auto& [id, day] : wish_.pins) tried_.pinned.push_back(id);
        const SnapshotPtr as_wished = standing();
        tried_.after = as_wished ? as_wished : now_;
        tried_.fits = as_wished && holds(*as_wished);
        return std::move(tried_);
    }

    Outcome<TriedPlan> answer(const FirstAnswer& first) {
        auto wished = placed();
        if (!wished || wished->fits) return wished;
        if (first) first(*wished);
        tried_ = *std::move(wished);
        if (const SnapshotPtr moved = replanned(); moved && holds(*moved)) {
            tried_.after = moved;
            tried_.fits = true;
        } else if (effort_.stop == nullptr || !effort_.stop->stopped()) {
            explain();
        }
        return std::move(tried_);
    }

private:
    [[nodiscard]] std::optional<Refusal> wrong_pins() const {
        for (const auto& [id, day] : wish_.pins) {
            const ActivityIndex index = activity_named(now_->plan(), id);
            const auto refuse_pin = [&, &named = id](const base::Text& why) {
                return wrong_parameter("pins." + named, report::fill(why, report::ltr(named)));
            };
            if (!index.known()) return refuse_pin({"the plan has no activity '{}'", "لا يوجد في الخطة نشاط باسم «{}»"});
            const std::int32_t position = now_->loaded().compiled->positions[index.at()];
            if (position < 0) return refuse_pin({"'{}' takes no part in the plan", "لا يشارك «{}» في الخطة"});
            if (now_->loaded().compiled->problem.activity(position).fixed >= 0)
                return refuse_pin({"'{}' has begun: its dates are facts", "بدأ «{}» فعلاً، وتاريخه واقع"});
            const auto days = now_->loaded().compiled->days.whole();
            const Day last = now_->loaded().compiled->problem.calendar_of(position).next(
                std::max(0, now_->loaded().compiled->days.day(day)));
            if (day < days.first || day > days.last || last == problem::never)
                return refuse_pin(
                    {"'{}' cannot start outside of the plan's days", "لا يمكن أن يبدأ «{}» خارج أيام الخطة"});
        }
        return std::nullopt;
    }

    /// Everything where it was, but for what is wished; none when something has no date yet.
    [[nodiscard]] SnapshotPtr standing() const {
        Standing standing(*open_.whole, *now_);
        for (const auto& [id, day] : wish_.pins) standing.pin(id, day);
        place_options(standing, Standing::Place::anyway);
        return standing.all_dated() ? now_->with_dates(standing.dates()) : nullptr;
    }

    void place_options(Standing& standing, Standing::Place otherwise) const {
        for (const Change& each : tried_.changes) {
            const bool chooses = each.edit.section == "activities" && each.edit.field == "chosen";
            const bool pinned = std::ranges::find(tried_.pinned, each.edit.id) != tried_.pinned.end();
            if (chooses && !pinned && each.edit.value.text == "true") standing.place(each.edit.id, otherwise);
        }
    }

    [[nodiscard]] bool holds(const Snapshot& after) const {
        if (!after.timetable() || breaks_more(*after.timetable(), open_.whole->timetable())) return false;
        for (const auto& [id, day] : wish_.pins) {
            const plan::ActivityDates& dates = after.timetable()->activities[activity_named(after.plan(), id).at()];
            if (!dates.chosen || dates.start < day) return false;
        }
        return true;
    }

    /// The least that has to move.
    [[nodiscard]] SnapshotPtr replanned() const {
        ReplanOptions options;
        options.schedule.run = run_of(effort_);
        options.most_points = 1;
        if (!now_->plan().as_of) options.today = now_->plan().start.value;
        for (const auto& [id, day] : wish_.pins) options.pins.emplace_back(activity_named(now_->plan(), id), day);
        const auto replanned = replan_loaded(*now_->as_written(), open_.whole->dates(), options);
        if (!replanned || !replanned->replanning) return nullptr;
        const plan::Timetable& found = replanned->replanning->timetable;
        if (found.status != plan::AnswerStatus::optimal && found.status != plan::AnswerStatus::feasible) return nullptr;
        const SnapshotPtr moved = now_->with_dates(report::schedule_json(replanned->plan, found));
        if (!moved->timetable()) return nullptr;
        // The search puts options where they come first; they help most where they come last.
        Standing standing(*moved, *now_);
        place_options(standing, Standing::Place::where_it_fits);
        return now_->with_dates(standing.dates());
    }

    /// The smallest conflict of the plan with the pins as wishes: not before the day, and done as soon as that allows.
    void explain() {
        auto asked = std::make_shared<AskedExplanation>();
        asked->plan = now_->plan();
        const compile::CompiledPlan& compiled = *now_->loaded().compiled;
        std::vector<plan::Target> targets;
        for (const auto& [id, day] : wish_.pins) {
            const ActivityIndex index = activity_named(asked->plan, id);
            const std::int32_t position = compiled.positions[index.at()];
            const problem::WorkTime& calendar = compiled.problem.calendar_of(position);
            const Day start = calendar.next(std::max(0, compiled.days.day(day)));
            const Day end = calendar.end_of(start, compiled.problem.activity(position).modes.front().duration);
            pinned_.push_back(index);
            if (end == problem::never) continue;
            plan::Window& window = asked->plan.activities[index.at()].window;
            const calendar::Date first = compiled.days.date(start);
            if (!window.first || *window.first < first) {
                window.first = first;
                not_before_.push_back(index);
            }
            targets.push_back({{}, index, compiled.days.finish(start, end), true});
        }
        auto how = compile_options(asked->plan, {});
        if (!how) return;
        for (std::size_t i = 0; i < asked->plan.activities.size(); ++i)
            if (asked->plan.activities[i].optional && compiled.positions[i] >= 0
                && !compiled.problem.activity(compiled.positions[i]).optional)
                how->also_chosen.push_back(base::index_of<ActivityIndex>(i));
        ExplainLimits limits;
        limits.conflicts = 20'000;
        limits.probes = 120;
        limits.stop = effort_.stop;
        limits.progress = effort_.progress;
        asked->explanation = explain_question({asked->plan, *std::move(how), std::move(targets)}, limits);
        drop_what_unpins(*asked);
        if (!asked->explanation.conflicts.empty()) tried_.explanation = std::move(asked);
    }

    /// The day that is wished for is no statement of the plan that could give way.
    void drop_what_unpins(AskedExplanation& asked) const {
        for (plan::Conflict& conflict : asked.explanation.conflicts)
            std::erase_if(conflict.repairs, [&](const plan::Repair& each) {
                const bool left_out = each.kind == plan::RepairKind::leave_out;
                const auto& wished = left_out ? pinned_ : not_before_;
                return (left_out || each.kind == plan::RepairKind::move_start)
                       && std::ranges::find(wished, each.target.activity) != wished.end();
            });
    }

    const OpenPlan& open_;
    const Wish& wish_;
    const DateEffort effort_;
    TriedPlan tried_;
    SnapshotPtr now_;
    std::vector<ActivityIndex> pinned_, not_before_;  ///< the latter: whose window begins with the pin
};

Outcome<Trying> trying(const OpenPlan& open, const Actor& actor, const Wish& wish, const DateEffort& effort) {
    auto changes = changes_of(open, actor, wish);
    if (!changes) return tl::unexpected(changes.error());
    auto now = changed(open, actor, *changes);
    if (!now) return tl::unexpected(now.error());
    if (!open.whole->timetable())
        return refuse(Refusal::Why::conflict, {"the plan has no dates yet", "لا توجد للخطة مواعيد بعد"},
                      {"compute them first", "احسبها أولاً"});
    if (!(*now)->loaded().compiled)
        return refuse(Refusal::Why::wrong_plan,
                      {"the plan has errors and cannot be dated", "في الخطة أخطاء ولا يمكن تحديد مواعيدها"});
    TriedPlan tried;
    tried.before = open.whole;
    tried.changes = *std::move(changes);
    return Trying(open, wish, effort, std::move(tried), *std::move(now));
}

}  // namespace

Outcome<TriedPlan> try_plan(const OpenPlan& open, const Actor& actor, const Wish& wish, const DateEffort& effort,
                            const FirstAnswer& first) {
    auto asked = trying(open, actor, wish, effort);
    if (!asked) return tl::unexpected(asked.error());
    return asked->answer(first);
}

Outcome<TriedPlan> place_wish(const OpenPlan& open, const Actor& actor, const Wish& wish) {
    auto asked = trying(open, actor, wish, {});
    if (!asked) return tl::unexpected(asked.error());
    return asked->placed();
}

}  // namespace masar::app
