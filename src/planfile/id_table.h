#pragma once
// The ids of one kind of record, found without regard to case, and the nearest one to a misspelt id.
#include "base/place.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace masar::planfile {

class IdTable {
public:
    struct Entry {
        std::int32_t index = -1;  ///< into the plan's vector of that kind
        std::string_view id;      ///< as written where it is defined
        base::Place place;
    };

    /// Views must outlive the table. Returns the earlier entry when the id is taken.
    const Entry* declare(std::string_view id, base::Place place);
    [[nodiscard]] const Entry* find(std::string_view id) const;
    /// For "did you mean".
    [[nodiscard]] const Entry* nearest(std::string_view id) const;
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

private:
    struct FoldedHash {
        std::size_t operator()(std::string_view id) const;
    };
    struct FoldedEqual {
        bool operator()(std::string_view a, std::string_view b) const;
    };
    std::vector<Entry> entries_;
    std::unordered_map<std::string_view, std::int32_t, FoldedHash, FoldedEqual> by_id_;
};

}  // namespace masar::planfile
