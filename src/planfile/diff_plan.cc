#include "planfile/diff_plan.h"

#include "planfile/tree_value.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace masar::planfile {
namespace {

using plan::Difference;
using plan::DifferenceKind;

struct Field {
    std::string path;
    TreeValue value;
};
using Fields = std::vector<Field>;

/// The values below a record, by their path: maps are compared key by key, lists as a whole.
void collect_fields(const TreeValue& value, const std::string& path, Fields& fields) {
    if (value.kind() == NodeKind::map && value.empty() && path.empty()) return;  // a record that states nothing
    if (value.kind() != NodeKind::map || value.empty()) {
        fields.push_back({path, value});
        return;
    }
    for (const NodeId child : value.tree->children(value.node)) {
        std::string below = path;
        below.append(path.empty() ? "" : ".").append(value.tree->key(child));
        collect_fields(value.entry(child), below, fields);
    }
}

struct Record {
    std::string id;
    TreeValue value;  ///< of its first statement
    Fields fields;
};

/// The records under one top-level key; a field such as `start` is one record without id.
struct Section {
    std::string name;
    std::vector<Record> records;
    std::unordered_map<std::string, std::size_t> by_id;
};

class Version {
public:
    explicit Version(const std::vector<const NodeTree*>& files) {
        for (const NodeTree* tree : files) {
            if (tree->empty()) continue;
            const TreeValue whole{tree, NodeTree::root(), Shape::of_plan()};
            for (const NodeId section : tree->children(NodeTree::root()))
                add_section(std::string(tree->key(section)), whole.entry(section));
        }
    }

    [[nodiscard]] const std::vector<Section>& sections() const { return sections_; }
    [[nodiscard]] const Section* find(const std::string& name) const {
        const auto found = by_name_.find(name);
        return found == by_name_.end() ? nullptr : &sections_[found->second];
    }

private:
    void add_section(const std::string& name, const TreeValue& value) {
        Section& section = section_named(name);
        const bool many = value.shape.record() != Kind::none && value.kind() != NodeKind::scalar;
        if (!many) return add(section, {}, value);
        if (value.list_of_one()) return add_item(section, value.as_item());
        for (const NodeId child : value.tree->children(value.node)) {
            if (value.kind() == NodeKind::map)
                add(section, std::string(value.tree->key(child)), value.entry(child));
            else
                add_item(section, value.item(child));
        }
    }

    Section& section_named(const std::string& name) {
        const auto [found, fresh] = by_name_.emplace(name, sections_.size());
        if (fresh) sections_.push_back({name, {}, {}});
        return sections_[found->second];
    }

    static void add(Section& section, const std::string& id, const TreeValue& value) {
        const auto [found, fresh] = section.by_id.emplace(folded_id(id), section.records.size());
        if (fresh) section.records.push_back({id, value, {}});
        collect_fields(value, {}, section.records[found->second].fields);
    }

    /// Equal items stand side by side: the second is "… (2)".
    static void add_item(Section& section, const TreeValue& item) {
        const std::string about = identity(item);
        std::string id = about;
        for (int again = 2; section.by_id.contains(folded_id(id)); ++again)
            id = about + " (" + std::to_string(again) + ")";
        add(section, id, item);
    }

    std::vector<Section> sections_;
    std::unordered_map<std::string, std::size_t> by_name_;
};

class Comparison {
public:
    std::vector<Difference> run(const Version& before, const Version& after) {
        static const Section none;
        for (const Section& section : after.sections()) {
            const Section* old = before.find(section.name);
            compare(old ? *old : none, section);
        }
        for (const Section& section : before.sections())
            if (!after.find(section.name)) compare(section, {section.name, {}, {}});
        return std::move(found_);
    }

private:
    void compare(const Section& before, const Section& after) {
        section_ = after.name;
        for (const Record& record : after.records) {
            const auto old = before.by_id.find(folded_id(record.id));
            if (old == before.by_id.end())
                whole(DifferenceKind::added, record);
            else
                compare(before.records[old->second], record);
        }
        for (const Record& record : before.records)
            if (!after.by_id.contains(folded_id(record.id))) whole(DifferenceKind::removed, record);
    }

    void whole(DifferenceKind kind, const Record& record) {
        Difference difference{kind, section_, record.id, {}, {}, {}, {}, {}};
        const bool added = kind == DifferenceKind::added;
        if (record.id.empty()) (added ? difference.after : difference.before) = one_line(record.value);
        (added ? difference.after_place : difference.before_place) = record.value.key_place();
        found_.push_back(std::move(difference));
    }

    static const Field* find(const Fields& fields, const std::string& path) {
        const auto found = std::ranges::find(fields, path, &Field::path);
        return found == fields.end() ? nullptr : &*found;
    }

    void compare(const Record& before, const Record& after) {
        for (const Field& field : after.fields) {
            const Field* old = find(before.fields, field.path);
            compare({after.id, field.path}, old ? old->value : TreeValue{}, field.value);
        }
        for (const Field& field : before.fields)
            if (!find(after.fields, field.path)) compare({after.id, field.path}, field.value, TreeValue{});
    }

    struct Path {
        const std::string &id, &field;
    };
    void compare(const Path& path, const TreeValue& before, const TreeValue& after) {
        const bool both = before.exists() && after.exists();
        if (both && meaning(before) == meaning(after)) return;
        const DifferenceKind kind = both              ? DifferenceKind::changed
                                    : before.exists() ? DifferenceKind::removed
                                                      : DifferenceKind::added;
        found_.push_back(
            {kind, section_, path.id, path.field, one_line(before), one_line(after), before.place(), after.place()});
    }

    std::string section_;
    std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> differences(const std::vector<const NodeTree*>& before,
                                    const std::vector<const NodeTree*>& after) {
    return Comparison().run(Version(before), Version(after));
}

}  // namespace masar::planfile
