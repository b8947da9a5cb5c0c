#pragma once
// `masar new`: a small complete plan to begin with, from a few answers. It passes `check`, is canonical under `fmt`, schedules, and has
// every text in both languages.
#include "base/result.h"
#include "calendar/date.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::planfile {

/// What the three linked activities are about.
enum class NewPlanTemplate : std::uint8_t { blank, partnership_year, exercise, challenge };
/// The working weeks and holidays that can be chosen; the last two have no holidays yet.
enum class NewCalendar : std::uint8_t { uae_federal, us_federal, monday_to_friday, sunday_to_thursday };

/// "blank", "partnership-year", "exercise", "challenge"
[[nodiscard]] std::optional<NewPlanTemplate> template_named(std::string_view name);
[[nodiscard]] std::optional<NewCalendar> calendar_named(
    std::string_view name);  ///< "uae", "us-federal", "mon-fri", "sun-thu"

struct NewSide {
    std::string id;
    base::Text name;
    NewCalendar calendar = NewCalendar::monday_to_friday;
    unsigned fiscal_year_month = 1;  ///< 1..12
    std::string currency;            ///< "AED"
};

struct NewPlanAnswers {
    NewPlanTemplate about = NewPlanTemplate::blank;
    base::Text title;
    std::array<NewSide, 2> sides;
    calendar::Date start;
    int years = 1;
    std::optional<base::Language> authoritative;  ///< none = both texts equally
    /// Names of the lines of effort; empty = the template's one. The activities stand in the first.
    std::vector<base::Text> lines;
};

/// The first answer that makes no plan: a wrong id, month, currency, a missing name, years outside 1–20, a line without name.
[[nodiscard]] std::optional<base::Error> fault_of(const NewPlanAnswers& answers);
/// The plan file; the answers must have no fault.
[[nodiscard]] std::string new_plan(const NewPlanAnswers& answers);

}  // namespace masar::planfile
