#include "planfile/tree_editor.h"

#include <algorithm>

namespace masar::planfile {
namespace {

std::size_t rank(std::span<const Keyword> fields, std::string_view key) {
    return static_cast<std::size_t>(std::ranges::find(fields, key, &Keyword::name) - fields.begin());
}

bool below_blank_line(const TextLayout& layout, std::size_t begin) {
    const std::size_t line = layout.line_begin(begin);
    return line > 0 && layout.is_blank(layout.line_begin(line - 1));
}

}  // namespace

std::vector<NodeId> TreeEditor::children(NodeId container) const {
    std::vector<NodeId> found;
    for (const NodeId child : tree_.children(container)) found.push_back(child);
    return found;
}

Shape TreeEditor::below(const Spot& container, NodeId child) const {
    return tree_[container.node].kind == NodeKind::map ? container.shape.of_entry(tree_.key(child))
                                                       : container.shape.of_item();
}

Shape TreeEditor::below(const Spot& container, const WrittenValue& entry) const {
    return tree_[container.node].kind == NodeKind::map ? container.shape.of_entry(entry.key)
                                                       : container.shape.of_item();
}

bool TreeEditor::in_brackets(NodeId node) const {
    for (NodeId at = NodeTree::root();;) {
        if (tree_[at].flow) return true;
        if (at == node) return false;
        for (const NodeId child : tree_.children(at))
            if (child <= node && node < tree_[child].subtree_end) {
                at = child;
                break;
            }
    }
}

void TreeEditor::set(const Spot& at, const WrittenValue& value) {
    const Node& node = tree_[at.node];
    if (says(tree_, at.node, value)) return;
    const bool both_hold = node.kind == value.kind && node.kind != NodeKind::scalar;
    if (both_hold && !value.entries.empty() && !tree_.children(at.node).empty()) return set_entries(at, value);
    replace(at, value);
}

void TreeEditor::set_entries(const Spot& container, const WrittenValue& value) {
    const bool map = value.kind == NodeKind::map;
    arrange(container, map ? pieces_of_map(container, value) : pieces_of_list(container, value));
}

/// Own entries stay in their order, new ones stand where the schema has them.
TreeEditor::Pieces TreeEditor::pieces_of_map(const Spot& map, const WrittenValue& value) const {
    Pieces pieces;
    for (const NodeId child : tree_.children(map.node))
        if (const WrittenValue* wanted = value.find(tree_.key(child)); wanted && !tree_[child].duplicate)
            pieces.push_back({child, wanted});
    const std::span<const Keyword> fields = map.shape.fields();
    const auto key_of = [&](const Piece& piece) {
        return piece.kept == no_node ? std::string_view(piece.fresh->key) : tree_.key(piece.kept);
    };
    for (const WrittenValue& entry : value.entries) {
        if (tree_.find(map.node, entry.key) != no_node) continue;
        auto place = pieces.end();
        if (!fields.empty())
            while (place != pieces.begin() && rank(fields, key_of(*(place - 1))) > rank(fields, entry.key)) --place;
        pieces.insert(place, {no_node, &entry});
    }
    return pieces;
}

/// Items that say the same stay, those between them are changed in place as far as they go.
TreeEditor::Pieces TreeEditor::pieces_of_list(const Spot& list, const WrittenValue& value) const {
    const std::vector<NodeId> old = children(list.node);
    const std::size_t n = old.size(), m = value.entries.size();
    std::vector<WrittenValue> was;
    for (const NodeId item : old) was.push_back(written_value(tree_, item));
    // Longest common subsequence; lists of a plan file are short.
    std::vector<std::vector<std::size_t>> common(n + 1, std::vector<std::size_t>(m + 1, 0));
    const auto same = [&](std::size_t i, std::size_t j) { return says_the_same(was[i], value.entries[j]); };
    for (std::size_t i = n; i-- > 0;)
        for (std::size_t j = m; j-- > 0;)
            common[i][j] = same(i, j) ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    Pieces pieces;
    for (std::size_t i = 0, j = 0; j < m;) {
        const bool match = i < n && same(i, j);
        if (i < n && !match && common[i + 1][j + 1] == common[i][j])
            pieces.push_back({old[i++], &value.entries[j++]});  // changed in place
        else if (match)
            pieces.push_back({old[i++], &value.entries[j++]});
        else if (i < n && common[i + 1][j] >= common[i][j + 1])
            ++i;
        else
            pieces.push_back({no_node, &value.entries[j++]});
    }
    return pieces;
}

void TreeEditor::arrange(const Spot& container, const Pieces& pieces) {
    for (const Piece& piece : pieces)
        if (piece.kept != no_node && piece.fresh != nullptr)
            set({piece.kept, below(container, piece.kept)}, *piece.fresh);
    tree_[container.node].flow ? arrange_brackets(container, pieces) : arrange_block(container, pieces);
}

void TreeEditor::add_entry(const Spot& map, const WrittenValue& entry) {
    const std::vector<NodeId> own = children(map.node);
    WrittenValue whole{{}, NodeKind::map, {}, {}};
    if (own.empty()) {
        whole.entries.push_back(entry);
        return replace(map, whole);
    }
    Pieces pieces;
    for (const NodeId child : own) pieces.push_back({child, nullptr});
    const std::span<const Keyword> fields = map.shape.fields();
    auto place = pieces.end();
    if (!fields.empty())
        while (place != pieces.begin() && rank(fields, tree_.key((place - 1)->kept)) > rank(fields, entry.key)) --place;
    pieces.insert(place, {no_node, &entry});
    arrange(map, pieces);
}

void TreeEditor::add_item(const Spot& list, const WrittenValue& item) {
    const Node& node = tree_[list.node];
    WrittenValue whole{{}, NodeKind::list, {}, {}};
    if (node.kind != NodeKind::list) {
        whole.entries = {written_value(tree_, list.node), item};
        return replace(list, whole);
    }
    if (tree_.children(list.node).empty()) {
        whole.entries = {item};
        return replace(list, whole);
    }
    Pieces pieces;
    for (const NodeId child : tree_.children(list.node)) pieces.push_back({child, nullptr});
    pieces.push_back({no_node, &item});
    arrange(list, pieces);
}

void TreeEditor::remove(const Spot& container, NodeId entry) {
    Pieces pieces;
    for (const NodeId child : tree_.children(container.node))
        if (child != entry) pieces.push_back({child, nullptr});
    arrange(container, pieces);
}

void TreeEditor::rename_key(NodeId entry, std::string_view key) {
    splices_.replace(tree_[entry].key_begin, tree_[entry].key_end, key_text(key));
}

// Brackets.

void TreeEditor::arrange_brackets(const Spot& container, const Pieces& pieces) {
    const std::vector<NodeId> own = children(container.node);
    std::optional<std::size_t> last_kept;
    for (std::size_t i = 0; i < own.size(); ++i)
        if (std::ranges::find(pieces, own[i], &Piece::kept) != pieces.end()) last_kept = i;
    for (std::size_t i = 0; i < own.size(); ++i)
        if (std::ranges::find(pieces, own[i], &Piece::kept) == pieces.end()) remove_from_brackets(own, i, last_kept);

    NodeId before = no_node;
    std::string waiting;  // new entries before the first kept one
    for (const Piece& piece : pieces) {
        if (piece.kept != no_node) {
            if (!waiting.empty()) splices_.insert(layout_.begin(piece.kept), waiting + ", ");
            waiting.clear();
            before = piece.kept;
            continue;
        }
        const std::string text = flow_entry(*piece.fresh, below(container, *piece.fresh));
        if (before != no_node)
            splices_.insert(layout_.end(before), ", " + text);
        else
            waiting.append(waiting.empty() ? "" : ", ").append(text);
    }
    if (!waiting.empty()) splices_.insert(tree_[container.node].value_begin + 1, waiting);
}

/// With one of the commas beside it, the one between it and what stays; comments between the entries stay.
void TreeEditor::remove_from_brackets(std::span<const NodeId> children, std::size_t at,
                                      std::optional<std::size_t> last_kept) {
    const std::size_t begin = layout_.begin(children[at]), end = layout_.end(children[at]);
    const bool comma_behind = last_kept && at < *last_kept;
    if (!comma_behind && at == 0) return splices_.remove(begin, end);
    const std::size_t gap_begin = comma_behind ? end : layout_.end(children[at - 1]);
    const std::size_t gap_end = comma_behind ? layout_.begin(children[at + 1]) : begin;
    const std::string_view gap = tree_.source().substr(gap_begin, gap_end - gap_begin);
    if (gap.find('#') == std::string_view::npos)
        return splices_.remove(std::min(begin, gap_begin), std::max(end, gap_end));
    splices_.remove(begin, end);
    // The comma may stand behind a comment that has commas of its own.
    bool in_comment = false;
    for (std::size_t i = 0; i < gap.size(); ++i) {
        if (gap[i] == '\n') in_comment = false;
        if (gap[i] == '#') in_comment = true;
        if (gap[i] == ',' && !in_comment) return splices_.replace(gap_begin + i, gap_begin + i + 1, " ");
    }
}

// Blocks.

void TreeEditor::arrange_block(const Spot& container, const Pieces& pieces) {
    const std::vector<NodeId> own = children(container.node);
    const std::vector<std::size_t> begins = layout_.block_begins(container.node);
    const std::size_t column = layout_.column(begins.front());
    const auto stays = [&](NodeId child) { return std::ranges::find(pieces, child, &Piece::kept) != pieces.end(); };
    for (std::size_t i = 0; i < own.size(); ++i)
        if (!stays(own[i])) remove_lines(own[i], begins[i]);

    const BlockStyle style{column, layout_.newline(), RecordStyle::lines};
    NodeId before = no_node;
    for (const Piece& piece : pieces) {
        if (piece.kept != no_node) {
            before = piece.kept;
            continue;
        }
        const std::string lines = block_entry(*piece.fresh, below(container, *piece.fresh), style);
        if (before != no_node)
            insert_lines(layout_.after_block_entry(before, column), lines);
        else
            insert_before_first(container, lines, column);
    }
}

void TreeEditor::insert_lines(std::size_t at, std::string lines) {
    const bool unfinished = at == tree_.source().size() && !tree_.source().empty() && !tree_.source().ends_with('\n');
    if (unfinished) {
        // The last line has no end: the new ones take its place.
        const std::string_view newline = layout_.newline();
        lines.erase(lines.size() - newline.size());
        lines.insert(0, newline);
    }
    splices_.insert(at, std::move(lines));
}

void TreeEditor::insert_before_first(const Spot& container, const std::string& lines, std::size_t column) {
    const std::size_t first = layout_.block_begins(container.node).front();
    const std::string_view ahead = tree_.source().substr(layout_.line_begin(first), first - layout_.line_begin(first));
    const bool own_line = ahead.find_first_not_of(' ') == std::string_view::npos;
    if (own_line) return splices_.insert(layout_.line_begin(first), lines);
    // The first entry shares the line of a dash.
    splices_.insert(first, lines.substr(column) + std::string(column, ' '));
}

void TreeEditor::remove_lines(NodeId entry, std::size_t begin) {
    const std::size_t column = layout_.column(begin), line = layout_.line_begin(begin);
    const std::size_t after = layout_.after_block_entry(entry, column);
    const std::string_view text = tree_.source();
    const bool own_line = text.substr(line, begin - line).find_first_not_of(' ') == std::string_view::npos;
    if (!own_line) {
        const std::size_t words = text.find_first_not_of(" \r\n", after);
        return splices_.remove(begin, std::min(words, text.size()));
    }
    const bool blank_after = after < text.size() && layout_.is_blank(after);
    const std::size_t above = line == 0 ? 0 : layout_.line_begin(line - 1);
    const bool blank_above = line > 0 && layout_.is_blank(above);
    if (blank_above && blank_after) return splices_.remove(line, layout_.next_line(after));
    splices_.remove(blank_above && after == text.size() ? above : line, after);
}

void TreeEditor::add_record(const Spot& heading, const WrittenValue& record) {
    const std::vector<NodeId> own = children(heading.node);
    if (tree_[heading.node].flow || own.empty() || tree_[heading.node].kind != NodeKind::map)
        return add_entry(heading, record);
    const std::size_t column = layout_.column(layout_.begin(own.back()));
    const bool like_brackets = tree_[own.back()].flow;
    const BlockStyle style{column, layout_.newline(), like_brackets ? RecordStyle::brackets : RecordStyle::lines};
    std::string lines = block_entry(record, below(heading, record), style);
    if (own.size() > 1 && below_blank_line(layout_, layout_.begin(own.back()))) lines.insert(0, style.line_end);
    insert_lines(layout_.after_block_entry(own.back(), column), std::move(lines));
}

void TreeEditor::add_heading(const WrittenValue& heading) {
    const Spot root{NodeTree::root(), Shape::of_plan()};
    const bool set_off = std::ranges::any_of(children(NodeTree::root()), [&](NodeId child) {
        const bool many = tree_[child].kind != NodeKind::scalar && !tree_[child].flow;
        return many && below_blank_line(layout_, layout_.begin(child));
    });
    const bool lines = heading.kind != NodeKind::scalar && !tree_[NodeTree::root()].flow;
    if (!set_off || !lines) return add_entry(root, heading);
    const std::span<const Keyword> fields = root.shape.fields();
    NodeId before = no_node;
    for (const NodeId child : tree_.children(NodeTree::root()))
        if (before == no_node || rank(fields, tree_.key(child)) <= rank(fields, heading.key)) before = child;
    const BlockStyle style{0, layout_.newline(), RecordStyle::lines};
    insert_lines(layout_.after_block_entry(before, 0),
                 std::string(layout_.newline()) + block_entry(heading, root.shape.of_entry(heading.key), style));
}

}  // namespace masar::planfile
