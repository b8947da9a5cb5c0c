#include "planfile/json_schema.h"

#include "base/diagnostic.h"
#include "planfile/event_reader.h"
#include "planfile/read_plan.h"

#include <boost/json.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <unordered_map>

namespace masar::planfile {
namespace {

namespace json = boost::json;

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The part of draft 2020-12 that the schema uses, over a plan as an editor reads it: unquoted scalars are numbers, booleans or null
/// where YAML's core schema says so.
class Validator {
public:
    explicit Validator(const std::string& schema) : schema_(json::parse(schema)) {}

    /// The first thing wrong; empty when valid.
    std::string complaint(const NodeTree& tree) {
        tree_ = &tree;
        complaint_.clear();
        if (!tree.empty()) (void)valid(NodeTree::root(), schema_.as_object());
        return complaint_;
    }

private:
    bool no(NodeId node, const std::string& why) {
        const base::Place place = tree_->key_place(node);
        complaint_ = std::to_string(place.line) + ":" + std::to_string(place.column) + " " + why;
        return false;
    }

    bool valid(NodeId node, const json::object& schema) {
        for (const auto& [word, value] : schema)
            if (!valid(node, word, value, schema)) return false;
        return true;
    }

    bool valid(NodeId node, std::string_view word, const json::value& value, const json::object& schema) {
        if (word == "$ref") return valid(node, definition(value));
        if (word == "type") return has_type(node, value) || no(node, "is no " + json::serialize(value));
        if (word == "pattern") return type_of(node) != "string" || matches(std::string(tree_->text(node)), value, node);
        if (word == "enum") return is_listed(node, value.as_array()) || no(node, "not in " + json::serialize(value));
        if (word == "anyOf") return any(node, value.as_array());
        if (word == "required") return has_required(node, value.as_array());
        if (word == "items") return items_valid(node, value.as_object());
        if (word == "propertyNames") return names_valid(node, value.as_object());
        if (word == "additionalProperties") return entries_valid(node, value, schema);
        return true;  // properties: with additionalProperties; the others are words for people
    }

    const json::object& definition(const json::value& reference) {
        const std::string_view path = reference.as_string();
        return schema_.at("$defs").at(path.substr(std::string_view("#/$defs/").size())).as_object();
    }

