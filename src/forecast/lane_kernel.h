// The arithmetic of a batch, compiled twice from this one text: for any x86-64 or other machine, and for x86-64-v3 (AVX2). Only
// additions, comparisons, correctly rounded products and square roots: both builds give the same bits. No call leaves this file
// and no template of the standard library enters it, so that no instruction of one build can reach the other.
// To be included by the two lane_kernel_*.cc only, which name the build in MASAR_LANE_BUILD.
#pragma once
#include "forecast/lane_values.h"

namespace masar::forecast::MASAR_LANE_BUILD {

// --- days -------------------------------------------------------------------------------------------------------------

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

/// The first start on or after `day` and its end. The working days before a working day are its number, so that three look-ups
/// do for both.
static void place_row(const CalendarTable& c, const I32* __restrict day, const I32* __restrict duration,
                      I32* __restrict start, I32* __restrict end) {
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

/// Latest starts for ends, as start_for.
static void start_for_row(const CalendarTable& c, const I32* __restrict end, const I32* __restrict duration,
                          I32* __restrict out) {
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

// --- forward pass -----------------------------------------------------------------------------------------------------

/// A whole row in registers.
typedef I32 Days __attribute__((vector_size(register_bytes)));
constexpr int parts = lanes * 4 / register_bytes;
struct Row {
    Days part[parts];
};
static_assert(sizeof(Row) == lanes * sizeof(I32));

static inline const Row& row_at(const I32* rows, I32 index) {
    return *reinterpret_cast<const Row*>(rows + index * lanes);
}
static inline Row& row_at(I32* rows, I32 index) { return *reinterpret_cast<Row*>(rows + index * lanes); }
static inline Days larger(Days a, Days b) { return a > b ? a : b; }
static inline Days smaller(Days a, Days b) { return a < b ? a : b; }

static inline void plain_forward(const LaneNetwork& network, const LaneNode& node, const LaneRows& rows, I32 slot) {
    Row day;
    for (Days& part : day.part) part = Days{} + node.floor;
    for (I32 i = node.first_in; i < node.last_in; ++i) {
        const LaneLink& link = network.in[i];
        const Row& event = row_at(link.reads_end ? rows.end : rows.start, link.other);
        for (int k = 0; k < parts; ++k) day.part[k] = larger(day.part[k], event.part[k] + link.delta);
    }
    row_at(rows.start, slot) = day;
    const Row& duration = row_at(rows.duration, slot);
    Row& end = row_at(rows.end, slot);
    for (int k = 0; k < parts; ++k) end.part[k] = smaller(day.part[k] + duration.part[k], Days{} + endless);
}

/// First start >= `from` so that no day lies in a forbidden interval.
static I32 settle_forward(const LaneNetwork& network, const LaneNode& node, I32 from, I32 duration) {
    const CalendarTable c = network.calendars[node.calendar];
    I32 start = next_day(c, from);
    for (I32 i = node.first_forbidden; i < node.last_forbidden && start < endless; ++i) {
        const LaneInterval shut = network.forbidden[i];
        if (start < shut.to && larger(end_of(c, start, duration), start + 1) > shut.from) start = next_day(c, shut.to);
    }
    return start;
}

/// One lane of an activity that forbidden intervals or absences may move; returns its end.
static I32 settle_lane(const LaneNetwork& network, const LaneNode& node, const LaneRows& rows, I32 slot, I32 lane) {
    const CalendarTable c = network.calendars[node.calendar];
    I32 duration = rows.duration[slot * lanes + lane];
    I32& start = rows.start[slot * lanes + lane];
    if (!node.running) start = settle_forward(network, node, start, duration);
    I32 end = end_of(c, start, duration);
    for (I32 i = node.first_absence; i < node.last_absence && start < endless && duration > 0; ++i) {
        const I32 row = network.absence_of[i] * lanes + lane;
        const I32 from = rows.absence_from[row], to = rows.absence_to[row];
        if (from >= to || to <= start || from >= end) continue;
        if (start >= from && !node.running) {
            start = settle_forward(network, node, to, duration);
        } else {
            const I32 begun = larger(from, start);
            duration += c.count == nullptr ? to - begun : count_before(c, to) - count_before(c, begun);
        }
        end = end_of(c, start, duration);
    }
    if (node.stretched >= 0) rows.stretched[node.stretched * lanes + lane] = duration;
    return end;
}

static void general_forward(const LaneNetwork& network, const LaneNode& node, const LaneRows& rows, I32 slot) {
    alignas(64) I32 start_bound[lanes], end_bound[lanes], asked[lanes];
    const CalendarTable c = network.calendars[node.calendar];
    I32* __restrict start = rows.start + slot * lanes;
    I32* __restrict end = rows.end + slot * lanes;
    const I32* __restrict duration = rows.duration + slot * lanes;
    for (I32 l = 0; l < lanes; ++l) {
        start_bound[l] = network.sweeps > 1 ? larger(node.floor, start[l]) : node.floor;
        end_bound[l] = 0;
    }
    bool to_end = false;
    for (I32 i = node.first_in; i < node.last_in && !node.running; ++i) {
        const LaneLink& link = network.in[i];
        link_row(network, link, (link.reads_end ? rows.end : rows.start) + link.other * lanes, asked);
        I32* bound = link.moves_end ? end_bound : start_bound;
        to_end = to_end || link.moves_end;
        for (I32 l = 0; l < lanes; ++l) bound[l] = larger(bound[l], asked[l]);
    }
    if (to_end)
        for (I32 l = 0; l < lanes; ++l)
            start_bound[l] = larger(start_bound[l], start_reaching(c, end_bound[l], duration[l]));
    const bool scalar = node.first_forbidden < node.last_forbidden || node.first_absence < node.last_absence;
    if (scalar || node.running) {
        for (I32 l = 0; l < lanes; ++l) {
            start[l] = node.running ? node.floor : start_bound[l];
            end[l] = settle_lane(network, node, rows, slot, l);
        }
    } else if (c.count != nullptr) {
        place_row(c, start_bound, duration, start, end);
    } else {
        for (I32 l = 0; l < lanes; ++l) {
            start[l] = start_bound[l];
            end[l] = smaller(start[l] + duration[l], endless);
        }
    }
    for (I32 l = 0; l < lanes; ++l) {
        end[l] = larger(end[l], node.no_end_before);
        start[l] = end[l] >= endless ? endless : start[l];
    }
}

static void place_node(const LaneNetwork& network, const LaneRows& rows, I32 slot) {
    const LaneNode& node = network.nodes[slot];
    if (node.fixed_end >= 0) {
        for (I32 l = 0; l < lanes; ++l) {
            rows.start[slot * lanes + l] = node.floor;
            rows.end[slot * lanes + l] = node.fixed_end;
        }
    } else if (node.only_plain_starts) {
        plain_forward(network, node, rows, slot);
    } else {
        general_forward(network, node, rows, slot);
    }
}

/// Marks the lanes in which the slot's start differs from `before`; tells whether any does.
static bool moved(const I32* before, const I32* start, I32* changed) {
    I32 any = 0;
    for (I32 l = 0; l < lanes; ++l) {
        const I32 differs = before[l] != start[l] ? 1 : 0;
        changed[l] |= differs;
        any |= differs;
    }
    return any != 0;
}

/// Maximal lags push back: sweeps to the least fixed point (Bellman, Ford).
static void sweep_forward(const LaneNetwork& network, const LaneRows& rows) {
    alignas(64) I32 before[lanes], changed[lanes];
    for (I32 i = 0; i < network.node_count * lanes; ++i) rows.start[i] = rows.end[i] = 0;
    for (I32 sweep = 0; sweep < network.sweeps; ++sweep) {
        bool any = false;
        for (I32 l = 0; l < lanes; ++l) changed[l] = 0;
        for (I32 slot = 0; slot < network.node_count; ++slot) {
            for (I32 l = 0; l < lanes; ++l) before[l] = rows.start[slot * lanes + l];
            place_node(network, rows, slot);
            any = moved(before, rows.start + slot * lanes, changed) || any;
        }
        if (!any) return;
    }
    for (I32 l = 0; l < lanes; ++l) rows.unsettled[l] = changed[l];
}

static void forward(const LaneNetwork& network, const LaneRows& rows) {
    for (I32 l = 0; l < lanes; ++l) rows.unsettled[l] = rows.project_end[l] = 0;
    if (network.sweeps > 1) {
        sweep_forward(network, rows);
    } else {
        for (I32 slot = 0; slot < network.node_count; ++slot) place_node(network, rows, slot);
    }
    for (I32 slot = 0; slot < network.node_count; ++slot) {
        if (!network.nodes[slot].sink) continue;
        const I32* end = rows.end + slot * lanes;
        for (I32 l = 0; l < lanes; ++l) rows.project_end[l] = larger(rows.project_end[l], end[l]);
    }
}

// --- backward pass ----------------------------------------------------------------------------------------------------

/// Latest starts of a slot; its latest ends are written where some link asks for them.
static inline Row plain_backward(const LaneNetwork& network, const LaneNode& node, const LaneRows& rows, I32 slot) {
    Row day = row_at(rows.project_end, 0);
    for (I32 i = node.first_out; i < node.last_out; ++i) {
        const LaneLink& link = network.out[i];
        const Row& event = row_at(link.reads_end ? rows.late_end : rows.late_start, link.other);
        for (int k = 0; k < parts; ++k) day.part[k] = smaller(day.part[k], event.part[k] + link.delta);
    }
    if (node.late_end_needed) row_at(rows.late_end, slot) = day;
    const Row& duration = row_at(rows.duration, slot);
    for (int k = 0; k < parts; ++k) day.part[k] -= duration.part[k];
    return day;
}

static I32 settle_back(const LaneNetwork& network, const LaneNode& node, I32 start, I32 duration) {
    const CalendarTable c = network.calendars[node.calendar];
    for (I32 i = node.last_forbidden - 1; i >= node.first_forbidden && start >= 0; --i) {
        const LaneInterval shut = network.forbidden[i];
        if (start < shut.to && larger(end_of(c, start, duration), start + 1) > shut.from)
            start = duration == 0 ? last_by(c, shut.from - 1) : start_for(c, shut.from, duration);
    }
    return start;
}

static void general_backward(const LaneNetwork& network, const LaneNode& node, const LaneRows& rows, I32 slot,
                             I32* __restrict late) {
    alignas(64) I32 start_bound[lanes], end_bound[lanes], asked[lanes];
    const CalendarTable c = network.calendars[node.calendar];
    const I32* duration = node.stretched < 0 ? rows.duration + slot * lanes : rows.stretched + node.stretched * lanes;
    bool from_start = false;
    for (I32 l = 0; l < lanes; ++l) {
        start_bound[l] = endless;
        end_bound[l] = rows.project_end[l];
    }
    for (I32 i = node.first_out; i < node.last_out; ++i) {
        const LaneLink& link = network.out[i];
        link_row(network, link, (link.reads_end ? rows.late_end : rows.late_start) + link.other * lanes, asked);
        I32* bound = link.moves_end ? end_bound : start_bound;
        from_start = from_start || !link.moves_end;
        for (I32 l = 0; l < lanes; ++l) bound[l] = smaller(bound[l], asked[l]);
    }
    if (c.count == nullptr) {
        for (I32 l = 0; l < lanes; ++l) asked[l] = end_bound[l] - duration[l];
    } else {
        start_for_row(c, end_bound, duration, asked);
    }
    if (from_start)
        for (I32 l = 0; l < lanes; ++l) asked[l] = smaller(asked[l], last_by(c, start_bound[l]));
    if (node.first_forbidden < node.last_forbidden)
        for (I32 l = 0; l < lanes; ++l) asked[l] = settle_back(network, node, asked[l], duration[l]);
    const I32* before = rows.late_start + slot * lanes;
    for (I32 l = 0; l < lanes; ++l) late[l] = network.sweeps > 1 ? smaller(before[l], asked[l]) : asked[l];
    if (!node.late_end_needed) return;
    for (I32 l = 0; l < lanes; ++l) rows.late_end[slot * lanes + l] = end_of(c, late[l], duration[l]);
}

static inline Row latest_starts(const LaneNetwork& network, const LaneRows& rows, I32 slot) {
    const LaneNode& node = network.nodes[slot];
    if (node.only_plain_outs && node.fixed_end < 0) return plain_backward(network, node, rows, slot);
    alignas(64) I32 late[lanes];
    if (node.fixed_end >= 0) {
        for (I32 l = 0; l < lanes; ++l) {
            late[l] = node.floor;
            if (node.late_end_needed) rows.late_end[slot * lanes + l] = node.fixed_end;
        }
    } else {
        general_backward(network, node, rows, slot, late);
    }
    return row_at(late, 0);
}

static void sweep_backward(const LaneNetwork& network, const LaneRows& rows) {
    alignas(64) I32 before[lanes], changed[lanes];
    for (I32 i = 0; i < network.node_count * lanes; ++i) rows.late_start[i] = rows.late_end[i] = endless;
    for (I32 sweep = 0; sweep < network.sweeps; ++sweep) {
        bool any = false;
        for (I32 slot = network.node_count - 1; slot >= 0; --slot) {
            for (I32 l = 0; l < lanes; ++l) before[l] = rows.late_start[slot * lanes + l];
            row_at(rows.late_start, slot) = latest_starts(network, rows, slot);
            any = moved(before, rows.late_start + slot * lanes, changed) || any;
        }
        if (!any) return;
    }
}

static void backward(const LaneNetwork& network, const LaneRows& rows, I32* critical) {
    if (network.sweeps > 1) sweep_backward(network, rows);
    const Row counted = row_at(rows.counted, 0);
    for (I32 slot = network.node_count - 1; slot >= 0; --slot) {
        const Row late = network.sweeps > 1 ? row_at(rows.late_start, slot) : latest_starts(network, rows, slot);
        if (network.nodes[slot].fixed_end < 0) {
            const Row& start = row_at(rows.start, slot);
            Days& count = *reinterpret_cast<Days*>(critical + slot * critical_parts);
            for (int k = 0; k < parts; ++k) count += (late.part[k] <= start.part[k]) & counted.part[k];
        }
        if (network.sweeps == 1) row_at(rows.late_start, slot) = late;
    }
}

// --- sums -------------------------------------------------------------------------------------------------------------

static DeviationSums deviation_sums(const DeviationJob& job) {
    DeviationSums sums;
    for (I32 l = 0; l < lanes; ++l) {
        const std::int64_t deviation = job.counted[l] != 0 ? job.duration[l] - job.planned : 0;
        sums.duration += deviation;
        sums.squares += deviation * deviation;
        sums.with_end += deviation * job.end_deviation[l];
    }
    return sums;
}

static FifthSums fifth_sums(const float* u, const I32* end_deviation, const I32* counted) {
    FifthSums sums;
    for (I32 l = 0; l < lanes; ++l) {
        const I32 low = u[l] < 0.2F ? counted[l] : 0, high = u[l] > 0.8F ? counted[l] : 0;
        sums.low_count += low;
        sums.high_count += high;
        sums.low_sum += low != 0 ? end_deviation[l] : 0;
        sums.high_sum += high != 0 ? end_deviation[l] : 0;
    }
    return sums;
}

static const LaneKernel kernel{uniform_rows, half_uniform_rows, value_row, duration_rows,  drawn_durations,
                               forward,      backward,          link_row,  deviation_sums, fifth_sums};

}  // namespace masar::forecast::MASAR_LANE_BUILD
