#pragma once
// For whom a service acts: it goes into every call.
#include "app/workspace/roles.h"

#include <cstdint>
#include <string>

namespace masar::app {

struct Actor {
    std::int64_t account = 0;  ///< 0 = a visitor in a sandbox
    std::string side;          ///< empty when `whole`
    Roles roles;
    bool sandbox = false;
    bool whole = false;  ///< reads both sides: the command line, and "both sides" in a sandbox

    [[nodiscard]] bool may(Roles wanted) const { return roles.any_of(wanted); }
};

}  // namespace masar::app
