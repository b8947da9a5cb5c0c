#include "exchange/sheet.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::exchange {

Cell Cell::of(std::string text) {
    if (text.empty()) return {};
    return {Kind::text, std::move(text), std::nullopt};
}

Cell Cell::of(calendar::Date day) { return {Kind::date, calendar::to_iso(day), day}; }

Cell Cell::of(double number) { return {Kind::number, fmt::format("{}", number), std::nullopt}; }

const Cell& Sheet::at(std::size_t row, std::size_t column) const {
    static const Cell nothing;
    return row < rows.size() && column < rows[row].size() ? rows[row][column] : nothing;
}

std::size_t Sheet::columns() const {
    std::size_t most = 0;
    for (const auto& row : rows) most = std::max(most, row.size());
    return most;
}

std::string cell_name(std::size_t row, std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters + std::to_string(row + 1);
}

}  // namespace masar::exchange
