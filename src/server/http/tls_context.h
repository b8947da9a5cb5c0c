#pragma once
// The settings of TLS: 1.2 and 1.3, forward secrecy only. Included by the files of the wire only: it needs Asio.
#include "base/result.h"
#include "server/http/http_server.h"

#include <boost/asio/ssl/context.hpp>

namespace masar::server {

/// Fails (malformed) when the certificate or the key cannot be read, or they do not belong together.
[[nodiscard]] base::Result<boost::asio::ssl::context> tls_context(const TlsText& text);

}  // namespace masar::server
