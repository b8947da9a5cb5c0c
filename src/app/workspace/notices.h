#pragma once
// What concerns somebody in a plan: what waits for them and what is due soon, and what happened since they looked last.
#include "app/workspace/workspace.h"
#include "calendar/date.h"

namespace masar::app {

enum class NoticeKind : unsigned char {
    signature,  ///< a proposal waits for theirs, or for their word on a release
    returned,   ///< a proposal of theirs
    objected,
    changed,  ///< a record of their side, by the other
    note,     ///< on such a record
    reply,    ///< to a note of theirs
    due,      ///< within 14 days, or late
};
[[nodiscard]] std::string_view word_of(NoticeKind kind);

struct Notice {
    NoticeKind kind = NoticeKind::due;
    base::Moment at{};                 ///< when it happened; not of what is due
    std::optional<calendar::Date> by;  ///< of what is due
    base::Text sentence = {};
    std::string section = {}, id = {};  ///< of the record
    std::int64_t proposal = 0;          ///< number
    std::int64_t count = 1;             ///< of changes or notes told of at once
    bool fresh = false;                 ///< since they looked last
};

struct Notices {
    std::optional<base::Moment> seen;  ///< when they looked last
    std::vector<Notice> list;          ///< fresh ones first
    [[nodiscard]] std::int64_t fresh() const;
};

/// Nobody is told anything while looking as the other side would.
[[nodiscard]] Outcome<Notices> notices_of(Workspace& workspace, const Actor& actor, std::string_view plan);
/// They have looked.
[[nodiscard]] Outcome<void> mark_notices(Workspace& workspace, const Actor& actor, std::string_view plan);

}  // namespace masar::app
