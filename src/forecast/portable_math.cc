#include "forecast/portable_math.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace masar::forecast::portable {
namespace {

constexpr double ln2_high = 6.93147180369123816490e-01;
constexpr double ln2_low = 1.90821492927058770002e-10;

/// Horner's scheme, highest power first.
template <std::size_t N>
double polynomial(const std::array<double, N>& coefficients, double x) {
    double sum = 0;
    for (const double each : coefficients) sum = sum * x + each;
    return sum;
}

/// value · 2^power, exactly where the result is a normal number.
double scaled(double value, int power) {
    while (power > 1000) value *= 0x1p1000, power -= 1000;
    while (power < -1000) value *= 0x1p-1000, power += 1000;
    return value * std::bit_cast<double>(static_cast<std::uint64_t>(power + 1023) << 52);
}

}  // namespace

double log(double x) {
    int power = 0;
    if (x < 0x1p-1022) x *= 0x1p54, power = -54;
    const auto bits = std::bit_cast<std::uint64_t>(x);
    power += static_cast<int>(bits >> 52) - 1023;
    double mantissa = std::bit_cast<double>((bits & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000);
    if (mantissa > 1.4142135623730951) mantissa *= 0.5, ++power;
    const double f = mantissa - 1;
    const double s = f / (2 + f), z = s * s;
    static constexpr std::array<double, 7> lg{
        1.479819860511658591e-01, 1.531383769920937332e-01, 1.818357216161805012e-01, 2.222219843214978396e-01,
        2.857142874366239149e-01, 3.999999999940941908e-01, 6.666666666666735130e-01};
    const double rest = z * polynomial(lg, z);
    const double half_square = 0.5 * f * f;
    return power * ln2_high - ((half_square - (s * (half_square + rest) + power * ln2_low)) - f);
}

double exp(double x) {
    if (x < -745) return 0;
    if (x > 709) return std::numeric_limits<double>::infinity();
    const double power = std::floor(x * 1.44269504088896338700 + 0.5);
    const double high = x - power * ln2_high, low = power * ln2_low;
    const double r = high - low, t = r * r;
    static constexpr std::array<double, 5> p{4.13813679705723846039e-08, -1.65339022054652515390e-06,
                                             6.61375632143793436117e-05, -2.77777777770155933842e-03,
                                             1.66666666666666019037e-01};
    const double c = r - t * polynomial(p, t);
    return scaled(1 - ((low - r * c / (2 - c)) - high), static_cast<int>(power));
}

double normal_cdf(double z) {
    const double x = std::abs(z);
    if (x > 37) return z > 0 ? 1 : 0;
    const double bell = exp(-x * x / 2);
    double tail = 0;
    if (x < 7.07106781186547) {
        static constexpr std::array<double, 7> above{3.52624965998911e-02, 0.700383064443688, 6.37396220353165,
                                                     33.912866078383,      112.079291497871,  221.213596169931,
                                                     220.206867912376};
        static constexpr std::array<double, 8> below{8.83883476483184e-02, 1.75566716318264, 16.064177579207,
                                                     86.7807322029461,     296.564248779674, 637.333633378831,
                                                     793.826512519948,     440.413735824752};
        tail = bell * polynomial(above, x) / polynomial(below, x);
    } else {
        double fraction = x + 0.65;
        for (int k = 4; k >= 1; --k) fraction = x + k / fraction;
        tail = bell / (fraction * 2.506628274631);
    }
    return z > 0 ? 1 - tail : tail;
}

double normal_quantile(double u) {
    const double q = u - 0.5;
    if (std::abs(q) <= 0.425) {
        static constexpr std::array<double, 8> a{2509.0809287301226727, 33430.575583588128105, 67265.770927008700853,
                                                 45921.953931549871457, 13731.693765509461125, 1971.5909503065514427,
                                                 133.14166789178437745, 3.3871328727963666080};
        static constexpr std::array<double, 8> b{
            5226.4952788528545610, 28729.085735721942674, 39307.895800092710610, 21213.794301586595867,
            5394.1960214247511077, 687.18700749205790830, 42.313330701600911252, 1};
        const double r = 0.180625 - q * q;
        return q * polynomial(a, r) / polynomial(b, r);
    }
    const double r = std::sqrt(-log(q < 0 ? u : 1 - u));
    double z = 0;
    if (r <= 5) {
        static constexpr std::array<double, 8> c{
            7.74545014278341407640e-4, 0.0227238449892691845833, 0.241780725177450611770, 1.27045825245236838258,
            3.64784832476320460504,    5.76949722146069140550,   4.63033784615654529590,  1.42343711074968357734};
        static constexpr std::array<double, 8> d{
            1.05075007164441684324e-9, 5.47593808499534494600e-4, 0.0151986665636164571966, 0.148103976427480074590,
            0.689767334985100004550,   1.67638483018380384940,    2.05319162663775882187,   1};
        z = polynomial(c, r - 1.6) / polynomial(d, r - 1.6);
    } else {
        static constexpr std::array<double, 8> e{
            2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.00124266094738807843860, 0.0265321895265761230930,
            0.296560571828504891230,   1.78482653991729133580,    5.46378491116411436990,    6.65790464350110377720};
        static constexpr std::array<double, 8> f{
            2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
            0.0148753612908506148525,   0.136929880922735805310,   0.599832206555887937690,   1};
        z = polynomial(e, r - 5) / polynomial(f, r - 5);
    }
    return q < 0 ? -z : z;
}

double log_gamma(double x) {
    static constexpr std::array<double, 8> lanczos{676.5203681218851,     -1259.1392167224028,  771.32342877765313,
                                                   -176.61502916214059,   12.507343278686905,   -0.13857109526572012,
                                                   9.9843695780195716e-6, 1.5056327351493116e-7};
    double sum = 0.99999999999980993;
    for (std::size_t i = 0; i < lanczos.size(); ++i) sum += lanczos[i] / (x + static_cast<double>(i));
    const double t = x + 6.5;
    return 0.91893853320467274178 + (x - 0.5) * log(t) - t + log(sum);
}

namespace {

/// Lentz's method on the continued fraction; converges fast for x < (α+1)/(α+β+2).
double beta_fraction(double x, BetaShape s) {
    constexpr double tiny = 1e-300;
    const auto away = [](double value) { return std::abs(value) < tiny ? tiny : value; };
    double c = 1, d = 1 / away(1 - (s.alpha + s.beta) * x / (s.alpha + 1)), h = d;
    for (int m = 1; m <= 300; ++m) {
        const double even = m * (s.beta - m) * x / ((s.alpha + 2 * m - 1) * (s.alpha + 2 * m));
        d = 1 / away(1 + even * d);
        c = away(1 + even / c);
        h *= d * c;
        const double odd = -(s.alpha + m) * (s.alpha + s.beta + m) * x / ((s.alpha + 2 * m) * (s.alpha + 2 * m + 1));
        d = 1 / away(1 + odd * d);
        c = away(1 + odd / c);
        h *= d * c;
        if (std::abs(d * c - 1) < 1e-16) break;
    }
    return h;
}

double log_scale(BetaShape s) { return log_gamma(s.alpha + s.beta) - log_gamma(s.alpha) - log_gamma(s.beta); }

struct BetaPoint {
    double cdf = 0, density = 0;
};
/// For x strictly inside (0, 1).
BetaPoint beta_point(double x, BetaShape s, double scale) {
    const double density = exp(scale + (s.alpha - 1) * log(x) + (s.beta - 1) * log(1 - x));
    const double front = density * x * (1 - x);
    if (x < (s.alpha + 1) / (s.alpha + s.beta + 2)) return {front * beta_fraction(x, s) / s.alpha, density};
    return {1 - front * beta_fraction(1 - x, {s.beta, s.alpha}) / s.beta, density};
}

}  // namespace

double beta_cdf(double x, BetaShape shape) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    return beta_point(x, shape, log_scale(shape)).cdf;
}

double beta_quantile(double u, BetaShape shape) { return BetaQuantile(shape).near(u, shape.alpha / 6); }

BetaQuantile::BetaQuantile(BetaShape shape) : shape_(shape), log_scale_(log_scale(shape)) {}

double BetaQuantile::near(double u, double guess) const {
    double low = 0, high = 1, x = guess > 0 && guess < 1 ? guess : 0.5;
    for (int step = 0; step < 200 && high - low > 1e-15; ++step) {
        const BetaPoint at = beta_point(x, shape_, log_scale_);
        const double miss = at.cdf - u;
        if (miss == 0) return x;
        (miss > 0 ? high : low) = x;
        double next = at.density > 0 ? x - miss / at.density : -1;
        if (!(next > low && next < high)) next = 0.5 * (low + high);
        if (std::abs(next - x) <= 1e-15 * x) return next;
        x = next;
    }
    return x;
}

}  // namespace masar::forecast::portable
