// The forecast's table of known answers: textbook networks, closed forms and golden vectors, each within four standard errors of
// a fixed seed, or exactly.
#include "forecast/portable_math.h"
#include "forecast/risk_case_test.h"

#include <cmath>

namespace masar::forecast {
namespace {

using namespace cases;

constexpr std::int64_t many = 100'000;
constexpr double tick = 1000;  ///< ticks to the day where durations are continuous

SimulationOptions with_samples(std::int64_t samples) {
    SimulationOptions options;
    options.samples = samples;
    return options;
}

Distribution ticks(const Distribution& days) {
    const auto [low, mode, high] = days.points();
    return triangle(low * tick, mode * tick, high * tick);
}

/// Percentile of a continuous quantity within four standard errors; `density` of it at the expected value.
void expect_percentile(const DayCounts& counts, double probability, double expected) {
    const double error = std::max(percentile(counts, probability).error, 1.0);
    EXPECT_NEAR(fine_percentile(counts, probability) / tick, expected, 4 * error / tick) << "P" << 100 * probability;
}

TEST(PublishedCases, IndependentPathsMustAllBeOnTime) {
    for (int k = 1; k <= 5; ++k) {
        RiskCase paths;
        for (int i = 0; i < k; ++i) paths.add(Distribution::uniform(0, 1000).value());
        const auto chance = chance_by(paths.run(with_samples(many)).end, 500);
        EXPECT_LT(misses(chance, std::pow(0.5, k)), 4) << k;
    }
}

TEST(PublishedCases, TheGreatestOfNormalNumbers) {
    const auto normal = Distribution::normal(10 * tick, tick).value();
    const auto greatest = [&](int k, double correlation) {
        RiskCase paths;
        for (int i = 0; i < k; ++i) paths.add(normal);
        if (correlation > 0) {
            Matrix matrix = Matrix::identity(k);
            matrix.at(0, 1) = matrix.at(1, 0) = correlation;
            paths.model.correlations = {{{0, 1}, matrix, CorrelationMeasure::product_moment}};
        }
        Estimate end = mean(paths.run(with_samples(many)).end);
        return Estimate{end.value / tick - 10, end.error / tick};
    };
    EXPECT_LT(misses(greatest(2, 0), 0.564190), 4);
    EXPECT_LT(misses(greatest(2, 0.5), 0.398942), 4);
    EXPECT_LT(misses(greatest(3, 0), 0.846284), 4);
}

TEST(PublishedCases, ParallelTriangles) {
    const double chance[] = {1.0 / 3, 1.0 / 9, 1.0 / 27}, means[] = {5.33333, 5.68889, 5.87937},
                 p80[] = {5.90455, 6.20411, 6.34418};
    for (int k = 1; k <= 3; ++k) {
        RiskCase paths;
        for (int i = 0; i < k; ++i) paths.add(ticks(triangle(4, 5, 7)));
        const Tally tally = paths.run(with_samples(many));
        EXPECT_LT(misses(chance_by(tally.end, 5000), chance[k - 1]), 4) << k;
        const Estimate end = mean(tally.end);
        EXPECT_LT(misses({end.value / tick, end.error / tick}, means[k - 1]), 4) << k;
        expect_percentile(tally.end, 0.8, p80[k - 1]);
    }
}

/// Kulkarni, Adlakha 1986: five exponential arcs s-a, s-b, a-b, a-t, b-t.
RiskCase bridge() {
    const auto arc = Distribution::exponential(tick).value();
    RiskCase network;
    network.add(arc);          // s-a
    network.add(arc);          // s-b
    network.add(arc, {0});     // a-b
    network.add(arc, {0});     // a-t
    network.add(arc, {1, 2});  // b-t
    return network;
}

TEST(PublishedCases, BridgeOfExponentialArcs) {
    const Tally tally = bridge().run(with_samples(many));
    const Estimate end = mean(tally.end);
    EXPECT_LT(misses({end.value / tick, end.error / tick}, 83.0 / 24), 4);
    const double cdf[] = {.192635, .458522, .686280, .834670, .918183};
    for (int t = 2; t <= 6; ++t)
        EXPECT_LT(misses(chance_by(tally.end, static_cast<problem::Day>(t * tick)), cdf[t - 2]), 4) << t;
    expect_percentile(tally.end, 0.5, 3.16117);
    expect_percentile(tally.end, 0.8, 4.71452);
    expect_percentile(tally.end, 0.9, 5.72189);
    const double critical[] = {.7917, .2083, .5833, .2083, .7917};
    const auto drives = activity_drives(tally);
    for (std::size_t i = 0; i < drives.size(); ++i)
        EXPECT_LT(std::abs(drives[i].criticality.value - critical[i]), 4 * drives[i].criticality.error + 1e-3) << i;
}

struct TextbookActivity {
    double o, m, p;
    std::vector<std::int32_t> after;
};

RiskCase textbook(const std::vector<TextbookActivity>& activities, double scale) {
    RiskCase network;
    for (const auto& each : activities) {
        const auto index =
            network.add(static_cast<std::int32_t>(std::lround((each.o + 4 * each.m + each.p) * scale / 6)), each.after);
        if (each.o < each.p)
            network.model.durations.push_back({index, pert(each.o * scale, each.m * scale, each.p * scale)});
    }
    return network;
}

double variance_along(const std::vector<TextbookActivity>& activities, std::initializer_list<int> path) {
    double sum = 0;
    for (const int i : path) {
        const auto& each = activities[static_cast<std::size_t>(i)];
        sum += (each.p - each.o) * (each.p - each.o) / 36;
    }
    return sum;
}

// Golden PERT-1: A..J.
TEST(PublishedCases, PertTextbookOfTenActivities) {
    const std::vector<TextbookActivity> activities{{5, 6, 7, {}},  {1, 3, 5, {}},    {1, 4, 7, {}},  {1, 2, 3, {0}},
                                                   {1, 2, 9, {1}}, {1, 5, 9, {2}},   {2, 2, 8, {2}}, {4, 4, 10, {4, 5}},
                                                   {2, 5, 8, {3}}, {2, 2, 8, {7, 6}}};
    const RiskCase network = textbook(activities, 1);
    SimulationOptions options = with_samples(32);
    const Tally tally = network.run(options);
    EXPECT_EQ(tally.planned_end, 17);
    EXPECT_EQ(tally.planned_duration, (std::vector<std::int32_t>{6, 3, 4, 2, 3, 5, 3, 5, 5, 3}));
    const double variance = variance_along(activities, {2, 5, 7, 9});
    EXPECT_NEAR(variance, 4.7778, 5e-5);
    EXPECT_NEAR(portable::normal_cdf((20 - 17) / std::sqrt(variance)), 0.9150, 5e-5);
    // Without uncertainty the critical path of the book is C, F, H, J.
    RiskCase certain = network;
    certain.model.durations.clear();
    const Tally planned = certain.run(options);
    for (const int i : {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
        EXPECT_EQ(planned.activities[static_cast<std::size_t>(i)].critical,
                  i == 2 || i == 5 || i == 7 || i == 9 ? 32 : 0)
            << i;
}

// Golden PERT-2: A..N. Classic 50.8333 and 3.3458; simulated mean 51.625, standard deviation 3.168, P80 54.34.
TEST(PublishedCases, PertTextbookOfFourteenActivities) {
    const std::vector<TextbookActivity> activities{
        {5, 5, 7, {}},    {1, 2, 5, {}},  {5, 5, 5, {0}},    {4, 8, 13, {0}},     {1, 10, 17, {1, 2}},
        {1, 5, 7, {3}},   {2, 6, 9, {3}}, {4, 4, 6, {4, 5}}, {2, 7, 10, {6, 7}},  {2, 4, 7, {8}},
        {6, 10, 13, {8}}, {2, 6, 6, {9}}, {2, 2, 3, {10}},   {7, 7, 12, {11, 12}}};
    EXPECT_EQ(textbook(activities, 6).run(with_samples(32)).planned_end, 305) << "50.8333 days in sixths";
    const double variance = variance_along(activities, {0, 2, 4, 7, 8, 10, 12, 13});
    EXPECT_NEAR(variance, 11.1944, 5e-5);
    EXPECT_NEAR(std::sqrt(variance), 3.3458, 5e-5);
    EXPECT_NEAR(portable::normal_cdf((55 - 50.8333) / std::sqrt(variance)), 0.8935, 5e-5);
    const Tally tally = textbook(activities, tick).run(with_samples(many));
    const Estimate end = mean(tally.end);
    EXPECT_LT(misses({end.value / tick, end.error / tick}, 51.625), 4);
    const double deviation = standard_deviation(tally.end) / tick;
    EXPECT_NEAR(deviation, 3.168, 4 * error_of_deviation(3.168, many));
    expect_percentile(tally.end, 0.8, 54.34);
}

// Golden PERT-3: a path of 36 with variances 4, 16, 4, 1; by day 41 with probability Φ(1).
TEST(PublishedCases, PertPathOfFourVariances) {
    RiskCase path;
    std::vector<std::int32_t> after;
    for (const double sigma : {2.0, 4.0, 2.0, 1.0})
        after = {path.add(Distribution::normal(9 * tick + 9 * tick, sigma * tick).value(), after)};
    const Tally tally = path.run(with_samples(many));  // means of 18 keep clear of zero; 72 + 5 is as far as 36 + 5
    EXPECT_NEAR(standard_deviation(tally.end) / tick, 5, 4 * error_of_deviation(5, many));
    EXPECT_LT(misses(chance_by(tally.end, static_cast<problem::Day>(77 * tick)), 0.8413), 4);
}

TEST(PublishedCases, RiskDriverOnAHundredDays) {
    RiskCase work;
    work.add(static_cast<std::int32_t>(100 * tick));
    const DriverCase driver{0.5, triangle(0.95, 1.05, 1.15)};
    work.model.drivers = {{driver, driver, false, {}, {0}}};
    const Tally tally = work.run(with_samples(many));
    const Estimate end = mean(tally.end);
    EXPECT_LT(misses({end.value / tick, end.error / tick}, 102.5), 4);
    EXPECT_NEAR(standard_deviation(tally.end) / tick, 3.8188, 4 * error_of_deviation(3.8188, many));
}

TEST(PublishedCases, JointConfidenceOfTwoSeventyPercents) {
    const double correlations[] = {0, .3, .6, .9}, expected[] = {.4900, .5281, .5727, .6376};
    const auto normal = Distribution::normal(10 * tick, tick).value();
    const auto p70 = static_cast<problem::Day>(std::lround(normal.quantile(0.7)));
    for (int c = 0; c < 4; ++c) {
        RiskCase both;
        both.add(normal);
        both.add(normal);
        both.gate(p70, {0});
        both.gate(p70, {1});
        Matrix matrix = Matrix::identity(2);
        matrix.at(0, 1) = matrix.at(1, 0) = correlations[c];
        both.model.correlations = {{{0, 1}, matrix, CorrelationMeasure::normal}};
        const auto odds = gate_odds(both.run(with_samples(many)));
        EXPECT_LT(misses(odds[0].date, 0.7), 4);
        EXPECT_LT(misses(odds[1].joint_date, expected[c]), 4) << correlations[c];
    }
}

RiskCase in_series(int count, const Distribution& days, double correlation) {
    RiskCase series;
    std::vector<std::int32_t> after, members;
    for (int i = 0; i < count; ++i) {
        after = {series.add(days, after)};
        members.push_back(i);
    }
    Matrix matrix = Matrix::identity(count);
    for (std::int32_t i = 0; i < count; ++i)
        for (std::int32_t j = 0; j < count; ++j)
            if (i != j) matrix.at(i, j) = correlation;
    if (correlation > 0) series.model.correlations = {{members, matrix, CorrelationMeasure::product_moment}};
    return series;
}

TEST(PublishedCases, TenTrianglesInSeries) {
    const double correlations[] = {0, .2, .5, 1}, expected[] = {4.6547, 7.7889, 10.9163, 14.7196};
    for (int c = 0; c < 4; ++c) {
        const Tally tally = in_series(10, ticks(triangle(8, 10, 15)), correlations[c]).run(with_samples(many));
        const Estimate end = mean(tally.end);
        EXPECT_LT(misses({end.value / tick, end.error / tick}, 110), 4) << correlations[c];
        EXPECT_NEAR(standard_deviation(tally.end) / tick, expected[c], 4 * error_of_deviation(expected[c], many))
            << correlations[c];
    }
}

TEST(PublishedCases, FourTrianglesInSeries) {
    const double correlations[] = {0, 1}, deviations[] = {4.0825, 8.1650}, p80[] = {83.49, 87.351};
    for (int c = 0; c < 2; ++c) {
        const Tally tally = in_series(4, ticks(triangle(15, 20, 25)), correlations[c]).run(with_samples(many));
        EXPECT_NEAR(standard_deviation(tally.end) / tick, deviations[c], 4 * error_of_deviation(deviations[c], many));
        expect_percentile(tally.end, 0.8, p80[c]);
    }
}

// The tests above can fail: a bias of one percent is far outside four standard errors.
TEST(PublishedCases, APlantedBiasIsCaught) {
    const Tally biased = in_series(10, triangle(8080, 10100, 15150), 0).run(with_samples(many));
    const Estimate end = mean(biased.end);
    EXPECT_GT(misses({end.value / tick, end.error / tick}, 110), 20);
    const Tally spread = in_series(4, triangle(14950, 20000, 25050), 0).run(with_samples(4 * many));
    EXPECT_GT(std::abs(standard_deviation(spread.end) / tick - 4.0825), 4 * error_of_deviation(4.0825, 4 * many))
        << "so is one of the spread";
}

}  // namespace
}  // namespace masar::forecast
