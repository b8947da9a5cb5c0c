#include "server/http/server_log.h"

#include <fmt/chrono.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <utility>

namespace masar::server {
namespace {

constexpr std::string_view word_of(LogLevel level) {
    switch (level) {
        case LogLevel::info: return "info";
        case LogLevel::warning: return "warning";
        case LogLevel::error: return "error";
    }
    return "error";
}

/// "2029-02-27T09:05:07.123Z"
std::string moment_now() {
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)),
                       (now - seconds).count());
}

}  // namespace

ServerLog::ServerLog(Write write)
    : write_(std::move(write)), writer_([this](const std::stop_token& stop) { work(stop); }) {}

ServerLog::~ServerLog() {
    writer_.request_stop();
    writer_.join();
}

void ServerLog::write(LogLevel level, std::string_view event, const std::function<void(base::JsonWriter&)>& members) {
    base::JsonWriter json(base::JsonWriter::Style::compact);
    json.begin_object().field("at", moment_now()).field("level", word_of(level)).field("event", event);
    members(json);
    std::string line = json.end_object().take() + "\n";
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= most_waiting) {
        ++left_out_;
        return;
    }
    if (left_out_ > 0)
        waiting_.push_back("{\"event\":\"lines-left-out\",\"count\":" + std::to_string(std::exchange(left_out_, 0))
                           + "}\n");
    waiting_.push_back(std::move(line));
    news_.notify_one();
}

void ServerLog::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (true) {
        news_.wait(lock, stop, [this] { return !waiting_.empty(); });
        if (waiting_.empty()) return;
        const std::deque<std::string> lines = std::exchange(waiting_, {});
        lock.unlock();
        for (const std::string& line : lines) write_(line);
        lock.lock();
    }
}

ServerLog::Write to_standard_error() {
    return [](std::string_view line) {
        while (!line.empty()) {
            const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return;  // nobody to tell
            line.remove_prefix(static_cast<std::size_t>(written));
        }
    };
}

}  // namespace masar::server
