#include "report/text_table.h"

#include "report/display_width.h"
#include "report/text_wrap.h"

#include <algorithm>
#include <numeric>

namespace masar::report {
namespace {

constexpr int gap = 2;
constexpr std::string_view left_to_right_mark = "\u200E";

std::string padded(const std::string& cell, int width, bool at_end) {
    const std::string shown = cut_to_width(cell, width);
    const std::string space(static_cast<std::size_t>(std::max(0, width - display_width(shown))), ' ');
    return at_end ? space + shown : shown + space;
}

void trim_end(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

}  // namespace

TextTable::TextTable(std::vector<Column> columns, base::Language language)
    : columns_(std::move(columns)), language_(language) {}

void TextTable::row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

/// Widest cell of each column; when all together are too wide, the widest columns of words give way one cell at a time.
std::vector<int> TextTable::widths() const {
    std::vector<int> widths;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        int widest = display_width(columns_[c].title.in(language_));
        for (const auto& row : rows_) widest = std::max(widest, display_width(row[c]));
        widths.push_back(
            std::min(widest, std::max(columns_[c].widest, display_width(columns_[c].title.in(language_)))));
    }
    const int gaps = gap * (static_cast<int>(columns_.size()) - 1);
    while (std::accumulate(widths.begin(), widths.end(), gaps) > terminal_columns) {
        const auto widest = std::ranges::max_element(widths);
        if (*widest <= 4) break;
        --*widest;
    }
    return widths;
}

std::string TextTable::line(const std::vector<std::string>& cells, const std::vector<int>& widths) const {
    const bool arabic = language_ == base::Language::ar;
    std::string out(arabic ? left_to_right_mark : "");
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::size_t c = arabic ? cells.size() - 1 - i : i;
        const bool figures = columns_[c].content == Content::figures;
        if (i > 0) out += std::string(gap, ' ');
        if (i > 0 && arabic) out += left_to_right_mark;
        out += padded(cells[c], widths[c], figures != arabic);
    }
    trim_end(out);
    return out + '\n';
}

std::string TextTable::print() const {
    const std::vector<int> widths = this->widths();
    std::vector<std::string> titles, rules;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        titles.push_back(columns_[c].title.in(language_));
        std::string rule;
        for (int cell = 0; cell < widths[c]; ++cell) rule += "─";
        rules.push_back(rule);
    }
    std::string out = line(titles, widths) + line(rules, widths);
    for (const auto& row : rows_) out += line(row, widths);
    return out;
}

}  // namespace masar::report
