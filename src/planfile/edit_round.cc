#include "planfile/edit_round.h"

#include "planfile/choose_file.h"
#include "planfile/find_references.h"
#include "planfile/phrase.h"

#include <algorithm>

namespace masar::planfile {
namespace {

base::Result<Attempt> refuse(base::Text message, base::Text hint = {}) {
    return base::failure(base::Error::Kind::usage, std::move(message), std::move(hint));
}

base::Result<Attempt> no_record(const PlanEdit& edit) {
    const KindNames& kind = names(kind_of_section(edit.section));
    return refuse(phrase("there is no {0} '{2}'", "لا يوجد {1} باسم «{2}»", kind.en, kind.ar, shortened(edit.id)));
}

}  // namespace

PlanEdit with_own_section(PlanEdit edit) {
    if (edit.section != "plan") return edit;
    const FieldPath path = field_path(edit.field);
    edit.section = path.front();
    edit.field = path.size() > 1 ? edit.field.substr(path.front().size() + 1) : std::string();
    edit.id.clear();
    return edit;
}

Kind kind_of_section(std::string_view section) {
    const Keyword* keyword = find_keyword(Kind::plan, section);
    return keyword != nullptr && keyword->form == Form::record ? keyword->kind : Kind::plan;
}

base::Result<Attempt> EditRound::offer(const PlanEdit& edit) {
    if (closed_) return wait(edit);
    switch (edit.kind) {
        case EditKind::set: return set(edit);
        case EditKind::unset: return unset(edit);
        case EditKind::add: return add(edit);
        case EditKind::remove: return remove(edit);
        default: return rename(edit);
    }
}

void EditRound::finish() {
    for (std::size_t i = 0; i < editors_.size(); ++i) {
        if (!editors_[i] || !editors_[i]->changed()) continue;
        std::string text = editors_[i]->text();
        // What was removed last may leave the empty line above it.
        while (!removed_.empty() && text.ends_with("\n\n") && !plan_.file(i).text.ends_with("\n\n")) text.pop_back();
        plan_.set_text(i, std::move(text));
    }
}

TreeEditor& EditRound::editor(std::size_t file) {
    if (!editors_[file]) editors_[file] = std::make_unique<TreeEditor>(plan_.tree(file));
    return *editors_[file];
}

/// Items of lists are known by what they say, so that their whole list counts as one.
std::string EditRound::token(const PlanEdit& edit) {
    return is_list_section(edit.section) ? edit.section : edit.section + "\n" + folded_id(edit.id);
}

bool EditRound::take(const std::string& token) {
    if (taken_.contains(token) || followed_.contains(token)) return false;
    taken_.insert(token);
    return true;
}

bool EditRound::take_all() {
    if (!taken_.empty()) return false;
    closed_ = true;
    return true;
}

Attempt EditRound::wait(const PlanEdit& edit) {
    taken_.insert(token(edit));
    return Attempt::wait;
}

// Fields.

std::optional<RecordSpot> EditRound::spot_of(const PlanEdit& edit) const {
    if (!edit.id.empty()) return plan_.find(edit.section, edit.id);
    const FieldPath path = edit.field.empty() ? FieldPath{} : field_path(edit.field);
    std::optional<RecordSpot> best;
    std::size_t deepest = 0;
    for (std::size_t i = 0; i < plan_.size(); ++i) {
        const TreeValue at = plan_.heading(i, edit.section);
        if (!at.exists()) continue;
        std::size_t depth = 1;
        for (TreeValue below = at; depth <= path.size() && below.kind() == NodeKind::map; ++depth) {
            const NodeId child = below.tree->find(below.node, path[depth - 1]);
            if (child == no_node) break;
            below = below.entry(child);
        }
        if (depth > deepest) deepest = depth, best = RecordSpot{i, at};
    }
    return best;
}

EditRound::Outcome EditRound::set(const PlanEdit& edit) {
    const auto spot = spot_of(edit);
    if (!spot && edit.id.empty()) return set_new_field(edit);
    if (!spot) return taken_.contains(token(edit)) ? Outcome(wait(edit)) : no_record(edit);
    return take(token(edit)) ? set_below(*spot, edit) : Outcome(wait(edit));
}

EditRound::Outcome EditRound::set_below(const RecordSpot& spot, const PlanEdit& edit) {
    const FieldPath path = edit.field.empty() ? FieldPath{} : field_path(edit.field);
    TreeValue at = spot.value;
    TreeEditor& editor = this->editor(spot.file);
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool nothing = at.kind() == NodeKind::scalar && at.tree->text(at.node).empty();
        if (at.kind() != NodeKind::map && !nothing) {
            if (!adds_language(at.kind(), path, i))
                return refuse(phrase("'{}' has no parts", "ليس للحقل «{}» أجزاء", i == 0 ? edit.id : path[i - 1]),
                              {"set it as a whole", "اضبطه كاملاً"});
            WrittenValue map = text_as_map(std::string(at.tree->text(at.node)));
            set_field(map, {path[i]}, edit.value);
            editor.set({at.node, at.shape}, map);
            return Attempt::made;
        }
        const NodeId child = nothing ? no_node : at.tree->find(at.node, path[i]);
        if (child == no_node) {
            const WrittenValue entry = nested_value(path, i, edit.value);
            if (nothing)
                editor.set({at.node, at.shape}, {{}, NodeKind::map, {}, {entry}});
            else
                editor.add_entry({at.node, at.shape}, entry);
            return Attempt::made;
        }
        at = at.entry(child);
    }
    editor.set({at.node, at.shape}, edit.value);
    return Attempt::made;
}

