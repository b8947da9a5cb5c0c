#pragma once
// What people say about a record, beside the plan's text: threads that both sides read, or the writer's side alone. Who reads a note is
// fixed when it is written; numbers are counted among what the reader reads, so that nothing tells of notes that are not for them.
#include "app/workspace/workspace.h"

namespace masar::app {

struct RecordName {
    std::string_view plan, section, id;
};

struct ThreadEnd {
    base::Moment at{};
    std::string side, role;
};

struct NoteView {
    std::int64_t number = 0;    ///< 1, 2, 3, … among those of the record that the reader reads
    std::int64_t reply_to = 0;  ///< the note that begins its thread; 0 = this one does
    base::Moment at{};
    std::string side, role;
    std::string by;  ///< the writer's name, for the own side alone; "" = has none, or it was erased
    bool own = false;
    std::string text;     ///< "" when withdrawn
    bool shared = false;  ///< other sides read it
    bool withdrawn = false;
    std::optional<ThreadEnd> resolved;  ///< of the thread that it begins
    bool may_withdraw = false, may_resolve = false;
};

struct RecordNotes {
    bool may_write = false;
    bool may_share = false;  ///< somebody else reads the record, too
    std::vector<NoteView> notes;
};
[[nodiscard]] Outcome<RecordNotes> notes_of(Workspace& workspace, const Actor& actor, const RecordName& record);

struct NewNote {
    std::string text;
    bool shared = false;        ///< where the record or the thread is not, the note is for the own side all the same
    std::int64_t reply_to = 0;  ///< number
};
/// Its number. Any role of a side may; a visitor who reads both sides stands for none and writes none.
[[nodiscard]] Outcome<std::int64_t> write_note(Workspace& workspace, const Actor& actor, const RecordName& record,
                                               const NewNote& note);
/// By whoever wrote it: the text goes, its place stays.
[[nodiscard]] Outcome<void> withdraw_note(Workspace& workspace, const Actor& actor, const RecordName& record,
                                          std::int64_t number);

enum class Thread : unsigned char { open, resolved };
/// Of the thread that the note begins; whoever reads it may.
[[nodiscard]] Outcome<void> set_thread(Workspace& workspace, const Actor& actor, const RecordName& record,
                                       std::int64_t number, Thread state);

}  // namespace masar::app
