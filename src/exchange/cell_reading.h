#pragma once
// Cells of other people's tables read as what they say: days, working days, amounts. What can be read in two ways is never guessed.
#include "exchange/sheet.h"

#include "base/text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::exchange {

/// Why a cell is not taken as it stands, and what would mend it.
struct CellFault {
    base::Text fault, repair;
    std::vector<std::string> choices;  ///< what it can mean, as an answer gives it; empty = write it anew
};

/// How dates written with numbers alone are meant, once somebody has been asked.
enum class DayOrder : std::uint8_t { unknown, day_first, month_first };

template <class T>
struct CellReading {
    std::optional<T> value;
    std::optional<CellFault> fault;  ///< when there is no value
};

/// 2027-03-01, 1448-09-22H, 1 March 2027, ١ مارس ٢٠٢٧, 31/3/2027; 03/04/2027 only when `order` is known.
[[nodiscard]] CellReading<calendar::Date> read_day(const Cell& cell, DayOrder order);

/// As the plan file writes it: "10wd", "8/10/15wd". A bare number is working days, weeks are five of them; hours are refused.
[[nodiscard]] CellReading<std::string> read_working_days(const Cell& cell);

/// As the plan file writes it: "120k USD". "120,000", "USD 120k", "120 ألف دولار"; a number needs `currency` (ISO code or word).
[[nodiscard]] CellReading<std::string> read_amount(const Cell& cell, std::string_view currency);
/// "USD" of "US dollars", «درهم», "$"; empty when it is none.
[[nodiscard]] std::string currency_of(std::string_view words);

/// yes, no, true, false, x, 1, 0, نعم, لا
[[nodiscard]] CellReading<bool> read_flag(const Cell& cell);

/// Pieces between ; (or between , and ، where there is no ;), without spaces at their ends.
[[nodiscard]] std::vector<std::string> pieces_of(std::string_view text);

}  // namespace masar::exchange
