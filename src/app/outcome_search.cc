#include "app/outcome_search.h"

#include "app/improvement_of.h"
#include "forecast/trajectory.h"

#include <algorithm>
#include <cmath>

namespace masar::app {
namespace {

using engine::Answer;
using problem::Problem;

/// How often a goal is raised after the trajectory itself has found it too low.
constexpr int most_corrections = 12;

problem::ProblemData with_margins(problem::ProblemData data, const Margins& margins) {
    for (std::size_t g = 0; g < margins.earlier.size() && g < data.gates.size(); ++g)
        data.gates[g].due_end = std::max(0, data.gates[g].due_end - margins.earlier[g]);
    for (std::size_t i = 0; i < margins.more.size() && i < data.goals.size(); ++i)
        data.goals[i].at_least += margins.more[i];
    return data;
}

bool none_missed(const std::vector<std::int64_t>& missed) {
    return std::ranges::all_of(missed, [](std::int64_t each) { return each == 0; });
}

/// What a criterion lacks to being met with so much in hand, in billionths.
std::int64_t lacking(const plan::CriterionOutcome& outcome, std::int64_t in_hand) {
    if (in_hand == 0 && outcome.met) return 0;
    const double sign = outcome.comparison == plan::Comparison::at_least ? 1 : -1;
    const double gap = sign * (outcome.wanted.to_double() - outcome.value.value_or(0));
    const std::int64_t lacks = std::llround(gap * base::Decimal::one) + in_hand;
    return std::max<std::int64_t>(outcome.met ? 0 : 1, lacks);
}

}  // namespace

std::vector<std::int64_t> OutcomeSearch::missed(const plan::Timetable& timetable, const Margins& margins) const {
    std::vector<std::int64_t> all;
    for (std::size_t i = 0; i < question_.goals.size(); ++i) {
        const forecast::CriterionGoal& goal = question_.goals[i];
        const plan::CriterionOutcome& outcome = timetable.gates[goal.gate.at()].criteria[goal.criterion];
        all.push_back(lacking(outcome, i < margins.more.size() ? margins.more[i] : 0));
    }
    return all;
}

/// Goals are what proofs need, trajectories are what counts: where they differ, the goal is raised by what is missing.
FoundOutcome OutcomeSearch::find(const Margins& margins) {
    FoundOutcome found;
    problem::ProblemData data = with_margins(question_.data, margins);
    for (int round = 0; round <= most_corrections; ++round) {
        const auto problem = Problem::make(data);
        if (!problem) return found;
        const Answer answer = solve(*problem);
        if (round == 0) found.first = answer;
        if (!answer.schedule) return found;
        const plan::Timetable dates = dates_of(loaded_.plan, how_, question_, *answer.schedule);
        const std::vector<std::int64_t> missing = missed(dates, margins);
        if (none_missed(missing)) {
            found.schedule = answer.schedule;
            found.cost = answer.objective[question_.cost_aim];
            return found;
        }
        for (std::size_t i = 0; i < missing.size(); ++i) data.goals[i].at_least += missing[i];
    }
    return found;
}

Answer OutcomeSearch::solve(const Problem& problem) {
    engine::Run run = run_;
    if (dated_before()) run.known = &question_.before;
    Answer answer = engine::solve(problem, run);
    conflicts_ += answer.conflicts;
    return answer;
}

bool OutcomeSearch::dated_before() const {
    for (std::int32_t i = 0; i < question_.open.problem.size(); ++i)
        if (!question_.before.chosen(i) && !question_.open.problem.activity(i).optional) return false;
    return true;
}

}  // namespace masar::app
