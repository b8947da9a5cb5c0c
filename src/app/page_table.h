#pragma once
// Tables of the pages as sheets. Their cells are taken from the JSON that a page is made of (report/views), so that a sheet says what its
// page says to the same reader, and nothing else.
#include "exchange/xlsx.h"
#include "plan/plan.h"

#include <boost/json/value.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace masar::app {

enum class CellForm : std::uint8_t {
    plain,    ///< as it stands; texts of the plan in the reader's language
    money,    ///< minor units of the currency of the same amount
    keyword,  ///< "not-started", in words
    record,   ///< id of a record of `section`, by its name
};

struct TableColumn {
    std::string_view
        path;  ///< "cost.likely" in the row; "^name" in the item around it, "^^name" around that; "/currency" in the page
    std::string_view en, ar;
    CellForm form = CellForm::plain;
    std::string_view section = {};  ///< of records
};

struct PageTable {
    std::string_view name;  ///< "risks", as in an address
    std::string_view page;  ///< whose JSON it is taken from
    std::string_view en, ar;
    std::string_view rows;  ///< "sides.years": a row for each year of each side
    std::span<const TableColumn> columns;
};

[[nodiscard]] std::span<const PageTable> page_tables();
/// nullptr when there is none of this name.
[[nodiscard]] const PageTable* page_table(std::string_view name);

/// `plan` is the reader's copy: names of records are its names.
[[nodiscard]] exchange::SheetLook sheet_of(const PageTable& table, const boost::json::value& page,
                                           const plan::Plan& plan, base::Language language);

}  // namespace masar::app
