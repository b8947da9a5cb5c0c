#pragma once
// What is decided about proposals, as entries of a plan's decision log: who in which role, when, about which proposal, on which terms.
#include "app/workspace/decision_log.h"

namespace masar::app {

struct DecisionEntry {
    std::int64_t plan = 0;
    std::string
        kind;  ///< "proposed", "changed", "signed", "returned", "objected", "withdrawn", "approved", "disclosed", "released"
    std::int64_t proposal = 0;
    base::Text title;  ///< of the proposal
    std::string side, role;
    bool deputy = false;
    base::Moment at{};
    std::string terms;  ///< SHA-256 of what was signed
    std::string comment;
    std::vector<std::string> voided;  ///< sides whose signatures the change voids
    store::Sides readers;
};

[[nodiscard]] base::Result<void> add_decision(store::Tables& kept, const DecisionEntry& entry);

}  // namespace masar::app
