#include "app/improve_plan.h"

#include "app/improvement_of.h"
#include "app/nearest_outcome.h"
#include "app/read_schedule.h"
#include "base/near_name.h"
#include "forecast/gate_criteria.h"
#include "report/figures.h"

#include <algorithm>
#include <cmath>

namespace masar::app {
namespace {

using engine::Answer;
using plan::ImprovementStatus;
using problem::Problem;

/// How often a goal is raised after the trajectory itself has found it too low.
constexpr int most_corrections = 12;

base::Result<std::vector<plan::GateIndex>> gates_named(const plan::Plan& plan, const std::vector<std::string>& ids) {
    std::vector<plan::GateIndex> gates;
    for (std::size_t i = 0; i < plan.gates.size() && ids.empty(); ++i)
        if (!plan.gates[i].criteria.empty()) gates.push_back(base::index_of<plan::GateIndex>(i));
    for (const std::string& id : ids) {
        const plan::Gate* found = plan::find(plan.gates, id);
        if (found == nullptr) {
            std::vector<std::string_view> known;
            for (const plan::Gate& gate : plan.gates) known.push_back(gate.id);
            const auto near = base::nearest(id, known);
            return base::failure(
                base::Error::Kind::usage,
                report::fill({"the plan has no gate '{}'", "لا توجد في الخطة بوابة قرار باسم «{}»"}, report::ltr(id)),
                near ? report::fill({"did you mean '{}'?", "هل تقصد «{}»؟"}, report::ltr(*near)) : base::Text{});
        }
        const auto index = base::index_of<plan::GateIndex>(static_cast<std::size_t>(found - plan.gates.data()));
        if (std::ranges::find(gates, index) == gates.end()) gates.push_back(index);
    }
    if (std::ranges::any_of(gates, [&](auto gate) { return !plan.gates[gate.at()].criteria.empty(); })) return gates;
    return base::failure(base::Error::Kind::usage,
                         {"no gate asked about has a criterion", "لا معيار لأي من بوابات القرار المطلوبة"},
                         {"state what its indicators must reach under 'when'",
                          "اذكر ما يجب أن تبلغه مؤشراتها تحت ‎'when'‎"});
}

base::Result<plan::Timetable> dates_before(const base::FileDoor& files, const LoadedPlan& loaded,
                                           const ImproveOptions& options) {
    ScheduleOptions schedule = options.schedule;
    if (options.holding == plan::Holding::earliest) schedule.manner = Manner::earliest;
    if (options.holding != plan::Holding::baseline) return timetable_for(loaded, schedule);
    const auto text = files.read(options.baseline, {});
    if (!text) return tl::unexpected(text.error());
    return read_schedule(*text, loaded);
}

/// Options that the baseline dates are as good as chosen.
void keep_chosen(const LoadedPlan& loaded, compile::CompileOptions& how) {
    for (std::size_t i = 0; i < loaded.plan.activities.size(); ++i) {
        const std::int32_t position = loaded.compiled->positions[i];
        if (loaded.plan.activities[i].optional && position >= 0
            && !loaded.compiled->problem.activity(position).optional)
            how.also_chosen.push_back(base::index_of<plan::ActivityIndex>(i));
    }
}

/// By how much each asked criterion is missed by the trajectories themselves, in billionths; 0 where it is met.
std::vector<std::int64_t> missed(const OutcomeQuestion& question, const plan::Timetable& timetable) {
    std::vector<std::int64_t> all;
    for (const forecast::CriterionGoal& each : question.goals) {
        const plan::CriterionOutcome& outcome = timetable.gates[each.gate.at()].criteria[each.criterion];
        const double gap = std::abs(outcome.wanted.to_double() - outcome.value.value_or(0)) * base::Decimal::one;
        all.push_back(outcome.met ? 0 : std::max<std::int64_t>(1, std::llround(gap)));
    }
    return all;
}

bool none_missed(const std::vector<std::int64_t>& missed) {
    return std::ranges::all_of(missed, [](std::int64_t each) { return each == 0; });
}

class Improver {
public:
    Improver(const LoadedPlan& loaded, const compile::CompileOptions& how, const OutcomeQuestion& question,
             const ImproveOptions& options)
        : loaded_(loaded), how_(how), question_(question), options_(options) {}

