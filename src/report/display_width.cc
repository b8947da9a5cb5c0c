#include "report/display_width.h"

#include "base/terminal_width.h"
#include "base/utf8.h"

#include <algorithm>

namespace masar::report {

int display_width(std::string_view utf8) { return static_cast<int>(base::display_width(utf8)); }

int cells_before_column(std::string_view line, unsigned column) {
    int cells = 0;
    std::size_t at = 0;
    for (unsigned c = 1; c < column && at < line.size(); ++c) {
        const base::CodePoint point = base::code_point_at(line, at);
        cells += point.bytes == 0 ? 1 : base::cells_of(point.value);
        at += std::max<std::size_t>(1, point.bytes);
    }
    return cells;
}

std::string cut_to_width(std::string_view utf8, int cells) {
    int used = 0;
    std::size_t kept = 0;  // what fits when an ellipsis has to follow
    for (std::size_t at = 0; at < utf8.size();) {
        const base::CodePoint point = base::code_point_at(utf8, at);
        used += point.bytes == 0 ? 1 : base::cells_of(point.value);
        at += std::max<std::size_t>(1, point.bytes);
        if (used > cells) return std::string(utf8.substr(0, kept)) + "…";
        if (used <= cells - 1) kept = at;
    }
    return std::string(utf8);
}

}  // namespace masar::report
