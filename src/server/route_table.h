#pragma once
// The map of the server: one line for each thing that can be asked of it, in route_table.cc.
#include "server/route.h"

#include <span>

namespace masar::server {

[[nodiscard]] std::span<const Route> route_table();

}  // namespace masar::server
