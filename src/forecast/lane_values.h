// Random numbers and the values made from them, for a batch. Part of lane_kernel.h, which says what is and is not allowed here.
#pragma once
#include "forecast/lane_tables.h"

#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace masar::forecast::MASAR_LANE_BUILD {

using I32 = std::int32_t;
using U32 = std::uint32_t;
using U64 = std::uint64_t;

#if defined(__AVX2__)
constexpr int register_bytes = 32;
#else
constexpr int register_bytes = 16;
#endif

constexpr I32 endless = 0x3FFFFFFF;  // problem::never

static inline I32 larger(I32 a, I32 b) { return a > b ? a : b; }
static inline I32 smaller(I32 a, I32 b) { return a < b ? a : b; }

// --- random numbers ---------------------------------------------------------------------------------------------------

/// 64-bit lanes of which the low halves are words of Philox; what stands in the high halves is never looked at.
typedef U64 Words __attribute__((vector_size(register_bytes)));
constexpr int words = register_bytes / 8;

static inline Words product_of_low_halves(Words a, Words b) {
#if defined(__AVX2__)
    return reinterpret_cast<Words>(_mm256_mul_epu32(reinterpret_cast<__m256i>(a), reinterpret_cast<__m256i>(b)));
#elif defined(__SSE2__)
    return reinterpret_cast<Words>(_mm_mul_epu32(reinterpret_cast<__m128i>(a), reinterpret_cast<__m128i>(b)));
#else
    return (a & U64{0xFFFFFFFF}) * (b & U64{0xFFFFFFFF});
#endif
}

typedef U32 Halves __attribute__((vector_size(register_bytes)));
typedef float Floats __attribute__((vector_size(register_bytes)));

/// Which sample of a block stands where: so that one shuffle brings the low halves of two registers into the order of the samples.
static inline int register_of(I32 lane) { return lane / (2 * words) * 2 + lane % 4 / 2; }
static inline int place_of(I32 lane) { return lane % (2 * words) / 4 * 2 + lane % 2; }

/// The low halves of two registers, in the order of the samples.
static inline Halves low_halves(Words a, Words b) {
#if defined(__AVX2__)
    return reinterpret_cast<Halves>(_mm256_shuffle_ps(reinterpret_cast<__m256>(a), reinterpret_cast<__m256>(b), 0x88));
#elif defined(__SSE2__)
    return reinterpret_cast<Halves>(_mm_shuffle_ps(reinterpret_cast<__m128>(a), reinterpret_cast<__m128>(b), 0x88));
#else
    Halves low{};
    for (int i = 0; i < words; ++i) {
        low[i] = static_cast<U32>(a[i]);
        low[words + i] = static_cast<U32>(b[i]);
    }
    return low;
#endif
}

/// Philox4x32-10 for the samples of a batch, one group of four words after the other. Its first two rounds mix words that depend on
/// the samples alone with words that depend on the group alone, so that the former are worked out once and the latter for one lane.
struct Stream {
    Words low_1[lanes / words], high_2[lanes / words], low_2[lanes / words];
    Words key_0[10], key_1[10];  ///< in every place, so that a round takes them from memory as they are
    U32 sample_high;
};

constexpr U32 multiplier_0 = 0xD2511F53, multiplier_1 = 0xCD9E8D57;

static void begin_stream(const UniformJob& job, Stream& stream) {
    U32 key_0 = static_cast<U32>(job.seed), key_1 = static_cast<U32>(job.seed >> 32);
    for (int round = 0; round < 10; ++round, key_0 += 0x9E3779B9, key_1 += 0xBB67AE85) {
        stream.key_0[round] = Words{} + key_0;
        stream.key_1[round] = Words{} + key_1;
    }
    // A batch begins at a multiple of 32: all its samples share the upper word.
    stream.sample_high = static_cast<U32>(job.first_sample >> 32);
    for (I32 l = 0; l < lanes; ++l) {
        const U64 first = U64{multiplier_1} * static_cast<U32>(job.first_sample + static_cast<U64>(l));
        const U32 word =
            static_cast<U32>(first >> 32) ^ static_cast<U32>(job.first_group >> 32) ^ static_cast<U32>(job.seed);
        const U64 second = U64{multiplier_0} * word;
        stream.low_1[register_of(l)][place_of(l)] = static_cast<U32>(first);
        stream.high_2[register_of(l)][place_of(l)] = second >> 32;
        stream.low_2[register_of(l)][place_of(l)] = static_cast<U32>(second);
    }
}

