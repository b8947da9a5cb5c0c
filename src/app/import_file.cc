#include "app/import_file.h"

#include "planfile/gather.h"
#include "planfile/read_plan.h"

#include <algorithm>

namespace masar::app {
namespace {

const exchange::Sheet* sheet_named(const std::vector<exchange::Sheet>& sheets, const std::string& name) {
    const auto found = std::ranges::find(sheets, name, &exchange::Sheet::name);
    return found == sheets.end() ? nullptr : &*found;
}

std::string name_in(const exchange::Sheet& sheet, const ImportPreview& preview, std::size_t row) {
    for (const ImportColumn& each : preview.columns)
        if (each.column != nullptr && each.column->field.starts_with("name") && !sheet.at(row, each.position).empty())
            return sheet.at(row, each.position).text;
    return {};
}

report::ToldImport::Change change_of(ImportRow::Change change) {
    switch (change) {
        case ImportRow::Change::added: return report::ToldImport::Change::added;
        case ImportRow::Change::changed: return report::ToldImport::Change::changed;
        case ImportRow::Change::unchanged: break;
    }
    return report::ToldImport::Change::unchanged;
}

}  // namespace

report::ToldImport told(const ImportPreview& preview, const exchange::Sheet& sheet) {
    report::ToldImport out;
    out.sheet = preview.sheet;
    for (const ImportColumn& each : preview.columns)
        out.columns.push_back({each.heading, each.column == nullptr ? "" : std::string(each.column->field),
                               each.column == nullptr ? base::Text{} : each.column->label, each.samples, each.refused});
    for (const ImportRow& each : preview.rows) {
        std::vector<std::string> cells;
        for (const exchange::Cell& cell : sheet.rows[each.row]) cells.push_back(cell.text);
        out.rows.push_back({each.row + 1, each.id, name_in(sheet, preview, each.row), change_of(each.change),
                            each.changed_fields, std::move(cells)});
    }
    for (const ImportDoubt& each : preview.doubts)
        out.doubts.push_back({each.cells, each.value, each.fault.fault, each.fault.repair, each.fault.choices});
    return out;
}

base::Result<ImportedFile> import_file(const base::FileDoor& files, std::string_view table, std::string_view plan,
                                       const ImportChoices& choices) {
    const auto bytes = files.read(table, {});
    if (!bytes) return tl::unexpected(bytes.error());
    const auto sheets = read_tables(*bytes);
    if (!sheets) return tl::unexpected(sheets.error());
    auto gathered = planfile::gather(files, plan);
    if (!gathered) return tl::unexpected(gathered.error());
    planfile::ReadResult read = planfile::read_plan(*gathered);
    ImportedFile imported{{}, std::move(read.diagnostics), std::move(read.plan.sources), {}};
    if (base::has_errors(imported.diagnostics)) return imported;

    const auto preview = preview_import(*gathered, *sheets, choices);
    if (!preview) return tl::unexpected(preview.error());
    imported.told = told(*preview, *sheet_named(*sheets, preview->sheet));
    if (!preview->doubts.empty()) return imported;
    auto edited = planfile::edit_plan(*std::move(gathered), preview->edits);
    if (!edited) return tl::unexpected(edited.error().error);
    imported.files = *std::move(edited);
    return imported;
}

base::Result<void> write_plan(base::FileDoor& files, std::string_view plan,
                              const std::vector<planfile::InputFile>& texts) {
    const bool folder = files.look(plan) == base::FileDoor::Entry::folder;
    for (const planfile::InputFile& each : texts) {
        const std::string path = folder ? std::string(plan) + "/" + each.name : std::string(plan);
        const auto now =
            files.look(path) == base::FileDoor::Entry::file ? files.read(path, {}) : base::Result<std::string>("");
        if (now && *now == each.text) continue;
        if (auto written = files.write_whole(path, each.text); !written) return written;
    }
    return {};
}

}  // namespace masar::app
