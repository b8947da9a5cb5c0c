#pragma once
// What stands on every sheet of paper, in one language.
#include <string>

namespace masar::report {

struct PageContext;

struct PageFrame {
    std::string program, title;
    std::string tag;       ///< "Illustrative example"; may be empty
    std::string handling;  ///< the plan's mark, as written; may be empty
    std::string as_of;     ///< status date in both calendars; may be empty
    std::string page_of;   ///< "page {0} of {1}"
};
[[nodiscard]] PageFrame page_frame(const PageContext& page);

}  // namespace masar::report