    plan::Improvement improve(plan::Timetable before, const OutcomeAsked& asked) {
        plan::Improvement result;
        result.holding = asked.holding;
        result.gates = asked.gates;
        result.currency = question_.currency;
        search(result);
        const bool proven = question_.necessary();
        if (!schedule_ && result.status != ImprovementStatus::holds) come_near();
        if (schedule_) result.after = dates_of(loaded_.plan, how_, question_, *schedule_);
        result.after.seed = options_.schedule.run.limits.seed;
        result.before = std::move(before);
        result.conflicts = conflicts_;
        result.stopped = first_.stopped;
        settle(proven, result);
        describe(loaded_.plan, question_, schedule_, result);
        return result;
    }

private:
    /// Goals are what proofs need, trajectories are what counts: where they differ, the goal is raised by what is missing.
    void search(plan::Improvement& result) {
        problem::ProblemData data = question_.data;
        for (int round = 0; round <= most_corrections; ++round) {
            const auto problem = Problem::make(data);
            if (!problem) return;
            const Answer answer = solve(*problem);
            if (round == 0) first_ = answer;
            if (!answer.schedule) return;
            const plan::Timetable found = dates_of(loaded_.plan, how_, question_, *answer.schedule);
            const std::vector<std::int64_t> missing = missed(question_, found);
            if (none_missed(missing)) {
                schedule_ = answer.schedule;
                cost_ = answer.objective[question_.cost_aim];
                result.status = ImprovementStatus::holds;
                return;
            }
            for (std::size_t i = 0; i < missing.size(); ++i) data.goals[i].at_least += missing[i];
        }
    }

    Answer solve(const Problem& problem) {
        engine::Run run = options_.schedule.run;
        if (dated_before()) run.known = &question_.before;
        Answer answer = engine::solve(problem, run);
        conflicts_ += answer.conflicts;
        return answer;
    }

    [[nodiscard]] bool dated_before() const {
        for (std::int32_t i = 0; i < question_.open.problem.size(); ++i)
            if (!question_.before.chosen(i) && !question_.open.problem.activity(i).optional) return false;
        return true;
    }

    void come_near() {
        if (first_.stopped || !dated_before()) return;
        schedule_ = nearest_outcome(question_, options_.schedule.run);
    }

    void settle(bool proven, plan::Improvement& result) const {
        if (result.status != ImprovementStatus::holds) {
            const bool refuted = first_.status == engine::Status::infeasible && proven;
            result.status = refuted ? ImprovementStatus::impossible : ImprovementStatus::unknown;
            return;
        }
        if (!proven || question_.cost_aim >= first_.bound.size()) return;
        const auto& bound = first_.bound[question_.cost_aim];
        if (!bound) return;
        result.least_added_minor = *bound - cost_before(question_);
        // The bound of the cost is for the least lateness; where lateness is not settled it is for the cost alone, all the better.
        if (*bound >= cost_) result.status = ImprovementStatus::cheapest;
    }

    const LoadedPlan& loaded_;
    const compile::CompileOptions& how_;
    const OutcomeQuestion& question_;
    const ImproveOptions& options_;
    Answer first_;
    std::optional<problem::Schedule> schedule_;
    std::int64_t cost_ = 0, conflicts_ = 0;
};

}  // namespace

base::Result<ImprovedPlan> improve_plan(const base::FileDoor& files, std::string_view path,
                                        const ImproveOptions& options) {
    const std::string& dates = options.holding == plan::Holding::baseline ? options.baseline : std::string();
    auto loaded = load_with_dates(files, path, {options.schedule.load, dates});
    if (!loaded) return tl::unexpected(loaded.error());
    ImprovedPlan improved{{}, loaded->diagnostics, std::nullopt};
    if (loaded->compiled) {
        const auto gates = gates_named(loaded->plan, options.gates);
        if (!gates) return tl::unexpected(gates.error());
        auto how = compile_options(loaded->plan, options.schedule.load);
        if (!how) return tl::unexpected(how.error());
        keep_chosen(*loaded, *how);
        auto before = dates_before(files, *loaded, options);
        if (!before) return tl::unexpected(before.error());
        const OutcomeAsked asked{*gates, options.holding};
        if (const auto question = outcome_question(*loaded, *how, *before, asked))
            improved.improvement = Improver(*loaded, *how, *question, options).improve(*std::move(before), asked);
    }
    improved.plan = std::move(loaded->plan);
    return improved;
}

}  // namespace masar::app
