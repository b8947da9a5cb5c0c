#pragma once
// A value of the plan file as people write it, without quotes and brackets: what a form shows and gives back.
#include "planfile/key_order.h"

#include <string>
#include <string_view>
#include <vector>

namespace masar::planfile {

struct WrittenValue {
    std::string key;  ///< of an entry of a map; empty for an item, and for a value by itself
    NodeKind kind = NodeKind::scalar;
    std::string text;                   ///< of a scalar
    std::vector<WrittenValue> entries;  ///< of a map or a list

    [[nodiscard]] const WrittenValue* find(std::string_view wanted) const;
};

[[nodiscard]] WrittenValue written_text(std::string text);
/// The key is no part of what it says, nor is the order of a map; "ramadan" is "[ramadan]".
[[nodiscard]] bool says_the_same(const WrittenValue& a, const WrittenValue& b);

/// Entries with a repeated key are left out, but for the first.
[[nodiscard]] WrittenValue written_value(const NodeTree& tree, NodeId node);
[[nodiscard]] bool says(const NodeTree& tree, NodeId node, const WrittenValue& value);

/// On one line, with brackets; fields in the schema's order.
[[nodiscard]] std::string flow_text(const WrittenValue& value, const Shape& shape);
/// "key: value"; just the value of an item.
[[nodiscard]] std::string flow_entry(const WrittenValue& entry, const Shape& shape);

/// How a record with an id is written, where it fits on one line.
enum class RecordStyle : std::uint8_t { lines, brackets };

struct BlockStyle {
    std::size_t indent = 0;  ///< columns
    std::string_view line_end = "\n";
    RecordStyle records = RecordStyle::lines;
};
/// Lines, each with its end: "key: value", or "- value" for an item. What stands below is written in brackets where that fits on the
/// line.
[[nodiscard]] std::string block_entry(const WrittenValue& entry, const Shape& shape, const BlockStyle& style);

[[nodiscard]] std::string key_text(std::string_view key);

}  // namespace masar::planfile
