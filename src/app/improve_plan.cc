#include "app/improve_plan.h"

#include "app/improvement_of.h"
#include "app/nearest_outcome.h"
#include "app/read_schedule.h"
#include "app/robust_search.h"
#include "base/near_name.h"
#include "forecast/gate_criteria.h"
#include "report/figures.h"

#include <algorithm>

namespace masar::app {
namespace {

using plan::ImprovementStatus;

/// Without a confidence only gates with criteria are worth asking about; with one, every gate has a date to hold.
base::Result<std::vector<plan::GateIndex>> gates_named(const plan::Plan& plan, const ImproveOptions& options) {
    const std::vector<std::string>& ids = options.gates;
    std::vector<plan::GateIndex> gates;
    for (std::size_t i = 0; i < plan.gates.size() && ids.empty(); ++i)
        if (options.confidence || !plan.gates[i].criteria.empty()) gates.push_back(base::index_of<plan::GateIndex>(i));
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
    const auto asks = [&](auto gate) { return options.confidence || !plan.gates[gate.at()].criteria.empty(); };
    if (std::ranges::any_of(gates, asks)) return gates;
    if (options.confidence)
        return base::failure(
            base::Error::Kind::usage, {"the plan has no gate", "لا توجد في الخطة بوابة قرار"},
            {"buffers protect gates; state one under 'gates'",
             "الهوامش تحمي بوابات القرار؛ اذكر إحداها تحت ‎'gates'‎"});
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

class Improver {
public:
    Improver(const LoadedPlan& loaded, const compile::CompileOptions& how, const OutcomeQuestion& question,
             const ImproveOptions& options)
        : loaded_(loaded),
          how_(how),
          question_(question),
          options_(options),
          search_(loaded, how, question, options.schedule.run) {}

    base::Result<plan::Improvement> improve(plan::Timetable before, const OutcomeAsked& asked) {
        plan::Improvement result;
        result.holding = asked.holding;
        result.gates = asked.gates;
        result.currency = question_.currency;
        found_ = search_.find();
        if (found_.schedule) result.status = ImprovementStatus::holds;
        const bool proven = question_.necessary();
        if (!found_.schedule) come_near();
        if (found_.schedule && options_.confidence && result.status == ImprovementStatus::holds)
            if (auto failed = add_buffers(asked, result)) return tl::unexpected(*std::move(failed));
        if (found_.schedule) result.after = dates_of(loaded_.plan, how_, question_, *found_.schedule);
        result.after.seed = options_.schedule.run.limits.seed;
        result.before = std::move(before);
        result.conflicts = search_.conflicts();
        result.stopped = found_.first.stopped;
        settle(proven, result);
        describe(loaded_.plan, question_, found_.schedule, result);
        return result;
    }

private:
    void come_near() {
        if (found_.first.stopped || !search_.dated_before()) return;
        found_.schedule = nearest_outcome(question_, options_.schedule.run);
    }

    /// The buffered dates take the place of the bare ones; the cost of the bare ones stays what its bound is compared with.
    std::optional<base::Error> add_buffers(const OutcomeAsked& asked, plan::Improvement& result) {
        RobustSearch robust({loaded_, how_, question_, asked, options_}, search_);
        auto buffered = robust.find(*found_.schedule);
        if (!buffered) return buffered.error();
        found_.schedule = std::move(buffered->schedule);
        found_.cost = planned_cost(question_, *found_.schedule);
        result.robust = std::move(buffered->told);
        return std::nullopt;
    }

    void settle(bool proven, plan::Improvement& result) const {
        const engine::Answer& first = found_.first;
        if (result.status != ImprovementStatus::holds) {
            const bool refuted = first.status == engine::Status::infeasible && proven;
            result.status = refuted ? ImprovementStatus::impossible : ImprovementStatus::unknown;
            return;
        }
        if (!proven || question_.cost_aim >= first.bound.size()) return;
        const auto& bound = first.bound[question_.cost_aim];
        if (!bound) return;
        result.least_added_minor = *bound - cost_before(question_);
        // The bound of the cost is for the least lateness; where lateness is not settled it is for the cost alone, all the better.
        if (*bound >= found_.cost) result.status = ImprovementStatus::cheapest;
    }

    const LoadedPlan& loaded_;
    const compile::CompileOptions& how_;
    const OutcomeQuestion& question_;
    const ImproveOptions& options_;
    OutcomeSearch search_;
    FoundOutcome found_;
};

}  // namespace

base::Result<ImprovedPlan> improve_plan(const base::FileDoor& files, std::string_view path,
                                        const ImproveOptions& options) {
    const std::string& dates = options.holding == plan::Holding::baseline ? options.baseline : std::string();
    auto loaded = load_with_dates(files, path, {options.schedule.load, dates});
    if (!loaded) return tl::unexpected(loaded.error());
    ImprovedPlan improved{{}, loaded->diagnostics, std::nullopt};
    if (loaded->compiled) {
        const auto gates = gates_named(loaded->plan, options);
        if (!gates) return tl::unexpected(gates.error());
        auto how = compile_options(loaded->plan, options.schedule.load);
        if (!how) return tl::unexpected(how.error());
        keep_chosen(*loaded, *how);
        auto before = dates_before(files, *loaded, options);
        if (!before) return tl::unexpected(before.error());
        const OutcomeAsked asked{*gates, options.holding};
        if (const auto question = outcome_question(*loaded, *how, *before, asked)) {
            auto improvement = Improver(*loaded, *how, *question, options).improve(*std::move(before), asked);
            if (!improvement) return tl::unexpected(improvement.error());
            improved.improvement = *std::move(improvement);
        }
    }
    improved.plan = std::move(loaded->plan);
    return improved;
}

}  // namespace masar::app
