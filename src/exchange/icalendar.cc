#include "exchange/icalendar.h"

#include <libical/ical.h>

#include <memory>

namespace masar::exchange {
namespace {

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

icaltimetype whole_day(calendar::Date day) {
    const std::chrono::year_month_day date(day);
    icaltimetype time = icaltime_null_date();
    time.year = static_cast<int>(date.year());
    time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    time.is_date = 1;
    return time;
}

icaltimetype midnight_utc(calendar::Date day) {
    icaltimetype time = whole_day(day);
    time.is_date = time.hour = time.minute = time.second = 0;
    time.zone = icaltimezone_get_utc_timezone();
    return time;
}

icalcomponent* reminder(const std::string& text) {
    const icaltriggertype trigger{icaltime_null_time(), icaldurationtype_from_string("-P2D")};
    return icalcomponent_vanew(ICAL_VALARM_COMPONENT, icalproperty_new_action(ICAL_ACTION_DISPLAY),
                               icalproperty_new_description(text.c_str()), icalproperty_new_trigger(trigger), nullptr);
}

icalcomponent* event(const CalendarHead& head, const CalendarEntry& entry) {
    const std::string& title = entry.title.in(head.language);
    const std::string& about = entry.about.in(head.language);
    icalcomponent* made = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    icalcomponent_add_property(made, icalproperty_new_uid(entry.uid.c_str()));
    icalcomponent_add_property(made, icalproperty_new_dtstamp(midnight_utc(head.stamp)));
    icalcomponent_add_property(made, icalproperty_new_dtstart(whole_day(entry.first)));
    // The end of whole days is the day after the last one (RFC 5545, 3.6.1).
    icalcomponent_add_property(made, icalproperty_new_dtend(whole_day(entry.last + std::chrono::days(1))));
    icalcomponent_add_property(made, icalproperty_new_summary(title.c_str()));
    if (!about.empty()) icalcomponent_add_property(made, icalproperty_new_description(about.c_str()));
    if (!entry.place.empty()) icalcomponent_add_property(made, icalproperty_new_location(entry.place.c_str()));
    icalcomponent_add_property(
        made, icalproperty_new_status(entry.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    icalcomponent_add_property(made, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    if (entry.deadline && !entry.cancelled) icalcomponent_add_component(made, reminder(title));
    return made;
}

}  // namespace

std::string icalendar_text(const CalendarHead& head, const std::vector<CalendarEntry>& entries) {
    const Component calendar(icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"),
                                                 icalproperty_new_prodid("-//Masar//Roadmap//EN"), nullptr));
    icalproperty* name = icalproperty_new_x(head.name.in(head.language).c_str());
    icalproperty_set_x_name(name, "X-WR-CALNAME");
    icalcomponent_add_property(calendar.get(), name);
    for (const CalendarEntry& each : entries) icalcomponent_add_component(calendar.get(), event(head, each));
    char* text = icalcomponent_as_ical_string_r(calendar.get());
    std::string out = text == nullptr ? "" : text;
    icalmemory_free_buffer(text);
    return out;
}

}  // namespace masar::exchange
