#include "app/find_plan_conflict.h"

#include "app/charged_days.h"
#include "app/conflict_preferences.h"
#include "app/surely_used.h"
#include "compile/forbidden_sets.h"

#include <algorithm>
#include <array>

namespace masar::app {
namespace {

using compile::AvoidedPeriod;
using compile::PlanStatement;
using plan::ConflictMember;
using plan::MemberKind;
using problem::Day;
using problem::ProblemData;

constexpr std::int32_t plenty = 1'000'000;  // of units, where a capacity is not looked at
constexpr int most_further = 8;

/// A conflict as a problem of its own, in which its members can be narrowed as long as it stays one.
class Narrowing {
public:
    Narrowing(const plan::Plan& plan, const StatedQuestion& question, Effort& effort)
        : plan_(plan), question_(question), effort_(effort) {}

    std::vector<ConflictMember> narrow(const std::vector<std::int32_t>& statements) {
        data_ = question_.stated.without(question_.stated.others(statements));
        std::vector<ConflictMember> members;
        for (const std::int32_t each : statements) {
            const PlanStatement& statement = question_.stated.statements[static_cast<std::size_t>(each)];
            if (statement.avoided.size() > 1)
                add_periods(statement, members);
            else
                members.push_back(statement.member);
        }
        for (std::size_t i = 0; i < statements.size(); ++i) {
            const PlanStatement& statement = question_.stated.statements[static_cast<std::size_t>(statements[i])];
            if (statement.member.kind == MemberKind::capacity && has_last_day(members)) add_days(statement, members);
        }
        add_charged_days(question_, data_, members);
        add_surely_used(question_, data_, members);
        return members;
    }

private:
    [[nodiscard]] bool still_clashes(const ProblemData& data) {
        return effort_.probe(problem::without_free_options(data)).status == engine::ConflictStatus::conflict;
    }

    /// Without one, a capacity matters wherever the work is put.
    [[nodiscard]] static bool has_last_day(const std::vector<ConflictMember>& members) {
        return std::ranges::any_of(members, [](const ConflictMember& each) {
            return each.kind == MemberKind::finishes_by || each.kind == MemberKind::gate
                   || each.kind == MemberKind::asked || each.kind == MemberKind::fund_closes;
        });
    }

    [[nodiscard]] ProblemData avoiding_only(const PlanStatement& statement, const std::vector<AvoidedPeriod>& periods) {
        ProblemData data = data_;
        std::vector<problem::Interval> days;
        for (const AvoidedPeriod& each : periods) days.insert(days.end(), each.days.begin(), each.days.end());
        data.activities[static_cast<std::size_t>(statement.parts.front().index)].forbidden =
            static_cast<std::int32_t>(data.forbidden_sets.size());
        data.forbidden_sets.push_back(compile::united(std::move(days)));
        return data;
    }

    void add_periods(const PlanStatement& statement, std::vector<ConflictMember>& members) {
        std::vector<AvoidedPeriod> needed = statement.avoided;
        for (std::size_t i = 0; i < needed.size() && needed.size() > 1;) {
            std::vector<AvoidedPeriod> fewer = needed;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            if (still_clashes(avoiding_only(statement, fewer)))
                needed = std::move(fewer);
            else
                ++i;
        }
        data_ = avoiding_only(statement, needed);
        for (const AvoidedPeriod& each : needed) members.push_back(compile::avoiding(plan_, statement.member, each));
    }

    /// The capacity asked for on [from, to) only.
    [[nodiscard]] ProblemData limited(std::int32_t pool, problem::Interval days) const {
        ProblemData data = data_;
        std::vector<problem::CapacityStep> steps;
        if (days.from > 0) steps.push_back({0, plenty});
        const auto& stated = data_.pools[static_cast<std::size_t>(pool)].steps;
        for (std::size_t i = 0; i < stated.size(); ++i) {
            const Day next = i + 1 < stated.size() ? stated[i + 1].from : problem::never;
            if (next <= days.from || stated[i].from >= days.to) continue;
            steps.push_back({std::max(stated[i].from, days.from), stated[i].capacity});
        }
        if (days.to < data_.horizon) steps.push_back({days.to, plenty});
        data.pools[static_cast<std::size_t>(pool)].steps = std::move(steps);
        return data;
    }

