#pragma once
// How much of everything one client, and all of them together, may ask for.
#include <chrono>
#include <cstddef>

namespace masar::server {

struct ServerLimits {
    std::size_t head_bytes = 16 << 10;
    std::size_t head_fields = 64;
    std::size_t body_bytes = std::size_t{8} << 20;  ///< a route may allow more or less
    std::size_t json_depth = 32;
    std::size_t json_values = 200'000;

    /// For a whole head; and for a body, besides a second for each `slowest_bytes` of it.
    std::chrono::seconds patience{15};
    std::size_t slowest_bytes = 16 << 10;
    std::chrono::seconds idle{75};   ///< between two requests of one connection
    std::chrono::seconds drain{20};  ///< how long requests may go on once the server is told to stop

    std::size_t connections = 16'000;         ///< less when the system allows fewer open files
    std::size_t unproven_connections = 1024;  ///< those that have not sent one whole request yet
    std::size_t streams = 4000;
    std::size_t streams_per_address = 2000;
    double reads_per_second = 200;       ///< of one session (request_rates.h); 0: nobody is counted
    std::size_t waiting_requests = 512;  ///< for a worker; more are told that the server is busy
    std::size_t waiting_hashes = 32;     ///< for the one that hashes passwords, which takes some 40 ms each
};

}  // namespace masar::server