EditRound::Outcome EditRound::set_new_field(const PlanEdit& edit) {
    if (find_keyword(Kind::plan, edit.section) == nullptr)
        return refuse(phrase("a plan has no '{}'", "ليس في الخطة «{}»", shortened(edit.section)));
    if (!take_all()) return wait(edit);
    PlanEdit to_place = edit;
    const auto file = choose_file(plan_, to_place);
    FieldPath path{edit.section};
    if (!edit.field.empty()) std::ranges::copy(field_path(edit.field), std::back_inserter(path));
    if (!file || plan_.tree(*file).empty())
        return refuse({"the plan has no file to write into", "لا يوجد في الخطة ملف للكتابة فيه"});
    editor(*file).add_heading(nested_value(path, 0, edit.value));
    return Attempt::made;
}

EditRound::Outcome EditRound::unset(const PlanEdit& edit) {
    const auto spot = spot_of(edit);
    if (!spot && edit.id.empty()) return Attempt::made;
    if (!spot) return taken_.contains(token(edit)) ? Outcome(wait(edit)) : no_record(edit);
    const FieldPath path = edit.field.empty() ? FieldPath{} : field_path(edit.field);
    const bool whole_plan = edit.id.empty();
    TreeValue at = spot->value, container = at;
    NodeId cut = no_node;  // the outermost entry that nothing else stands beside
    for (std::size_t i = 0; i < path.size(); ++i) {
        const NodeId child = at.kind() == NodeKind::map ? at.tree->find(at.node, path[i]) : no_node;
        if (child == no_node) return Attempt::made;
        const bool alone = at.tree->children(at.node).count() == 1;
        if (cut == no_node || !alone) container = at, cut = child;
        if (alone && i == 0) cut = whole_plan ? no_node : child;
        at = at.entry(child);
    }
    if (cut == no_node && whole_plan) return remove_heading(spot->file, spot->value);
    if (!take(token(edit))) return wait(edit);
    if (container.tree->children(container.node).count() > 1)
        editor(spot->file).remove({container.node, container.shape}, cut);
    else
        editor(spot->file).set({container.node, container.shape}, {{}, NodeKind::map, {}, {}});
    return Attempt::made;
}

// Records.

EditRound::Outcome EditRound::add(const PlanEdit& edit) {
    const bool list = is_list_section(edit.section);
    if (kind_of_section(edit.section) == Kind::plan)
        return refuse(phrase("'{}' holds no records", "لا يتضمن «{}» سجلات", shortened(edit.section)));
    if (!list && edit.id.empty()) return refuse({"the new record has no id", "السجل الجديد بلا معرّف"});
    if (taken_.contains(token(edit))) return wait(edit);
    if (!list && plan_.find(edit.section, edit.id)) {
        const KindNames& kind = names(kind_of_section(edit.section));
        return refuse(
            phrase("there is {0} '{2}' already", "{1} «{2}» موجود من قبل", kind.en, kind.ar, shortened(edit.id)),
            {"choose another id", "اختر معرّفاً آخر"});
    }
    const auto file = choose_file(plan_, edit);
    WrittenValue entry = edit.value;
    entry.key = list ? std::string() : edit.id;
    const NodeKind holder = list ? NodeKind::list : NodeKind::map;
    if (!file || plan_.tree(*file).empty()) {
        if (!take_all()) return wait(edit);
        const WrittenValue heading{edit.section, holder, {}, {entry}};
        const Shape shape = Shape::of_plan().of_entry(edit.section);
        std::string text = block_entry(heading, shape, {});
        if (file)
            plan_.set_text(*file, plan_.file(*file).text + text);
        else
            plan_.add_file({name_of_new_file(edit), std::move(text), edit.side});
        return Attempt::made;
    }
    const TreeValue heading = plan_.heading(*file, edit.section);
    const bool empty = heading.exists() && heading.kind() == NodeKind::scalar;
    if (!heading.exists() || empty || heading.empty()) {
        if (!take_all()) return wait(edit);
        const WrittenValue value{edit.section, holder, {}, {entry}};
        if (heading.exists())
            editor(*file).set({heading.node, heading.shape}, value);
        else
            editor(*file).add_heading(value);
        return Attempt::made;
    }
    return add_below(*file, heading, edit);
}

