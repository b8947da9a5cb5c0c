#pragma once
// Who ends on which of the next days: lists per day in a ring, and a bit for each day that has one. Cheaper than a heap where
// every duration is shorter than the ring.
#include "problem/work_time.h"

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace masar::forecast {

class DayRing {
public:
    static constexpr problem::Day days = 2048;

    DayRing() = default;
    explicit DayRing(std::size_t members) : next_(members, -1) { first_.fill(-1); }

    /// `day` lies less than `days` after the day taken last.
    void put(std::int32_t member, problem::Day day) {
        const std::size_t place = place_of(day);
        next_[static_cast<std::size_t>(member)] = first_[place];
        first_[place] = member;
        busy_[place / 64] |= std::uint64_t{1} << (place % 64);
    }
    /// The first member of a day's list, which is then empty; -1 = none. Go on with after().
    std::int32_t take(problem::Day day) {
        const std::size_t place = place_of(day);
        busy_[place / 64] &= ~(std::uint64_t{1} << (place % 64));
        const std::int32_t member = first_[place];
        first_[place] = -1;
        return member;
    }
    [[nodiscard]] std::int32_t after(std::int32_t member) const { return next_[static_cast<std::size_t>(member)]; }
    /// The first day from `now` on that has members; `never` if none.
    [[nodiscard]] problem::Day next_day(problem::Day now) const {
        const std::size_t place = place_of(now);
        std::size_t word = place / 64;
        std::uint64_t bits = busy_[word] & (~std::uint64_t{0} << (place % 64));
        for (std::size_t step = 0; step <= busy_.size(); ++step) {
            if (bits != 0) {
                const auto found =
                    static_cast<problem::Day>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
                const problem::Day ahead = (found - static_cast<problem::Day>(place) + days) % days;
                return now + ahead;
            }
            word = (word + 1) % busy_.size();
            bits = busy_[word];
        }
        return problem::never;
    }

private:
    [[nodiscard]] static std::size_t place_of(problem::Day day) { return static_cast<std::uint32_t>(day) % days; }

    std::array<std::uint64_t, days / 64> busy_{};
    std::array<std::int32_t, days> first_{};
    std::vector<std::int32_t> next_;
};

}  // namespace masar::forecast
