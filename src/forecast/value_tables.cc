#include "forecast/value_tables.h"

#include <cmath>

namespace masar::forecast {
namespace {

float narrow(double value) { return static_cast<float>(value); }

/// The quadratic through a segment's ends and middle; `side` 1 reads u = 1 − tail.
void fit_segment(QuantileTable& table, const Distribution& distribution, int side, int knot) {
    const double from = std::ldexp(1 + (knot % 8) / 8.0, knot / 8 - 24);
    const double length = std::ldexp(1.0 / 8, knot / 8 - 24);
    const auto value = [&](double tail) { return distribution.quantile(side == 0 ? tail : 1 - tail); };
    const int at = side * QuantileTable::knots + knot;
    const double first = value(from);
    table.c0[at] = narrow(first);
    if (knot + 1 == QuantileTable::knots) return;  // u = 1/2 alone
    const double middle = value(from + length / 2), last = value(from + length);
    const double square = 2 * (last - 2 * middle + first) / (length * length);
    table.c1[at] = narrow((last - first) / length - square * length);
    table.c2[at] = narrow(square);
}

std::unique_ptr<QuantileTable> table_of(const Distribution& distribution) {
    auto table = std::make_unique<QuantileTable>(QuantileTable{});
    for (int side = 0; side < 2; ++side)
        for (int knot = 0; knot < QuantileTable::knots; ++knot) fit_segment(*table, distribution, side, knot);
    return table;
}

}  // namespace

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
        case DistributionKind::discrete: {
            const auto values = distribution.values();
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
        default: break;
    }
    spec.form = ValueSpec::Form::table;
    auto& table = tables_[{distribution.kind(), p.low, p.mode, p.high}];
    if (table == nullptr) table = table_of(distribution);
    spec.table = table.get();
    return spec;
}

}  // namespace masar::forecast
