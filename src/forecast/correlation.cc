#include "forecast/correlation.h"

#include "forecast/portable_math.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace masar::forecast {
namespace {

constexpr double indefinite_below = -1e-10;

struct Spectrum {
    std::vector<double> values;
    Matrix vectors;  ///< columns
};

/// One Jacobi rotation that makes cell (p, q) zero.
void rotate(Matrix& a, Matrix& vectors, std::int32_t p, std::int32_t q) {
    const double theta = (a.at(q, q) - a.at(p, p)) / (2 * a.at(p, q));
    const double t = (theta < 0 ? -1 : 1) / (std::abs(theta) + std::sqrt(theta * theta + 1));
    const double c = 1 / std::sqrt(t * t + 1), s = t * c;
    for (std::int32_t k = 0; k < a.size; ++k) {
        const double kp = a.at(k, p), kq = a.at(k, q);
        a.at(k, p) = c * kp - s * kq;
        a.at(k, q) = s * kp + c * kq;
    }
    for (std::int32_t k = 0; k < a.size; ++k) {
        const double pk = a.at(p, k), qk = a.at(q, k);
        a.at(p, k) = c * pk - s * qk;
        a.at(q, k) = s * pk + c * qk;
        const double vp = vectors.at(k, p), vq = vectors.at(k, q);
        vectors.at(k, p) = c * vp - s * vq;
        vectors.at(k, q) = s * vp + c * vq;
    }
}

Spectrum spectrum_of(Matrix a) {
    Spectrum spectrum{{}, Matrix::identity(a.size)};
    for (int sweep = 0; sweep < 100; ++sweep) {
        double rest = 0;
        for (std::int32_t p = 0; p < a.size; ++p)
            for (std::int32_t q = p + 1; q < a.size; ++q) rest += a.at(p, q) * a.at(p, q);
        if (rest < 1e-28) break;
        for (std::int32_t p = 0; p < a.size; ++p)
            for (std::int32_t q = p + 1; q < a.size; ++q)
                if (std::abs(a.at(p, q)) > 1e-300) rotate(a, spectrum.vectors, p, q);
    }
    for (std::int32_t i = 0; i < a.size; ++i) spectrum.values.push_back(a.at(i, i));
    return spectrum;
}

/// The nearest matrix without negative eigenvalues.
Matrix without_negative(const Matrix& matrix) {
    const Spectrum spectrum = spectrum_of(matrix);
    Matrix result{matrix.size, std::vector<double>(matrix.cells.size(), 0.0)};
    for (std::int32_t k = 0; k < matrix.size; ++k) {
        const double value = std::max(spectrum.values[static_cast<std::size_t>(k)], 0.0);
        for (std::int32_t i = 0; i < matrix.size; ++i)
            for (std::int32_t j = 0; j < matrix.size; ++j)
                result.at(i, j) += value * spectrum.vectors.at(i, k) * spectrum.vectors.at(j, k);
    }
    return result;
}

std::optional<CorrelationFault> find_cell_fault(const Matrix& m) {
    const auto at = [](CorrelationFault::Kind kind, std::int32_t row, std::int32_t column, base::Text sentence) {
        return CorrelationFault{kind, row, column, 0, {}, 0, std::move(sentence)};
    };
    using Kind = CorrelationFault::Kind;
    if (m.size < 1 || m.cells.size() != static_cast<std::size_t>(m.size) * static_cast<std::size_t>(m.size))
        return at(Kind::shape, -1, -1,
                  {fmt::format("a correlation matrix of {} quantities needs {} cells", m.size, m.size * m.size),
                   fmt::format("تحتاج مصفوفة الارتباط لعدد {} من الكميات إلى {} خانة", m.size, m.size * m.size)});
    for (std::int32_t i = 0; i < m.size; ++i) {
        if (m.at(i, i) != 1)
            return at(Kind::diagonal, i, i,
                      {fmt::format("a quantity's correlation with itself is 1, not {} (row {})", m.at(i, i), i + 1),
                       fmt::format("ارتباط الكمية بنفسها يساوي 1 لا {} (الصف {})", m.at(i, i), i + 1)});
        for (std::int32_t j = 0; j < i; ++j) {
            if (!(m.at(i, j) >= -1 && m.at(i, j) <= 1))
                return at(Kind::range, i, j,
                          {fmt::format("the correlation {} (row {}, column {}) is not between -1 and 1", m.at(i, j),
                                       i + 1, j + 1),
                           fmt::format("الارتباط {} (الصف {}، العمود {}) ليس بين -1 و1", m.at(i, j), i + 1, j + 1)});
            if (m.at(i, j) != m.at(j, i))
                return at(Kind::asymmetric, i, j,
                          {fmt::format("row {}, column {} says {}, but row {}, column {} says {}", i + 1, j + 1,
                                       m.at(i, j), j + 1, i + 1, m.at(j, i)),
                           fmt::format("في الصف {} والعمود {} القيمة {}، وفي الصف {} والعمود {} القيمة {}", i + 1,
                                       j + 1, m.at(i, j), j + 1, i + 1, m.at(j, i))});
        }
    }
    return {};
}

constexpr std::size_t hermite_terms = 24;

/// Coefficients of quantile(Φ(z)) in normalised Hermite polynomials, by the trapezium rule over [-8, 8]; term 0 left out.
std::array<double, hermite_terms> hermite_coefficients(const Distribution& distribution) {
    std::array<double, hermite_terms> sums{};
    constexpr int steps = 3200;
    constexpr double step = 16.0 / steps;
    for (int i = 0; i <= steps; ++i) {
        const double z = -8 + i * step;
        const double weight = step * portable::exp(-z * z / 2) * 0.39894228040143267794;
        const double u = std::clamp(portable::normal_cdf(z), 1e-16, 1 - 1e-16);
        const double value = weight * distribution.quantile(u);
        double before = 0, now = 1;  // He_k / sqrt(k!), by its recurrence
        for (std::size_t k = 0; k < hermite_terms; ++k) {
            const auto degree = static_cast<double>(k);
            const double next = (z * now - std::sqrt(degree) * before) / std::sqrt(degree + 1);
            before = now;
            now = next;
            sums[k] += value * now;
        }
    }
    return sums;
}

}  // namespace

