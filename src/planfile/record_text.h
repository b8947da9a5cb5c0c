#pragma once
// A record's fields as a tree of strings, as they are written: for forms, and for an interface that knows no kind of record by name.
#include "planfile/plan_text.h"
#include "planfile/written_value.h"

namespace masar::planfile {

struct WrittenRecord {
    std::string id;       ///< as written; of a record without an id what it is about: "USD AED 2026-01-01"
    std::string file;     ///< its name
    std::string side;     ///< whose folder the file is in; empty for shared ones
    WrittenValue fields;  ///< a map in all but malformed files
    base::Place place;    ///< of the id; its file by position in the plan
};

[[nodiscard]] std::vector<WrittenRecord> record_texts(const PlanText& plan, std::string_view section);
/// Without an id: the value of a field of the whole plan such as `start`.
[[nodiscard]] std::optional<WrittenRecord> record_text(const PlanText& plan, std::string_view section,
                                                       std::string_view id);

}  // namespace masar::planfile
