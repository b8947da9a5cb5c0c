#include "planfile/key_order.h"

#include <algorithm>

namespace masar::planfile {
namespace {

constexpr Keyword whole_plan{.name = "", .form = Form::record, .kind = Kind::plan};

std::size_t rank(std::span<const Keyword> fields, std::string_view key) {
    return static_cast<std::size_t>(std::ranges::find(fields, key, &Keyword::name) - fields.begin());
}

}  // namespace

Shape Shape::of_plan() { return {&whole_plan, Arrangement::one}; }

std::span<const Keyword> Shape::fields() const {
    // A map where a list may stand is a list of one.
    if (!keyword_ || left_ == Arrangement::map || left_ == Arrangement::lists || left_ == Arrangement::table) return {};
    if (keyword_->form == Form::text) return keywords(Kind::text);
    if (keyword_->form == Form::record) return keywords(keyword_->kind);
    return {};
}

Shape Shape::of_entry(std::string_view key) const {
    if (keyword_ && left_ == Arrangement::table) return {keyword_, Arrangement::map};
    if (keyword_ && left_ == Arrangement::map) return {keyword_, Arrangement::one};
    if (keyword_ && left_ == Arrangement::lists) return {keyword_, Arrangement::list};
    for (const Keyword& field : fields())
        if (field.name == key) return {&field, field.arrangement};
    return unknown();
}

Shape Shape::of_item() const {
    return keyword_ && left_ == Arrangement::list ? Shape{keyword_, Arrangement::one} : unknown();
}

bool Shape::is_set() const {
    if (!keyword_ || left_ != Arrangement::list) return false;
    switch (keyword_->form) {
        case Form::reference:
        case Form::any_record:
        case Form::dependency:
        case Form::weekday:
        case Form::days: return true;
        default: return false;
    }
}

Kind Shape::record() const {
    const bool of_many = keyword_ && (left_ == Arrangement::list || left_ == Arrangement::map);
    return of_many && keyword_->form == Form::record ? keyword_->kind : Kind::none;
}

bool Shape::record_with_id() const {
    return keyword_ && left_ == Arrangement::one && keyword_->form == Form::record && has_ids(keyword_->kind);
}

std::vector<NodeId> in_key_order(const NodeTree& tree, NodeId container, const Shape& shape) {
    std::vector<NodeId> children;
    for (const NodeId child : tree.children(container)) children.push_back(child);
    const std::span<const Keyword> fields = shape.fields();
    if (tree[container].kind == NodeKind::map && !fields.empty())
        std::ranges::stable_sort(children, {}, [&](NodeId child) { return rank(fields, tree.key(child)); });
    return children;
}

}  // namespace masar::planfile
