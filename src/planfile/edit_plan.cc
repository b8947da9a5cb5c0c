#include "planfile/edit_plan.h"

#include "planfile/diff_plan.h"
#include "planfile/edit_round.h"
#include "planfile/format_plan.h"
#include "planfile/phrase.h"

#include <algorithm>
#include <map>
#include <set>

namespace masar::planfile {
namespace {

EditFault fault_at(std::size_t edit, base::Text message, base::Text hint = {}) {
    return {edit, {base::Error::Kind::usage, std::move(message), std::move(hint)}};
}

/// As many rounds as it takes: in each, whatever does not stand in another's way.
std::optional<EditFault> make(PlanText& plan, const std::vector<PlanEdit>& edits) {
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < edits.size(); ++i) left.push_back(i);
    while (!left.empty()) {
        EditRound round(plan);
        std::vector<std::size_t> waiting;
        for (const std::size_t i : left) {
            const auto attempt = round.offer(edits[i]);
            if (!attempt) return EditFault{i, attempt.error()};
            if (*attempt == Attempt::wait) waiting.push_back(i);
        }
        round.finish();
        if (const auto broken = plan.broken())
            return fault_at(left.front(), phrase("the edit cannot be written into {}", "تعذّر كتابة التعديل في {}",
                                                 plan.file(*broken).name));
        if (waiting.size() == left.size())
            return fault_at(left.front(), {"the edit cannot be made", "تعذّر إجراء التعديل"});
        left = std::move(waiting);
    }
    return std::nullopt;
}

using RecordKey = std::pair<std::string, std::string>;  ///< section, folded id
using Expected = std::map<RecordKey, std::optional<WrittenValue>>;

std::optional<WrittenValue> value_of(const PlanText& plan, const RecordKey& key) {
    if (key.second.empty()) {  // a field of the whole plan may be a map spread over several files
        std::optional<WrittenValue> whole;
        for (std::size_t i = 0; i < plan.size(); ++i) {
            const TreeValue at = plan.heading(i, key.first);
            if (!at.exists()) continue;
            WrittenValue part = written_value(*at.tree, at.node);
            if (whole)
                std::ranges::move(part.entries, std::back_inserter(whole->entries));
            else
                whole = std::move(part);
        }
        return whole;
    }
    const auto spot = plan.find(key.first, key.second);
    if (!spot) return std::nullopt;
    return written_value(*spot->value.tree, spot->value.node);
}

bool is_map(const std::optional<WrittenValue>& value) { return value && value->kind == NodeKind::map; }

/// What the records that are edited are to say, worked out on values instead of on the text.
Expected expected_of(const PlanText& before, const std::vector<PlanEdit>& edits) {
    Expected expected;
    for (const PlanEdit& edit : edits) {
        const RecordKey key{edit.section, folded_id(edit.id)};
        auto [found, fresh] = expected.try_emplace(key);
        if (fresh) found->second = value_of(before, key);
        std::optional<WrittenValue>& record = found->second;
        if (edit.kind == EditKind::add || (edit.kind == EditKind::set && edit.field.empty()))
            record = edit.value;
        else if (edit.kind == EditKind::remove || edit.field.empty())
            record.reset();
        else if (edit.kind == EditKind::set && (is_map(record) || !record)) {
            if (!record) record = WrittenValue{{}, NodeKind::map, {}, {}};
            set_field(*record, field_path(edit.field), edit.value);
        } else if (is_map(record)) {
            unset_field(*record, field_path(edit.field));
            if (record->entries.empty() && edit.id.empty()) record.reset();
        }
    }
    return expected;
}

/// The edited records say what they are to say, and nothing else has changed.
bool as_expected(const PlanText& before, const PlanText& after, const Expected& expected) {
    for (const auto& [key, value] : expected) {
        if (is_list_section(key.first)) continue;
        const auto now = value_of(after, key);
        if (now.has_value() != value.has_value() || (now && !says_the_same(*now, *value))) return false;
    }
    return std::ranges::all_of(differences(before.trees(), after.trees()), [&](const plan::Difference& each) {
        return expected.contains({each.section, folded_id(each.id)}) || is_list_section(each.section);
    });
}

/// Only the files that the edits touch.
std::vector<InputFile> canonical(const PlanText& plan, const PlanText& touched) {
    std::vector<InputFile> files = plan.texts();
    for (std::size_t i = 0; i < files.size(); ++i)
        if (files[i].text != touched.file(i).text && !plan.tree(i).empty()) files[i].text = formatted(plan.tree(i));
    return files;
}

/// Ids change wherever they are referred to, and a part of a text may turn it into a map of languages: the plain comparison does not
/// apply to these.
bool comparable(const std::vector<PlanEdit>& edits) {
    return std::ranges::none_of(edits, [](const PlanEdit& each) { return each.kind == EditKind::rename; });
}

}  // namespace

EditedFiles edit_plan(std::vector<InputFile> files, const std::vector<PlanEdit>& asked) {
    const PlanText before(std::move(files));
    if (const auto broken = before.broken())
        return tl::unexpected(
            fault_at(0, phrase("{} cannot be read to its end", "تتعذّر قراءة {} إلى نهايته", before.file(*broken).name),
                     {"mend the text first", "أصلح النص أولاً"}));
    std::vector<PlanEdit> edits;
    for (const PlanEdit& each : asked) edits.push_back(with_own_section(each));
    PlanText after(before.texts());
    if (auto fault = make(after, edits)) return tl::unexpected(*std::move(fault));
    if (!comparable(edits)) return after.texts();
    const Expected expected = expected_of(before, edits);
    if (as_expected(before, after, expected)) return after.texts();

    // The text is written in a way that marks alone do not lead through: the file is laid out anew first.
    PlanText again(canonical(before, after));
    if (auto fault = make(again, edits)) return tl::unexpected(*std::move(fault));
    if (as_expected(before, again, expected)) return again.texts();
    return tl::unexpected(fault_at(0, {"the text cannot be edited in place", "يتعذّر تعديل النص في موضعه"},
                                   {"edit the text itself", "عدّل النص نفسه"}));
}

}  // namespace masar::planfile
