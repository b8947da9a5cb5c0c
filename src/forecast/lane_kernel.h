// The arithmetic of a batch, compiled twice from this one text: for any x86-64 or other machine, and for x86-64-v3 (AVX2). Only
// additions, comparisons, correctly rounded products and square roots: both builds give the same bits. No call leaves this file
// and no template of the standard library enters it, so that no instruction of one build can reach the other.
// To be included by the two lane_kernel_*.cc only, which name the build in MASAR_LANE_BUILD.
#pragma once
#include "forecast/lane_days.h"
#include "forecast/lane_values.h"

namespace masar::forecast::MASAR_LANE_BUILD {

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

static void place_plain(const CalendarTable& c, const Row& day, const LaneRows& rows, I32 slot) {
    const I32* from = reinterpret_cast<const I32*>(&day);
    I32* start = rows.start + slot * lanes;
    I32* end = rows.end + slot * lanes;
    place_row(c, from, rows.duration + slot * lanes, start, end);
    for (I32 l = 0; l < lanes; ++l) start[l] = end[l] >= endless ? endless : start[l];
}

static inline void plain_forward(const LaneNetwork& network, const LaneNode& node, const LaneRows& rows, I32 slot) {
    Row day;
#pragma GCC unroll 8
    for (int k = 0; k < parts; ++k) day.part[k] = Days{} + node.floor;
    for (I32 i = node.first_in; i < node.last_in; ++i) {
        const LaneLink& link = network.in[i];
        const Row& event = row_at(link.reads_end ? rows.end : rows.start, link.other);
#pragma GCC unroll 8
        for (int k = 0; k < parts; ++k) day.part[k] = larger(day.part[k], event.part[k] + link.delta);
    }
    const CalendarTable& calendar = network.calendars[node.calendar];
    // Part by part and unrolled here and below: copied whole, the row would always go by way of the stack.
    if (calendar.count != nullptr) {
        Row asked;
#pragma GCC unroll 8
        for (int k = 0; k < parts; ++k) asked.part[k] = day.part[k];
        return place_plain(calendar, asked, rows, slot);
    }
    const Row& duration = row_at(rows.duration, slot);
    Row& start = row_at(rows.start, slot);
    Row& end = row_at(rows.end, slot);
#pragma GCC unroll 8
    for (int k = 0; k < parts; ++k) {
        start.part[k] = day.part[k];
        end.part[k] = smaller(day.part[k] + duration.part[k], Days{} + endless);
    }
}

/// The first forbidden interval that ends after `day`; they are sorted and disjoint.
static I32 first_after(const LaneNetwork& network, const LaneNode& node, I32 day) {
    I32 first = node.first_forbidden;
    while (first < node.last_forbidden && network.forbidden[first].to <= day) ++first;
    return first;
}

/// First start >= `from` so that no day lies in a forbidden interval, of which those before `first` end too early to matter.
static I32 settle_forward(const LaneNetwork& network, const LaneNode& node, I32 from, I32 duration, I32 first) {
    const CalendarTable c = network.calendars[node.calendar];
    I32 start = next_day(c, from);
    for (I32 i = first; i < node.last_forbidden && start < endless; ++i) {
        const LaneInterval shut = network.forbidden[i];
        if (start >= shut.to) continue;
        if (larger(end_of(c, start, duration), start + 1) <= shut.from) break;
        start = next_day(c, shut.to);
    }
    return start;
}

struct Cell {
    I32 slot, lane;
};

/// One lane of an activity that forbidden intervals, from `first` on, or absences may move; returns its end.
static I32 settle_lane(const LaneNetwork& network, const LaneNode& node, const LaneRows& rows, Cell cell, I32 first) {
    const I32 at = cell.slot * lanes + cell.lane;
    const CalendarTable c = network.calendars[node.calendar];
    I32 duration = rows.duration[at];
    I32& start = rows.start[at];
    if (!node.running) start = settle_forward(network, node, start, duration, first);
    I32 end = end_of(c, start, duration);
    for (I32 i = node.first_absence; i < node.last_absence && start < endless && duration > 0; ++i) {
        const I32 row = network.absence_of[i] * lanes + cell.lane;
        const I32 from = rows.absence_from[row], to = rows.absence_to[row];
        if (from >= to || to <= start || from >= end) continue;
        if (start >= from && !node.running) {
            start = settle_forward(network, node, to, duration, first);
        } else {
            const I32 begun = larger(from, start);
            duration += c.count == nullptr ? to - begun : count_before(c, to) - count_before(c, begun);
        }
        end = end_of(c, start, duration);
    }
    if (node.stretched >= 0) rows.stretched[node.stretched * lanes + cell.lane] = duration;
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
        I32 earliest = endless;
        for (I32 l = 0; l < lanes; ++l) earliest = smaller(earliest, start_bound[l]);
        const I32 first = first_after(network, node, earliest);
        for (I32 l = 0; l < lanes; ++l) {
            start[l] = node.running ? node.floor : start_bound[l];
            end[l] = settle_lane(network, node, rows, {slot, l}, first);
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

static inline void place_node(const LaneNetwork& network, const LaneRows& rows, I32 slot) {
    const LaneNode& node = network.nodes[slot];
    if (node.only_plain_starts) {
        plain_forward(network, node, rows, slot);
    } else if (node.fixed_end >= 0) {
        for (I32 l = 0; l < lanes; ++l) {
            rows.start[slot * lanes + l] = node.floor;
            rows.end[slot * lanes + l] = node.fixed_end;
        }
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
#pragma GCC unroll 8
        for (int k = 0; k < parts; ++k) day.part[k] = smaller(day.part[k], event.part[k] + link.delta);
    }
    const CalendarTable& calendar = network.calendars[node.calendar];
    if (calendar.count != nullptr) {
        Row asked, late;
#pragma GCC unroll 8
        for (int k = 0; k < parts; ++k) asked.part[k] = day.part[k];
        start_for_row(calendar, reinterpret_cast<const I32*>(&asked), rows.duration + slot * lanes,
                      reinterpret_cast<I32*>(&late));
#pragma GCC unroll 8
        for (int k = 0; k < parts; ++k) day.part[k] = late.part[k];
        return day;
    }
    if (node.late_end_needed) row_at(rows.late_end, slot) = day;
    const Row& duration = row_at(rows.duration, slot);
#pragma GCC unroll 8
    for (int k = 0; k < parts; ++k) day.part[k] -= duration.part[k];
    return day;
}

/// Last start <= `start` likewise; of those from `last` on none begins early enough to matter.
static I32 settle_back(const LaneNetwork& network, const LaneNode& node, I32 start, I32 duration, I32 last) {
    const CalendarTable c = network.calendars[node.calendar];
    for (I32 i = last - 1; i >= node.first_forbidden && start >= 0; --i) {
        const LaneInterval shut = network.forbidden[i];
        if (start >= shut.to) break;
        if (larger(end_of(c, start, duration), start + 1) > shut.from)
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
    if (node.first_forbidden < node.last_forbidden) {
        I32 latest = 0;
        for (I32 l = 0; l < lanes; ++l) latest = larger(latest, larger(end_bound[l], asked[l] + 1));
        I32 last = node.last_forbidden;
        while (last > node.first_forbidden && network.forbidden[last - 1].from >= latest) --last;
        for (I32 l = 0; l < lanes; ++l) asked[l] = settle_back(network, node, asked[l], duration[l], last);
    }
    const I32* before = rows.late_start + slot * lanes;
    for (I32 l = 0; l < lanes; ++l) late[l] = network.sweeps > 1 ? smaller(before[l], asked[l]) : asked[l];
    if (!node.late_end_needed) return;
    for (I32 l = 0; l < lanes; ++l) rows.late_end[slot * lanes + l] = end_of(c, late[l], duration[l]);
}

static inline Row latest_starts(const LaneNetwork& network, const LaneRows& rows, I32 slot) {
    const LaneNode& node = network.nodes[slot];
    if (node.only_plain_outs) return plain_backward(network, node, rows, slot);
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
            Days sum{};
#pragma GCC unroll 8
            for (int k = 0; k < parts; ++k) sum += (late.part[k] <= start.part[k]) & counted.part[k];
            *reinterpret_cast<Days*>(critical + slot * critical_parts) += sum;
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

/// Half up, as cost_counter.cc has it.
static inline std::int64_t rounded(double amount) {
    const double raised = amount + 0.5;
    const std::int64_t whole = static_cast<std::int64_t>(raised);
    return whole - (static_cast<double>(whole) > raised ? 1 : 0);
}

/// Mostly all samples of a batch fall into one period, and the row takes them as a whole.
static void charge(const ChargeJob& job) {
    alignas(64) I32 day[lanes];
    I32 first = job.last_day, last = 0;
    for (I32 l = 0; l < lanes; ++l) {
        const I32 due = job.at_start ? job.start[l] : larger(job.start[l], job.end[l] - 1);
        day[l] = smaller(larger(due, 0), job.last_day);
        first = smaller(first, day[l]);
        last = larger(last, day[l]);
    }
    const std::int64_t fixed = job.fixed, per_day = job.per_day;
    const I32* __restrict duration = job.duration;
    alignas(64) std::int64_t amount[lanes];
    for (I32 l = 0; l < lanes; ++l) amount[l] = fixed + per_day * duration[l];
    if (job.factor != nullptr)
        for (I32 l = 0; l < lanes; ++l) amount[l] = rounded(static_cast<double>(amount[l]) * double{job.factor[l]});
    const I32 period = job.period_of_day[first];
    if (period == job.period_of_day[last]) {
        std::int64_t* __restrict sums = job.sums + period * lanes;
        for (I32 l = 0; l < lanes; ++l) sums[l] += amount[l];
        return;
    }
    for (I32 l = 0; l < lanes; ++l) job.sums[job.period_of_day[day[l]] * lanes + l] += amount[l];
}

static const LaneKernel kernel{uniform_rows, half_uniform_rows, value_row,      duration_rows, drawn_durations, forward,
                               backward,     link_row,          deviation_sums, fifth_sums,    charge};

}  // namespace masar::forecast::MASAR_LANE_BUILD
