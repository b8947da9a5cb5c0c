#pragma once
// Money: per side, in its fiscal years and funds, from the ceiling to what was paid; and the list behind each figure.
#include "report/views/account_book.h"

#include <optional>
#include <string>

namespace masar::report {

/// {reader, dates, currency, finding{en, ar}, sides[{side, name, currency, partial, years[{year, label, first, last, ceiling, allotted,
/// planned, committed, obligated, disbursed, remaining, unobligated, p80, breach}], funds[{id, name, authority, opens, closes, currency,
/// years[…]}]}]}. Amounts in minor units of the side's or fund's `currency`. remaining = ceiling − planned; unobligated = allotted −
/// obligated; null where there is no ceiling, nothing was posted, or nothing simulated. `partial`: the side may have money that is not
/// released to the reader. An unknown currency shows each account in its own.
[[nodiscard]] std::string money_view(const ViewSource& source, base::Currency currency);

struct LinesAsked {
    AccountName account;  ///< its side must be known
    std::optional<int> year;
    Measure measure = Measure::planned;
    base::Currency currency;
};
/// {reader, dates, side, fund, year, measure, currency, total, partial, lines[{activity, name, fund, on, share, amount, reference}]}; `total` is
/// the sum of `lines`, exactly.
[[nodiscard]] std::string money_lines_view(const ViewSource& source, const LinesAsked& asked);

}  // namespace masar::report
