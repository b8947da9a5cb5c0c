#include "app/hidden_schedule.h"

#include "base/random_stream.h"

#include <algorithm>
#include <cmath>

namespace masar::app {
namespace {

using base::RandomStream;

constexpr std::int64_t activities_per_pool = 100;  // at 2.8 needs of 3.4 units and 30 days: about thirty units each
constexpr std::int64_t fewest_pools = 4;
constexpr std::int64_t most_pools = 480;
constexpr double load = 0.8;
constexpr std::int32_t most_units = 6;
constexpr std::uint32_t memory = 12;       ///< links go to one of so many earlier activities of the line …
constexpr std::size_t longest_chain = 12;  ///< … or of more, so that chains do not outgrow the five years

/// Uniform in [low, high].
std::int32_t draw(RandomStream& random, std::int32_t low, std::int32_t high) {
    return low + static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(high - low + 1)));
}
bool chance(RandomStream& random, std::int32_t percent) { return draw(random, 1, 100) <= percent; }

/// Days of the joint calendar by number: the placing works on these only.
struct WorkingDays {
    explicit WorkingDays(const DrawFrame& frame) {
        const auto horizon = frame.calendar.horizon();
        for (calendar::Date day = frame.first_day; day <= horizon.last; day += std::chrono::days{1})
            if (frame.calendar.works(day)) {
                days.push_back(day);
                ramadan.push_back(
                    std::ranges::any_of(frame.ramadans, [&](const auto& each) { return each.contains(day); }));
                if (day <= frame.last_day) five_years = static_cast<std::int32_t>(days.size());
            }
    }
    std::vector<calendar::Date> days;
    std::vector<bool> ramadan;
    std::int32_t five_years = 0;
};

std::vector<DrawnNeed> draw_needs(RandomStream& random, std::int32_t pools) {
    const std::int32_t wanted = std::min(pools, chance(random, 20) ? 4 : chance(random, 55) ? 3 : 2);
    std::vector<DrawnNeed> needs;
    while (static_cast<std::int32_t>(needs.size()) < wanted) {
        const std::int32_t pool = draw(random, 0, pools - 1);
        if (std::ranges::find(needs, pool, &DrawnNeed::pool) == needs.end())
            needs.push_back({pool, draw(random, 1, most_units)});
    }
    std::ranges::sort(needs, {}, &DrawnNeed::pool);
    return needs;
}

std::vector<DrawnLink> draw_links(RandomStream& random, const std::vector<std::int32_t>& line, std::size_t line_size) {
    std::vector<DrawnLink> links;
    if (line.empty()) return links;
    const auto reach = std::max<std::size_t>(memory, 2 * line_size / longest_chain);
    const auto recent = static_cast<std::uint32_t>(std::min(reach, line.size()));
    const int wanted = chance(random, 25) ? 2 : 1;
    for (int k = 0; k < wanted; ++k) {
        const std::int32_t predecessor = line[line.size() - 1 - random.below(recent)];
        const std::int32_t lag = chance(random, 7) ? 5 : 0;
        if (std::ranges::find(links, predecessor, &DrawnLink::predecessor) == links.end())
            links.push_back({predecessor, lag});
    }
    return links;
}

std::vector<DrawnActivity> draw_activities(std::int64_t count, std::uint64_t seed, const DrawFrame& frame,
                                           std::int32_t pools) {
    std::vector<DrawnActivity> activities;
    std::vector<std::vector<std::int32_t>> lines(static_cast<std::size_t>(frame.lines));
    for (std::int64_t i = 0; i < count; ++i) {
        RandomStream random(seed, static_cast<std::uint64_t>(i));
        DrawnActivity activity;
        activity.line = draw(random, 0, frame.lines - 1);
        activity.duration = draw(random, 5, 55);
        activity.cost_thousands = 2 * draw(random, 10, 160);
        activity.avoids_ramadan = chance(random, 56);
        auto& line = lines[static_cast<std::size_t>(activity.line)];
        activity.after = draw_links(random, line, static_cast<std::size_t>(count / frame.lines));
        activity.needs = draw_needs(random, pools);
        line.push_back(static_cast<std::int32_t>(i));
        activities.push_back(std::move(activity));
    }
    return activities;
}

