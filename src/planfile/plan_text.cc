#include "planfile/plan_text.h"

#include <unordered_set>

namespace masar::planfile {

PlanText::PlanText(std::vector<InputFile> files) {
    for (InputFile& each : files) add_file(std::move(each));
}

std::vector<const NodeTree*> PlanText::trees() const {
    std::vector<const NodeTree*> trees;
    for (const auto& each : files_) trees.push_back(&each->read.tree);
    return trees;
}

std::optional<std::size_t> PlanText::broken() const {
    for (std::size_t i = 0; i < files_.size(); ++i)
        if (!files_[i]->read.complete) return i;
    return std::nullopt;
}

void PlanText::set_text(std::size_t file, std::string text) {
    InputFile changed = std::move(files_[file]->input);
    changed.text = std::move(text);
    files_[file] = std::make_unique<File>(std::move(changed), file);
    spots_.clear();
}

void PlanText::set_name(std::size_t file, std::string name, std::string side) {
    files_[file]->input.name = std::move(name);
    files_[file]->input.side = std::move(side);
}

std::size_t PlanText::add_file(InputFile file) {
    files_.push_back(std::make_unique<File>(std::move(file), files_.size()));
    spots_.clear();
    return files_.size() - 1;
}

std::vector<InputFile> PlanText::texts() const {
    std::vector<InputFile> texts;
    for (const auto& each : files_) texts.push_back(each->input);
    return texts;
}

TreeValue PlanText::heading(std::size_t file, std::string_view section) const {
    const NodeTree& tree = this->tree(file);
    const NodeId node = tree.empty() ? no_node : tree.find(NodeTree::root(), section);
    if (node == no_node) return {};
    return TreeValue{&tree, NodeTree::root(), Shape::of_plan()}.entry(node);
}

std::optional<RecordSpot> PlanText::find(std::string_view section, std::string_view id) const {
    if (id.empty()) {
        for (std::size_t i = 0; i < size(); ++i)
            if (const TreeValue value = heading(i, section); value.exists()) return RecordSpot{i, value};
        return std::nullopt;
    }
    const Spots& all = spots(section);
    const auto found = all.find(folded_id(id));
    return found == all.end() ? std::nullopt : std::optional(found->second);
}

const PlanText::Spots& PlanText::spots(std::string_view section) const {
    const std::scoped_lock lock(spots_mutex_);
    const auto found = spots_.find(section);
    if (found != spots_.end()) return found->second;
    Spots& fresh = spots_[std::string(section)];
    for (auto& [name, spot] : records(section)) fresh.emplace(folded_id(name), spot);
    return fresh;
}

std::vector<std::pair<std::string, RecordSpot>> PlanText::records(std::string_view section) const {
    std::vector<std::pair<std::string, RecordSpot>> found;
    std::unordered_set<std::string> taken;
    const auto add = [&](const std::string& about, std::size_t file, const TreeValue& value) {
        std::string name = about;
        for (int again = 2; !taken.insert(folded_id(name)).second; ++again)
            name = about + " (" + std::to_string(again) + ")";
        found.push_back({std::move(name), {file, value}});
    };
    for (std::size_t i = 0; i < size(); ++i) {
        const TreeValue value = heading(i, section);
        if (!value.exists() || value.kind() == NodeKind::scalar) continue;
        if (value.list_of_one()) {
            add(identity(value.as_item()), i, value.as_item());
            continue;
        }
        for (const NodeId child : value.tree->children(value.node)) {
            if (value.kind() == NodeKind::list)
                add(identity(value.item(child)), i, value.item(child));
            else if (!(*value.tree)[child].duplicate)
                add(std::string(value.tree->key(child)), i, value.entry(child));
        }
    }
    return found;
}

bool is_list_section(std::string_view section) {
    const Keyword* keyword = find_keyword(Kind::plan, section);
    return keyword != nullptr && keyword->form == Form::record && keyword->arrangement == Arrangement::list;
}

std::vector<std::string> field_path(std::string_view field) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < field.size(); ++i) {
        const bool beside = (i > 0 && field[i - 1] == '.') || (i + 1 < field.size() && field[i + 1] == '.');
        if (field[i] == '.' && !beside)
            parts.emplace_back();
        else
            parts.back() += field[i];
    }
    return parts;
}

}  // namespace masar::planfile
