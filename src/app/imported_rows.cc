#include "app/imported_rows.h"

#include "base/arabic.h"
#include "planfile/record_text.h"
#include "report/figures.h"

#include <algorithm>

namespace masar::app {
namespace {

using base::normalised_for_search;
using planfile::EditKind;
using planfile::NodeKind;
using planfile::PlanEdit;
using planfile::WrittenValue;

constexpr std::string_view section = "activities";

const ImportedField* find_field(const CellReader::Row& read, std::string_view field) {
    const auto found = std::ranges::find(read.fields, field, &ImportedField::field);
    return found == read.fields.end() ? nullptr : &*found;
}
std::string text_of(const CellReader::Row& read, std::string_view field) {
    const ImportedField* found = find_field(read, field);
    return found == nullptr ? std::string() : found->value.text;
}

/// "name.en" put below "name".
void put(WrittenValue& record, std::string_view field, WrittenValue value) {
    const auto dot = field.find('.');
    if (dot == std::string_view::npos) {
        value.key = field;
        record.entries.push_back(std::move(value));
        return;
    }
    const std::string_view key = field.substr(0, dot);
    auto below = std::ranges::find(record.entries, key, &WrittenValue::key);
    if (below == record.entries.end()) {
        WrittenValue map;
        map.key = key;
        map.kind = NodeKind::map;
        record.entries.push_back(std::move(map));
        below = std::prev(record.entries.end());
    }
    put(*below, field.substr(dot + 1), std::move(value));
}

/// The value of "name.en"; of a plain name in the language its letters are in.
const WrittenValue* value_at(const WrittenValue& record, std::string_view field) {
    const WrittenValue* value = &record;
    for (std::size_t at = 0; value != nullptr && at <= field.size();) {
        const auto end = std::min(field.find('.', at), field.size());
        if (value->kind == NodeKind::scalar && value != &record) return value;
        value = value->find(field.substr(at, end - at));
        at = end + 1;
    }
    return value;
}

}  // namespace

RowMatcher::RowMatcher(const plan::Plan& plan, const planfile::PlanText& texts, const exchange::Sheet& sheet,
                       const std::vector<ImportColumn>& columns)
    : plan_(plan), texts_(texts), sheet_(sheet) {
    for (const ImportColumn& each : columns) {
        if (each.column == nullptr) continue;
        if (each.column->form == exchange::ColumnForm::id) id_column_ = each.position;
        if (each.column->field.starts_with("name")) first_column_ = each.position;
    }
}

const plan::Activity* RowMatcher::named(const std::string& en, const std::string& ar,
                                        std::optional<calendar::Date> first) const {
    const auto same = [](const std::string& a, const std::string& b) {
        return !a.empty() && normalised_for_search(a) == normalised_for_search(b);
    };
    const plan::Activity* found = nullptr;
    for (const plan::Activity& each : plan_.activities) {
        if (!same(en, each.name.en) && !same(ar, each.name.ar)) continue;
        // Events of one name recur: the day tells them apart.
        if (first && each.window.first == first) return &each;
        if (found == nullptr) found = &each;
    }
    return found != nullptr && first && found->window.first ? nullptr : found;
}

std::string RowMatcher::unused_id(const std::string& name) {
    const std::string stem = id_from_name(name, "event");
    std::string id = stem;
    const auto taken = [&] { return plan::find(plan_.activities, id) != nullptr || new_ids_.contains(id); };
    for (int number = 2; taken() || (stem == "event" && id == stem); ++number) id = stem + "-" + std::to_string(number);
    new_ids_.insert(id);
    return id;
}

RowMatcher::Identity RowMatcher::identify(std::size_t row, const CellReader::Row& read) {
    Identity identity;
    const std::string own = id_column_ ? sheet_.at(row, *id_column_).text : "";
    const std::string en = text_of(read, "name.en"), ar = text_of(read, "name.ar");
    if (!own.empty()) {
        identity.id = id_from_name(own, own);
        identity.activity = plan::find(plan_.activities, own);
    } else {
        identity.activity = named(en, ar, read.first);
    }
    if (identity.activity != nullptr) identity.id = identity.activity->id;
    const std::string key =
        !identity.id.empty() ? identity.id
                             : normalised_for_search(en + "|" + ar) + (read.first ? calendar::to_iso(*read.first) : "");
    const auto [known, fresh] = rows_by_id_.try_emplace(key, row);
    if (!fresh) identity.same_as = known->second;
    if (identity.id.empty() && fresh) identity.id = unused_id(en);
    return identity;
}

void RowMatcher::take(std::size_t row, CellReader::Row read, ImportPreview& preview, std::vector<CellDoubt>& doubts) {
    const auto doubt = [&](base::Text fault, base::Text repair) {
        read.doubts.push_back(
            {row, first_column_, sheet_.at(row, first_column_).text, {std::move(fault), std::move(repair), {}}});
    };
    const bool own_id = id_column_ && !sheet_.at(row, *id_column_).empty();
    if (!own_id && text_of(read, "name.en").empty() && text_of(read, "name.ar").empty()) {
        if (read.fields.empty() && read.doubts.empty())
            return;  // a line of totals or notes in columns that are left out
        if (read.doubts.empty())
            doubt({"a row without a name", "صف بلا اسم"}, {"give the event a name", "اكتب اسماً للفعالية"});
    }
    const Identity identity = identify(row, read);
    if (identity.same_as)
        doubt(report::fill({"the same event as in row {}", "الفعالية نفسها في الصف {}"},
                           report::ltr(std::to_string(*identity.same_as + 1))),
              {"leave one of the two out, or give it another name or day", "احذف أحد الصفين أو غيّر اسمه أو يومه"});
    if (identity.activity == nullptr) complete(read);
    if (identity.activity == nullptr && read.doubts.empty() && !find_field(read, "duration"))
        doubt({"neither a duration nor a start and finish", "لا مدة ولا بداية ونهاية"},
              {"write the duration in working days, or both days", "اكتب المدة بأيام العمل أو اليومين"});
    if (!read.doubts.empty()) {
        std::ranges::move(read.doubts, std::back_inserter(doubts));
        return;
    }
    if (identity.activity == nullptr) {
        add_new(identity.id, read, preview);
        preview.rows.push_back({row, identity.id, ImportRow::Change::added, {}});
        return;
    }
    std::vector<std::string> changed = add_changes(identity.id, read, preview);
    const auto change = changed.empty() ? ImportRow::Change::unchanged : ImportRow::Change::changed;
    preview.rows.push_back({row, identity.id, change, std::move(changed)});
}

/// Working days between the two days of an event that states no duration: Monday to Friday, as both sides count them at the least.
void RowMatcher::complete(CellReader::Row& read) const {
    if (find_field(read, "duration") || !read.first || !read.last) return;
    int days = 0;
    for (calendar::Date day = *read.first; day <= *read.last; day += std::chrono::days(1)) {
        const unsigned weekday = calendar::weekday_of(day).c_encoding();
        days += weekday >= 1 && weekday <= 5 ? 1 : 0;
    }
    read.fields.push_back(
        {"duration", planfile::written_text(std::to_string(std::max(1, days)) + "wd"), first_column_});
}

void RowMatcher::add_new(const std::string& id, CellReader::Row& read, ImportPreview& preview) const {
    PlanEdit edit{.kind = EditKind::add, .section = std::string(section), .id = id};
    edit.value.kind = NodeKind::map;
    for (ImportedField& each : read.fields) put(edit.value, each.field, std::move(each.value));
    preview.edits.push_back(std::move(edit));
}

std::vector<std::string> RowMatcher::add_changes(const std::string& id, const CellReader::Row& read,
                                                 ImportPreview& preview) const {
    std::vector<std::string> changed;
    const auto record = planfile::record_text(texts_, section, id);
    for (const ImportedField& each : read.fields) {
        const WrittenValue* now = record ? value_at(record->fields, each.field) : nullptr;
        if (now != nullptr && planfile::says_the_same(*now, each.value)) continue;
        preview.edits.push_back({.kind = EditKind::set,
                                 .section = std::string(section),
                                 .id = id,
                                 .field = each.field,
                                 .value = each.value});
        changed.push_back(each.field);
    }
    return changed;
}

void RowMatcher::add_wanted(const std::vector<WantedRecord>& wanted, ImportPreview& preview) const {
    std::vector<PlanEdit> edits;
    for (const WantedRecord& each : wanted) {
        PlanEdit edit{.kind = EditKind::add, .section = each.section, .id = each.id};
        edit.value.kind = NodeKind::map;
        const bool arabic =
            std::ranges::any_of(each.name, [](char c) { return static_cast<unsigned char>(c) >= 0xD8; });
        put(edit.value, arabic ? "name.ar" : "name.en", planfile::written_text(each.name));
        edits.push_back(std::move(edit));
    }
    preview.edits.insert(preview.edits.begin(), edits.begin(), edits.end());
}

void RowMatcher::check_result(const std::vector<planfile::InputFile>& plan, const base::Diagnostics& known,
                              const ImportPreview& preview, std::vector<CellDoubt>& doubts) const {
    const auto edited = planfile::edit_plan(plan, preview.edits);
    if (!edited) {
        doubts.push_back({preview.heading_row, 0, "", {edited.error().error.message, edited.error().error.hint, {}}});
        return;
    }
    const planfile::ReadResult after = planfile::read_plan(*edited);
    const planfile::PlanText texts(*edited);
    const auto records = planfile::record_texts(texts, section);
    for (const base::Diagnostic& each : after.diagnostics) {
        const bool old = std::ranges::any_of(known, [&](const base::Diagnostic& earlier) {
            return earlier.code == each.code && earlier.message == each.message;
        });
        if (each.severity != base::Severity::error || old) continue;
        // The last record that begins at or before the place.
        const planfile::WrittenRecord* owner = nullptr;
        for (const planfile::WrittenRecord& record : records)
            if (record.place.file == each.place.file && record.place.line <= each.place.line) owner = &record;
        const auto row =
            owner == nullptr ? preview.rows.end() : std::ranges::find(preview.rows, owner->id, &ImportRow::id);
        doubts.push_back({row == preview.rows.end() ? preview.heading_row : row->row,
                          first_column_,
                          owner == nullptr ? "" : owner->id,
                          {each.message, each.hint, {}}});
    }
}

}  // namespace masar::app
