#pragma once
// For tests of the wire: a server on a free port with an answerer of its own, and a client that sends exactly the bytes it is given.
#include "server/http/event_stream.h"
#include "server/http/http_server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <thread>

namespace masar::server {

/// Says back what it was asked.
class EchoAnswerer : public Answerer {
public:
    Answer<std::size_t> body_limit(const HttpRequest& request) override {
        if (request.path == "/unwanted") return refuse(ProblemCode::not_found);
        return 1000;
    }
    std::optional<HttpResponse> at_once(const HttpRequest& request) override {
        if (request.path != "/quick") return std::nullopt;
        HttpResponse response;
        response.body = body_of("quick");
        return response;
    }
    HttpResponse with_work(const HttpRequest& request) override {
        ++works;
        HttpResponse response;
        if (request.path == "/stream") {
            response.type = "text/event-stream";
            response.stream = stream = std::make_shared<EventStream>();
            return response;
        }
        if (request.path == "/large") {
            response.body = body_of(std::string(3'000'000, 'x'));
            return response;
        }
        while (request.path == "/slow" && !release) std::this_thread::yield();
        response.body = body_of(std::string(word_of(request.method)) + " " + request.path + " " + request.body);
        return response;
    }
    bool hashes(const HttpRequest& request) override { return request.parameter("hash").has_value(); }
    void finished(const Exchange& /*exchange*/) override { ++exchanges; }

    std::atomic<int> works{0}, exchanges{0};
    std::atomic<bool> release{false};
    std::shared_ptr<EventStream> stream;
};

/// A connection that says what it is told to say.
class RawClient {
public:
    explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{20, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            ADD_FAILURE() << "cannot connect";
    }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;
    ~RawClient() { ::close(socket_); }

    void send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }
    /// Everything up to where the other end closes.
    [[nodiscard]] std::string rest() {
        while (receive()) {
        }
        return std::exchange(got_, {});
    }
    /// Up to and with `mark`; what there was when the other end closed before.
    [[nodiscard]] std::string until(std::string_view mark) {
        std::size_t at = std::string::npos;
        while ((at = got_.find(mark)) == std::string::npos)
            if (!receive()) return std::exchange(got_, {});
        std::string before = got_.substr(0, at + mark.size());
        got_.erase(0, at + mark.size());
        return before;
    }
    [[nodiscard]] std::string ask(std::string_view bytes) {
        send(bytes);
        return rest();
    }
    [[nodiscard]] int socket() const { return socket_; }

private:
    bool receive() {
        char buffer[65536];
        const ssize_t count = ::recv(socket_, buffer, sizeof buffer, 0);
        if (count > 0) got_.append(buffer, static_cast<std::size_t>(count));
        return count > 0;
    }

    int socket_;
    std::string got_;
};

class WireTest : public ::testing::Test {
protected:
    void start(Listening listening = {}) {
        listening.port = 0;
        auto opened = HttpServer::open(listening, answerer);
        ASSERT_TRUE(opened.has_value()) << opened.error().message.en;
        server = std::move(*opened);
        runner = std::thread([this] { server->run(HttpServer::Signals::left_alone, [] {}); });
    }
    void end() {
        if (!runner.joinable()) return;
        answerer.release = true;
        server->stop();
        runner.join();
    }
    ~WireTest() override { end(); }
    [[nodiscard]] RawClient client() const { return RawClient(server->port()); }

    EchoAnswerer answerer;
    std::unique_ptr<HttpServer> server;
    std::thread runner;
};

}  // namespace masar::server
