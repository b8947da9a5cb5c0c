#pragma once
// What of one record a copy for another reader does not hold: fields that are not released to it, and what refers to records that the
// copy does not hold.
#include "planfile/keyword.h"
#include "planfile/node.h"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace masar::planfile {

/// Records that a copy does not hold, by kind and id without regard to case.
class GoneRecords {
public:
    /// Whether it was not there yet.
    bool add(Kind kind, std::string_view id);
    [[nodiscard]] bool has(Kind kind, std::string_view id) const;
    /// Of whatever kind.
    [[nodiscard]] bool has(std::string_view id) const;
    [[nodiscard]] bool empty() const { return ids_.empty(); }

private:
    std::set<std::pair<Kind, std::string>> ids_;
    std::set<std::string> names_;
};

struct HeldFields {
    std::vector<std::string_view> keys;  ///< held back wholly or in part, in the vocabulary's order
    bool whole = false;                  ///< the record says nothing without them: it is not held at all
};

/// One record of a file and who may read its fields.
struct RecordText {
    const NodeTree& tree;
    NodeId node;
    Kind kind;
    std::function<bool(std::string_view field)> readable;
};

/// Marks in `left_out` (by NodeId) what the copy does not hold. A field that is not released is named whether or not it is there, so
/// that the copy does not tell which.
[[nodiscard]] HeldFields held_fields(const RecordText& record, const GoneRecords& gone, std::vector<bool>& left_out);

/// The same for what has no id: an exchange rate, a waiver, a correlation. True when it cannot stand.
[[nodiscard]] bool held_whole(const RecordText& item, const GoneRecords& gone, std::vector<bool>& left_out);

}  // namespace masar::planfile
