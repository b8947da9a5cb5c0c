#include "paper/block.h"

#include <algorithm>

namespace masar::paper {
namespace {

Piece beside(Piece left, Piece right) {
    const double height = std::max(left.height, right.height);
    const bool keep = left.keep_with_next || right.keep_with_next;
    return {height,
            [left = std::move(left), right = std::move(right)](const Pen& pen, double top) {
                if (left.draw) left.draw(pen, top);
                if (right.draw) right.draw(pen, top);
            },
            keep};
}

std::vector<Piece> beside(std::vector<Piece> left, std::vector<Piece> right) {
    const std::size_t rows = std::max(left.size(), right.size());
    left.resize(rows);
    right.resize(rows);
    std::vector<Piece> both;
    for (std::size_t i = 0; i < rows; ++i) both.push_back(beside(std::move(left[i]), std::move(right[i])));
    return both;
}

}  // namespace

Block beside(Block left, Block right) {
    Block both;
    both.pieces = beside(std::move(left.pieces), std::move(right.pieces));
    both.heading = beside(std::move(left.heading), std::move(right.heading));
    both.space_before = std::max(left.space_before, right.space_before);
    both.outline = left.outline;
    if (!left.outline.empty() && !right.outline.empty()) both.outline = left.outline + " · " + right.outline;
    return both;
}

void fill(const Pen& pen, const Area& area, const Colour& colour) {
    cairo_set_source_rgba(pen.cairo, colour.red, colour.green, colour.blue, colour.opacity);
    cairo_rectangle(pen.cairo, area.x, area.y, area.width, area.height);
    cairo_fill(pen.cairo);
}

}  // namespace masar::paper
