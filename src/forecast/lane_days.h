// Days through calendars and links, one by one and for a batch. Part of lane_kernel.h, which says what is and is not allowed here.
#pragma once
#include "forecast/lane_values.h"

namespace masar::forecast::MASAR_LANE_BUILD {

static inline I32 count_before(const CalendarTable& c, I32 day) { return c.count[smaller(larger(day, 0), c.horizon)]; }
static inline I32 nth(const CalendarTable& c, I32 index) { return c.days[smaller(larger(index, 0), c.total)]; }

static inline I32 end_of(const CalendarTable& c, I32 start, I32 duration) {
    if (c.count == nullptr) return smaller(start + duration, endless);
    if (duration == 0 || start >= endless) return start;
    const I32 last = nth(c, count_before(c, start) + duration - 1);
    return last >= endless ? endless : last + 1;
}
static inline I32 next_day(const CalendarTable& c, I32 day) {
    return c.count == nullptr || day >= endless ? day : nth(c, count_before(c, day));
}
static inline I32 start_reaching(const CalendarTable& c, I32 end, I32 duration) {
    if (c.count == nullptr) return larger(end - duration, 0);
    if (duration == 0) return next_day(c, larger(end, 0));
    return end >= endless ? endless : nth(c, larger(count_before(c, end - 1) - duration + 1, 0));
}
static inline I32 start_for(const CalendarTable& c, I32 end, I32 duration) {
    if (c.count == nullptr) return end - duration;
    const I32 index = end < 0 ? -1 : (duration == 0 ? count_before(c, end + 1) - 1 : count_before(c, end) - duration);
    return index < 0 ? -1 : nth(c, index);
}
static inline I32 last_by(const CalendarTable& c, I32 day) {
    if (c.count == nullptr) return day;
    const I32 index = count_before(c, day + 1) - 1;
    return index < 0 ? -1 : nth(c, index);
}

// The three counted forms of a link, as link_bound.cc has them.
static inline I32 counted_bound(const CalendarTable& c, const LaneLink& link, I32 event) {
    const I32 index = count_before(c, event + link.offset) + link.step;
    const I32 day = nth(c, index);
    const I32 bound = index < 0 ? (index == -1 ? link.exclusive - 1 : -1) : smaller(day + link.exclusive, endless);
    return event >= endless ? endless : bound;
}
static inline I32 counted_inverse(const CalendarTable& c, const LaneLink& link, I32 target) {
    const I32 days = target + 1 - link.exclusive;
    const I32 index = (days < 0 ? -1 : count_before(c, days)) - 1 - link.step;
    const I32 day = nth(c, index);
    const I32 event = index < 0 ? -1 : (day >= endless ? endless : larger(day - link.offset, -1));
    return target < 0 ? -1 : (target >= endless ? endless : event);
}
static inline I32 counted_needed(const CalendarTable& c, const LaneLink& link, I32 target) {
    if (target <= 0 || target >= endless) return target <= 0 ? 0 : endless;
    const I32 short_of = counted_inverse(c, link, target - 1);
    return short_of >= endless ? endless : short_of + 1;
}

// Rows through a calendar: indices are worked out in vector registers, then looked up one by one.
static inline void look_up(const I32* __restrict table, const I32* __restrict index, I32* __restrict out) {
    for (I32 l = 0; l < lanes; ++l) out[l] = table[index[l]];
}

/// place_row where everything takes a day at least and comes to an end, which is the rule: false = something does not, and nothing
/// written counts.
static bool place_row_in_time(const CalendarTable& c, const I32* __restrict day, const I32* __restrict duration,
                              I32* __restrict start, I32* __restrict end) {
    alignas(64) I32 index[lanes];
    I32 shortest = endless, last = 0;
    for (I32 l = 0; l < lanes; ++l) {
        index[l] = smaller(larger(day[l], 0), c.horizon);
        shortest = smaller(shortest, duration[l]);
    }
    if (shortest < 1) return false;
    for (I32 l = 0; l < lanes; ++l) {
        const I32 number = c.count[index[l]];
        start[l] = c.days[number];
        end[l] = c.days[smaller(number + duration[l] - 1, c.total)] + 1;
    }
    for (I32 l = 0; l < lanes; ++l) last = larger(last, end[l]);
    return last < endless;
}

/// The first start on or after `day` and its end. The working days before a working day are its number, so that three look-ups
/// do for both.
static void place_row(const CalendarTable& c, const I32* __restrict day, const I32* __restrict duration,
                      I32* __restrict start, I32* __restrict end) {
    if (place_row_in_time(c, day, duration, start, end)) return;
    alignas(64) I32 index[lanes], number[lanes], last[lanes];
    for (I32 l = 0; l < lanes; ++l) index[l] = smaller(larger(day[l], 0), c.horizon);
    look_up(c.count, index, number);
    look_up(c.days, number, start);
    for (I32 l = 0; l < lanes; ++l) index[l] = smaller(number[l] + larger(duration[l], 1) - 1, c.total);
    look_up(c.days, index, last);
    for (I32 l = 0; l < lanes; ++l) {
        const I32 end_day = duration[l] == 0 ? start[l] : smaller(last[l] + 1, endless);
        start[l] = day[l] >= endless ? endless : start[l];
        end[l] = day[l] >= endless ? endless : end_day;
    }
}

/// start_for_row under the same rule.
static bool start_for_row_in_time(const CalendarTable& c, const I32* __restrict end, const I32* __restrict duration,
                                  I32* __restrict out) {
    alignas(64) I32 index[lanes];
    I32 shortest = endless, first = endless;
    for (I32 l = 0; l < lanes; ++l) {
        index[l] = smaller(larger(end[l], 0), c.horizon);
        shortest = smaller(shortest, duration[l]);
        first = smaller(first, end[l]);
    }
    if (shortest < 1 || first < 0) return false;
    first = endless;
    for (I32 l = 0; l < lanes; ++l) {
        const I32 number = c.count[index[l]] - duration[l];
        first = smaller(first, number);
        out[l] = c.days[larger(number, 0)];
    }
    return first >= 0;
}

/// Latest starts for ends, as start_for.
static void start_for_row(const CalendarTable& c, const I32* __restrict end, const I32* __restrict duration,
                          I32* __restrict out) {
    if (start_for_row_in_time(c, end, duration, out)) return;
    alignas(64) I32 index[lanes], number[lanes];
    for (I32 l = 0; l < lanes; ++l) index[l] = smaller(larger(end[l] + (duration[l] == 0 ? 1 : 0), 0), c.horizon);
    look_up(c.count, index, number);
    for (I32 l = 0; l < lanes; ++l) {
        number[l] -= larger(duration[l], 1);
        index[l] = smaller(larger(number[l], 0), c.total);
    }
    look_up(c.days, index, out);
    for (I32 l = 0; l < lanes; ++l) out[l] = end[l] < 0 || number[l] < 0 ? -1 : out[l];
}

static void link_row(const LaneNetwork& network, const LaneLink& link, const I32* __restrict event,
                     I32* __restrict out) {
    const CalendarTable c = network.calendars[link.calendar];
    switch (link.form) {
        case LaneLink::Form::plain:
            for (I32 l = 0; l < lanes; ++l) out[l] = event[l] + link.delta;
            return;
        case LaneLink::Form::bound:
            for (I32 l = 0; l < lanes; ++l) out[l] = counted_bound(c, link, event[l]);
            return;
        case LaneLink::Form::inverse:
            for (I32 l = 0; l < lanes; ++l) out[l] = counted_inverse(c, link, event[l]);
            return;
        case LaneLink::Form::needed:
            for (I32 l = 0; l < lanes; ++l) out[l] = counted_needed(c, link, event[l]);
            return;
    }
}

}  // namespace masar::forecast::MASAR_LANE_BUILD
