#pragma once
// Office Open XML workbooks (ECMA-376 part 1, 18: SpreadsheetML), read and written in memory: libzip for the container, pugixml for
// the parts. libxlsxwriter writes to files only, and this room touches none.
#include "exchange/sheet.h"

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace masar::exchange {

/// The visible sheets in their order, formulas by their kept values. Dates are cells whose number format is a date's. The Error says
/// what the file is instead of a workbook; parts outside the container, links and macros are never followed.
[[nodiscard]] base::Result<std::vector<Sheet>> read_xlsx(std::string_view bytes, const SheetLimits& limits = {});

struct SheetLook {
    Sheet sheet;
    bool right_to_left = false;
    std::size_t heading_rows = 1;  ///< bold and kept in view
    std::vector<double> widths;    ///< in characters; missing ones are 14
};
/// Numbers and dates as such, everything else as text: nothing becomes a formula. Same sheets, same bytes.
[[nodiscard]] base::Result<std::string> write_xlsx(const std::vector<SheetLook>& sheets);

}  // namespace masar::exchange