/// What a group brings to the third round.
struct Group {
    U32 mixed_0, mixed_1, mixed_2;
};

static inline Group group_of(const Stream& stream, U32 group) {
    const auto key = [](const Words& every) { return static_cast<U32>(every[0]); };
    const U64 first = U64{multiplier_0} * group;
    const U32 word = static_cast<U32>(first >> 32) ^ stream.sample_high ^ key(stream.key_1[0]);
    const U64 second = U64{multiplier_1} * word;
    return {static_cast<U32>(second >> 32) ^ key(stream.key_0[1]), static_cast<U32>(second) ^ key(stream.key_0[2]),
            static_cast<U32>(first) ^ key(stream.key_1[1])};
}

/// Two registers of samples, which the processor works on side by side; `at` = the first of them.
struct Block {
    Words c0[2], c1[2], c2[2], c3[2];
};

static inline Block philox_block(const Stream& stream, const Group& group, int at) {
    const Words zero{};
    const Words by_0 = zero + multiplier_0, by_1 = zero + multiplier_1;
    Block b;
    for (int h = 0; h < 2; ++h) {
        const Words p0 = product_of_low_halves(stream.low_1[at + h] ^ U64{group.mixed_0}, by_0);
        const Words p1 = product_of_low_halves(stream.high_2[at + h] ^ U64{group.mixed_2}, by_1);
        b.c0[h] = (p1 >> 32) ^ U64 { group.mixed_1 };
        b.c1[h] = p1;
        b.c2[h] = (p0 >> 32) ^ stream.low_2[at + h] ^ stream.key_1[2];
        b.c3[h] = p0;
    }
    for (int round = 3; round < 10; ++round)
        for (int h = 0; h < 2; ++h) {
            const Words p0 = product_of_low_halves(b.c0[h], by_0), p1 = product_of_low_halves(b.c2[h], by_1);
            b.c0[h] = (p1 >> 32) ^ b.c1[h] ^ stream.key_0[round];
            b.c2[h] = (p0 >> 32) ^ b.c3[h] ^ stream.key_1[round];
            b.c1[h] = p1;
            b.c3[h] = p0;
        }
    return b;
}

/// (word ÷ 512 + ½)·2^-23: the upper 23 bits as the fraction of a number in [1, 2), less 1 − 2^-24. Exact.
static inline void write_uniform(const Words* from, float* row) {
    const Halves bits = (low_halves(from[0], from[1]) >> 9) | U32{0x3F800000};
    const Floats value = reinterpret_cast<Floats>(bits) - (1.0F - 0x1p-24F);
    __builtin_memcpy(row, &value, sizeof value);
}

static void uniform_rows(const UniformJob& job) {
    Stream stream;
    begin_stream(job, stream);
    for (I32 g = 0; g < job.groups; ++g) {
        const Group group = group_of(stream, static_cast<U32>(job.first_group + static_cast<U64>(g)));
        float* out = job.rows + 4 * lanes * g;
        for (I32 l = 0; l < lanes; l += 2 * words) {
            const Block b = philox_block(stream, group, l / words);
            write_uniform(b.c0, out + l);
            write_uniform(b.c1, out + lanes + l);
            write_uniform(b.c2, out + 2 * lanes + l);
            write_uniform(b.c3, out + 3 * lanes + l);
        }
    }
}

// Durations need many numbers and are rounded to days: each takes half a word, (half + ½)·2^-16, and only the outermost halves, in
// which the tails lie, are drawn finer. Two draws a word, and the resolution of 2^-24 stays where it counts.

