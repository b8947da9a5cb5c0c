#pragma once
// One connection, from its first byte to its last, as a coroutine on a strand of its own: read a head, look at it, read the body,
// answer, again. Included by http_server.cc only: it costs seconds to compile.
#include "server/http/event_stream.h"
#include "server/http/head_problem.h"
#include "server/http/request_head.h"
#include "server/http/request_target.h"
#include "server/http/response_head.h"
#include "server/http/spoken_language.h"
#include "server/http/wire_context.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

namespace masar::server {

namespace asio = boost::asio;
namespace beast = boost::beast;

template <class Stream>
class Conversation : public std::enable_shared_from_this<Conversation<Stream>> {
public:
    Conversation(Stream stream, WireContext& context, std::shared_ptr<Guest> guest)
        : stream_(std::move(stream)), context_(context), guest_(std::move(guest)), news_(stream_.get_executor()) {}
    ~Conversation() { end_stream(); }
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;

    asio::awaitable<void> run() {
        guest_->leave = [weak = this->weak_from_this(), executor = stream_.get_executor()] {
            asio::post(executor, [weak] {
                if (const auto self = weak.lock()) self->hang_up();
            });
        };
        context_.door.admit(guest_);
        if (co_await greet())
            while (co_await exchange()) {
            }
        co_await say_goodbye();
        context_.door.gone(guest_);
    }

private:
    using Parser = beast::http::request_parser<beast::http::string_body>;
    static constexpr bool secured = !std::is_same_v<Stream, beast::tcp_stream>;
    static constexpr auto as_tuple = asio::as_tuple(asio::use_awaitable);

    [[nodiscard]] beast::tcp_stream& tcp() { return beast::get_lowest_layer(stream_); }
    [[nodiscard]] const ServerLimits& limits() const { return context_.limits; }
    [[nodiscard]] std::string_view gathered() const {
        return {static_cast<const char*>(buffer_.data().data()), buffer_.size()};
    }
    void hang_up() {
        tcp().close();
        news_.cancel();
    }

    /// The TLS handshake.
    asio::awaitable<bool> greet() {
        if constexpr (secured) {
            tcp().expires_after(limits().patience);
            const auto [error] = co_await stream_.async_handshake(Stream::server, as_tuple);
            co_return !error;
        }
        co_return true;
    }

    /// One request and its answer; false: the conversation is over.
    asio::awaitable<bool> exchange() {
        request_ = {};
        response_ = {};
        if (!co_await read_head()) co_return false;
        const auto began = std::chrono::steady_clock::now();
        if (!refused_ && !co_await read_and_answer()) co_return false;
        co_return co_await send(began);
    }

    /// Until the head is whole. A deadline counts from its first byte, so that dripping does not prolong it.
    asio::awaitable<bool> read_head() {
        refused_ = false;
        const bool first = guest_->doing == Guest::Doing::proving;
        if (!first) context_.door.note(*guest_, Guest::Doing::idle);
        tcp().expires_after(first ? limits().patience : limits().idle);
        bool begun = first;
        std::size_t end = end_of_head(gathered());
        while (end == std::string_view::npos) {
            if (buffer_.size() >= limits().head_bytes) co_return refuse_head({ProblemCode::head_too_large});
            if (!begun && buffer_.size() > 0) {
                begun = true;
                context_.door.note(*guest_, Guest::Doing::reading);
                tcp().expires_after(limits().patience);
            }
            const auto [error, count] = co_await stream_.async_read_some(buffer_.prepare(4096), as_tuple);
            if (error || (context_.closing && buffer_.size() == 0 && count == 0)) co_return false;
            buffer_.commit(count);
            end = end_of_head(gathered());
        }
        if (end > limits().head_bytes) co_return refuse_head({ProblemCode::head_too_large});
        co_return take_head(end);
    }

