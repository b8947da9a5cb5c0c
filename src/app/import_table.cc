#include "app/import_table.h"

#include "app/imported_cells.h"
#include "app/imported_rows.h"

#include "exchange/csv.h"
#include "exchange/xlsx.h"
#include "plan/refused_field.h"
#include "planfile/plan_text.h"
#include "planfile/read_plan.h"
#include "report/figures.h"

#include <algorithm>

namespace masar::app {
namespace {

using exchange::Sheet;

constexpr std::size_t rows_for_a_heading = 20;  // titles and notes may stand above it

base::Text refusal(plan::RefusedField refused) {
    switch (refused) {
        case plan::RefusedField::none: return {};
        case plan::RefusedField::coordinates: return {"coordinates are not taken in", "لا تُستورد الإحداثيات"};
        case plan::RefusedField::personal: return {"personal data is not taken in", "لا تُستورد البيانات الشخصية"};
    }
    return {};
}

/// How many cells of a row are headings that are known.
std::size_t known_headings(const Sheet& sheet, std::size_t row) {
    std::size_t known = 0;
    for (const exchange::Cell& cell : sheet.rows[row])
        known += cell.kind == exchange::Cell::Kind::text && exchange::guess_column(cell.text) != nullptr ? 1 : 0;
    return known;
}

/// The row with most known headings among the first ones; nothing when none has two.
std::optional<std::size_t> heading_row(const Sheet& sheet) {
    std::optional<std::size_t> best;
    std::size_t most = 1;
    for (std::size_t row = 0; row < std::min(sheet.rows.size(), rows_for_a_heading); ++row)
        if (const std::size_t known = known_headings(sheet, row); known > most) most = known, best = row;
    return best;
}

const Sheet* chosen_sheet(const std::vector<Sheet>& sheets, const std::string& name) {
    for (const Sheet& each : sheets)
        if (name.empty() ? heading_row(each).has_value() : each.name == name) return &each;
    return nullptr;
}

/// Guesses and choices; of two columns that mean the same the first one counts, and so does what was chosen.
std::vector<ImportColumn> columns_of(const Sheet& sheet, std::size_t heading, const ImportChoices& choices) {
    constexpr std::size_t most_samples = 3;
    std::vector<ImportColumn> columns;
    for (std::size_t at = 0; at < sheet.columns(); ++at) {
        ImportColumn column{at, sheet.at(heading, at).text, nullptr, {}, {}};
        column.refused = refusal(plan::refused_field(column.heading));
        for (std::size_t row = heading + 1; row < sheet.rows.size() && column.samples.size() < most_samples; ++row)
            if (!sheet.at(row, at).empty() && column.refused.empty()) column.samples.push_back(sheet.at(row, at).text);
        columns.push_back(std::move(column));
    }
    const auto taken = [&](const exchange::Column* wanted) {
        return std::ranges::any_of(columns, [&](const ImportColumn& each) { return each.column == wanted; });
    };
    for (ImportColumn& each : columns)
        if (const auto choice = choices.columns.find(each.heading);
            choice != choices.columns.end() && each.refused.empty())
            each.column = exchange::column_of_field(choice->second);
    for (ImportColumn& each : columns) {
        if (each.heading.empty() || !each.refused.empty() || choices.columns.contains(each.heading)) continue;
        if (const exchange::Column* guess = exchange::guess_column(each.heading); guess != nullptr && !taken(guess))
            each.column = guess;
    }
    return columns;
}

/// One doubt for all cells of a column that say the same; in the order of the first cells.
std::vector<ImportDoubt> grouped(const std::vector<CellDoubt>& doubts) {
    std::vector<ImportDoubt> groups;
    std::map<std::tuple<std::size_t, std::string, std::string>, std::size_t> known;
    for (const CellDoubt& each : doubts) {
        const std::string cell = exchange::cell_name(each.row, each.column);
        const auto [place, fresh] = known.try_emplace({each.column, each.value, each.fault.fault.en}, groups.size());
        if (fresh)
            groups.push_back({{cell}, each.value, each.fault});
        else
            groups[place->second].cells.push_back(cell);
    }
    return groups;
}

tl::unexpected<base::Error> no_sheet(const std::vector<Sheet>& sheets, const std::string& name) {
    std::string names;
    for (const Sheet& each : sheets) names += (names.empty() ? "" : ", ") + each.name;
    if (!name.empty())
        return base::failure(base::Error::Kind::usage,
                             report::fill({"there is no sheet '{}'", "لا توجد ورقة باسم «{}»"}, report::ltr(name)),
                             report::fill({"there are: {}", "الأوراق الموجودة: {}"}, report::ltr(names)));
    return base::failure(base::Error::Kind::malformed,
                         {"no sheet has a row of headings that is known", "لا توجد ورقة فيها صف عناوين معروف"},
                         {"write headings such as Name, Start, Finish, Duration, Place, Cost over the columns",
                          "اكتب فوق الأعمدة عناوين مثل: الاسم، البداية، النهاية، المدة، المكان، التكلفة"});
}

}  // namespace

std::size_t ImportPreview::count(ImportRow::Change change) const {
    return static_cast<std::size_t>(std::ranges::count(rows, change, &ImportRow::change));
}

base::Result<std::vector<Sheet>> read_tables(std::string_view bytes) {
    if (bytes.starts_with("PK")) return exchange::read_xlsx(bytes);
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        return base::failure(base::Error::Kind::malformed,
                             {"this is a workbook of an old form (.xls), or one with a password",
                              "هذا مصنف بصيغة قديمة (.xls) أو محمي بكلمة مرور"},
                             {"save it as 'Excel workbook (.xlsx)' without a password",
                              "احفظه بصيغة «Excel Workbook (.xlsx)» دون كلمة مرور"});
    auto sheet = exchange::read_csv(bytes);
    if (!sheet) return tl::unexpected(sheet.error());
    std::vector<Sheet> sheets;
    sheets.push_back(*std::move(sheet));
    return sheets;
}

std::vector<ImportColumn> guessed_columns(const Sheet& sheet) {
    const auto heading = heading_row(sheet);
    return heading ? columns_of(sheet, *heading, {}) : std::vector<ImportColumn>{};
}

base::Result<ImportPreview> preview_import(const std::vector<planfile::InputFile>& plan,
                                           const std::vector<Sheet>& sheets, const ImportChoices& choices) {
    const Sheet* sheet = chosen_sheet(sheets, choices.sheet);
    const auto heading = sheet == nullptr ? std::nullopt : heading_row(*sheet);
    if (!heading) return no_sheet(sheets, choices.sheet);

    const planfile::ReadResult before = planfile::read_plan(plan);
    const planfile::PlanText texts(plan);
    ImportPreview preview{sheet->name, *heading, columns_of(*sheet, *heading, choices), {}, {}, {}};
    CellReader cells(before.plan, *sheet, preview.columns, choices);
    RowMatcher rows(before.plan, texts, *sheet, preview.columns);
    std::vector<CellDoubt> doubts;
    for (const ImportColumn& each : preview.columns)
        if (!each.refused.empty() && !choices.columns.contains(each.heading))
            doubts.push_back({*heading,
                              each.position,
                              each.heading,
                              {each.refused, {"leave the column out", "استبعد هذا العمود"}, {""}}});
    for (std::size_t row = *heading + 1; row < sheet->rows.size(); ++row) {
        if (sheet->rows[row].empty()) continue;
        if (choices.answers.contains(exchange::cell_name(row, 0) + ":")) continue;  // "A7:" = the whole row is left out
        CellReader::Row read = cells.read(row);
        rows.take(row, std::move(read), preview, doubts);
    }
    rows.add_wanted(cells.wanted(), preview);
    if (doubts.empty()) rows.check_result(plan, before.diagnostics, preview, doubts);
    preview.doubts = grouped(doubts);
    return preview;
}

}  // namespace masar::app
