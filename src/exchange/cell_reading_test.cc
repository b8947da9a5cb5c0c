#include "exchange/cell_reading.h"
#include "exchange/activity_columns.h"

#include <gtest/gtest.h>

namespace masar::exchange {
namespace {

using calendar::date_of;

std::optional<calendar::Date> day(std::string text, DayOrder order = DayOrder::unknown) {
    return read_day(Cell::of(std::move(text)), order).value;
}

TEST(ReadDay, ReadsWhatCanBeReadInOneWay) {
    for (const char* text : {"2027-03-31", "31/3/2027", "3/31/2027", "31.03.27", "31 March 2027", "Mar 31, 2027",
                             "31-Mar-27", "٣١ مارس ٢٠٢٧", "31 مارس 2027", "2027/03/31"})
        EXPECT_EQ(day(text), date_of(2027, 3, 31)) << text;
    EXPECT_EQ(day("1448-09-22H"), date_of(2027, 3, 1));
    EXPECT_EQ(day("03/03/2027"), date_of(2027, 3, 3)) << "the same day either way";
}

TEST(ReadDay, AsksAboutWhatCanBeReadInTwo) {
    const auto reading = read_day(Cell::of("03/04/2027"), DayOrder::unknown);
    EXPECT_FALSE(reading.value);
    EXPECT_EQ(reading.fault->choices, (std::vector<std::string>{"2027-04-03", "2027-03-04"}));
    EXPECT_EQ(day("03/04/2027", DayOrder::day_first), date_of(2027, 4, 3));
    EXPECT_EQ(day("03/04/2027", DayOrder::month_first), date_of(2027, 3, 4));
}

TEST(ReadDay, RefusesDaysThatAreNone) {
    for (const char* text : {"2027-02-30", "30/2/2027", "32/1/2027", "soon", "12", "2027", "1/2/3/4", "0/0/2027"})
        EXPECT_FALSE(day(text)) << text;
}

TEST(ReadWorkingDays, KnowsUnitsInBothLanguages) {
    const auto read = [](const char* text) {
        return read_working_days(Cell::of(std::string(text))).value.value_or("-");
    };
    EXPECT_EQ(read_working_days(Cell::of(10.0)).value, "10wd");
    EXPECT_EQ(read("8/10/15"), "8/10/15wd");
    EXPECT_EQ(read("2 weeks"), "10wd");
    EXPECT_EQ(read("٥ أيام"), "5wd");
    EXPECT_EQ(read("أسبوع"), "-");
    EXPECT_EQ(read("10/8/15"), "-") << "out of order";
    EXPECT_EQ(read("2.5"), "-");
    EXPECT_NE(read_working_days(Cell::of("4 hours")).fault->fault.en.find("hours"), std::string::npos);
}

TEST(ReadAmount, KnowsCurrenciesAndScales) {
    const auto read = [](const char* text, const char* currency = "") {
        return read_amount(Cell::of(std::string(text)), currency).value.value_or("-");
    };
    EXPECT_EQ(read("120k USD"), "120k USD");
    EXPECT_EQ(read("USD 120,000"), "120000 USD");
    EXPECT_EQ(read("120 ألف دولار"), "120k USD");
    EXPECT_EQ(read("1.2M AED"), "1.2M AED");
    EXPECT_EQ(read("$7,500.50"), "7500.50 USD");
    EXPECT_EQ(read("90/120/170k USD"), "90/120/170k USD");
    EXPECT_EQ(read("120000", "درهم"), "120000 AED");
    EXPECT_EQ(read("120000"), "-") << "a number without a currency is no money";
    EXPECT_EQ(read("12,00 USD"), "-") << "a comma between groups of three only";
    EXPECT_EQ(read("about 5 USD"), "-");
}

TEST(GuessColumn, KnowsHeadingsInBothLanguages) {
    const auto field = [](const char* heading) {
        const Column* column = guess_column(heading);
        return column == nullptr ? std::string("-") : std::string(column->field);
    };
    EXPECT_EQ(field("Event name"), "name");
    EXPECT_EQ(field("اسم الفعالية"), "name");
    EXPECT_EQ(field("  START DATE "), "window.first");
    EXPECT_EQ(field("تاريخ الإنتهاء"), "window.last") << "hamza makes no difference";
    EXPECT_EQ(field("Start date (planned)"), "window.first");
    EXPECT_EQ(field("Locaton"), "place") << "a slip of the pen";
    EXPECT_EQ(field("Favourite colour"), "-");
    for (const Column& column : activity_columns()) {
        EXPECT_EQ(guess_column(column.label.en), &column) << column.label.en;
        EXPECT_EQ(guess_column(column.label.ar), &column) << column.label.ar;
    }
}

}  // namespace
}  // namespace masar::exchange
