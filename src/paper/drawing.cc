#include "paper/drawing.h"

#include "base/utf8.h"

#include <charconv>
#include <cmath>
#include <numbers>

namespace masar::paper {
namespace {

/// Numbers and letters of a path or a view box, one after the other.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}
    [[nodiscard]] bool done() {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == ',')) rest_.remove_prefix(1);
        return rest_.empty();
    }
    [[nodiscard]] char letter() {
        if (done() || rest_.front() < 'A') return 0;
        const char found = rest_.front();
        rest_.remove_prefix(1);
        return found;
    }
    [[nodiscard]] double number() {
        double value = 0;
        if (done()) return value;
        const auto read = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        rest_.remove_prefix(std::max<std::size_t>(1, static_cast<std::size_t>(read.ptr - rest_.data())));
        return value;
    }

private:
    std::string_view rest_;
};

double number(const pugi::xml_node& shape, const char* name) { return Reader(shape.attribute(name).value()).number(); }

void set_colour(cairo_t* cairo, const Colour& colour) {
    cairo_set_source_rgba(cairo, colour.red, colour.green, colour.blue, colour.opacity);
}

void rectangle(cairo_t* cairo, const pugi::xml_node& shape) {
    const double x = number(shape, "x"), y = number(shape, "y");
    const double width = number(shape, "width"), height = number(shape, "height");
    const double radius = std::min({number(shape, "rx"), width / 2, height / 2});
    if (radius <= 0) return cairo_rectangle(cairo, x, y, width, height);
    const double quarter = std::numbers::pi / 2;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x + width - radius, y + radius, radius, -quarter, 0);
    cairo_arc(cairo, x + width - radius, y + height - radius, radius, 0, quarter);
    cairo_arc(cairo, x + radius, y + height - radius, radius, quarter, 2 * quarter);
    cairo_arc(cairo, x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
}

void path(cairo_t* cairo, std::string_view steps) {
    Reader reader(steps);
    while (!reader.done()) {
        const char step = reader.letter();
        if (step == 'Z') {
            cairo_close_path(cairo);
            continue;
        }
        const double x = reader.number(), y = reader.number();
        if (step == 'M')
            cairo_move_to(cairo, x, y);
        else
            cairo_line_to(cairo, x, y);
    }
}

/// Slanting lines over a rectangle: the season bands.
void hatch(cairo_t* cairo, const pugi::xml_node& shape, const ShapeStyle& style) {
    constexpr double apart = 10;
    const double x = number(shape, "x"), y = number(shape, "y");
    const double width = number(shape, "width"), height = number(shape, "height");
    cairo_save(cairo);
    cairo_rectangle(cairo, x, y, width, height);
    cairo_clip(cairo);
    // From one origin for all, so that neighbouring bands and parts of one band meet.
    for (double at = std::floor((x + y) / apart) * apart; at < x + y + width + height; at += apart) {
        cairo_move_to(cairo, at - y, y);
        cairo_line_to(cairo, at - y - height, y + height);
    }
    set_colour(cairo, *style.stroke);
    cairo_set_line_width(cairo, style.width);
    cairo_stroke(cairo);
    cairo_restore(cairo);
}

void paint(cairo_t* cairo, const ShapeStyle& style) {
    if (style.fill) {
        set_colour(cairo, *style.fill);
        cairo_fill_preserve(cairo);
    }
    if (style.stroke) {
        set_colour(cairo, *style.stroke);
        cairo_set_line_width(cairo, style.width);
        cairo_set_dash(cairo, style.dashes.data(), static_cast<int>(style.dashes.size()), 0);
        cairo_stroke_preserve(cairo);
    }
    cairo_new_path(cairo);
}

void label(cairo_t* cairo, const Letters& letters, const pugi::xml_node& shape) {
    std::string text = shape.text().get();
    // The browser needs the isolates around each label; here each is set by itself.
    for (const std::string_view mark : {std::string_view("\u2068"), std::string_view("\u2069")})
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.erase(at, mark.size());
    const Lines line = letters.label(text, drawing_letters(shape.attribute("class").value()));
    const std::string_view anchor = shape.attribute("text-anchor").value();
    double x = number(shape, "x");
    if (anchor == "middle") x -= line.width() / 2;
    if (anchor == "end") x -= line.width();
    line.draw(cairo, x, number(shape, "y") - line.baseline());
}

/// Whether a rectangle or circle lies beyond the part; paths are left to the clip.
bool lies_beyond(const pugi::xml_node& shape, Drawing::Part part) {
    const std::string_view tag = shape.name();
    if (tag == "circle")
        return number(shape, "cy") + number(shape, "r") < part.top
               || number(shape, "cy") - number(shape, "r") > part.bottom;
    if (tag != "rect") return false;
    return number(shape, "y") + number(shape, "height") < part.top || number(shape, "y") > part.bottom;
}

void draw_shape(cairo_t* cairo, const pugi::xml_node& shape) {
    const std::string_view tag = shape.name();
    const ShapeStyle style = shape_style(tag, shape.attribute("class").value());
    if (style.hatched) return hatch(cairo, shape, style);
    cairo_new_path(cairo);
    if (tag == "rect") rectangle(cairo, shape);
    if (tag == "circle")
        cairo_arc(cairo, number(shape, "cx"), number(shape, "cy"), number(shape, "r"), 0, 2 * std::numbers::pi);
    if (tag == "path") path(cairo, shape.attribute("d").value());
    paint(cairo, style);
}

}  // namespace

Drawing::Drawing(const pugi::xml_node& svg) : svg_(svg) {
    Reader view(svg.attribute("viewBox").value());
    for (double* each : {&width_, &height_, &width_, &height_}) *each = view.number();
    head_ = number(svg, "data-head");
    row_ = number(svg, "data-row");
}

std::vector<Drawing::Part> Drawing::rows() const {
    std::vector<Part> found;
    if (row_ <= 0) return found;
    for (double top = head_; top + row_ <= height_; top += row_) found.push_back({top, top + row_});
    if (!found.empty()) found.back().bottom = height_;
    return found;
}

void Drawing::draw(cairo_t* cairo, const Letters& letters, Part part, Spot spot) const {
    constexpr double beyond = 2;  // strokes are wider than their shapes
    cairo_save(cairo);
    cairo_translate(cairo, spot.x, spot.y);
    cairo_scale(cairo, spot.scale, spot.scale);
    cairo_translate(cairo, 0, -part.top);
    cairo_rectangle(cairo, -beyond, part.top - (part.top <= 0 ? beyond : 0), width_ + 2 * beyond,
                    part.bottom - part.top + beyond);
    cairo_clip(cairo);
    for (const pugi::xml_node& shape : svg_.children()) {
        if (std::string_view(shape.name()) != "text") {
            if (!lies_beyond(shape, part)) draw_shape(cairo, shape);
            continue;
        }
        const double y = number(shape, "y");
        if (y > part.top && y <= part.bottom) label(cairo, letters, shape);
    }
    cairo_restore(cairo);
}

}  // namespace masar::paper
