// The public holidays of two countries for six years, derived from rules and compared with a list that was made by hand.
#include "calendar/recurrence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace masar::calendar {
namespace {

struct NamedRule {
    std::string name;
    Recurrence recurrence;
};

const DatePeriod six_years{date_of(2026, 1, 1), date_of(2031, 12, 31)};

Recurrence hijri(int month, int day, int length = 1) {
    return {.rule = HijriDay{month, day}, .length = length, .status = DateStatus::estimated};
}
Recurrence every(MonthDay day, int length = 1) { return {.rule = EveryYear{day, day}, .length = length}; }
Recurrence federal(MonthDay day) { return {.rule = EveryYear{day, day}, .observed = Observed::nearest_weekday}; }
Recurrence nth(int number, std::chrono::weekday weekday, unsigned month) {
    return {.rule = NthWeekday{number, weekday, month}};
}

std::vector<NamedRule> uae_holidays() {
    Recurrence new_year = hijri(1, 1);
    // The list deviates from the month table (2030-05-04) on purpose: what a plan lists wins.
    new_year.listed = {{1452, {date_of(2030, 5, 3), date_of(2030, 5, 3)}, DateStatus::estimated, "plan"}};
    return {{"Gregorian New Year", every({1, 1})}, {"Ramadan 30 (only if the month completes 30 days)", hijri(9, 30)},
            {"Eid Al-Fitr", hijri(10, 1, 3)},      {"Arafah Day", hijri(12, 9)},
            {"Eid Al-Adha", hijri(12, 10, 3)},     {"Hijri New Year", new_year},
            {"Prophet's Birthday", hijri(3, 12)},  {"National Day (Eid Al Etihad)", every({12, 2}, 2)}};
}

std::vector<NamedRule> us_holidays() {
    using namespace std::chrono;
    return {{"New Year's Day", federal({1, 1})},
            {"Martin Luther King Jr. Day", nth(3, Monday, 1)},
            {"Washington's Birthday", nth(3, Monday, 2)},
            {"Memorial Day", nth(-1, Monday, 5)},
            {"Juneteenth", federal({6, 19})},
            {"Independence Day", federal({7, 4})},
            {"Labor Day", nth(1, Monday, 9)},
            {"Columbus Day", nth(2, Monday, 10)},
            {"Veterans Day", federal({11, 11})},
            {"Thanksgiving Day", nth(4, Thursday, 11)},
            {"Christmas Day", federal({12, 25})}};
}

/// One line per day, "2026-03-20 Eid Al-Fitr 1".
std::vector<std::string> derived(const std::vector<NamedRule>& rules) {
    std::vector<std::string> lines;
    for (const auto& [name, recurrence] : rules)
        for (const Occurrence& each : occurrences(recurrence, {six_years})) {
            int number = 1;
            for (Date day = each.days.first; day <= each.days.last; day += std::chrono::days(1), ++number)
                lines.push_back(to_iso(day) + " " + name
                                + (recurrence.length > 1 ? " " + std::to_string(number) : std::string()));
        }
    return lines;
}

/// date,weekday,side,name,status
std::vector<std::string> listed(const std::string& side) {
    std::ifstream file("tests/data/holidays_2026_2031.csv");
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields(line);
        std::string date, weekday, owner, name;
        std::getline(std::getline(std::getline(std::getline(fields, date, ','), weekday, ','), owner, ','), name, ',');
        if (owner == side) lines.push_back(date + " " + name);
    }
    return lines;
}

TEST(PublicHolidays, OfTheUaeFollowFromRulesAndOneListedDay) {
    EXPECT_EQ(listed("AE").size(), 74U);
    EXPECT_THAT(derived(uae_holidays()), testing::UnorderedElementsAreArray(listed("AE")));
}

TEST(PublicHolidays, OfTheUsaFollowFromRulesAlone) {
    EXPECT_EQ(listed("US").size(), 66U);
    EXPECT_THAT(derived(us_holidays()), testing::UnorderedElementsAreArray(listed("US")));
}

}  // namespace
}  // namespace masar::calendar
