#pragma once
// What an import would do and what stands in its way, as it is told in a terminal and as JSON.
#include "base/text.h"

#include <cstdint>
#include <string>
#include <vector>

namespace masar::report {

struct ToldImport {
    struct Column {
        std::string heading, field;  ///< field empty = left out
        base::Text label;            ///< what the field is called
        std::vector<std::string> samples;
        base::Text refused;  ///< why it may not be taken in
    };
    enum class Change : std::uint8_t { added, changed, unchanged };
    struct Row {
        std::size_t number = 0;  ///< as the spreadsheet numbers it
        std::string id, name;
        Change change = Change::unchanged;
        std::vector<std::string> fields;  ///< that change
        std::vector<std::string> cells;   ///< as they stand in the table
    };
    struct Doubt {
        std::vector<std::string> cells;
        std::string value;
        base::Text fault, repair;
        std::vector<std::string> choices;
    };
    std::string sheet;
    std::vector<Column> columns;
    std::vector<Row> rows;
    std::vector<Doubt> doubts;

    [[nodiscard]] std::size_t count(Change change) const;
};

/// {"sheet", "columns": [{"heading", "field", "label", "samples", "refused"}], "new", "changed", "unchanged", "rows": [the first 20:
/// {"row", "id", "name", "change": "added|changed|unchanged", "fields", "cells"}], "doubts": [{"sheet", "cell", "cells", "value", "fault",
/// "repair", "choices": [{"value", "label"}]}]}
[[nodiscard]] std::string import_json(const ToldImport& import);
[[nodiscard]] std::string import_text(const ToldImport& import, base::Language language);

}  // namespace masar::report
