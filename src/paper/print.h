#pragma once
// The report on paper: a PDF made in this process by Pango and Cairo, in one language or in both side by side. Same input, same bytes.
#include "report/page_frame.h"

#include "base/result.h"
#include "calendar/date.h"

#include <string>
#include <vector>

namespace masar::paper {

enum class SheetSize : unsigned char { a4, a3 };

/// What is printed in one language: the article of report/page and what stands on each of its pages.
struct Written {
    base::Language language = base::Language::en;
    std::string markup;
    report::PageFrame frame;
};

struct PrintSettings {
    SheetSize size = SheetSize::a4;
    bool upright = false;    ///< else broader than high
    bool one_sheet = false;  ///< all shrinks, to half at most, until it fits one
    calendar::Date made;     ///< told by the file as its date; a clock would change the bytes
    std::string program;     ///< "masar 0.1.0"
};

/// `texts`: one language, or two to stand side by side, in this order from the left. Fails only when letters are missing.
[[nodiscard]] base::Result<std::string> print(const std::vector<Written>& texts, const PrintSettings& settings);

}  // namespace masar::paper
