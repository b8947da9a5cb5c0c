#include "app/merge_runs.h"
#include "base/json_writer.h"
#include "cli/all_verbs.h"
#include "report/figures.h"

namespace masar::cli {
namespace {

class MergeRunsVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {
            "merge-runs",
            {"Join the parts of a simulation exactly", "جمع أجزاء المحاكاة بدقة"},
            {"The parts come from 'masar simulate --from A --to B -o FILE' with the same plan, options, seed and "
             "number of samples. The run that is written is the one that a single machine would have kept, byte for "
             "byte; 'masar simulate PLAN --run FILE' shows it. A sample in two parts or in none is refused by name.",
             "تأتي الأجزاء من ‎«masar simulate --from A --to B -o FILE»‎ بالخطة والخيارات والبذرة "
             "وعدد "
             "العينات "
             "نفسها. والمحاكاة "
             "المكتوبة هي التي كان سيحفظها جهاز واحد حرفاً بحرف؛ ويعرضها ‎«masar simulate PLAN --run "
             "FILE»‎. "
             "وتُرفض "
             "بالاسم "
             "العينة الواردة في جزأين أو غير الواردة في أي جزء."},
            {"masar merge-runs a.json b.json -o run.json"}};
    }

    void declare(OptionSet& options) override {
        options.operands({"RUNS", "", {"the parts, from 'masar simulate -o'", "الأجزاء، من «masar simulate -o»"}},
                         runs_);
        options.text({"-o,--output", "FILE", {"the run to write", "المحاكاة المطلوب كتابتها"}}, output_);
        options.flag({"--json", "", {"say what was written as JSON", "بيان ما كُتب بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        const auto merged = app::merge_runs(session.files, runs_);
        if (!merged) return session.fail(merged.error());
        const std::string json = forecast::to_json(*merged);
        if (output_.empty()) return session.show(json, ExitCode::fine);
        if (auto written = session.files.write_whole(output_, json); !written) return session.fail(written.error());
        if (json_) return session.show(as_json(*merged), ExitCode::fine);
        const base::Text sentence = report::fill({"{} samples are in {}.", "‏{} من العينات في {}."},
                                                 report::ltr(report::grouped(merged->samples())), report::ltr(output_));
        return session.show(sentence.in(session.language) + "\n", ExitCode::fine);
    }

private:
    [[nodiscard]] std::string as_json(const forecast::Tally& merged) const {
        base::JsonWriter json;
        json.begin_object().field("file", output_).field("samples", merged.samples());
        return json.field("seed", static_cast<std::int64_t>(merged.seed)).end_object().take();
    }

    std::vector<std::string> runs_;
    std::string output_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_merge_runs_verb() { return std::make_unique<MergeRunsVerb>(); }

}  // namespace masar::cli
