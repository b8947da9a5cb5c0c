#include "paper/drawing_block.h"

#include "paper/drawing.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace masar::paper {
namespace {

constexpr double space_after = 8;

Piece part_piece(const Drawing& drawing, Drawing::Part part, double x, double scale) {
    return {(part.bottom - part.top) * scale, [=](const Pen& pen, double top) {
                drawing.draw(pen.cairo, pen.letters, part, {x, top, scale});
            }};
}

struct Panel {
    std::shared_ptr<Lines> name, words;
    std::optional<Drawing> drawing;
};

Panel panel_of(const pugi::xml_node& cell, const Room& room, const Letters& letters, double width) {
    const base::Language language = room.column.language;
    Panel panel;
    const auto set = [&](const pugi::xml_node& node, const LetterStyle& style) {
        return std::make_shared<Lines>(letters.set(words_of(node), {language, style, width}));
    };
    panel.name = set(cell.child("h4"), {8 * room.letters, true, ink});
    panel.words = set(cell.child("div"), {7.5 * room.letters, false, ink});
    if (const pugi::xml_node svg = cell.child("svg")) panel.drawing.emplace(svg);
    return panel;
}

/// Names stand on one line of the grid, so that drawings begin at one height.
struct PanelRow {
    std::vector<Panel> panels;
    double width = 0, gap = 0, names = 0, drawings = 0, words = 0;
    [[nodiscard]] double scale(const Drawing& drawing) const { return width / drawing.width(); }
    void add(Panel panel) {
        names = std::max(names, panel.name->height());
        words = std::max(words, panel.words->height());
        if (panel.drawing) drawings = std::max(drawings, panel.drawing->height() * scale(*panel.drawing));
        panels.push_back(std::move(panel));
    }
    void draw(const Pen& pen, const Column& column, double top) const {
        for (std::size_t i = 0; i < panels.size(); ++i) {
            const Panel& each = panels[i];
            const double x = column.left_of(static_cast<double>(i) * (width + gap), width);
            each.name->draw(pen.cairo, x, top);
            if (each.drawing)
                each.drawing->draw(pen.cairo, pen.letters, {0, each.drawing->height()},
                                   {x, top + names + 3, scale(*each.drawing)});
            each.words->draw(pen.cairo, x, top + names + 3 + (each.drawing ? drawings + 2 : 0));
        }
    }
};

}  // namespace

Block drawing_block(const pugi::xml_node& svg, const Room& room, const Letters& letters) {
    static_cast<void>(letters);
    constexpr double readable = 0.45;  // of its size; smaller, and it takes the whole sheet
    const Drawing drawing(svg);
    Block block;
    if (drawing.width() <= 0) return block;
    block.wide = room.column.width < readable * drawing.width() && room.column.width < room.whole.width;
    const Column& column = block.wide ? room.whole : room.column;
    constexpr double largest_dense = 0.7;
    double scale = column.width / drawing.width();
    if (room.dense) scale = std::min(scale, largest_dense * room.letters);
    const std::vector<Drawing::Part> rows = drawing.rows();
    if (rows.empty()) scale = std::min(scale, (room.height * 0.95) / drawing.height());
    const double x = column.left_of(0, drawing.width() * scale);
    if (rows.empty()) {
        block.pieces.push_back(part_piece(drawing, {0, drawing.height()}, x, scale));
    } else {
        block.heading.push_back(part_piece(drawing, {0, drawing.head()}, x, scale));
        block.heading.back().keep_with_next = true;
        block.pieces = block.heading;
        for (const Drawing::Part& each : rows) block.pieces.push_back(part_piece(drawing, each, x, scale));
    }
    block.pieces.push_back({space_after, {}});
    return block;
}

Block panel_block(const pugi::xml_node& grid, const Room& room, const Letters& letters) {
    constexpr double gap = 18, wanted = 170;
    const Column column = room.column;
    // A little narrower than wanted rather than much broader.
    const double across = std::max(1.0, std::floor((column.width + gap) / (wanted * room.letters + gap) + 0.25));
    const double width = (column.width - gap * (across - 1)) / across;
    Block block;
    block.space_before = 4;
    PanelRow row{{}, width, gap};
    const auto finish = [&] {
        if (row.panels.empty()) return;
        const double height = row.names + row.drawings + row.words + 16;
        block.pieces.push_back({height, [row, column](const Pen& pen, double top) { row.draw(pen, column, top); }});
        row = PanelRow{{}, width, gap};
    };
    for (const pugi::xml_node& each : grid.children("div")) {
        row.add(panel_of(each, room, letters, width));
        if (static_cast<double>(row.panels.size()) == across) finish();
    }
    finish();
    return block;
}

}  // namespace masar::paper
