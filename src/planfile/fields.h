#pragma once
// One map with fixed keys: checks its keys against the vocabulary, complains about what is unknown, missing or refused, and hands out
// its fields typed.
#include "planfile/file_reader.h"
#include "planfile/literal_number.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::planfile {

class Fields {
public:
    Fields(const FileReader& reader, NodeId map, Kind kind);

    [[nodiscard]] const FileReader& reader() const { return reader_; }
    [[nodiscard]] NodeId node() const { return map_; }
    /// The value of a key; no_node when the key is not there.
    [[nodiscard]] NodeId find(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const { return find(key) != no_node; }
    [[nodiscard]] base::Place place(std::string_view key) const;
    [[nodiscard]] base::Place key_place(std::string_view key) const;

    template <class T>
    [[nodiscard]] std::optional<T> literal(std::string_view key, Parsed<T> (*parse)(std::string_view)) const {
        const NodeId node = find(key);
        return node == no_node ? std::nullopt : reader_.literal(node, parse);
    }
    template <class T>
    [[nodiscard]] std::optional<plan::At<T>> literal_at(std::string_view key,
                                                        Parsed<T> (*parse)(std::string_view)) const {
        const NodeId node = find(key);
        if (node == no_node) return std::nullopt;
        auto value = reader_.literal(node, parse);
        return value ? std::optional(plan::At<T>{*std::move(value), reader_.tree().place(node)}) : std::nullopt;
    }
    [[nodiscard]] std::string words(std::string_view key) const;
    [[nodiscard]] plan::NamedText text(std::string_view key) const;
    [[nodiscard]] bool flag(std::string_view key) const;
    [[nodiscard]] std::int64_t count(std::string_view key, std::int64_t otherwise) const;

    /// The enumerator whose position the word has among the keyword's options.
    template <class Enum>
    [[nodiscard]] Enum word(std::string_view key, Enum otherwise) const {
        const auto position = word_position(key);
        return position ? static_cast<Enum>(*position) : otherwise;
    }
    /// Kinds of references come from the vocabulary.
    template <class IndexType>
    [[nodiscard]] plan::At<IndexType> reference(std::string_view key) const {
        const NodeId node = find(key);
        return node == no_node ? plan::At<IndexType>{} : reader_.reference<IndexType>(node, keyword(key).kind);
    }
    template <class IndexType>
    [[nodiscard]] std::vector<plan::At<IndexType>> references(std::string_view key) const {
        std::vector<plan::At<IndexType>> found;
        each_item(key, [&](NodeId item) {
            auto reference = reader_.reference<IndexType>(item, keyword(key).kind);
            if (!reference.value.known()) return;
            for (const auto& earlier : found)
                if (earlier.value == reference.value) return report_repetition(item, earlier.place);
            found.push_back(reference);
        });
        return found;
    }
    template <class Use>
    void each_item(std::string_view key, Use use) const {
        const NodeId node = find(key);
        if (node != no_node) reader_.each_item(node, use);
    }
    template <class Use>
    void each_entry(std::string_view key, Use use) const {
        const NodeId node = find(key);
        if (node != no_node) reader_.each_entry(node, use);
    }

    /// Whether the record's kind has such a key; a complaint otherwise.
    [[nodiscard]] bool names_field(std::string_view name, base::Place place) const;
    /// In a copy made for one side: whether the record says that it does not hold this field, or not wholly.
    [[nodiscard]] bool held_back(std::string_view key) const;

    /// A complaint at the second when both are there.
    void exclude(std::string_view first, std::string_view second) const;
    /// A complaint that `key` is missing; silent when it was misspelt or held back, or when the file ends in a syntax error inside
    /// this map.
    void require(std::string_view key, base::Text hint = {}) const;

private:
    [[nodiscard]] const Keyword& keyword(std::string_view key) const;
    [[nodiscard]] std::optional<std::size_t> word_position(std::string_view key) const;
    /// The key that was probably meant.
    std::optional<std::string_view> report_unknown(std::string_view key, base::Place place) const;
    void report_repetition(NodeId item, base::Place earlier) const;

    const FileReader& reader_;
    NodeId map_;
    Kind kind_;
    std::vector<std::pair<std::string_view, NodeId>> found_;
    std::vector<std::string_view> misspelt_;  ///< keys that were probably meant: not missing as well
};

}  // namespace masar::planfile
