#pragma once
// Blocks of running text: headings, paragraphs, lists, figures in boxes, keys of a drawing.
#include "paper/article_blocks.h"

namespace masar::paper {

struct TextLook {
    LetterStyle letters;
    double space_before = 0, space_after = 0;
    double indent = 0;
    bool keep_with_next = false;
    bool bullet = false;
    double most_width = 1e9;  ///< long lines are hard to read
};

class TextMaker {
public:
    TextMaker(const Room& room, const Letters& letters) : room_(room), letters_(letters) {}

    /// Heading, paragraph or item; a long one in pieces of a line each.
    [[nodiscard]] Block paragraph(const pugi::xml_node& element, const TextLook& look) const;
    /// div.figures: a value and its meaning in each box.
    [[nodiscard]] Block figures(const pugi::xml_node& element) const;
    /// p.legend: what shapes and colours of drawings mean.
    [[nodiscard]] Block legend(const pugi::xml_node& element) const;
    /// A section's line above its heading.
    [[nodiscard]] Block section_rule() const;

private:
    const Room& room_;
    const Letters& letters_;
};

}  // namespace masar::paper
