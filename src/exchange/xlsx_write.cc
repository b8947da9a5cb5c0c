#include "exchange/xlsx.h"
#include "exchange/xlsx_package.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::exchange {
namespace {

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relations_namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view package_namespace = "http://schemas.openxmlformats.org/package/2006/relationships";

/// Styles by position in cellXfs.
enum Style : int { plain = 0, bold = 1, date = 2 };

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t')
            out += ' ';  // no XML character
        else
            out += c;
    }
    return out;
}

std::string cell_xml(const Cell& cell, std::string_view name, bool heading) {
    switch (cell.kind) {
        case Cell::Kind::empty: return {};
        case Cell::Kind::number: return fmt::format(R"(<c r="{}"><v>{}</v></c>)", name, cell.text);
        case Cell::Kind::flag:
            return fmt::format(R"(<c r="{}" t="b"><v>{}</v></c>)", name, cell.text == "true" ? 1 : 0);
        case Cell::Kind::date:
            return fmt::format(R"(<c r="{}" s="{}"><v>{}</v></c>)", name, static_cast<int>(date),
                               (*cell.date - calendar::date_of(1899, 12, 30)).count());
        case Cell::Kind::text:
            return fmt::format(R"(<c r="{}" s="{}" t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>)", name,
                               static_cast<int>(heading ? bold : plain), escaped(cell.text));
    }
    return {};
}

std::string columns_xml(const SheetLook& look) {
    const std::size_t count = std::max<std::size_t>(1, look.sheet.columns());
    std::string out = "<cols>";
    for (std::size_t i = 0; i < count; ++i)
        out += fmt::format(R"(<col min="{0}" max="{0}" width="{1}" customWidth="1"/>)", i + 1,
                           i < look.widths.size() ? look.widths[i] : 14.0);
    return out + "</cols>";
}

std::string sheet_xml(const SheetLook& look) {
    std::string out = fmt::format("{}<worksheet xmlns=\"{}\"><sheetViews><sheetView workbookViewId=\"0\"{}>", xml_head,
                                  main_namespace, look.right_to_left ? " rightToLeft=\"1\"" : "");
    if (look.heading_rows > 0)
        out += fmt::format(R"(<pane ySplit="{}" topLeftCell="A{}" activePane="bottomLeft" state="frozen"/>)",
                           look.heading_rows, look.heading_rows + 1);
    out += "</sheetView></sheetViews>" + columns_xml(look) + "<sheetData>";
    for (std::size_t row = 0; row < look.sheet.rows.size(); ++row) {
        if (look.sheet.rows[row].empty()) continue;
        out += fmt::format("<row r=\"{}\">", row + 1);
        for (std::size_t column = 0; column < look.sheet.rows[row].size(); ++column)
            out += cell_xml(look.sheet.rows[row][column], cell_name(row, column), row < look.heading_rows);
        out += "</row>";
    }
    return out + "</sheetData></worksheet>";
}

std::string styles_xml() {
    return fmt::format(
        "{}<styleSheet xmlns=\"{}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
        "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/>"
        "</font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
        "patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/>"
        "</cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\" applyFont=\"1\"/>"
        "<xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>",
        xml_head, main_namespace);
}

std::string content_types(std::size_t sheets) {
    std::string out = fmt::format(
        "{}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
        "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override "
        "PartName=\"/xl/styles.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>",
        xml_head);
    for (std::size_t i = 1; i <= sheets; ++i)
        out += fmt::format(
            "<Override PartName=\"/xl/worksheets/sheet{}.xml\" ContentType=\"application/"
            "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>",
            i);
    return out + "</Types>";
}

/// Excel allows 31 characters and none of []:*?/\ in a sheet's name.
std::string sheet_title(std::string_view name, std::size_t number) {
    std::string title;
    for (const char c : name)
        if (std::string_view("[]:*?/\\'").find(c) == std::string_view::npos) title += c;
    if (title.empty() || base::code_point_count(title) > 31) title = fmt::format("Sheet {}", number);
    return escaped(title);
}

std::string workbook_xml(const std::vector<SheetLook>& sheets) {
    std::string out =
        fmt::format("{}<workbook xmlns=\"{}\" xmlns:r=\"{}\"><sheets>", xml_head, main_namespace, relations_namespace);
    for (std::size_t i = 1; i <= sheets.size(); ++i)
        out += fmt::format(R"(<sheet name="{}" sheetId="{}" r:id="rId{}"/>)", sheet_title(sheets[i - 1].sheet.name, i),
                           i, i);
    return out + "</sheets></workbook>";
}

std::string workbook_relations(std::size_t sheets) {
    std::string out = fmt::format("{}<Relationships xmlns=\"{}\">", xml_head, package_namespace);
    for (std::size_t i = 1; i <= sheets; ++i)
        out += fmt::format(R"(<Relationship Id="rId{}" Type="{}/worksheet" Target="worksheets/sheet{}.xml"/>)", i,
                           relations_namespace, i);
    return out
           + fmt::format(R"(<Relationship Id="rId{}" Type="{}/styles" Target="styles.xml"/></Relationships>)",
                         sheets + 1, relations_namespace);
}

}  // namespace

base::Result<std::string> write_xlsx(const std::vector<SheetLook>& sheets) {
    std::vector<std::pair<std::string, std::string>> parts;
    parts.emplace_back("[Content_Types].xml", content_types(sheets.size()));
    parts.emplace_back("_rels/.rels",
                       fmt::format("{}<Relationships xmlns=\"{}\"><Relationship Id=\"rId1\" Type=\"{}/officeDocument\" "
                                   "Target=\"xl/workbook.xml\"/></Relationships>",
                                   xml_head, package_namespace, relations_namespace));
    parts.emplace_back("xl/workbook.xml", workbook_xml(sheets));
    parts.emplace_back("xl/_rels/workbook.xml.rels", workbook_relations(sheets.size()));
    parts.emplace_back("xl/styles.xml", styles_xml());
    for (std::size_t i = 0; i < sheets.size(); ++i)
        parts.emplace_back(fmt::format("xl/worksheets/sheet{}.xml", i + 1), sheet_xml(sheets[i]));
    return pack(parts);
}

}  // namespace masar::exchange
