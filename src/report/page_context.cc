#include "report/page_context.h"

#include "calendar/date_words.h"
#include "report/figures.h"

#include <algorithm>
#include <tuple>

namespace masar::report {

std::string date_text(const PageContext& page, calendar::Date day) { return calendar::in_words(day).in(page.language); }

std::string hijri_text(const PageContext& page, calendar::Date day) {
    const auto hijri = calendar::to_hijri(day);
    return hijri ? calendar::in_words(*hijri).in(page.language) : std::string();
}

std::string money_text(const PageContext& /*page*/, std::int64_t minor, base::Currency currency) {
    return money(minor, currency);
}

std::string value_text(double value) { return rounded(value, 4); }

std::size_t leading_side(const plan::Plan& plan, const plan::Activity& activity) {
    if (!activity.lead.value.known()) return 0;
    const plan::SideIndex side = plan.organisations[activity.lead.value.at()].side.value;
    return side.known() ? side.at() : 0;
}

std::vector<plan::ActivityIndex> activities_of(const PageContext& page, plan::LineIndex line) {
    std::vector<plan::ActivityIndex> found;
    for (std::size_t i = 0; i < page.plan.activities.size(); ++i)
        if (page.plan.activities[i].line.value == line && page.timetable.activities[i].chosen)
            found.push_back(base::index_of<plan::ActivityIndex>(i));
    std::ranges::sort(found, {}, [&](plan::ActivityIndex each) {
        return std::tuple(page.timetable.activities[each.at()].start, each);
    });
    return found;
}

std::string shortened(std::string_view text, std::size_t limit) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
        if (begins && ++count > limit) return std::string(text.substr(0, i)) + "…";
    }
    return std::string(text);
}

}  // namespace masar::report
