#pragma once
// For whom a service acts: it goes into every call.
#include "app/workspace/roles.h"

#include <cstdint>
#include <string>
#include <vector>

namespace masar::app {

/// A role that somebody has for a while in another's place.
struct Acting {
    Role role = Role::approver;
    std::int64_t stands_for = 0;  ///< account
};

struct Actor {
    std::int64_t account = 0;  ///< 0 = a visitor in a sandbox
    std::string side;          ///< empty when `whole`
    Roles roles;               ///< own ones and those of `acting`
    std::vector<Acting> acting;
    bool sandbox = false;
    std::int64_t sandbox_plan = 0;  ///< the plan of the sandbox, the only one that its visitor sees
    bool whole = false;             ///< reads both sides: the command line, and "both sides" in a sandbox
    std::string
        preview;  ///< the other side, when looking as it would: reads only, of what is released to it by the own side

    [[nodiscard]] bool may(Roles wanted) const { return preview.empty() && roles.any_of(wanted); }
};

}  // namespace masar::app
