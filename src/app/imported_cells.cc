#include "app/imported_cells.h"

#include "base/arabic.h"
#include "base/utf8.h"
#include "plan/marking.h"
#include "report/figures.h"

#include <algorithm>
#include <array>

namespace masar::app {
namespace {

using exchange::Cell;
using exchange::CellFault;
using exchange::ColumnForm;
using planfile::NodeKind;
using planfile::WrittenValue;

bool has_arabic_letter(std::string_view text) {
    return std::ranges::any_of(base::to_code_points(text), [](char32_t c) { return c >= 0x0620 && c <= 0x06FF; });
}

WrittenValue list_of(const std::vector<std::string>& items) {
    WrittenValue list;
    list.kind = NodeKind::list;
    for (const std::string& each : items) list.entries.push_back(planfile::written_text(each));
    return list;
}

WrittenValue keyed(std::string key, std::string text) {
    WrittenValue entry = planfile::written_text(std::move(text));
    entry.key = std::move(key);
    return entry;
}

constexpr std::array status_words{std::pair{"planned", "مخطط"}, std::pair{"started", "بدأ"},
                                  std::pair{"finished", "انتهى"}, std::pair{"cancelled", "ألغي"}};

/// The plan file's word for a state; empty when it is none.
std::string status_of(std::string_view text) {
    const std::string wanted = base::normalised_for_search(text);
    for (const auto& [en, ar] : status_words)
        if (wanted == en || wanted == base::normalised_for_search(ar)) return en;
    for (const auto& [also, word] :
         {std::pair{"done", "finished"}, std::pair{"completed", "finished"}, std::pair{"complete", "finished"},
          std::pair{"canceled", "cancelled"}, std::pair{"in progress", "started"}, std::pair{"ongoing", "started"},
          std::pair{"not started", "planned"}, std::pair{"منجز", "finished"}, std::pair{"مكتمل", "finished"},
          std::pair{"قيد التنفيذ", "started"}})
        if (wanted == base::normalised_for_search(also)) return word;
    return {};
}

}  // namespace

CellReader::CellReader(const plan::Plan& plan, const exchange::Sheet& sheet, const std::vector<ImportColumn>& columns,
                       const ImportChoices& choices)
    : plan_(plan), sheet_(sheet), columns_(columns), choices_(choices) {
    for (const ImportColumn& each : columns)
        if (each.column != nullptr && !each.column->section.empty())
            named_.try_emplace(std::string(each.column->section), named_records(plan, each.column->section));
    // One answer serves all cells that say the same, but not for names: two events may have been given one by mistake.
    for (const ImportColumn& each : columns) {
        const bool shared =
            each.column != nullptr && each.column->form != ColumnForm::words && each.column->form != ColumnForm::title;
        for (std::size_t row = 0; shared && row < sheet.rows.size(); ++row)
            if (const auto answer = choices.answers.find(exchange::cell_name(row, each.position));
                answer != choices.answers.end())
                answers_[{each.position, sheet.at(row, each.position).text}] = answer->second;
    }
}

Cell CellReader::answered(std::size_t row, std::size_t column) const {
    const Cell& cell = sheet_.at(row, column);
    if (const auto own = choices_.answers.find(exchange::cell_name(row, column)); own != choices_.answers.end())
        return Cell::of(own->second);
    const auto answer = answers_.find({column, cell.text});
    return answer == answers_.end() ? cell : Cell::of(answer->second);
}

CellReader::Row CellReader::read(std::size_t row) {
    row_ = row;
    Row out;
    for (const ImportColumn& each : columns_) {
        if (each.column == nullptr) continue;
        const Cell cell = answered(row, each.position);
        if (cell.empty()) continue;
        if (plan::has_classification_marking(cell.text))
            out.doubts.push_back(
                {row,
                 each.position,
                 "",
                 {{"a classification marking; the text is not repeated", "علامة تصنيف سري؛ لا يُعاد عرض النص"},
                  {"leave the row out, or remove what is classified", "احذف الصف أو ما هو مصنف"},
                  {}}});
        else
            read_cell(each, cell, out);
    }
    add_window(out);
    return out;
}

void CellReader::read_cell(const ImportColumn& column, const Cell& cell, Row& out) {
    const std::string_view field = column.column->field;
    const auto literal = [&](const exchange::CellReading<std::string>& reading) {
        if (reading.value) add(out, field, planfile::written_text(*reading.value), column.position);
        if (reading.fault) doubt(out, column, cell, *reading.fault);
    };
    switch (column.column->form) {
        case ColumnForm::id: return;  // whose row it is has been settled before
        case ColumnForm::currency: return;
        case ColumnForm::words: return add(out, field, planfile::written_text(cell.text), column.position);
        case ColumnForm::title: return add_title(column, cell, out);
        case ColumnForm::reference:
        case ColumnForm::references: return add_references(column, cell, out);
        case ColumnForm::amounts: return add_amounts(column, cell, out);
        case ColumnForm::literal: return add(out, field, planfile::written_text(cell.text), column.position);
        case ColumnForm::literals: return add(out, field, list_of(exchange::pieces_of(cell.text)), column.position);
        case ColumnForm::duration: return literal(exchange::read_working_days(cell));
        case ColumnForm::money: {
            std::string currency;
            for (const ImportColumn& each : columns_)
                if (each.column != nullptr && each.column->form == ColumnForm::currency)
                    currency = answered(row_, each.position).text;
            return literal(exchange::read_amount(cell, currency));
        }
        case ColumnForm::first_day:
        case ColumnForm::last_day:
        case ColumnForm::date: {
            const auto reading = exchange::read_day(cell, choices_.day_order);
            if (reading.fault) return doubt(out, column, cell, *reading.fault);
            if (column.column->form == ColumnForm::date)
                return add(out, field, planfile::written_text(calendar::to_iso(*reading.value)), column.position);
            (column.column->form == ColumnForm::first_day ? out.first : out.last) = reading.value;
            window_column_ = column.position;
            return;
        }
        case ColumnForm::flag: {
            const auto reading = exchange::read_flag(cell);
            if (reading.fault) return doubt(out, column, cell, *reading.fault);
            return add(out, field, planfile::written_text(*reading.value ? "true" : "false"), column.position);
        }
        case ColumnForm::status: {
            const std::string word = status_of(cell.text);
            if (word.empty())
                return doubt(out, column, cell,
                             {{"not a state of an activity", "ليست حالة نشاط"},
                              {"write planned, started, finished or cancelled", "اكتب: مخطط أو بدأ أو انتهى أو ألغي"},
                              {"planned", "started", "finished", "cancelled"}});
            return add(out, field, planfile::written_text(word), column.position);
        }
    }
}

void CellReader::add(Row& out, std::string_view field, WrittenValue value, std::size_t column) const {
    out.fields.push_back({std::string(field), std::move(value), column});
}

void CellReader::doubt(Row& out, const ImportColumn& column, const Cell& cell, CellFault fault) const {
    out.doubts.push_back({row_, column.position, cell.text, std::move(fault)});
}

/// "Course / دورة" gives both languages; else the one its letters are in.
void CellReader::add_title(const ImportColumn& column, const Cell& cell, Row& out) {
    for (const std::string_view separator : {"\n", " / ", " | "}) {
        const auto at = cell.text.find(separator);
        if (at == std::string::npos) continue;
        const std::string first = cell.text.substr(0, at), second = cell.text.substr(at + separator.size());
        if (has_arabic_letter(first) == has_arabic_letter(second)) continue;
        add(out, "name.en", planfile::written_text(has_arabic_letter(first) ? second : first), column.position);
        return add(out, "name.ar", planfile::written_text(has_arabic_letter(first) ? first : second), column.position);
    }
    add(out, has_arabic_letter(cell.text) ? "name.ar" : "name.en", planfile::written_text(cell.text), column.position);
}

std::optional<std::string> CellReader::resolve(const ImportColumn& column, const Cell& cell, const std::string& words,
                                               Row& out) {
    const std::string section(column.column->section);
    const auto& records = named_.find(section)->second;
    if (words.starts_with('+') && words.size() > 1) {
        const std::string name = words.substr(1);
        const auto made = std::ranges::find_if(
            wanted_, [&](const WantedRecord& each) { return each.section == section && each.name == name; });
        if (made != wanted_.end()) return made->id;
        if (const NamedRecord* found = find_named(records, name)) return std::string(found->id);
        std::string id =
            id_from_name(name, section.substr(0, section.size() - 1) + "-" + std::to_string(wanted_.size() + 1));
        const auto taken = [&] {
            return std::ranges::any_of(records, [&](const NamedRecord& each) { return each.id == id; })
                   || std::ranges::any_of(
                       wanted_, [&](const WantedRecord& each) { return each.section == section && each.id == id; });
        };
        while (taken()) id += "-2";
        wanted_.push_back({section, id, name});
        return id;
    }
    if (const NamedRecord* found = find_named(records, words)) return std::string(found->id);
    constexpr std::size_t most_choices = 6;
    CellFault fault{report::fill({"the plan knows no '{}' here", "لا تعرف الخطة «{}» هنا"}, report::ltr(words)),
                    {"choose one that it knows, or make a new one", "اختر مما تعرفه الخطة أو أنشئ سجلاً جديداً"},
                    near_records(records, words, most_choices)};
    // Only what needs nothing but a name can be made from a cell.
    for (const std::string_view simple : {"lines-of-effort", "activity-types", "places", "organisations", "phases"})
        if (section == simple && simple != "phases") fault.choices.push_back("+" + words);
    doubt(out, column, cell, std::move(fault));
    return std::nullopt;
}

void CellReader::add_references(const ImportColumn& column, const Cell& cell, Row& out) {
    const bool several = column.column->form == ColumnForm::references;
    std::vector<std::string> ids;
    for (const std::string& words : several ? exchange::pieces_of(cell.text) : std::vector<std::string>{cell.text}) {
        const auto id = resolve(column, cell, words, out);
        if (!id) return;
        ids.push_back(*id);
    }
    if (ids.empty()) return;
    add(out, column.column->field, several ? list_of(ids) : planfile::written_text(ids.front()), column.position);
}

/// "instr: 4; interp: 2", "Instructors 4", a fund alone for all of the cost.
void CellReader::add_amounts(const ImportColumn& column, const Cell& cell, Row& out) {
    WrittenValue map;
    map.kind = NodeKind::map;
    const std::vector<std::string> pieces = exchange::pieces_of(cell.text);
    for (const std::string& piece : pieces) {
        const auto colon = piece.find_last_of(":=×");
        auto cut = colon != std::string::npos ? colon : piece.find_last_of(' ');
        const bool has_amount = cut != std::string::npos && piece.find_first_of("0123456789", cut) != std::string::npos;
        if (!has_amount && column.column->field == "needs") {
            doubt(out, column, cell,
                  {{"a need without a number", "احتياج بلا عدد"},
                   {"write it like 'Instructors: 4; Interpreters: 2'", "اكتبه هكذا: «المدربون: 4؛ المترجمون: 2»"},
                   {}});
            return;
        }
        const std::string words = has_amount ? piece.substr(0, cut) : piece;
        std::string amount = has_amount ? piece.substr(cut + 1) : "100%";
        amount.erase(0, amount.find_first_not_of(" :"));
        const auto id = resolve(column, cell, words.substr(0, words.find_last_not_of(" :") + 1), out);
        if (!id) return;
        map.entries.push_back(keyed(*id, amount));
    }
    if (!map.entries.empty()) add(out, column.column->field, std::move(map), column.position);
}

void CellReader::add_window(Row& out) const {
    if (!out.first && !out.last) return;
    if (out.first && out.last && *out.last < *out.first) {
        out.doubts.push_back({row_,
                              window_column_,
                              sheet_.at(row_, window_column_).text,
                              {{"it finishes before it starts", "ينتهي قبل أن يبدأ"},
                               {"correct one of the two days", "صحح أحد اليومين"},
                               {}}});
        return;
    }
    add(out, "window",
        planfile::written_text((out.first ? calendar::to_iso(*out.first) : "") + ".."
                               + (out.last ? calendar::to_iso(*out.last) : "")),
        window_column_);
}

}  // namespace masar::app
