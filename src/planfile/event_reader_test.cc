#include "planfile/event_reader.h"

#include <gtest/gtest.h>

namespace masar::planfile {
namespace {

using base::Place;

/// The tree written out again in one line: {key: value, …}, [a, b], scalars in '…'.
std::string shown(const NodeTree& tree, NodeId id) {
    const Node& node = tree[id];
    if (node.kind == NodeKind::scalar) return "'" + std::string(tree.text(id)) + "'";
    std::string out = node.kind == NodeKind::map ? "{" : "[";
    for (const NodeId child : tree.children(id)) {
        if (out.size() > 1) out += ", ";
        if (node.kind == NodeKind::map) out += std::string(tree.key(child)) + ": ";
        out += shown(tree, child);
    }
    return out + (node.kind == NodeKind::map ? "}" : "]");
}

std::string shown(std::string_view text) {
    const ReadTree read = read_tree(text, 0);
    return read.tree.empty() ? "nothing" : shown(read.tree, NodeTree::root());
}

std::string complaint(std::string_view text) {
    const ReadTree read = read_tree(text, 0);
    std::string out;
    for (const auto& each : read.diagnostics)
        out += each.code + "@" + std::to_string(each.place.line) + ":" + std::to_string(each.place.column) + "-"
               + std::to_string(each.place.end_column) + " ";
    return out;
}

TEST(EventReader, ReadsBlockAndFlowAlike) {
    EXPECT_EQ(shown("a: {b: [x, 'y']}\nc:\n  d: e f\n  g:\n  - 1\n  - h: i\n    j:\n"),
              "{a: {b: ['x', 'y']}, c: {d: 'e f', g: ['1', {h: 'i', j: ''}]}}");
}

TEST(EventReader, KeepsScalarsAsText) {
    EXPECT_EQ(shown("a: no\nb: 1:30\nc: 2028-02-30\nd: ~\n"), "{a: 'no', b: '1:30', c: '2028-02-30', d: '~'}");
}

TEST(EventReader, ResolvesEscapesAndFolding) {
    EXPECT_EQ(shown("a: \"x\\ny\"\nb: 'it''s'\nc: one\n  two\n"), "{a: 'x\ny', b: 'it's', c: 'one two'}");
}

TEST(EventReader, PlacesCountCodePoints) {
    const ReadTree read = read_tree("نص: {عربي: \"قيمة\", b: c}\n", 7);
    const NodeTree& tree = read.tree;
    const NodeId outer = *tree.children(0).begin(), inner = *tree.children(outer).begin();
    EXPECT_EQ(tree.key_place(outer), (Place{1, 1, 2, 7}));
    EXPECT_EQ(tree.place(outer), (Place{1, 5, 24, 7}));
    EXPECT_EQ(tree.key_place(inner), (Place{1, 6, 9, 7}));
    EXPECT_EQ(tree.place(inner), (Place{1, 12, 17, 7})) << "quotes belong to the value";
    EXPECT_EQ(tree.text(inner), "قيمة");
}

TEST(EventReader, ByteOrderMarkIsNoColumn) {
    const ReadTree read = read_tree(
        "\xEF\xBB\xBF"
        "a: b\n",
        0);
    EXPECT_EQ(read.tree.key_place(1), (Place{1, 1, 1, 0}));
    EXPECT_EQ(read.tree.text(1), "b");
}

TEST(EventReader, EndsOfBlocksAreEndsOfTheirLastChild) {
    const std::string_view text = "a:\n  b: [1, 2]\n  # comment\n\nc: d\n";
    const ReadTree read = read_tree(text, 0);
    const NodeTree& tree = read.tree;
    EXPECT_EQ(text.substr(tree[1].value_begin, tree[1].value_end - tree[1].value_begin), "b: [1, 2]");
    EXPECT_EQ(text.substr(tree[2].value_begin, tree[2].value_end - tree[2].value_begin), "[1, 2]");
}

TEST(EventReader, ReportsDuplicateKeysWithBothPlaces) {
    const ReadTree read = read_tree("a: 1\nb: 2\na: 3\n", 0);
    ASSERT_EQ(read.diagnostics.size(), 1U);
    EXPECT_EQ(read.diagnostics[0].code, "MSR0112");
    EXPECT_EQ(read.diagnostics[0].place, (Place{3, 1, 1, 0}));
    EXPECT_EQ(read.diagnostics[0].related[0].place, (Place{1, 1, 1, 0}));
}

TEST(EventReader, FindsDuplicatesAmongManyKeys) {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "k" + std::to_string(i) + ": v\n";
    EXPECT_EQ(complaint(text + "k4999: w\nk3: w\n"), "MSR0112@5001:1-5 MSR0112@5002:1-2 ");
}

TEST(EventReader, RefusesWhatTheSubsetLeavesOut) {
    EXPECT_EQ(complaint("a: &x 1\n"), "MSR0109@1:4-5 ");
    EXPECT_EQ(complaint("a: *x\n"), "MSR0109@1:4-5 ");
    EXPECT_EQ(complaint("a: !!int 3\n"), "MSR0109@1:4-8 ");
    EXPECT_EQ(complaint("a: |\n  x\n").substr(0, 7), "MSR0109");
    EXPECT_EQ(complaint("? a\n: b\n"), "MSR0109@1:3-3 ");
    EXPECT_EQ(complaint("a: 1\n---\nb: 2\n"), "MSR0109@2:1-3 ");
    EXPECT_EQ(complaint("{a: 1}: b\n").substr(0, 7), "MSR0109");
    EXPECT_EQ(complaint("x: [a: b]\n"), "MSR0109@1:6-6 ");
    EXPECT_EQ(complaint("- a\n"), "MSR0111@1:1-1 ");
    EXPECT_EQ(complaint("just words\n"), "MSR0111@1:1-10 ");
    EXPECT_EQ(complaint(""), "MSR0110@1:1-1 ");
    EXPECT_EQ(complaint("# nothing\n"), "MSR0110@1:1-1 ");
}

TEST(EventReader, KeepsWhatStandsBeforeASyntaxError) {
    EXPECT_EQ(shown("a: {b: c}\nd:\n  e: 1\n  f: @\n"), "{a: {b: 'c'}, d: {e: '1'}}");
    EXPECT_EQ(complaint("a: 1\nb: @x\n"), "MSR0107@2:4-4 ");
    EXPECT_EQ(complaint("a: 1\nb: [1, 2\n"), "MSR0107@2:4-4 ") << "where the bracket opens";
}

TEST(EventReader, KeepsWhatStandsBeforeAGuardedLine) {
    EXPECT_EQ(shown("a: 1\nb:\n  c: 2\n\td: 3\n"), "{a: '1', b: {c: '2'}}");
    EXPECT_EQ(complaint("a: 1\nb:\n  c: 2\n\td: 3\n"), "MSR0103@4:1-1 ");
}

TEST(EventReader, StopsAtThirtyTwoLevels) {
    const auto nested = [](std::size_t levels) {
        return "a: " + std::string(levels, '[') + std::string(levels, ']') + "\n";
    };
    EXPECT_EQ(complaint(nested(greatest_depth - 1)), "");
    EXPECT_EQ(complaint(nested(greatest_depth)).substr(0, 7), "MSR0108");
    EXPECT_EQ(complaint(nested(100'000)).substr(0, 7), "MSR0108");
}

TEST(EventReader, ALineOfAHundredMegabytesIsRefusedAtOnce) {
    const std::string text = "a: 1\n{" + std::string(100'000'000, 'x');
    EXPECT_EQ(complaint(text), "MSR0106@2:1-1 ");
    EXPECT_EQ(shown(text), "{a: '1'}");
}

}  // namespace
}  // namespace masar::planfile
