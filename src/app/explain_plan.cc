#include "app/explain_plan.h"

#include "app/failed_criteria.h"
#include "app/find_plan_conflict.h"
#include "app/schedule_plan.h"
#include "base/near_name.h"
#include "report/figures.h"

#include <algorithm>

namespace masar::app {
namespace {

using plan::ExplanationStatus;

constexpr int most_conflicts = 8;

/// Conflict after conflict, each with its repairs; the first repair of each is made before the next is looked for.
class Explaining {
public:
    explicit Explaining(const ExplainLimits& limits) : effort_(limits) {}

    /// The status is unknown until all is decided, fits when nothing clashes, else infeasible.
    plan::Explanation explain(const PlanQuestion& asked) {
        plan::Explanation explanation;
        explanation.targets = asked.targets;
        PlanQuestion question = asked;
        for (int i = 0; i <= most_conflicts; ++i) {
            const auto stated = state(question);
            if (!stated) break;
            PlanConflict found = find_plan_conflict(question.plan, *stated, effort_);
            if (found.status == engine::ConflictStatus::feasible) {
                explanation.mended = i > 0;
                if (i == 0) explanation.status = ExplanationStatus::fits;
                add_reached(question, *stated, *found.schedule, explanation);
                break;
            }
            if (found.status != engine::ConflictStatus::conflict || i == most_conflicts) break;
            explanation.status = ExplanationStatus::infeasible;
            const auto elsewhere = further_clashes(*stated, found, effort_);
            found.conflict.repairs =
                find_repairs({question, stated->compiled, found.conflict.members, elsewhere}, effort_);
            explanation.conflicts.push_back(std::move(found.conflict));
            if (explanation.conflicts.back().repairs.empty()) break;
            question = repaired(std::move(question), explanation.conflicts.back().repairs.front());
        }
        explanation.effort = effort_.conflicts();
        explanation.stopped = effort_.stopped();
        return explanation;
    }

private:
    static void add_reached(const PlanQuestion& question, const StatedQuestion& stated,
                            const problem::Schedule& schedule, plan::Explanation& explanation) {
        for (const plan::Target& target : question.targets)
            explanation.reached.push_back({target, reached_date(question.plan, stated, schedule, target)});
    }

