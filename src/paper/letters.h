#pragma once
// Letters in lines: words set by Pango in a language's reading direction. Fonts are those that the machine has; which are missing is
// said before anything is set.
#include "paper/handle.h"
#include "paper/shown_text.h"
#include "paper/words.h"

#include "base/result.h"

namespace masar::paper {

/// How a paragraph is set.
struct Setting {
    base::Language language = base::Language::en;
    LetterStyle letters;
    double width = -1;            ///< lines are broken at it; negative = one line
    bool from_the_right = false;  ///< columns of figures stand at the right in both languages
    bool centred = false;
    bool one_line = false;  ///< what is longer than `width` ends in "…"
};

/// Words in lines. Measured once, drawn as often as wanted, also line by line.
class Lines {
public:
    explicit Lines(Handle<PangoLayout> layout) : layout_(std::move(layout)) {}
    [[nodiscard]] double width() const;
    [[nodiscard]] double height() const;
    [[nodiscard]] double baseline() const;  ///< of the first line, from the top
    /// Top of each line from the top of all; the last entry is the height.
    [[nodiscard]] std::vector<double> line_tops() const;
    void draw(cairo_t* cairo, const TextPlace& place) const;
    void draw(cairo_t* cairo, double x, double y) const { draw(cairo, {x, y}); }

private:
    Handle<PangoLayout> layout_;
};

class Letters {
public:
    /// Fails with a sentence that names the package to install when no font has the letters of a language.
    [[nodiscard]] static base::Result<Letters> of_this_machine();

    [[nodiscard]] Lines set(const Words& words, const Setting& setting) const;
    /// One line in the direction of its own first letter: a label in a drawing.
    [[nodiscard]] Lines label(std::string_view text, const LetterStyle& style) const;

private:
    Letters();
    Handle<PangoFontMap> fonts_;
    /// One a language, never changed: layouts are laid when they are first asked for, by what their context says then.
    Handle<PangoContext> english_, arabic_;
};

}  // namespace masar::paper
