#pragma once
// Blank sheets, one after the other, with what stands at the head and foot of each.
#include "paper/block.h"
#include "paper/print.h"

namespace masar::paper {

/// Places on a sheet, in points.
struct SheetGeometry {
    double width = 0, height = 0;
    double side_margin = 0, top = 0, bottom = 0;  ///< `bottom` from the top of the sheet
    [[nodiscard]] double body_width() const { return width - 2 * side_margin; }
    [[nodiscard]] double body_height() const { return bottom - top; }
};
[[nodiscard]] SheetGeometry geometry_of(SheetSize size, bool upright);
[[nodiscard]] SheetGeometry magnified(SheetGeometry sheet, double by);

/// One column, or two with a gap.
[[nodiscard]] std::vector<Column> columns_of(const SheetGeometry& sheet, const std::vector<Written>& texts);

/// Draws head and foot of page `number` of `pages`.
struct Folio {
    int number = 1, pages = 1;
};
void draw_frame(const Pen& pen, const SheetGeometry& sheet, const std::vector<Written>& texts, Folio folio);

}  // namespace masar::paper
