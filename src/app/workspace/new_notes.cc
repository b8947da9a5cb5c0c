#include "app/workspace/new_notes.h"

#include "app/workspace/record_index.h"
#include "base/utf8.h"

#include <algorithm>

namespace masar::app {

Outcome<std::vector<store::NoteRow>> new_notes(Workspace& workspace, const Actor& actor, const OpenPlan& open,
                                               base::Moment after, std::size_t at_most) {
    auto rows = from_store(workspace.store.read([&](const store::Tables& kept) {
        return kept.notes.since({open.row.id, actor.whole ? "" : actor.side, actor.preview, after, 1000});
    }));
    if (!rows) return rows;
    const SnapshotPtr seen = open.shown_to(actor);
    const RecordIndex records(seen->plan());
    std::erase_if(*rows, [&](const store::NoteRow& each) {
        const bool own = each.account == actor.account && each.side == actor.side;
        return own || records.find(each.section, each.record) == nullptr;
    });
    rows->resize(std::min(rows->size(), at_most));
    return rows;
}

std::string beginning_of(const std::string& text) {
    constexpr std::size_t most = 140;
    const std::u32string characters = base::to_code_points(text);
    if (characters.size() <= most) return text;
    std::string out;
    for (const char32_t each : std::u32string_view(characters).substr(0, most - 1)) base::append_utf8(out, each);
    return out + "…";
}

base::Result<NoteStates> note_states(const store::Tables& kept, const Actor& actor, const OpenPlan& open) {
    NoteStates states;
    const auto stamps = kept.notes.stamps(open.row.id);
    if (!stamps) return tl::unexpected(stamps.error());
    if (stamps->empty()) return states;
    const SnapshotPtr seen = open.shown_to(actor);
    const RecordIndex records(seen->plan());
    for (const store::NoteStamp& each : *stamps) {
        if (!reads(actor, each.readers) || records.find(each.section, each.record) == nullptr) continue;
        states[{each.section, each.record}] += std::to_string(each.count) + " " + std::to_string(each.changed) + ";";
    }
    return states;
}

}  // namespace masar::app
