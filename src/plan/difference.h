#pragma once
// How two versions of a plan differ, by record and field, not by line.
#include "base/place.h"

#include <cstdint>
#include <string>
#include <vector>

namespace masar::plan {

enum class DifferenceKind : std::uint8_t { added, removed, changed };

struct Difference {
    DifferenceKind kind = DifferenceKind::changed;
    std::string section;        ///< top-level key: "activities"; for a top-level field like `start` the field itself
    std::string id;             ///< of the record; empty for a top-level field
    std::string field;          ///< "duration", "needs.planners"; empty when the whole record came or went
    std::string before, after;  ///< as written, on one line; empty where absent
    base::Place before_place, after_place;  ///< in the sources of its own version

    bool operator==(const Difference&) const = default;
};

}  // namespace masar::plan
