#include "forecast/value_tables.h"

#include "forecast/portable_math.h"

#include <cmath>

namespace masar::forecast {
namespace {

float narrow(double value) { return static_cast<float>(value); }

/// A quantile function in its standard form: what stands in the table; the quantity is base + scale · value.
struct Standard {
    double shape = 0, base = 0, scale = 1;
};

Standard standard_of(const Distribution& distribution) {
    const auto [low, mode, high] = distribution.points();
    switch (distribution.kind()) {
        case DistributionKind::pert_beta: return {(mode - low) / (high - low), low, high - low};
        case DistributionKind::normal: return {0, low, high};
        case DistributionKind::lognormal: return {high, 0, portable::exp(low)};
        case DistributionKind::exponential: return {0, 0, mode};
        default: return {};
    }
}

/// The standard quantile function; calls come in ascending order of the tail, which gives the next search its start.
class StandardQuantile {
public:
    StandardQuantile(DistributionKind kind, double shape)
        : kind_(kind), shape_(shape), beta_({1 + 4 * shape, 5 - 4 * shape}) {}

    double at(double u) {
        switch (kind_) {
            case DistributionKind::pert_beta: return last_ = beta_.near(u, last_);
            case DistributionKind::lognormal: return portable::exp(shape_ * portable::normal_quantile(u));
            case DistributionKind::exponential: return -portable::log(1 - u);
            default: return portable::normal_quantile(u);
        }
    }

private:
    DistributionKind kind_;
    double shape_;
    portable::BetaQuantile beta_;
    double last_ = 0.5;
};

/// Quadratics through each segment's ends and middle; `side` 1 reads u = 1 − tail.
void fill_side(QuantileTable& table, StandardQuantile quantile, int side) {
    const auto value = [&](double tail) { return quantile.at(side == 0 ? tail : 1 - tail); };
    double first = value(std::ldexp(1.0, -24));
    for (int knot = 0; knot < QuantileTable::knots; ++knot) {
        const int at = side * QuantileTable::knots + knot;
        table.c0[at] = narrow(first);
        if (knot + 1 == QuantileTable::knots) return;  // u = 1/2 alone
        const double from = std::ldexp(1 + (knot % 8) / 8.0, knot / 8 - 24);
        const double length = std::ldexp(1.0 / 8, knot / 8 - 24);
        const double middle = value(from + length / 2), last = value(from + length);
        const double square = 2 * (last - 2 * middle + first) / (length * length);
        table.c1[at] = narrow((last - first) / length - square * length);
        table.c2[at] = narrow(square);
        first = last;
    }
}

}  // namespace

ValueSpec ValueTables::steps_spec(const Distribution& distribution) {
    const auto values = distribution.values();
    ValueSpec spec;
    spec.form = ValueSpec::Form::steps;
    spec.step_count = static_cast<std::int32_t>(values.size());
    steps_.push_back(std::make_unique<float[]>(2 * values.size()));
    float* steps = steps_.back().get();
    double reached = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        reached += values[i].weight;
        steps[i] = narrow(values[i].value);
        steps[values.size() + i] = narrow(reached);
    }
    spec.steps = steps;
    return spec;
}

ValueSpec ValueTables::table_spec(const Distribution& distribution) {
    const Standard standard = standard_of(distribution);
    auto& table = tables_[{distribution.kind(), standard.shape}];
    if (table == nullptr) {
        table = std::make_unique<QuantileTable>(QuantileTable{});
        for (const int side : {0, 1}) fill_side(*table, {distribution.kind(), standard.shape}, side);
    }
    ValueSpec spec;
    spec.form = ValueSpec::Form::table;
    spec.low = narrow(standard.base);
    spec.high = narrow(standard.scale);
    spec.table = table.get();
    return spec;
}

ValueSpec ValueTables::spec_of(const Distribution& distribution) {
    const ThreePoint p = distribution.points();
    ValueSpec spec;
    spec.low = narrow(p.low);
    spec.high = narrow(p.high);
    switch (distribution.kind()) {
        case DistributionKind::certain: return spec;
        case DistributionKind::uniform: spec.form = ValueSpec::Form::linear; return spec;
        case DistributionKind::triangular:
            spec.form = ValueSpec::Form::triangle;
            spec.split = narrow((p.mode - p.low) / (p.high - p.low));
            spec.below = narrow((p.high - p.low) * (p.mode - p.low));
            spec.above = narrow((p.high - p.low) * (p.high - p.mode));
            return spec;
        case DistributionKind::discrete: return steps_spec(distribution);
        default: return table_spec(distribution);
    }
}

}  // namespace masar::forecast
