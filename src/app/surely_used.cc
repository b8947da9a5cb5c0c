#include "app/surely_used.h"

#include "app/relaxed_dates.h"

#include <algorithm>

namespace masar::app {
namespace {

using plan::ConflictMember;
using plan::MemberKind;
using problem::Day;
using problem::Interval;

/// A stretch of days, what a pool can give on it in units times working days, and what its users need of that at least.
struct Use {
    Interval days;
    std::int32_t capacity = 0;
    std::int64_t working_days = 0, needed = 0;
    [[nodiscard]] std::int64_t excess() const { return needed - capacity * working_days; }
};

class SurelyUsed {
public:
    SurelyUsed(const problem::Problem& problem, const problem::Pool& asked, std::int32_t pool)
        : problem_(problem), asked_(asked), pool_(pool), passes_(relaxed_dates(problem)) {}

    /// A shorter mode does not always move a date the right way: nothing is claimed then.
    [[nodiscard]] bool dated() const {
        const auto one_length = [](const problem::Activity& each) {
            return each.optional || std::ranges::all_of(each.modes, [&](const problem::Mode& mode) {
                       return mode.duration == each.modes.front().duration;
                   });
        };
        return passes_.contradiction.empty() && std::ranges::all_of(problem_.data().activities, one_length);
    }

    /// In its most modest mode; 0 where it may pass by.
    [[nodiscard]] std::int64_t used_by(std::int32_t activity, Interval days) const {
        const auto& modes = problem_.activity(activity).modes;
        std::int64_t least = INT64_MAX;
        for (const problem::Mode& mode : modes) {
            std::int64_t units = 0;
            for (const problem::Demand& each : mode.demands) units += each.pool == pool_ ? each.units : 0;
            if (units > 0) units *= least_days(activity, mode.duration, days);
            least = std::min(least, units);
        }
        return least;
    }

    /// Between the earliest start of one user and the latest end of another, where most is lacking; nothing where nothing is.
    [[nodiscard]] std::optional<Use> most_overfilled(const std::vector<std::int32_t>& users) const {
        std::optional<Use> worst;
        for (const std::int32_t first : users)
            for (const std::int32_t last : users) {
                const Interval days{earliest(first), latest(last)};
                const auto capacity = level(days);
                if (days.from >= days.to || !capacity) continue;
                Use use{days, *capacity, overlap(first, days, days), 0};
                for (const std::int32_t each : users) use.needed += used_by(each, days);
                if (use.excess() > (worst ? worst->excess() : 0)) worst = use;
            }
        return worst;
    }

private:
    [[nodiscard]] Day earliest(std::int32_t activity) const {
        return passes_.earliest_start[static_cast<std::size_t>(activity)];
    }
    [[nodiscard]] Day latest(std::int32_t activity) const {
        return passes_.latest_end[static_cast<std::size_t>(activity)];
    }

    /// A stretch of working days lies least within others when it begins as early, or as late, as it can.
    [[nodiscard]] std::int64_t least_days(std::int32_t activity, std::int32_t duration, Interval days) const {
        const problem::WorkTime& calendar = problem_.calendar_of(activity);
        const Day from = earliest(activity), to = latest(activity);
        if (from >= problem::never || to < 0 || to >= problem::never) return 0;
        const Day last = calendar.start_for(to, duration);
        return std::min(overlap(activity, {from, calendar.end_of(from, duration)}, days),
                        overlap(activity, {last, to}, days));
    }

    /// Working days of the activity.
    [[nodiscard]] std::int64_t overlap(std::int32_t activity, Interval busy, Interval days) const {
        const Day from = std::max(busy.from, days.from), to = std::min(busy.to, days.to);
        const problem::WorkTime& calendar = problem_.calendar_of(activity);
        if (from >= to) return 0;
        return calendar.every_day() ? to - from : calendar.count_before(to) - calendar.count_before(from);
    }

    /// The capacity, where it is the same on all these days.
    [[nodiscard]] std::optional<std::int32_t> level(Interval days) const {
        std::optional<std::int32_t> capacity;
        for (std::size_t i = 0; i < asked_.steps.size(); ++i) {
            const Day next = i + 1 < asked_.steps.size() ? asked_.steps[i + 1].from : problem::never;
            if (next <= days.from || asked_.steps[i].from >= days.to) continue;
            if (capacity && *capacity != asked_.steps[i].capacity) return std::nullopt;
            capacity = asked_.steps[i].capacity;
        }
        return capacity;
    }

    const problem::Problem& problem_;
    const problem::Pool& asked_;
    std::int32_t pool_;
    problem::Passes passes_;
};

/// The one capacity of a clash with a last day and without money.
ConflictMember* only_capacity(std::vector<ConflictMember>& members) {
    const auto is_capacity = [](const ConflictMember& each) { return each.kind == MemberKind::capacity; };
    const bool money = std::ranges::any_of(members, [](const ConflictMember& each) {
        return each.kind == MemberKind::fund_ceiling || each.kind == MemberKind::side_ceiling;
    });
    if (money || std::ranges::count_if(members, is_capacity) != 1) return nullptr;
    ConflictMember& found = *std::ranges::find_if(members, is_capacity);
    return found.days ? &found : nullptr;
}

bool needs(const problem::Activity& activity, std::int32_t pool) {
    return std::ranges::all_of(activity.modes, [pool](const problem::Mode& mode) {
        return std::ranges::any_of(mode.demands,
                                   [pool](const problem::Demand& each) { return each.pool == pool && each.units > 0; });
    });
}

}  // namespace

void add_surely_used(const StatedQuestion& question, const problem::ProblemData& narrowed,
                     std::vector<ConflictMember>& members) {
    ConflictMember* capacity = only_capacity(members);
    const auto problem = problem::Problem::make(narrowed);
    if (capacity == nullptr || !problem) return;
    const auto& pools = question.compiled.pools;
    const auto place = std::ranges::find(pools, capacity->record, [](const auto& each) { return each.value; });
    const auto pool = static_cast<std::int32_t>(place - pools.begin());
    const auto position = [&](const ConflictMember& each) { return question.compiled.positions[each.activity.at()]; };
    std::vector<std::int32_t> users;
    for (const ConflictMember& each : members)
        if (each.kind == MemberKind::activity && needs(problem->activity(position(each)), pool))
            users.push_back(position(each));
    // Of different calendars nobody would know whose working days these are.
    const auto calendar = [&](std::int32_t each) { return problem->activity(each).calendar; };
    if (users.empty() || !std::ranges::all_of(users, [&](auto each) { return calendar(each) == calendar(users[0]); }))
        return;
    const SurelyUsed used(*problem, question.stated.problem.data().pools[static_cast<std::size_t>(pool)], pool);
    const auto use = used.dated() ? used.most_overfilled(users) : std::nullopt;
    if (!use) return;
    const compile::DayCount& count = question.compiled.days;
    capacity->days = calendar::DatePeriod{count.date(use->days.from), count.date(use->days.to - 1)};
    capacity->amount = use->capacity;
    capacity->working_days = use->working_days;
    for (ConflictMember& each : members)
        if (each.kind == MemberKind::activity) each.surely_used = used.used_by(position(each), use->days);
}

}  // namespace masar::app
