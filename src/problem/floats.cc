// floats() of passes.h.
#include "problem/forward_pass.h"
#include "problem/link_bound.h"
#include "problem/start_days.h"

#include <algorithm>

namespace masar::problem {
namespace {

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

/// Working days from `from` to `to`; -1 stands for the day before all days.
std::int32_t working_days(const WorkTime& calendar, Day from, Day to) {
    const auto count = [&](Day day) { return day < 0 ? -1 : calendar.count_before(day); };
    return count(to) - count(from);
}

/// How late each activity could start while its neighbours keep their earliest dates.
class FreeStarts {
public:
    FreeStarts(const Problem& problem, const Passes& passes, const PassOptions& options)
        : problem_(problem),
          passes_(passes),
          options_(options),
          project_end_(options.latest_finish == never ? passes.makespan : options.latest_finish) {}

    Day latest(std::int32_t i) const {
        const StartDays days(problem_, i, mode_taken(problem_, options_, i),
                             options_.windows ? Forbidden::minded : Forbidden::ignored);
        Day start_limit = never;
        Day end_limit = options_.windows ? std::min(project_end_, problem_.activity(i).latest_end) : project_end_;
        const auto limit = [&](Anchor anchor, Day day) {
            Day& which = anchor == Anchor::start ? start_limit : end_limit;
            which = std::min(which, day);
        };
        for (const auto index : problem_.links_from(i)) {
            const Link& link = problem_.data().links[at(index)];
            const Day target = event(link.to, link.to_anchor);
            if (link.sense == Sense::at_least && target < never) {
                limit(link.from_anchor, link_inverse(problem_, link, target));
            }
        }
        for (const auto index : problem_.links_to(i)) {
            const Link& link = problem_.data().links[at(index)];
            if (link.sense == Sense::at_most) limit(link.to_anchor, link_bound(problem_, link, span(link.from)));
        }
        return std::min(days.last_by(start_limit), days.last_ending_by(end_limit));
    }

private:
    /// Left-out activities have no dates and so bound nobody.
    Span span(std::int32_t i) const { return {passes_.earliest_start[at(i)], passes_.earliest_end[at(i)]}; }
    Day event(std::int32_t i, Anchor anchor) const { return anchor == Anchor::start ? span(i).start : span(i).end; }

    const Problem& problem_;
    const Passes& passes_;
    const PassOptions& options_;
    Day project_end_;
};

/// Latest starts against the project's own end, which alone makes an activity critical.
std::vector<Day> own_latest_starts(const Problem& problem, const Passes& passes, const PassOptions& options) {
    if (options.latest_finish == never || options.latest_finish == passes.makespan) return passes.latest_start;
    PassOptions own = options;
    own.latest_finish = never;
    return run_passes(problem, own).latest_start;
}

}  // namespace

std::vector<Float> floats(const Problem& problem, const Passes& passes, const PassOptions& options) {
    std::vector<Float> result(at(problem.size()));
    const std::vector<Day> own_latest = own_latest_starts(problem, passes, options);
    const FreeStarts free_starts(problem, passes, options);
    for (std::int32_t i = 0; i < problem.size(); ++i) {
        const Day earliest = passes.earliest_start[at(i)];
        if (mode_taken(problem, options, i) == Schedule::not_chosen || earliest >= never) continue;
        const WorkTime& calendar = problem.calendar_of(i);
        Float& entry = result[at(i)];
        entry.total = working_days(calendar, earliest, passes.latest_start[at(i)]);
        entry.critical = working_days(calendar, earliest, own_latest[at(i)]) <= 0;
        if (problem.activity(i).fixed >= 0) continue;
        entry.free = std::max(0, working_days(calendar, earliest, free_starts.latest(i)));
    }
    return result;
}

}  // namespace masar::problem
