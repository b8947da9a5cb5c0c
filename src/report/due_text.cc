#include "report/due_text.h"

#include "report/figures.h"
#include "report/text_wrap.h"

namespace masar::report {

std::string due_text(const std::vector<DueItem>& items, const DueSpan& span, base::Language language) {
    const auto number = [](std::size_t count) { return ltr(std::to_string(count)); };
    std::size_t late = 0;
    for (const DueItem& each : items) late += each.state == ClockState::late ? 1 : 0;
    std::string out = wrapped(fill({"From {} to {}: {} due, {} late.", "من {} إلى {}: المستحق {}، والمتأخر {}."},
                                   date_text(span.today), date_text(span.today + std::chrono::days(span.days)),
                                   number(items.size() - late), number(late))
                                  .in(language));
    const base::Text late_mark{"late: ", "متأخر: "};
    for (const DueItem& each : items) {
        const base::Text mark = each.state == ClockState::late ? late_mark : base::Text{};
        out += wrapped(fill({"{}  {}{}", "‏{}  {}{}"}, date_text(each.by), mark, each.sentence).in(language),
                       {terminal_columns, "  ", "              "});
    }
    return out;
}

}  // namespace masar::report
