#pragma once
// `masar serve`: opens what is kept, listens, and serves until it is told to stop.
#include "base/doors.h"
#include "server/smtp_options.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace masar::server {

struct ServeOptions {
    std::string address = "127.0.0.1";
    std::int64_t port = 8080;
    std::string tls_certificate, tls_key;  ///< files; both or neither
    std::string data;  ///< the folder in which everything is kept, made when there is none; or "postgresql://…"
    std::string plan;  ///< the roadmap to begin with; empty: the shipped example
    std::vector<std::string> names;  ///< by which others reach it
    SmtpOptions smtp;
    bool log_everything = false;
    std::int64_t reads_per_second = 200;  ///< of one session; what else may be asked is a part of it; 0 = no limit
    std::int64_t threads = 0;             ///< for sockets and for work, each; 0 = one a core
};

/// Where it is, and how to stop it: for whoever started it.
struct Announcement {
    base::Text words;
    std::string json;
};

struct ServeDoors {
    base::FileDoor& files;
    /// Called once, when it listens; fails when nobody can read it.
    std::function<base::Result<void>(const Announcement&)> announce;
};

/// Comes back when the server was told to stop (Ctrl-C, SIGTERM), or could not begin.
[[nodiscard]] base::Result<void> serve(const ServeOptions& options, const ServeDoors& doors);

}  // namespace masar::server
