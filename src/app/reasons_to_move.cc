#include "app/reasons_to_move.h"

#include "compile/answer_view.h"

#include <algorithm>

namespace masar::app {
namespace {

using plan::Move;
using problem::Day;
using problem::Schedule;

std::vector<plan::Violation> broken_by(const FrozenPlan& frozen, const Schedule& schedule) {
    compile::Answered answered;
    answered.schedule = schedule;
    answered.breaches = problem::check(frozen.compiled.problem, schedule);
    if (answered.breaches.empty()) return {};
    const compile::AnswerView view(frozen.plan, frozen.compiled, answered);
    return compile::list_violations(view, compile::look_at_gates(view));
}

class Moves {
public:
    Moves(const FrozenPlan& frozen, const Schedule& schedule) : frozen_(frozen), schedule_(schedule) {}

    std::vector<Move> list() {
        for (std::int32_t i = 0; i < frozen_.compiled.problem.size(); ++i) look_at(i);
        const auto when = [](const Move& move) { return move.to.value_or(calendar::Date::max()); };
        std::ranges::stable_sort(moves_, {}, when);
        if (std::ranges::any_of(moves_, [](const Move& each) { return each.cause == Move::Cause::aim; }))
            blame_all_together();
        return std::move(moves_);
    }

private:
    void look_at(std::int32_t i) {
        const auto at = static_cast<std::size_t>(i);
        const plan::ActivityIndex index = frozen_.compiled.activities[at];
        if (!index.known()) return;
        const Day before = frozen_.baseline[at];
        const bool chosen = schedule_.chosen(i);
        if (before == problem::not_in_baseline ? !chosen : chosen && schedule_.start[at] == before) return;
        Move move{index, std::nullopt, std::nullopt, 0, Move::Cause::aim, {}};
        const auto& days = frozen_.compiled.days;
        if (chosen) move.to = days.date(schedule_.start[at]);
        if (before == problem::not_in_baseline)
            move.cause = Move::Cause::added;
        else {
            move.from = days.date(before);
            if (chosen) move.days = schedule_.start[at] - before;
            move.reasons = reasons(at, before);
            if (!move.reasons.empty()) move.cause = Move::Cause::forced;
        }
        moves_.push_back(std::move(move));
    }

    [[nodiscard]] std::vector<plan::Violation> reasons(std::size_t at, Day before) const {
        Schedule back = schedule_;
        back.start[at] = before;
        back.mode[at] = std::max(back.mode[at], 0);
        return broken_by(frozen_, back);
    }

    /// For what could go back alone: what the old dates break when all are back.
    void blame_all_together() {
        Schedule before = schedule_;
        for (std::size_t i = 0; i < frozen_.baseline.size(); ++i)
            if (frozen_.baseline[i] != problem::not_in_baseline) before.start[i] = frozen_.baseline[i];
        const std::vector<plan::Violation> broken = broken_by(frozen_, before);
        for (Move& move : moves_) {
            if (move.cause != Move::Cause::aim) continue;
            const std::string& id = frozen_.plan.activities[move.activity.at()].id;
            std::ranges::copy_if(broken, std::back_inserter(move.reasons),
                                 [&](const plan::Violation& each) { return each.what == id || each.other == id; });
            if (!move.reasons.empty()) move.cause = Move::Cause::together;
        }
    }

    const FrozenPlan& frozen_;
    const Schedule& schedule_;
    std::vector<Move> moves_;
};

}  // namespace

std::vector<Move> moves_of(const FrozenPlan& frozen, const Schedule& schedule) {
    return Moves(frozen, schedule).list();
}

}  // namespace masar::app
