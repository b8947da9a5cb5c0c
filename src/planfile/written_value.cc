#include "planfile/written_value.h"

#include "base/json_writer.h"
#include "base/terminal_width.h"
#include "planfile/format_plan.h"
#include "planfile/scalar_text.h"

#include <algorithm>

namespace masar::planfile {
namespace {

constexpr std::size_t level = 2;

std::size_t rank(std::span<const Keyword> fields, std::string_view key) {
    return static_cast<std::size_t>(std::ranges::find(fields, key, &Keyword::name) - fields.begin());
}

/// As `fmt` would order them.
std::vector<const WrittenValue*> in_order(const WrittenValue& value, const Shape& shape) {
    std::vector<const WrittenValue*> entries;
    for (const WrittenValue& each : value.entries) entries.push_back(&each);
    const std::span<const Keyword> fields = shape.fields();
    if (value.kind == NodeKind::map && !fields.empty())
        std::ranges::stable_sort(entries, {}, [&](const WrittenValue* each) { return rank(fields, each->key); });
    return entries;
}

Shape below(const Shape& shape, const WrittenValue& container, const WrittenValue& entry) {
    return container.kind == NodeKind::map ? shape.of_entry(entry.key) : shape.of_item();
}

bool list_of_one(const WrittenValue& value) { return value.kind == NodeKind::list && value.entries.size() == 1; }

/// What holds the records of a whole section: they stand under each other.
bool is_heading(const Shape& shape) { return shape.record() < Kind::plan; }

std::string head(const WrittenValue& entry) { return entry.key.empty() ? "-" : key_text(entry.key) + ":"; }

}  // namespace

const WrittenValue* WrittenValue::find(std::string_view wanted) const {
    const auto found = std::ranges::find(entries, wanted, &WrittenValue::key);
    return kind == NodeKind::map && found != entries.end() ? &*found : nullptr;
}

WrittenValue written_text(std::string text) { return {{}, NodeKind::scalar, std::move(text), {}}; }

bool says_the_same(const WrittenValue& one, const WrittenValue& other) {
    const WrittenValue &a = list_of_one(one) ? one.entries.front() : one,
                       &b = list_of_one(other) ? other.entries.front() : other;
    if (a.kind != b.kind || a.text != b.text || a.entries.size() != b.entries.size()) return false;
    if (a.kind == NodeKind::list) return std::ranges::equal(a.entries, b.entries, says_the_same);
    return std::ranges::all_of(a.entries, [&](const WrittenValue& each) {
        const WrittenValue* same = b.find(each.key);
        return same != nullptr && says_the_same(each, *same);
    });
}

WrittenValue written_value(const NodeTree& tree, NodeId node) {
    WrittenValue value;
    value.kind = tree[node].kind;
    value.text = tree.text(node);
    for (const NodeId child : tree.children(node)) {
        if (tree[child].duplicate) continue;
        value.entries.push_back(written_value(tree, child));
        value.entries.back().key = tree.key(child);
    }
    return value;
}

bool says(const NodeTree& tree, NodeId node, const WrittenValue& value) {
    return says_the_same(written_value(tree, node), value);
}

std::string flow_text(const WrittenValue& value, const Shape& shape) {
    if (value.kind == NodeKind::scalar) return scalar_text(value.text);
    const bool map = value.kind == NodeKind::map;
    std::string out(1, map ? '{' : '[');
    for (const WrittenValue* entry : in_order(value, shape)) {
        if (out.size() > 1) out += ", ";
        out += flow_entry(*entry, below(shape, value, *entry));
    }
    return out + (map ? '}' : ']');
}

std::string flow_entry(const WrittenValue& entry, const Shape& shape) {
    return entry.key.empty() ? flow_text(entry, shape) : key_text(entry.key) + ": " + flow_text(entry, shape);
}

std::string block_entry(const WrittenValue& entry, const Shape& shape, const BlockStyle& style) {
    std::string out(style.indent, ' ');
    out += head(entry);
    const bool spread = style.records == RecordStyle::lines && (shape.record_with_id() || is_heading(shape));
    if (!spread || entry.entries.empty()) {
        const std::string flow = flow_text(entry, shape);
        const bool fits = style.indent + base::display_width(head(entry) + flow) + 1 <= line_width;
        if (fits || entry.kind == NodeKind::scalar || entry.entries.empty())
            return out.append(" ").append(flow).append(style.line_end);
    }
    const BlockStyle deeper{style.indent + level, style.line_end, style.records};
    std::string lines;
    for (const WrittenValue* each : in_order(entry, shape))
        lines += block_entry(*each, below(shape, entry, *each), deeper);
    // The first line of an item shares the line of its dash.
    if (entry.key.empty()) return out + " " + lines.substr(deeper.indent);
    return out.append(style.line_end) + lines;
}

std::string key_text(std::string_view key) {
    // Colons inside plain keys are allowed, but nobody wants to read them.
    return key.find(':') == std::string_view::npos ? scalar_text(key) : base::json_quoted(key);
}

}  // namespace masar::planfile
