#include "planfile/duplicate_keys.h"

#include "base/diagnostic_catalogue.h"
#include "planfile/code.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace masar::planfile {
namespace {

constexpr std::size_t few = 12;  ///< up to so many, comparing all pairs is faster than hashing

struct Keyed {
    std::string_view key;
    NodeId id;
};

void report(NodeTree& tree, NodeId again, NodeId first, base::Diagnostics& diagnostics) {
    tree.edit(again).duplicate = true;
    const std::string key(tree.key(again));
    base::Diagnostic diagnostic =
        base::make_diagnostic(code::duplicate_key, tree.key_place(again),
                              {"key '" + key + "' stands here a second time", "المفتاح «" + key + "» مكرر هنا"},
                              {"keep one of the two", "أبقِ واحداً منهما"});
    diagnostic.related.push_back({tree.key_place(first), {"first here", "ورد أول مرة هنا"}});
    diagnostics.push_back(std::move(diagnostic));
}

NodeId earlier(const std::vector<Keyed>& seen, std::string_view key) {
    for (const Keyed& each : seen)
        if (each.key == key) return each.id;
    return no_node;
}

}  // namespace

void mark_duplicate_keys(NodeTree& tree, NodeId map, base::Diagnostics& diagnostics) {
    std::vector<Keyed> seen;
    std::unordered_map<std::string_view, NodeId> hashed;
    for (const NodeId child : tree.children(map)) {
        const std::string_view key = tree.key(child);
        if (seen.size() < few) {
            const NodeId first = earlier(seen, key);
            first == no_node ? seen.push_back({key, child}) : report(tree, child, first, diagnostics);
            continue;
        }
        if (hashed.empty())
            for (const Keyed& each : seen) hashed.emplace(each.key, each.id);
        const auto [found, fresh] = hashed.emplace(key, child);
        if (!fresh) report(tree, child, found->second, diagnostics);
    }
}

}  // namespace masar::planfile
