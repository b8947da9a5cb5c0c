#include "exchange/xlsx.h"
#include "exchange/xlsx_package.h"

#include "base/utf8.h"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace masar::exchange {
namespace {

using Kind = base::Error::Kind;

bool wanted(std::string_view name) {
    return name == "xl/workbook.xml" || name == "xl/_rels/workbook.xml.rels" || name == "xl/sharedStrings.xml"
           || name == "xl/styles.xml" || (name.starts_with("xl/worksheets/") && name.ends_with(".xml"));
}

tl::unexpected<base::Error> malformed(std::string_view part) {
    return base::failure(Kind::malformed, {fmt::format("the workbook's part '{}' cannot be read", part),
                                           fmt::format("تعذرت قراءة الجزء «{}» من المصنف", part)});
}

/// Elements by their local name: producers differ in the prefixes they use.
std::string_view local_name(const pugi::xml_node& node) {
    std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
    return parent.find_child([name](const pugi::xml_node& node) { return local_name(node) == name; });
}

template <class Use>
void each_child(const pugi::xml_node& parent, std::string_view name, Use use) {
    for (const pugi::xml_node& node : parent.children())
        if (local_name(node) == name) use(node);
}

/// Runs of a rich text put together; phonetic hints left out.
std::string text_of(const pugi::xml_node& item) {
    std::string text;
    for (const pugi::xml_node& node : item.children()) {
        if (local_name(node) == "t") text += node.text().get();
        if (local_name(node) == "r") text += child(node, "t").text().get();
    }
    return text;
}

std::optional<double> number_of(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
    return number;
}

/// Whether a number format shows a date (ECMA-376 part 1, 18.8.30): its own letters y, m, d outside quotes, brackets and escapes.
bool shows_date(std::string_view format) {
    bool day = false, year = false, quoted = false, bracketed = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        if (c == '\\' || c == '_' || c == '*')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == '[')
            bracketed = true;
        else if (!quoted && c == ']')
            bracketed = false;
        else if (!quoted && !bracketed && (c == 'd' || c == 'D'))
            day = true;
        else if (!quoted && !bracketed && (c == 'y' || c == 'Y'))
            year = true;
        else if (!quoted && c == ';')
            break;
    }
    return day || year;
}

