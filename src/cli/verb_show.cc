#include "app/show_plan.h"
#include "cli/all_verbs.h"
#include "cli/plan_answer.h"
#include "report/forecast_words.h"
#include "report/json_view.h"
#include "report/text_wrap.h"

#include <array>

namespace masar::cli {
namespace {

struct NamedView {
    std::string_view name;
    report::View view;
};
constexpr std::array<NamedView, 8> views{{{"critical", report::View::critical},
                                          {"load", report::View::load},
                                          {"budgets", report::View::budgets},
                                          {"gates", report::View::gates},
                                          {"notices", report::View::notices},
                                          {"outcomes", report::View::outcomes},
                                          {"worth", report::View::worth},
                                          {"all", report::View::all}}};

class ShowVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {
            "show",
            {"Tables of a schedule: path, load, budgets, gates, notices, outcomes, worth",
             "جداول العرض: المسار والحمل والميزانيات والبوابات والإشعارات والنتائج والقيمة"},
            {"Without -i the plan is scheduled first, with the same options as 'masar schedule'. 'outcomes' shows indicators "
             "by fiscal year with peak, trough, and the earliest year in which each target holds; 'worth' what gates "
             "and targets lose without each activity.",
             "بدون ‎-i‎ تُجدول الخطة أولاً بخيارات «masar schedule» نفسها. ويعرض outcomes المؤشرات بحسب السنة المالية مع "
             "الذروة والأدنى وأبكر سنة تتحقق فيها كل قيمة مستهدفة؛ ويعرض worth ما تخسره البوابات والقيم المستهدفة بدون كل "
             "نشاط."},
            {"masar show examples/uae-us gates -i schedule.json", "masar show plan.yaml load --lang ar"}};
    }

    void declare(OptionSet& options) override {
        options.operand(
            {"PLAN", "", {"the plan: a file, or a folder with plan.yaml", "الخطة: ملف، أو مجلد فيه plan.yaml"}},
            OptionSet::Presence::required, plan_);
        std::vector<std::string> names;
        for (const NamedView& each : views) names.emplace_back(each.name);
        options.choice(
            {"VIEW",
             "",
             {"critical, load, budgets, gates, notices, outcomes, worth or all (default)",
              "‏critical أو load أو budgets أو gates أو notices أو outcomes أو worth أو all (الأصل)"}},
            names, view_);
        options.text(
            {"-i,--input",
             "FILE",
             {"the schedule to show, from 'masar schedule -o'", "الجدول المطلوب عرضه، من «masar schedule -o»"}},
            input_);
        options.text({"--for", "SIDE", {"only what is released to this side", "ما أُفرج عنه لهذا الجانب فقط"}}, side_);
        scheduling_.declare(options);
        options.flag({"--json", "", {"JSON on standard output", "المخرجات بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        const auto shown = shown_plan(session);
        if (!shown) return session.fail(shown.error());
        const app::LoadedPlan& loaded = shown->dated.loaded;
        const auto& timetable = shown->dated.timetable;
        if (!timetable) return complain(session, loaded.diagnostics, loaded.plan.sources);
        const report::ShownTables tables{loaded.plan, *timetable, shown->outcomes, shown->shown_to};
        return session.show(json_ ? report::view_json(chosen_view(), tables) : as_text(tables, session.language),
                            exit_code_of(*timetable));
    }

private:
    [[nodiscard]] base::Result<app::ShownPlan> shown_plan(const Session& session) const {
        Search search(session);
        app::SimulateOptions options;
        options.schedule = scheduling_.with(search);
        options.schedule_path = input_;
        options.side = side_;
        return app::show_plan(session.files, plan_, options);
    }
    [[nodiscard]] std::string as_text(const report::ShownTables& tables, base::Language language) const {
        const std::string text = report::view_text(chosen_view(), tables, language);
        if (!tables.shown_to.known()) return text;
        const base::Text sentence = report::shown_to_sentence(tables.plan, tables.shown_to);
        return text + "\n" + report::wrapped(sentence.in(language) + ".");
    }
    [[nodiscard]] report::View chosen_view() const {
        for (const NamedView& each : views)
            if (each.name == view_) return each.view;
        return report::View::all;
    }

    std::string plan_, input_, side_;
    std::string view_ = "all";
    SchedulingOptions scheduling_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_show_verb() { return std::make_unique<ShowVerb>(); }

}  // namespace masar::cli
