#include "app/workspace/note_rules.h"

#include "app/workspace/record_index.h"
#include "app/workspace/save_texts.h"
#include "base/utf8.h"
#include "plan/marking.h"
#include "plan/readers.h"

#include <algorithm>

namespace masar::app {
namespace {

tl::unexpected<Refusal> wrong_text(base::Text message, base::Text hint) {
    auto refused = refuse(Refusal::Why::wrong_field, std::move(message), std::move(hint));
    refused.value().field = "text";
    return refused;
}

/// C0, DEL and C1, but for the end of a line and the tab.
bool is_control(char32_t c) { return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0); }

std::string tidy(std::string_view text) {
    std::string lines;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (!pair) lines += text[i] == '\r' ? '\n' : text[i];
    }
    constexpr std::string_view spaces = " \t\n";
    const std::size_t first = lines.find_first_not_of(spaces);
    if (first == std::string::npos) return {};
    return lines.substr(first, lines.find_last_not_of(spaces) - first + 1);
}

}  // namespace

Outcome<std::string> checked_note(std::string_view text) {
    if (base::first_invalid_utf8(text)) return wrong_text({"the text is no UTF-8", "النص ليس بترميز UTF-8"}, {});
    std::string note = tidy(text);
    if (note.empty()) return wrong_text({"the note is empty", "الملاحظة فارغة"}, {"write something", "اكتب نصاً"});
    if (base::code_point_count(note) > longest_note)
        return wrong_text({"the note is too long", "الملاحظة طويلة"},
                          {"at most 4,000 characters; a longer text belongs into a document",
                           "‏4,000 حرف على الأكثر، والنص الأطول مكانه وثيقة"});
    if (std::ranges::any_of(base::to_code_points(note), is_control))
        return wrong_text({"a control character in the note", "محرف تحكم في الملاحظة"}, {"remove it", "احذفه"});
    if (plan::has_classification_marking(note))
        return wrong_text({"a classification marking; the note is not kept", "علامة تصنيف سري؛ لا تُحفظ الملاحظة"},
                          {"nothing classified belongs here", "لا مكان هنا لأي نص مصنف"});
    return note;
}

store::Sides readers_of_record(const OpenPlan& open, const Actor& actor, std::string_view section,
                               std::string_view id) {
    const SnapshotPtr seen = open.shown_to(actor);
    if (RecordIndex(seen->plan()).find(section, id) == nullptr) return {};
    const plan::Plan& plan = open.whole->plan();
    const RecordIndex records(plan);
    const plan::Record* record = records.find(section, id);
    if (record == nullptr) return {};
    const plan::Readers readers = plan::readers_of(plan, *record);
    store::Sides sides;
    for (std::size_t i = 0; i < readers.size(); ++i)
        if (readers[i]) sides.push_back(plan.sides[i].id);
    return sides;
}

std::string id_as_written(const OpenPlan& open, std::string_view section, std::string_view id) {
    const RecordIndex records(open.whole->plan());
    const plan::Record* record = records.find(section, id);
    return record == nullptr ? std::string(id) : record->id;
}

std::string speaking_role(const Actor& actor) {
    std::string role = editing_role(actor);
    const std::vector<Role> all = listed(actor.roles);
    if (role.empty() && !all.empty()) role = word_of(all.front());
    return role;
}

}  // namespace masar::app
