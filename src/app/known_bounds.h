#pragma once
// What is known about the instances of a benchmark set: `<set>_bounds.csv` with instance, lb, ub, optimal, cpm_lb.
#include "base/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::app {

struct KnownBounds {
    std::optional<std::int64_t> lower, upper;  ///< best known
    bool infeasible = false;                   ///< proven to have no schedule
};

/// By instance. Columns are found by their heading; the Error names the line that is wrong.
[[nodiscard]] base::Result<std::map<std::string, KnownBounds, std::less<>>> read_known_bounds(std::string_view csv);

/// Fields of one line of simple CSV (no quoting is used in these files).
[[nodiscard]] std::vector<std::string_view> csv_fields(std::string_view line);

}  // namespace masar::app
