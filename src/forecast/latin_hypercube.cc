#include "forecast/latin_hypercube.h"

#include "base/random_stream.h"

namespace masar::forecast {
namespace {

/// A bijection of 32-bit words that spreads every bit (Wang, "lowbias32" constants of Wellons).
std::uint32_t mixed(std::uint32_t x) {
    x ^= x >> 16;
    x *= 0x7feb352d;
    x ^= x >> 15;
    x *= 0x846ca68b;
    return x ^ (x >> 16);
}

}  // namespace

StratumOrder::StratumOrder(std::uint64_t seed, std::uint64_t input, std::uint32_t count) : count_(count) {
    // A stream that no sample uses: samples number less than 2^63.
    base::RandomStream stream(seed, ~input);
    for (auto& key : keys_) key = stream.next();
    while ((std::uint64_t{1} << (2 * half_bits_)) < count) ++half_bits_;
}

std::uint32_t StratumOrder::of(std::uint32_t sample) const {
    const std::uint32_t mask = (std::uint32_t{1} << half_bits_) - 1;
    std::uint32_t x = sample;
    do {
        std::uint32_t left = x >> half_bits_, right = x & mask;
        for (const std::uint32_t key : keys_) {
            const std::uint32_t next = left ^ (mixed(right ^ key) & mask);
            left = right;
            right = next;
        }
        x = left << half_bits_ | right;
    } while (x >= count_);
    return x;
}

}  // namespace masar::forecast
