#pragma once
// What an uncertain quantity may turn out to be: the distributions that risk registers use. Each is known by its quantile
// function, so that one uniform number gives one value: independent draws, Latin hypercube and copula all work alike.
// Moments are closed-form. Own arithmetic throughout (portable_math.h): the same value on every machine.
#include "base/result.h"

#include <cstdint>
#include <span>
#include <vector>

namespace masar::forecast {

enum class DistributionKind : std::uint8_t {
    certain,
    uniform,
    triangular,
    pert_beta,  ///< α = 1+4(m−a)/(b−a), β = 1+4(b−m)/(b−a) (Malcolm et al. 1959)
    normal,
    lognormal,
    exponential,
    discrete,
};

/// Three estimates, in the unit of the quantity: working days, a factor, money.
struct ThreePoint {
    double low = 0, mode = 0, high = 0;
};

class Distribution {
public:
    struct Value {
        double value = 0;
        double weight = 1;  ///< > 0; weights need not sum to 1
    };

    Distribution() = default;  ///< certainly 0
    [[nodiscard]] static Distribution certain(double value);
    /// All refuse what is not finite or not in order (low <= mode <= high), in a sentence.
    [[nodiscard]] static base::Result<Distribution> uniform(double low, double high);
    [[nodiscard]] static base::Result<Distribution> triangular(ThreePoint estimate);
    [[nodiscard]] static base::Result<Distribution> pert_beta(ThreePoint estimate);
    /// low and high are the 10 % and 90 % points of the triangle that is looked for (@RISK's "trigen"): within 1e-12 of the range.
    [[nodiscard]] static base::Result<Distribution> trigen(ThreePoint estimate);
    [[nodiscard]] static base::Result<Distribution> normal(double mean, double standard_deviation);
    /// Mean and standard deviation of the quantity itself, not of its logarithm; mean > 0.
    [[nodiscard]] static base::Result<Distribution> lognormal(double mean, double standard_deviation);
    [[nodiscard]] static base::Result<Distribution> exponential(double mean);
    [[nodiscard]] static base::Result<Distribution> discrete(std::vector<Value> values);

    [[nodiscard]] DistributionKind kind() const { return kind_; }
    [[nodiscard]] bool is_certain() const { return kind_ == DistributionKind::certain; }
    /// The value that is not exceeded with probability u, for u in (0, 1). Absolute error: pert_beta 1e-11 of the range,
    /// normal and lognormal 1e-15 relative to the standard deviation, the others exact to rounding.
    [[nodiscard]] double quantile(double u) const;
    [[nodiscard]] double mean() const;
    [[nodiscard]] double variance() const;
    /// Where its values lie; the 2^-24 and 1−2^-24 quantiles for those without end.
    [[nodiscard]] double lowest() const;
    [[nodiscard]] double highest() const;
    /// Ends and peak of uniform, triangular and pert_beta.
    [[nodiscard]] ThreePoint points() const { return points_; }
    [[nodiscard]] std::span<const Value> values() const { return values_; }

private:
    Distribution(DistributionKind kind, ThreePoint points) : kind_(kind), points_(points) {}

    DistributionKind kind_ = DistributionKind::certain;
    ThreePoint points_;          ///< normal and lognormal: low = location, high = scale; exponential: mode = mean
    std::vector<Value> values_;  ///< of discrete, by value; weights sum to 1
};

}  // namespace masar::forecast
