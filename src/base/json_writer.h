#pragma once
// The one JSON writer: keys in the order written, shortest round-trip numbers, UTF-8 untouched, no trailing spaces.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace masar::base {

class JsonWriter {
public:
    enum class Style : unsigned char { compact, pretty };
    explicit JsonWriter(Style style = Style::pretty) : style_(style) {}

    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name);

    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
    /// Infinite or not a number is written as null.
    JsonWriter& value(double number);
    JsonWriter& value(bool truth);
    JsonWriter& null();

    template <class T>
    JsonWriter& field(std::string_view name, const T& content) {
        key(name);
        return value(content);
    }
    /// An optional: null when absent, so that a gap is never taken for zero.
    template <class Optional>
    JsonWriter& field_or_null(std::string_view name, const Optional& content) {
        key(name);
        return content ? value(*content) : null();
    }

    /// The text so far; complete when every begin has its end.
    [[nodiscard]] std::string take();

private:
    void separate();
    void new_line();
    void open(char bracket);
    void close(char bracket);

    Style style_;
    std::string out_;
    std::vector<bool> has_items_;  ///< per open bracket
    bool after_key_ = false;
};

/// `text` quoted and escaped as JSON; bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string json_quoted(std::string_view text);

}  // namespace masar::base
