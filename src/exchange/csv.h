#pragma once
// Comma-separated values (RFC 4180), read by libcsv. Separators that spreadsheet programs use instead of the comma are recognised.
#include "exchange/sheet.h"

#include "base/result.h"

#include <string>
#include <string_view>

namespace masar::exchange {

/// One sheet, every filled cell a text. The separator is the one of `,` `;` and tab that the first line holds most often. UTF-8 only,
/// with or without a byte order mark; the Error names the line of what is not.
[[nodiscard]] base::Result<Sheet> read_csv(std::string_view bytes, const SheetLimits& limits = {});

/// With a byte order mark, without which spreadsheet programs misread Arabic; lines end as the RFC says. A text that a spreadsheet
/// program would take for a formula is written with a leading apostrophe (OWASP, "CSV injection"); read_csv takes it off again.
[[nodiscard]] std::string write_csv(const Sheet& sheet);

}  // namespace masar::exchange