    Effort effort_;
};

bool speaks_of_targets(const plan::Explanation& explanation, const plan::Plan& plan) {
    for (const plan::Conflict& conflict : explanation.conflicts)
        for (const plan::ConflictMember& each : conflict.members) {
            if (each.kind == plan::MemberKind::asked) return true;
            if (each.kind == plan::MemberKind::gate && !plan.gates[static_cast<std::size_t>(each.record)].firm)
                return true;
        }
    return false;
}

/// Numbers for what some side may not read, in an order that does not tell what stands between.
void add_references(plan::Explanation& explanation, std::size_t sides) {
    int next = 0;
    for (plan::Conflict& conflict : explanation.conflicts)
        for (plan::ConflictMember& each : conflict.members)
            if (each.readers.size() < sides) each.reference = ++next;
    for (plan::FailedCriterion& each : explanation.criteria)
        if (each.readers.size() < sides) each.reference = ++next;
}

std::vector<plan::Target> soft_gates(const plan::Plan& plan) {
    std::vector<plan::Target> targets;
    for (std::size_t i = 0; i < plan.gates.size(); ++i)
        if (!plan.gates[i].firm && !plan.gates[i].requires_done.empty())
            targets.push_back({base::index_of<plan::GateIndex>(i), {}, plan.gates[i].due.value, false});
    return targets;
}

template <class Record>
base::Error unknown_id(const std::vector<Record>& records, const std::string& id, const base::Text& noun) {
    std::vector<std::string_view> ids;
    for (const Record& each : records) ids.push_back(each.id);
    const auto near = base::nearest(id, ids);
    return {base::Error::Kind::usage,
            report::fill({"the plan has no {} '{}'", "لا يوجد في الخطة {} باسم «{}»"}, noun, report::ltr(id)),
            near ? report::fill({"did you mean '{}'?", "هل تقصد «{}»؟"}, report::ltr(*near)) : base::Text{}};
}

/// Position of the record with this id; unknown = there is none.
template <class IndexType, class Record>
IndexType position_of(const std::vector<Record>& records, const std::string& id) {
    const Record* found = plan::find(records, id);
    return found == nullptr ? IndexType{} : base::index_of<IndexType>(static_cast<std::size_t>(found - records.data()));
}

base::Result<std::vector<plan::Target>> targets_of(const LoadedPlan& loaded, const ExplainOptions& options) {
    std::vector<plan::Target> targets;
    if (!options.gate.empty()) {
        const auto gate = position_of<plan::GateIndex>(loaded.plan.gates, options.gate);
        if (!gate.known()) return tl::unexpected(unknown_id(loaded.plan.gates, options.gate, {"gate", "بوابة قرار"}));
        const calendar::Date due = loaded.plan.gates[gate.at()].due.value;
        targets.push_back({gate, {}, options.by.value_or(due), true});
    }
    if (!options.activity.empty()) {
        const auto activity = position_of<plan::ActivityIndex>(loaded.plan.activities, options.activity);
        if (!activity.known())
            return tl::unexpected(unknown_id(loaded.plan.activities, options.activity, {"activity", "نشاط"}));
        if (loaded.compiled->positions[activity.at()] < 0)
            return base::failure(base::Error::Kind::usage,
                                 report::fill({"'{}' takes no part in the plan", "لا يشارك «{}» في الخطة"},
                                              report::ltr(options.activity)),
                                 {"choose it with --choose", "اختره بالخيار ‎--choose‎"});
        targets.push_back({{}, activity, *options.by, true});
    }
    return targets;
}

/// A need above its capacity is an error to whoever reads the plan; here it is what there is to explain.
void compile_impossible(LoadedPlan& loaded, const LoadOptions& options) {
    const bool only_needs = std::ranges::all_of(loaded.diagnostics, [](const base::Diagnostic& each) {
        return each.severity != base::Severity::error || each.code == "MSR0405";
    });
    if (loaded.compiled || !only_needs) return;
    if (const auto how = compile_options(loaded.plan, options))
        loaded.compiled = compile::compile_plan(loaded.plan, *how).compiled;
}

/// Gates are judged on the day asked for.
std::vector<plan::FailedCriterion> criteria_of(const LoadedPlan& loaded, const ExplainOptions& options,
                                               const std::vector<plan::Target>& targets) {
    LoadedPlan moved = loaded;
    plan::GateIndex gate;
    for (const plan::Target& each : targets) {
        if (!each.gate.known()) continue;
        gate = each.gate;
        moved.plan.gates[gate.at()].due.value = each.by;
    }
    ScheduleOptions scheduling;
    scheduling.load = options.load;
    scheduling.run = options.run;
    return failed_criteria(moved.plan, timetable_for(moved, scheduling), gate);
}

}  // namespace

plan::Explanation explain_question(PlanQuestion question, const ExplainLimits& limits) {
    const bool asked = !question.targets.empty();
    const std::size_t sides = question.plan.sides.size();
    plan::Explanation explanation = Explaining(limits).explain(question);
    if (!asked && explanation.status == ExplanationStatus::fits) {
        question.targets = soft_gates(question.plan);
        if (!question.targets.empty()) explanation = Explaining(limits).explain(question);
    }
    if (explanation.status == ExplanationStatus::infeasible && speaks_of_targets(explanation, question.plan))
        explanation.status = ExplanationStatus::late;
    add_references(explanation, sides);
    return explanation;
}

base::Result<ExplainedPlan> explain_plan(const base::FileDoor& files, std::string_view path,
                                         const ExplainOptions& options) {
    auto loaded = load_plan(files, path, options.load);
    if (!loaded) return tl::unexpected(loaded.error());
    ExplainedPlan explained;
    compile_impossible(*loaded, options.load);
    if (loaded->compiled) {
        auto targets = targets_of(*loaded, options);
        if (!targets) return tl::unexpected(targets.error());
        auto how = compile_options(loaded->plan, options.load);
        if (!how) return tl::unexpected(how.error());
        explained.explanation = explain_question({loaded->plan, *std::move(how), *targets}, options.limits);
        if (options.criteria) {
            plan::Explanation& explanation = *explained.explanation;
            explanation.criteria_asked = true;
            explanation.criteria = criteria_of(*loaded, options, *targets);
            add_references(explanation, loaded->plan.sides.size());
            if (explanation.status == ExplanationStatus::fits && !explanation.criteria.empty())
                explanation.status = ExplanationStatus::late;
        }
    }
    explained.plan = std::move(loaded->plan);
    explained.diagnostics = std::move(loaded->diagnostics);
    return explained;
}

}  // namespace masar::app
