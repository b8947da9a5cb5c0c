#include "app/replan_front.h"

#include <algorithm>
#include <tuple>

namespace masar::app {
namespace {

using engine::Answer;
using problem::Objective;
using problem::Problem;
using problem::Schedule;

enum class First : unsigned char { aims, moves };

class Trade {
public:
    explicit Trade(const TradeQuestion& question)
        : question_(question),
          aims_(question.problem.data().objectives.size()),
          by_aims_(with_moves(First::aims)),
          by_moves_(with_moves(First::moves)),
          run_(question.run) {
        if (run_.limits.seconds) *run_.limits.seconds /= std::max(1, question.most_points) + 1;
    }

    TradeFront find() {
        TradeFront front;
        const Schedule before = as_before();
        front.best = solve(by_aims_, {}, before);
        if (!front.best.schedule) return front;
        const TradePoint best = point_of(front.best, First::aims);
        auto next = std::optional(point_of(solve(by_moves_, {}, best.schedule), First::moves));
        while (next) {
            front.points.push_back(*std::move(next));
            const TradePoint& last = front.points.back();
            next.reset();
            front.whole = last.aims <= best.aims;
            // One place is kept for the best by the aims.
            if (front.whole || static_cast<std::int32_t>(front.points.size()) + 1 >= question_.most_points) break;
            next = better_than(last, best);
        }
        if (!front.whole && question_.most_points > 1) front.points.push_back(best);
        return front;
    }

private:
    [[nodiscard]] Problem with_moves(First first) const {
        problem::ProblemData data = question_.problem.data();
        data.baseline = question_.baseline;
        if (first == First::aims)
            data.objectives.push_back(Objective::moved);
        else
            data.objectives.insert(data.objectives.begin(), Objective::moved);
        data.objectives.push_back(Objective::shift);
        return *Problem::make(std::move(data));
    }

    /// The old dates under the new plan, whether or not they still hold.
    [[nodiscard]] Schedule as_before() const {
        Schedule schedule;
        for (std::int32_t i = 0; i < question_.problem.size(); ++i) {
            const problem::Activity& activity = question_.problem.activity(i);
            const problem::Day day = question_.baseline[static_cast<std::size_t>(i)];
            const bool out = day == problem::not_in_baseline && activity.optional && activity.fixed < 0;
            const auto* fixed =
                activity.fixed < 0
                    ? nullptr
                    : &question_.problem.data().fixed_activities[static_cast<std::size_t>(activity.fixed)];
            schedule.start.push_back(fixed != nullptr ? fixed->start : std::max(day, activity.earliest_start));
            schedule.mode.push_back(out ? Schedule::not_chosen : fixed != nullptr ? fixed->mode : 0);
        }
        return schedule;
    }

    [[nodiscard]] Answer solve(const Problem& problem, std::vector<std::optional<std::int64_t>> ceilings,
                               const Schedule& known) const {
        engine::Run run = run_;
        run.ceilings = std::move(ceilings);
        run.known = &known;
        return engine::solve(problem, run);
    }

    [[nodiscard]] TradePoint point_of(const Answer& answer, First first) const {
        const std::size_t skip = first == First::moves ? 1 : 0;
        TradePoint point{
            *answer.schedule, answer.objective[first == First::moves ? 0 : aims_], answer.objective.back(), {}, true};
        const auto from = answer.objective.begin() + static_cast<std::ptrdiff_t>(skip);
        point.aims.assign(from, from + static_cast<std::ptrdiff_t>(aims_));
        for (std::size_t i = 0; i <= aims_; ++i)
            point.proven = point.proven && answer.bound[i] && *answer.bound[i] >= answer.objective[i];
        return point;
    }

    /// The fewest moves among all schedules better by the aims: for each aim, no worse in those before it and better in this one.
    [[nodiscard]] std::optional<TradePoint> better_than(const TradePoint& last, const TradePoint& best) const {
        std::optional<TradePoint> found;
        bool all_proven = true, prefix_is_best = best.proven;
        for (std::size_t aim = 0; aim < aims_; ++aim) {
            prefix_is_best = prefix_is_best && last.aims[aim] <= best.aims[aim];
            if (prefix_is_best) continue;  // nothing is better here without being worse before
            std::vector<std::optional<std::int64_t>> ceilings(1 + aims_ + 1);
            for (std::size_t i = 0; i <= aim; ++i) ceilings[1 + i] = last.aims[i] - (i == aim ? 1 : 0);
            const Answer answer = solve(by_moves_, std::move(ceilings), best.schedule);
            if (!answer.schedule) {
                all_proven = all_proven && answer.status == engine::Status::infeasible;
                continue;
            }
            TradePoint point = point_of(answer, First::moves);
            all_proven = all_proven && point.proven;
            const auto key = [](const TradePoint& each) { return std::tie(each.moved, each.aims, each.shift); };
            if (!found || key(point) < key(*found)) found = std::move(point);
        }
        if (found) found->proven = all_proven;
        return found;
    }

    const TradeQuestion& question_;
    std::size_t aims_;
    Problem by_aims_, by_moves_;
    engine::Run run_;
};

}  // namespace

TradeFront trade_front(const TradeQuestion& question) { return Trade(question).find(); }

}  // namespace masar::app
