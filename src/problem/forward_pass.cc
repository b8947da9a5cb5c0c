#include "problem/forward_pass.h"

#include "problem/link_bound.h"
#include "problem/start_days.h"

#include <algorithm>
#include <deque>
#include <optional>

namespace masar::problem {
namespace {

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

class ForwardPass {
public:
    ForwardPass(const Problem& problem, const PassOptions& options)
        : problem_(problem), data_(problem.data()), options_(options), pushed_by_(at(problem.size()), -1) {
        passes_.earliest_start.assign(at(problem.size()), never);
        passes_.earliest_end.assign(at(problem.size()), never);
    }

    Passes run() {
        for (std::int32_t i = 0; i < problem_.size(); ++i) {
            if (!left_out(i)) place_alone(i);
        }
        for (const auto i : problem_.topological_order()) {
            if (!left_out(i)) raise(i);
        }
        if (problem_.has_maximal_lags()) iterate();
        for (std::int32_t i = 0; i < problem_.size(); ++i) {
            if (!left_out(i)) passes_.makespan = std::max(passes_.makespan, passes_.earliest_end[at(i)]);
        }
        return std::move(passes_);
    }

private:
    bool left_out(std::int32_t i) const { return mode_taken(problem_, options_, i) == Schedule::not_chosen; }

    StartDays days(std::int32_t i) const {
        return {problem_, i, mode_taken(problem_, options_, i),
                options_.windows ? Forbidden::minded : Forbidden::ignored};
    }

    void place_alone(std::int32_t i) {
        const Activity& activity = problem_.activity(i);
        if (activity.fixed >= 0) {
            const Fixed& fixed = data_.fixed_activities[at(activity.fixed)];
            passes_.earliest_start[at(i)] = fixed.start;
            passes_.earliest_end[at(i)] = fixed.end;
        } else {
            settle(i, days(i).first_from(options_.windows ? activity.earliest_start : 0));
        }
    }

    void settle(std::int32_t i, Day start) {
        passes_.earliest_start[at(i)] = start;
        passes_.earliest_end[at(i)] = start >= never ? never : days(i).end_of(start);
    }

    Span span(std::int32_t i) const { return {passes_.earliest_start[at(i)], passes_.earliest_end[at(i)]}; }
    Day event(std::int32_t i, Anchor anchor) const {
        return anchor == Anchor::start ? passes_.earliest_start[at(i)] : passes_.earliest_end[at(i)];
    }

    /// Raises `i` so that its anchor event is >= `day`; remembers the link that did it.
    bool raise_to(std::int32_t i, Anchor anchor, Day day) {
        if (event(i, anchor) >= day) return false;
        settle(i, anchor == Anchor::start ? days(i).first_from(day) : days(i).first_reaching(day));
        return true;
    }

    /// Applies every link that bounds `i` from below; tells whether it moved.
    bool raise(std::int32_t i) {
        if (problem_.activity(i).fixed >= 0) return false;
        bool moved = false;
        for (const auto index : problem_.links_to(i)) {
            const Link& link = data_.links[at(index)];
            if (link.sense != Sense::at_least || left_out(link.from)) continue;
            if (!raise_to(i, link.to_anchor, link_bound(problem_, link, span(link.from)))) continue;
            pushed_by_[at(i)] = index;
            moved = true;
        }
        for (const auto index : problem_.links_from(i)) {
            const Link& link = data_.links[at(index)];
            if (link.sense != Sense::at_most || left_out(link.to)) continue;
            const Day needed = link_needed(problem_, link, event(link.to, link.to_anchor));
            if (!raise_to(i, link.from_anchor, needed)) continue;
            pushed_by_[at(i)] = index;
            moved = true;
        }
        return moved;
    }

