#include "report/page_frame.h"

#include "report/page_context.h"

#include <fmt/format.h>

namespace masar::report {

PageFrame page_frame(const PageContext& page) {
    PageFrame frame;
    frame.program = page.word("Masar", "مسار");
    frame.title = page.plan.title.in(page.language);
    if (page.plan.illustrative) frame.tag = page.word("Illustrative example", "مثال توضيحي");
    frame.handling = page.plan.handling;
    if (page.plan.as_of) {
        const calendar::Date day = page.plan.as_of->value;
        frame.as_of = fmt::format("{} {} {} {}", page.word("As of", "حتى تاريخ"), date_text(page, day),
                                  page.word("·", "الموافق"), hijri_text(page, day));
    }
    frame.page_of = page.word("page {0} of {1}", "صفحة {0} من {1}");
    return frame;
}

}  // namespace masar::report
