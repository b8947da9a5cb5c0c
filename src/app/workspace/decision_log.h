#pragma once
// The decisions of a plan as a chain: each entry's hash is over the hash before it and the entry's text, so that none can be altered,
// left out or put in unseen. What cannot be seen from inside is that the last entries are gone together with their count: for that,
// people keep the last hash (`masar verify` prints it).
#include "base/wall_clock.h"
#include "store/store.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::app {

struct NewDecision {
    std::int64_t plan = 0;
    store::Sides readers;
    /// Who in which role, when, what, on which text: texts, whole numbers, truths, objects and lists of them; no fractions, which
    /// readers of JSON round differently. "number", "plan" and "readers" are added here.
    boost::json::object what;
};

/// Adds an entry, in the transaction of what it decides. Gives its number.
[[nodiscard]] base::Result<std::int64_t> append_decision(store::Tables& kept, NewDecision decision);

/// The first entry of a plan that is not as it was written.
struct BrokenDecision {
    enum class What : unsigned char { altered, missing, unreadable };
    What what = What::altered;
    std::string plan;  ///< key
    std::int64_t number = 0;
};
/// "decision 3 of 'uae-us' was altered"
[[nodiscard]] base::Text sentence_of(const BrokenDecision& broken);

struct DecisionChain {
    std::string plan;  ///< key
    std::int64_t decisions = 0;
    std::string hash;  ///< of the last one; "" when there is none
};
struct DecisionCheck {
    std::vector<DecisionChain> chains;  ///< of the plans with decisions
    std::optional<BrokenDecision> broken;
};

/// Goes through all chains, stops at the first entry that is broken. Fails when the database cannot be read.
[[nodiscard]] base::Result<DecisionCheck> verify_decisions(const store::Tables& kept);

/// SHA-256 over the hash before and the entry's text.
[[nodiscard]] std::string decision_hash(std::string_view previous, std::string_view entry);

/// "2027-03-01T08:00:00.000Z"
[[nodiscard]] std::string utc_text(base::Moment moment);

}  // namespace masar::app
