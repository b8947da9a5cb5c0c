#include "app/export_table.h"
#include "base/json_writer.h"
#include "cli/all_verbs.h"

namespace masar::cli {
namespace {

class ExportVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {
            "export",
            {"Write the activities as a spreadsheet", "كتابة الأنشطة في جدول"},
            {"An Excel workbook or CSV with a row an activity. Edit it and bring it back with 'masar import': only the cells that "
             "you changed change the plan.",
             "مصنف Excel أو ملف CSV، لكل نشاط صف. عدّله ثم أعده بالأمر «masar import»: لا يتغير في الخطة إلا ما غيّرته من "
             "خلايا."},
            {"masar export examples/uae-us -o activities.xlsx", "masar export plan.yaml -o activities.csv --lang ar"}};
    }

    void declare(OptionSet& options) override {
        options.operand(
            {"PLAN", "", {"the plan: a file, or a folder with plan.yaml", "الخطة: ملف، أو مجلد فيه plan.yaml"}},
            OptionSet::Presence::required, plan_);
        options.text({"-o,--output",
                      "FILE",
                      {"where it goes: .xlsx or .csv", "ملف المخرجات: ‎.xlsx‎ أو ‎.csv‎"}},
                     output_);
        options.flag({"--json", "", {"say what was written, as JSON", "بيان ما كُتب بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        if (!output_.ends_with(".xlsx") && !output_.ends_with(".csv"))
            return session.fail(
                usage_error({"-o: give a file that ends in .xlsx or .csv",
                             "‏-o: اذكر ملفاً ينتهي بـ ‎.xlsx‎ أو ‎.csv‎"}));
        const auto table = app::export_file(session.files, plan_, output_, session.language);
        if (!table) return session.fail(table.error());
        if (auto written = session.files.write_whole(output_, *table); !written) return session.fail(written.error());
        if (!json_) return ExitCode::fine;
        base::JsonWriter json;
        json.begin_object().field("output", output_).field("bytes", static_cast<std::int64_t>(table->size()));
        return session.show(json.end_object().take() + "\n", ExitCode::fine);
    }

private:
    std::string plan_, output_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_export_verb() { return std::make_unique<ExportVerb>(); }

}  // namespace masar::cli
