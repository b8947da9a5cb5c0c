#pragma once
// Whether anything was written since: so that what was made of the database can be kept until then.
#include "store/database.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace masar::store {

/// A number that differs once something was written: by this process from the commit on (`counted`); by another one from the next look
/// on, and looks are asked for every quarter of a second.
class ChangeCount {
public:
    /// `question` is SQL whose answer differs once another connection has written. Without a database nobody else writes.
    ChangeCount(std::unique_ptr<Database> database, std::string question, std::chrono::milliseconds every)
        : database_(std::move(database)), question_(std::move(question)), every_(every) {}

    void wrote() { ++count_; }
    /// Nothing when it is time to look; never waits.
    [[nodiscard]] std::optional<std::uint64_t> lately() const;
    /// Looks when it is time to; where the database does not answer, everything may have changed.
    [[nodiscard]] std::uint64_t now();

private:
    [[nodiscard]] bool looked_lately() const;
    [[nodiscard]] base::Result<Rows> look();

    std::unique_ptr<Database> database_;
    std::string question_;
    std::chrono::milliseconds every_;
    std::atomic<std::uint64_t> count_{1};
    std::atomic<std::chrono::steady_clock::time_point> looked_{};
    std::mutex looking_;
    std::unique_ptr<Connection> connection_;  ///< of whoever looks
    Rows seen_;
};

/// The same database; `count` is told of each commit before its writer is.
[[nodiscard]] std::unique_ptr<Database> counted(std::unique_ptr<Database> database, std::shared_ptr<ChangeCount> count);
/// Of what stands at an address.
[[nodiscard]] base::Result<std::shared_ptr<ChangeCount>> change_count_of(
    std::string_view address, std::chrono::milliseconds every = std::chrono::milliseconds(250));

}  // namespace masar::store
