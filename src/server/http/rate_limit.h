#pragma once
// How often somebody may ask: a bucket of tokens for each key (an address, a session), refilled steadily. Memory is bounded: a
// bucket that has filled up again says nothing and is forgotten.
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace masar::server {

struct Rate {
    double per_second = 1;
    double burst = 1;  ///< tokens of a full bucket
};

class RateLimit {
public:
    explicit RateLimit(Rate rate) : rate_(rate) {}

    /// Takes one token at the moment `now` (seconds); 0, or the seconds until there is one again.
    [[nodiscard]] double take(std::string_view key, double now);
    [[nodiscard]] std::size_t keys() const;

    static constexpr std::size_t most_keys = 100'000;

private:
    struct Bucket {
        double tokens = 0;
        double at = 0;
    };
    void forget_full(double now);

    Rate rate_;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Bucket> buckets_;
    std::size_t forget_above_ = 1024;
};

}  // namespace masar::server
