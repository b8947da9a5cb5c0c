#include "paper/text_block.h"

#include <algorithm>
#include <memory>

namespace masar::paper {
namespace {

using Shared = std::shared_ptr<Lines>;

/// The lines between two heights.
Piece lines_piece(const Shared& lines, double x, double from, double to) {
    return {to - from, [=](const Pen& pen, double top) { lines->draw(pen.cairo, {x, top - from, from, to}); }};
}

}  // namespace

Block TextMaker::paragraph(const pugi::xml_node& element, const TextLook& look) const {
    const Column& column = room_.column;
    const double width = std::min(column.width - look.indent, look.most_width);
    LetterStyle style = look.letters;
    style.size *= room_.letters;
    const auto lines = std::make_shared<Lines>(letters_.set(words_of(element), {column.language, style, width}));
    const double x = column.left_of(look.indent, width);
    Block block;
    block.space_before = look.space_before;
    if (lines->height() < room_.height / 2) {
        const double dot = column.left_of(look.indent - 8, 3), middle = lines->baseline() - style.size * 0.36;
        block.pieces.push_back({lines->height() + look.space_after, [=](const Pen& pen, double top) {
                                    if (look.bullet) fill(pen, {dot, top + middle, 3, 3}, accent);
                                    lines->draw(pen.cairo, x, top);
                                }});
    } else {
        const std::vector<double> tops = lines->line_tops();
        for (std::size_t i = 0; i + 1 < tops.size(); ++i)
            block.pieces.push_back(lines_piece(lines, x, tops[i], tops[i + 1]));
    }
    block.pieces.back().keep_with_next = look.keep_with_next;
    return block;
}

Block TextMaker::section_rule() const {
    Block block;
    block.space_before = room_.dense ? 8 : 14;
    const Column column = room_.column;
    block.pieces.push_back({8,
                            [column](const Pen& pen, double top) {
                                fill(pen, {column.x, top, column.width, 0.5}, rule_colour);
                                const double mark = 28;
                                fill(pen, {column.left_of(0, mark), top - 0.5, mark, 1.5}, accent);
                            },
                            true});
    return block;
}

Block TextMaker::figures(const pugi::xml_node& element) const {
    const Column& column = room_.column;
    struct Figure {
        Shared value, meaning;
        double x = 0;
    };
    std::vector<pugi::xml_node> boxes;
    for (const pugi::xml_node& each : element.children("div")) boxes.push_back(each);
    Block block;
    block.space_before = 8;
    constexpr double gap = 14, value_size = 15, meaning_size = 8;
    const std::size_t across = column.width < 420 ? 2 : 4;
    const double width = (column.width - gap * static_cast<double>(across - 1)) / static_cast<double>(across);
    for (std::size_t first = 0; first < boxes.size(); first += across) {
        std::vector<Figure> row;
        double height = 0;
        for (std::size_t i = first; i < std::min(first + across, boxes.size()); ++i) {
            const double x = column.left_of(static_cast<double>(i - first) * (width + gap), width);
            const Setting value{column.language, {value_size * room_.letters, true, ink}, width};
            const Setting meaning{column.language, {meaning_size * room_.letters, false, ink_faint}, width};
            row.push_back({std::make_shared<Lines>(letters_.set(words_of(boxes[i].child("b")), value)),
                           std::make_shared<Lines>(letters_.set(words_of(boxes[i].child("span")), meaning)), x});
            height = std::max(height, row.back().value->height() + row.back().meaning->height());
        }
        block.pieces.push_back({height + (room_.dense ? 8 : 16), [row, width](const Pen& pen, double top) {
                                    for (const Figure& each : row) {
                                        fill(pen, {each.x, top, width, 0.75}, ink);
                                        each.value->draw(pen.cairo, each.x, top + 5);
                                        each.meaning->draw(pen.cairo, each.x, top + 5 + each.value->height());
                                    }
                                }});
    }
    return block;
}

namespace {

/// The small sign of a key, as it looks in the drawings.
void draw_sign(const Pen& pen, std::string_view classes, Area area) {
    cairo_t* cairo = pen.cairo;
    cairo_save(cairo);
    const ShapeStyle style = shape_style("rect", classes);
    const double middle = area.y + area.height / 2;
    cairo_new_path(cairo);
    if (has_class(classes, "gate")) {
        const double centre = area.x + area.width / 2, radius = area.height / 2 + 0.5;
        for (const auto& [x, y] : {std::pair(0.0, -1.0), {1.0, 0.0}, {0.0, 1.0}, {-1.0, 0.0}})
            cairo_line_to(cairo, centre + x * radius, middle + y * radius);
        cairo_close_path(cairo);
    } else if (has_class(classes, "moved")) {
        cairo_move_to(cairo, area.x, middle);
        cairo_line_to(cairo, area.x + area.width, middle);
    } else {
        cairo_rectangle(cairo, area.x, area.y, area.width, area.height);
    }
    if (style.fill) {
        cairo_set_source_rgba(cairo, style.fill->red, style.fill->green, style.fill->blue, style.fill->opacity);
        cairo_fill_preserve(cairo);
    }
    if (style.stroke) {
        cairo_set_source_rgba(cairo, style.stroke->red, style.stroke->green, style.stroke->blue, style.stroke->opacity);
        cairo_set_line_width(cairo, style.width * 0.6);
        cairo_set_dash(cairo, style.dashes.data(), static_cast<int>(style.dashes.size()), 0);
        cairo_stroke(cairo);
    }
    cairo_restore(cairo);
}

}  // namespace

Block TextMaker::legend(const pugi::xml_node& element) const {
    struct Key {
        std::string classes;
        Shared words;
        double offset = 0, top = 0;
    };
    constexpr double sign = 14, sign_height = 6, gap = 14, size = 7.5;
    const Column column = room_.column;
    std::vector<Key> keys;
    double offset = 0, top = 0, line = 0;
    for (const pugi::xml_node& each : element.children("span")) {
        Key key{each.child("i").attribute("class").value(),
                std::make_shared<Lines>(
                    letters_.set(words_of(each), {column.language, {size * room_.letters, false, ink_soft}}))};
        const double width = sign + 5 + key.words->width();
        line = std::max(line, key.words->height());
        if (offset > 0 && offset + width > column.width) {
            offset = 0;
            top += line + 2;
        }
        key.offset = offset;
        key.top = top;
        offset += width + gap;
        keys.push_back(std::move(key));
    }
    Block block;
    block.space_before = 2;
    block.pieces.push_back(
        {top + line + 6,
         [keys, column](const Pen& pen, double at) {
             for (const Key& each : keys) {
                 const double y = at + each.top + (each.words->height() - sign_height) / 2;
                 draw_sign(pen, each.classes, {column.left_of(each.offset, sign), y, sign, sign_height});
                 const double x = column.left_of(each.offset + sign + 5, each.words->width());
                 each.words->draw(pen.cairo, x, at + each.top);
             }
         },
         true});
    return block;
}

}  // namespace masar::paper
