#include "app/bench.h"
#include "cli/all_verbs.h"
#include "cli/limit_options.h"
#include "report/benchmark.h"

namespace masar::cli {
namespace {

class BenchVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {
            "bench",
            {"Solve every instance of a benchmark set and print its table", "حل جميع مسائل مجموعة قياسية وعرض جدولها"},
            {"DIR is a folder of instances, or the name of one in the folder that MASAR_DATA names. Best known bounds "
             "come from "
             "DIR_bounds.csv. With -o a line is written per finished instance; --resume goes on where such a file "
             "ends.",
             "‏DIR مجلد مسائل، أو اسم مجلد داخل المجلد الذي يحدده MASAR_DATA. "
             "وتؤخذ "
             "أفضل "
             "الحدود "
             "المعروفة "
             "من "
             "DIR_bounds.csv. "
             "ومع ‎-o‎ يُكتب سطر لكل مسألة منتهية، ويستأنف ‎--resume‎ من "
             "حيث "
             "انتهى "
             "الملف."},
            {"masar bench j30 --schedules 1000 --threads 1",
             "masar bench j120 --sample 60 --seconds 60 --resume j120.csv"}};
    }

    void declare(OptionSet& options) override {
        options.operand({"DIR", "", {"the set", "المجموعة"}}, OptionSet::Presence::required, bench_.folder);
        options.text({"--bounds",
                      "FILE",
                      {"best known bounds (default: DIR_bounds.csv)", "أفضل الحدود المعروفة (الأصل: DIR_bounds.csv)"}},
                     bench_.bounds_file);
        limits_.declare(options);
        options.number({"--sample", "K", {"a stratified sample of K instances", "عينة طبقية من K من المسائل"}},
                       {1, INT64_MAX}, bench_.sample);
        options.text(
            {"--resume", "FILE", {"go on where this results file ends", "الاستئناف من حيث انتهى ملف النتائج هذا"}},
            resume_);
        options.text({"-o,--output", "FILE", {"write a line per finished instance", "كتابة سطر لكل مسألة منتهية"}},
                     bench_.results_file);
        options.flag({"--json", "", {"JSON on standard output", "المخرجات بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        if (resume_ && !bench_.results_file.empty() && *resume_ != bench_.results_file)
            return session.fail(usage_error(
                {"--resume already names the results file; leave out --output",
                 "‏‎--resume‎ يحدد ملف النتائج؛ فلا حاجة إلى ‎--output‎"}));
        if (resume_) {
            bench_.results_file = *resume_;
            bench_.resume = true;
        }
        bench_.folder = folder_of(session);
        const auto result = measure(session);
        if (!result) return session.fail(result.error());
        if (result->stopped)
            session.remark({"Stopped before the set was finished: these are the instances done so far.",
                            "أُوقف التشغيل قبل تمام المجموعة: هذه نتائج المسائل المنتهية حتى الآن."});
        const bool wrong = !result->summary.contradictions.empty();
        return session.show(
            json_ ? report::bench_json(result->summary) : report::bench_text(result->summary, session.language),
            wrong ? ExitCode::wrong_plan : ExitCode::fine);
    }

private:
    /// A set may be named without its folder when MASAR_DATA says where the sets are.
    [[nodiscard]] std::string folder_of(const Session& session) const {
        const std::string_view data = environment("MASAR_DATA");
        const bool here = session.files.look(bench_.folder) == base::FileDoor::Entry::folder;
        return here || data.empty() ? bench_.folder : std::string(data) + "/" + bench_.folder;
    }

    [[nodiscard]] base::Result<app::BenchResult> measure(const Session& session) {
        Search search(session);
        bench_.run = search.run<engine::Run>(limits_);
        return app::bench(session.files, bench_);
    }

    app::BenchOptions bench_;
    std::optional<std::string> resume_;
    LimitOptions limits_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_bench_verb() { return std::make_unique<BenchVerb>(); }

}  // namespace masar::cli
