#pragma once
// Running text of the report's markup: pieces of one look each, before they are set in lines.
#include "paper/paper_style.h"

#include <pugixml.hpp>

#include <string>
#include <vector>

namespace masar::paper {

struct Span {
    std::string text;  ///< '\n' where the markup breaks the line
    bool bold = false;
    bool whole = false;            ///< not broken at a line's end
    double scale = 1;              ///< of the letter size
    std::optional<Colour> colour;  ///< none = the paragraph's
};
using Words = std::vector<Span>;

/// Of an element and all that stands in it, drawings left out.
[[nodiscard]] Words words_of(const pugi::xml_node& element);
[[nodiscard]] std::string plain_text(const Words& words);
/// The longest piece between spaces: what a column must have room for.
[[nodiscard]] Words longest_word(const Words& words);

}  // namespace masar::paper
