#pragma once
// What fills pages: blocks of pieces. A piece is never cut; a block may go on over the next page, where its heading stands again.
#include "paper/letters.h"

#include <functional>
#include <string>
#include <vector>

namespace masar::paper {

/// What a piece is drawn with.
struct Pen {
    cairo_t* cairo = nullptr;
    const Letters& letters;
};

struct Piece {
    double height = 0;
    std::function<void(const Pen& pen, double top)> draw;
    bool keep_with_next = false;
};

struct Block {
    std::vector<Piece> pieces;
    std::vector<Piece> heading;  ///< stands again at the top of each page on which the block goes on
    double space_before = 0;
    std::string outline;  ///< its entry in the list of contents of a PDF reader; empty = none
    bool wide = false;    ///< takes both columns of a page in two languages
};

/// Where the pieces of one language stand.
struct Column {
    double x = 0, width = 0;
    base::Language language = base::Language::en;

    /// Left edge of something `width` wide, `offset` from where reading begins.
    [[nodiscard]] double left_of(double offset, double piece_width) const {
        return language == base::Language::ar ? x + width - offset - piece_width : x + offset;
    }
};

/// Both blocks side by side, piece beside piece.
[[nodiscard]] Block beside(Block left, Block right);

/// Filled from a top left corner.
struct Area {
    double x = 0, y = 0, width = 0, height = 0;
};
void fill(const Pen& pen, const Area& area, const Colour& colour);

}  // namespace masar::paper
