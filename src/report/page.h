#pragma once
// The report: one self-contained HTML page, in both languages, without script: a summary that answers first, the schedule, people,
// money, outcomes, deadlines, and how every number came about. Prints on A4 and A3.
#include "report/page_context.h"

namespace masar::report {

[[nodiscard]] std::string page(const plan::Plan& plan, const plan::Timetable& timetable, const PageFacts& facts);

/// The page in one language: an <article> of well-formed markup (every tag closed), which `paper` prints too.
[[nodiscard]] std::string page_article(const PageContext& page);

}  // namespace masar::report
