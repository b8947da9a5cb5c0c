#include "paper/paper_style.h"

#include <array>

namespace masar::paper {
namespace {

constexpr double drawing_letter_size = 12;

struct Dash {
    double on = 0, off = 0;
};
/// A later row wins over an earlier one, as in a style sheet.
struct Rule {
    std::string_view first, second;  ///< classes that the shape must have; second may be empty
    std::optional<Colour> fill, stroke;
    double width = 1;
    Dash dash;
};

constexpr Colour sides[] = {rgb(0x0A6F63), rgb(0x4250BD), rgb(0x8A5A00), rgb(0x7A3D6B)};
constexpr Colour season = rgb(0x1F6A8F, 0.35);

constexpr std::array rules{
    Rule{"phase", "", sunken, white, 2},
    Rule{"tick", "", {}, rule_colour},
    Rule{"grid", "", {}, hairline},
    Rule{"capacity", "", {}, ink, 1, {2, 2}},
    Rule{"gate-line", "", {}, rule_colour},
    Rule{"gate-line", "fails", {}, fail, 1, {4, 3}},
    Rule{"gate", "", white, ink, 1.6},
    Rule{"gate", "fails", fail, fail, 1.6},
    Rule{"ramadan", "", rgb(0xEFE6F6)},
    Rule{"season", "", {}, season, 1.2},
    Rule{"side-0", "", sides[0]},
    Rule{"side-1", "", sides[1]},
    Rule{"side-2", "", sides[2]},
    Rule{"side-3", "", sides[3]},
    Rule{"bar", "critical", {}, ink, 2},
    Rule{"critical", "", {}, ink, 2},
    Rule{"moved", "", {}, ink_faint, 1, {2, 2}},
    Rule{"link", "", {}, ink, 1.4},
    Rule{"load", "low", rgb(0xD3D7DB)},
    Rule{"load", "middle", rgb(0xA5ADB6)},
    Rule{"load", "high", rgb(0x6B7580)},
    Rule{"load", "over", fail},
    Rule{"money", "over", fail},
    Rule{"ceiling", "", {}, ink, 2.5},
    Rule{"value", "", {}, ink, 1.6},
    Rule{"target", "", {}, ink_faint, 1.4, {4, 3}},
    Rule{"fan", "", rgb(0xD3D7DB)},
    Rule{"swing", "", rgb(0x6B7580)},
    Rule{"swing", "risk", sides[2]},
};

void apply(const Rule& rule, ShapeStyle& style) {
    if (rule.fill) style.fill = rule.fill;
    if (!rule.stroke) return;
    style.stroke = rule.stroke;
    style.width = rule.width;
    style.dashes.clear();
    if (rule.dash.on > 0) style.dashes = {rule.dash.on, rule.dash.off};
}

}  // namespace

bool has_class(std::string_view classes, std::string_view word) {
    for (std::size_t at = classes.find(word); at != std::string_view::npos; at = classes.find(word, at + 1)) {
        const bool begins = at == 0 || classes[at - 1] == ' ';
        const std::size_t end = at + word.size();
        if (begins && (end == classes.size() || classes[end] == ' ')) return true;
    }
    return false;
}

ShapeStyle shape_style(std::string_view tag, std::string_view classes) {
    ShapeStyle style;
    for (const Rule& each : rules)
        if (has_class(classes, each.first) && (each.second.empty() || has_class(classes, each.second)))
            apply(each, style);
    if (has_class(classes, "middle") && tag == "path") apply({"", "", {}, white, 2}, style);
    if (style.fill && has_class(classes, "money-sure")) style.fill->opacity = 0.35;
    if (style.fill && has_class(classes, "money") && !has_class(classes, "over")) style.fill->opacity = 0.85;
    if (style.fill && has_class(classes, "busy")) style.fill->opacity = 0.45;
    style.hatched = has_class(classes, "season");
    return style;
}

LetterStyle drawing_letters(std::string_view classes) {
    LetterStyle style{drawing_letter_size, false, ink_soft};
    if (has_class(classes, "strong")) style = {drawing_letter_size, true, ink};
    if (has_class(classes, "muted")) style.colour = ink_faint;
    if (has_class(classes, "fails")) style = {drawing_letter_size, true, fail};
    return style;
}

}  // namespace masar::paper
