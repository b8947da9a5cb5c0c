#pragma once
// Counter-based random numbers: Philox4x32-10 (Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3").
// Stream k of a seed is a pure function of (seed, k): threads, shards and ranks do not change what is drawn.
#include <array>
#include <cstdint>

namespace masar::base {

using PhiloxBlock = std::array<std::uint32_t, 4>;

/// One block of four 32-bit words for a counter and a key; checked against the Random123 vectors.
[[nodiscard]] PhiloxBlock philox4x32_10(PhiloxBlock counter, std::array<std::uint32_t, 2> key);

class RandomStream {
public:
    RandomStream(std::uint64_t seed, std::uint64_t stream) : seed_(seed), stream_(stream) {}

    std::uint32_t next();
    /// Uniform in [0, bound), without bias (Lemire 2019); bound > 0.
    std::uint32_t below(std::uint32_t bound);
    /// Uniform in [0, 1) with 53 bits.
    double unit();

private:
    std::uint64_t seed_;
    std::uint64_t stream_;
    std::uint64_t block_ = 0;
    PhiloxBlock words_{};
    unsigned used_ = 4;
};

}  // namespace masar::base
