#include "base/arabic.h"

#include "base/utf8.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>

namespace masar::base {
namespace {

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string folded(std::string_view text) {
    if (is_ascii(text)) return ascii_lower(text);  // nearly every id: no need to wake ICU
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    std::string result;
    icu::StringByteSink<std::string> sink(&result);
    if (U_SUCCESS(status))
        fold->normalizeUTF8(0, {text.data(), static_cast<int32_t>(text.size())}, sink, nullptr, status);
    return U_SUCCESS(status) ? result : std::string(text);
}

bool is_dropped(char32_t c) {
    constexpr char32_t tatweel = 0x0640, lone_hamza = 0x0621, small_alef = 0x0670;
    return c == tatweel || c == lone_hamza || c == small_alef || (0x0610 <= c && c <= 0x061A)
           || (0x064B <= c && c <= 0x065F) || (0x06D6 <= c && c <= 0x06DC) || (0x06DF <= c && c <= 0x06E4)
           || c == 0x06E7 || c == 0x06E8 || (0x06EA <= c && c <= 0x06ED);
}

char32_t plain_letter(char32_t c) {
    if (0x0660 <= c && c <= 0x0669) return U'0' + (c - 0x0660);  // Arabic-Indic digits
    if (0x06F0 <= c && c <= 0x06F9) return U'0' + (c - 0x06F0);  // and their Persian forms
    switch (c) {
        case 0x0622:
        case 0x0623:
        case 0x0625:
        case 0x0671: return 0x0627;  // آ أ إ ٱ → ا
        case 0x0624: return 0x0648;  // ؤ → و
        case 0x0626:
        case 0x0649:
        case 0x06CC: return 0x064A;  // ئ ى ی → ي
        case 0x0629: return 0x0647;  // ة → ه
        case 0x06A9: return 0x0643;  // ک → ك
        default: return c;
    }
}

bool is_space(char32_t c) { return c == U' ' || (c >= U'\t' && c <= U'\r'); }

}  // namespace

std::string normalised_for_search(std::string_view utf8) {
    std::string key;
    bool space_due = false;
    for (const char32_t c : to_code_points(folded(utf8))) {
        if (is_dropped(c)) continue;
        if (is_space(c)) {
            space_due = !key.empty();
            continue;
        }
        if (space_due) key += ' ';
        space_due = false;
        append_utf8(key, plain_letter(c));
    }
    return key;
}

}  // namespace masar::base
