#pragma once
// What is wrong or weak, said so that a planner can mend it: code, place, sentence, cause, repair, in both languages.
#include "base/place.h"
#include "base/text.h"

#include <string>
#include <vector>

namespace masar::base {

enum class Severity : unsigned char { error, warning, note };

/// Another place that belongs to the story, e.g. where an id was first defined, or one step of a cycle.
struct Related {
    Place place;
    Text message;
};

struct Diagnostic {
    std::string code;  ///< stable: "MSR0207"; the list is docs/diagnostics.md, generated from diagnostic_catalogue
    Severity severity = Severity::error;
    Place place;
    Text message;  ///< one sentence without a full stop: "unknown resource 'planers'"
    Text hint;     ///< the repair, shown beside the caret: "did you mean 'planners'"; may be empty
    std::vector<Related> related;
    std::string record;     ///< id of the record it is about; may be empty
    bool withheld = false;  ///< the line must not be quoted anywhere: it holds what the program refuses to repeat
    std::string lint;       ///< number of the check for lints ("D02", "B05", "L01"); empty for others
};

using Diagnostics = std::vector<Diagnostic>;

[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);
/// By file, line, column, code: the order in which people read.
void sort_by_place(Diagnostics& diagnostics);

}  // namespace masar::base
