#pragma once
// Server-sent events on their way to one reader (HTML Living Standard, 9.2). Written from any thread; the connection takes what has
// gathered. A reader that does not keep up is closed rather than let memory grow: it comes back and asks from where it was.
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace masar::server {

class EventStream {
public:
    struct Event {
        std::string name;  ///< "changed"
        std::string data;  ///< one line, JSON
        std::string id;    ///< what the reader sends back as Last-Event-ID; may be empty
    };

    void send(const Event& event);
    /// Ends it after what is already on its way.
    void close();

    /// For the connection: called after every send and close, from the thread of the sender.
    void on_news(std::function<void()> wake);
    struct News {
        std::string text;
        bool closed = false;
    };
    [[nodiscard]] News take();

    static constexpr std::size_t most_waiting_bytes = 256 << 10;

private:
    void wake();

    std::mutex mutex_;
    std::string waiting_;
    bool closed_ = false;
    std::function<void()> wake_;
};

/// "event: …\nid: …\ndata: …\n\n"
[[nodiscard]] std::string event_text(const EventStream::Event& event);

}  // namespace masar::server
