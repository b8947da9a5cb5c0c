#include "report/svg_canvas.h"

#include "report/html_writer.h"

#include <fmt/format.h>

#include <utility>

namespace masar::report {
namespace {

constexpr std::string_view first_strong_isolate = "\u2068", pop_isolate = "\u2069";

std::string_view anchor_name(TextAnchor anchor, bool mirrored) {
    if (anchor == TextAnchor::middle) return "middle";
    return (anchor == TextAnchor::end) != mirrored ? "end" : "start";
}

std::string classed(std::string_view css_class) {
    return css_class.empty() ? std::string() : fmt::format(" class=\"{}\"", css_class);
}

}  // namespace

std::string svg_number(double value) {
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? "0" : text;
}

double SvgCanvas::mirrored(double x, double width) const {
    return language_ == base::Language::ar ? size_.width - x - width : x;
}

void SvgCanvas::rect(const Box& box, std::string_view css_class, std::string_view title) {
    body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", svg_number(mirrored(box.x, box.width)),
                         svg_number(box.y), svg_number(box.width), svg_number(box.height));
    if (box.radius > 0) body_ += fmt::format(" rx=\"{}\"", svg_number(box.radius));
    body_ += classed(css_class);
    body_ += title.empty() ? "/>" : "><title>" + escape_html(title) + "</title></rect>";
}

void SvgCanvas::line(Point from, Point to, std::string_view css_class) {
    body_ += fmt::format("<path d=\"M{} {}L{} {}\"{}/>", svg_number(mirrored(from.x)), svg_number(from.y),
                         svg_number(mirrored(to.x)), svg_number(to.y), classed(css_class));
}

void SvgCanvas::polyline(std::string_view css_class, const std::vector<Point>& points) {
    if (points.empty()) return;
    body_ += "<path d=\"";
    char command = 'M';
    for (const Point& each : points) {
        body_ += fmt::format("{}{} {}", command, svg_number(mirrored(each.x)), svg_number(each.y));
        command = 'L';
    }
    body_ += '"' + classed(css_class) + "/>";
}

void SvgCanvas::diamond(Point centre, double radius, std::string_view css_class) {
    const double x = mirrored(centre.x);
    body_ += fmt::format("<path d=\"M{0} {1}L{2} {3}L{0} {4}L{5} {3}Z\"{6}/>", svg_number(x),
                         svg_number(centre.y - radius), svg_number(x + radius), svg_number(centre.y),
                         svg_number(centre.y + radius), svg_number(x - radius), classed(css_class));
}

void SvgCanvas::circle(Point centre, double radius, std::string_view css_class) {
    body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>", svg_number(mirrored(centre.x)),
                         svg_number(centre.y), svg_number(radius), classed(css_class));
}

void SvgCanvas::text(Point at, std::string_view words, TextAnchor anchor, std::string_view css_class) {
    // Isolates keep mixed Arabic, Latin and digits in their own order although the drawing itself is left to right.
    body_ += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\"{}>{}{}{}</text>", svg_number(mirrored(at.x)),
                         svg_number(at.y), anchor_name(anchor, language_ == base::Language::ar), classed(css_class),
                         first_strong_isolate, escape_html(words), pop_isolate);
}

std::string SvgCanvas::take(std::string_view label) {
    std::string cuts;
    if (rows_.height > 0)
        cuts = fmt::format(" data-head=\"{}\" data-row=\"{}\"", svg_number(rows_.head), svg_number(rows_.height));
    return fmt::format(
        "<svg role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {} {}\" style=\"direction:ltr\"{} "
        "xmlns=\"http://www.w3.org/2000/svg\">{}</svg>",
        escape_html(label), svg_number(size_.width), svg_number(size_.height), cuts, std::exchange(body_, {}));
}

}  // namespace masar::report
