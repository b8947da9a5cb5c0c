#pragma once
// Processes that share a task, as a door: rank 0 tells the answer, the others work for it.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace masar::base {

class Ranks {
public:
    virtual ~Ranks() = default;
    [[nodiscard]] virtual std::int32_t rank() const = 0;
    [[nodiscard]] virtual std::int32_t count() const = 0;
    /// What every rank hands in, by rank; nothing on ranks other than 0. All ranks take part, each as often as the others.
    [[nodiscard]] virtual std::vector<std::string> gather(std::string_view own) = 0;
};

}  // namespace masar::base
