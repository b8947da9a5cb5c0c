#include "app/workspace/canonical_json.h"

#include "base/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

namespace masar::app {
namespace {

namespace json = boost::json;

/// As UTF-16, whose order is not that of UTF-8 above U+FFFF.
std::u16string utf16(std::string_view text) {
    std::u16string units;
    for (const char32_t point : base::to_code_points(text)) {
        if (point < 0x10000) {
            units += static_cast<char16_t>(point);
            continue;
        }
        units += static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10));
        units += static_cast<char16_t>(0xDC00 + ((point - 0x10000) & 0x3FF));
    }
    return units;
}

void append(std::string& out, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef", escaped = "\"\\\b\f\n\r\t", letters = "\"\\bfnrt";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (const std::size_t at = escaped.find(c); at != std::string_view::npos)
            (out += '\\') += letters[at];
        else if (byte < 0x20)
            ((out += "\\u00") += hex[byte >> 4]) += hex[byte & 15];
        else
            out += c;
    }
    out += '"';
}

/// Number::toString of ECMAScript (ECMA-262, 6.1.6.1.20): the shortest digits that give the same double.
void append(std::string& out, double number) {
    if (number == 0 || !std::isfinite(number)) {
        out += number == 0 ? "0" : "null";
        return;
    }
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::abs(number), std::chars_format::scientific).ptr;
    const std::string_view written(buffer, end);
    const std::size_t e = written.find('e');
    std::string digits;
    for (const char c : written.substr(0, e))
        if (c != '.') digits += c;
    int exponent = 0;
    const std::size_t sign = written[e + 1] == '+' ? e + 2 : e + 1;
    std::from_chars(written.data() + sign, written.data() + written.size(), exponent);
    const int count = static_cast<int>(digits.size()), point = exponent + 1;  // 0.digits × 10^point

    if (number < 0) out += '-';
    if (point > 21 || point < -5) {
        out += digits.front();
        if (count > 1) (out += '.') += digits.substr(1);
        (out += exponent < 0 ? "e-" : "e+") += std::to_string(std::abs(exponent));
    } else if (point >= count) {
        out += digits.append(static_cast<std::size_t>(point - count), '0');
    } else if (point > 0) {
        out += digits.insert(static_cast<std::size_t>(point), ".");
    } else {
        ((out += "0.").append(static_cast<std::size_t>(-point), '0')) += digits;
    }
}

void append(std::string& out, const json::value& value);

void append(std::string& out, const json::object& object) {
    std::vector<std::pair<std::u16string, const json::key_value_pair*>> members;
    for (const auto& member : object) members.emplace_back(utf16(member.key()), &member);
    std::ranges::sort(members, {}, &decltype(members)::value_type::first);
    out += '{';
    for (const auto& [key, member] : members) {
        if (out.back() != '{') out += ',';
        append(out, std::string_view(member->key()));
        out += ':';
        append(out, member->value());
    }
    out += '}';
}

void append(std::string& out, const json::array& array) {
    out += '[';
    for (const json::value& each : array) {
        if (&each != &array.front()) out += ',';
        append(out, each);
    }
    out += ']';
}

void append(std::string& out, const json::value& value) {
    switch (value.kind()) {
        case json::kind::null: out += "null"; break;
        case json::kind::bool_: out += value.get_bool() ? "true" : "false"; break;
        case json::kind::int64: append(out, static_cast<double>(value.get_int64())); break;
        case json::kind::uint64: append(out, static_cast<double>(value.get_uint64())); break;
        case json::kind::double_: append(out, value.get_double()); break;
        case json::kind::string: append(out, std::string_view(value.get_string())); break;
        case json::kind::array: append(out, value.get_array()); break;
        case json::kind::object: append(out, value.get_object()); break;
    }
}

}  // namespace

std::string canonical_json(const json::value& value) {
    std::string out;
    append(out, value);
    return out;
}

}  // namespace masar::app
