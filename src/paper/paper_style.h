#pragma once
// How the report's markup looks on paper: the counterpart of report/page_style for the browser. Sizes in points; inside drawings in the
// drawing's own units.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::paper {

struct Colour {
    double red = 0, green = 0, blue = 0, opacity = 1;
};
constexpr Colour rgb(unsigned code, double opacity = 1) {
    return {(code >> 16 & 0xFF) / 255.0, (code >> 8 & 0xFF) / 255.0, (code & 0xFF) / 255.0, opacity};
}

constexpr Colour white = rgb(0xFFFFFF), ink = rgb(0x14181E), ink_soft = rgb(0x454D57), ink_faint = rgb(0x5F6771);
constexpr Colour hairline = rgb(0xDFDFD9), rule_colour = rgb(0x84898F), sunken = rgb(0xEEEEEA);
constexpr Colour accent = rgb(0x0A6F63), fail = rgb(0xB3261A), fail_tint = rgb(0xFBE3DE);

struct LetterStyle {
    double size = 9;
    bool bold = false;
    Colour colour = ink;
};

/// Whether `word` is one of the names in a class attribute.
[[nodiscard]] bool has_class(std::string_view classes, std::string_view word);

struct ShapeStyle {
    std::optional<Colour> fill, stroke;
    double width = 1;
    std::vector<double> dashes;
    bool hatched = false;
};
/// Of a rectangle, circle or path of a drawing.
[[nodiscard]] ShapeStyle shape_style(std::string_view tag, std::string_view classes);
/// Of a text of a drawing.
[[nodiscard]] LetterStyle drawing_letters(std::string_view classes);

}  // namespace masar::paper
