#include "app/report_page.h"
#include "base/json_writer.h"
#include "cli/all_verbs.h"
#include "cli/plan_answer.h"
#include "report/figures.h"
#include "report/sentence.h"

namespace masar::cli {
namespace {

class ReportVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {"report",
                {"Write the plan and its schedule as one page, in Arabic and English",
                 "كتابة الخطة وجدولها في صفحة واحدة بالعربية والإنجليزية"},
                {"One self-contained HTML file: summary, how surely gates, dates, ceilings and targets are met, Gantt "
                 "chart, load, budgets, outcomes, deadlines. It needs no network and prints on A4 and A3.",
                 "ملف HTML واحد مكتفٍ بذاته: ملخص ومدى التأكد من البوابات والمواعيد والسقوف والقيم المستهدفة ومخطط غانت "
                 "والحمل والميزانيات والنتائج والمواعيد. لا يحتاج إلى شبكة ويُطبع على ورق A4 وA3."},
                {"masar report examples/uae-us -o report.html",
                 "masar report examples/uae-us --for uae -o report.html --lang ar"}};
    }

    void declare(OptionSet& options) override {
        options.operand(
            {"PLAN", "", {"the plan: a file, or a folder with plan.yaml", "الخطة: ملف، أو مجلد فيه plan.yaml"}},
            OptionSet::Presence::required, plan_);
        options.text({"-o,--output",
                      "FILE",
                      {"the page to write (default report.html)", "الصفحة المطلوب كتابتها (الأصل report.html)"}},
                     output_);
        options.text(
            {"-i,--input",
             "FILE",
             {"the schedule to show, from 'masar schedule -o'", "الجدول المطلوب عرضه، من «masar schedule -o»"}},
            input_);
        options.text({"--for", "SIDE", {"only what is released to this side", "ما أُفرج عنه لهذا الجانب فقط"}}, side_);
        scheduling_.declare(options);
        options.flag({"--json", "", {"say what was written as JSON", "بيان ما كُتب بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        const auto reported = reported_plan(session);
        if (!reported) return session.fail(reported.error());
        const app::LoadedPlan& loaded = reported->dated.loaded;
        const auto& timetable = reported->dated.timetable;
        if (!timetable) return complain(session, loaded.diagnostics, loaded.plan.sources);
        const std::string page = app::report_page(*reported, session.language);
        if (auto written = session.files.write_whole(output_, page); !written) return session.fail(written.error());
        return session.show(json_ ? as_json(page.size(), *timetable) : as_text(reported->dated, session.language),
                            exit_code_of(*timetable));
    }

private:
    [[nodiscard]] base::Result<app::ReportedPlan> reported_plan(const Session& session) const {
        Search search(session);
        app::SimulateOptions options;
        options.schedule = scheduling_.with(search);
        options.schedule_path = input_;
        options.side = side_;
        return app::plan_for_report(session.files, plan_, options);
    }
    [[nodiscard]] std::string as_text(const app::DatedPlan& dated, base::Language language) const {
        const base::Text sentence =
            report::fill({"{}. The page is in {}.", "{}. الصفحة في {}."},
                         report::headline(*dated.timetable, dated.loaded.plan), report::ltr(output_));
        return sentence.in(language) + "\n";
    }
    [[nodiscard]] std::string as_json(std::size_t bytes, const plan::Timetable& timetable) const {
        base::JsonWriter json;
        json.begin_object().field("status", report::keyword(timetable.status)).field("file", output_);
        json.field("bytes", static_cast<std::int64_t>(bytes));
        return json.field_or_null("shown_to", side_.empty() ? std::nullopt : std::optional(side_)).end_object().take();
    }

    std::string plan_, input_, side_;
    std::string output_ = "report.html";
    SchedulingOptions scheduling_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_report_verb() { return std::make_unique<ReportVerb>(); }

}  // namespace masar::cli
