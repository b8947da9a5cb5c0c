#include "engine/search/near_baseline.h"

#include "problem/checker.h"

#include <algorithm>
#include <utility>

namespace masar::engine {
namespace {

using problem::Day;
using problem::Problem;
using problem::Schedule;

class SendBack {
public:
    SendBack(const Problem& problem, Schedule schedule, std::int64_t most)
        : problem_(problem),
          schedule_(std::move(schedule)),
          objective_(problem::objective_values(problem, schedule_)),
          left_(most) {}

    Schedule run() {
        for (bool changed = true; changed && left_ > 0;) {
            changed = false;
            for (std::size_t i = 0; i < problem_.data().baseline.size() && left_ > 0; ++i)
                changed = send_back(i) || changed;
        }
        return std::move(schedule_);
    }

private:
    /// Home, half of the way home, a quarter, …
    bool send_back(std::size_t i) {
        const Day home = problem_.data().baseline[i], now = schedule_.start[i];
        const bool stays = home == problem::not_in_baseline || home == now || schedule_.mode[i] < 0;
        if (stays || problem_.data().activities[i].fixed >= 0) return false;
        const problem::WorkTime& calendar = problem_.calendar_of(static_cast<std::int32_t>(i));
        for (Day way = now - home; way != 0 && left_ > 0; way /= 2)
            if (try_start(i, way == now - home ? home : calendar.next(now - way))) return true;
        return false;
    }

    bool try_start(std::size_t i, Day start) {
        --left_;
        const Day before = std::exchange(schedule_.start[i], start);
        std::vector<std::int64_t> objective = problem::objective_values(problem_, schedule_);
        if (objective < objective_ && problem::check(problem_, schedule_).empty()) {
            objective_ = std::move(objective);
            return true;
        }
        schedule_.start[i] = before;
        return false;
    }

    const Problem& problem_;
    Schedule schedule_;
    std::vector<std::int64_t> objective_;
    std::int64_t left_;
};

}  // namespace

problem::ProblemData delayed_only(const Problem& problem) {
    problem::ProblemData data = problem.data();
    for (std::size_t i = 0; i < data.baseline.size(); ++i)
        data.activities[i].earliest_start = std::max(data.activities[i].earliest_start, data.baseline[i]);
    return data;
}

Schedule sent_back(const Problem& problem, Schedule schedule, std::int64_t most_looked_at) {
    return SendBack(problem, std::move(schedule), most_looked_at).run();
}

}  // namespace masar::engine
