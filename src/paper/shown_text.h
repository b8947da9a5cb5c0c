#pragma once
// Draws laid text so that a PDF tells what it says. Readers of PDFs put right-to-left text in order themselves, and expect glyphs from
// left to right with one letter each; Pango hands them over in reading order, and ligatures as one glyph of several letters, whose letters
// many readers then turn around («األول» for «الأول»).
#include <pango/pangocairo.h>

namespace masar::paper {

/// Where the layout goes, and which of its lines: those whose baselines lie in (from, to], counted from its top.
struct TextPlace {
    double x = 0, y = 0;  ///< the layout's top left corner
    double from = 0, to = 1e9;
};
void show_text(cairo_t* cairo, PangoLayout* layout, const TextPlace& place);

}  // namespace masar::paper
