#pragma once
// The wire: sockets, TLS and HTTP/1.1. Knows nothing of plans; everything behind it is one Answerer.
#include "base/result.h"
#include "server/http/answerer.h"
#include "server/http/door_keeper.h"
#include "server/http/server_limits.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace masar::server {

struct TlsText {
    std::string certificates;  ///< PEM: the server's own first, then the chain
    std::string key;           ///< PEM
};

struct Listening {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  ///< 0: any free one
    std::optional<TlsText> tls;
    unsigned socket_threads = 2;
    unsigned workers = 2;
    ServerLimits limits;
};

class HttpServer {
public:
    virtual ~HttpServer() = default;

    /// Fails (input_output) when the address cannot be had, and (malformed) when the certificate or key is no good.
    [[nodiscard]] static base::Result<std::unique_ptr<HttpServer>> open(const Listening& listening, Answerer& answerer);

    [[nodiscard]] virtual std::uint16_t port() const = 0;
    /// Serves until stop(), or until SIGINT or SIGTERM when `signals` says so; then lets what is under way end. `closing` is
    /// called when that begins. A second signal ends everything at once.
    enum class Signals : unsigned char { left_alone, end_it };
    virtual void run(Signals signals, std::function<void()> closing) = 0;
    /// From any thread.
    virtual void stop() = 0;
    [[nodiscard]] virtual DoorKeeper& door() = 0;
};

}  // namespace masar::server
