#include "calendar/hijri.h"
#include "planfile/literal_calendar.h"
#include "planfile/literal_date.h"
#include "planfile/literal_duration.h"
#include "planfile/literal_link.h"
#include "planfile/literal_money.h"
#include "planfile/literal_number.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>

namespace masar::planfile {
namespace {

using base::Decimal;
using calendar::date_of;

/// Code, place and hint of a fault, as "MSR0303 '2028-02-30': the last day of that month is 2028-02-29".
template <class T>
std::string told(const Parsed<T>& parsed) {
    if (parsed) return "fine";
    const Fault& fault = parsed.error();
    EXPECT_FALSE(fault.message.en.empty() || fault.message.ar.empty());
    EXPECT_EQ(fault.hint.en.empty(), fault.hint.ar.empty());
    return std::string(fault.code) + " '" + std::string(fault.where) + "'"
           + (fault.hint.en.empty() ? "" : ": " + fault.hint.en);
}

TEST(LiteralDate, ReadsBothCalendarsAndPairs) {
    EXPECT_EQ(parse_date("2027-03-01").value(), date_of(2027, 3, 1));
    EXPECT_EQ(parse_date("2028-02-29").value(), date_of(2028, 2, 29));
    const auto ramadan = calendar::to_gregorian({1448, 9, 22});
    EXPECT_EQ(parse_date("1448-09-22H").value(), *ramadan);
    EXPECT_EQ(parse_date("2027-03-01 = 1448-09-22H").value(), date_of(2027, 3, 1));
    EXPECT_EQ(parse_date("1448-09-22H = 2027-03-01").value(), date_of(2027, 3, 1));
}

TEST(LiteralDate, NeverTurnsADayIntoAnother) {
    EXPECT_EQ(told(parse_date("2028-02-30")), "MSR0303 '2028-02-30': the last day of that month is 2028-02-29");
    EXPECT_EQ(told(parse_date("2027-02-29")), "MSR0303 '2027-02-29': the last day of that month is 2027-02-28");
    EXPECT_EQ(told(parse_date("2027-13-01")), "MSR0303 '2027-13-01': months are 01 to 12");
    EXPECT_EQ(told(parse_date("1448-13-01H")), "MSR0303 '1448-13-01H': months are 01 to 12, years 1300 to 1600");
    EXPECT_EQ(told(parse_date("2027-03-02 = 1448-09-22H")),
              "MSR0304 '2027-03-02 = 1448-09-22H': 2027-03-02 is 1448-09-23H");
    EXPECT_EQ(told(parse_date("2027-3-1")), "MSR0302 '2027-3-1': did you mean 2027-03-01?");
    EXPECT_EQ(told(parse_date("01/03/2027")), "MSR0302 '01/03/2027': did you mean 2027-03-01?");
    EXPECT_EQ(told(parse_date("٢٠٢٧-٠٣-٠١")), "MSR0302 '٢٠٢٧-٠٣-٠١': did you mean 2027-03-01?");
    EXPECT_EQ(told(parse_date("tomorrow")), "MSR0302 'tomorrow': write it like 2027-03-01 or 1448-09-22H");
    EXPECT_EQ(told(parse_date("1448-09-22")), "MSR0402 '1448-09-22': a Hijri date ends in H: 1448-09-22H");
    EXPECT_EQ(told(parse_date("")).substr(0, 7), "MSR0302");
}

TEST(LiteralDate, PeriodsHoldBothEnds) {
    const auto period = parse_period("2027-06-01..2027-11-30").value();
    EXPECT_EQ(period.first, date_of(2027, 6, 1));
    EXPECT_EQ(period.last, date_of(2027, 11, 30));
    EXPECT_EQ(parse_days("2027-06-01").value().last, date_of(2027, 6, 1));
    EXPECT_FALSE(parse_open_period("2027-06-01..").value().last);
    EXPECT_FALSE(parse_open_period("..2027-06-01").value().first);
    EXPECT_EQ(told(parse_period("2027-06-01..")).substr(0, 7), "MSR0305");
    EXPECT_EQ(told(parse_period("2027-06-01")).substr(0, 7), "MSR0305");
    EXPECT_EQ(told(parse_period("2027-06-02..2027-06-01")),
              "MSR0306 '2027-06-02..2027-06-01': did you mean 2027-06-01..2027-06-02?");
    EXPECT_EQ(told(parse_period("2027-06-01..2027-06-31")),
              "MSR0303 '2027-06-31': the last day of that month is 2027-06-30");
}

TEST(LiteralDuration, ReadsDaysWeeksAndThreePoints) {
    EXPECT_EQ(parse_duration("25wd").value().working_days, (std::array{25, 25, 25}));
    EXPECT_EQ(parse_duration("15/25/45wd").value().working_days, (std::array{15, 25, 45}));
    EXPECT_EQ(parse_duration("2w").value().working_days, (std::array{10, 10, 10}));
    EXPECT_EQ(parse_duration("0wd").value().working_days[1], 0);
    EXPECT_EQ(parse_remaining("4wd").value(), 4);
}

TEST(LiteralDuration, RefusesWhatIsNoWholeNumberOfWorkingDays) {
    EXPECT_EQ(told(parse_duration("8h")), "MSR0308 '8h': write working days: half a day is 1wd");
    EXPECT_EQ(told(parse_duration("1:30")), "MSR0308 '1:30': write working days: half a day is 1wd");
    EXPECT_EQ(told(parse_duration("25")), "MSR0309 '25': did you mean '25wd'?");
    EXPECT_EQ(told(parse_duration("25d")), "MSR0309 'd': did you mean '25wd'?");
    EXPECT_EQ(told(parse_duration("25ed")), "MSR0309 'ed': did you mean '25wd'?");
    EXPECT_EQ(told(parse_duration("-5wd")), "MSR0310 '-5'");
    EXPECT_EQ(told(parse_duration("25/15/45wd")), "MSR0311 '25/15/45wd': did you mean '15/25/45wd'?");
    EXPECT_EQ(told(parse_duration("15/25wd")),
              "MSR0307 '15/25wd': write optimistic/most likely/pessimistic: 15/25/45wd");
    EXPECT_EQ(told(parse_duration("2.5wd")), "MSR0307 '2.5': round up: a part of a day is a day");
    EXPECT_EQ(told(parse_duration("٢٥wd")), "MSR0307 '٢٥wd': did you mean '25wd'?");
    EXPECT_EQ(told(parse_duration("99999999999999999999wd")), "MSR0402 '99999999999999999999'");
    EXPECT_EQ(told(parse_duration("no")).substr(0, 7), "MSR0307");
}

TEST(LiteralDuration, LagsLeadsMonthsAndHours) {
    EXPECT_EQ(parse_lag("14ed").value().days, 14);
    EXPECT_TRUE(parse_lag("14ed").value().elapsed);
    EXPECT_EQ(parse_lag("-2wd").value().days, -2);
    EXPECT_FALSE(parse_lead("10ed").value().working);
    EXPECT_TRUE(parse_lead("2w").value().working);
    EXPECT_EQ(told(parse_lead("-1ed")).substr(0, 7), "MSR0310");
    EXPECT_EQ(parse_months("11mo").value(), Decimal::of(11));
    EXPECT_EQ(told(parse_months("11m")).substr(0, 7), "MSR0309");
    EXPECT_EQ(parse_hours("4.5h").value(), 270);
}

TEST(LiteralMoney, IsExact) {
    EXPECT_EQ(parse_money("120k USD").value(), (base::Money{12'000'000, base::Currency::of("USD")}));
    EXPECT_EQ(parse_money("1.2M AED").value().minor, 120'000'000);
    EXPECT_EQ(parse_money("7500.50 USD").value().minor, 750'050);
    EXPECT_EQ(parse_cost("30/50/90k USD").value()[2].minor, 9'000'000);
    EXPECT_EQ(told(parse_money("120k")), "MSR0313 '120k': write amount and currency: 120k USD");
    EXPECT_EQ(told(parse_money("120,000 USD")), "MSR0313 '120,000 USD': did you mean '120000 USD'?");
    EXPECT_EQ(told(parse_money("1.005 USD")), "MSR0313 '1.005': an amount has at most two decimals");
    EXPECT_EQ(told(parse_money("-5 USD")), "MSR0402 '-5'");
    EXPECT_EQ(told(parse_money("5 usd")), "MSR0323 'usd': write its three capital letters: USD, AED");
    EXPECT_EQ(told(parse_money("5 KWD")), "MSR0323 'KWD'");
    EXPECT_EQ(told(parse_cost("50/30/90k USD")).substr(0, 7), "MSR0311");
    EXPECT_EQ(told(parse_money("30/50/90k USD")).substr(0, 7), "MSR0313");
}

TEST(LiteralNumber, ReadsNumbersPercentagesYearsAndWords) {
    EXPECT_EQ(parse_count("20").value(), 20);
    EXPECT_EQ(told(parse_count("-1")), "MSR0402 '-1': write 0 or more");
    EXPECT_EQ(told(parse_count("١٢٠٠")), "MSR0315 '١٢٠٠': did you mean '1200'?");
    EXPECT_EQ(parse_number("+0.2").value(), (Decimal{200'000'000}));
    EXPECT_EQ(parse_percent("12.5%").value(), (Decimal{125'000'000}));
    EXPECT_EQ(told(parse_percent("50")), "MSR0314 '50': did you mean '50%'?");
    EXPECT_EQ(told(parse_percent("150%")), "MSR0402 '150%': write it from 0% to 100%");
    EXPECT_FALSE(parse_target("none").value());
    EXPECT_TRUE(parse_flag("true").value());
    EXPECT_EQ(told(parse_flag("yes")), "MSR0321 'yes': did you mean 'true'?");
    EXPECT_EQ(told(parse_flag("no")), "MSR0321 'no': write true or false");
    EXPECT_EQ(parse_word("down", "up|down").value(), 1U);
    EXPECT_EQ(told(parse_word("polcy", "law|policy|preference")), "MSR0320 'polcy': did you mean 'policy'?");
    EXPECT_EQ(parse_year("FY2027").value().year, 2027);
    EXPECT_FALSE(parse_year("2027").value().fiscal);
    EXPECT_EQ(told(parse_year("27")).substr(0, 7), "MSR0316");
}

TEST(LiteralLink, ReadsDependenciesWithEveryPart) {
    const auto link = parse_dependency("gov-001 SS + 3wd max 10wd on uae").value();
    EXPECT_EQ(link.predecessor, "gov-001");
    EXPECT_EQ(link.type, plan::LinkType::start_start);
    EXPECT_EQ(link.minimum.days, 3);
    EXPECT_EQ(link.maximum->days, 10);
    EXPECT_EQ(link.calendar, "uae");
    EXPECT_EQ(parse_dependency("gov-001").value().type, plan::LinkType::finish_start);
    EXPECT_EQ(parse_dependency("gov-001 - 2wd").value().minimum.days, -2);
    EXPECT_EQ(parse_dependency("gov-001 +14ed").value().minimum.days, 14);
    EXPECT_EQ(told(parse_dependency("gov-001 XS")), "MSR0317 'XS': write it like: gov-001 SS + 3wd max 10wd on uae");
    EXPECT_EQ(told(parse_dependency("gov-001+5wd")), "MSR0317 'gov-001+5wd': did you mean 'gov-001 + 5wd'?");
    EXPECT_EQ(told(parse_dependency("gov-001 + 5")).substr(0, 11), "MSR0312 '5'");
    EXPECT_EQ(told(parse_dependency("gov-001 +")).substr(0, 11), "MSR0317 '+'");
}

TEST(LiteralLink, ReadsCriteriaBaselinesAndMoments) {
    EXPECT_EQ(parse_criterion(">= 0.55").value().value, (Decimal{550'000'000}));
    EXPECT_EQ(parse_criterion("<=62").value().comparison, plan::Comparison::at_most);
    EXPECT_EQ(told(parse_criterion("> 5")).substr(0, 7), "MSR0318");
    EXPECT_EQ(parse_baseline("0.45 on 2027-07-01").value().on, date_of(2027, 7, 1));
    EXPECT_EQ(told(parse_baseline("0.45")).substr(0, 7), "MSR0319");
    EXPECT_EQ(told(parse_baseline("0.45 on 2027-02-30")).substr(0, 7), "MSR0303");
    EXPECT_EQ(parse_moment("finish of gov-004").value().activity, "gov-004");
    EXPECT_FALSE(parse_moment("start").value().at_finish);
    EXPECT_EQ(parse_year_of("year of usa").value(), "usa");
}

TEST(LiteralCalendar, ReadsRecurringDays) {
    const auto season = std::get<calendar::EveryYear>(parse_every("06-01..11-30").value());
    EXPECT_EQ(season.last, (calendar::MonthDay{11, 30}));
    const auto third = std::get<calendar::NthWeekday>(parse_every("third monday of january").value());
    EXPECT_EQ(third.nth, 3);
    EXPECT_EQ(third.weekday, std::chrono::Monday);
    EXPECT_EQ(std::get<calendar::NthWeekday>(parse_every("last monday of may").value()).nth, -1);
    EXPECT_EQ(told(parse_every("02-30")).substr(0, 15), "MSR0303 '02-30'");
    EXPECT_EQ(told(parse_every("thrid monday of january")), "MSR0320 'thrid': did you mean 'third'?");
    EXPECT_EQ(std::get<calendar::HijriDay>(parse_hijri_rule("10-01").value()).month, 10);
    EXPECT_EQ(std::get<calendar::HijriMonth>(parse_hijri_rule("09").value()).month, 9);
    EXPECT_EQ(told(parse_hijri_rule("13-01")).substr(0, 7), "MSR0322");
    EXPECT_EQ(parse_weekday("fri").value(), 5U);
    EXPECT_EQ(parse_month("october").value(), 10U);
    EXPECT_EQ(told(parse_month("octber")), "MSR0320 'octber': did you mean 'october'?");
}

RC_GTEST_PROP(LiteralProperty, EveryDayReadsBackInBothCalendars, ()) {
    const auto day = date_of(2000, 1, 1) + std::chrono::days(*rc::gen::inRange(0, 40'000));
    RC_ASSERT(parse_date(calendar::to_iso(day)).value() == day);
    const std::string hijri = calendar::to_text(*calendar::to_hijri(day));
    RC_ASSERT(parse_date(hijri).value() == day);
    RC_ASSERT(parse_date(calendar::to_iso(day) + " = " + hijri).value() == day);
}

RC_GTEST_PROP(LiteralProperty, NoTextCrashesAParser, (const std::string& text)) {
    const auto inside = [&](std::string_view where) {
        RC_ASSERT(where.empty()
                  || (where.data() >= text.data() && where.data() + where.size() <= text.data() + text.size()));
    };
    if (auto parsed = parse_date(text); !parsed) inside(parsed.error().where);
    if (auto parsed = parse_open_period(text); !parsed) inside(parsed.error().where);
    if (auto parsed = parse_duration(text); !parsed) inside(parsed.error().where);
    if (auto parsed = parse_lag(text); !parsed) inside(parsed.error().where);
    if (auto parsed = parse_cost(text); !parsed) inside(parsed.error().where);
    if (auto parsed = parse_dependency(text); !parsed) inside(parsed.error().where);
    if (auto parsed = parse_every(text); !parsed) inside(parsed.error().where);
    if (auto parsed = parse_hijri_rule(text); !parsed) inside(parsed.error().where);
    if (auto parsed = parse_baseline(text); !parsed) inside(parsed.error().where);
}

}  // namespace
}  // namespace masar::planfile
