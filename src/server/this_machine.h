#pragma once
#include <string_view>

namespace masar::server {

/// Whether the address of a peer is one of this machine itself: whoever runs it, or a proxy in front of the server.
[[nodiscard]] inline bool is_this_machine(std::string_view peer) { return peer == "::1" || peer.starts_with("127."); }

}  // namespace masar::server
