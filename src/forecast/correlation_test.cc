#include "forecast/correlation.h"

#include <gtest/gtest.h>

#include <cmath>

namespace masar::forecast {
namespace {

Matrix three(double ab, double ac, double bc) { return {3, {1, ab, ac, ab, 1, bc, ac, bc, 1}}; }

TEST(Correlation, FindsEigenvalues) {
    // Equal correlations r: 1 + 2r once, 1 - r twice.
    const auto values = eigenvalues(three(0.3, 0.3, 0.3));
    EXPECT_NEAR(values[0], 0.7, 1e-14);
    EXPECT_NEAR(values[1], 0.7, 1e-14);
    EXPECT_NEAR(values[2], 1.6, 1e-14);
}

// 1 + 2·0.9·0.9·(-0.9) - 3·0.81 < 0: if A goes with B and B with C, A cannot go against C.
TEST(Correlation, RefusesAContradictionAndOffersTheNearest) {
    const Matrix wrong = three(0.9, -0.9, 0.9);
    const auto fault = find_correlation_fault(wrong);
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->kind, CorrelationFault::Kind::indefinite);
    EXPECT_NEAR(fault->smallest_eigenvalue, 1 - 2 * 0.9, 1e-12);
    EXPECT_FALSE(find_correlation_fault(fault->nearest));
    // By symmetry the nearest has cells ±x on the border of what holds: 1 - 2x = 0.
    EXPECT_NEAR(fault->nearest.at(0, 1), 0.5, 1e-6);
    EXPECT_NEAR(fault->nearest.at(0, 2), -0.5, 1e-6);
    EXPECT_NEAR(fault->distance, 0.4, 1e-6);
    EXPECT_NE(fault->sentence.en.find("-0.800000"), std::string::npos) << fault->sentence.en;
    EXPECT_FALSE(fault->sentence.ar.empty());
}

// Higham 2002, section 4: the nearest correlation matrix of tridiag(1) of size 3 has 0.7607 and 0.1573.
TEST(Correlation, AgreesWithHighamsExample) {
    const Matrix nearest = nearest_correlation(three(1, 0, 1));
    EXPECT_NEAR(nearest.at(0, 1), 0.7607, 5e-5);
    EXPECT_NEAR(nearest.at(0, 2), 0.1573, 5e-5);
}

TEST(Correlation, NamesTheCell) {
    EXPECT_EQ(find_correlation_fault({2, {1, 0.5, 0.4, 1}})->kind, CorrelationFault::Kind::asymmetric);
    EXPECT_EQ(find_correlation_fault({2, {1, 1.5, 1.5, 1}})->kind, CorrelationFault::Kind::range);
    EXPECT_EQ(find_correlation_fault({2, {2, 0, 0, 1}})->kind, CorrelationFault::Kind::diagonal);
    EXPECT_EQ(find_correlation_fault({2, {1, 0}})->kind, CorrelationFault::Kind::shape);
    EXPECT_FALSE(find_correlation_fault({2, {1, 1, 1, 1}})) << "fully correlated is allowed";
}

TEST(Correlation, FactorsAlsoWhereADirectionHasNoVariance) {
    const Matrix all_same = three(1, 1, 1);
    const Matrix lower = cholesky(all_same);
    for (std::int32_t i = 0; i < 3; ++i) {
        EXPECT_EQ(lower.at(i, 0), 1);
        EXPECT_EQ(lower.at(i, 2), 0);
    }
    const Matrix plain = cholesky(three(0.2, -0.1, 0.4));
    double cell = 0;
    for (std::int32_t k = 0; k < 3; ++k) cell += plain.at(1, k) * plain.at(2, k);
    EXPECT_NEAR(cell, 0.4, 1e-15);
}

TEST(Correlation, TurnsEachMeasureIntoThatOfNormalNumbers) {
    const auto flat = Distribution::uniform(0, 1).value();
    // For uniform quantities Pearson's and Spearman's are the same, and 2·sin(π/12) = 0.517638.
    EXPECT_NEAR(normal_correlation(0.5, CorrelationMeasure::rank, flat, flat), 0.5176380902, 1e-9);
    EXPECT_NEAR(normal_correlation(0.5, CorrelationMeasure::product_moment, flat, flat), 0.5176380902, 1e-5);
    const auto bell = Distribution::normal(5, 2).value();
    EXPECT_NEAR(normal_correlation(0.5, CorrelationMeasure::product_moment, bell, bell), 0.5, 1e-9);
    // Lognormal: log(1 + r·v)/log(1 + v) with v the squared coefficient of variation.
    const auto skewed = Distribution::lognormal(10, 5).value();
    EXPECT_NEAR(normal_correlation(0.5, CorrelationMeasure::product_moment, skewed, skewed),
                std::log(1.125) / std::log(1.25), 1e-6);
    EXPECT_EQ(normal_correlation(0.5, CorrelationMeasure::normal, flat, skewed), 0.5);
}

}  // namespace
}  // namespace masar::forecast
