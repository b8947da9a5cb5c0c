#include "app/due_plan.h"
#include "cli/all_verbs.h"
#include "cli/plan_answer.h"
#include "report/due_text.h"
#include "report/figures.h"

namespace masar::cli {
namespace {

constexpr std::int64_t longest_span = 3'660;

class DueVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {
            "due",
            {"What falls due soon: requests, notices, gates, funds that close",
             "ما يحين موعده قريباً: الطلبات والإشعارات والبوابات ومصادر التمويل التي تُغلق"},
            {"Every approval and legal clock is counted back from the dates of the schedule. What has been sent (requested, notified) "
             "is left out; what should have been sent is late.",
             "تُحسب مهل الاعتمادات والإشعارات رجوعاً من مواعيد الجدول. ولا يُذكر ما أُرسل، ويُعدّ متأخراً ما كان ينبغي إرساله."},
            {"masar due examples/uae-us --days 30",
             "masar due plan.yaml --from 2027-03-01 --schedule agreed.json --for uae"}};
    }

    void declare(OptionSet& options) override {
        options.operand(
            {"PLAN", "", {"the plan: a file, or a folder with plan.yaml", "الخطة: ملف، أو مجلد فيه plan.yaml"}},
            OptionSet::Presence::required, plan_);
        options.number({"--days", "N", {"within N days (default 30)", "خلال N يوماً (الأصل 30)"}}, {0, longest_span},
                       days_);
        options.text({"--from",
                      "DATE",
                      {"from this day (default: the plan's as-of date, else its first day)",
                       "من هذا اليوم (الأصل: تاريخ الحالة في الخطة، وإلا يومها الأول)"}},
                     from_);
        options.text({"--schedule",
                      "FILE",
                      {"dates from 'masar schedule -o' (default: a new schedule)",
                       "مواعيد من «masar schedule -o» (الأصل: جدول جديد)"}},
                     schedule_);
        options.text({"--for", "SIDE", {"only what is released to this side", "ما أُفرج عنه لهذا الجانب فقط"}}, side_);
        scheduling_.declare(options);
        options.flag({"--json", "", {"JSON on standard output", "المخرجات بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        Search search(session);
        app::DueOptions options;
        options.dates.schedule = scheduling_.with(search);
        options.dates.schedule_path = schedule_;
        options.dates.side = side_;
        options.days = static_cast<int>(days_);
        if (!from_.empty()) {
            options.today = calendar::parse_iso(from_);
            if (!options.today)
                return session.fail(usage_error(report::fill(
                    {"--from: expected a date such as 2027-06-01, not '{}'",
                     "‏‎--from‎: المطلوب تاريخ مثل ‎2027-06-01‎، وليس «{}»"},
                    report::ltr(from_))));
        }
        const auto due = app::due_plan(session.files, plan_, options);
        if (!due) return session.fail(due.error());
        if (!due->dated.timetable)
            return complain(session, due->dated.loaded.diagnostics, due->dated.loaded.plan.sources);
        const bool late = std::ranges::any_of(
            due->items, [](const report::DueItem& each) { return each.state == report::ClockState::late; });
        return session.show(
            json_ ? due->json : report::due_text(due->items, {due->today, options.days}, session.language),
            late ? ExitCode::violated : ExitCode::fine);
    }

private:
    std::string plan_, from_, schedule_, side_;
    SchedulingOptions scheduling_;
    std::int64_t days_ = 30;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_due_verb() { return std::make_unique<DueVerb>(); }

}  // namespace masar::cli
