#include "planfile/diff_plan.h"

#include <algorithm>
#include <map>
#include <string>

namespace masar::planfile {
namespace {

using plan::Difference;
using plan::DifferenceKind;

/// A value somewhere in one of the files of a plan.
struct Value {
    const NodeTree* tree = nullptr;
    NodeId node = no_node;

    [[nodiscard]] bool exists() const { return tree != nullptr; }
    [[nodiscard]] NodeKind kind() const { return (*tree)[node].kind; }
    [[nodiscard]] base::Place place() const { return exists() ? tree->place(node) : base::Place{}; }
};

std::string one_line(Value value);

std::string joined(Value value) {
    std::string out;
    for (const NodeId child : value.tree->children(value.node)) {
        if (!out.empty()) out += ", ";
        if (value.kind() == NodeKind::map) out += std::string(value.tree->key(child)) + ": ";
        out += one_line({value.tree, child});
    }
    return out;
}

std::string one_line(Value value) {
    if (!value.exists()) return {};
    if (value.kind() == NodeKind::scalar) return std::string(value.tree->text(value.node));
    const std::string inside = joined(value);
    if (value.kind() == NodeKind::map) return "{" + inside + "}";
    // A list of one reads like the scalar that may be written for it.
    return value.tree->children(value.node).count() == 1 ? inside : "[" + inside + "]";
}

using Fields = std::vector<std::pair<std::string, Value>>;

/// Values by their path below a record; maps of scalars are compared key by key, lists as a whole.
void collect_fields(Value value, const std::string& path, Fields& fields) {
    if (value.kind() != NodeKind::map || value.tree->children(value.node).empty()) {
        fields.emplace_back(path, value);
        return;
    }
    for (const NodeId child : value.tree->children(value.node)) {
        const std::string key(value.tree->key(child));
        collect_fields({value.tree, child}, path.empty() ? key : path + "." + key, fields);
    }
}

struct Records {
    std::vector<std::string> order;
    std::map<std::string, Fields, std::less<>> fields;
};
/// Per top-level key; a top-level field such as `start` has one record with an empty id.
struct Sections {
    std::vector<std::string> order;
    std::map<std::string, Records, std::less<>> records;
};

/// Waivers, rates and other lists have no ids: what they say is their identity.
std::string item_id(Value item) { return one_line(item); }

bool holds_records(Value section) {
    if (section.kind() == NodeKind::scalar) return false;
    if (section.kind() == NodeKind::list) return true;
    for (const NodeId child : section.tree->children(section.node))
        if ((*section.tree)[child].kind != NodeKind::map) return false;
    return !section.tree->children(section.node).empty();
}

void add_record(Sections& sections, const std::string& section, const std::string& id, Value value) {
    if (!sections.records.contains(section)) sections.order.push_back(section);
    Records& records = sections.records[section];
    if (!records.fields.contains(id)) records.order.push_back(id);
    collect_fields(value, {}, records.fields[id]);
}

Sections sections_of(const std::vector<const NodeTree*>& files) {
    Sections sections;
    for (const NodeTree* tree : files) {
        if (tree->empty()) continue;
        for (const NodeId section : tree->children(NodeTree::root())) {
            const std::string name(tree->key(section));
            const Value value{tree, section};
            if (!holds_records(value)) {
                add_record(sections, name, {}, value);
                continue;
            }
            for (const NodeId record : tree->children(section)) {
                const Value item{tree, record};
                add_record(sections, name,
                           value.kind() == NodeKind::map ? std::string(tree->key(record)) : item_id(item), item);
            }
        }
    }
    return sections;
}

const Records& records_in(const Sections& sections, const std::string& name) {
    static const Records none;
    const auto found = sections.records.find(name);
    return found == sections.records.end() ? none : found->second;
}

Value field_in(const Fields& fields, const std::string& path) {
    const auto found = std::ranges::find(fields, path, &Fields::value_type::first);
    return found == fields.end() ? Value{} : found->second;
}

class Comparison {
public:
    Comparison(const Sections& before, const Sections& after) : before_(before), after_(after) {}

    std::vector<Difference> run() {
        for (const std::string& section : after_.order) compare_section(section);
        for (const std::string& section : before_.order)
            if (!after_.records.contains(section)) compare_section(section);
        return std::move(found_);
    }

private:
    void compare_section(const std::string& section) {
        const Records& before = records_in(before_, section);
        const Records& after = records_in(after_, section);
        for (const std::string& id : after.order) {
            const auto old = before.fields.find(id);
            if (old == before.fields.end())
                whole(DifferenceKind::added, section, id, after.fields.find(id)->second);
            else
                compare_fields(section, id, old->second, after.fields.find(id)->second);
        }
        for (const std::string& id : before.order)
            if (!after.fields.contains(id)) whole(DifferenceKind::removed, section, id, before.fields.find(id)->second);
    }

    void whole(DifferenceKind kind, const std::string& section, const std::string& id, const Fields& fields) {
        const base::Place place = fields.empty() ? base::Place{} : fields.front().second.place();
        Difference difference{kind, section, id, {}, {}, {}, {}, {}};
        if (id.empty() && !fields.empty())
            (kind == DifferenceKind::added ? difference.after : difference.before) = one_line(fields.front().second);
        (kind == DifferenceKind::added ? difference.after_place : difference.before_place) = place;
        found_.push_back(std::move(difference));
    }

    void compare_fields(const std::string& section, const std::string& id, const Fields& before, const Fields& after) {
        for (const auto& [path, value] : after) compare_value({section, id, path}, field_in(before, path), value);
        for (const auto& [path, value] : before)
            if (!field_in(after, path).exists()) compare_value({section, id, path}, value, {});
    }

    struct Path {
        const std::string &section, &id, &field;
    };
    void compare_value(const Path& path, Value before, Value after) {
        const std::string old_text = one_line(before), new_text = one_line(after);
        if (before.exists() && after.exists() && old_text == new_text) return;
        const DifferenceKind kind = !before.exists()  ? DifferenceKind::added
                                    : !after.exists() ? DifferenceKind::removed
                                                      : DifferenceKind::changed;
        found_.push_back({kind, path.section, path.id, path.field, old_text, new_text, before.place(), after.place()});
    }

    const Sections& before_;
    const Sections& after_;
    std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> differences(const std::vector<const NodeTree*>& before,
                                    const std::vector<const NodeTree*>& after) {
    const Sections old_sections = sections_of(before), new_sections = sections_of(after);
    return Comparison(old_sections, new_sections).run();
}

}  // namespace masar::planfile
