#pragma once
// The one thread that writes. While it waits for the disk, others queue; then all that queue go into one commit.
#include "store/tables.h"

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace masar::store {

class GroupWriter {
public:
    using Work = std::function<base::Result<void>(Tables&)>;

    explicit GroupWriter(Database& database);
    ~GroupWriter();  // after what is queued
    GroupWriter(const GroupWriter&) = delete;
    GroupWriter& operator=(const GroupWriter&) = delete;

    /// Returns when the work is on the disk, or undone. What `work` throws is thrown here.
    [[nodiscard]] base::Result<void> run(const Work& work);

private:
    struct Job {
        const Work* work = nullptr;
        base::Result<void> outcome;
        std::exception_ptr thrown;
        bool done = false;
    };
    using Jobs = std::vector<Job*>;

    void serve();
    void write_together(const Jobs& jobs);
    [[nodiscard]] base::Result<void> begin();
    [[nodiscard]] base::Result<void> do_all(const Jobs& jobs);
    [[nodiscard]] base::Result<void> do_one(Job& job);

    Database& database_;
    std::unique_ptr<Connection> connection_;  // of the thread
    std::optional<base::Error> halted_;       // why nothing is written any more
    std::mutex mutex_;
    std::condition_variable queued_, finished_;
    Jobs queue_;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace masar::store
