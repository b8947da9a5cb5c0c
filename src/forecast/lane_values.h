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

/// Two registers of samples at a time, which the processor works on side by side.
static inline void philox_pair(const UniformJob& job, U64 group, U64 sample, float* out) {
    const Words zero{};
    const Words multiplier_0 = zero + 0xD2511F53, multiplier_1 = zero + 0xCD9E8D57;
    Words c0[2], c1[2], c2[2], c3[2];
    for (int h = 0; h < 2; ++h) {
        c0[h] = zero + group;
        c1[h] = zero + (group >> 32);
        for (int i = 0; i < words; ++i) c2[h][i] = sample + static_cast<U64>(words * h + i);
        c3[h] = c2[h] >> 32;
    }
    U32 k0 = static_cast<U32>(job.seed), k1 = static_cast<U32>(job.seed >> 32);
    for (int round = 0; round < 10; ++round) {
        for (int h = 0; h < 2; ++h) {
            const Words p0 = product_of_low_halves(c0[h], multiplier_0),
                        p1 = product_of_low_halves(c2[h], multiplier_1);
            c0[h] = (p1 >> 32) ^ c1[h] ^ U64 { k0 };
            c2[h] = (p0 >> 32) ^ c3[h] ^ U64 { k1 };
            c1[h] = p1;
            c3[h] = p0;
        }
        k0 += 0x9E3779B9;
        k1 += 0xBB67AE85;
    }
    const auto write = [&](const Words* from, float* row) {
        alignas(32) U64 wide[2 * words];
        __builtin_memcpy(wide, from, sizeof wide);
        for (int i = 0; i < 2 * words; ++i)
            row[i] = (static_cast<float>(static_cast<I32>(static_cast<U32>(wide[i]) >> 9)) + 0.5F) * 0x1p-23F;
    };
    write(c0, out);
    write(c1, out + lanes);
    write(c2, out + 2 * lanes);
    write(c3, out + 3 * lanes);
}

static void philox_rows(const UniformJob& job, U64 group, float* out) {
    for (I32 l = 0; l < lanes; l += 2 * words) philox_pair(job, group, job.first_sample + static_cast<U64>(l), out + l);
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

}  // namespace masar::forecast::MASAR_LANE_BUILD
