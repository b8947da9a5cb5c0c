#include "server/http/http_server.h"

#include "report/figures.h"
#include "server/http/conversation.h"
#include "server/http/tls_context.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include <csignal>
#include <thread>

namespace masar::server {
namespace {

using asio::ip::tcp;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;

/// One client is one address; with IPv6 it is a network of 64 bits, which is what one household or office is given.
std::string key_of(const asio::ip::address& address) {
    if (!address.is_v6()) return address.to_string();
    const asio::ip::address_v6 v6 = address.to_v6();
    if (v6.is_v4_mapped()) return asio::ip::make_address_v4(asio::ip::v4_mapped, v6).to_string();
    auto bytes = v6.to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return v6.is_loopback() ? "::1" : asio::ip::address_v6(bytes).to_string() + "/64";
}

class BeastServer : public HttpServer {
public:
    BeastServer(const Listening& listening, Answerer& answerer)
        : listening_(listening),
          keeper_(listening.limits),
          workers_(listening.workers),
          context_{answerer, keeper_, listening.limits, listening.tls.has_value(), workers_, hasher_} {}
    ~BeastServer() override {
        workers_.join();
        hasher_.join();
    }

    base::Result<void> listen() {
        if (listening_.tls) {
            auto made = tls_context(*listening_.tls);
            if (!made) return tl::unexpected(made.error());
            tls_.emplace(std::move(*made));
        }
        beast::error_code error;
        const std::string number = listening_.address == "localhost" ? "127.0.0.1" : listening_.address;
        const auto address = asio::ip::make_address(number, error);
        if (error) return cannot_listen({"it is no IP address", "ليس عنوان IP"});
        const tcp::endpoint endpoint(address, listening_.port);
        acceptor_.open(endpoint.protocol(), error);
        if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
        if (!error) acceptor_.bind(endpoint, error);
        if (!error) acceptor_.listen(4096, error);
        if (error == asio::error::address_in_use)
            return cannot_listen({"another program listens there", "برنامج آخر يستمع هناك"});
        if (error) return cannot_listen({error.message(), error.message()});
        return {};
    }

    [[nodiscard]] std::uint16_t port() const override { return acceptor_.local_endpoint().port(); }
    [[nodiscard]] DoorKeeper& door() override { return keeper_; }

    void run(Signals signals, std::function<void()> closing) override {
        closing_ = std::move(closing);
        asio::co_spawn(io_, accept(), asio::detached);
        if (signals == Signals::end_it) await_signals();
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < listening_.socket_threads; ++i) others.emplace_back([this] { io_.run(); });
        io_.run();
    }

    void stop() override {
        asio::post(io_, [this] { begin_to_close(); });
    }

private:
    [[nodiscard]] tl::unexpected<base::Error> cannot_listen(const base::Text& why) const {
        const std::string where = listening_.address + ":" + std::to_string(listening_.port);
        return base::failure(
            base::Error::Kind::input_output,
            report::fill({"cannot listen at {}: {}", "تعذر الاستماع على {}: {}"}, report::ltr(where), why),
            {"choose another with --port or --address",
             "اختر غيره بالخيار ‎--port‎ أو ‎--address‎"});
    }

    asio::awaitable<void> accept() {
        while (!context_.closing) {
            auto [error, socket] =
                co_await acceptor_.async_accept(asio::make_strand(io_), asio::as_tuple(asio::use_awaitable));
            if (error == asio::error::operation_aborted) co_return;
            if (error) {  // no more files: those that leave make room
                asio::steady_timer pause(io_, std::chrono::milliseconds(20));
                co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
                continue;
            }
            converse(std::move(socket));
        }
    }

    void converse(tcp::socket socket) {
        beast::error_code ignored;
        const auto far_end = socket.remote_endpoint(ignored);
        if (ignored) return;
        socket.set_option(tcp::no_delay(true), ignored);
        auto guest = std::make_shared<Guest>();
        guest->address = key_of(far_end.address());
        if (tls_)
            begin(TlsStream(beast::tcp_stream(std::move(socket)), *tls_), std::move(guest));
        else
            begin(beast::tcp_stream(std::move(socket)), std::move(guest));
    }

    template <class Stream>
    void begin(Stream stream, std::shared_ptr<Guest> guest) {
        const auto executor = stream.get_executor();
        auto conversation = std::make_shared<Conversation<Stream>>(std::move(stream), context_, std::move(guest));
        asio::co_spawn(
            executor, [conversation]() -> asio::awaitable<void> { co_await conversation->run(); }, asio::detached);
    }

    void await_signals() {
        signals_.add(SIGINT);
        signals_.add(SIGTERM);
        signals_.async_wait([this](const beast::error_code& error, int /*number*/) {
            if (error) return;
            signals_.async_wait([this](const beast::error_code& again, int /*number*/) {
                if (!again) io_.stop();
            });
            begin_to_close();  // last: it may end at once, and takes back the wait for a second signal
        });
    }

    void begin_to_close() {
        if (context_.closing.exchange(true)) return;
        if (closing_) closing_();
        beast::error_code ignored;
        acceptor_.close(ignored);
        keeper_.dismiss_idle();
        asio::co_spawn(io_, drain(), asio::detached);
    }

    asio::awaitable<void> drain() {
        const auto last = std::chrono::steady_clock::now() + listening_.limits.drain;
        asio::steady_timer pause(io_);
        while (keeper_.present() > 0 && std::chrono::steady_clock::now() < last) {
            pause.expires_after(std::chrono::milliseconds(20));
            co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
        }
        keeper_.dismiss_all();
        signals_.cancel();
        if (keeper_.present() > 0) io_.stop();
    }

    Listening listening_;
    asio::io_context
        io_;  ///< outlives whoever holds an executor of it: the guests at the door, the acceptor, the signals
    DoorKeeper keeper_;
    asio::thread_pool workers_;
    asio::thread_pool hasher_{1};
    WireContext context_;
    std::optional<asio::ssl::context> tls_;
    tcp::acceptor acceptor_{io_};
    asio::signal_set signals_{io_};
    std::function<void()> closing_;
};

}  // namespace

base::Result<std::unique_ptr<HttpServer>> HttpServer::open(const Listening& listening, Answerer& answerer) {
    auto server = std::make_unique<BeastServer>(listening, answerer);
    if (auto listens = server->listen(); !listens) return tl::unexpected(listens.error());
    return server;
}

}  // namespace masar::server