    bool refuse_head(const Problem& problem) {
        refused_ = true;
        answer_with(problem);
        response_.close = true;
        return true;
    }
    void answer_with(const Problem& problem) { response_ = response_of(problem, request_.language); }

    /// Looks at the bytes, then lets the parser have them. What is wrong here closes the connection: where the next request begins
    /// is not certain any more.
    bool take_head(std::size_t end) {
        shape_ = inspect_head(gathered().substr(0, end), limits().head_fields);
        request_.peer = guest_->address;
        request_.encrypted = context_.encrypted;
        if (shape_.fault != HeadFault::none) return refuse_head(problem_of(shape_.fault));
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(limits().head_bytes));
        parser_->body_limit(boost::none);  // whose length is wrong is told so, once it is known what is asked for
        beast::error_code error;
        buffer_.consume(parser_->put(asio::buffer(gathered().substr(0, end)), error));
        if ((error && error != beast::http::error::need_more) || !parser_->is_header_done())
            return refuse_head(problem_of(HeadFault::bad_line));
        return take_fields();
    }

    bool take_fields() {
        const auto& message = parser_->get();
        request_.method = method_of(message.method_string());
        request_.target = message.target();
        for (const auto& field : message) request_.fields.add(field.name_string(), field.value());
        auto target = read_target(request_.target);
        request_.language = spoken_language({}, request_.fields.get("Accept-Language"));
        if (!target) return refuse_head({ProblemCode::bad_address, target.error().message});
        request_.path = std::move(target->path);
        request_.query = std::move(target->query);
        request_.language =
            spoken_language(request_.parameter("lang").value_or(""), request_.fields.get("Accept-Language"));
        return true;
    }

    /// False: the other end has gone.
    asio::awaitable<bool> read_and_answer() {
        if (shape_.has_body() && !co_await read_body()) co_return response_.close;
        context_.door.note(*guest_, Guest::Doing::answering);
        tcp().expires_never();
        if (auto quick = context_.answerer.at_once(request_)) {
            response_ = std::move(*quick);
        } else {
            co_await wait_for_work(context_.answerer.hashes(request_) ? context_.hashing : context_.work);
        }
        co_return true;
    }

    asio::awaitable<void> wait_for_work(WireContext::Queue& queue) {
        if (queue.waiting >= queue.most) {
            Problem busy{ProblemCode::busy};
            busy.retry_seconds = 1;
            answer_with(busy);
            co_return;
        }
        ++queue.waiting;
        response_ = co_await context_.with_work(queue, request_);
        --queue.waiting;
    }

    /// False: refused, with response_ about to close the connection; or broken off, with nothing to say to anybody.
    asio::awaitable<bool> read_body() {
        const auto most = context_.answerer.body_limit(request_);
        if (!most) co_return refuse_body(most.error());
        if (shape_.length.value_or(0) > *most) co_return too_large(*most);
        parser_->body_limit(*most);
        if (shape_.expects_continue && !co_await write_text("HTTP/1.1 100 Continue\r\n\r\n")) co_return false;
        const auto began = std::chrono::steady_clock::now();
        while (!parser_->is_done()) {
            const auto earned = std::chrono::seconds(parser_->get().body().size() / limits().slowest_bytes);
            tcp().expires_at(began + limits().patience + earned);
            const auto [error, count] = co_await beast::http::async_read_some(stream_, buffer_, *parser_, as_tuple);
            if (error == beast::http::error::body_limit) co_return too_large(*most);
            if (error && error != beast::http::error::need_buffer) {
                const bool malformed = error.category() == beast::http::make_error_code({}).category();
                co_return malformed&& refuse_body({ProblemCode::bad_request});
            }
        }
        request_.body = std::move(parser_->get().body());
        co_return true;
    }

    bool refuse_body(const Problem& problem) {
        answer_with(problem);
        response_.close = true;
        return false;
    }
    bool too_large(std::size_t most) {
        const std::string number = std::to_string(most);
        return refuse_body(
            {ProblemCode::too_large,
             {"the body may have at most " + number + " bytes", "أقصى حجم للمحتوى " + number + " بايت"}});
    }

