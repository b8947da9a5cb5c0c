#include "app/export_table.h"

#include "exchange/activity_columns.h"
#include "planfile/gather.h"
#include "planfile/literal_date.h"
#include "planfile/record_text.h"

#include <algorithm>
#include <map>

namespace masar::app {
namespace {

using exchange::Cell;
using exchange::Column;
using exchange::ColumnForm;
using planfile::NodeKind;
using planfile::WrittenValue;

/// The value of "name.en"; of a plain text only where no language is asked for.
const WrittenValue* value_at(const WrittenValue& record, std::string_view field) {
    const WrittenValue* value = &record;
    for (std::size_t at = 0; value != nullptr && at <= field.size();) {
        const auto end = std::min(field.find('.', at), field.size());
        value = value->kind == NodeKind::map ? value->find(field.substr(at, end - at)) : nullptr;
        at = end + 1;
    }
    return value;
}

std::string joined(const WrittenValue& value) {
    if (value.kind == NodeKind::scalar) return value.text;
    std::string out;
    for (const WrittenValue& each : value.entries) {
        if (each.kind != NodeKind::scalar) return {};
        out += (out.empty() ? "" : "; ") + (value.kind == NodeKind::map ? each.key + ": " + each.text : each.text);
    }
    return out;
}

/// One end of a window, as a day; nothing where the window is open there.
Cell window_end(const WrittenValue& record, bool first) {
    const WrittenValue* window = record.find("window");
    if (window == nullptr || window->kind != NodeKind::scalar) return {};
    const auto period = planfile::parse_open_period(window->text);
    if (!period) return {};
    const auto& day = first ? period->first : period->last;
    return day ? Cell::of(*day) : Cell{};
}

Cell day_cell(const std::string& text) {
    const auto day = calendar::parse_iso(text);
    return day ? Cell::of(*day) : Cell::of(text);
}

Cell cell_of(const planfile::WrittenRecord& record, const Column& column) {
    switch (column.form) {
        case ColumnForm::id: return Cell::of(record.id);
        case ColumnForm::first_day: return window_end(record.fields, true);
        case ColumnForm::last_day: return window_end(record.fields, false);
        case ColumnForm::currency: return {};  // stands with the amount
        default: break;
    }
    const WrittenValue* value = value_at(record.fields, column.field);
    if (value == nullptr || (column.form == ColumnForm::title && value->kind == NodeKind::map)) return {};
    const std::string text = joined(*value);
    if (column.form == ColumnForm::date) return day_cell(text);
    // "10wd" reads better as the number 10, and comes back as "10wd".
    if (column.form == ColumnForm::duration && text.ends_with("wd")) {
        const std::string figures = text.substr(0, text.size() - 2);
        const bool one = figures.find('/') == std::string::npos;
        return one ? Cell{Cell::Kind::number, figures, std::nullopt} : Cell::of(figures);
    }
    return Cell::of(text);
}

double width_of(const Column& column) {
    switch (column.form) {
        case ColumnForm::words:
        case ColumnForm::title: return 36;
        case ColumnForm::references:
        case ColumnForm::literals:
        case ColumnForm::amounts: return 26;
        default: return 14;
    }
}

exchange::SheetLook table_of(const std::vector<const Column*>& columns, base::Language language) {
    exchange::SheetLook look;
    look.sheet.name = base::Text{"Activities", "الأنشطة"}.in(language);
    look.right_to_left = language == base::Language::ar;
    look.sheet.rows.emplace_back();
    for (const Column* each : columns) {
        look.sheet.rows[0].push_back(Cell::of(each->label.in(language)));
        look.widths.push_back(width_of(*each));
    }
    return look;
}

base::Text meaning_of(ColumnForm form) {
    switch (form) {
        case ColumnForm::id:
            return {"letters, digits and hyphens; made from the name when empty",
                    "حروف لاتينية وأرقام وشرطات؛ يُشتق من الاسم إن تُرك فارغاً"};
        case ColumnForm::words:
        case ColumnForm::title: return {"text", "نص"};
        case ColumnForm::reference: return {"id or name of a record of the plan", "معرّف أو اسم سجل في الخطة"};
        case ColumnForm::references: return {"several, with ; between", "عدة سجلات تفصل بينها ؛"};
        case ColumnForm::duration:
            return {"10, or shortest/likely/longest: 8/10/15", "10، أو الأقصر/الأرجح/الأطول: 8/10/15"};
        case ColumnForm::first_day: return {"starts on this day or later", "لا يبدأ قبل هذا اليوم"};
        case ColumnForm::last_day: return {"finishes on this day or before", "ينتهي في هذا اليوم أو قبله"};
        case ColumnForm::date: return {"a day: 2027-03-01", "يوم: ‎2027-03-01‎"};
        case ColumnForm::money:
            return {"120k USD, or a number with the currency beside it",
                    "‎120k USD‎، أو رقم والعملة بجانبه"};
        case ColumnForm::currency: return {"USD, AED", "‎USD‎ أو ‎AED‎"};
        case ColumnForm::amounts: return {"Instructors: 4; Interpreters: 2", "المدربون: 4؛ المترجمون: 2"};
        case ColumnForm::literal:
        case ColumnForm::literals:
            return {"as in the plan file: gov-001 + 5wd", "كما في ملف الخطة: ‎gov-001 + 5wd‎"};
        case ColumnForm::flag: return {"yes or no", "نعم أو لا"};
        case ColumnForm::status: return {"planned, started, finished or cancelled", "مخطط أو بدأ أو انتهى أو ألغي"};
    }
    return {};
}

}  // namespace

exchange::SheetLook activity_table(const planfile::PlanText& plan, base::Language language) {
    const std::vector<planfile::WrittenRecord> records = planfile::record_texts(plan, "activities");
    std::vector<const Column*> columns;
    std::vector<std::vector<Cell>> by_column;
    for (const Column& column : exchange::activity_columns()) {
        std::vector<Cell> cells;
        for (const planfile::WrittenRecord& record : records) cells.push_back(cell_of(record, column));
        if (!records.empty() && std::ranges::all_of(cells, &Cell::empty)) continue;
        columns.push_back(&column);
        by_column.push_back(std::move(cells));
    }
    exchange::SheetLook look = table_of(columns, language);
    for (std::size_t row = 0; row < records.size(); ++row) {
        look.sheet.rows.emplace_back();
        for (const std::vector<Cell>& cells : by_column) look.sheet.rows.back().push_back(cells[row]);
        while (!look.sheet.rows.back().empty() && look.sheet.rows.back().back().empty())
            look.sheet.rows.back().pop_back();
    }
    return look;
}

std::vector<exchange::SheetLook> template_workbook(base::Language language) {
    std::vector<const Column*> columns;
    for (const Column& each : exchange::activity_columns()) columns.push_back(&each);
    exchange::SheetLook table = table_of(columns, language);
    exchange::SheetLook guide;
    guide.sheet.name = base::Text{"What the columns mean", "معاني الأعمدة"}.in(language);
    guide.right_to_left = table.right_to_left;
    guide.widths = {30, 60};
    guide.sheet.rows.push_back({Cell::of(base::Text{"Column", "العمود"}.in(language)),
                                Cell::of(base::Text{"Meaning", "المعنى"}.in(language))});
    for (const Column* each : columns)
        guide.sheet.rows.push_back({Cell::of(each->label.in(language)), Cell::of(meaning_of(each->form).in(language))});
    return {table, guide};
}

base::Result<std::string> export_file(const base::FileDoor& files, std::string_view plan, std::string_view path,
                                      base::Language language) {
    auto gathered = planfile::gather(files, plan);
    if (!gathered) return tl::unexpected(gathered.error());
    const planfile::PlanText text(*std::move(gathered));
    const exchange::SheetLook table = activity_table(text, language);
    if (path.ends_with(".csv")) return exchange::write_csv(table.sheet);
    return exchange::write_xlsx({table});
}

}  // namespace masar::app
