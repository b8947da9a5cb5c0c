#pragma once
// The columns of a table of activities, as people head them in either language, and what each says about an activity.
#include "base/text.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace masar::exchange {

/// What stands in the cells of a column.
enum class ColumnForm : std::uint8_t {
    id,          ///< the record's own
    words,       ///< text as it stands
    title,       ///< a name in the language its letters are in
    reference,   ///< one record of `section`, by id or name
    references,  ///< several, with ; or , between
    duration,    ///< 10, 10wd, 8/10/15, "2 weeks"
    first_day,   ///< of the window
    last_day,    ///< of the window
    date,        ///< a day
    money,       ///< 120k USD, or a number whose currency stands in `currency`
    currency,    ///< of the money beside it
    amounts,     ///< "instr: 4; interp: 2" by record of `section`
    literal,     ///< as the plan file writes it
    literals,    ///< several of them, with ; between
    flag,        ///< yes, no, true, false, x
    status,      ///< planned, started, finished, cancelled
};

struct Column {
    std::string_view
        field;  ///< key of the plan file, with a dot below it: "name.en"; stable: the interface names columns by it
    ColumnForm form = ColumnForm::words;
    std::string_view section;  ///< of references: "organisations"
    base::Text label;          ///< heading of templates and exports
    std::string_view also;     ///< further headings, with | between, in either language
};

/// In the order of templates and exports. Built once.
[[nodiscard]] std::span<const Column> activity_columns();
[[nodiscard]] const Column* column_of_field(std::string_view field);

/// The column a heading speaks of: the same words after normalised_for_search, else the longest known heading that stands in it, else
/// one that is a slip of the pen away; nothing when there is none.
[[nodiscard]] const Column* guess_column(std::string_view heading);

}  // namespace masar::exchange
