#include "report/display_width.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace masar::report {
namespace {

int cells_of(UChar32 c) {
    if (c < 0) return 1;  // not UTF-8: terminals show one replacement
    if (c >= 0x20 && c < 0x7F) return 1;
    constexpr auto no_width = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
    if (U_GET_GC_MASK(c) & no_width) return 0;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

/// Walks code points; `visit(code point, byte offset after it)` returns false to stop.
template <class Visit>
void each_code_point(std::string_view text, Visit visit) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<int32_t>(text.size());
    for (int32_t i = 0; i < length;) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, length, c);
        if (!visit(c, static_cast<std::size_t>(i))) return;
    }
}

}  // namespace

int display_width(std::string_view utf8) {
    int cells = 0;
    each_code_point(utf8, [&](UChar32 c, std::size_t) { return cells += cells_of(c), true; });
    return cells;
}

int cells_before_column(std::string_view line, unsigned column) {
    int cells = 0;
    unsigned at = 1;
    each_code_point(line, [&](UChar32 c, std::size_t) {
        if (at++ >= column) return false;
        cells += cells_of(c);
        return true;
    });
    return cells;
}

std::string cut_to_width(std::string_view utf8, int cells) {
    if (display_width(utf8) <= cells) return std::string(utf8);
    int used = 0;
    std::size_t end = 0;
    each_code_point(utf8, [&](UChar32 c, std::size_t after) {
        if (used + cells_of(c) > cells - 1) return false;
        used += cells_of(c);
        end = after;
        return true;
    });
    return std::string(utf8.substr(0, end)) + "…";
}

}  // namespace masar::report
