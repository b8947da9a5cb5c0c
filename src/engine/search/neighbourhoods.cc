#include "engine/search/neighbourhoods.h"

#include <algorithm>

namespace masar::engine {
namespace {

constexpr std::uint64_t seed = 0x4E;
constexpr double fewest_activities = 6, fewest_days = 1;

/// Whether a schedule may be moved as a whole: no calendars and no capacity that changes.
bool can_move(const Problem& problem) {
    const problem::ProblemData& data = problem.data();
    const auto every_day = [](const problem::WorkTime& each) { return each.every_day(); };
    return !data.objectives.empty() && data.objectives.front() == problem::Objective::makespan
           && std::ranges::all_of(data.work_times, every_day)
           && std::ranges::all_of(data.pools, [](const problem::Pool& pool) { return pool.steps.size() == 1; });
}

}  // namespace

Neighbourhoods::Neighbourhoods(const Problem& problem)
    : problem_(problem), random_(seed, 0), movable_(can_move(problem)) {}

void Neighbourhoods::centre_on(const Schedule& schedule) {
    if (schedule == centre_) return;
    centre_ = schedule;
    end_.assign(schedule.start.size(), 0);
    for (std::int32_t i = 0; i < problem_.size(); ++i)
        if (schedule.chosen(i)) end_[static_cast<std::size_t>(i)] = problem::end_of(problem_, schedule, i);
}

void Neighbourhoods::hold_start(std::int32_t activity, Day from, Day to) {
    const Variable start = model_->activities[static_cast<std::size_t>(activity)].start;
    held_.push_back(at_least(start, from));
    held_.push_back(at_most(start, to));
}

/// Whether it takes part, and how.
void Neighbourhoods::hold_choice(std::int32_t activity) {
    const ActivityVariables& its = model_->activities[static_cast<std::size_t>(activity)];
    const bool chosen = centre_.chosen(activity);
    held_.push_back(chosen ? its.present : its.present.negated());
    if (chosen && !its.modes.empty())
        held_.push_back(its.modes[static_cast<std::size_t>(centre_.mode[static_cast<std::size_t>(activity)])]);
}

/// Around an activity drawn by lot, as long as it takes for enough others to run in it.
problem::Interval Neighbourhoods::stretch() {
    const std::size_t centre = random_.below(static_cast<std::uint32_t>(problem_.size()));
    problem::Interval free{centre_.start[centre], std::max(end_[centre], centre_.start[centre] + 1)};
    const Day last = std::ranges::max(end_);
    for (bool left = random_.below(2) == 0; free.from > 0 || free.to < last; left = !left) {
        double count = 0;
        for (std::size_t i = 0; i < end_.size(); ++i)
            count += centre_.start[i] < free.to && end_[i] > free.from ? 1 : 0;
        if (count >= free_activities_) break;
        (left ? free.from : free.to) += left ? -1 : 1;
    }
    return free;
}

void Neighbourhoods::hold_outside(problem::Interval free) {
    for (std::int32_t i = 0; i < problem_.size(); ++i) {
        const Day start = centre_.start[static_cast<std::size_t>(i)];
        const bool chosen = centre_.chosen(i);
        if (chosen && start < free.to && end_[static_cast<std::size_t>(i)] > free.from) continue;
        hold_choice(i);
        const Day day = start >= free.to ? start - 1 : start;
        if (chosen) hold_start(i, day, day);
    }
}

void Neighbourhoods::hold_in_band() {
    const auto days = static_cast<Day>(days_);
    for (std::int32_t i = 0; i < problem_.size(); ++i) {
        if (random_.below(4) != 0) hold_choice(i);
        const Day day = centre_.start[static_cast<std::size_t>(i)];
        if (centre_.chosen(i)) hold_start(i, day - days, day + days);
    }
}

std::vector<Bound> Neighbourhoods::next(const ClauseModel& model, const Schedule& best) {
    model_ = &model;
    centre_on(best);
    held_.clear();
    kind_ = movable_ && random_.below(4) != 0 ? Kind::window : Kind::band;
    if (kind_ == Kind::window)
        hold_outside(stretch());
    else
        hold_in_band();
    // What the engine knows without any decision need not be assumed.
    std::erase_if(held_, [&](Bound each) { return model_->engine->trail().is_true(each); });
    return std::move(held_);
}

/// As much freedom as can be searched to the end about half of the time.
void Neighbourhoods::resize(double factor) {
    double& size = kind_ == Kind::window ? free_activities_ : days_;
    const double most = kind_ == Kind::window ? problem_.size() : std::max<Day>(2, std::ranges::max(end_));
    size = std::clamp(size * factor, kind_ == Kind::window ? fewest_activities : fewest_days,
                      std::max(most, fewest_activities));
}

}  // namespace masar::engine
