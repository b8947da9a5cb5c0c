#include "paper/sheets.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::paper {
namespace {

constexpr double column_gap = 22;

/// At one end of a line of the frame, in the reading direction of its column.
enum class End : unsigned char { start, end };

class FrameLine {
public:
    FrameLine(const Pen& pen, const Column& column, double baseline)
        : pen_(pen), column_(column), baseline_(baseline) {}

    /// What is longer than the room that is left gives way.
    void put(std::string_view text, End end, const LetterStyle& style) {
        if (text.empty()) return;
        Setting setting{column_.language, style};
        double width = pen_.letters.set({{std::string(text)}}, setting).width();
        if (const double room = column_.width - start_ - end_; width > room) {
            setting.width = width = std::max(room, 0.0);
            setting.one_line = true;
        }
        const Lines lines = pen_.letters.set({{std::string(text)}}, setting);
        const double offset = end == End::start ? start_ : column_.width - end_ - width;
        lines.draw(pen_.cairo, column_.left_of(offset, width), baseline_ - lines.baseline());
        (end == End::start ? start_ : end_) += width + 10;
    }

private:
    const Pen& pen_;
    const Column& column_;
    double baseline_, start_ = 0, end_ = 0;
};

constexpr LetterStyle strong{7.5, true, ink}, soft{7.5, false, ink_faint};

void draw_mark(const Pen& pen, const SheetGeometry& sheet, const std::vector<Written>& texts, double baseline) {
    const std::string& mark = texts.front().frame.handling;
    if (mark.empty()) return;
    const Lines lines = pen.letters.label(mark, {8, true, ink});
    lines.draw(pen.cairo, (sheet.width - lines.width()) / 2, baseline - lines.baseline());
}

}  // namespace

SheetGeometry geometry_of(SheetSize size, bool upright) {
    constexpr double a4_short = 595.276, a4_long = 841.89, a3_long = 1190.551;
    double narrow = a4_short, wide = a4_long;
    if (size == SheetSize::a3) {
        narrow = a4_long;
        wide = a3_long;
    }
    SheetGeometry sheet;
    sheet.width = upright ? narrow : wide;
    sheet.height = upright ? wide : narrow;
    sheet.side_margin = 42;
    sheet.top = 58;
    sheet.bottom = sheet.height - 52;
    return sheet;
}

SheetGeometry magnified(SheetGeometry sheet, double by) {
    for (double* each : {&sheet.width, &sheet.height, &sheet.side_margin, &sheet.top, &sheet.bottom}) *each *= by;
    return sheet;
}

std::vector<Column> columns_of(const SheetGeometry& sheet, const std::vector<Written>& texts) {
    const auto count = static_cast<double>(texts.size());
    const double width = (sheet.body_width() - column_gap * (count - 1)) / count;
    std::vector<Column> columns;
    for (std::size_t i = 0; i < texts.size(); ++i)
        columns.push_back(
            {sheet.side_margin + static_cast<double>(i) * (width + column_gap), width, texts[i].language});
    return columns;
}

void draw_frame(const Pen& pen, const SheetGeometry& sheet, const std::vector<Written>& texts, Folio folio) {
    const double head = 36, foot = sheet.height - 26;
    const std::vector<Column> columns = columns_of(sheet, texts);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const report::PageFrame& frame = texts[i].frame;
        FrameLine top(pen, columns[i], head), bottom(pen, columns[i], foot);
        top.put(frame.program, End::start, {7.5, true, accent});
        top.put(frame.tag, End::end, strong);
        top.put(frame.title, End::start, soft);
        bottom.put(frame.as_of, End::start, soft);
        bottom.put(fmt::format(fmt::runtime(frame.page_of), folio.number, folio.pages), End::end, strong);
    }
    draw_mark(pen, sheet, texts, head - 14);
    draw_mark(pen, sheet, texts, foot + 12);
    fill(pen, {sheet.side_margin, head + 7, sheet.body_width(), 0.5}, rule_colour);
    fill(pen, {sheet.side_margin, foot - 12, sheet.body_width(), 0.4}, hairline);
}

}  // namespace masar::paper
