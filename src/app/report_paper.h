#pragma once
// `report -o x.pdf`: the report on paper, whole or as a brief of one sheet.
#include "app/report_page.h"
#include "paper/print.h"

#include <optional>
#include <string>
#include <vector>

namespace masar::app {

struct PaperOptions {
    paper::SheetSize size = paper::SheetSize::a4;
    report::PageExtent extent = report::PageExtent::full;
    std::vector<base::Language> languages{base::Language::en};  ///< two stand side by side, from the left
    std::optional<calendar::Date> made;  ///< told by the file as its date; none = the status date, else the first day
};

/// `reported` must have a timetable. Same input, same bytes. Fails where the machine has no letters.
[[nodiscard]] base::Result<std::string> report_paper(const ReportedPlan& reported, const PaperOptions& options);

}  // namespace masar::app
