#pragma once
// A drawing whose x runs in reading direction: the canvas mirrors every shape for a right-to-left page, never by scaleX(-1), so
// that letters and digits stay upright. Colours come from CSS classes.
#include "base/text.h"

#include <string>
#include <string_view>
#include <vector>

namespace masar::report {

struct Box {
    double x = 0, y = 0, width = 0, height = 0;
    double radius = 0;
};

struct Point {
    double x = 0, y = 0;
};

enum class TextAnchor : unsigned char { start, middle, end };

class SvgCanvas {
public:
    struct Size {
        double width = 0, height = 0;
    };
    SvgCanvas(Size size, base::Language language) : size_(size), language_(language) {}

    /// `title` (escaped here) is read aloud and shown on hover; empty for none.
    void rect(const Box& box, std::string_view css_class, std::string_view title = {});
    void line(Point from, Point to, std::string_view css_class);
    void polyline(std::string_view css_class, const std::vector<Point>& points);
    void diamond(Point centre, double radius, std::string_view css_class);
    void circle(Point centre, double radius, std::string_view css_class);
    void text(Point at, std::string_view words, TextAnchor anchor = TextAnchor::start, std::string_view css_class = {});
    void raw(std::string_view markup) { body_ += markup; }

    /// Says that below `head` come rows of one height: paper may cut between them, and repeats the head.
    struct Rows {
        double head = 0, height = 0;
    };
    void rows(Rows rows) { rows_ = rows; }

    /// The whole <svg>, with `label` for screen readers.
    [[nodiscard]] std::string take(std::string_view label);

private:
    [[nodiscard]] double mirrored(double x, double width = 0) const;

    Size size_;
    base::Language language_;
    std::string body_;
    Rows rows_;
};

/// "12.5", without useless zeros.
[[nodiscard]] std::string svg_number(double value);

}  // namespace masar::report
