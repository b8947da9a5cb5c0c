#include "app/workspace/take_back.h"

#include "planfile/diff_plan.h"
#include "planfile/edit_plan.h"
#include "planfile/merge_text.h"
#include "planfile/record_text.h"
#include "report/figures.h"

#include <algorithm>
#include <set>

namespace masar::app {
namespace {

using plan::Difference;
using plan::DifferenceKind;
using planfile::PlanEdit;
using planfile::WrittenValue;

const std::string& text_in(const PlanFiles& files, const std::string& path) {
    static const std::string none;
    const auto found = files.find(path);
    return found == files.end() ? none : found->second;
}

/// File by file, line by line; nothing where lines overlap.
std::optional<PlanFiles> merged_files(const TakingBack& question) {
    std::set<std::string> paths;
    for (const Snapshot* each : {&question.before, &question.after, &question.now})
        for (const auto& [path, text] : each->files()) paths.insert(path);
    PlanFiles merged;
    for (const std::string& path : paths) {
        auto text = planfile::merged_text(text_in(question.after.files(), path), text_in(question.before.files(), path),
                                          text_in(question.now.files(), path));
        if (!text) return std::nullopt;
        const bool gone =
            text->empty() && (!question.before.files().contains(path) || !question.now.files().contains(path));
        if (!gone) merged[path] = *std::move(text);
    }
    return merged;
}

/// What was changed says again what it said before.
bool restores(const PlanFiles& files, const TakingBack& question, const std::vector<Difference>& changed) {
    const SnapshotPtr result = Snapshot::make(files, {});
    return std::ranges::all_of(changed, [&](const Difference& each) {
        return same(value_of(*result, each), value_of(question.before, each));
    });
}

}  // namespace

std::optional<WrittenValue> value_of(const Snapshot& version, const Difference& name) {
    const auto record = planfile::record_text(version.text(), name.section, name.id);
    if (!record) return std::nullopt;
    if (name.field.empty()) return record->fields;
    const WrittenValue* at = &record->fields;
    for (const std::string& part : planfile::field_path(name.field))
        if (at = at->find(part); at == nullptr) return std::nullopt;
    return *at;
}

bool same(const std::optional<WrittenValue>& a, const std::optional<WrittenValue>& b) {
    return a.has_value() == b.has_value() && (!a || says_the_same(*a, *b));
}

PlanEdit edit_back(const Snapshot& before, const Difference& each) {
    PlanEdit edit;
    edit.section = each.section;
    edit.id = each.id;
    edit.field = each.field;
    auto value = value_of(before, each);
    const bool record = each.field.empty() && !each.id.empty();
    if (!value) {
        edit.kind = record ? planfile::EditKind::remove : planfile::EditKind::unset;
        return edit;
    }
    edit.kind = record ? planfile::EditKind::add : planfile::EditKind::set;
    edit.value = *std::move(value);
    edit.value.key.clear();
    if (record) edit.file = planfile::record_text(before.text(), each.section, each.id)->file;
    return edit;
}

Refusal changed_since(const Difference& each) {
    Difference record = each;
    const std::string what = each.id.empty() ? each.section : each.id;
    return {Refusal::Why::conflict,
            report::fill({"'{}' was changed since", "تغيّر «{}» بعد ذلك"}, report::ltr(what)),
            {"edit it instead", "عدّله بدلاً من ذلك"},
            each.field,
            {},
            {}};
}

Outcome<PlanFiles> taken_back(const TakingBack& question) {
    if (question.now.files() == question.after.files()) return question.before.files();
    const std::vector<Difference> changed =
        planfile::differences(question.before.text().trees(), question.after.text().trees());
    for (const Difference& each : changed)
        if (!same(value_of(question.now, each), value_of(question.after, each)))
            return tl::unexpected(changed_since(each));
    if (auto merged = merged_files(question); merged && restores(*merged, question, changed)) return *std::move(merged);

    // Others wrote on the same lines: back by the fields themselves.
    std::vector<PlanEdit> edits;
    for (const Difference& each : changed) edits.push_back(edit_back(question.before, each));
    auto edited = planfile::edit_plan(input_files(question.now.files()), edits);
    if (!edited) {
        if (!changed.empty())
            return tl::unexpected(changed_since(changed[std::min(edited.error().edit, changed.size() - 1)]));
        return tl::unexpected(refusal_of(edited.error().error));
    }
    return with_what_else(question.now.files(), *edited);
}

}  // namespace masar::app
