#include "base/terminal_width.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

namespace masar::base {

int cells_of(char32_t code_point) {
    constexpr char32_t soft_hyphen = 0xAD;  // a format character that terminals show
    if (code_point >= 0x20 && code_point < 0x7F) return 1;
    const auto c = static_cast<UChar32>(code_point);
    constexpr auto invisible = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CC_MASK | U_GC_CF_MASK;
    if ((U_GET_GC_MASK(c) & invisible) != 0) return code_point == soft_hyphen ? 1 : 0;
    const int syllable = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
    if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO)
        return 0;  // they join the consonant before them
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t display_width(std::string_view utf8) {
    std::size_t cells = 0;
    for (const char32_t c : to_code_points(utf8)) cells += static_cast<std::size_t>(cells_of(c));
    return cells;
}

}  // namespace masar::base
