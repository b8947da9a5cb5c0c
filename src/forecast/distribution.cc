#include "forecast/distribution.h"

#include "forecast/portable_math.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace masar::forecast {
namespace {

using base::failure;
using Kind = base::Error::Kind;

/// The outermost uniform numbers that samples are made from.
constexpr double outermost = 0x1p-24;

tl::unexpected<base::Error> out_of_order(ThreePoint p) {
    return failure(Kind::malformed,
                   {fmt::format("the three estimates {}, {}, {} are not in order", p.low, p.mode, p.high),
                    fmt::format("التقديرات الثلاثة {} و{} و{} ليست مرتبة تصاعديًا", p.low, p.mode, p.high)},
                   {"give the least, the most likely and the greatest value, in this order",
                    "اذكر القيمة الدنيا ثم الأرجح ثم القصوى بهذا الترتيب"});
}

tl::unexpected<base::Error> no_number(const char* what_en, const char* what_ar) {
    return failure(Kind::malformed, {fmt::format("{} must be a finite number that is not negative", what_en),
                                     fmt::format("يجب أن يكون {} عددًا منتهيًا غير سالب", what_ar)});
}

bool in_order(ThreePoint p) {
    return std::isfinite(p.low) && std::isfinite(p.mode) && std::isfinite(p.high) && p.low <= p.mode
           && p.mode <= p.high;
}

portable::BetaShape pert_shape(ThreePoint p) {
    const double range = p.high - p.low;
    return {1 + 4 * (p.mode - p.low) / range, 1 + 4 * (p.high - p.mode) / range};
}

double triangular_quantile(ThreePoint p, double u) {
    const double range = p.high - p.low;
    return u * range < p.mode - p.low ? p.low + std::sqrt(u * range * (p.mode - p.low))
                                      : p.high - std::sqrt((1 - u) * range * (p.high - p.mode));
}

double discrete_quantile(std::span<const Distribution::Value> values, double u) {
    double reached = 0;
    for (const auto& each : values) {
        reached += each.weight;
        if (u <= reached) return each.value;
    }
    return values.back().value;
}

/// How the triangle's width divides at its mode. Both 10 % tails are similar triangles: with r = (mode−a)/(b−a),
/// mode − P10 = W(r − √(r/10)) and P90 − mode = W((1−r) − √((1−r)/10)).
double mode_share(double below, double above) {
    const auto part = [](double r) { return r - std::sqrt(r / 10); };
    double low = 0.1, high = 0.9;
    for (int step = 0; step < 200; ++step) {
        const double r = 0.5 * (low + high);
        (above * part(r) < below * part(1 - r) ? low : high) = r;
    }
    return 0.5 * (low + high);
}

}  // namespace

Distribution Distribution::certain(double value) { return {DistributionKind::certain, {value, value, value}}; }

base::Result<Distribution> Distribution::uniform(double low, double high) {
    if (!in_order({low, low, high})) return out_of_order({low, low, high});
    if (low == high) return certain(low);
    return Distribution(DistributionKind::uniform, {low, 0.5 * (low + high), high});
}

base::Result<Distribution> Distribution::triangular(ThreePoint p) {
    if (!in_order(p)) return out_of_order(p);
    if (p.low == p.high) return certain(p.low);
    return Distribution(DistributionKind::triangular, p);
}

base::Result<Distribution> Distribution::pert_beta(ThreePoint p) {
    if (!in_order(p)) return out_of_order(p);
    if (p.low == p.high) return certain(p.low);
    return Distribution(DistributionKind::pert_beta, p);
}

base::Result<Distribution> Distribution::trigen(ThreePoint p) {
    if (!in_order(p)) return out_of_order(p);
    if (p.low == p.high) return certain(p.low);
    const double r = mode_share(p.mode - p.low, p.high - p.mode);
    const double width = (p.high - p.low) / (1 - std::sqrt(r / 10) - std::sqrt((1 - r) / 10));
    return triangular({p.mode - r * width, p.mode, p.mode + (1 - r) * width});
}

base::Result<Distribution> Distribution::normal(double mean, double deviation) {
    if (!std::isfinite(mean) || !std::isfinite(deviation) || deviation < 0)
        return no_number("a standard deviation", "الانحراف المعياري");
    if (deviation == 0) return certain(mean);
    return Distribution(DistributionKind::normal, {mean, mean, deviation});
}

