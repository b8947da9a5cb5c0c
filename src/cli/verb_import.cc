#include "app/import_file.h"
#include "cli/all_verbs.h"
#include "cli/plan_answer.h"

namespace masar::cli {
namespace {

/// "HEADING=FIELD": what stands before and behind the last '='.
base::Result<std::map<std::string, std::string>> pairs_of(const std::vector<std::string>& words,
                                                          std::string_view option) {
    std::map<std::string, std::string> pairs;
    for (const std::string& each : words) {
        const auto cut = each.rfind('=');
        if (cut == std::string::npos || cut == 0)
            return tl::unexpected(usage_error({std::string(option) + ": '" + each + "' has no '='",
                                               std::string(option) + ": «" + each + "» بلا علامة «=»"}));
        pairs[each.substr(0, cut)] = each.substr(cut + 1);
    }
    return pairs;
}

class ImportVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {
            "import",
            {"Take events from a spreadsheet into a plan", "استيراد الفعاليات من جدول إلى الخطة"},
            {"Headings in English or Arabic are recognised; whatever can be read in two ways, or not at all, is listed "
             "with its cell and waits for an answer. Without --write nothing is changed: you see what would be. Rows "
             "that the plan already has are compared cell by cell, so that the same table changes nothing twice.",
             "تُعرف العناوين بالعربية والإنجليزية، ويُذكر كل ما يحتمل قراءتين أو تتعذر قراءته مع خليته وينتظر رداً. ولا "
             "يتغير شيء دون ‎--write‎ بل يُعرض ما سيكون. وتُقارن الصفوف الموجودة في الخطة خلية بخلية، فلا يغير الجدول نفسه "
             "شيئاً عند تكراره."},
            {"masar import events.xlsx examples/uae-us",
             "masar import events.csv plan.yaml --answer B4=2027-04-03 --write"}};
    }

    void declare(OptionSet& options) override {
        options.operand(
            {"TABLE",
             "",
             {"the table: .xlsx or .csv (UTF-8)", "الجدول: ‎.xlsx‎ أو ‎.csv‎ بترميز UTF-8"}},
            OptionSet::Presence::required, table_);
        options.operand(
            {"PLAN", "", {"the plan: a file, or a folder with plan.yaml", "الخطة: ملف، أو مجلد فيه plan.yaml"}},
            OptionSet::Presence::required, plan_);
        options.text(
            {"--sheet",
             "NAME",
             {"the sheet (default: the first with known headings)", "الورقة (الأصل: أول ورقة عناوينها معروفة)"}},
            sheet_);
        options.list(
            {"--column",
             "HEADING=FIELD",
             {"what a column is; nothing behind '=' leaves it out", "معنى العمود؛ ويُستبعد إن لم يتبع «=» شيء"}},
            columns_);
        options.list({"--answer", "CELL=VALUE", {"what a doubtful cell says", "ما تقوله خلية مشكوك فيها"}}, answers_);
        options.choice({"--dates",
                        "ORDER",
                        {"day-first or month-first, for dates such as 03/04/2027",
                         "‏day-first أو month-first لتواريخ مثل ‎03/04/2027‎"}},
                       {"ask", "day-first", "month-first"}, dates_);
        options.flag({"--write", "", {"change the plan's files", "تعديل ملفات الخطة"}}, write_);
        options.flag({"--json", "", {"JSON on standard output", "المخرجات بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        const auto choices = choices_of();
        if (!choices) return session.fail(choices.error());
        const auto imported = app::import_file(session.files, table_, plan_, *choices);
        if (!imported) return session.fail(imported.error());
        if (base::has_errors(imported->diagnostics)) return complain(session, imported->diagnostics, imported->sources);
        if (write_ && !imported->files.empty())
            if (auto written = app::write_plan(session.files, plan_, imported->files); !written)
                return session.fail(written.error());
        return session.show(
            json_ ? report::import_json(imported->told) : report::import_text(imported->told, session.language),
            imported->told.doubts.empty() ? ExitCode::fine : ExitCode::wrong_plan);
    }

private:
    [[nodiscard]] base::Result<app::ImportChoices> choices_of() const {
        auto columns = pairs_of(columns_, "--column"), answers = pairs_of(answers_, "--answer");
        if (!columns) return tl::unexpected(columns.error());
        if (!answers) return tl::unexpected(answers.error());
        for (const auto& [heading, field] : *columns)
            if (!field.empty() && exchange::column_of_field(field) == nullptr)
                return tl::unexpected(usage_error({"--column: there is no field '" + field + "'",
                                                   "‏--column: لا يوجد حقل «" + field + "»"}));
        app::ImportChoices choices{sheet_, *std::move(columns), *std::move(answers)};
        if (dates_ == "day-first") choices.day_order = exchange::DayOrder::day_first;
        if (dates_ == "month-first") choices.day_order = exchange::DayOrder::month_first;
        return choices;
    }

    std::string table_, plan_, sheet_, dates_ = "ask";
    std::vector<std::string> columns_, answers_;
    bool write_ = false, json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_import_verb() { return std::make_unique<ImportVerb>(); }

}  // namespace masar::cli
