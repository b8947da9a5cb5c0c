#include "server/http/event_stream.h"

#include <utility>

namespace masar::server {

std::string event_text(const EventStream::Event& event) {
    std::string text = "event: " + event.name + "\n";
    if (!event.id.empty()) text += "id: " + event.id + "\n";
    return text + "data: " + event.data + "\n\n";
}

void EventStream::send(const Event& event) {
    {
        const std::lock_guard lock(mutex_);
        if (closed_) return;
        waiting_ += event_text(event);
        closed_ = waiting_.size() > most_waiting_bytes;
    }
    wake();
}

void EventStream::close() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
    }
    wake();
}

void EventStream::on_news(std::function<void()> wake) {
    const std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
}

EventStream::News EventStream::take() {
    const std::lock_guard lock(mutex_);
    return {std::exchange(waiting_, {}), closed_};
}

void EventStream::wake() {
    const std::lock_guard lock(mutex_);
    if (wake_) wake_();
}

}  // namespace masar::server
