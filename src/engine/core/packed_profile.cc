#include "engine/core/packed_profile.h"

#include <algorithm>
#include <cassert>

namespace masar::engine {

LaneLayout::LaneLayout(std::int32_t pools, std::int64_t largest)
    : bits_(largest <= 0x7FFF ? 16 : 32),
      lanes_(64 / bits_),
      words_((pools + lanes_ - 1) / lanes_),
      guards_(bits_ == 16 ? 0x8000'8000'8000'8000U : 0x8000'0000'8000'0000U),
      value_mask_(bits_ == 16 ? 0x7FFFU : 0x7FFF'FFFFU) {}

PackedProfile::PackedProfile(const LaneLayout& layout, Day days)
    : layout_(layout),
      guards_(layout.guards()),
      days_(days),
      free_(static_cast<std::size_t>(layout.words()) * days, layout.guards()) {}

void PackedProfile::set(std::int32_t pool, Day day, std::int32_t units) {
    std::uint64_t& word = column(layout_.word_of(pool))[day];
    word -= layout_.packed(pool, layout_.units_in(word, pool));
    word += layout_.packed(pool, units);
}

std::int32_t PackedProfile::free(std::int32_t pool, Day day) const {
    return layout_.units_in(column(layout_.word_of(pool))[day], pool);
}

void PackedProfile::take_available(const Need& need, Day day) {
    std::uint64_t& word = column(need.word)[day];
    const std::int32_t first = need.word * layout_.lanes();
    for (std::int32_t pool = first; pool < first + layout_.lanes(); ++pool) {
        const std::int32_t units = std::min(layout_.units_in(need.units, pool), layout_.units_in(word, pool));
        word -= layout_.packed(pool, units);
    }
    touch(day, day);
}

void PackedProfile::restore(const PackedProfile& base) {
    assert(base.days_ == days_ && base.free_.size() == free_.size());
    if (touched_from_ < touched_to_) {
        for (std::int32_t word = 0; word < layout_.words(); ++word) {
            const std::uint64_t* const from = base.column(word);
            std::copy(from + touched_from_, from + touched_to_, column(word) + touched_from_);
        }
    }
    touched_from_ = problem::never;
    touched_to_ = 0;
}

}  // namespace masar::engine
