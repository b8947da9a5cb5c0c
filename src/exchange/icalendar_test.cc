#include "exchange/icalendar.h"

#include <gtest/gtest.h>

namespace masar::exchange {
namespace {

using calendar::date_of;

TEST(ICalendar, WritesWholeDaysWithTheDayAfterTheLast) {
    const CalendarEntry course{"rdy-003@plan",
                               date_of(2027, 3, 8),
                               date_of(2027, 3, 11),
                               {"Course; part 1, two", "دورة"},
                               {"With\nthe partner", ""},
                               "Texas"};
    const std::string text = icalendar_text({{"Plan", "خطة"}, date_of(2027, 1, 1), base::Language::en}, {course});
    for (const char* line :
         {"BEGIN:VCALENDAR\r\n", "UID:rdy-003@plan\r\n", "DTSTART;VALUE=DATE:20270308\r\n",
          "DTEND;VALUE=DATE:20270312\r\n", "SUMMARY:Course\\; part 1\\, two\r\n", "DESCRIPTION:With\\nthe partner\r\n",
          "DTSTAMP:20270101T000000Z\r\n", "X-WR-CALNAME:Plan\r\n"})
        EXPECT_NE(text.find(line), std::string::npos) << line << text;
    EXPECT_EQ(text.find("VALARM"), std::string::npos) << "an event is no deadline";
}

TEST(ICalendar, RemindsOfDeadlinesInTheReadersLanguage) {
    const CalendarEntry notice{"n1", date_of(2028, 4, 15), date_of(2028, 4, 15), {"Notice by", "موعد الإشعار"}, {}, "",
                               true};
    const std::string text = icalendar_text({{"Plan", "خطة"}, date_of(2027, 1, 1), base::Language::ar}, {notice});
    EXPECT_NE(text.find("SUMMARY:موعد الإشعار\r\n"), std::string::npos) << text;
    EXPECT_NE(text.find("TRIGGER"), std::string::npos);
    EXPECT_NE(text.find("-P2D"), std::string::npos);
}

TEST(ICalendar, FoldsLongLines) {
    const CalendarEntry entry{"n1", date_of(2028, 4, 15), date_of(2028, 4, 15), {std::string(300, 'x'), ""}, {}, ""};
    const std::string text = icalendar_text({{"Plan", ""}, date_of(2027, 1, 1), base::Language::en}, {entry});
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find("\r\n", at);
        EXPECT_LE(end - at, 75u);
        at = end + 2;
    }
}

}  // namespace
}  // namespace masar::exchange
