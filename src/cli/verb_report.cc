#include "app/report_paper.h"
#include "base/json_writer.h"
#include "cli/all_verbs.h"
#include "cli/plan_answer.h"
#include "report/figures.h"
#include "report/sentence.h"

#include <charconv>

namespace masar::cli {
namespace {

class ReportVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {
            "report",
            {"Write the plan and its schedule as a page or on paper, in Arabic and English",
             "كتابة الخطة وجدولها صفحةً أو على ورق، بالعربية والإنجليزية"},
            {"One self-contained HTML file: summary, how surely gates, dates, ceilings and targets are met, Gantt "
             "chart, load, budgets, outcomes, deadlines. It needs no network and prints on A4 and A3. A file "
             "that ends in .pdf gets the same on paper, or with --brief what matters on one sheet.",
             "ملف HTML واحد مكتفٍ بذاته: ملخص ومدى التأكد من البوابات والمواعيد والسقوف والقيم المستهدفة ومخطط غانت "
             "والحمل والميزانيات والنتائج والمواعيد. لا يحتاج إلى شبكة ويُطبع على ورق A4 وA3. وإذا انتهى اسم الملف بـ "
             "‎.pdf‎ كُتب المحتوى نفسه على الورق، ومع ‎--brief‎ أهم ما فيه في صفحة واحدة."},
            {"masar report examples/uae-us -o report.html",
             "masar report examples/uae-us --for uae -o report.html --lang ar",
             "masar report examples/uae-us -o brief.pdf --brief --both"}};
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
        options.choice(
            {"--paper", "SIZE", {"of a PDF: a4 (default) or a3", "لملف PDF: ‏a4 (الأصل) أو a3"}},
            {"a4", "a3"}, paper_);
        options.flag({"--brief", "", {"of a PDF: one sheet", "لملف PDF: صفحة واحدة"}}, brief_);
        options.flag({"--both", "", {"of a PDF: both languages side by side", "لملف PDF: اللغتان جنباً إلى جنب"}},
                     both_);
        options.flag({"--json", "", {"say what was written as JSON", "بيان ما كُتب بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        if (!on_paper() && (brief_ || both_ || !paper_.empty()))
            return session.fail(usage_error(
                {"--paper, --brief and --both are for paper: give -o a file that ends in .pdf",
                 "‏‎--paper‎ و‎--brief‎ و‎--both‎ خيارات للورق: اجعل اسم ملف ‎-o‎ ينتهي بـ ‎.pdf‎"}));
        const auto reported = reported_plan(session);
        if (!reported) return session.fail(reported.error());
        const app::LoadedPlan& loaded = reported->dated.loaded;
        const auto& timetable = reported->dated.timetable;
        if (!timetable) return complain(session, loaded.diagnostics, loaded.plan.sources);
        const auto page = written_report(*reported, session);
        if (!page) return session.fail(page.error());
        if (auto written = session.files.write_whole(output_, *page); !written) return session.fail(written.error());
        return session.show(json_ ? as_json(page->size(), *timetable) : as_text(reported->dated, session.language),
                            exit_code_of(*timetable));
    }

private:
    [[nodiscard]] bool on_paper() const { return output_.ends_with(".pdf"); }

    [[nodiscard]] base::Result<std::string> written_report(const app::ReportedPlan& reported,
                                                           const Session& session) const {
        if (!on_paper()) return app::report_page(reported, session.language);
        app::PaperOptions options;
        if (paper_ == "a3") options.size = paper::SheetSize::a3;
        if (brief_) options.extent = report::PageExtent::brief;
        options.languages = {session.language};
        if (both_) options.languages = {base::Language::en, base::Language::ar};
        options.made = date_of_source();
        return app::report_paper(reported, options);
    }
    /// As reproducible builds ask for it (SOURCE_DATE_EPOCH: seconds since 1970); none when it is not set or no number.
    [[nodiscard]] static std::optional<calendar::Date> date_of_source() {
        const std::string_view text = environment("SOURCE_DATE_EPOCH");
        std::int64_t seconds = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
        constexpr std::int64_t most = 253'402'300'799;  // the end of the year 9999
        if (text.empty() || read.ec != std::errc() || seconds < 0 || seconds > most) return std::nullopt;
        return calendar::Date(std::chrono::days(seconds / 86'400));
    }

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
    std::string paper_;
    bool brief_ = false, both_ = false;
    SchedulingOptions scheduling_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_report_verb() { return std::make_unique<ReportVerb>(); }

}  // namespace masar::cli
