#pragma once
// Tables: columns as wide as their words ask, the first where reading begins, headings again on each page, rows never cut.
// Cramped in their column, they take the whole width of the sheet.
#include "paper/article_blocks.h"

namespace masar::paper {

[[nodiscard]] Block table_block(const pugi::xml_node& table, const Room& room, const Letters& letters);

/// Widths of columns that have `available` together: least what their longest words take, most what their longest lines take. Where
/// even the least do not fit, all shrink alike and words are broken.
struct ColumnNeed {
    double least = 0, most = 0;
};
[[nodiscard]] std::vector<double> column_widths(const std::vector<ColumnNeed>& needs, double available);

}  // namespace masar::paper
