#include "base/random_stream.h"

namespace masar::base {
namespace {

constexpr std::uint32_t multiplier_0 = 0xD2511F53, multiplier_1 = 0xCD9E8D57;
constexpr std::uint32_t weyl_0 = 0x9E3779B9, weyl_1 = 0xBB67AE85;

constexpr std::uint32_t low(std::uint64_t wide) { return static_cast<std::uint32_t>(wide); }
constexpr std::uint32_t high(std::uint64_t wide) { return static_cast<std::uint32_t>(wide >> 32); }

}  // namespace

PhiloxBlock philox4x32_10(PhiloxBlock c, std::array<std::uint32_t, 2> key) {
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t p0 = std::uint64_t{multiplier_0} * c[0];
        const std::uint64_t p1 = std::uint64_t{multiplier_1} * c[2];
        c = {high(p1) ^ c[1] ^ key[0], low(p1), high(p0) ^ c[3] ^ key[1], low(p0)};
        key[0] += weyl_0;
        key[1] += weyl_1;
    }
    return c;
}

std::uint32_t RandomStream::next() {
    if (used_ == 4) {
        words_ = philox4x32_10({low(block_), high(block_), low(stream_), high(stream_)}, {low(seed_), high(seed_)});
        ++block_;
        used_ = 0;
    }
    return words_[used_++];
}

std::uint32_t RandomStream::below(std::uint32_t bound) {
    std::uint64_t product = std::uint64_t{next()} * bound;
    if (low(product) < bound) {
        const std::uint32_t threshold = (0 - bound) % bound;
        while (low(product) < threshold) product = std::uint64_t{next()} * bound;
    }
    return high(product);
}

double RandomStream::unit() {
    const std::uint64_t bits = (std::uint64_t{next()} << 32 | next()) >> 11;
    return static_cast<double>(bits) * 0x1.0p-53;
}

}  // namespace masar::base
