#pragma once
// Pieces of JSON that the pages share. A value that is not released is {"withheld": true}; what is not there is null.
#include "report/json_parts.h"
#include "report/views/view_source.h"

#include <string>
#include <string_view>

namespace masar::report {

/// {"en": …, "ar": …} with the other language, or `otherwise`, where one is missing: a page never shows nothing.
void write_both(base::JsonWriter& json, std::string_view key, const base::Text& text, std::string_view otherwise = {});
/// "id" and "name" of a record.
void write_identity(base::JsonWriter& json, const ViewSource& source, const plan::Record& record);
/// "name" alone.
void write_name(base::JsonWriter& json, const ViewSource& source, const plan::Record& record);
/// "1448-09-22"; null outside the table.
void write_hijri(base::JsonWriter& json, std::string_view key, const std::optional<calendar::Date>& day);
/// {"first", "last"}
void write_period(base::JsonWriter& json, calendar::DatePeriod days);

/// `write` writes the value when the record and the field may be read.
template <class Write>
void write_released(base::JsonWriter& json, std::string_view key, bool released, Write write) {
    json.key(key);
    if (released)
        write();
    else
        write_withheld(json);
}

/// Id of what is referred to; null when the record refers to nothing.
template <class Records, class IndexType>
void write_reference(base::JsonWriter& json, std::string_view key, const Records& records, IndexType index) {
    json.key(key);
    if (index.known())
        json.value(records[index.at()].id);
    else
        json.null();
}

/// A list of which a part may be withheld: then its last item is {"withheld": true}.
template <class Items, class Write>
void write_list(base::JsonWriter& json, std::string_view key, bool all_released, const Items& items, Write write) {
    json.key(key).begin_array();
    for (const auto& each : items) write(each);
    if (!all_released) write_withheld(json);
    json.end_array();
}

/// "reader": id of the side for which the page is made; null for whoever holds the whole plan. "dates": which are shown.
void write_heading(base::JsonWriter& json, const ViewSource& source);

}  // namespace masar::report
