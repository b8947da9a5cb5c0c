#pragma once
// Values of one file's tree, read with their places and complained about in one way. The readers of records stand on this.
#include "planfile/literal.h"
#include "planfile/node.h"
#include "planfile/reading.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace masar::planfile {

class FileReader {
public:
    FileReader(Reading& reading, const NodeTree& tree) : reading_(reading), tree_(tree) {}

    [[nodiscard]] Reading& reading() const { return reading_; }
    [[nodiscard]] plan::Plan& plan() const { return reading_.plan; }
    [[nodiscard]] const NodeTree& tree() const { return tree_; }
    /// Side whose folder the file is in; unknown for shared files.
    plan::SideIndex side;

    base::Diagnostic& report(code::Code code, base::Place place, base::Text message, base::Text hint = {}) const {
        return reading_.report(code, place, std::move(message), std::move(hint));
    }
    /// Of a part of a scalar's or key's text; of the whole when its text is not the file's own bytes.
    [[nodiscard]] base::Place place_of(std::string_view part, base::Place whole) const;

    /// The text of a scalar; nothing, with a complaint, when it is empty, a map or a list.
    [[nodiscard]] std::optional<std::string_view> scalar(NodeId node) const;
    template <class T>
    [[nodiscard]] std::optional<T> literal(NodeId node, Parsed<T> (*parse)(std::string_view)) const {
        const auto text = scalar(node);
        if (!text) return std::nullopt;
        return value_or_report(parse(*text), tree_.place(node));
    }
    template <class T>
    [[nodiscard]] std::optional<T> literal_key(NodeId node, Parsed<T> (*parse)(std::string_view)) const {
        return value_or_report(parse(tree_.key(node)), tree_.key_place(node));
    }
    template <class T>
    [[nodiscard]] std::optional<T> value_or_report(Parsed<T> parsed, base::Place whole) const {
        if (parsed) return *std::move(parsed);
        const Fault& fault = parsed.error();
        report(fault.code, place_of(fault.where, whole), fault.message, fault.hint);
        return std::nullopt;
    }

    /// A scalar as it stands; markings are refused.
    [[nodiscard]] std::string words(NodeId node) const;
    /// A text in both languages: a map {en, ar, …} or a scalar in the language its letters are in.
    [[nodiscard]] plan::NamedText text(NodeId node) const;

    /// A reference written as a scalar, and one written as a key.
    template <class IndexType>
    [[nodiscard]] plan::At<IndexType> reference(NodeId node, Kind kind) const {
        const auto id = scalar(node);
        if (!id) return {IndexType{}, tree_.place(node)};
        return {IndexType{reading_.resolve(kind, *id, tree_.place(node))}, tree_.place(node)};
    }
    template <class IndexType>
    [[nodiscard]] plan::At<IndexType> key_reference(NodeId node, Kind kind) const {
        const base::Place place = tree_.key_place(node);
        return {IndexType{reading_.resolve(kind, tree_.key(node), place)}, place};
    }

    /// Items of a list; a scalar or map is a list of one.
    template <class Use>
    void each_item(NodeId node, Use use) const {
        if (tree_[node].kind != NodeKind::list) return use(node);
        for (const NodeId item : tree_.children(node)) use(item);
    }
    /// Entries of a map, without those whose key is a repetition. A complaint when it is no map.
    template <class Use>
    void each_entry(NodeId node, Use use) const {
        if (tree_[node].kind != NodeKind::map) return report_no_map(node);
        for (const NodeId entry : tree_.children(node))
            if (!tree_[entry].duplicate) use(entry);
    }
    void report_no_map(NodeId node) const;
    /// ASCII letters, digits and hyphens, beginning with a letter; a complaint otherwise.
    bool check_id(NodeId entry) const;

    /// The place is named, the text is not repeated.
    void refuse_marking(base::Place place) const;
    /// The last value of a file that ends in a syntax error: what is wrong with it may only be the cut.
    [[nodiscard]] bool cut_off(NodeId node) const {
        return reading_.partial && tree_[node].subtree_end == tree_.size();
    }

private:
    void check_languages(const plan::NamedText& text, base::Place place) const;
    [[nodiscard]] std::optional<plan::Review> review(NodeId node) const;

    Reading& reading_;
    const NodeTree& tree_;
};

}  // namespace masar::planfile
