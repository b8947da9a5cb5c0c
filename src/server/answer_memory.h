#pragma once
// Answers that were given, for the same question of the same session, until anything is written.
#include "base/wall_clock.h"
#include "server/http/http_response.h"

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace masar::server {

class AnswerMemory {
public:
    explicit AnswerMemory(std::size_t most_bytes = std::size_t{64} << 20) : most_bytes_(most_bytes) {}

    /// Sessions end and days begin without anything being written.
    static constexpr std::chrono::seconds longest{20};

    /// `changes`: of the store, as they are now.
    [[nodiscard]] std::optional<HttpResponse> recall(const std::string& question, std::uint64_t changes,
                                                     base::Moment now);
    /// `changes`: of the store, from before the answer was made.
    void keep(std::string question, const HttpResponse& answer, std::uint64_t changes, base::Moment now);

private:
    struct Kept {
        HttpResponse answer;
        std::uint64_t changes;
        base::Moment at;
    };
    std::size_t most_bytes_;
    std::mutex mutex_;
    std::unordered_map<std::string, Kept> kept_;
    std::size_t bytes_ = 0;
    std::uint64_t newest_ = 0;  ///< of those kept: older ones are of no use
};

}  // namespace masar::server