bool built_in_date(int id) {
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/// By position in cellXfs: whether cells in that style are dates.
std::vector<bool> date_styles(const pugi::xml_document& styles) {
    std::set<int> dates;
    const pugi::xml_node sheet = styles.document_element();
    each_child(child(sheet, "numFmts"), "numFmt", [&](const pugi::xml_node& format) {
        if (shows_date(format.attribute("formatCode").value())) dates.insert(format.attribute("numFmtId").as_int());
    });
    std::vector<bool> by_style;
    each_child(child(sheet, "cellXfs"), "xf", [&](const pugi::xml_node& style) {
        const int id = style.attribute("numFmtId").as_int();
        by_style.push_back(built_in_date(id) || dates.contains(id));
    });
    return by_style;
}

struct Book {
    std::vector<std::string> strings;
    std::vector<bool> dates;
    bool from_1904 = false;
};

/// Day 60 of the 1900 system is a 29 February that never was; what lies before it is a day off in every program but Excel.
std::optional<calendar::Date> date_of_serial(double serial, bool from_1904) {
    if (serial < 1 || serial > 80'000) return std::nullopt;
    const auto whole = static_cast<int>(std::floor(serial));
    const calendar::Date first = from_1904 ? calendar::date_of(1904, 1, 1) : calendar::date_of(1899, 12, 30);
    return first + std::chrono::days(whole);
}

class SheetReader {
public:
    SheetReader(const Book& book, const SheetLimits& limits) : book_(book), limits_(limits) {}

    /// False when there is more than the limits allow.
    bool read(const pugi::xml_node& data, std::vector<std::vector<Cell>>& rows) {
        std::size_t next_row = 0;
        bool fits = true;
        each_child(data, "row", [&](const pugi::xml_node& row) {
            const std::size_t number = row.attribute("r").as_uint(static_cast<unsigned>(next_row + 1));
            if (number == 0 || number > limits_.rows) {
                fits = false;
                return;
            }
            next_row = number;
            if (rows.size() < number) rows.resize(number);
            fits = read_row(row, rows[number - 1]) && fits;
        });
        while (!rows.empty() && rows.back().empty()) rows.pop_back();
        return fits;
    }

private:
    bool read_row(const pugi::xml_node& row, std::vector<Cell>& cells) {
        std::size_t next = 0;
        bool fits = true;
        each_child(row, "c", [&](const pugi::xml_node& node) {
            const std::size_t column = column_of(node.attribute("r").value()).value_or(next);
            next = column + 1;
            Cell cell = cell_of(node);
            if (cell.empty()) return;
            if (column >= limits_.columns || cell.text.size() > limits_.cell_bytes) {
                fits = false;
                return;
            }
            if (cells.size() <= column) cells.resize(column + 1);
            cells[column] = std::move(cell);
        });
        return fits;
    }

    static std::optional<std::size_t> column_of(std::string_view reference) {
        std::size_t column = 0, letters = 0;
        for (; letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z'; ++letters)
            column = column * 26 + static_cast<std::size_t>(reference[letters] - 'A' + 1);
        if (letters == 0 || letters > 3) return std::nullopt;
        return column - 1;
    }

    [[nodiscard]] Cell cell_of(const pugi::xml_node& node) const {
        const std::string_view type = node.attribute("t").value();
        if (type == "inlineStr") return Cell::of(text_of(child(node, "is")));
        const std::string_view value = child(node, "v").text().get();
        if (value.empty()) return {};
        if (type == "s") {
            const auto index = number_of(value);
            const bool known = index && *index >= 0 && *index < static_cast<double>(book_.strings.size());
            return known ? Cell::of(book_.strings[static_cast<std::size_t>(*index)]) : Cell{};
        }
        if (type == "b") return {Cell::Kind::flag, value == "1" ? "true" : "false", std::nullopt};
        if (type == "str" || type == "e") return Cell::of(std::string(value));
        if (type == "d") {
            const auto day = calendar::parse_iso(value.substr(0, 10));
            return day ? Cell::of(*day) : Cell::of(std::string(value));
        }
        const auto number = number_of(value);
        if (!number) return Cell::of(std::string(value));
        const auto style = node.attribute("s").as_uint();
        if (style < book_.dates.size() && book_.dates[style])
            if (const auto day = date_of_serial(*number, book_.from_1904)) return Cell::of(*day);
        return Cell::of(*number);
    }

    const Book& book_;
    const SheetLimits& limits_;
};

bool parse(pugi::xml_document& document, std::string_view text) {
    // Neither DTDs nor processing instructions: nothing is expanded, nothing is fetched.
    return static_cast<bool>(document.load_buffer(text.data(), text.size(), pugi::parse_default & ~pugi::parse_doctype,
                                                  pugi::encoding_auto))
           && document.document_element();
}

class WorkbookReader {
public:
    WorkbookReader(const Parts& parts, const SheetLimits& limits) : parts_(parts), limits_(limits) {}

    base::Result<std::vector<Sheet>> read() {
        pugi::xml_document workbook, relations;
        if (!parts_.contains("xl/workbook.xml")) return tl::unexpected(no_workbook());
        if (!open("xl/workbook.xml", workbook)) return malformed("xl/workbook.xml");
        if (!open("xl/_rels/workbook.xml.rels", relations)) return malformed("xl/_rels/workbook.xml.rels");
        each_child(relations.document_element(), "Relationship", [&](const pugi::xml_node& each) {
            targets_[each.attribute("Id").value()] = each.attribute("Target").value();
        });
        read_book(workbook.document_element());
        std::optional<base::Error> error;
        std::vector<Sheet> sheets;
        each_child(child(workbook.document_element(), "sheets"), "sheet", [&](const pugi::xml_node& entry) {
            const std::string_view state = entry.attribute("state").value();
            if (error || state == "hidden" || state == "veryHidden") return;
            auto sheet = read_sheet(entry);
            if (!sheet)
                error = sheet.error();
            else
                sheets.push_back(*std::move(sheet));
        });
        if (error) return tl::unexpected(*error);
        return sheets;
    }

private:
    bool open(std::string_view name, pugi::xml_document& document) const {
        const auto part = parts_.find(name);
        return part != parts_.end() && parse(document, part->second);
    }

    void read_book(const pugi::xml_node& workbook) {
        pugi::xml_document strings, styles;
        if (open("xl/sharedStrings.xml", strings))
            each_child(strings.document_element(), "si",
                       [&](const pugi::xml_node& item) { book_.strings.push_back(text_of(item)); });
        if (open("xl/styles.xml", styles)) book_.dates = date_styles(styles);
        book_.from_1904 = child(workbook, "workbookPr").attribute("date1904").as_bool();
    }

    base::Result<Sheet> read_sheet(const pugi::xml_node& entry) {
        std::string_view id;
        for (const pugi::xml_attribute& each : entry.attributes())
            if (std::string_view(each.name()).ends_with(":id")) id = each.value();
        const auto target = targets_.find(id);
        if (target == targets_.end()) return malformed(entry.attribute("name").value());
        const std::string part = target->second.starts_with('/') ? target->second.substr(1) : "xl/" + target->second;
        pugi::xml_document document;
        if (!part.starts_with("xl/worksheets/")) return Sheet{entry.attribute("name").value(), {}};  // a chart
        if (!open(part, document)) return malformed(part);
        Sheet sheet{entry.attribute("name").value(), {}};
        SheetReader reader(book_, limits_);
        if (!reader.read(child(document.document_element(), "sheetData"), sheet.rows))
            return base::failure(Kind::limit,
                                 {fmt::format("sheet '{}' has more rows or columns than can be taken in", sheet.name),
                                  fmt::format("في الورقة «{}» صفوف أو أعمدة أكثر مما يمكن استيراده", sheet.name)});
        return sheet;
    }

    const Parts& parts_;
    const SheetLimits& limits_;
    std::map<std::string, std::string, std::less<>> targets_;
    Book book_;
};

}  // namespace

base::Result<std::vector<Sheet>> read_xlsx(std::string_view bytes, const SheetLimits& limits) {
    const auto parts = unpack(bytes, &wanted, limits);
    if (!parts) return tl::unexpected(parts.error());
    return WorkbookReader(*parts, limits).read();
}

}  // namespace masar::exchange
