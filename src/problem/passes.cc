#include "problem/passes.h"

#include "problem/forward_pass.h"
#include "problem/link_bound.h"
#include "problem/start_days.h"

#include <algorithm>
#include <deque>

namespace masar::problem {
namespace {

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

/// Latest dates: the greatest fixed point below the project's end.
class BackwardPass {
public:
    BackwardPass(const Problem& problem, const PassOptions& options, Day project_end)
        : problem_(problem), options_(options), project_end_(project_end) {}

    void run(Passes& passes) {
        start_ = &passes.latest_start;
        end_ = &passes.latest_end;
        start_->assign(at(problem_.size()), never);
        end_->assign(at(problem_.size()), never);
        const auto& order = problem_.topological_order();
        for (auto it = order.rbegin(); it != order.rend(); ++it) {
            if (mode_taken(problem_, options_, *it) != Schedule::not_chosen) place_first(*it);
        }
        if (problem_.has_maximal_lags()) iterate();
    }

private:
    void place_first(std::int32_t i) {
        const Activity& activity = problem_.activity(i);
        if (activity.fixed >= 0) {
            const Fixed& fixed = problem_.data().fixed_activities[at(activity.fixed)];
            (*start_)[at(i)] = fixed.start;
            (*end_)[at(i)] = fixed.end;
            return;
        }
        const Day limit = options_.windows ? std::min(project_end_, activity.latest_end) : project_end_;
        settle(i, days(i).last_ending_by(limit));
        lower(i);
    }

    StartDays days(std::int32_t i) const {
        return {problem_, i, mode_taken(problem_, options_, i),
                options_.windows ? Forbidden::minded : Forbidden::ignored};
    }

    void settle(std::int32_t i, Day start) {
        (*start_)[at(i)] = start;
        (*end_)[at(i)] = start < 0 ? -1 : days(i).end_of(start);
    }

    Day event(std::int32_t i, Anchor anchor) const {
        return anchor == Anchor::start ? (*start_)[at(i)] : (*end_)[at(i)];
    }

    /// Last start of `i` whose anchor event is <= `day`.
    Day last_for(std::int32_t i, Anchor anchor, Day day) const {
        return anchor == Anchor::start ? days(i).last_by(day) : days(i).last_ending_by(day);
    }

    /// Applies every link that bounds `i` from above; tells whether it moved.
    bool lower(std::int32_t i) {
        if (problem_.activity(i).fixed >= 0) return false;
        Day latest = (*start_)[at(i)];
        for (const auto index : problem_.links_from(i)) {
            const Link& link = problem_.data().links[at(index)];
            if (link.sense != Sense::at_least || left_out(link.to)) continue;
            const Day target = event(link.to, link.to_anchor);
            if (target < never) {
                latest = std::min(latest, last_for(i, link.from_anchor, link_inverse(problem_, link, target)));
            }
        }
        for (const auto index : problem_.links_to(i)) {
            const Link& link = problem_.data().links[at(index)];
            if (link.sense != Sense::at_most || left_out(link.from)) continue;
            const Day bound = link_bound(problem_, link, {(*start_)[at(link.from)], (*end_)[at(link.from)]});
            if (bound < never) latest = std::min(latest, last_for(i, link.to_anchor, bound));
        }
        if (latest >= (*start_)[at(i)]) return false;
        settle(i, latest);
        return true;
    }

    bool left_out(std::int32_t i) const { return mode_taken(problem_, options_, i) == Schedule::not_chosen; }

    void iterate() {
        const auto& order = problem_.topological_order();
        std::deque<std::int32_t> queue(order.rbegin(), order.rend());
        std::vector<bool> queued(at(problem_.size()), true);
        const auto wake = [&](std::int32_t i) {
            if (queued[at(i)] || left_out(i)) return;
            queued[at(i)] = true;
            queue.push_back(i);
        };
        while (!queue.empty()) {
            const std::int32_t i = queue.front();
            queue.pop_front();
            queued[at(i)] = false;
            if (left_out(i) || !lower(i)) continue;
            for (const auto index : problem_.links_to(i)) wake(problem_.data().links[at(index)].from);
            for (const auto index : problem_.links_from(i)) wake(problem_.data().links[at(index)].to);
        }
    }

    const Problem& problem_;
    const PassOptions& options_;
    Day project_end_;
    std::vector<Day>* start_ = nullptr;
    std::vector<Day>* end_ = nullptr;
};

}  // namespace

Passes run_passes(const Problem& problem, const PassOptions& options) {
    Passes passes = run_forward_pass(problem, options);
    if (!passes.contradiction.empty()) {
        passes.latest_start.assign(at(problem.size()), -1);
        passes.latest_end.assign(at(problem.size()), -1);
        return passes;
    }
    const Day end = options.latest_finish == never ? passes.makespan : options.latest_finish;
    BackwardPass(problem, options, end).run(passes);
    return passes;
}

Day first_start(const Problem& problem, std::int32_t activity, std::int32_t mode, Day from) {
    return StartDays(problem, activity, mode, Forbidden::minded).first_from(from);
}

Day last_start(const Problem& problem, std::int32_t activity, std::int32_t mode, Day end) {
    return StartDays(problem, activity, mode, Forbidden::minded).last_ending_by(end);
}

Day first_start_reaching(const Problem& problem, std::int32_t activity, std::int32_t mode, Day end) {
    return StartDays(problem, activity, mode, Forbidden::minded).first_reaching(end);
}

Day last_start_by(const Problem& problem, std::int32_t activity, std::int32_t mode, Day start) {
    return StartDays(problem, activity, mode, Forbidden::minded).last_by(start);
}

}  // namespace masar::problem