base::Result<Distribution> Distribution::lognormal(double mean, double deviation) {
    if (!std::isfinite(mean) || !std::isfinite(deviation) || deviation < 0 || mean <= 0)
        return no_number("mean and standard deviation of a lognormal quantity",
                         "متوسط الكمية اللوغاريتمية الطبيعية وانحرافها المعياري");
    if (deviation == 0) return certain(mean);
    const double variance = portable::log(1 + deviation * deviation / (mean * mean));
    return Distribution(DistributionKind::lognormal, {portable::log(mean) - variance / 2, mean, std::sqrt(variance)});
}

base::Result<Distribution> Distribution::exponential(double mean) {
    if (!std::isfinite(mean) || mean < 0) return no_number("the mean", "المتوسط");
    if (mean == 0) return certain(0);
    return Distribution(DistributionKind::exponential, {0, mean, mean});
}

base::Result<Distribution> Distribution::discrete(std::vector<Value> values) {
    double sum = 0;
    for (const Value& each : values) {
        if (!std::isfinite(each.value) || !std::isfinite(each.weight) || each.weight < 0)
            return no_number("the weight of a value", "وزن القيمة");
        sum += each.weight;
    }
    if (!(sum > 0))
        return failure(Kind::malformed, {"a discrete quantity needs at least one value with a weight above zero",
                                         "تحتاج الكمية المتقطعة إلى قيمة واحدة على الأقل بوزن أكبر من الصفر"});
    std::erase_if(values, [](const Value& each) { return each.weight == 0; });
    std::stable_sort(values.begin(), values.end(), [](const Value& a, const Value& b) { return a.value < b.value; });
    for (Value& each : values) each.weight /= sum;
    if (values.front().value == values.back().value) return certain(values.front().value);
    Distribution made(DistributionKind::discrete, {values.front().value, 0, values.back().value});
    made.values_ = std::move(values);
    return made;
}

double Distribution::quantile(double u) const {
    switch (kind_) {
        case DistributionKind::certain: return points_.mode;
        case DistributionKind::uniform: return points_.low + u * (points_.high - points_.low);
        case DistributionKind::triangular: return triangular_quantile(points_, u);
        case DistributionKind::pert_beta:
            return points_.low + (points_.high - points_.low) * portable::beta_quantile(u, pert_shape(points_));
        case DistributionKind::normal: return points_.low + points_.high * portable::normal_quantile(u);
        case DistributionKind::lognormal:
            return portable::exp(points_.low + points_.high * portable::normal_quantile(u));
        case DistributionKind::exponential: return -points_.mode * portable::log(1 - u);
        case DistributionKind::discrete: return discrete_quantile(values_, u);
    }
    return 0;
}

double Distribution::mean() const {
    const auto [low, mode, high] = points_;
    switch (kind_) {
        case DistributionKind::uniform: return 0.5 * (low + high);
        case DistributionKind::triangular: return (low + mode + high) / 3;
        case DistributionKind::pert_beta: return (low + 4 * mode + high) / 6;
        case DistributionKind::discrete: {
            double sum = 0;
            for (const Value& each : values_) sum += each.weight * each.value;
            return sum;
        }
        default: return mode;
    }
}

double Distribution::variance() const {
    const auto [low, mode, high] = points_;
    switch (kind_) {
        case DistributionKind::certain: return 0;
        case DistributionKind::uniform: return (high - low) * (high - low) / 12;
        case DistributionKind::triangular:
            return (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18;
        case DistributionKind::pert_beta: {
            const auto shape = pert_shape(points_);
            return (high - low) * (high - low) * shape.alpha * shape.beta / 252;
        }
        case DistributionKind::normal: return high * high;
        case DistributionKind::lognormal: return mode * mode * (portable::exp(high * high) - 1);
        case DistributionKind::exponential: return mode * mode;
        case DistributionKind::discrete: {
            const double centre = mean();
            double sum = 0;
            for (const Value& each : values_) sum += each.weight * (each.value - centre) * (each.value - centre);
            return sum;
        }
    }
    return 0;
}

double Distribution::lowest() const {
    const bool endless = kind_ == DistributionKind::normal || kind_ == DistributionKind::lognormal;
    return endless ? quantile(outermost) : points_.low;
}

double Distribution::highest() const {
    const bool endless = kind_ == DistributionKind::normal || kind_ == DistributionKind::lognormal
                         || kind_ == DistributionKind::exponential;
    return endless ? quantile(1 - outermost) : points_.high;
}

}  // namespace masar::forecast
