#pragma once
// What every record of the plan has: id, name, place in the text, and to whom it is released.
#include "plan/ids.h"
#include "plan/named_text.h"

#include <string>
#include <vector>

namespace masar::plan {

/// Sides that may read a record or a field. `stated` = false: only the side that owns the record (shared records: all sides).
struct Release {
    bool stated = false;
    std::vector<SideIndex> sides;
};

/// What differs from the record for one of its fields: only these sides (and the owner) read it.
struct FieldRelease {
    std::string field;  ///< its key in the plan file
    Release release;
    base::Place place;
};

struct Record {
    std::string id;  ///< as written; unique per kind without regard to case
    NamedText name;
    base::Place place;  ///< of the id
    Release release;
    std::vector<FieldRelease> release_fields;
    /// In a copy made for one side: keys of the fields that it does not hold, or not wholly.
    std::vector<std::string> withheld;
    SideIndex owner;  ///< side whose folder or field owns it; none = shared
    bool illustrative = false;
    std::string source;  ///< where a figure comes from, as written
};

/// A value with the place where it is written, for fields that can be wrong on their own.
template <class T>
struct At {
    T value{};
    base::Place place;
};

}  // namespace masar::plan
