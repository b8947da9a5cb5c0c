#include "server/open_files.h"

#include <sys/resource.h>

#include <algorithm>

namespace masar::server {

void allow_open_files(ServerLimits& limits) {
    constexpr std::size_t own = 64;  // the database, files being read, standard streams
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, limits.connections + own);
    ::setrlimit(RLIMIT_NOFILE, &files);
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    const std::size_t left = files.rlim_cur > 2 * own ? files.rlim_cur - own : own;
    limits.connections = std::min(limits.connections, left);
    limits.unproven_connections = std::min(limits.unproven_connections, limits.connections / 4);
    limits.streams = std::min(limits.streams, limits.connections / 2);
}

}  // namespace masar::server
