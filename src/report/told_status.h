#pragma once
// Where a running roadmap stands: what was told of it, what that changes, and what is late against the dates that were agreed.
#include "plan/difference.h"

#include "base/text.h"
#include "calendar/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace masar::report {

struct ToldStatus {
    struct Late {
        std::string id;
        base::Text name;
        bool to_finish = false;  ///< it should have finished; else it should have started
        calendar::Date was_due;
        std::int64_t days = 0;
    };
    struct Fault {
        std::string cell;
        base::Text message, hint;
    };
    std::optional<calendar::Date> as_of;
    std::int64_t planned = 0, started = 0, finished = 0, cancelled = 0;
    std::vector<std::string> unchecked;  ///< finished, and nobody has said whether the completion criterion is met
    std::vector<plan::Difference> changes;
    std::vector<Fault> faults;
    std::vector<Late> late;
    bool compared = false;  ///< with dates that were agreed
};

/// {"as_of", "planned", "started", "finished", "cancelled", "unchecked": [id], "changes": as in `diff`, "faults": [{"cell", "message",
/// "hint"}], "late": [{"id", "name", "what": "start"|"finish", "was_due", "days"}] or null}
[[nodiscard]] std::string status_json(const ToldStatus& status);
[[nodiscard]] std::string status_text(const ToldStatus& status, base::Language language);

}  // namespace masar::report
