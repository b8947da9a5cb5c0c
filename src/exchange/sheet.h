#pragma once
// Sheets of cells, as spreadsheet programs keep them: what is imported and exported, before it means anything.
#include "calendar/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::exchange {

struct Cell {
    enum class Kind : std::uint8_t { empty, text, number, date, flag };
    Kind kind = Kind::empty;
    std::string text;                    ///< as a person reads it; numbers in shortest form, dates as 2027-03-01
    std::optional<calendar::Date> date;  ///< of Kind::date

    [[nodiscard]] bool empty() const { return kind == Kind::empty; }
    static Cell of(std::string text);  ///< empty when the text is
    static Cell of(calendar::Date day);
    static Cell of(double number);
    bool operator==(const Cell&) const = default;
};

struct Sheet {
    std::string name;
    std::vector<std::vector<Cell>> rows;  ///< each as long as its last filled cell

    [[nodiscard]] const Cell& at(std::size_t row, std::size_t column) const;  ///< an empty one where there is none
    [[nodiscard]] std::size_t columns() const;                                ///< of the longest row
};

/// "C7": column and row from 0, as spreadsheet programs show them.
[[nodiscard]] std::string cell_name(std::size_t row, std::size_t column);

/// What a file may hold, so that a hostile one costs little.
struct SheetLimits {
    std::size_t file_bytes = std::size_t{32} << 20;
    std::size_t unpacked_bytes = std::size_t{256} << 20;  ///< of all parts of a workbook together
    std::size_t rows = 200'000, columns = 500;
    std::size_t cell_bytes = 32'767;  ///< as spreadsheet programs allow
};

}  // namespace masar::exchange
