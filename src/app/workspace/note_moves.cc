#include "app/workspace/note_moves.h"

#include <map>
#include <string>
#include <utility>

namespace masar::app {
namespace {

using Fields = std::map<std::string, std::string>;
/// By section and id.
using Records = std::map<std::pair<std::string, std::string>, Fields>;

/// Whole records that came ("add") or went ("remove"), with the fields that they have.
Records records_in(const std::vector<store::EventRow>& events, std::string_view kind) {
    Records records;
    for (const store::EventRow& each : events)
        if (each.kind == kind) records.try_emplace({each.section, each.record});
    const bool came = kind == "add";
    for (const store::EventRow& each : events) {
        const auto found = records.find({each.section, each.record});
        const auto& value = came ? each.new_value : each.old_value;
        if (found == records.end() || each.field.empty() || !value) continue;
        if (each.kind == (came ? "set" : "unset")) found->second[each.field] = *value;
    }
    return records;
}

/// The one new record of the section with these fields; none when there are none or several.
const std::string* only_like(const Records& came, const std::string& section, const Fields& fields) {
    const std::string* found = nullptr;
    for (const auto& [name, others] : came) {
        if (name.first != section || others != fields) continue;
        if (found != nullptr) return nullptr;
        found = &name.second;
    }
    return found;
}

}  // namespace

base::Result<void> move_notes(store::Tables& kept, std::int64_t plan, const std::vector<store::EventRow>& events) {
    const Records gone = records_in(events, "remove");
    if (gone.empty()) return {};
    const Records came = records_in(events, "add");
    for (const auto& [name, fields] : gone) {
        const std::string* id = only_like(came, name.first, fields);
        if (id == nullptr) continue;
        if (auto moved = kept.notes.follow(plan, name.first, name.second, *id); !moved) return moved;
    }
    return {};
}

base::Result<void> take_notes_along(store::Tables& kept, std::int64_t sandbox, const store::PlanRow& to,
                                    const Actor& owner) {
    auto notes = kept.notes.of_plan(sandbox);
    if (!notes) return tl::unexpected(notes.error());
    std::map<std::int64_t, std::int64_t> numbers;
    for (store::NoteRow& each : *notes) {
        const std::int64_t old = std::exchange(each.id, 0);
        each.plan = to.id;
        each.account = each.side == owner.side ? owner.account : 0;
        if (each.reply_to != 0) each.reply_to = numbers[each.reply_to];
        const auto added = kept.notes.add(each);
        if (!added) return tl::unexpected(added.error());
        numbers[old] = *added;
    }
    return {};
}

}  // namespace masar::app
