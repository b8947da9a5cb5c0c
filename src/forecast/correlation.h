#pragma once
// Dependence between quantities through a Gaussian copula (Iman, Conover 1982; Cario, Nelson 1997, NORTA): correlated normal
// numbers are turned into uniform ones, and those into values of the quantities.
#include "forecast/distribution.h"

#include <optional>
#include <span>
#include <vector>

namespace masar::forecast {

/// Square, row by row.
struct Matrix {
    std::int32_t size = 0;
    std::vector<double> cells;

    [[nodiscard]] static Matrix identity(std::int32_t size);
    [[nodiscard]] double& at(std::int32_t row, std::int32_t column) {
        return cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(size) + static_cast<std::size_t>(column)];
    }
    [[nodiscard]] double at(std::int32_t row, std::int32_t column) const {
        return cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(size) + static_cast<std::size_t>(column)];
    }
};

/// Why a matrix is no correlation matrix, and the nearest one that is.
struct CorrelationFault {
    enum class Kind : std::uint8_t { shape, diagonal, range, asymmetric, indefinite };
    Kind kind = Kind::shape;
    std::int32_t row = -1, column = -1;  ///< the first offending cell; unknown for `indefinite`
    double smallest_eigenvalue = 0;      ///< < 0: by how much an `indefinite` matrix fails
    Matrix nearest;       ///< in the Frobenius norm (Higham 2002, alternating projections); of `indefinite`
    double distance = 0;  ///< the largest change of a cell that `nearest` makes
    base::Text sentence;
};

/// Nothing when the matrix is symmetric with ones on its diagonal, cells in [-1, 1] and no eigenvalue below -1e-10.
[[nodiscard]] std::optional<CorrelationFault> find_correlation_fault(const Matrix& matrix);
/// Ascending; cyclic Jacobi rotations.
[[nodiscard]] std::vector<double> eigenvalues(const Matrix& symmetric);
[[nodiscard]] Matrix nearest_correlation(const Matrix& symmetric);
/// Lower triangle L with L·Lᵀ = matrix; a direction without variance gives zeros.
[[nodiscard]] Matrix cholesky(const Matrix& correlation);

/// What the cells of a matrix mean.
enum class CorrelationMeasure : std::uint8_t {
    product_moment,  ///< Pearson's, of the quantities themselves: what variances add up by
    rank,            ///< Spearman's
    normal,          ///< of the normal numbers behind them
};

/// The correlation of the normal numbers that gives two quantities the correlation `wanted`; clamped to what is reachable.
/// Within 1e-5 for continuous quantities (Hermite expansion of both quantile functions).
[[nodiscard]] double normal_correlation(double wanted, CorrelationMeasure measure, const Distribution& first,
                                        const Distribution& second);

}  // namespace masar::forecast