    void add_days(const PlanStatement& statement, std::vector<ConflictMember>& members) {
        const std::int32_t pool = statement.parts.front().index;
        problem::Interval days{0, data_.horizon};
        Day low = 0, high = days.to;  // the least end with which it clashes lies in (low, high]
        while (low + 1 < high) {
            const Day middle = low + (high - low) / 2;
            (still_clashes(limited(pool, {0, middle})) ? high : low) = middle;
        }
        days.to = high;
        for (low = 0, high = days.to; low + 1 < high;) {
            const Day middle = low + (high - low) / 2;
            (still_clashes(limited(pool, {middle, days.to})) ? low : high) = middle;
        }
        days.from = low;
        data_ = limited(pool, days);
        const auto same = std::ranges::find_if(
            members, [&](const ConflictMember& each) { return each.same_statement(statement.member); });
        same->days =
            calendar::DatePeriod{question_.compiled.days.date(days.from), question_.compiled.days.date(days.to - 1)};
        same->amount = least_capacity(pool);
    }

    [[nodiscard]] std::int32_t least_capacity(std::int32_t pool) const {
        const auto& steps = data_.pools[static_cast<std::size_t>(pool)].steps;
        return std::ranges::min_element(steps, {}, &problem::CapacityStep::capacity)->capacity;
    }

    const plan::Plan& plan_;
    const StatedQuestion& question_;
    Effort& effort_;
    ProblemData data_;
};

/// Kinds of which a short conflict has few, each tried as a whole before one by one.
constexpr std::array<std::array<MemberKind, 2>, 8> means{{{MemberKind::stock, MemberKind::stock},
                                                          {MemberKind::choice, MemberKind::choice},
                                                          {MemberKind::yearly_capacity, MemberKind::yearly_capacity},
                                                          {MemberKind::fund_ceiling, MemberKind::side_ceiling},
                                                          {MemberKind::capacity, MemberKind::capacity},
                                                          {MemberKind::fund_opens, MemberKind::fund_closes},
                                                          {MemberKind::avoids, MemberKind::avoids},
                                                          {MemberKind::approval, MemberKind::notice}}};
constexpr std::size_t most_one_by_one = 40;

/// Capacities, ceilings and the like without which it still clashes. The first proof met would name many of them: here they are left
/// out of the whole plan before the others are looked at, kind by kind, then one after the other; from the first to the last and the
/// other way round, of which the one that needs fewer counts.
class NeedlessMeans {
public:
    NeedlessMeans(const StatedQuestion& question, Effort& effort)
        : statements_(question.stated.statements), stated_(question.stated), effort_(effort) {}

    std::vector<std::int32_t> find() {
        for (const auto& kinds : means) {
            std::vector<std::int32_t> all = those(kinds);
            if (all.empty() || effort_.over()) continue;
            if (clashes_without(all))
                dropped_.insert(dropped_.end(), all.begin(), all.end());
            else if (all.size() > 1 && all.size() <= most_one_by_one)
                some_.push_back(std::move(all));
        }
        of_whole_kinds_ = dropped_;
        std::ranges::sort(of_whole_kinds_);
        std::vector<std::int32_t> fewest = one_by_one();
        std::ranges::reverse(some_);
        for (auto& each : some_) std::ranges::reverse(each);
        if (!some_.empty())
            if (auto backwards = one_by_one(); backwards.size() > fewest.size()) fewest = std::move(backwards);
        std::ranges::sort(fewest);
        return fewest;
    }

    /// Of these, kinds that are left out as a whole; rising.
    [[nodiscard]] const std::vector<std::int32_t>& of_whole_kinds() const { return of_whole_kinds_; }

private:
    [[nodiscard]] std::vector<std::int32_t> those(const std::array<MemberKind, 2>& kinds) const {
        std::vector<std::int32_t> all;
        for (std::size_t i = 0; i < statements_.size(); ++i)
            if (std::ranges::find(kinds, statements_[i].member.kind) != kinds.end())
                all.push_back(static_cast<std::int32_t>(i));
        return all;
    }

