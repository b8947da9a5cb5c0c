#pragma once
// UTF-8 byte by byte: is it valid, how many characters is it, does it hide marks that turn the reading order.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace masar::base {

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;  ///< 0 = the bytes at this place are no UTF-8
};

/// The code point that begins at `offset` < text.size(). Overlong forms, surrogates and what lies above U+10FFFF are invalid
/// (Unicode 15, table 3-7).
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t offset);
/// Offset of the first byte that belongs to no valid code point.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);
/// Code points, which is how Place counts columns; an invalid byte counts as one.
[[nodiscard]] std::size_t code_point_count(std::string_view text);
/// All code points; an invalid byte becomes U+FFFD.
[[nodiscard]] std::u32string to_code_points(std::string_view text);
void append_utf8(std::string& out, char32_t code_point);

/// Marks that change the reading order unseen: U+061C, U+200E/F, U+202A–202E, U+2066–2069 ("Trojan Source", Boucher and Anderson
/// 2021). In prose they may be wanted; in an id never.
[[nodiscard]] bool is_bidi_control(char32_t code_point);
/// Byte offset of the first of them.
[[nodiscard]] std::optional<std::size_t> first_bidi_control(std::string_view text);

}  // namespace masar::base
