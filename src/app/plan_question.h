#pragma once
// "Can this be done?", asked of a plan with some changes made and some statements dropped; and if not, why not.
#include "base/progress.h"
#include "compile/compile_plan.h"
#include "compile/stated_problem.h"
#include "engine/explain.h"

#include <optional>
#include <vector>

namespace masar::app {

struct ExplainLimits {
    std::int64_t conflicts = 200'000;  ///< of the engine, for one proof
    std::int64_t probes = 400;         ///< relaxed plans looked at
    std::optional<double> seconds;     ///< when set, the clock rules and the answer may differ from run to run
    const base::StopFlag* stop = nullptr;
    base::Progress* progress = nullptr;
    double (*now_seconds)() = nullptr;
};

/// How much has been spent over all questions of one explanation.
class Effort {
public:
    explicit Effort(const ExplainLimits& limits);

    [[nodiscard]] bool over();  ///< stopped from outside, or out of time
    [[nodiscard]] bool stopped() const { return limits_.stop != nullptr && limits_.stop->stopped(); }
    [[nodiscard]] bool may_probe() { return probes_ < limits_.probes && !over(); }
    [[nodiscard]] std::int64_t conflicts() const { return conflicts_; }

    [[nodiscard]] engine::ConflictSet find(const problem::Problem& problem,
                                           const std::vector<std::vector<problem::Statement>>& groups,
                                           engine::ConflictLimits limits);
    /// Conflict, feasible with a schedule, or undecided; each counts as a probe.
    [[nodiscard]] engine::ConflictSet probe(const problem::ProblemData& data);

private:
    ExplainLimits limits_;
    std::int64_t conflicts_ = 0, probes_ = 0;
    double began_ = 0;
};

/// A plan, perhaps changed, and the dates wanted of it.
struct PlanQuestion {
    plan::Plan plan;
    compile::CompileOptions options;
    std::vector<plan::Target> targets;
};

struct StatedQuestion {
    compile::CompiledPlan compiled;
    compile::StatedProblem stated;
};

/// Nothing when the plan, as changed, makes no problem.
[[nodiscard]] std::optional<StatedQuestion> state(const PlanQuestion& question);
/// Without the statements that are among these.
[[nodiscard]] problem::ProblemData without_members(const compile::StatedProblem& stated,
                                                   const std::vector<plan::ConflictMember>& dropped);

/// The last finish of what a target speaks of; none when part of it is left out.
[[nodiscard]] std::optional<calendar::Date> reached_date(const plan::Plan& plan, const StatedQuestion& question,
                                                         const problem::Schedule& schedule, const plan::Target& target);

}  // namespace masar::app
