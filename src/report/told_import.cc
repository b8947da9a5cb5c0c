#include "report/told_import.h"

#include "base/plural.h"
#include "report/figures.h"
#include "report/json_parts.h"
#include "report/text_table.h"
#include "report/text_wrap.h"

#include <algorithm>

namespace masar::report {
namespace {

using base::JsonWriter;
using base::Language;
using base::Text;

constexpr std::size_t shown_rows = 20;

std::string_view keyword(ToldImport::Change change) {
    switch (change) {
        case ToldImport::Change::added: return "added";
        case ToldImport::Change::changed: return "changed";
        case ToldImport::Change::unchanged: return "unchanged";
    }
    return "";
}

Text word_of(ToldImport::Change change) {
    switch (change) {
        case ToldImport::Change::added: return {"new", "جديد"};
        case ToldImport::Change::changed: return {"changed", "معدّل"};
        case ToldImport::Change::unchanged: return {"unchanged", "بلا تغيير"};
    }
    return {};
}

void write_list(JsonWriter& json, std::string_view key, const std::vector<std::string>& items) {
    json.key(key).begin_array();
    for (const std::string& each : items) json.value(each);
    json.end_array();
}

void write_columns(JsonWriter& json, const ToldImport& import) {
    json.key("columns").begin_array();
    for (const ToldImport::Column& each : import.columns) {
        json.begin_object().field("heading", each.heading).field_or_null("field", text_or_none(each.field));
        write_text(json, "label", each.label);
        write_list(json, "samples", each.samples);
        write_text(json, "refused", each.refused);
        json.end_object();
    }
    json.end_array();
}

void write_rows(JsonWriter& json, const ToldImport& import) {
    json.key("rows").begin_array();
    for (std::size_t i = 0; i < std::min(shown_rows, import.rows.size()); ++i) {
        const ToldImport::Row& row = import.rows[i];
        json.begin_object()
            .field("row", static_cast<std::int64_t>(row.number))
            .field("id", row.id)
            .field("name", row.name)
            .field("change", keyword(row.change));
        write_list(json, "fields", row.fields);
        write_list(json, "cells", row.cells);
        json.end_object();
    }
    json.end_array();
}

/// What an answer can be: a value, a new record ("+Dallas"), or nothing: the column is left out.
void write_choices(JsonWriter& json, const std::vector<std::string>& choices) {
    json.key("choices").begin_array();
    for (const std::string& each : choices) {
        json.begin_object().field("value", each);
        const bool made = each.starts_with('+');
        write_text(json, "label",
                   each.empty() ? Text{"leave out", "استبعاد"}
                   : made       ? fill({"new: {}", "جديد: {}"}, ltr(each.substr(1)))
                                : ltr(each));
        json.end_object();
    }
    json.end_array();
}

void write_doubts(JsonWriter& json, const ToldImport& import) {
    json.key("doubts").begin_array();
    for (const ToldImport::Doubt& each : import.doubts) {
        json.begin_object().field("sheet", import.sheet).field("cell", each.cells.front());
        write_list(json, "cells", each.cells);
        json.field("value", each.value);
        write_text(json, "fault", each.fault);
        write_text(json, "repair", each.repair);
        write_choices(json, each.choices);
        json.end_object();
    }
    json.end_array();
}

std::string doubt_text(const ToldImport::Doubt& doubt, Language language) {
    constexpr std::size_t shown_cells = 5;
    std::string cells;
    for (std::size_t i = 0; i < std::min(shown_cells, doubt.cells.size()); ++i)
        cells += (i > 0 ? ", " : "") + doubt.cells[i];
    if (doubt.cells.size() > shown_cells) cells += ", …";
    const Text value = doubt.value.empty() ? Text{} : fill({" '{}'", " «{}»"}, ltr(doubt.value));
    std::string out = wrapped(fill({"{}{}: {}", "‏{}{}: {}"}, ltr(cells), value, doubt.fault).in(language),
                              {terminal_columns, "  - ", "    "});
    if (!doubt.repair.empty()) out += wrapped(doubt.repair.in(language), {terminal_columns, "      ", "      "});
    std::string choices;
    for (const std::string& each : doubt.choices)
        if (!each.empty()) choices += (choices.empty() ? "" : ", ") + each;
    if (!choices.empty())
        out += wrapped(fill({"can be: {}", "يمكن أن يكون: {}"}, ltr(choices)).in(language),
                       {terminal_columns, "      ", "      "});
    return out;
}

std::string columns_text(const ToldImport& import, Language language) {
    TextTable table({{{"Column", "العمود"}}, {{"Is read as", "يُقرأ على أنه"}}, {{"For example", "مثال"}}}, language);
    for (const ToldImport::Column& each : import.columns) {
        const Text left_out = each.refused.empty() ? Text{"(left out)", "(مستبعد)"} : each.refused;
        table.row({each.heading, (each.field.empty() ? left_out : each.label).in(language),
                   each.samples.empty() ? "" : each.samples.front()});
    }
    return table.print();
}

std::string rows_text(const ToldImport& import, Language language) {
    TextTable table({{{"Row", "الصف"}, TextTable::Content::figures},
                     {{"Id", "المعرّف"}},
                     {{"Name", "الاسم"}},
                     {{"Change", "التغيير"}}},
                    language);
    for (std::size_t i = 0; i < std::min(shown_rows, import.rows.size()); ++i) {
        const ToldImport::Row& row = import.rows[i];
        table.row({std::to_string(row.number), row.id, row.name, word_of(row.change).in(language)});
    }
    return table.empty() ? "" : table.print();
}

}  // namespace

std::size_t ToldImport::count(Change change) const {
    return static_cast<std::size_t>(std::ranges::count(rows, change, &Row::change));
}

std::string import_json(const ToldImport& import) {
    JsonWriter json;
    json.begin_object().field("sheet", import.sheet);
    write_columns(json, import);
    json.field("new", static_cast<std::int64_t>(import.count(ToldImport::Change::added)));
    for (const auto change : {ToldImport::Change::changed, ToldImport::Change::unchanged})
        json.field(keyword(change), static_cast<std::int64_t>(import.count(change)));
    write_rows(json, import);
    write_doubts(json, import);
    return json.end_object().take() + "\n";
}

std::string import_text(const ToldImport& import, Language language) {
    const auto number = [](std::size_t count) { return Text{std::to_string(count), std::to_string(count)}; };
    std::string out =
        wrapped(fill({"{} new, {} changed, {} unchanged; doubts: {}.",
                      "الجديد {}، والمعدّل {}، وبلا تغيير {}؛ والمواضع المشكوك فيها: {}."},
                     number(import.count(ToldImport::Change::added)), number(import.count(ToldImport::Change::changed)),
                     number(import.count(ToldImport::Change::unchanged)), number(import.doubts.size()))
                    .in(language));
    out += "\n" + columns_text(import, language);
    if (!import.doubts.empty()) {
        out += "\n"
               + wrapped(Text{"To be answered before anything is taken in:", "يلزم الرد عليه قبل استيراد أي شيء:"}.in(
                   language));
        for (const ToldImport::Doubt& each : import.doubts) out += doubt_text(each, language);
    }
    if (const std::string rows = rows_text(import, language); !rows.empty()) out += "\n" + rows;
    return out;
}

}  // namespace masar::report
