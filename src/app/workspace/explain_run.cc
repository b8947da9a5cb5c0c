#include "app/workspace/explain_run.h"

#include "app/explain_plan.h"
#include "app/failed_criteria.h"
#include "app/workspace/page_help.h"
#include "app/workspace/run_parameters.h"
#include "app/workspace/told_changes.h"
#include "report/figures.h"
#include "report/json_explanation.h"
#include "report/json_parts.h"
#include "report/views/criterion_story.h"
#include "report/views/help_json.h"

namespace masar::app {
namespace {

struct Asked {
    std::string gate, activity;
    std::optional<calendar::Date> by;
    bool criteria = false;
};

template <class Records>
std::optional<Refusal> unseen(const Records& records, std::string_view field, const std::string& id) {
    if (id.empty() || plan::find(records, id) != nullptr) return std::nullopt;
    return wrong_parameter(field, report::fill({"the plan has no '{}'", "لا يوجد في الخطة «{}»"}, report::ltr(id)));
}

class Explaining {
public:
    Explaining(const RunContext& context, const Asked& asked)
        : context_(context),
          asked_(asked),
          seen_(context.open.shown_to(context.actor)),
          reader_(seen_->plan(), reader_in(context.actor, seen_->plan())) {}

    Outcome<std::string> answer() {
        if (auto refusal = unseen(seen_->plan().gates, "gate", asked_.gate)) return tl::unexpected(*refusal);
        if (auto refusal = unseen(seen_->plan().activities, "activity", asked_.activity))
            return tl::unexpected(*refusal);
        auto explained = explain();
        if (!explained) return tl::unexpected(refusal_of(explained.error()));
        if (!explained->explanation)
            return refuse(Refusal::Why::wrong_plan, {"the plan has errors", "في الخطة أخطاء"},
                          {"mend them first", "أصلحها أولاً"});
        AskedExplanation told{std::move(explained->plan), *std::move(explained->explanation)};
        json_.begin_object();
        if (asked_.criteria && told.explanation.status == plan::ExplanationStatus::fits)
            write_criteria();
        else
            write_told_explanation(json_, context_.actor, told, *seen_);
        return report::with_help(json_.end_object().take(), help_within(context_, report::DatesShown::planned));
    }

private:
    [[nodiscard]] base::Result<ExplainedPlan> explain() const {
        ExplainOptions options;
        options.gate = asked_.gate;
        options.activity = asked_.activity;
        options.by = asked_.by;
        options.limits.stop = context_.stop;
        options.limits.progress = context_.progress;
        const VersionDoor door = door_of(context_.open.whole->files(), {});
        return explain_plan(door.files, VersionDoor::plan_path, options);
    }

    /// From the plan and the dates as the reader has them: what is private to others cannot come into it.
    void write_criteria() {
        plan::Explanation explanation;
        explanation.criteria_asked = true;
        const auto* gate = plan::find(seen_->plan().gates, asked_.gate);
        plan::GateIndex index;
        if (gate != nullptr)
            index = base::index_of<plan::GateIndex>(static_cast<std::size_t>(gate - seen_->plan().gates.data()));
        if (seen_->timetable()) explanation.criteria = failed_criteria(seen_->plan(), *seen_->timetable(), index);
        explanation.status =
            explanation.criteria.empty() ? plan::ExplanationStatus::fits : plan::ExplanationStatus::late;
        report::write_explanation(json_, seen_->plan(), explanation,
                                  {reader_,
                                   {},
                                   [&](base::JsonWriter&, const plan::FailedCriterion& each) { write_story(each); },
                                   reader_.whole()});
    }

    void write_story(const plan::FailedCriterion& failed) {
        const report::ViewSource source{seen_->plan(), reader_, report::DatesShown::planned, &*seen_->timetable()};
        const plan::GateOutcome& gate = seen_->timetable()->gates[failed.gate.at()];
        if (trajectories_.empty()) trajectories_ = forecast::trajectories_of(seen_->plan(), *seen_->timetable());
        const auto story = report::story_of(source, gate, failed.indicator, trajectories_[failed.indicator.at()]);
        for (const plan::CriterionOutcome& each : gate.criteria) {
            if (each.indicator != failed.indicator) continue;
            const base::Text text = report::fading_sentence(source, story, gate, each);
            if (text.empty()) return;
            json_.begin_object().field("kind", "fading").field("section", "activities");
            json_.field("id", seen_->plan().activities[*story.last_event].id);
            write_point("peak", story.extremes->peak);
            write_point("trough", story.extremes->trough);
            report::write_text(json_, "text", text);
            json_.end_object();
            return;
        }
    }
    void write_point(std::string_view key, const report::IndicatorPoint& point) {
        json_.key(key).begin_object().field("value", point.value).field("on", calendar::to_iso(point.day)).end_object();
    }

    const RunContext& context_;
    const Asked& asked_;
    SnapshotPtr seen_;
    report::Reader reader_;
    std::vector<forecast::Trajectory> trajectories_;
    base::JsonWriter json_{base::JsonWriter::Style::compact};
};

}  // namespace

Outcome<RunWork> explain_run(const boost::json::object& parameters) {
    RunParameters given(parameters, {"gate", "activity", "by", "criteria"});
    Asked asked{given.text("gate"), given.text("activity"), given.date("by"), given.truth("criteria")};
    if (!asked.activity.empty() && !asked.by)
        given.refuse("by", {"by when is the activity wanted?", "متى يُطلب إنجاز النشاط؟"});
    if (given.wrong()) return tl::unexpected(*given.wrong());
    return RunWork{[asked](const RunContext& context) { return Explaining(context, asked).answer(); }, false, false};
}

}  // namespace masar::app
