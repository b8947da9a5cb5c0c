#include "app/conflict_preferences.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace masar::app {
namespace {

using compile::PlanStatement;
using plan::MemberKind;
using problem::StatementKind;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

/// How soon a kind is thought of; the same number = one thought.
int rank_of(MemberKind kind) {
    switch (kind) {
        case MemberKind::gate:
        case MemberKind::asked:
        case MemberKind::capacity:
        case MemberKind::yearly_capacity:
        case MemberKind::fund_ceiling:
        case MemberKind::side_ceiling:
        case MemberKind::stock:
        case MemberKind::choice: return 0;
        case MemberKind::activity:
        case MemberKind::starts_from:
        case MemberKind::finishes_from:
        case MemberKind::finishes_by:
        case MemberKind::cost_limit: return 1;
        case MemberKind::follows: return 3;
        default: return 2;
    }
}

class Preferences {
public:
    Preferences(const StatedQuestion& question, const std::vector<std::int32_t>& dropped)
        : data_(question.stated.problem.data()),
          statements_(question.stated.statements),
          use_(data_.activities.size(), 0),
          distance_(data_.activities.size(), far) {
        for (std::size_t i = 0; i < statements_.size(); ++i)
            if (!std::ranges::binary_search(dropped, static_cast<std::int32_t>(i))) add_uses(statements_[i]);
        find_distances();
    }

    /// The whole plan, what has nothing to do with the cause last.
    [[nodiscard]] std::vector<std::int32_t> nearest_first() const {
        return sorted([this](std::int32_t each) {
            const PlanStatement& its = statements_[at(each)];
            return std::tuple(distance_of(its), rank_of(its.member.kind), -use_of(its), each);
        });
    }

    /// What weighs most, each with its own dates; then what has to do with it.
    [[nodiscard]] std::vector<std::int32_t> heaviest_first() const {
        return sorted([this](std::int32_t each) {
            const PlanStatement& its = statements_[at(each)];
            const int rank = rank_of(its.member.kind);
            return std::tuple(rank == 0   ? -1
                              : rank == 3 ? far
                                          : distance_of(its),
                              -use_of(its), activity_of(its), rank, each);
        });
    }

    /// Dates before links, wherever they stand.
    [[nodiscard]] std::vector<std::int32_t> dates_first() const {
        return sorted([this](std::int32_t each) {
            const PlanStatement& its = statements_[at(each)];
            return std::tuple(rank_of(its.member.kind), distance_of(its), -use_of(its), each);
        });
    }

private:
    static constexpr int far = 1'000'000;

    template <class Key>
    [[nodiscard]] std::vector<std::int32_t> sorted(Key key) const {
        std::vector<std::int32_t> order(statements_.size());
        std::iota(order.begin(), order.end(), 0);
        std::ranges::sort(order, {}, key);
        return order;
    }

    /// The activity of the problem of which it speaks; -1 = of none, or of many.
    [[nodiscard]] std::int32_t activity_of(const PlanStatement& statement) const {
        if (!statement.member.activity.known() || statement.parts.empty()) return -1;
        const problem::Statement& part = statement.parts.front();
        if (part.kind == StatementKind::link) return data_.links[at(part.index)].to;
        const bool of_activity = part.kind != StatementKind::budget && part.kind != StatementKind::group
                                 && part.kind != StatementKind::pool && part.kind != StatementKind::reservoir
                                 && part.kind != StatementKind::firm_gate;
        return of_activity ? part.index : -1;
    }

    [[nodiscard]] int distance_of(const PlanStatement& statement) const {
        if (rank_of(statement.member.kind) == 0) return -1;
        if (statement.parts.empty()) return far;
        const problem::Statement& part = statement.parts.front();
        if (statement.member.kind == MemberKind::follows)
            return std::max(distance_[at(data_.links[at(part.index)].from)],
                            distance_[at(data_.links[at(part.index)].to)]);
        const std::int32_t activity = activity_of(statement);
        return activity < 0 ? far : distance_[at(activity)];
    }

    [[nodiscard]] std::int64_t use_of(const PlanStatement& statement) const {
        const std::int32_t activity = activity_of(statement);
        return activity < 0 ? 0 : use_[at(activity)];
    }

    /// What may be the cause: each activity's share in the capacities, ceilings and dates that are held against it.
    void add_uses(const PlanStatement& statement) {
        if (rank_of(statement.member.kind) != 0) return;
        for (const problem::Statement& part : statement.parts) {
            if (part.kind == StatementKind::link) ++use_[at(data_.links[at(part.index)].to)];
            if (part.kind == StatementKind::group)
                for (const std::int32_t each : data_.groups[at(part.index)].members) ++use_[at(each)];
            for (std::size_t i = 0; i < use_.size(); ++i) use_[i] += most_used(i, part);
        }
    }

    [[nodiscard]] std::int64_t most_used(std::size_t activity, const problem::Statement& part) const {
        std::int64_t most = 0;
        for (const problem::Mode& mode : data_.activities[activity].modes) {
            std::int64_t sum = 0;
            if (part.kind == StatementKind::pool)
                for (const problem::Demand& demand : mode.demands)
                    sum += demand.pool == part.index ? std::int64_t{demand.units} * mode.duration : 0;
            if (part.kind == StatementKind::budget)
                for (const problem::Expense& expense : mode.expenses)
                    sum += expense.budget == part.index ? expense.amount : 0;
            most = std::max(most, sum);
        }
        return most;
    }

    /// Links between those that use the cause and the others. Where nothing is used, all are equally near.
    void find_distances() {
        std::vector<std::int32_t> wave;
        for (std::size_t i = 0; i < use_.size(); ++i)
            if (use_[i] > 0) wave.push_back(static_cast<std::int32_t>(i));
        if (wave.empty()) std::ranges::fill(distance_, 0);
        for (const std::int32_t each : wave) distance_[at(each)] = 0;
        for (int distance = 1; !wave.empty(); ++distance) {
            std::vector<std::int32_t> next;
            const auto reach = [&](std::int32_t from, std::int32_t to) {
                if (distance_[at(from)] != distance - 1 || distance_[at(to)] != far || speaks_of_day_zero(from)) return;
                distance_[at(to)] = distance;
                next.push_back(to);
            };
            for (const problem::Link& link : data_.links) reach(link.from, link.to), reach(link.to, link.from);
            wave = std::move(next);
        }
    }

    /// The activity from which bounds are links.
    [[nodiscard]] bool speaks_of_day_zero(std::int32_t activity) const {
        return at(activity) + 1 == data_.activities.size();
    }

    const problem::ProblemData& data_;
    const std::vector<PlanStatement>& statements_;
    std::vector<std::int64_t> use_;  ///< by activity of the problem
    std::vector<int> distance_;      ///< likewise
};

}  // namespace

std::vector<std::vector<std::int32_t>> conflict_preferences(const StatedQuestion& question,
                                                            const std::vector<std::int32_t>& dropped) {
    const Preferences preferences(question, dropped);
    std::vector<std::int32_t> listed(question.stated.statements.size());
    std::iota(listed.rbegin(), listed.rend(), 0);
    return {preferences.nearest_first(), preferences.heaviest_first(), preferences.dates_first(), std::move(listed)};
}

}  // namespace masar::app
