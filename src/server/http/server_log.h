#pragma once
// The log: one JSON object a line on standard error, for machines. It holds routes, statuses, times and addresses; never a path as
// sent, a query, a body, a name of an account or anything of a plan: logs are read by people who may not read plans.
#include "base/json_writer.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace masar::server {

enum class LogLevel : unsigned char { info, warning, error };

class ServerLog {
public:
    /// Takes whole lines, from a thread of the log's own; the real one writes them to standard error.
    using Write = std::function<void(std::string_view line)>;
    explicit ServerLog(Write write);
    ~ServerLog();
    ServerLog(const ServerLog&) = delete;
    ServerLog& operator=(const ServerLog&) = delete;

    /// `members` adds fields to the line. Never waits: when lines come faster than they can be written, some are left out, and how
    /// many is said.
    void write(
        LogLevel level, std::string_view event,
        const std::function<void(base::JsonWriter&)>& members = [](base::JsonWriter&) {});

    static constexpr std::size_t most_waiting = 4096;

private:
    void work(const std::stop_token& stop);

    Write write_;
    std::mutex mutex_;
    std::condition_variable_any news_;
    std::deque<std::string> waiting_;
    std::uint64_t left_out_ = 0;
    std::jthread writer_;
};

/// To standard error.
[[nodiscard]] ServerLog::Write to_standard_error();

}  // namespace masar::server