    asio::awaitable<bool> write_text(std::string_view text) {
        constexpr std::size_t piece = 64 << 10;
        while (!text.empty()) {
            tcp().expires_after(limits().patience);
            const auto part = text.substr(0, piece);
            const auto [error, count] = co_await asio::async_write(stream_, asio::buffer(part), as_tuple);
            if (error) co_return false;
            text.remove_prefix(part.size());
        }
        co_return true;
    }

    /// Sends response_; whether another request may follow.
    asio::awaitable<bool> send(std::chrono::steady_clock::time_point began) {
        const bool streams = response_.stream && begin_stream();
        HeadContext head;
        head.encrypted = context_.encrypted;
        head.keep_alive = shape_.keep_alive && !context_.closing;
        head.without_body = request_.method == Method::head;
        head.local_name = is_local_name(request_.fields.get("Host"));
        head.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        std::string text = head_text(response_, head);
        const bool body = response_.body && !head.without_body;
        const bool together = body && response_.body->size() <= (16 << 10);
        if (together) text += *response_.body;
        const bool sent = co_await write_text(text) && (!body || together || co_await write_text(*response_.body));
        context_.answerer.finished(
            {&request_, &response_, std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count()});
        if (sent && streams) co_await pump();
        if (streams) end_stream();
        co_return sent && !streams && head.keep_alive && !response_.close;
    }

    bool begin_stream() {
        if (!context_.door.may_stream(*guest_)) {
            Problem busy{ProblemCode::busy,
                         {"too many event streams are open", "عدد تدفقات الأحداث المفتوحة كبير جداً"}};
            busy.retry_seconds = 30;
            answer_with(busy);
            return false;
        }
        context_.door.note(*guest_, Guest::Doing::streaming);
        response_.stream->on_news([weak = this->weak_from_this(), executor = stream_.get_executor()] {
            asio::post(executor, [weak] {
                if (const auto self = weak.lock()) self->news_.cancel();
            });
        });
        return true;
    }

    /// The stream may outlive the server: it must not keep an executor of it.
    void end_stream() {
        if (response_.stream) response_.stream->on_news({});
    }

    /// Events as they come; a comment every quarter minute shows both ends that the other is there.
    asio::awaitable<void> pump() {
        constexpr std::chrono::seconds heartbeat{15};
        while (tcp().socket().is_open()) {
            const EventStream::News news = response_.stream->take();
            if (!news.text.empty() && !co_await write_text(news.text)) co_return;
            if (news.closed) co_return;
            if (!news.text.empty()) continue;
            news_.expires_after(heartbeat);
            const auto [error] = co_await news_.async_wait(as_tuple);
            if (!error && !co_await write_text(":\n\n")) co_return;
        }
    }

    /// Closes so that the other end still gets what was sent: bytes left unread would make the system reset the connection.
    asio::awaitable<void> say_goodbye() {
        if (!tcp().socket().is_open()) co_return;
        tcp().expires_after(std::chrono::seconds{2});
        if constexpr (secured) co_await stream_.async_shutdown(as_tuple);
        beast::error_code ignored;
        tcp().socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
        for (int pieces = 0; pieces < 64 && tcp().socket().is_open(); ++pieces) {
            const auto [error, count] = co_await tcp().async_read_some(buffer_.prepare(16 << 10), as_tuple);
            if (error) break;
        }
        tcp().close();
    }

    Stream stream_;
    WireContext& context_;
    std::shared_ptr<Guest> guest_;
    asio::steady_timer news_;
    beast::flat_buffer buffer_{std::size_t{256} << 10};  // a bound, not what it takes
    std::optional<Parser> parser_;
    HeadShape shape_;
    HttpRequest request_;
    HttpResponse response_;
    bool refused_ = false;
};

}  // namespace masar::server
