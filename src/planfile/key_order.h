#pragma once
// What the schema says about a value of the tree: which keys are fields and stand in the schema's order, and which are ids.
#include "planfile/keyword.h"
#include "planfile/node.h"

#include <span>
#include <vector>

namespace masar::planfile {

class Shape {
public:
    [[nodiscard]] static Shape of_plan();
    [[nodiscard]] static Shape unknown() { return {nullptr, Arrangement::one}; }

    /// The fixed keys of a map; empty when its keys are ids, years, references, or nothing the schema knows.
    [[nodiscard]] std::span<const Keyword> fields() const;
    [[nodiscard]] Shape of_entry(std::string_view key) const;
    [[nodiscard]] Shape of_item() const;
    /// A list whose order says nothing: references, dependencies, days.
    [[nodiscard]] bool is_set() const;
    /// What is in a list or map of records: `waiver` of `waivers`; none for other values.
    [[nodiscard]] Kind record() const;
    /// Whether the value is one record that stands under its id.
    [[nodiscard]] bool record_with_id() const;
    /// The row of the vocabulary that the value stands under, and how much of its arrangement is left; null where nothing is known.
    [[nodiscard]] const Keyword* keyword() const { return keyword_; }
    [[nodiscard]] Arrangement arrangement() const { return left_; }

private:
    Shape(const Keyword* keyword, Arrangement left) : keyword_(keyword), left_(left) {}

    const Keyword* keyword_;
    Arrangement left_;  ///< what is left of the keyword's arrangement at this level
};

/// The entries of a map or list in the order in which they are written: fields in the schema's order, those it does not know last;
/// ids and items as they stand, for that order is the plan's.
[[nodiscard]] std::vector<NodeId> in_key_order(const NodeTree& tree, NodeId container, const Shape& shape);

}  // namespace masar::planfile
