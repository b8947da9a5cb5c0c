#pragma once
// Each connection is an open file, of which the system allows a number.
#include "server/http/server_limits.h"

namespace masar::server {

/// Asks for as many as the system grants, and lowers the limits to what is left for connections.
void allow_open_files(ServerLimits& limits);

}  // namespace masar::server
