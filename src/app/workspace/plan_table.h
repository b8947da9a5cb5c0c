#pragma once
// A table of a page (page_table.h) for whoever asks, made from the answer that the page would get.
#include "app/workspace/plan_page.h"
#include "exchange/xlsx.h"

namespace masar::app {

struct TableAsked {
    std::string_view plan;
    std::string_view table;  ///< "risks"
    PageWords words;
    base::Language language = base::Language::en;
};
/// Refuses a table that there is not (not_found).
[[nodiscard]] Outcome<exchange::SheetLook> plan_table(Workspace& workspace, const Actor& actor,
                                                      const TableAsked& asked);

}  // namespace masar::app