    [[nodiscard]] bool clashes_without(const std::vector<std::int32_t>& more) {
        std::vector<problem::Statement> parts;
        const auto add = [&](std::int32_t each) {
            const auto& its = statements_[static_cast<std::size_t>(each)].parts;
            parts.insert(parts.end(), its.begin(), its.end());
        };
        std::ranges::for_each(dropped_, add);
        std::ranges::for_each(more, add);
        return effort_.probe(stated_.without(std::move(parts))).status == engine::ConflictStatus::conflict;
    }

    /// What can be dropped of the kinds that are needed, in their order; `dropped_` stays as it is.
    std::vector<std::int32_t> one_by_one() {
        const std::size_t before = dropped_.size();
        for (const auto& kind : some_)
            for (const std::int32_t each : kind)
                if (!effort_.over() && clashes_without({each})) dropped_.push_back(each);
        std::vector<std::int32_t> all = dropped_;
        dropped_.resize(before);
        return all;
    }

    const std::vector<PlanStatement>& statements_;
    const compile::StatedProblem& stated_;
    Effort& effort_;
    std::vector<std::int32_t> dropped_, of_whole_kinds_;
    std::vector<std::vector<std::int32_t>> some_;  ///< kinds of which some are needed
};

engine::ConflictSet conflict_without(const StatedQuestion& question, const std::vector<std::int32_t>& dropped,
                                     Effort& effort) {
    return effort.find(question.stated.problem, question.stated.groups(),
                       {.dropped = dropped, .preferences = conflict_preferences(question, dropped)});
}

/// With as few capacities and ceilings as need be, and with all of their kind, of which more may need fewer others: the shorter one.
engine::ConflictSet shortest_conflict(const StatedQuestion& question, Effort& effort) {
    constexpr std::size_t few = 12;
    NeedlessMeans needless(question, effort);
    const std::vector<std::int32_t> fewest = needless.find();
    engine::ConflictSet set = conflict_without(question, fewest, effort);
    if (set.status != engine::ConflictStatus::conflict || set.members.size() <= few || effort.over()) return set;
    if (fewest == needless.of_whole_kinds()) return set;
    engine::ConflictSet other = conflict_without(question, needless.of_whole_kinds(), effort);
    const bool better = other.status == engine::ConflictStatus::conflict && other.minimal
                        && (!set.minimal || other.members.size() < set.members.size());
    return better ? other : set;
}

}  // namespace

PlanConflict find_plan_conflict(const plan::Plan& plan, const StatedQuestion& question, Effort& effort) {
    PlanConflict found;
    // Without assumptions everything that follows is found before the first decision: most plans are answered here.
    engine::ConflictSet set = effort.probe(question.stated.without({}));
    if (set.status == engine::ConflictStatus::conflict) set = shortest_conflict(question, effort);
    found.status = set.status;
    found.schedule = std::move(set.schedule);
    if (set.status != engine::ConflictStatus::conflict) return found;
    found.statements = set.members;
    found.conflict.minimal = set.minimal;
    found.conflict.members = Narrowing(plan, question, effort).narrow(set.members);
    return found;
}

std::vector<ConflictMember> further_clashes(const StatedQuestion& question, const PlanConflict& first, Effort& effort) {
    std::vector<ConflictMember> members;
    std::vector<std::int32_t> dropped = first.statements;
    const auto groups = question.stated.groups();
    for (int i = 0; i < most_further && !effort.over(); ++i) {
        const engine::ConflictSet next =
            effort.find(question.stated.problem, groups, {.dropped = dropped, .shrink = false});
        if (next.status != engine::ConflictStatus::conflict || next.members.empty()) break;
        for (const std::int32_t each : next.members) {
            dropped.push_back(each);
            members.push_back(question.stated.statements[static_cast<std::size_t>(each)].member);
        }
    }
    return members;
}

}  // namespace masar::app
