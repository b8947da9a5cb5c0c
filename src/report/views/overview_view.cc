#include "report/views/overview_view.h"

#include "report/figures.h"
#include "report/finding.h"
#include "report/sentence.h"
#include "report/views/gate_json.h"
#include "report/views/help_json.h"
#include "report/views/indicator_json.h"
#include "report/views/view_json.h"

namespace masar::report {
namespace {

using base::JsonWriter;
using base::Text;

class Overview {
public:
    Overview(const ViewSource& source, const OverviewFacts& facts)
        : source_(source), plan_(source.plan), facts_(facts) {}

    std::string write() {
        json_.begin_object();
        write_heading(json_, source_);
        if (source_.dates)
            write_dated();
        else
            write_undated();
        json_.field_or_null("help_job", facts_.help_job.empty() ? std::nullopt : std::optional(facts_.help_job));
        write_decisions();
        write_obtained();
        return with_help(json_.end_object().take(), facts_.help);
    }

private:
    void write_dated() {
        const auto trajectories = forecast::trajectories_of(plan_, *source_.dates);
        json_.field("status", keyword(source_.dates->status));
        write_both(json_, "finding", finding(plan_, *source_.dates));
        write_both(json_, "detail", finding_detail(plan_, *source_.dates, trajectories));
        write_joint();
        json_.key("gates");
        write_gates(json_, source_, trajectories);
        write_indicators(json_, source_, trajectories);
    }

    void write_undated() {
        json_.key("status").null();
        write_both(json_, "finding", {"There are no dates yet", "لا توجد مواعيد بعد"});
        write_both(json_, "detail", {"A schedule gives every activity its dates", "تعطي الجدولة كل نشاط مواعيده"});
        json_.key("joint").null();
        json_.key("gates").begin_array().end_array().key("indicators").begin_array().end_array();
    }

    void write_joint() {
        json_.key("joint");
        if (!source_.forecast || plan_.gates.empty()) {
            json_.null();
            return;
        }
        const plan::Forecast& forecast = *source_.forecast;
        json_.begin_object().field("date", forecast.all_gates_by_date.value);
        json_.field("pass", forecast.all_gates_pass.value).field("error", forecast.all_gates_pass.error).end_object();
    }

    void write_sides(std::string_view key, const std::vector<std::string>& sides) {
        json_.key(key).begin_array();
        for (const std::string& each : sides) json_.value(each);
        json_.end_array();
    }

    void write_decisions() {
        json_.key("decisions").begin_array();
        for (const WaitingDecision& each : facts_.decisions) {
            json_.begin_object().field("number", each.number);
            write_both(json_, "title", each.title);
            write_sides("signed", each.signed_by);
            write_sides("waiting", each.waiting_for);
            json_.end_object();
        }
        json_.end_array();
    }

    void write_obtained() {
        json_.key("obtained").begin_object().field("hash", facts_.hash);
        const plan::Forecast* forecast = source_.forecast;
        json_.field_or_null("samples", forecast ? std::optional(forecast->samples) : std::nullopt);
        json_.field_or_null("seed", forecast ? std::optional(static_cast<std::int64_t>(forecast->seed)) : std::nullopt);
        json_.field("version", facts_.version);
        write_both(json_, "sentence", how_obtained());
        json_.end_object();
    }

    /// Neither seconds nor schedules tried: a page is the same for the same plan.
    [[nodiscard]] Text how_obtained() const {
        Text text =
            source_.forecast
                ? fill({"Values are expected values; chances are shares of {} samples, seed {}",
                        "القيم متوقعة، والاحتمالات نسب من {} عينة، والبذرة {}"},
                       ltr(grouped(source_.forecast->samples)), ltr(std::to_string(source_.forecast->seed)))
                : Text{"Values are expected values; no chances have been computed", "القيم متوقعة، ولم تُحسب احتمالات"};
        if (!source_.reader.whole())
            text = fill({"{}; computed from what is released to {}", "{}؛ محسوبة مما أُفرج عنه للجانب {}"}, text,
                        named(plan_.sides[source_.reader.side().at()]));
        if (plan_.illustrative)
            text = fill({"{}; every figure of this plan is illustrative", "{}؛ وجميع أرقام هذه الخطة توضيحية"}, text);
        return text;
    }

    const ViewSource& source_;
    const plan::Plan& plan_;
    const OverviewFacts& facts_;
    JsonWriter json_{JsonWriter::Style::compact};
};

}  // namespace

std::string overview_view(const ViewSource& source, const OverviewFacts& facts) {
    return Overview(source, facts).write();
}

}  // namespace masar::report
