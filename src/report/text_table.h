#pragma once
// Tables for the terminal, at most 80 columns wide, aligned by display width. In Arabic the first column stands at the right:
// columns are laid out from right to left and every cell is fenced by U+200E, so that a terminal that reorders Arabic (UAX #9)
// does it inside the cells only.
#include "base/text.h"

#include <string>
#include <string_view>
#include <vector>

namespace masar::report {

class TextTable {
public:
    enum class Content : unsigned char { words, figures };  ///< figures are aligned to the end of the column
    struct Column {
        base::Text title;
        Content content = Content::words;
        int widest = 32;  ///< longer cells are cut with "…"
    };

    TextTable(std::vector<Column> columns, base::Language language);
    /// As many cells as columns.
    void row(std::vector<std::string> cells);
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    /// Title line, rule, rows; every line ends with a line break.
    [[nodiscard]] std::string print() const;

private:
    [[nodiscard]] std::vector<int> widths() const;
    [[nodiscard]] std::string line(const std::vector<std::string>& cells, const std::vector<int>& widths) const;

    std::vector<Column> columns_;
    base::Language language_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace masar::report
