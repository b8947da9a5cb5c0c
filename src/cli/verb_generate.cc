#include "app/generate_roadmap.h"
#include "base/json_writer.h"
#include "cli/all_verbs.h"
#include "report/figures.h"

namespace masar::cli {
namespace {

class GenerateVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {"generate",
                {"Write a made-up roadmap of N activities, for tests and benchmarks",
                 "كتابة خارطة طريق مولّدة من N من الأنشطة للاختبار والقياس"},
                {"The averages are the example's: links, needs, windows, costs, effects, both languages. Teams are "
                 "loaded to about 80 %. "
                 "A schedule without a violation exists. The same seed gives the same file.",
                 "المتوسطات هي متوسطات المثال: الارتباطات والاحتياجات والنوافذ والتكاليف والآثار، باللغتين. وتبلغ "
                 "حمولة الفرق نحو 80 %. "
                 "ويوجد لها جدول يستوفي جميع القيود. والبذرة الواحدة تعطي الملف نفسه."},
                {"masar generate 10000 --seed 1 -o big.yaml"}};
    }

    void declare(OptionSet& options) override {
        options.operand({"N", "", {"number of activities", "عدد الأنشطة"}}, OptionSet::Presence::required, number_);
        options.number({"--seed", "K", {"seed of what is drawn (default 1)", "بذرة التوليد (الأصل 1)"}}, {0, INT64_MAX},
                       seed_);
        options.text({"-o,--output",
                      "FILE",
                      {"the file to write (default: standard output)", "الملف المطلوب كتابته (الأصل: المخرج القياسي)"}},
                     output_);
        options.flag({"--json",
                      "",
                      {"say what was written as JSON (needs --output)",
                       "بيان ما كُتب بصيغة JSON (مع ‎--output‎)"}},
                     json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        constexpr std::int64_t most = 1'000'000;
        const auto number = whole_number(number_);
        if (!number || *number < 1 || *number > most)
            return session.fail(usage_error(report::fill(
                {"expected a number of activities from 1 to {}, not '{}'", "المطلوب عدد أنشطة من 1 إلى {}، وليس «{}»"},
                report::ltr(report::grouped(most)), report::ltr(number_))));
        const std::string text = app::generate_roadmap({*number, static_cast<std::uint64_t>(seed_)});
        if (output_.empty()) return session.show(text, ExitCode::fine);
        if (auto written = session.files.write_whole(output_, text); !written) return session.fail(written.error());
        return json_ ? session.show(as_json(*number, text.size()), ExitCode::fine) : ExitCode::fine;
    }

private:
    [[nodiscard]] std::string as_json(std::int64_t number, std::size_t bytes) const {
        base::JsonWriter json;
        json.begin_object().field("file", output_).field("activities", number);
        return json.field("bytes", static_cast<std::int64_t>(bytes)).field("seed", seed_).end_object().take();
    }

    std::string number_, output_;
    std::int64_t seed_ = 1;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_generate_verb() { return std::make_unique<GenerateVerb>(); }

}  // namespace masar::cli
