// The arithmetic of a batch, compiled twice from this one text: for any x86-64 or other machine, and for x86-64-v3 (AVX2). Only
// additions, comparisons, correctly rounded products and square roots: both builds give the same bits. No call leaves this file
// and no template of the standard library enters it, so that no instruction of one build can reach the other.
// To be included by the two lane_kernel_*.cc only, which name the build in MASAR_LANE_BUILD.
#pragma once
#include "forecast/lane_tables.h"

namespace masar::forecast::MASAR_LANE_BUILD {

using I32 = std::int32_t;
using U32 = std::uint32_t;
using U64 = std::uint64_t;

constexpr I32 endless = 0x3FFFFFFF;  // problem::never

static inline I32 larger(I32 a, I32 b) { return a > b ? a : b; }
static inline I32 smaller(I32 a, I32 b) { return a < b ? a : b; }

// --- random numbers ---------------------------------------------------------------------------------------------------

static void philox_rows(const UniformJob& job, U64 group, float* out) {
    alignas(64) U32 c0[lanes], c1[lanes], c2[lanes], c3[lanes];
    for (I32 l = 0; l < lanes; ++l) {
        const U64 sample = job.first_sample + static_cast<U64>(l);
        c0[l] = static_cast<U32>(group);
        c1[l] = static_cast<U32>(group >> 32);
        c2[l] = static_cast<U32>(sample);
        c3[l] = static_cast<U32>(sample >> 32);
    }
    U32 k0 = static_cast<U32>(job.seed), k1 = static_cast<U32>(job.seed >> 32);
    for (int round = 0; round < 10; ++round) {
        for (I32 l = 0; l < lanes; ++l) {
            const U64 p0 = U64{0xD2511F53} * c0[l], p1 = U64{0xCD9E8D57} * c2[l];
            const U32 h0 = static_cast<U32>(p0 >> 32), h1 = static_cast<U32>(p1 >> 32);
            c0[l] = h1 ^ c1[l] ^ k0;
            c1[l] = static_cast<U32>(p1);
            c2[l] = h0 ^ c3[l] ^ k1;
            c3[l] = static_cast<U32>(p0);
        }
        k0 += 0x9E3779B9;
        k1 += 0xBB67AE85;
    }
    const auto write = [&](const U32* words, float* row) {
        for (I32 l = 0; l < lanes; ++l)
            row[l] = (static_cast<float>(static_cast<I32>(words[l] >> 9)) + 0.5F) * 0x1p-23F;
    };
    write(c0, out);
    write(c1, out + lanes);
    write(c2, out + 2 * lanes);
    write(c3, out + 3 * lanes);
}

static void uniform_rows(const UniformJob& job) {
    for (I32 g = 0; g < job.groups; ++g)
        philox_rows(job, job.first_group + static_cast<U64>(g), job.rows + 4 * lanes * g);
}

// --- values -----------------------------------------------------------------------------------------------------------

static void triangle_row(const ValueSpec& spec, const float* __restrict u, float* __restrict out) {
    const float split = spec.split, below = spec.below, above = spec.above, low = spec.low, high = spec.high;
    for (I32 l = 0; l < lanes; ++l) {
        const bool left = u[l] < split;
        const float square = left ? u[l] * below : (1.0F - u[l]) * above;
        const float root = __builtin_sqrtf(square);
        out[l] = left ? low + root : high - root;
    }
}

static void table_row(const QuantileTable& table, const float* __restrict u, float* __restrict out) {
    for (I32 l = 0; l < lanes; ++l) {
        const bool right = u[l] > 0.5F;
        const float tail = right ? 1.0F - u[l] : u[l];
        // The exponent and three bits of the mantissa are the knot; what is left lies between knots.
        const I32 bits = __builtin_bit_cast(I32, tail);
        const I32 knot = (bits >> 20) - ((127 - 24) << 3) + (right ? QuantileTable::knots : 0);
        const float t = tail - __builtin_bit_cast(float, bits & ~0xFFFFF);
        out[l] = table.c0[knot] + t * (table.c1[knot] + t * table.c2[knot]);
    }
}

static void steps_row(const ValueSpec& spec, const float* __restrict u, float* __restrict out) {
    const float* reached = spec.steps + spec.step_count;
    for (I32 l = 0; l < lanes; ++l) out[l] = spec.steps[0];
    for (I32 j = 1; j < spec.step_count; ++j) {
        const float value = spec.steps[j], before = reached[j - 1];
        for (I32 l = 0; l < lanes; ++l) out[l] = u[l] > before ? value : out[l];
    }
}

static void value_row(const ValueSpec& spec, const float* __restrict u, float* __restrict out) {
    switch (spec.form) {
        case ValueSpec::Form::certain:
            for (I32 l = 0; l < lanes; ++l) out[l] = spec.low;
            return;
        case ValueSpec::Form::linear:
            for (I32 l = 0; l < lanes; ++l) out[l] = spec.low + u[l] * (spec.high - spec.low);
            return;
        case ValueSpec::Form::triangle: return triangle_row(spec, u, out);
        case ValueSpec::Form::table: return table_row(*spec.table, u, out);
        case ValueSpec::Form::steps: return steps_row(spec, u, out);
    }
}

/// Nearest whole day, at least `least`: work ends on days.
static void duration_row(const DurationSpec& spec, I32* __restrict duration) {
    alignas(64) float days[lanes];
    value_row(spec.value, spec.u, days);
    for (I32 f = 0; f < spec.factor_count; ++f) {
        const float* factor = spec.factors[f];
        for (I32 l = 0; l < lanes; ++l) days[l] *= factor[l];
    }
    const float least = static_cast<float>(spec.least);
    for (I32 l = 0; l < lanes; ++l) {
        const float raised = days[l] + 0.5F;
        const float bounded = raised < least ? least : raised;
        duration[l] = static_cast<I32>(bounded > longest_duration ? longest_duration : bounded);
    }
    for (I32 a = 0; a < spec.added_count; ++a) {
        const I32* added = spec.added[a];
        for (I32 l = 0; l < lanes; ++l) duration[l] += added[l];
    }
    if (spec.taken == nullptr) return;
    for (I32 l = 0; l < lanes; ++l) duration[l] &= spec.taken[l];
}

static void duration_rows(const DurationSpec* specs, I32 count, I32* duration) {
    for (I32 i = 0; i < count; ++i) duration_row(specs[i], duration + specs[i].slot * lanes);
}

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

static void plain_forward(const LaneNetwork& network, const LaneNode& node, const LaneRows& rows, I32 slot) {
    alignas(64) I32 day[lanes];
    for (I32 l = 0; l < lanes; ++l) day[l] = node.floor;
    for (I32 i = node.first_in; i < node.last_in; ++i) {
        const LaneLink& link = network.in[i];
        const I32* event = (link.reads_end ? rows.end : rows.start) + link.other * lanes;
        const I32 delta = link.delta;
        for (I32 l = 0; l < lanes; ++l) day[l] = larger(day[l], event[l] + delta);
    }
    I32* __restrict start = rows.start + slot * lanes;
    I32* __restrict end = rows.end + slot * lanes;
    const I32* __restrict duration = rows.duration + slot * lanes;
    for (I32 l = 0; l < lanes; ++l) {
        start[l] = day[l];
        end[l] = smaller(day[l] + duration[l], endless);
    }
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
    for (I32 l = 0; l < lanes; ++l) start[l] = node.running ? node.floor : next_day(c, start_bound[l]);
    if (scalar) {
        for (I32 l = 0; l < lanes; ++l) end[l] = settle_lane(network, node, rows, slot, l);
    } else {
        for (I32 l = 0; l < lanes; ++l) end[l] = end_of(c, start[l], duration[l]);
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

static void plain_backward(const LaneNetwork& network, const LaneNode& node, const LaneRows& rows, I32 slot) {
    alignas(64) I32 day[lanes];
    for (I32 l = 0; l < lanes; ++l) day[l] = rows.project_end[l];
    for (I32 i = node.first_out; i < node.last_out; ++i) {
        const LaneLink& link = network.out[i];
        const I32* event = (link.reads_end ? rows.late_end : rows.late_start) + link.other * lanes;
        const I32 delta = link.delta;
        for (I32 l = 0; l < lanes; ++l) day[l] = smaller(day[l], event[l] + delta);
    }
    I32* __restrict late = rows.late_start + slot * lanes;
    const I32* __restrict duration = rows.duration + slot * lanes;
    for (I32 l = 0; l < lanes; ++l) late[l] = day[l] - duration[l];
    if (!node.late_end_needed) return;
    for (I32 l = 0; l < lanes; ++l) rows.late_end[slot * lanes + l] = day[l];
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

static void general_backward(const LaneNetwork& network, const LaneNode& node, const LaneRows& rows, I32 slot) {
    alignas(64) I32 start_bound[lanes], end_bound[lanes], asked[lanes];
    const CalendarTable c = network.calendars[node.calendar];
    const I32* duration = node.stretched < 0 ? rows.duration + slot * lanes : rows.stretched + node.stretched * lanes;
    I32* late = rows.late_start + slot * lanes;
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
    for (I32 l = 0; l < lanes; ++l) asked[l] = start_for(c, end_bound[l], duration[l]);
    if (from_start)
        for (I32 l = 0; l < lanes; ++l) asked[l] = smaller(asked[l], last_by(c, start_bound[l]));
    if (node.first_forbidden < node.last_forbidden)
        for (I32 l = 0; l < lanes; ++l) asked[l] = settle_back(network, node, asked[l], duration[l]);
    for (I32 l = 0; l < lanes; ++l) late[l] = network.sweeps > 1 ? smaller(late[l], asked[l]) : asked[l];
    if (!node.late_end_needed) return;
    for (I32 l = 0; l < lanes; ++l) rows.late_end[slot * lanes + l] = end_of(c, late[l], duration[l]);
}

static void latest_node(const LaneNetwork& network, const LaneRows& rows, I32 slot) {
    const LaneNode& node = network.nodes[slot];
    if (node.fixed_end >= 0) {
        for (I32 l = 0; l < lanes; ++l) {
            rows.late_start[slot * lanes + l] = node.floor;
            rows.late_end[slot * lanes + l] = node.fixed_end;
        }
    } else if (node.only_plain_outs) {
        plain_backward(network, node, rows, slot);
    } else {
        general_backward(network, node, rows, slot);
    }
}

static void sweep_backward(const LaneNetwork& network, const LaneRows& rows) {
    alignas(64) I32 before[lanes], changed[lanes];
    for (I32 i = 0; i < network.node_count * lanes; ++i) rows.late_start[i] = rows.late_end[i] = endless;
    for (I32 sweep = 0; sweep < network.sweeps; ++sweep) {
        bool any = false;
        for (I32 slot = network.node_count - 1; slot >= 0; --slot) {
            for (I32 l = 0; l < lanes; ++l) before[l] = rows.late_start[slot * lanes + l];
            latest_node(network, rows, slot);
            any = moved(before, rows.late_start + slot * lanes, changed) || any;
        }
        if (!any) return;
    }
}

static void backward(const LaneNetwork& network, const LaneRows& rows, std::int64_t* critical) {
    if (network.sweeps > 1) sweep_backward(network, rows);
    for (I32 slot = network.node_count - 1; slot >= 0; --slot) {
        if (network.sweeps == 1) latest_node(network, rows, slot);
        if (network.nodes[slot].fixed_end >= 0) continue;
        const I32* late = rows.late_start + slot * lanes;
        const I32* start = rows.start + slot * lanes;
        I32 count = 0;
        for (I32 l = 0; l < lanes; ++l) count += late[l] <= start[l] ? rows.counted[l] : 0;
        critical[slot] += count;
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

static const LaneKernel kernel{uniform_rows, value_row, duration_rows,  forward,
                               backward,     link_row,  deviation_sums, fifth_sums};

}  // namespace masar::forecast::MASAR_LANE_BUILD