    void iterate() {
        const auto& order = problem_.topological_order();
        std::deque<std::int32_t> queue(order.begin(), order.end());
        std::vector<bool> queued(at(problem_.size()), true);
        const auto wake = [&](std::int32_t i) {
            if (queued[at(i)] || left_out(i)) return;
            queued[at(i)] = true;
            queue.push_back(i);
        };
        // Looking for a cycle costs O(n); after every n moves it costs nothing worth counting.
        std::int32_t moves_until_look = problem_.size();
        while (!queue.empty()) {
            const std::int32_t i = queue.front();
            queue.pop_front();
            queued[at(i)] = false;
            if (left_out(i) || !raise(i)) continue;
            for (const auto index : problem_.links_from(i)) wake(data_.links[at(index)].to);
            for (const auto index : problem_.links_to(i)) wake(data_.links[at(index)].from);
            if (--moves_until_look > 0) continue;
            moves_until_look = problem_.size();
            if (find_contradiction()) return;
        }
        find_contradiction();
    }

    std::int32_t pusher(std::int32_t i) const {
        const auto index = pushed_by_[at(i)];
        if (index < 0) return -1;
        const Link& link = data_.links[at(index)];
        return link.to == i ? link.from : link.to;
    }

    /// Walks from pushed to pusher; a circle of pushes is a contradiction when it can never come to rest.
    bool find_contradiction() {
        std::vector<std::int32_t> walk_of(at(problem_.size()), -1);
        for (std::int32_t root = 0; root < problem_.size(); ++root) {
            std::int32_t i = root;
            while (i >= 0 && walk_of[at(i)] < 0) {
                walk_of[at(i)] = root;
                i = pusher(i);
            }
            if (i < 0 || walk_of[at(i)] != root) continue;
            auto circle = circle_through(i);
            if (!never_rests(circle)) continue;
            std::rotate(circle.begin(), std::min_element(circle.begin(), circle.end()), circle.end());
            passes_.contradiction = std::move(circle);
            return true;
        }
        return false;
    }

    /// In the order in which they push each other.
    std::vector<std::int32_t> circle_through(std::int32_t first) const {
        std::vector<std::int32_t> circle{first};
        for (std::int32_t i = pusher(first); i != first; i = pusher(i)) circle.push_back(i);
        std::reverse(circle.begin(), circle.end());
        return circle;
    }

    /// On calendars of every day one round adds the same each time, whatever the windows do; on other calendars only the end
    /// of time tells.
    bool never_rests(const std::vector<std::int32_t>& circle) const {
        std::int64_t length = 0;
        for (const auto i : circle) {
            if (passes_.earliest_start[at(i)] >= never) return true;
            const auto step = even_push(i);
            if (!step) return false;
            length += *step;
        }
        return length > 0;
    }

    std::int64_t offset(std::int32_t i, Anchor anchor) const {
        if (anchor == Anchor::start) return 0;
        return problem_.activity(i).modes[at(mode_taken(problem_, options_, i))].duration;
    }

    /// How far after its pusher's start the pushed start must lie, where every day is worked; nothing elsewhere.
    std::optional<std::int64_t> even_push(std::int32_t i) const {
        const Link& link = data_.links[at(pushed_by_[at(i)])];
        const bool even = data_.work_times[at(link.calendar)].every_day() && problem_.calendar_of(link.from).every_day()
                          && problem_.calendar_of(link.to).every_day();
        if (!even) return {};
        const bool over_night = link.from_anchor == Anchor::start && link.to_anchor == Anchor::finish;
        const std::int64_t forward =
            offset(link.from, link.from_anchor) + link.lag + (over_night ? 1 : 0) - offset(link.to, link.to_anchor);
        return link.to == i ? forward : -forward;
    }

    const Problem& problem_;
    const ProblemData& data_;
    const PassOptions& options_;
    Passes passes_;
    std::vector<std::int32_t> pushed_by_;  ///< the link that raised the activity last; -1 = its own window
};

}  // namespace

std::int32_t mode_taken(const Problem& problem, const PassOptions& options, std::int32_t activity) {
    const Activity& asked = problem.activity(activity);
    if (asked.fixed >= 0 && options.modes.empty()) return problem.data().fixed_activities[at(asked.fixed)].mode;
    if (options.modes.empty()) return asked.optional ? Schedule::not_chosen : 0;
    return options.modes[at(activity)];
}

Passes run_forward_pass(const Problem& problem, const PassOptions& options) {
    return ForwardPass(problem, options).run();
}

}  // namespace masar::problem
