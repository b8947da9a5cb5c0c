#include "report/text_wrap.h"

#include "report/display_width.h"

namespace masar::report {

std::string wrapped(std::string_view text, const WrapShape& shape) {
    std::string out(shape.first_indent);
    int used = display_width(shape.first_indent);
    bool line_has_words = false;
    while (!text.empty()) {
        const std::size_t space = text.find(' ');
        const std::string_view word = text.substr(0, space);
        text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
        const int width = display_width(word);
        if (line_has_words && used + 1 + width > shape.columns) {
            out += '\n';
            out += shape.next_indent;
            used = display_width(shape.next_indent);
            line_has_words = false;
        }
        if (line_has_words) out += ' ', ++used;
        out += word;
        used += width;
        line_has_words = true;
    }
    out += '\n';
    return out;
}

}  // namespace masar::report
