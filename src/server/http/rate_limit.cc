#include "server/http/rate_limit.h"

#include <algorithm>

namespace masar::server {

double RateLimit::take(std::string_view key, double now) {
    const std::lock_guard lock(mutex_);
    if (buckets_.size() >= forget_above_) forget_full(now);
    const auto [place, fresh] = buckets_.try_emplace(std::string(key), Bucket{rate_.burst, now});
    Bucket& bucket = place->second;
    bucket.tokens = std::min(rate_.burst,
                             bucket.tokens + std::max(0.0, now - bucket.at) * rate_.per_second);  // clocks are set back
    bucket.at = now;
    if (bucket.tokens < 1) return (1 - bucket.tokens) / rate_.per_second;
    bucket.tokens -= 1;
    return 0;
}

std::size_t RateLimit::keys() const {
    const std::lock_guard lock(mutex_);
    return buckets_.size();
}

void RateLimit::forget_full(double now) {
    std::erase_if(buckets_, [&](const auto& each) {
        return each.second.tokens + (now - each.second.at) * rate_.per_second >= rate_.burst;
    });
    // A flood from ever new keys must not cost more memory than this: then everybody begins anew.
    if (buckets_.size() >= most_keys) buckets_.clear();
    forget_above_ = std::max<std::size_t>(1024, std::min(most_keys, buckets_.size() * 2));
}

}  // namespace masar::server
