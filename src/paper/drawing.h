#pragma once
// The report's drawings on paper: reads the SVG that report/svg_canvas writes and draws its shapes as vectors.
#include "paper/letters.h"

#include <pugixml.hpp>

namespace masar::paper {

class Drawing {
public:
    explicit Drawing(const pugi::xml_node& svg);

    [[nodiscard]] double width() const { return width_; }
    [[nodiscard]] double height() const { return height_; }
    /// A part between two heights of the drawing.
    struct Part {
        double top = 0, bottom = 0;
    };
    /// Where it may be cut: its head, to be repeated, and rows of one height below it. None when it is to stay whole.
    [[nodiscard]] std::vector<Part> rows() const;
    [[nodiscard]] double head() const { return head_; }

    struct Spot {
        double x = 0, y = 0;
        double scale = 1;
    };
    /// The part's top left corner at the spot. Shapes that reach beyond it are clipped; texts belong to the part of their baseline.
    void draw(cairo_t* cairo, const Letters& letters, Part part, Spot spot) const;

private:
    pugi::xml_node svg_;  ///< of a document that outlives the drawing
    double width_ = 0, height_ = 0, head_ = 0, row_ = 0;
};

}  // namespace masar::paper
