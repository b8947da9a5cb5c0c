#include "calendar/hijri.h"
#include "planfile/literal_calendar.h"
#include "planfile/literal_date.h"
#include "planfile/literal_duration.h"
#include "planfile/phrase.h"
#include "planfile/read_records.h"

#include <algorithm>

namespace masar::planfile {
namespace {

using calendar::DateStatus;
using calendar::DayKind;
using calendar::Recurrence;

bool is_hijri(const calendar::Rule& rule) {
    return std::holds_alternative<calendar::HijriDay>(rule) || std::holds_alternative<calendar::HijriMonth>(rule);
}

calendar::Rule read_rule_of(const Fields& fields) {
    if (fields.has("every")) return fields.literal("every", &parse_every).value_or(calendar::OnlyListed{});
    if (fields.has("hijri")) return fields.literal("hijri", &parse_hijri_rule).value_or(calendar::OnlyListed{});
    return calendar::OnlyListed{};
}

/// A year of the rule's own calendar: 2030 holds two Ramadans, so Hijri rules are listed by Hijri year.
std::optional<int> read_listed_year(const FileReader& reader, NodeId entry, bool hijri) {
    const auto year = reader.literal_key(entry, &parse_calendar_year);
    if (!year || (*year <= calendar::last_hijri_year) == hijri) return year;
    reader.report(code::bad_year, reader.tree().key_place(entry),
                  hijri ? phrase("{} is not a Hijri year", "{} ليست سنة هجرية", *year)
                        : phrase("{} is not a Gregorian year", "{} ليست سنة ميلادية", *year),
                  hijri ? base::Text{"a Hijri rule is listed by Hijri year", "القاعدة الهجرية تُدرج بسنتها الهجرية"}
                        : base::Text{"this rule is listed by Gregorian year", "هذه القاعدة تُدرج بسنتها الميلادية"});
    return std::nullopt;
}

void read_listed(const Fields& fields, Recurrence& days) {
    const FileReader& reader = fields.reader();
    fields.each_entry("listed", [&](NodeId entry) {
        const auto year = read_listed_year(reader, entry, is_hijri(days.rule));
        const Fields listed(reader, entry, Kind::listed_days);
        const auto status = listed.word("status", days.status);
        const std::string source = listed.words("source");
        listed.each_item("on", [&](NodeId item) {
            const auto period = reader.literal(item, &parse_days);
            if (year && period) days.listed.push_back({*year, *period, status, source});
        });
    });
}

Recurrence read_recurrence(const Fields& fields) {
    const FileReader& reader = fields.reader();
    Recurrence days;
    fields.exclude("every", "hijri");
    fields.exclude("every", "on");
    fields.exclude("hijri", "on");
    if (!fields.has("every") && !fields.has("hijri") && !fields.has("on") && !fields.has("listed"))
        fields.require("every", {"or 'hijri', or 'on'", "أو «hijri» أو «on»"});
    days.rule = read_rule_of(fields);
    days.status = fields.word("status", is_hijri(days.rule) ? DateStatus::estimated : DateStatus::fixed);
    days.movable = days.status == DateStatus::estimated;
    days.length = static_cast<int>(std::min<std::int64_t>(fields.count("length", 1), 366));
    if (days.length == 0)
        reader.report(code::out_of_range, fields.place("length"),
                      {"a holiday lasts a day at least", "العطلة يوم على الأقل"});
    days.length = std::max(days.length, 1);
    fields.each_item("on", [&](NodeId item) {
        if (const auto period = reader.literal(item, &parse_days)) days.listed.push_back({0, *period, days.status, {}});
    });
    read_listed(fields, days);
    return days;
}

void read_holiday(const FileReader& reader, NodeId entry, plan::OfficeCalendar& calendar) {
    reader.check_id(entry);
    const Fields fields(reader, entry, Kind::holiday);
    plan::RecurringDays holiday;
    holiday.id = reader.tree().key(entry);
    holiday.place = reader.tree().key_place(entry);
    holiday.name = fields.text("name");
    holiday.days = read_recurrence(fields);
    holiday.days.observed = fields.word("observed", calendar::Observed::as_is);
    const std::string source = fields.words("source");
    for (auto& listed : holiday.days.listed)
        if (listed.source.empty()) listed.source = source;
    calendar.holidays.push_back(std::move(holiday));
}

calendar::WeekPattern read_week(const Fields& fields) {
    calendar::WeekPattern week;
    const auto set = [&](std::string_view key, DayKind kind) {
        fields.each_item(key, [&](NodeId item) {
            if (const auto day = fields.reader().literal(item, &parse_weekday)) week.days[*day] = kind;
        });
    };
    set("works", DayKind::full);
    set("half-days", DayKind::half);
    return week;
}

calendar::OfficeHours read_hours(const FileReader& reader, NodeId node) {
    const Fields fields(reader, node, Kind::office_hours);
    calendar::OfficeHours hours;
    hours.full_minutes = fields.literal("full", &parse_hours).value_or(hours.full_minutes);
    hours.half_minutes = fields.literal("half", &parse_hours).value_or(hours.full_minutes / 2);
    hours.ramadan_full_minutes = fields.literal("ramadan-full", &parse_hours).value_or(hours.full_minutes);
    hours.ramadan_half_minutes = fields.literal("ramadan-half", &parse_hours).value_or(hours.half_minutes);
    return hours;
}

std::vector<calendar::DatePeriod> read_days(const Fields& fields, std::string_view key) {
    std::vector<calendar::DatePeriod> days;
    fields.each_item(key, [&](NodeId item) {
        if (const auto period = fields.reader().literal(item, &parse_days)) days.push_back(*period);
    });
    return days;
}

}  // namespace

void read_calendar(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::calendar);
    plan::OfficeCalendar calendar;
    read_common(fields, calendar);
    for (const std::string_view own : {"works", "half-days", "holidays", "also-works", "also-off"})
        fields.exclude("all-of", own);
    if (!fields.has("works") && !fields.has("all-of") && !fields.held_back("all-of"))
        fields.require("works", {"or 'all-of'", "أو «all-of»"});
    calendar.week = read_week(fields);
    calendar.all_of = fields.references<plan::CalendarIndex>("all-of");
    fields.each_entry("holidays", [&](NodeId holiday) { read_holiday(reader, holiday, calendar); });
    calendar.also_works = read_days(fields, "also-works");
    calendar.also_off = read_days(fields, "also-off");
    if (const NodeId hours = fields.find("hours"); hours != no_node) calendar.hours = read_hours(reader, hours);
    reader.plan().calendars.push_back(std::move(calendar));
}

void read_period(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::period);
    plan::AvoidablePeriod period;
    read_common(fields, period);
    period.days = read_recurrence(fields);
    reader.plan().periods.push_back(std::move(period));
}

}  // namespace masar::planfile
