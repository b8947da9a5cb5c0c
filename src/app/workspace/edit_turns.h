#pragma once
// Who edits a plan waits until whoever is at it has saved: several at once would each do the same work, and all but one in vain.
#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string_view>

namespace masar::app {

class EditTurns {
public:
    /// Held while one edit of the plan is worked out and saved; never two by one thread.
    [[nodiscard]] std::unique_lock<std::mutex> take(std::string_view plan) {
        return std::unique_lock(turns_[std::hash<std::string_view>{}(plan) % turns_.size()]);
    }

    /// The plan moved on all the same: by another server on the same database, or by dates that a job brought.
    void begin_again() { ++begun_again_; }
    /// How often, since the start.
    [[nodiscard]] std::int64_t begun_again() const { return begun_again_; }

private:
    std::array<std::mutex, 64> turns_;
    std::atomic<std::int64_t> begun_again_{0};
};

}  // namespace masar::app
