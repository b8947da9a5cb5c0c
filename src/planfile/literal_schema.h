#pragma once
// The literals of a plan file as patterns (ECMA 262) for its JSON Schema. They accept whatever the parsers accept; what needs arithmetic
// (30 February, rising three-point values, limits) only the parsers refuse.
#include "planfile/keyword.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace masar::planfile {

struct LiteralSchema {
    std::string_view name;               ///< of its definition: "duration"
    std::string pattern;                 ///< empty: any text
    std::vector<std::string_view> also;  ///< what else an editor may take the unquoted scalar for: "number", "boolean"
    std::string_view en, ar;
};

[[nodiscard]] std::span<const LiteralSchema> literal_schemas();
/// Of every form but text, cost, word and record, which are no single literal.
[[nodiscard]] const LiteralSchema& schema_of(Form form);

}  // namespace masar::planfile