EditRound::Outcome EditRound::add_below(std::size_t file, const TreeValue& heading, const PlanEdit& edit) {
    WrittenValue entry = edit.value;
    if (is_list_section(edit.section)) {
        if (!take(token(edit))) return wait(edit);
        entry.key.clear();
        editor(file).add_item({heading.node, heading.shape}, entry);
        return Attempt::made;
    }
    NodeId last = no_node;
    for (const NodeId child : heading.tree->children(heading.node)) last = child;
    PlanEdit behind = edit;
    behind.id = heading.tree->key(last);
    const std::string of_heading = edit.section + "\n#" + std::to_string(file);
    if (taken_.contains(token(behind)) || removed_.contains(of_heading)) return wait(edit);
    followed_.insert(token(behind));
    taken_.insert(token(edit));
    entry.key = edit.id;
    editor(file).add_record({heading.node, heading.shape}, entry);
    return Attempt::made;
}

EditRound::Outcome EditRound::remove_heading(std::size_t file, const TreeValue& heading) {
    if (!take_all()) return Attempt::wait;
    const TreeValue root{heading.tree, NodeTree::root(), Shape::of_plan()};
    if (root.tree->children(root.node).count() > 1)
        editor(file).remove({root.node, root.shape}, heading.node);
    else
        editor(file).set({heading.node, heading.shape}, {{}, heading.kind(), {}, {}});
    return Attempt::made;
}

EditRound::Outcome EditRound::remove(const PlanEdit& edit) {
    const auto spot = plan_.find(edit.section, edit.id);
    if (!spot || edit.id.empty()) return taken_.contains(token(edit)) ? Outcome(wait(edit)) : no_record(edit);
    const TreeValue heading = plan_.heading(spot->file, edit.section);
    const std::string of_heading = edit.section + "\n#" + std::to_string(spot->file);
    const std::size_t left = heading.list_of_one() ? 1 : heading.tree->children(heading.node).count();
    const std::size_t removed = removed_.contains(of_heading) ? removed_[of_heading] : 0;
    if (left == 1 && removed == 0) return remove_heading(spot->file, heading);
    const bool one_at_a_time = editor(spot->file).in_brackets(heading.node) || is_list_section(edit.section);
    if (removed + 1 >= left || (one_at_a_time && removed > 0) || !take(token(edit))) return wait(edit);
    ++removed_[of_heading];
    editor(spot->file).remove({heading.node, heading.shape}, spot->value.node);
    return Attempt::made;
}

EditRound::Outcome EditRound::rename(const PlanEdit& edit) {
    const Kind kind = kind_of_section(edit.section);
    if (kind == Kind::plan || !has_ids(kind))
        return refuse(phrase("records of '{}' have no ids", "سجلات «{}» بلا معرّفات", shortened(edit.section)));
    if (!take_all()) return wait(edit);
    const auto spot = plan_.find(edit.section, edit.id);
    if (!spot) return no_record(edit);
    if (folded_id(edit.new_id) != folded_id(edit.id) && plan_.find(edit.section, edit.new_id))
        return refuse(phrase("there is {0} '{2}' already", "{1} «{2}» موجود من قبل", names(kind).en, names(kind).ar,
                             shortened(edit.new_id)),
                      {"choose another id", "اختر معرّفاً آخر"});
    editor(spot->file).rename_key(spot->value.node, edit.new_id);
    for (std::size_t i = 0; i < plan_.size(); ++i) rename_in(i, edit, kind);
    return Attempt::made;
}

void EditRound::rename_in(std::size_t file, const PlanEdit& edit, Kind kind) {
    const std::string old = folded_id(edit.id);
    each_reference(plan_.tree(file), [&](const Reference& each) {
        if ((each.kind == kind || each.kind == Kind::none) && folded_id(each.id) == old)
            editor(file).splices().replace(each.begin, each.begin + each.id.size(), edit.new_id);
    });
    if (kind != Kind::side || folded_id(plan_.file(file).side) != old) return;
    const std::string& name = plan_.file(file).name;
    const std::size_t cut = std::string("sides/").size() + plan_.file(file).side.size();
    plan_.set_name(file, "sides/" + edit.new_id + name.substr(cut), edit.new_id);
}

}  // namespace masar::planfile
