#pragma once
// Somebody's table of events as records of a plan: what its columns say, what its cells cannot say, and the edits that take it in.
// Nothing is guessed where two readings are possible, and nothing changes before every doubt is answered.
#include "base/diagnostic.h"
#include "base/result.h"
#include "exchange/activity_columns.h"
#include "exchange/cell_reading.h"
#include "planfile/edit_plan.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace masar::app {

/// How a sheet is to be read; what is not said is guessed from the headings.
struct ImportChoices {
    std::string sheet;                           ///< by name; empty = the first with a heading that is known
    std::map<std::string, std::string> columns;  ///< heading → field of exchange::Column; "" = left out
    /// Cell ("C7") → what it says instead, which then holds for every cell of the column that says the same.
    std::map<std::string, std::string> answers;
    exchange::DayOrder day_order = exchange::DayOrder::unknown;
};

struct ImportColumn {
    std::size_t position = 0;
    std::string heading;
    const exchange::Column* column = nullptr;  ///< none = left out
    std::vector<std::string> samples;          ///< of its first filled cells
    base::Text refused;                        ///< why it may not be taken in, whatever the choices say
};

struct ImportDoubt {
    std::vector<std::string> cells;  ///< in one column, all with the same value; the first one stands for them
    std::string value;
    exchange::CellFault fault;
};

struct ImportRow {
    enum class Change : std::uint8_t { added, changed, unchanged };
    std::size_t row = 0;  ///< of the sheet, from 0
    std::string id;
    Change change = Change::unchanged;
    std::vector<std::string> changed_fields;
};

struct ImportPreview {
    std::string sheet;
    std::size_t heading_row = 0;
    std::vector<ImportColumn> columns;
    std::vector<ImportRow> rows;  ///< of those without doubts
    std::vector<ImportDoubt> doubts;
    std::vector<planfile::PlanEdit> edits;  ///< meaningful when there are no doubts

    [[nodiscard]] std::size_t count(ImportRow::Change change) const;
};

/// The sheets of a workbook or the one of a CSV file, told apart by their first bytes.
[[nodiscard]] base::Result<std::vector<exchange::Sheet>> read_tables(std::string_view bytes);

/// The columns of a sheet as its headings are understood; none when no row of headings is known.
[[nodiscard]] std::vector<ImportColumn> guessed_columns(const exchange::Sheet& sheet);

/// Fails when no sheet has a heading that is known, or there is none of that name.
[[nodiscard]] base::Result<ImportPreview> preview_import(const std::vector<planfile::InputFile>& plan,
                                                         const std::vector<exchange::Sheet>& sheets,
                                                         const ImportChoices& choices);

}  // namespace masar::app