constexpr float half_step = 0x1p-16F;

typedef std::uint16_t Quarters __attribute__((vector_size(register_bytes)));

/// `nearest`: the least (half + 1) mod 2^16 so far in each place, which is 0 or 1 for the outermost halves alone.
static inline void write_halves(const Words* from, float* row, Quarters& nearest) {
    const Halves both = low_halves(from[0], from[1]);
    // As the last bits of a number in [128, 129), less 128 − 2^-17: exact.
    const Halves low = (both & U32{0xFFFF}) | U32{0x43000000}, high = (both >> 16) | U32{0x43000000};
    const Floats first = reinterpret_cast<Floats>(low) - (128.0F - 0.5F * half_step);
    const Floats second = reinterpret_cast<Floats>(high) - (128.0F - 0.5F * half_step);
    const Quarters next = reinterpret_cast<Quarters>(both) + std::uint16_t{1};
    nearest = nearest < next ? nearest : next;
    __builtin_memcpy(row, &first, sizeof first);
    __builtin_memcpy(row + lanes, &second, sizeof second);
}

/// Seven bits more for the halves 0 and 65,535: together the 23 bits of a whole word.
static void refine_tails(const UniformJob& job, U32 group, float* rows) {
    alignas(64) float extra[4 * lanes];
    const U64 upper = job.first_group >> 32 | U64{1} << 31;  // a stream of its own
    uniform_rows({job.seed, job.first_sample, upper << 32 | group, 1, extra});
    for (I32 i = 0; i < half_draws * lanes; ++i) {
        if (rows[i] >= half_step && rows[i] <= 1.0F - half_step) continue;
        const I32 row = i / lanes, lane = i % lanes;
        // Each word serves two rows: its first and its next seven bits.
        const I32 bits = static_cast<I32>(extra[row / 2 * lanes + lane] * 0x1p14F);
        const I32 seven = row % 2 == 0 ? bits >> 7 : bits & 127;
        const float inside = (static_cast<float>(seven) + 0.5F) * 0x1p-23F;
        rows[i] = rows[i] < half_step ? inside : 1.0F - half_step + inside;
    }
}

/// Eight rows: both halves of the four words of a group.
static void draw_halves(const Stream& stream, const UniformJob& job, U32 group, float* rows) {
    const Group mixed = group_of(stream, group);
    Quarters nearest = Quarters{} + std::uint16_t{2};
    for (I32 l = 0; l < lanes; l += 2 * words) {
        const Block b = philox_block(stream, mixed, l / words);
        write_halves(b.c0, rows + l, nearest);
        write_halves(b.c1, rows + 2 * lanes + l, nearest);
        write_halves(b.c2, rows + 4 * lanes + l, nearest);
        write_halves(b.c3, rows + 6 * lanes + l, nearest);
    }
    bool outermost = false;
    for (int i = 0; i < 4 * words; ++i) outermost = outermost || nearest[i] < 2;
    if (outermost) refine_tails(job, group, rows);
}

