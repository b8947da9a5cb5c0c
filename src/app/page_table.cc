#include "app/page_table.h"

#include "app/record_names.h"
#include "app/table_words.h"
#include "base/money.h"
#include "report/reader.h"

#include <fmt/format.h>

#include <charconv>

namespace masar::app {
namespace {

using exchange::Cell;
namespace json = boost::json;

/// The items around a row, the page first, the row last.
using Around = std::vector<const json::value*>;

/// "a.b.0" below a value; nullptr where there is nothing.
const json::value* value_below(const json::value* value, std::string_view path) {
    while (value != nullptr && !path.empty()) {
        const std::size_t dot = std::min(path.find('.'), path.size());
        const std::string_view key = path.substr(0, dot);
        path.remove_prefix(std::min(dot + 1, path.size()));
        if (const json::object* object = value->if_object()) {
            value = object->if_contains(key);
        } else if (const json::array* items = value->if_array()) {
            std::size_t at = items->size();
            std::from_chars(key.data(), key.data() + key.size(), at);
            value = at < items->size() ? &(*items)[at] : nullptr;
        } else {
            value = nullptr;
        }
    }
    return value;
}

const json::value* value_at(const Around& around, std::string_view path) {
    if (path.starts_with('/')) return value_below(around.front(), path.substr(1));
    std::size_t up = 0;
    while (path.starts_with('^')) {
        path.remove_prefix(1);
        ++up;
    }
    return up < around.size() ? value_below(around[around.size() - 1 - up], path) : nullptr;
}

class CellMaker {
public:
    CellMaker(const plan::Plan& plan, base::Language language) : plan_(plan), language_(language) {}

    [[nodiscard]] Cell cell(const TableColumn& column, const json::value* value) const {
        if (value == nullptr || value->is_null()) return {};
        if (value->is_bool()) return Cell::of((value->get_bool() ? yes() : no()).in(language_));
        if (const auto* whole = value->if_int64()) {
            if (column.form != CellForm::money) return number(std::to_string(*whole));
            return number(base::plain({*whole, {}}));
        }
        if (const auto* real = value->if_double())
            return number(fmt::format("{:.12g}", *real));  // 0.4, not 0.40000000000000013
        if (value->is_string() && column.form == CellForm::plain)
            if (const auto day = calendar::parse_iso(value->get_string()); day && *day >= first_day_of_sheets())
                return Cell::of(*day);
        return Cell::of(text(column, *value));
    }

private:
    static Cell number(std::string figures) { return {Cell::Kind::number, std::move(figures), std::nullopt}; }
    /// Spreadsheets have no days before; a Hijri date is a text.
    static calendar::Date first_day_of_sheets() { return calendar::date_of(1900, 3, 1); }
    static base::Text yes() { return {"yes", "نعم"}; }
    static base::Text no() { return {"no", "لا"}; }

    [[nodiscard]] std::string text(const TableColumn& column, const json::value& value) const {
        if (const json::array* items = value.if_array()) {
            std::string joined;
            for (const json::value& each : *items) joined += (joined.empty() ? "" : "; ") + cell(column, &each).text;
            return joined;
        }
        if (const json::object* object = value.if_object()) return text(column, *object);
        const std::string_view word(value.get_string());
        if (column.form == CellForm::keyword) return keyword_in_words(word).in(language_);
        if (column.form != CellForm::record) return std::string(word);
        const auto records = named_records(plan_, column.section);
        for (const NamedRecord& each : records)
            if (each.id == word && !each.name.empty()) return each.name.in(language_);
        return std::string(word);
    }

    /// A text of the plan, what is withheld, or the parts of a thing one after the other.
    [[nodiscard]] std::string text(const TableColumn& column, const json::object& object) const {
        if (object.contains("withheld")) return report::withheld_text().in(language_);
        const json::value *en = object.if_contains("en"), *ar = object.if_contains("ar");
        if (en != nullptr && ar != nullptr && en->is_string() && ar->is_string())
            return base::Text{std::string(en->get_string()), std::string(ar->get_string())}.in(language_);
        std::string joined;
        for (const auto& [key, part] : object) {
            const std::string words = cell(column, &part).text;
            if (!words.empty()) joined += (joined.empty() ? "" : " ") + words;
        }
        return joined;
    }

    const plan::Plan& plan_;
    base::Language language_;
};

class SheetMaker {
public:
    SheetMaker(const PageTable& table, const plan::Plan& plan, base::Language language)
        : table_(table), cells_(plan, language) {
        look_.sheet.name = base::Text{std::string(table.en), std::string(table.ar)}.in(language);
        look_.right_to_left = language == base::Language::ar;
        look_.sheet.rows.emplace_back();
        for (const TableColumn& each : table.columns) {
            look_.sheet.rows.front().push_back(
                Cell::of(std::string(language == base::Language::ar ? each.ar : each.en)));
            look_.widths.push_back(each.form == CellForm::record ? 28 : 14);
        }
    }

    exchange::SheetLook make(const json::value& page) {
        Around around{&page};
        add(around, table_.rows);
        fit_widths();
        return std::move(look_);
    }

private:
    void add(Around& around, std::string_view rows) {
        if (rows.empty()) return add_row(around);
        const std::size_t dot = std::min(rows.find('.'), rows.size());
        const json::value* items = value_below(around.back(), rows.substr(0, dot));
        if (items == nullptr || !items->is_array()) return;
        for (const json::value& each : items->get_array()) {
            around.push_back(&each);
            add(around, rows.substr(std::min(dot + 1, rows.size())));
            around.pop_back();
        }
    }
    void add_row(const Around& around) {
        std::vector<Cell> row;
        for (const TableColumn& each : table_.columns) row.push_back(cells_.cell(each, value_at(around, each.path)));
        while (!row.empty() && row.back().empty()) row.pop_back();
        look_.sheet.rows.push_back(std::move(row));
    }
    /// Columns with sentences are broad.
    void fit_widths() {
        constexpr std::size_t narrow = 20, sentence = 60;
        for (const auto& row : look_.sheet.rows)
            for (std::size_t i = 0; i < row.size(); ++i)
                if (row[i].text.size() > narrow)
                    look_.widths[i] = std::max(look_.widths[i], row[i].text.size() > sentence ? 60.0 : 30.0);
    }

    const PageTable& table_;
    CellMaker cells_;
    exchange::SheetLook look_;
};

}  // namespace

exchange::SheetLook sheet_of(const PageTable& table, const json::value& page, const plan::Plan& plan,
                             base::Language language) {
    return SheetMaker(table, plan, language).make(page);
}

}  // namespace masar::app