/// Places activities in the order drawn, each at its first feasible day from a target that moves through the five years.
class Placing {
public:
    Placing(const WorkingDays& days, const std::vector<std::int32_t>& capacities)
        : days_(days),
          capacities_(capacities),
          used_(capacities.size(), std::vector<std::int32_t>(days.days.size(), 0)) {}

    void place(DrawnActivity& activity, std::int32_t from) {
        std::int32_t start = from;
        for (const DrawnLink& link : activity.after)
            start = std::max(start, ends_[static_cast<std::size_t>(link.predecessor)] + link.lag_days);
        for (std::int32_t next = first_clash(activity, start); next >= 0; next = first_clash(activity, start))
            start = next + 1;
        const std::int32_t end = start + activity.duration;
        for (const DrawnNeed& need : activity.needs)
            for (std::int32_t day = start; day < end; ++day) at(need.pool, day) += need.units;
        ends_.push_back(end);
        activity.start = date(start);
        activity.finish = date(end - 1);
    }

    [[nodiscard]] calendar::Date date(std::int32_t day) const {
        return days_.days[static_cast<std::size_t>(
            std::clamp<std::int32_t>(day, 0, static_cast<std::int32_t>(days_.days.size()) - 1))];
    }
    [[nodiscard]] std::int32_t last_end() const { return ends_.back(); }

private:
    std::int32_t& at(std::int32_t pool, std::int32_t day) {
        return used_[static_cast<std::size_t>(pool)][static_cast<std::size_t>(day)];
    }

    /// Last day of the first place that stands in the way of a start, -1 when nothing does.
    [[nodiscard]] std::int32_t first_clash(const DrawnActivity& activity, std::int32_t start) {
        for (std::int32_t day = start + activity.duration - 1; day >= start; --day) {
            if (activity.avoids_ramadan && days_.ramadan[static_cast<std::size_t>(day)]) return day;
            for (const DrawnNeed& need : activity.needs)
                if (at(need.pool, day) + need.units > capacities_[static_cast<std::size_t>(need.pool)]) return day;
        }
        return -1;
    }

    const WorkingDays& days_;
    const std::vector<std::int32_t>& capacities_;
    std::vector<std::vector<std::int32_t>> used_;
    std::vector<std::int32_t> ends_;
};

std::vector<std::int32_t> capacities_for(const std::vector<DrawnActivity>& activities, std::int32_t pools,
                                         std::int32_t five_years) {
    std::vector<std::int64_t> demand(static_cast<std::size_t>(pools), 0);
    for (const DrawnActivity& each : activities)
        for (const DrawnNeed& need : each.needs)
            demand[static_cast<std::size_t>(need.pool)] += std::int64_t{need.units} * each.duration;
    std::vector<std::int32_t> capacities;
    for (const std::int64_t each : demand)
        capacities.push_back(std::max(
            most_units, static_cast<std::int32_t>(std::lround(static_cast<double>(each) / (load * five_years)))));
    return capacities;
}

}  // namespace

HiddenSchedule draw_schedule(std::int64_t count, std::uint64_t seed, const DrawFrame& frame) {
    const WorkingDays days(frame);
    const auto pools = static_cast<std::int32_t>(std::clamp(count / activities_per_pool, fewest_pools, most_pools));
    HiddenSchedule hidden;
    hidden.activities = draw_activities(count, seed, frame, pools);
    hidden.capacities = capacities_for(hidden.activities, pools, days.five_years);
    Placing placing(days, hidden.capacities);
    RandomStream random(seed, UINT64_MAX);
    for (std::int64_t i = 0; i < count; ++i) {
        DrawnActivity& activity = hidden.activities[static_cast<std::size_t>(i)];
        constexpr std::int32_t longest = 60;
        const auto target = static_cast<std::int32_t>(i * (days.five_years - longest) / count);
        placing.place(activity, std::max(0, target - draw(random, 0, 40)));
        const auto shifted = [&](calendar::Date day, std::int32_t by) {
            return frame.calendar.shift(day, by).value_or(day);
        };
        activity.window_first = std::max(frame.first_day, shifted(activity.start, -draw(random, 10, 40)));
        activity.window_last = shifted(activity.finish, draw(random, 130, 220));
    }
    return hidden;
}

}  // namespace masar::app
