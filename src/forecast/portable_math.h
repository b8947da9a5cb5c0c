#pragma once
// Elementary and special functions in plain arithmetic. The C library picks its versions by processor, and their last bits
// differ; a forecast must not. Relative error about 1e-15 unless stated; tested against Boost.Math.
namespace masar::forecast::portable {

[[nodiscard]] double log(double x);  ///< x > 0 (after FreeBSD msun e_log.c: same reduction, same polynomial)
[[nodiscard]] double exp(double x);  ///< 0 below -745, infinite above 709
/// Φ(z): Hart 1968 as given by West 2005, "Better approximations to cumulative normal functions"; absolute error 1e-15.
[[nodiscard]] double normal_cdf(double z);
/// Φ⁻¹(u) for u in (0, 1): Wichura 1988, algorithm AS 241 (PPND16).
[[nodiscard]] double normal_quantile(double u);
[[nodiscard]] double log_gamma(double x);  ///< x > 0 (Lanczos); absolute error 1e-14

struct BetaShape {
    double alpha = 1, beta = 1;
};
/// Regularised incomplete beta function for x in [0, 1], shapes >= 1 (continued fraction, Lentz); absolute error 1e-14.
[[nodiscard]] double beta_cdf(double x, BetaShape shape);
/// Its inverse (Newton kept within a bracket): |x − exact| <= 1e-11 for u in [2^-24, 1 − 2^-24].
[[nodiscard]] double beta_quantile(double u, BetaShape shape);

/// Many quantiles of one shape, each begun from a guess.
class BetaQuantile {
public:
    explicit BetaQuantile(BetaShape shape);
    [[nodiscard]] double near(double u, double guess) const;

private:
    BetaShape shape_;
    double log_scale_;
};

}  // namespace masar::forecast::portable
