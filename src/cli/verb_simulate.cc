#include "base/decimal.h"
#include "cli/all_verbs.h"
#include "cli/simulation_options.h"
#include "report/figures.h"
#include "report/text_forecast.h"
#include "report/text_schedule.h"

namespace masar::cli {
namespace {

class SimulateVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {
            "simulate",
            {"How surely gates, dates, ceilings and targets are met",
             "مدى التأكد من البوابات والمواعيد والسقوف والقيم المستهدفة"},
            {"Draws many possible courses of events from the plan's three-point values, risks, branches and "
             "correlations, and says how often each gate passes by its date (alone and together), when the plan "
             "ends, what each side spends in each fiscal year, which targets may be missed, and what drives the end. "
             "The same plan, seed and number of samples give the same bytes whatever the number of threads; -o keeps "
             "the run, and parts of it (--from, --to) made on several machines join exactly with 'merge-runs'. "
             "Ctrl-C ends it and shows what the samples so far say.",
             "يسحب كثيراً من المسارات الممكنة للأحداث من التقديرات الثلاثية والمخاطر والتفرعات والارتباطات، ويبين مرات "
             "اجتياز كل "
             "بوابة قرار في موعدها (وحدها ومجتمعة)، وموعد انتهاء الخطة، وما ينفقه كل جانب في كل سنة مالية، والقيم "
             "المستهدفة التي قد "
             "لا تتحقق، وما يحدد الانتهاء. والخطة والبذرة وعدد العينات نفسها تعطي النتيجة نفسها مهما كان عدد مسارات "
             "التنفيذ؛ ويحفظ "
             "الخيار ‎-o‎ المحاكاة، وأجزاؤها (‎--from‎ و‎--to‎) المنفذة على عدة أجهزة يجمعها "
             "«merge-runs» "
             "بدقة. ويُنهي Ctrl-C "
             "المحاكاة ويعرض نتيجة العينات حتى حينه."},
            {"masar simulate examples/uae-us", "masar simulate plan.yaml -i schedule.json --samples 100000 --json",
             "mpirun -n 8 masar simulate plan.yaml --samples 1000000 -o run.json"}};
    }

    void declare(OptionSet& options) override {
        options.operand(
            {"PLAN", "", {"the plan: a file, or a folder with plan.yaml", "الخطة: ملف، أو مجلد فيه plan.yaml"}},
            OptionSet::Presence::required, plan_);
        simulation_.declare(options);
        options.number({"--from", "A", {"first sample of a part (default 0)", "أول عينة في جزء (الأصل 0)"}},
                       {0, INT64_MAX}, from_);
        options.number({"--to", "B", {"the sample after a part's last", "العينة التي تلي آخر عينة في الجزء"}},
                       {1, INT64_MAX}, to_);
        options.text({"--converge",
                      "R",
                      {"stop once the error of the P80 of the end is at most this part of the mean length, e.g. 0.001",
                       "التوقف حين لا يزيد خطأ P80 لموعد الانتهاء على هذا الجزء من متوسط الطول، مثل 0.001"}},
                     converge_);
        options.text(
            {"--run",
             "FILE",
             {"show a run kept with -o instead of simulating",
              "عرض محاكاة محفوظة بالخيار ‎-o‎ بدلاً من محاكاة جديدة"}},
            kept_);
        options.text({"-o,--output",
                      "FILE",
                      {"keep the run as JSON, for merge-runs and --run",
                       "حفظ المحاكاة بصيغة JSON للأمر merge-runs والخيار ‎--run‎"}},
                     output_);
        options.flag({"--json", "", {"JSON on standard output", "المخرجات بصيغة JSON"}}, json_);
        options.exclude("--run", "--from");
        options.exclude("--run", "--to");
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        const auto simulated = simulate(session);
        if (!simulated) return session.fail(simulated.error());
        if (base::has_errors(simulated->diagnostics))
            return complain(session, simulated->diagnostics, simulated->plan.sources);
        if (session.only_helps()) return ExitCode::fine;
        if (!simulated->forecast)
            return session.show(report::schedule_text(simulated->plan, *simulated->timetable, session.language),
                                exit_code_of(*simulated->timetable));
        if (!output_.empty())
            if (auto written = session.files.write_whole(output_, forecast::to_json(*simulated->tally)); !written)
                return session.fail(written.error());
        const plan::Forecast& forecast = *simulated->forecast;
        return session.show(json_ ? report::forecast_json(simulated->plan, forecast)
                                  : report::forecast_text(simulated->plan, forecast, session.language),
                            forecast.samples > 0 ? ExitCode::fine : ExitCode::limit);
    }

private:
    [[nodiscard]] base::Result<app::SimulatedPlan> simulate(const Session& session) const {
        Search search(session);
        auto options = simulation_.with(search);
        if (!options) return tl::unexpected(options.error());
        options->simulation.from = from_;
        options->simulation.to = to_.value_or(-1);
        if (!converge_.empty()) {
            const auto part = base::parse_decimal(converge_);
            if (!part || *part <= base::Decimal{} || *part >= base::Decimal::of(1))
                return tl::unexpected(usage_error(
                    report::fill({"--converge: expected a part such as 0.001, not '{}'",
                                  "‏‎--converge‎: المطلوب جزء مثل 0.001، وليس «{}»"},
                                 report::ltr(converge_))));
            options->simulation.converged_at = part->to_double();
        }
        options->run_path = kept_;
        options->ranks = session.ranks;
        return app::simulate_plan(session.files, plan_, *options);
    }

    SimulationOptions simulation_;
    std::string plan_, converge_, kept_, output_;
    std::int64_t from_ = 0;
    std::optional<std::int64_t> to_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_simulate_verb() { return std::make_unique<SimulateVerb>(); }

}  // namespace masar::cli
