#include "app/charged_days.h"

#include "app/relaxed_dates.h"

#include <algorithm>
#include <utility>

namespace masar::app {
namespace {

using compile::BudgetOrigin;
using plan::ConflictMember;
using plan::MemberKind;
using problem::Charge;
using problem::Day;

bool is_ceiling(const ConflictMember& member) {
    return member.kind == MemberKind::fund_ceiling || member.kind == MemberKind::side_ceiling;
}

/// The budget of the problem of which all ceilings among the members are; -1 = there are none, or of several.
std::int32_t account_of(const std::vector<BudgetOrigin>& budgets, const std::vector<ConflictMember>& members) {
    const auto first = std::ranges::find_if(members, is_ceiling);
    if (first == members.end()) return -1;
    const bool one = std::ranges::all_of(members, [&](const ConflictMember& each) {
        return !is_ceiling(each) || (each.kind == first->kind && each.record == first->record);
    });
    const auto kind = first->kind == MemberKind::fund_ceiling ? BudgetOrigin::Kind::fund : BudgetOrigin::Kind::side;
    const auto found = std::ranges::find_if(
        budgets, [&](const BudgetOrigin& each) { return each.kind == kind && each.record == first->record; });
    return one && found != budgets.end() ? static_cast<std::int32_t>(found - budgets.begin()) : -1;
}

class ChargedDays {
public:
    ChargedDays(const problem::Problem& problem, std::int32_t account)
        : problem_(problem), account_(account), passes_(relaxed_dates(problem)) {}

    /// First and last; nothing where the activity is not charged, or has no dates.
    [[nodiscard]] std::optional<std::pair<Day, Day>> days(std::int32_t activity) const {
        const auto i = static_cast<std::size_t>(activity);
        const Day from = passes_.earliest_start[i], to = passes_.latest_start[i];
        if (!passes_.contradiction.empty() || from == problem::never || to < from) return std::nullopt;
        Day first = problem::never, last = -1;
        for (const problem::Mode& mode : problem_.activity(activity).modes)
            for (const problem::Expense& each : mode.expenses) {
                if (each.budget != account_ || each.amount == 0) continue;
                first = std::min(first, each.charge == Charge::at_finish ? passes_.earliest_end[i] - 1 : from);
                last = std::max(last, each.charge == Charge::at_start ? to : passes_.latest_end[i] - 1);
            }
        return first <= last ? std::optional(std::pair(first, last)) : std::nullopt;
    }

private:
    const problem::Problem& problem_;
    std::int32_t account_;
    problem::Passes passes_;
};

}  // namespace

void add_charged_days(const StatedQuestion& question, const problem::ProblemData& narrowed,
                      std::vector<ConflictMember>& members) {
    const std::int32_t account = account_of(question.compiled.budgets, members);
    if (account < 0) return;
    const auto problem = problem::Problem::make(narrowed);
    if (!problem) return;
    const ChargedDays charged(*problem, account);
    const compile::DayCount& count = question.compiled.days;
    for (ConflictMember& each : members) {
        if (each.kind != MemberKind::activity) continue;
        if (const auto days = charged.days(question.compiled.positions[each.activity.at()]))
            each.days = calendar::DatePeriod{count.date(days->first), count.date(days->second)};
    }
}

}  // namespace masar::app