    std::string type_of(NodeId node) const {
        if ((*tree_)[node].kind != NodeKind::scalar) return (*tree_)[node].kind == NodeKind::map ? "object" : "array";
        if ((*tree_)[node].value_style != ScalarStyle::plain) return "string";
        static const std::regex integer("[-+]?[0-9]+"), number("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
            boolean("true|True|TRUE|false|False|FALSE"), null("|~|null|Null|NULL");
        const std::string text(tree_->text(node));
        if (std::regex_match(text, null)) return "null";
        if (std::regex_match(text, boolean)) return "boolean";
        if (std::regex_match(text, integer)) return "integer";
        return std::regex_match(text, number) ? "number" : "string";
    }

    bool has_type(NodeId node, const json::value& types) const {
        const std::string type = type_of(node);
        const auto one = [&](const json::value& each) {
            return each.as_string() == type || (each.as_string() == "number" && type == "integer");
        };
        return types.is_string() ? one(types) : std::ranges::any_of(types.as_array(), one);
    }

    bool matches(const std::string& text, const json::value& pattern, NodeId node) {
        std::regex& regex =
            patterns_.try_emplace(std::string(pattern.as_string()), std::string(pattern.as_string())).first->second;
        return std::regex_search(text, regex) || no(node, "'" + text + "' is no " + std::string(pattern.as_string()));
    }

    bool is_listed(NodeId node, const json::array& options) const {
        return std::ranges::any_of(options,
                                   [&](const json::value& each) { return each.as_string() == tree_->text(node); });
    }

    bool any(NodeId node, const json::array& schemas) {
        for (const json::value& each : schemas) {
            if (!valid(node, each.as_object())) continue;
            complaint_.clear();  // of the alternatives before it
            return true;
        }
        return false;
    }

    bool has_required(NodeId node, const json::array& names) {
        for (const json::value& name : names)
            if (tree_->find(node, std::string_view(name.as_string())) == no_node)
                return no(node, "lacks " + json::serialize(name));
        return true;
    }

    bool items_valid(NodeId node, const json::object& schema) {
        for (const NodeId item : tree_->children(node))
            if (!valid(item, schema)) return false;
        return true;
    }

    bool names_valid(NodeId node, const json::object& schema) {
        for (const NodeId entry : tree_->children(node))
            if (!matches(std::string(tree_->key(entry)), definition(schema.at("$ref")).at("pattern"), entry))
                return false;
        return true;
    }

    bool entries_valid(NodeId node, const json::value& others, const json::object& schema) {
        const json::value* properties = schema.if_contains("properties");
        for (const NodeId entry : tree_->children(node)) {
            const json::value* known = properties ? properties->as_object().if_contains(tree_->key(entry)) : nullptr;
            if (known              ? !valid(entry, known->as_object())
                : others.is_bool() ? !no(entry, "unknown key")
                                   : !valid(entry, others.as_object()))
                return false;
        }
        return true;
    }

    json::value schema_;
    const NodeTree* tree_ = nullptr;
    std::string complaint_;
    std::unordered_map<std::string, std::regex> patterns_;
};

TEST(JsonSchema, IsPublishedAsMade) {
    EXPECT_TRUE(read_file("docs/plan.schema.json") == json_schema())
        << "make it anew: masar schema > docs/plan.schema.json";
}

TEST(JsonSchema, ResolvesEveryReference) {
    const std::string text = json_schema();
    const json::value schema = json::parse(text);
    const std::string_view start = "\"#/$defs/";
    int references = 0;
    for (std::size_t at = text.find(start); at != std::string::npos; at = text.find(start, at + 1), ++references) {
        const std::size_t begin = at + start.size();
        const std::string name = text.substr(begin, text.find('"', begin) - begin);
        EXPECT_TRUE(schema.at("$defs").as_object().contains(name)) << name;
    }
    EXPECT_GT(references, 300);
}

TEST(JsonSchema, AcceptsEveryExample) {
    Validator validator(json_schema());
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("examples")) {
        if (entry.path().extension() != ".yaml") continue;
        ++files;
        const std::string text = read_file(entry.path());
        const ReadTree read = read_tree(text, 0);
        EXPECT_EQ(validator.complaint(read.tree), "") << entry.path();
    }
    EXPECT_GE(files, 12);
}

TEST(JsonSchema, RefusesUnknownKeysAndBadLiterals) {
    Validator validator(json_schema());
    const auto complaint = [&](std::string_view text) { return validator.complaint(read_tree(text, 0).tree); };
    EXPECT_EQ(complaint("masar: 1\ntitle: T\nactivities: {a: {duration: 15/25/45wd, after: b SS + 3wd}}\n"), "");
    EXPECT_EQ(complaint("masar: 1\nactivitys: {}\n"), "2:1 unknown key");
    EXPECT_EQ(complaint("activities:\n  a: {durations: 3wd}\n"), "2:7 unknown key");
    for (const std::string_view wrong :
         {"duration: 3h", "duration: 15/25wd", "after: b+5wd", "window: 2027-01-01", "needs: {p: 1.5}", "cost: 120k",
          "cost: {f: 12 usd}", "shares: {f: 0.5}", "optional: yes", "effects: {i: much}", "status: begun",
          "started: 2027-13-01", "needs: {1p: 1}", "name: [a]", "modes: [a]", "payments: [{part: 50%}]"})
        EXPECT_NE(complaint("activities: {a: {" + std::string(wrong) + "}}\n"), "") << wrong;
}

/// Whatever the schema refuses, the loader refuses: a plan that `check` accepts never shows red in an editor.
TEST(JsonSchema, NeverRefusesWhatTheLoaderAccepts) {
    Validator validator(json_schema());
    int refused = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("tests/plans/bad")) {
        if (entry.path().extension() != ".yaml") continue;
        const std::string text = read_file(entry.path());
        const ReadTree read = read_tree(text, 0);
        const std::string complaint = read.complete ? validator.complaint(read.tree) : "";
        if (complaint.empty()) continue;
        ++refused;
        const auto loaded = read_plan({{"plan.yaml", text}});
        EXPECT_TRUE(base::has_errors(loaded.diagnostics)) << entry.path() << ": " << complaint;
    }
    RecordProperty("refused", refused);
}

}  // namespace
}  // namespace masar::planfile
