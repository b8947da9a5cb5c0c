#include "planfile/find_references.h"

#include "planfile/literal_link.h"

namespace masar::planfile {
namespace {

class ReferenceWalk {
public:
    ReferenceWalk(const NodeTree& tree, const std::function<void(const Reference&)>& use) : tree_(tree), use_(use) {}

    void walk(NodeId node, const Shape& shape) const {
        const Keyword* keyword = shape.keyword();
        if (keyword != nullptr && tree_[node].kind == NodeKind::scalar) return in_scalar(node, *keyword);
        for (const NodeId child : tree_.children(node)) {
            if (tree_[node].kind != NodeKind::map) {
                walk(child, shape.of_item());
                continue;
            }
            if (keyword != nullptr) in_key(child, *keyword, shape.arrangement());
            walk(child, shape.of_entry(tree_.key(child)));
        }
    }

private:
    void in_key(NodeId child, const Keyword& keyword, Arrangement left) const {
        const bool table = keyword.arrangement == Arrangement::table;
        const bool keyed = left == Arrangement::map || left == Arrangement::lists;
        if (left == Arrangement::table || (keyed && keyword.key_form == Form::reference))
            tell(child, keyword.key_kind, tree_.key(child), true);
        // A cost may be stated by fund.
        else if (!table && left == Arrangement::one && keyword.form == Form::cost)
            tell(child, Kind::fund, tree_.key(child), true);
    }

    void in_scalar(NodeId node, const Keyword& keyword) const {
        const std::string_view text = tree_.text(node);
        switch (keyword.form) {
            case Form::reference: return tell(node, keyword.kind, text, false);
            case Form::any_record: return tell(node, Kind::none, text, false);
            case Form::year_of:
                if (const auto side = parse_year_of(text)) tell(node, Kind::side, *side, false);
                return;
            case Form::moment:
                if (const auto moment = parse_moment(text)) tell(node, Kind::activity, moment->activity, false);
                return;
            case Form::dependency:
                if (const auto link = parse_dependency(text)) {
                    tell(node, Kind::activity, link->predecessor, false);
                    tell(node, Kind::calendar, link->calendar, false);
                }
                return;
            default: return;
        }
    }

    /// `id` is a part of the text of the node or of its key.
    void tell(NodeId node, Kind kind, std::string_view id, bool in_key) const {
        const std::string_view source = tree_.source();
        const bool inside = id.data() >= source.data() && id.data() + id.size() <= source.data() + source.size();
        if (id.empty() || !inside) return;
        use_({node, kind, id, static_cast<std::size_t>(id.data() - source.data()), in_key});
    }

    const NodeTree& tree_;
    const std::function<void(const Reference&)>& use_;
};

}  // namespace

void each_reference(const NodeTree& tree, const std::function<void(const Reference&)>& use) {
    if (!tree.empty()) ReferenceWalk(tree, use).walk(NodeTree::root(), Shape::of_plan());
}

}  // namespace masar::planfile
