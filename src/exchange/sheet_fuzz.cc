// Bytes as a workbook, as a table of text, and the cells of what could be read as days, durations and amounts.
#include "exchange/cell_reading.h"
#include "exchange/csv.h"
#include "exchange/xlsx.h"

#include <cstddef>
#include <cstdint>

namespace {

void read_cells(const masar::exchange::Sheet& sheet) {
    for (const auto& row : sheet.rows)
        for (const masar::exchange::Cell& cell : row) {
            (void)masar::exchange::read_day(cell, masar::exchange::DayOrder::unknown);
            (void)masar::exchange::read_working_days(cell);
            (void)masar::exchange::read_amount(cell, "USD");
            (void)masar::exchange::pieces_of(cell.text);
        }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    masar::exchange::SheetLimits limits;
    limits.unpacked_bytes = std::size_t{1} << 20;
    limits.rows = 1'000;
    if (const auto sheets = masar::exchange::read_xlsx(bytes, limits))
        for (const auto& each : *sheets) read_cells(each);
    if (const auto sheet = masar::exchange::read_csv(bytes, limits)) read_cells(*sheet);
    return 0;
}
