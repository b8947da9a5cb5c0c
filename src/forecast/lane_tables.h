#pragma once
// What the arithmetic of a batch works on: plain arrays that both builds of it (lane_kernel.h) share. A batch is 32 consecutive
// samples, one per lane; a row is one quantity for all lanes. Slots are the activities taken, in topological order.
#include <cstdint>

namespace masar::forecast {

constexpr std::int32_t lanes = 32;
/// Partial sums per slot that LaneKernel::backward adds to.
constexpr std::int32_t critical_parts = 8;

/// Longest value a duration may take.
constexpr float longest_duration = 1e8F;

/// A quantile function for many uniform numbers at once: closed form, or quadratics between knots that halve towards both ends
/// (8 per octave of min(u, 1−u), which starts at 2^-24; error at most 5e-5 of the standard deviation between the 1 % and 99 % points).
struct QuantileTable {
    static constexpr std::int32_t knots = 185;  ///< per side: 23 octaves of 8, and u = 1/2
    float c0[2 * knots], c1[2 * knots], c2[2 * knots];
};

struct ValueSpec {
    enum class Form : std::uint8_t { certain, linear, triangle, table, steps };
    Form form = Form::certain;
    float low = 0, high = 0;     ///< certain: low; table: base and scale of what stands in it
    float split = 0;             ///< triangle: probability of the mode
    float below = 0, above = 0;  ///< triangle: range·(mode−low), range·(high−mode)
    const QuantileTable* table = nullptr;
    const float* steps = nullptr;  ///< steps: values, then the upper probability of each
    std::int32_t step_count = 0;
};

/// How one slot's duration comes about in each sample.
struct DurationSpec {
    ValueSpec value;           ///< certain = the planned duration
    const float* u = nullptr;  ///< row of uniform numbers; null when certain
    std::int32_t draw = -1;    ///< the same row by its number; -1 when certain
    std::int32_t slot = 0;
    std::int32_t least = 0;                 ///< 1 where work is planned at all
    const float* const* factors = nullptr;  ///< rows of driver factors
    std::int32_t factor_count = 0;
    const std::int32_t* const* added = nullptr;  ///< rows of days that events add
    std::int32_t added_count = 0;
    const std::int32_t* taken = nullptr;  ///< row of masks: 0 where a branch skips the activity; null = always taken
};

/// A calendar: count[x] = working days before day x, for x in [0, horizon]; days[i] = the i-th, days[total] = never.
struct CalendarTable {
    const std::int32_t* count = nullptr;  ///< null = every day
    const std::int32_t* days = nullptr;
    std::int32_t horizon = 0, total = 0;
};

/// What one end of a link asks of the other. `plain`: the other's event + delta. The counted forms: see link_bound.h.
struct LaneLink {
    enum class Form : std::uint8_t { plain, bound, inverse, needed };
    std::int32_t other = 0;  ///< slot
    Form form = Form::plain;
    bool reads_end = false;  ///< which event of the other
    bool moves_end = false;  ///< which event of this one
    std::int32_t delta = 0;
    std::int32_t calendar = 0, offset = 0, step = 0, exclusive = 0;
};

struct LaneInterval {
    std::int32_t from = 0, to = 0;
};

struct LaneNode {
    std::int32_t first_in = 0, last_in = 0;    ///< into LaneNetwork::in
    std::int32_t first_out = 0, last_out = 0;  ///< into LaneNetwork::out
    std::int32_t calendar = 0;
    std::int32_t floor = 0;          ///< earliest start
    std::int32_t fixed_end = -1;     ///< done: starts on `floor`, ends here
    std::int32_t no_end_before = 0;  ///< running: never ends before
    std::int32_t first_forbidden = 0, last_forbidden = 0;
    std::int32_t first_absence = 0, last_absence = 0;  ///< into LaneNetwork::absence_of
    std::int32_t stretched = -1;     ///< row of LaneRows::stretched: the duration with absences; -1 = none can strike
    bool running = false;            ///< starts on `floor` whatever its links say
    bool only_plain_starts = false;  ///< nothing in the way, all links in plain and to the start: the fast path
    bool only_plain_outs = false;    ///< the same for the links out, all from the finish
    bool sink = false;               ///< nothing follows that would end later anyway
    bool late_end_needed = false;    ///< some link asks for its latest end
};

struct LaneNetwork {
    const LaneNode* nodes = nullptr;
    std::int32_t node_count = 0;
    const LaneLink* in = nullptr;
    const LaneLink* out = nullptr;
    const CalendarTable* calendars = nullptr;
    const LaneInterval* forbidden = nullptr;
    const std::int32_t* absence_of = nullptr;  ///< indices of absence rows
    std::int32_t sweeps = 1;                   ///< > 1 where maximal lags push back
};

/// Rows of `lanes` numbers, 64-byte aligned.
struct LaneRows {
    std::int32_t* duration = nullptr;  ///< per slot
    std::int32_t* start = nullptr;
    std::int32_t* end = nullptr;
    std::int32_t* late_start = nullptr;
    std::int32_t* late_end = nullptr;
    std::int32_t* stretched = nullptr;
    const std::int32_t* absence_from = nullptr;  ///< per absence; from = to where it does not strike
    const std::int32_t* absence_to = nullptr;
    std::int32_t* project_end = nullptr;    ///< one row
    const std::int32_t* counted = nullptr;  ///< one row: 1 for the samples that count, 0 for the others
    std::int32_t* unsettled = nullptr;      ///< one row: 1 where maximal lags did not come to rest
};

/// Words of Philox for samples first_sample .. +31: groups of four rows, exactly base::RandomStream's words 4·(first_group+g)+i.
struct UniformJob {
    std::uint64_t seed = 0;
    std::uint64_t first_sample = 0;
    std::uint64_t first_group = 0;
    std::int32_t groups = 0;
    float* rows = nullptr;  ///< 4·groups rows of (word ÷ 512 + ½)·2^-23, in (0, 1)
};
/// Rows that a group gives where each draw takes half a word only.
constexpr std::int32_t half_draws = 8;

/// Sums over the lanes that count, per slot; deviations from the plan.
struct DeviationSums {
    std::int64_t duration = 0, squares = 0, with_end = 0;
};
struct DeviationJob {
    const std::int32_t* duration = nullptr;
    std::int32_t planned = 0;
    const std::int32_t* end_deviation = nullptr;  ///< 0 in lanes that do not count
    const std::int32_t* counted = nullptr;
};
struct FifthSums {
    std::int64_t low_count = 0, low_sum = 0, high_count = 0, high_sum = 0;
};

/// A cost line whose amount follows from the duration, and from a factor drawn for it, and falls due on one day.
struct ChargeJob {
    const std::int32_t* start = nullptr;
    const std::int32_t* end = nullptr;
    const std::int32_t* duration = nullptr;
    bool at_start = false;                        ///< else on the last day
    const std::int32_t* period_of_day = nullptr;  ///< ascending
    std::int32_t last_day = 0;                    ///< of the table; days outside count as its nearest
    std::int64_t fixed = 0;
    std::int32_t per_day = 0;
    const float* factor = nullptr;  ///< null = 1; what it makes is rounded, half up
    std::int64_t* sums = nullptr;   ///< a row per period
};

struct LaneKernel {
    void (*uniform_rows)(const UniformJob& job);
    /// 8·groups rows: rows 2i and 2i+1 of a group from the lower and the upper half of its word i, (half + ½)·2^-16; where that falls
    /// into the first or the last step, seven bits more (to 2^-24) from a stream of its own.
    void (*half_uniform_rows)(const UniformJob& job);
    void (*value_row)(const ValueSpec& spec, const float* u, float* out);
    void (*duration_rows)(const DurationSpec* specs, std::int32_t count, std::int32_t* duration);
    /// Draws and uses up its uniform numbers group by group; the specs by `draw`.
    void (*drawn_durations)(const UniformJob& job, const DurationSpec* specs, std::int32_t count,
                            std::int32_t* duration);
    void (*forward)(const LaneNetwork& network, const LaneRows& rows);
    /// Adds to critical[8·slot] … critical[8·slot + 7] the samples in which the slot has no float. The rows of latest starts may be
    /// those of the starts, which are gone afterwards.
    void (*backward)(const LaneNetwork& network, const LaneRows& rows, std::int32_t* critical);
    void (*link_row)(const LaneNetwork& network, const LaneLink& link, const std::int32_t* event, std::int32_t* out);
    DeviationSums (*deviation_sums)(const DeviationJob& job);
    FifthSums (*fifth_sums)(const float* u, const std::int32_t* end_deviation, const std::int32_t* counted);
    void (*charge)(const ChargeJob& job);
};

[[nodiscard]] const LaneKernel& portable_lane_kernel();
[[nodiscard]] const LaneKernel& vector_lane_kernel();  ///< only where has_vector_lanes()

}  // namespace masar::forecast
