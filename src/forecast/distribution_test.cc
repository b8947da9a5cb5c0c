// Every distribution against closed-form moments and quantiles, and against Boost.Math, a second opinion on the same functions.
#include "forecast/distribution.h"

#include "forecast/portable_math.h"

#include <gtest/gtest.h>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <cmath>

namespace masar::forecast {
namespace {

constexpr double probes[] = {0x1p-24, 1e-5, 0.001, 0.05, 0.1, 0.25, 0.5, 0.8, 0.9, 0.99, 0.99999, 1 - 0x1p-24};

/// Mean and variance of the quantile function by the midpoint rule, blind to how it was written.
struct Moments {
    double mean = 0, variance = 0;
};
Moments integrated(const Distribution& distribution, int steps = 20000) {
    double sum = 0, squares = 0;
    for (int i = 0; i < steps; ++i) {
        const double x = distribution.quantile((i + 0.5) / steps);
        sum += x;
        squares += x * x;
    }
    return {sum / steps, squares / steps - sum / steps * (sum / steps)};
}

TEST(PortableMath, AgreesWithBoost) {
    for (const double x : {1e-300, 1e-8, 0.3, 0.99, 1.0, 1.5, 7.0, 1e10})
        EXPECT_NEAR(portable::log(x), std::log(x), 2e-15 * std::max(1.0, std::abs(std::log(x)))) << x;
    for (const double x : {-700.0, -30.0, -1.0, -1e-9, 0.0, 0.4, 5.5, 300.0})
        EXPECT_NEAR(portable::exp(x) / std::exp(x), 1, 2e-15) << x;
    const boost::math::normal_distribution<> standard;
    for (const double u : probes) {
        EXPECT_NEAR(portable::normal_quantile(u), boost::math::quantile(standard, u), 1e-14) << u;
        const double z = boost::math::quantile(standard, u);
        EXPECT_NEAR(portable::normal_cdf(z), boost::math::cdf(standard, z), 2e-15) << z;
    }
    EXPECT_NEAR(portable::normal_cdf(-8), boost::math::cdf(standard, -8), 1e-18);
    for (const double x : {1.0, 1.7, 3.25, 5.0, 6.0})
        EXPECT_NEAR(portable::log_gamma(x), boost::math::lgamma(x), 1e-13) << x;
}

TEST(PortableMath, InvertsTheIncompleteBetaFunction) {
    for (const double alpha : {1.0, 1.4, 2.5, 3.0, 4.2, 5.0}) {
        const portable::BetaShape shape{alpha, 6 - alpha};
        const boost::math::beta_distribution<> beta(shape.alpha, shape.beta);
        for (const double u : probes) {
            const double exact = boost::math::quantile(beta, u);
            EXPECT_NEAR(portable::beta_quantile(u, shape), exact, 1e-11) << alpha << " " << u;
            EXPECT_NEAR(portable::beta_cdf(exact, shape), u, 1e-13) << alpha << " " << u;
        }
    }
}

TEST(Distribution, TriangleHasItsClosedForm) {
    const auto t = Distribution::triangular({8, 10, 15}).value();
    EXPECT_DOUBLE_EQ(t.mean(), 11);
    EXPECT_DOUBLE_EQ(t.variance(), 39.0 / 18);
    EXPECT_DOUBLE_EQ(t.quantile(2.0 / 7), 10) << "the mode is reached with probability (m-a)/(b-a)";
    EXPECT_DOUBLE_EQ(t.quantile(0.5), 15 - std::sqrt(0.5 * 7 * 5));
    const auto [mean, variance] = integrated(t);
    EXPECT_NEAR(mean, 11, 1e-5);
    EXPECT_NEAR(variance, 39.0 / 18, 1e-4);
}

TEST(Distribution, PertHasTheMeanAndSpreadOfItsBeta) {
    const auto pert = Distribution::pert_beta({2, 5, 14}).value();
    EXPECT_DOUBLE_EQ(pert.mean(), 6);
    EXPECT_DOUBLE_EQ(pert.variance(), (6.0 - 2) * (14 - 6) / 7) << "(mean-a)(b-mean)/7";
    const boost::math::beta_distribution<> beta(2, 4);
    for (const double u : probes) EXPECT_NEAR(pert.quantile(u), 2 + 12 * boost::math::quantile(beta, u), 12e-12);
    const auto [mean, variance] = integrated(pert);
    EXPECT_NEAR(mean, 6, 1e-4);
    EXPECT_NEAR(variance, pert.variance(), 1e-3);
}

// Row of the design's table: P10 8, mode 10, P90 15 → a 5.66998, b 18.20799.
TEST(Distribution, TrigenFindsTheEndsBehindThePercentiles) {
    const auto t = Distribution::trigen({8, 10, 15}).value();
    EXPECT_NEAR(t.points().low, 5.66998, 5e-6);
    EXPECT_NEAR(t.points().high, 18.20799, 5e-6);
    EXPECT_NEAR(t.quantile(0.1), 8, 1e-9);
    EXPECT_NEAR(t.quantile(0.9), 15, 1e-9);
    EXPECT_NEAR(Distribution::trigen({8, 8, 15}).value().quantile(0.1), 8, 1e-9) << "the mode may lie on the P10";
}

TEST(Distribution, OthersHaveTheirClosedForms) {
    const auto flat = Distribution::uniform(2, 6).value();
    EXPECT_DOUBLE_EQ(flat.mean(), 4);
    EXPECT_DOUBLE_EQ(flat.variance(), 16.0 / 12);
    EXPECT_DOUBLE_EQ(flat.quantile(0.25), 3);
    const auto lognormal = Distribution::lognormal(20, 5).value();
    EXPECT_NEAR(lognormal.mean(), 20, 1e-12);
    EXPECT_NEAR(lognormal.variance(), 25, 1e-9);
    const double sigma = std::sqrt(std::log(1 + 25.0 / 400));
    const boost::math::lognormal_distribution<> peer(std::log(20) - sigma * sigma / 2, sigma);
    for (const double u : probes) EXPECT_NEAR(lognormal.quantile(u) / boost::math::quantile(peer, u), 1, 1e-13);
    const auto waiting = Distribution::exponential(3).value();
    EXPECT_DOUBLE_EQ(waiting.variance(), 9);
    EXPECT_NEAR(waiting.quantile(0.5), 3 * std::log(2), 1e-14);
    const auto bell = Distribution::normal(10, 2).value();
    EXPECT_DOUBLE_EQ(bell.variance(), 4);
    EXPECT_NEAR(bell.quantile(0.975), 10 + 2 * 1.959963984540054, 1e-13);
    EXPECT_NEAR(integrated(bell).variance, 4, 1e-2);
}

TEST(Distribution, DiscreteTakesItsValuesByWeight) {
    const auto d = Distribution::discrete({{10, 1}, {0, 2}, {5, 1}}).value();
    EXPECT_DOUBLE_EQ(d.mean(), 3.75);
    EXPECT_DOUBLE_EQ(d.variance(), 0.25 * 100 + 0.25 * 25 - 3.75 * 3.75);
    EXPECT_EQ(d.quantile(0.5), 0);
    EXPECT_EQ(d.quantile(0.51), 5);
    EXPECT_EQ(d.quantile(0.76), 10);
}

TEST(Distribution, RefusesWhatIsNotInOrder) {
    const auto wrong = Distribution::triangular({8, 7, 15});
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().message.en, "the three estimates 8, 7, 15 are not in order");
    EXPECT_FALSE(wrong.error().message.ar.empty());
    EXPECT_FALSE(Distribution::pert_beta({1, 3, 2}));
    EXPECT_FALSE(Distribution::trigen({1, std::nan(""), 2}));
    EXPECT_FALSE(Distribution::uniform(3, 2));
    EXPECT_FALSE(Distribution::lognormal(0, 1));
    EXPECT_FALSE(Distribution::exponential(-1));
    EXPECT_FALSE(Distribution::discrete({}));
    EXPECT_TRUE(Distribution::triangular({4, 4, 4}).value().is_certain());
}

}  // namespace
}  // namespace masar::forecast
