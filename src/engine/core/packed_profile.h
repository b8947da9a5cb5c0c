#pragma once
// Free capacity per day, several pools to a 64-bit word, so that one subtraction asks all of them at once.
// Each lane holds a guard bit above its value; a word minus a need keeps every guard bit exactly when every lane has enough
// (SIMD within a register; Lamport 1975, "Multiple byte processing with full-word instructions").
#include "problem/work_time.h"

#include <cstdint>
#include <vector>

namespace masar::engine {

using problem::Day;

/// Where a pool lives: lanes of 16 bits (15 for the value) when everything fits, else of 32 bits (31).
class LaneLayout {
public:
    /// `largest`: the greatest capacity or demand of any pool.
    LaneLayout(std::int32_t pools, std::int64_t largest);

    [[nodiscard]] std::int32_t words() const { return words_; }
    [[nodiscard]] std::int32_t word_of(std::int32_t pool) const { return pool / lanes_; }
    [[nodiscard]] std::uint64_t guards() const { return guards_; }
    /// `units` of `pool`, in the lane of that pool.
    [[nodiscard]] std::uint64_t packed(std::int32_t pool, std::int32_t units) const {
        return std::uint64_t{static_cast<std::uint32_t>(units)} << shift_of(pool);
    }
    /// The value of the pool's lane, guard bit left out.
    [[nodiscard]] std::int32_t units_in(std::uint64_t word, std::int32_t pool) const {
        return static_cast<std::int32_t>(word >> shift_of(pool) & value_mask_);
    }
    [[nodiscard]] std::int32_t lanes() const { return lanes_; }

private:
    [[nodiscard]] int shift_of(std::int32_t pool) const { return pool % lanes_ * bits_; }

    std::int32_t bits_;
    std::int32_t lanes_;
    std::int32_t words_;
    std::uint64_t guards_;
    std::uint64_t value_mask_;
};

/// Units of up to `lanes` pools wanted on each working day, all in one word of the layout.
struct Need {
    std::int32_t word = 0;
    std::uint64_t units = 0;
};

/// A stretch of working days in the numbering of one calendar: `duration` of them from index `from`.
struct Stretch {
    std::int32_t from = 0;
    std::int32_t duration = 0;
};

/// Calendar of every day: the i-th working day is day i.
struct EveryDay {
    [[nodiscard]] Day operator()(std::int32_t index) const { return index; }
};

/// Any other calendar: the table of its working days.
struct ListedDays {
    const Day* days = nullptr;
    [[nodiscard]] Day operator()(std::int32_t index) const { return days[index]; }
};

class PackedProfile {
public:
    static constexpr std::int32_t none = -1;

    /// Nothing is free until set.
    PackedProfile(const LaneLayout& layout, Day days);

    [[nodiscard]] const LaneLayout& layout() const { return layout_; }
    [[nodiscard]] Day days() const { return days_; }
    void set(std::int32_t pool, Day day, std::int32_t units);
    [[nodiscard]] std::int32_t free(std::int32_t pool, Day day) const;

    [[nodiscard]] bool fits(const Need& need, Day day) const { return enough(column(need.word)[day], need.units); }

    /// Least index >= stretch.from and <= `last` whose whole stretch fits; `none` when there is none.
    template <class Days>
    [[nodiscard]] std::int32_t first_fit(const Need& need, Days day_of, Stretch stretch, std::int32_t last) const;
    /// Greatest index <= stretch.from and >= `first` whose whole stretch fits.
    template <class Days>
    [[nodiscard]] std::int32_t last_fit(const Need& need, Days day_of, Stretch stretch, std::int32_t first) const;

    /// The stretch must fit.
    template <class Days>
    void take(const Need& need, Days day_of, Stretch stretch);
    template <class Days>
    void give(const Need& need, Days day_of, Stretch stretch);
    /// Takes what is there, lane by lane: for work that is where it is, whether or not it fits.
    void take_available(const Need& need, Day day);

    /// Makes this equal to `base` again, of the same shape; cost is in the days touched since the last time.
    void restore(const PackedProfile& base);

private:
    [[nodiscard]] bool enough(std::uint64_t word, std::uint64_t units) const {
        return ((word - units) & guards_) == guards_;
    }
    [[nodiscard]] const std::uint64_t* column(std::int32_t word) const {
        return free_.data() + static_cast<std::size_t>(word) * days_;
    }
    [[nodiscard]] std::uint64_t* column(std::int32_t word) {
        return free_.data() + static_cast<std::size_t>(word) * days_;
    }
    void touch(Day first, Day last) {
        if (first < touched_from_) touched_from_ = first;
        if (last >= touched_to_) touched_to_ = last + 1;
    }

    LaneLayout layout_;
    std::uint64_t guards_;
    Day days_;
    Day touched_from_ = problem::never, touched_to_ = 0;
    std::vector<std::uint64_t> free_;  ///< word by word, each over all days; guard bits always set
};

template <class Days>
std::int32_t PackedProfile::first_fit(const Need& need, Days day_of, Stretch stretch, std::int32_t last) const {
    const std::uint64_t* const words = column(need.word);
    std::int32_t begin = stretch.from;
    std::int32_t unknown = begin;  // from `begin` up to here is known to fit
    while (begin <= last) {
        std::int32_t probe = begin + stretch.duration - 1;
        while (probe >= unknown && enough(words[day_of(probe)], need.units)) --probe;
        if (probe < unknown) return begin;
        unknown = begin + stretch.duration;
        begin = probe + 1;
    }
    return none;
}

template <class Days>
std::int32_t PackedProfile::last_fit(const Need& need, Days day_of, Stretch stretch, std::int32_t first) const {
    const std::uint64_t* const words = column(need.word);
    std::int32_t begin = stretch.from;
    std::int32_t unknown = begin + stretch.duration;  // from here to the end of the stretch is known to fit
    while (begin >= first) {
        std::int32_t probe = begin;
        while (probe < unknown && enough(words[day_of(probe)], need.units)) ++probe;
        if (probe >= unknown) return begin;
        unknown = begin;
        begin = probe - stretch.duration;
    }
    return none;
}

template <class Days>
void PackedProfile::take(const Need& need, Days day_of, Stretch stretch) {
    if (stretch.duration == 0) return;
    const std::int32_t end = stretch.from + stretch.duration;
    std::uint64_t* const words = column(need.word);
    for (std::int32_t index = stretch.from; index < end; ++index) words[day_of(index)] -= need.units;
    touch(day_of(stretch.from), day_of(end - 1));
}

template <class Days>
void PackedProfile::give(const Need& need, Days day_of, Stretch stretch) {
    const std::int32_t end = stretch.from + stretch.duration;
    std::uint64_t* const words = column(need.word);
    for (std::int32_t index = stretch.from; index < end; ++index) words[day_of(index)] += need.units;
}

}  // namespace masar::engine
