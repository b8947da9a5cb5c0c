#include "report/views/view_json.h"

#include "calendar/hijri.h"

#include <algorithm>

namespace masar::report {

using base::JsonWriter;

calendar::DatePeriod days_shown(const ViewSource& source) {
    calendar::DatePeriod days{source.plan.start.value, source.plan.start.value};
    if (source.plan.end) days.last = std::max(days.last, source.plan.end->value);
    if (source.dates && source.dates->end) days.last = std::max(days.last, *source.dates->end);
    for (const plan::Gate& gate : source.plan.gates) days.last = std::max(days.last, gate.due.value);
    return days;
}

void write_both(JsonWriter& json, std::string_view key, const base::Text& text, std::string_view otherwise) {
    const auto in = [&](base::Language language) -> std::string_view {
        return text.empty() ? otherwise : std::string_view(text.in(language));
    };
    json.key(key).begin_object().field("en", in(base::Language::en)).field("ar", in(base::Language::ar)).end_object();
}

void write_name(JsonWriter& json, const ViewSource& source, const plan::Record& record) {
    if (source.reader.reads(record, "name")) return write_both(json, "name", record.name, record.id);
    write_withheld(json, "name");
}

void write_identity(JsonWriter& json, const ViewSource& source, const plan::Record& record) {
    json.field("id", record.id);
    write_name(json, source, record);
}

void write_hijri(JsonWriter& json, std::string_view key, const std::optional<calendar::Date>& day) {
    json.key(key);
    const auto hijri = day ? calendar::to_hijri(*day) : std::nullopt;
    if (!hijri) {
        json.null();
        return;
    }
    const std::string text = calendar::to_text(*hijri);
    json.value(std::string_view(text).substr(0, text.size() - 1));  // without the H of the plan file
}

void write_period(JsonWriter& json, calendar::DatePeriod days) {
    json.begin_object();
    write_date(json, "first", days.first);
    write_date(json, "last", days.last);
    json.end_object();
}

void write_heading(JsonWriter& json, const ViewSource& source) {
    const plan::SideIndex side = source.reader.side();
    json.key("reader");
    if (side.known())
        json.value(source.plan.sides[side.at()].id);
    else
        json.null();
    json.field("dates", keyword(source.shown));
}

}  // namespace masar::report
