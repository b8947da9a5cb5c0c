#pragma once
// Edits of a plan as edits of its text, all or none: only what an edit names changes; comments and the style of everything else stay.
// The result may be wrong as a plan: whoever saves it reads it again.
#include "base/result.h"
#include "planfile/read_plan.h"
#include "planfile/written_value.h"

#include <string>
#include <vector>

namespace masar::planfile {

enum class EditKind : std::uint8_t {
    set,     ///< a field says `value`
    unset,   ///< a field is not stated any more; a map that it was alone in neither
    add,     ///< a new record with the fields in `value`
    remove,  ///< a record is no longer there; what refers to it stays as it is
    rename,  ///< a record gets the id `new_id`, also wherever it is referred to
};

struct PlanEdit {
    EditKind kind = EditKind::set;
    /// Top-level key: "activities". For a field of the whole plan "plan", with `field` "as-of" or "ceilings.usa.FY2027".
    std::string section;
    /// Of the record; of one without an id (rates, waivers) what it is about: "texas-season drp-007". Not needed to add such a one.
    std::string id;
    std::string field;   ///< of set and unset: "duration", "needs.planners"
    WrittenValue value;  ///< of set and add
    std::string new_id;  ///< of rename
    /// Of add: the id of the side in whose folder the record is to stand; empty = among the shared files.
    std::string side;
    std::string file;  ///< of add: the name of the file; empty = where its siblings stand
};

struct EditFault {
    std::size_t edit = 0;  ///< position of the edit that cannot be made
    base::Error error;
};

using EditedFiles = tl::expected<std::vector<InputFile>, EditFault>;

/// Files keep their order; new ones come last. Files that end in a syntax error are not edited.
[[nodiscard]] EditedFiles edit_plan(std::vector<InputFile> files, const std::vector<PlanEdit>& edits);

}  // namespace masar::planfile
