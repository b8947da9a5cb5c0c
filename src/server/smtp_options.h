#pragma once
// Whether and how messages go out, as the command line says it.
#include <cstdint>
#include <string>

namespace masar::server {

struct SmtpOptions {
    std::string relay;             ///< "mail.example.org:587"; "" = none: nothing is ever sent
    std::string from;              ///< address that messages come from
    std::string tls = "starttls";  ///< or "implicit", "none"
    std::string credentials;       ///< file with two lines: name, password
    std::int64_t hour = 4;         ///< of the day in UTC, from which on daily messages go
};

}  // namespace masar::server
