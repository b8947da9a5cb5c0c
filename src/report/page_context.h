#pragma once
// What every part of the page is given, and the few words that all of them use.
#include "plan/forecast.h"
#include "plan/timetable.h"
#include "report/indicator_points.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::report {

struct IndicatorSeries {
    plan::IndicatorIndex indicator;
    std::vector<IndicatorPoint> points;  ///< by day; empty when it has no baseline
};

/// All that there is to say, or what fits one sheet of paper.
enum class PageExtent : unsigned char { full, brief };

/// How the page came about: shown at its foot, so that every number can be obtained again.
struct PageFacts {
    std::string program_version;
    std::string input_hash;
    base::Language first_language = base::Language::en;
    PageExtent extent = PageExtent::full;
    std::vector<IndicatorSeries> indicators;
    plan::Outcomes outcomes;
    std::optional<plan::Forecast> forecast;  ///< none when the plan is certain
    plan::SideIndex shown_to;                ///< known: the page is for this side, and made of what it may read
};

struct PageContext {
    const plan::Plan& plan;
    const plan::Timetable& timetable;
    const PageFacts& facts;
    base::Language language = base::Language::en;

    [[nodiscard]] std::string_view word(std::string_view en, std::string_view ar) const {
        return language == base::Language::ar ? ar : en;
    }
    [[nodiscard]] const std::string& name(const plan::Record& record) const {
        return record.name.empty() ? record.id : record.name.in(language);
    }
};

/// "1 March 2027"
[[nodiscard]] std::string date_text(const PageContext& page, calendar::Date day);
/// "22 Ramadan 1448 AH"
[[nodiscard]] std::string hijri_text(const PageContext& page, calendar::Date day);
/// "2,988,500 USD": exact, with the minor units only where there are any.
[[nodiscard]] std::string money_text(const PageContext& page, std::int64_t minor, base::Currency currency);
/// "0.6261", "62": at most four decimals, no useless zeros.
[[nodiscard]] std::string value_text(double value);

/// Position of the side that leads an activity; 0 when nobody does. Sides keep one colour and one shape everywhere.
[[nodiscard]] std::size_t leading_side(const plan::Plan& plan, const plan::Activity& activity);
/// Chosen activities of a line of effort (unknown = those without one) by start, then id.
[[nodiscard]] std::vector<plan::ActivityIndex> activities_of(const PageContext& page, plan::LineIndex line);
/// First `limit` code points and "…" when there are more.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t limit);

}  // namespace masar::report
