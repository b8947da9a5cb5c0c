#pragma once
// The container of a workbook: a ZIP archive of XML parts, in memory.
#include "exchange/sheet.h"

#include "base/result.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace masar::exchange {

/// "the file is no Excel workbook (.xlsx)"
[[nodiscard]] base::Error no_workbook();

/// Parts of a workbook by name. Only what `wanted` accepts is unpacked; the sum of unpacked bytes is limited before anything is
/// unpacked and while it is, because a ZIP may lie about its sizes.
using Parts = std::map<std::string, std::string, std::less<>>;
[[nodiscard]] base::Result<Parts> unpack(std::string_view bytes, bool (*wanted)(std::string_view name),
                                         const SheetLimits& limits);

/// In this order, with a fixed date: same parts, same bytes.
[[nodiscard]] base::Result<std::string> pack(const std::vector<std::pair<std::string, std::string>>& parts);

}  // namespace masar::exchange