Matrix Matrix::identity(std::int32_t size) {
    Matrix m{size, std::vector<double>(static_cast<std::size_t>(size) * static_cast<std::size_t>(size), 0.0)};
    for (std::int32_t i = 0; i < size; ++i) m.at(i, i) = 1;
    return m;
}

std::vector<double> eigenvalues(const Matrix& symmetric) {
    auto values = spectrum_of(symmetric).values;
    std::sort(values.begin(), values.end());
    return values;
}

Matrix nearest_correlation(const Matrix& symmetric) {
    Matrix y = symmetric, correction{symmetric.size, std::vector<double>(symmetric.cells.size(), 0.0)};
    for (int step = 0; step < 500; ++step) {
        Matrix r = y;
        for (std::size_t i = 0; i < r.cells.size(); ++i) r.cells[i] -= correction.cells[i];
        const Matrix x = without_negative(r);
        double moved = 0;
        for (std::size_t i = 0; i < r.cells.size(); ++i) correction.cells[i] = x.cells[i] - r.cells[i];
        for (std::int32_t i = 0; i < y.size; ++i)
            for (std::int32_t j = 0; j < y.size; ++j) {
                const double next = i == j ? 1 : 0.5 * (x.at(i, j) + x.at(j, i));
                moved = std::max(moved, std::abs(next - y.at(i, j)));
                y.at(i, j) = next;
            }
        if (moved < 1e-11) break;
    }
    // What is left below zero after the last step goes by moving towards independence.
    const double least = eigenvalues(y).front();
    if (least < 0) {
        const double keep = 1 / (1 - least);
        for (std::int32_t i = 0; i < y.size; ++i)
            for (std::int32_t j = 0; j < y.size; ++j)
                if (i != j) y.at(i, j) *= keep;
    }
    return y;
}

std::optional<CorrelationFault> find_correlation_fault(const Matrix& matrix) {
    if (auto fault = find_cell_fault(matrix)) return fault;
    const double least = eigenvalues(matrix).front();
    if (least >= indefinite_below) return {};
    CorrelationFault fault{CorrelationFault::Kind::indefinite, -1, -1, least, nearest_correlation(matrix), 0, {}};
    for (std::size_t i = 0; i < matrix.cells.size(); ++i)
        fault.distance = std::max(fault.distance, std::abs(matrix.cells[i] - fault.nearest.cells[i]));
    fault.sentence = {
        fmt::format(
            "these correlations contradict each other: the smallest eigenvalue of the matrix is {:.6f}, it must "
            "not be negative; the nearest matrix that holds changes no cell by more than {:.4f}",
            least, fault.distance),
        fmt::format(
            "هذه الارتباطات متناقضة: أصغر قيمة ذاتية للمصفوفة {:.6f} ويجب ألا تكون سالبة؛ وأقرب مصفوفة صحيحة لا "
            "تغيّر أي خانة بأكثر من {:.4f}",
            least, fault.distance)};
    return fault;
}

Matrix cholesky(const Matrix& m) {
    Matrix lower{m.size, std::vector<double>(m.cells.size(), 0.0)};
    for (std::int32_t j = 0; j < m.size; ++j) {
        double rest = m.at(j, j);
        for (std::int32_t k = 0; k < j; ++k) rest -= lower.at(j, k) * lower.at(j, k);
        const double pivot = rest > 1e-12 ? std::sqrt(rest) : 0;
        lower.at(j, j) = pivot;
        for (std::int32_t i = j + 1; i < m.size && pivot > 0; ++i) {
            double sum = m.at(i, j);
            for (std::int32_t k = 0; k < j; ++k) sum -= lower.at(i, k) * lower.at(j, k);
            lower.at(i, j) = sum / pivot;
        }
    }
    return lower;
}

double normal_correlation(double wanted, CorrelationMeasure measure, const Distribution& first,
                          const Distribution& second) {
    if (measure == CorrelationMeasure::normal || wanted == 0 || std::abs(wanted) == 1) return wanted;
    if (measure == CorrelationMeasure::rank) {
        // 2·sin(π·r/6) (Pearson 1907); the series converges at once for |x| <= π/6.
        const double x = wanted * 0.52359877559829887308, s = x * x;
        return 2 * x * (1 - s / 6 * (1 - s / 20 * (1 - s / 42 * (1 - s / 72 * (1 - s / 110)))));
    }
    const auto a = hermite_coefficients(first), b = hermite_coefficients(second);
    const double scale = std::sqrt(first.variance() * second.variance());
    const auto reached = [&](double r) {
        double sum = 0, power = r;
        for (std::size_t k = 0; k < hermite_terms; ++k, power *= r) sum += a[k] * b[k] * power;
        return sum / scale;
    };
    double low = -1, high = 1;
    for (int step = 0; step < 60; ++step) {
        const double r = 0.5 * (low + high);
        (reached(r) < wanted ? low : high) = r;
    }
    return 0.5 * (low + high);
}

}  // namespace masar::forecast
