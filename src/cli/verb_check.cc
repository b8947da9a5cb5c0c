#include "app/check_plan.h"
#include "cli/all_verbs.h"
#include "report/diagnostic_json.h"

namespace masar::cli {
namespace {

class CheckVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {"check",
                {"Say what is wrong or weak in a plan", "بيان ما في الخطة من أخطاء ومواطن ضعف"},
                {"Every error in one run, with its place, the line, and what to do; then the lints: DCMA's points, "
                 "GAO's practices, "
                 "what two sides and their logic model need. Warnings leave the exit code 0.",
                 "جميع الأخطاء دفعة واحدة، مع موضع كل منها وسطره وطريقة معالجته؛ ثم فحوص الجودة: نقاط DCMA وممارسات "
                 "GAO وما "
                 "يلزم الجانبين ونموذجهما المنطقي. ولا تغير التنبيهات رمز الخروج 0."},
                {"masar check examples/uae-us", "masar check plan.yaml --lang ar",
                 "masar check plan.yaml --format sarif > masar.sarif"}};
    }

    void declare(OptionSet& options) override {
        options.operand(
            {"PLAN", "", {"the plan: a file, or a folder with plan.yaml", "الخطة: ملف، أو مجلد فيه plan.yaml"}},
            OptionSet::Presence::required, plan_);
        options.choice(
            {"--format",
             "F",
             {"text, json or sarif (2.1.0); default text", "‏text أو json أو sarif (2.1.0)؛ الأصل text"}},
            {"text", "json", "sarif"}, format_);
        options.flag({"--json", "", {"the same as --format json", "مثل ‎--format json‎"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        const auto checked = app::check_plan(session.files, plan_);
        if (!checked) return session.fail(checked.error());
        const bool wrong = base::has_errors(checked->diagnostics);
        return session.show(output(*checked, session), wrong ? ExitCode::wrong_plan : ExitCode::fine);
    }

private:
    [[nodiscard]] std::string output(const app::CheckedPlan& checked, const Session& session) const {
        const base::Sources& sources = checked.plan.sources;
        if (json_ || format_ == "json") return report::diagnostics_json(checked.diagnostics, sources);
        if (format_ == "sarif") return report::diagnostics_sarif(checked.diagnostics, sources, session.language);
        return report::diagnostics_text(checked.diagnostics, sources, {session.language, session.console.colours()});
    }

    std::string plan_;
    std::string format_ = "text";
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_check_verb() { return std::make_unique<CheckVerb>(); }

}  // namespace masar::cli
