#include "app/workspace/notes.h"

#include "app/workspace/note_rules.h"
#include "app/workspace/store_outcome.h"

#include <algorithm>
#include <map>

namespace masar::app {
namespace {

using store::NoteRow;
using store::Tables;

const base::Text no_record{"there is no such record", "لا يوجد سجل كهذا"};
const base::Text no_note{"there is no such note", "لا توجد ملاحظة كهذه"};

struct Place {
    OpenPlan open;
    std::string section, id;
    store::Sides readers;  ///< of the record
};

Outcome<Place> find_place(Workspace& workspace, const Actor& actor, const RecordName& record) {
    auto open = open_plan(workspace, actor, record.plan);
    if (!open) return tl::unexpected(open.error());
    store::Sides readers = readers_of_record(*open, actor, record.section, record.id);
    if (readers.empty()) return refuse(Refusal::Why::not_found, no_record);
    std::string id = id_as_written(*open, record.section, record.id);
    return Place{*std::move(open), std::string(record.section), std::move(id), std::move(readers)};
}

/// Those that the actor reads, oldest first: their places are their numbers.
base::Result<std::vector<NoteRow>> read_notes(const Tables& kept, const Actor& actor, const Place& place) {
    auto rows = kept.notes.of_record(place.open.row.id, place.section, place.id);
    if (rows) std::erase_if(*rows, [&](const NoteRow& each) { return !reads(actor, each.readers); });
    return rows;
}

bool speaks(const Actor& actor) { return actor.preview.empty() && !actor.side.empty() && !actor.roles.none(); }

Outcome<void> check_speaks(const Actor& actor) {
    if (speaks(actor)) return {};
    const bool looks = !actor.preview.empty();
    auto refused = looks
                       ? refuse(Refusal::Why::not_allowed,
                                {"you are looking as the other side would: nothing can be changed",
                                 "أنت تطّلع كما يطّلع الجانب الآخر، ولا يمكن تغيير شيء"},
                                {"end the preview first", "أنهِ المعاينة أولاً"})
                       : refuse(Refusal::Why::not_allowed, {"a note is written for a side", "تُكتب الملاحظة باسم جانب"},
                                {"choose the side that you stand for", "اختر الجانب الذي تمثّله"});
    refused.value().field = "side";
    return refused;
}

/// A visitor is no account, and plays both sides: whose note it is says the side, too.
bool wrote(const Actor& actor, const NoteRow& note) {
    return note.account == actor.account && note.side == actor.side && speaks(actor);
}

/// Names of people of one's own side, by account.
Outcome<std::map<std::int64_t, std::string>> names_of(const Tables& kept, const Actor& actor) {
    std::map<std::int64_t, std::string> names;
    if (actor.account == 0 || actor.side.empty() || !actor.preview.empty()) return names;
    const auto rows = told(kept.accounts.of_side(actor.side));
    if (!rows) return tl::unexpected(rows.error());
    for (const store::AccountRow& each : *rows) names[each.id] = each.display;
    return names;
}

NoteView view_of(const NoteRow& row, const Actor& actor) {
    NoteView view;
    view.at = row.at;
    view.side = row.side;
    view.role = row.role;
    view.own = wrote(actor, row);
    view.text = row.text;
    view.shared = row.readers.size() > 1;
    view.withdrawn = row.removed != base::Moment{};
    if (row.resolved != base::Moment{}) view.resolved = ThreadEnd{row.resolved, row.resolved_side, row.resolved_role};
    view.may_withdraw = view.own && !view.withdrawn;
    view.may_resolve = speaks(actor) && row.reply_to == 0;
    return view;
}

/// One of those that the actor reads.
Outcome<NoteRow> note_numbered(const Tables& kept, const Actor& actor, const Place& place, std::int64_t number) {
    const auto rows = told(read_notes(kept, actor, place));
    if (!rows) return tl::unexpected(rows.error());
    if (number < 1 || number > std::ssize(*rows)) return refuse(Refusal::Why::not_found, no_note);
    return (*rows)[static_cast<std::size_t>(number - 1)];
}

/// In the log, for those who read the note; without a word of what it says.
Outcome<void> log_note(Tables& kept, const Actor& actor, const NoteRow& note, std::string kind) {
    store::EventRow event;
    event.plan = note.plan;
    event.at = note.changed;
    event.account = actor.account;
    event.side = actor.side;
    event.role = speaking_role(actor);
    event.kind = std::move(kind);
    event.section = note.section;
    event.record = note.record;
    event.readers = note.readers;
    const auto added = told(kept.events.add(std::move(event)));
    if (!added) return tl::unexpected(added.error());
    return {};
}

NoteRow row_for(const Actor& actor, const Place& place, base::Moment at) {
    NoteRow row;
    row.plan = place.open.row.id;
    row.section = place.section;
    row.record = place.id;
    row.account = actor.account;
    row.side = actor.side;
    row.role = speaking_role(actor);
    row.at = row.changed = at;
    return row;
}

/// Puts it into the thread of the note that it answers, which is read by no fewer than it is.
Outcome<void> put_into_thread(const Tables& kept, const Actor& actor, const Place& place, const NewNote& note,
                              NoteRow& row) {
    row.readers = note.shared ? place.readers : store::Sides{actor.side};
    if (note.reply_to == 0) return {};
    auto answered = note_numbered(kept, actor, place, note.reply_to);
    if (!answered) return tl::unexpected(answered.error());
    row.reply_to = answered->reply_to == 0 ? answered->id : answered->reply_to;
    const auto first = told(kept.notes.find(row.reply_to));
    if (!first) return tl::unexpected(first.error());
    const store::Sides& of_thread = *first ? (*first)->readers : answered->readers;
    std::erase_if(row.readers, [&](const std::string& side) {
        return std::ranges::find(of_thread, side) == of_thread.end()
               || std::ranges::find(answered->readers, side) == answered->readers.end();
    });
    return {};
}

/// Counted by side, so that nobody meets a limit that others have used up.
Outcome<void> check_room(const std::vector<NoteRow>& notes, const Actor& actor) {
    if (std::ranges::count(notes, actor.side, &NoteRow::side) < most_notes_of_side) return {};
    return refuse(Refusal::Why::too_large,
                  {"your side has 500 notes on this record", "لجانبك 500 ملاحظة على هذا السجل"},
                  {"put what was agreed into the plan or a document", "ضع ما اتُّفق عليه في الخطة أو في وثيقة"});
}

/// Reads, changes and keeps one note, with its entry in the log.
template <class Change>
Outcome<void> change_note(Workspace& workspace, const Actor& actor, const RecordName& record, std::int64_t number,
                          Change change) {
    if (auto fine = check_speaks(actor); !fine) return fine;
    const auto place = find_place(workspace, actor, record);
    if (!place) return tl::unexpected(place.error());
    return write_or_refuse(workspace.store, [&](Tables& kept) -> Outcome<void> {
        auto note = note_numbered(kept, actor, *place, number);
        if (!note) return tl::unexpected(note.error());
        note->changed = workspace.clock.now();
        const Outcome<std::string> kind = change(*note);
        if (!kind) return tl::unexpected(kind.error());
        if (kind->empty()) return {};
        if (auto put = told(kept.notes.put(*note)); !put) return put;
        return log_note(kept, actor, *note, *kind);
    });
}

}  // namespace

Outcome<RecordNotes> notes_of(Workspace& workspace, const Actor& actor, const RecordName& record) {
    const auto place = find_place(workspace, actor, record);
    if (!place) return tl::unexpected(place.error());
    return read_or_refuse(workspace.store, [&](const Tables& kept) -> Outcome<RecordNotes> {
        const auto rows = told(read_notes(kept, actor, *place));
        if (!rows) return tl::unexpected(rows.error());
        const auto names = names_of(kept, actor);
        if (!names) return tl::unexpected(names.error());
        RecordNotes all{speaks(actor), speaks(actor) && place->readers.size() > 1, {}};
        std::map<std::int64_t, std::int64_t> numbers;  // by row
        for (const NoteRow& each : *rows) {
            NoteView view = view_of(each, actor);
            view.number = std::ssize(all.notes) + 1;
            numbers[each.id] = view.number;
            if (each.reply_to != 0) view.reply_to = numbers[each.reply_to];
            if (const auto name = names->find(each.account); name != names->end()) view.by = name->second;
            all.notes.push_back(std::move(view));
        }
        return all;
    });
}

Outcome<std::int64_t> write_note(Workspace& workspace, const Actor& actor, const RecordName& record,
                                 const NewNote& note) {
    if (auto fine = check_speaks(actor); !fine) return tl::unexpected(fine.error());
    const auto place = find_place(workspace, actor, record);
    if (!place) return tl::unexpected(place.error());
    auto text = checked_note(note.text);
    if (!text) return tl::unexpected(text.error());
    return write_or_refuse(workspace.store, [&](Tables& kept) -> Outcome<std::int64_t> {
        const auto there = told(read_notes(kept, actor, *place));
        if (!there) return tl::unexpected(there.error());
        if (auto room = check_room(*there, actor); !room) return tl::unexpected(room.error());
        NoteRow row = row_for(actor, *place, workspace.clock.now());
        row.text = *std::move(text);
        if (auto put = put_into_thread(kept, actor, *place, note, row); !put) return tl::unexpected(put.error());
        if (auto added = told(kept.notes.add(row)); !added) return tl::unexpected(added.error());
        if (auto logged = log_note(kept, actor, row, "note"); !logged) return tl::unexpected(logged.error());
        return std::ssize(*there) + 1;
    });
}

Outcome<void> withdraw_note(Workspace& workspace, const Actor& actor, const RecordName& record, std::int64_t number) {
    return change_note(workspace, actor, record, number, [&](NoteRow& note) -> Outcome<std::string> {
        if (!wrote(actor, note))
            return refuse(Refusal::Why::not_allowed, {"a note is withdrawn by who wrote it", "يسحب الملاحظة من كتبها"});
        if (note.removed != base::Moment{}) return std::string();
        note.text.clear();
        note.removed = note.changed;
        return std::string("note-withdrawn");
    });
}

Outcome<void> set_thread(Workspace& workspace, const Actor& actor, const RecordName& record, std::int64_t number,
                         Thread state) {
    return change_note(workspace, actor, record, number, [&](NoteRow& note) -> Outcome<std::string> {
        if (note.reply_to != 0)
            return refuse(Refusal::Why::conflict, {"a reply is no thread", "الرد ليس نقاشاً قائماً بذاته"},
                          {"resolve the note that it answers", "أغلق الملاحظة التي يرد عليها"});
        const bool resolved = state == Thread::resolved;
        if (resolved == (note.resolved != base::Moment{})) return std::string();
        note.resolved = resolved ? note.changed : base::Moment{};
        note.resolved_side = resolved ? actor.side : "";
        note.resolved_role = resolved ? speaking_role(actor) : "";
        return std::string(resolved ? "note-resolved" : "note-reopened");
    });
}

}  // namespace masar::app
