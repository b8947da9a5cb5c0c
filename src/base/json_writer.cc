#include "base/json_writer.h"

#include "base/utf8.h"

#include <charconv>
#include <cmath>
#include <utility>

namespace masar::base {
namespace {

void append_escaped(std::string& out, char c) {
    constexpr std::string_view hex = "0123456789abcdef";
    switch (c) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default: break;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20) {
        out += c;
        return;
    }
    out += "\\u00";
    out += hex[byte >> 4];
    out += hex[byte & 15];
}

}  // namespace

std::string json_quoted(std::string_view text) {
    // A file name may be any bytes, but JSON is UTF-8 (RFC 8259, 8.1).
    if (first_invalid_utf8(text)) {
        std::string mended;
        for (const char32_t c : to_code_points(text)) append_utf8(mended, c);
        return json_quoted(mended);
    }
    std::string out;
    out.reserve(text.size() + 2);
    out += '"';
    for (const char c : text) append_escaped(out, c);
    out += '"';
    return out;
}

void JsonWriter::new_line() {
    if (style_ == Style::compact) return;
    out_ += '\n';
    out_.append(2 * has_items_.size(), ' ');
}

void JsonWriter::separate() {
    if (std::exchange(after_key_, false)) return;
    if (has_items_.empty()) return;
    if (has_items_.back()) out_ += ',';
    has_items_.back() = true;
    new_line();
}

void JsonWriter::open(char bracket) {
    separate();
    out_ += bracket;
    has_items_.push_back(false);
}

void JsonWriter::close(char bracket) {
    const bool had_items = has_items_.back();
    has_items_.pop_back();
    if (had_items) new_line();
    out_ += bracket;
}

JsonWriter& JsonWriter::begin_object() { return open('{'), *this; }
JsonWriter& JsonWriter::end_object() { return close('}'), *this; }
JsonWriter& JsonWriter::begin_array() { return open('['), *this; }
JsonWriter& JsonWriter::end_array() { return close(']'), *this; }

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    out_ += json_quoted(name);
    out_ += style_ == Style::pretty ? ": " : ":";
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    separate();
    out_ += json_quoted(text);
    return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
    separate();
    out_ += std::to_string(number);
    return *this;
}

JsonWriter& JsonWriter::value(double number) {
    if (!std::isfinite(number)) return null();
    constexpr double exact_integers = 9007199254740992.0;  // 2^53
    if (number == std::trunc(number) && std::abs(number) < exact_integers)
        return value(static_cast<std::int64_t>(number));  // 100000, not 1e+05
    separate();
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
    out_.append(buffer, end);
    return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
    separate();
    out_ += truth ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::null() {
    separate();
    out_ += "null";
    return *this;
}

std::string JsonWriter::take() {
    if (style_ == Style::pretty) out_ += '\n';
    return std::exchange(out_, {});
}

}  // namespace masar::base
