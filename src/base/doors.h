#pragma once
// The outside world behind interfaces (after ninja's disk_interface): only cli, server and store have real ones; tests have fakes.
#include "base/result.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace masar::base {

class FileDoor {
public:
    virtual ~FileDoor() = default;

    enum class Entry : unsigned char { missing, file, folder };
    struct ReadLimit {
        std::size_t bytes = std::size_t{512} << 20;  ///< a larger file is refused with a sentence
    };

    [[nodiscard]] virtual Entry look(std::string_view path) const = 0;
    [[nodiscard]] virtual Result<std::string> read(std::string_view path, ReadLimit limit) const = 0;
    /// Writes aside, then renames: the old content or the new, never a half.
    [[nodiscard]] virtual Result<void> write_whole(std::string_view path, std::string_view content) = 0;
    /// Adds to the end of a file, which is made when there is none: for results that grow line by line.
    [[nodiscard]] virtual Result<void> append(std::string_view path, std::string_view content) {
        auto old = look(path) == Entry::missing ? Result<std::string>("") : read(path, {});
        if (!old) return tl::unexpected(old.error());
        return write_whole(path, *old + std::string(content));
    }
    /// Names (not paths) of the entries of a folder, sorted.
    [[nodiscard]] virtual Result<std::vector<std::string>> list(std::string_view folder) const = 0;
};

class ClockDoor {
public:
    virtual ~ClockDoor() = default;
    /// Seconds since some fixed moment; only differences mean anything.
    [[nodiscard]] virtual double seconds() const = 0;
    [[nodiscard]] virtual std::chrono::sys_days today() const = 0;
};

}  // namespace masar::base
