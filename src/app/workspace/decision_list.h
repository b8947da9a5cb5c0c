#pragma once
// The decision log as one reader may read it. A chain that entries are left out of would tell of them by its gaps and hashes: so each
// reader's list has its own numbers and its own chain, which is the kept one (`masar verify`) where nothing is left out.
#include "app/workspace/workspace.h"

#include <boost/json/object.hpp>

namespace masar::app {

struct SeenDecision {
    std::int64_t number = 0;     ///< 1, 2, 3, … in the reader's list
    boost::json::object entry;   ///< decision_entry.h
    std::string previous, hash;  ///< over the canonical JSON of `entry`
};

/// Oldest first.
[[nodiscard]] Outcome<std::vector<SeenDecision>> decision_list(Workspace& workspace, const Actor& actor,
                                                               std::string_view plan);

}  // namespace masar::app
