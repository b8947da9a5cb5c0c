#include "base/utf8.h"

#include <algorithm>

namespace masar::base {
namespace {

unsigned byte_at(std::string_view text, std::size_t offset) {
    return offset < text.size() ? static_cast<unsigned char>(text[offset]) : 0U;  // 0 is no continuation byte
}

struct Lead {
    std::size_t bytes = 0;
    char32_t bits = 0;
    unsigned second_low = 0x80,
             second_high = 0xBF;  ///< what the second byte may be: shuts out overlongs and surrogates
};

Lead lead_of(unsigned byte) {
    if (byte < 0x80) return {1, byte};
    if (byte < 0xC2) return {};
    if (byte < 0xE0) return {2, byte & 0x1FU};
    if (byte < 0xF0) return {3, byte & 0x0FU, byte == 0xE0 ? 0xA0U : 0x80U, byte == 0xED ? 0x9FU : 0xBFU};
    if (byte < 0xF5) return {4, byte & 0x07U, byte == 0xF0 ? 0x90U : 0x80U, byte == 0xF4 ? 0x8FU : 0xBFU};
    return {};
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t offset) {
    const Lead lead = lead_of(byte_at(text, offset));
    char32_t value = lead.bits;
    for (std::size_t i = 1; i < lead.bytes; ++i) {
        const unsigned byte = byte_at(text, offset + i);
        const unsigned low = i == 1 ? lead.second_low : 0x80, high = i == 1 ? lead.second_high : 0xBF;
        if (byte < low || byte > high) return {};
        value = value << 6 | (byte & 0x3F);
    }
    return {value, lead.bytes};
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t bytes = code_point_at(text, i).bytes;
        if (bytes == 0) return i;
        i += bytes;
    }
    return std::nullopt;
}

std::size_t code_point_count(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++count) i += std::max<std::size_t>(code_point_at(text, i).bytes, 1);
    return count;
}

std::u32string to_code_points(std::string_view text) {
    std::u32string all;
    all.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint each = code_point_at(text, i);
        all += each.bytes == 0 ? U'\uFFFD' : each.value;
        i += std::max<std::size_t>(each.bytes, 1);
    }
    return all;
}

void append_utf8(std::string& out, char32_t c) {
    const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) return put(c);
    if (c < 0x800) {
        put(0xC0 | c >> 6);
    } else {
        if (c < 0x10000) {
            put(0xE0 | c >> 12);
        } else {
            put(0xF0 | c >> 18);
            put(0x80 | (c >> 12 & 0x3F));
        }
        put(0x80 | (c >> 6 & 0x3F));
    }
    put(0x80 | (c & 0x3F));
}

bool is_bidi_control(char32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (0x202A <= c && c <= 0x202E) || (0x2066 <= c && c <= 0x2069);
}

std::optional<std::size_t> first_bidi_control(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint each = code_point_at(text, i);
        if (is_bidi_control(each.value)) return i;
        i += std::max<std::size_t>(each.bytes, 1);
    }
    return std::nullopt;
}

}  // namespace masar::base