static void half_uniform_rows(const UniformJob& job) {
    Stream stream;
    begin_stream(job, stream);
    for (I32 g = 0; g < job.groups; ++g)
        draw_halves(stream, job, static_cast<U32>(job.first_group) + static_cast<U32>(g),
                    job.rows + half_draws * lanes * g);
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

static void table_row(const ValueSpec& spec, const float* __restrict u, float* __restrict out) {
    const QuantileTable& table = *spec.table;
    const float base = spec.low, scale = spec.high;
    for (I32 l = 0; l < lanes; ++l) {
        const bool right = u[l] > 0.5F;
        const float tail = right ? 1.0F - u[l] : u[l];
        // The exponent and three bits of the mantissa are the knot; what is left lies between knots.
        const I32 bits = __builtin_bit_cast(I32, tail);
        const I32 knot = (bits >> 20) - ((127 - 24) << 3) + (right ? QuantileTable::knots : 0);
        const float t = tail - __builtin_bit_cast(float, bits & ~0xFFFFF);
        out[l] = base + scale * (table.c0[knot] + t * (table.c1[knot] + t * table.c2[knot]));
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
        case ValueSpec::Form::table: return table_row(spec, u, out);
        case ValueSpec::Form::steps: return steps_row(spec, u, out);
    }
}

/// Nearest whole day, at least `least`: work ends on days.
static inline I32 whole_days(float days, float least) {
    const float raised = days + 0.5F;
    const float bounded = raised < least ? least : raised;
    return static_cast<I32>(bounded > longest_duration ? longest_duration : bounded);
}

/// Most durations are a triangle that nothing else touches: one pass over the row. `inside`: no bound of whole_days is met.
template <bool inside>
static void triangle_days(const DurationSpec& spec, const float* __restrict u, I32* __restrict duration) {
    const float split = spec.value.split, below = spec.value.below, above = spec.value.above;
    const float low = spec.value.low, high = spec.value.high, least = static_cast<float>(spec.least);
    for (I32 l = 0; l < lanes; ++l) {
        const bool left = u[l] < split;
        const float square = left ? u[l] * below : (1.0F - u[l]) * above;
        const float root = __builtin_sqrtf(square);
        const float days = left ? low + root : high - root;
        duration[l] = inside ? static_cast<I32>(days + 0.5F) : whole_days(days, least);
    }
}

/// With a day to spare on both sides, whatever roots round to.
static inline bool inside_bounds(const DurationSpec& spec) {
    return spec.value.low > static_cast<float>(spec.least + 1) && spec.value.high < 0.5F * longest_duration;
}

static void duration_row(const DurationSpec& spec, const float* __restrict u, I32* __restrict duration) {
    const bool touched = spec.factor_count > 0 || spec.added_count > 0 || spec.taken != nullptr;
    if (spec.value.form == ValueSpec::Form::triangle && !touched)
        return inside_bounds(spec) ? triangle_days<true>(spec, u, duration) : triangle_days<false>(spec, u, duration);
    alignas(64) float days[lanes];
    value_row(spec.value, u, days);
    for (I32 f = 0; f < spec.factor_count; ++f) {
        const float* factor = spec.factors[f];
        for (I32 l = 0; l < lanes; ++l) days[l] *= factor[l];
    }
    const float least = static_cast<float>(spec.least);
    for (I32 l = 0; l < lanes; ++l) duration[l] = whole_days(days[l], least);
    for (I32 a = 0; a < spec.added_count; ++a) {
        const I32* added = spec.added[a];
        for (I32 l = 0; l < lanes; ++l) duration[l] += added[l];
    }
    if (spec.taken == nullptr) return;
    for (I32 l = 0; l < lanes; ++l) duration[l] &= spec.taken[l];
}

static void duration_rows(const DurationSpec* specs, I32 count, I32* duration) {
    for (I32 i = 0; i < count; ++i) duration_row(specs[i], specs[i].u, duration + specs[i].slot * lanes);
}

/// The same without rows of uniform numbers in memory: each group of eight is used up as soon as it is drawn.
static void drawn_durations(const UniformJob& job, const DurationSpec* specs, I32 count, I32* duration) {
    alignas(64) float u[half_draws * lanes];
    Stream stream;
    begin_stream(job, stream);
    I32 i = 0;
    for (; i < count && specs[i].draw < 0; ++i) duration_row(specs[i], nullptr, duration + specs[i].slot * lanes);
    for (I32 g = 0; g < job.groups && i < count; ++g) {
        if (specs[i].draw >= half_draws * (g + 1)) continue;
        draw_halves(stream, job, static_cast<U32>(job.first_group) + static_cast<U32>(g), u);
        for (; i < count && specs[i].draw < half_draws * (g + 1); ++i)
            duration_row(specs[i], u + specs[i].draw % half_draws * lanes, duration + specs[i].slot * lanes);
    }
}

}  // namespace masar::forecast::MASAR_LANE_BUILD
