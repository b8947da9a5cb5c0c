#pragma once
// Latin hypercube without memory: a keyed permutation of 0..count-1 (four Feistel rounds, walked along cycles until inside)
// tells in which stratum of an input a sample lies, so that any shard can work out its own part.
#include <cstdint>

namespace masar::forecast {

class StratumOrder {
public:
    /// `count` in [1, 2^24]; `input` numbers the inputs.
    StratumOrder(std::uint64_t seed, std::uint64_t input, std::uint32_t count);
    /// The stratum of a sample < count; a bijection.
    [[nodiscard]] std::uint32_t of(std::uint32_t sample) const;

private:
    std::uint32_t keys_[4];
    std::uint32_t count_;
    std::uint32_t half_bits_ = 1;
};

}  // namespace masar::forecast
