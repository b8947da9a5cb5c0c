#include "forecast/trajectory.h"

#include <algorithm>
#include <cmath>

namespace masar::forecast {
namespace {

using base::Decimal;
using calendar::Date;
using std::chrono::days;

constexpr double days_per_month = 30.4375;
constexpr double tolerance = 1e-9;  // of comparisons where something decays

std::optional<Decimal> higher(std::optional<Decimal> a, std::optional<Decimal> b) {
    return a && b ? std::max(a, b) : (a ? a : b);
}
std::optional<Decimal> lower(std::optional<Decimal> a, std::optional<Decimal> b) {
    return a && b ? std::min(a, b) : (a ? a : b);
}

Limits unit_limits(const plan::Indicator& indicator) {
    if (indicator.unit == "ratio" || indicator.unit == "probability") return {Decimal::of(0), Decimal::of(1)};
    if (indicator.unit == "percent") return {Decimal::of(0), Decimal::of(100)};
    return {};
}

Trajectory::Value clamped(Trajectory::Value value, const Limits& limits) {
    if (limits.low && value.number < limits.low->to_double()) value.number = limits.low->to_double();
    if (limits.high && value.number > limits.high->to_double()) value.number = limits.high->to_double();
    if (!value.exact) return value;
    if (limits.low) value.exact = std::max(*value.exact, *limits.low);
    if (limits.high) value.exact = std::min(*value.exact, *limits.high);
    value.number = value.exact->to_double();
    return value;
}

std::optional<Decimal> target_of(const plan::Indicator& indicator, int year) {
    for (const plan::Indicator::Target& target : indicator.targets)
        if (target.year == year) return target.value;
    return std::nullopt;
}

}  // namespace

std::vector<Measured> measured_values(const plan::Indicator& indicator, Date default_baseline_day) {
    std::vector<Measured> measured;
    if (indicator.baseline)
        measured.push_back({indicator.baseline_on.value_or(default_baseline_day), *indicator.baseline});
    for (const plan::Observation& each : indicator.observations) {
        if (each.state != plan::ObservationState::verified) continue;
        if (measured.empty() || measured.back().day < each.on.value)
            measured.push_back({each.on.value, each.value});
        else if (measured.back().day == each.on.value)
            measured.back().value = each.value;
    }
    return measured;
}

Limits limits_of(const plan::Indicator& indicator) {
    Limits limits = unit_limits(indicator);
    if (indicator.better == plan::Better::down && !indicator.minimum) limits.low = higher(limits.low, Decimal::of(0));
    limits.low = higher(limits.low, indicator.minimum);
    limits.high = lower(limits.high, indicator.maximum);
    return limits;
}

Trajectory::Trajectory(const plan::Indicator& indicator, const Frame& frame)
    : frame_(frame),
      limits_(limits_of(indicator)),
      floor_(indicator.floor),
      half_life_months_(indicator.half_life_months) {
    // Whole fiscal years are shown, so the last one is worked out to its end.
    frame_.through = frame.fiscal_year.days_of(frame.fiscal_year.year_of(frame.through)).last;
}

Trajectory Trajectory::make(const plan::Indicator& indicator, const Frame& frame, std::vector<Change> changes) {
    Trajectory trajectory(indicator, frame);
    const std::vector<Measured> measured = measured_values(indicator, frame.default_baseline_day);
    if (measured.empty()) return trajectory;
    const Date baseline_day = measured.front().day;
    trajectory.append(baseline_day, trajectory.measured_as(measured.front()));

    std::ranges::stable_sort(changes, {}, &Change::day);
    const auto later = std::ranges::upper_bound(changes, baseline_day, {}, &Change::day);
    trajectory.ignored_.assign(changes.begin(), later);
    trajectory.apply({later, changes.end()}, {measured.begin() + 1, measured.end()}, indicator);
    trajectory.fill_years(indicator);
    return trajectory;
}

Trajectory::Value Trajectory::measured_as(const Measured& measured) const {
    Value value{measured.value.to_double(), measured.value};
    if (half_life_months_) value.exact.reset();
    return value;
}

void Trajectory::apply(std::span<const Change> changes, std::span<const Measured> measured,
                       const plan::Indicator& indicator) {
    std::optional<int> leaving_year;  // the next fiscal year at whose start people leave
    const auto note_positive = [&] {
        if (!leaving_year && points_.back().after.number > 0)
            leaving_year = frame_.fiscal_year.year_of(points_.back().day) + 1;
    };
    const auto leave_until = [&](Date day) {
        while (indicator.attrition && leaving_year && frame_.fiscal_year.days_of(*leaving_year).first <= day)
            apply_attrition(frame_.fiscal_year.days_of((*leaving_year)++).first, *indicator.attrition);
    };
    note_positive();
    std::size_t i = 0, m = 0;
    while (i < changes.size() || m < measured.size()) {
        const Date day = m == measured.size()  ? changes[i].day
                         : i == changes.size() ? measured[m].day
                                               : std::min(changes[i].day, measured[m].day);
        leave_until(day);  // who leaves on a day was there before it: first the loss, then the day's gain
        Decimal sum;
        for (; i < changes.size() && changes[i].day == day; ++i) sum = sum + changes[i].by;
        if (m < measured.size() && measured[m].day == day)
            append(day, measured_as(measured[m++]));  // the day's gains are in it
        else
            add(day, sum);
        note_positive();
    }
    leave_until(frame_.through);
}

void Trajectory::apply_attrition(Date day, Decimal rate) {
    Value value = *value_on(day);
    const Decimal kept = Decimal::of(1) - rate;
    value.number *= kept.to_double();
    if (value.exact) {
        value.exact = Decimal{base::scale_half_even(value.exact->billionths, kept.billionths, Decimal::one)};
        value.number = value.exact->to_double();
    }
    append(day, clamped(value, limits_));
}

void Trajectory::add(Date day, Decimal change) {
    Value value = *value_on(day);
    value.number += change.to_double();
    if (value.exact) value.exact = *value.exact + change;
    append(day, clamped(value, limits_));
}

void Trajectory::append(Date day, Value value) {
    if (!points_.empty() && points_.back().day == day)
        points_.back().after = value;
    else
        points_.push_back({day, value});
}

Trajectory::Value Trajectory::decayed(const Point& from, Date day) const {
    if (!half_life_months_ || day == from.day) return from.after;
    const double months = static_cast<double>((day - from.day).count()) / days_per_month;
    const double floor = floor_.to_double();
    return {floor + (from.after.number - floor) * std::exp2(-months / half_life_months_->to_double()), std::nullopt};
}

std::optional<Trajectory::Value> Trajectory::value_on(Date day) const {
    const auto after = std::ranges::upper_bound(points_, day, {}, &Point::day);
    if (after == points_.begin()) return std::nullopt;
    return decayed(*std::prev(after), day);
}

std::vector<Date> Trajectory::events() const {
    std::vector<Date> found(points_.size());
    std::ranges::transform(points_, found.begin(), &Point::day);
    return found;
}

void Trajectory::fill_years(const plan::Indicator& indicator) {
    const Date baseline_day = points_.front().day;
    const int last_year = frame_.fiscal_year.year_of(frame_.through);
    for (int year = frame_.fiscal_year.year_of(baseline_day); year <= last_year; ++year) {
        const calendar::DatePeriod span = frame_.fiscal_year.days_of(year);
        const Date first = std::max(span.first, baseline_day);
        YearValues values{.year = year};
        const double start = value_on(first)->number;
        values.peak = values.trough = start;
        values.peak_on = values.trough_on = first;
        const auto look = [&](Date day) {
            const double number = value_on(day)->number;
            if (number > values.peak) values.peak = number, values.peak_on = day;
            if (number < values.trough) values.trough = number, values.trough_on = day;
        };
        // Between events the value is monotone: it suffices to look at each event, at the eve of each, and at the end.
        const auto begin = std::ranges::upper_bound(points_, first, {}, &Point::day);
        for (auto point = begin; point != points_.end() && point->day <= span.last; ++point) {
            look(point->day - days(1));
            look(point->day);
        }
        look(span.last);
        const Value end = *value_on(span.last);
        values.end = end.number;
        values.target = target_of(indicator, year);
        const auto comparison =
            indicator.better == plan::Better::up ? plan::Comparison::at_least : plan::Comparison::at_most;
        values.target_met = !values.target || meets(end, comparison, *values.target);
        years_.push_back(values);
    }
}

bool meets(const Trajectory::Value& value, plan::Comparison comparison, Decimal wanted) {
    const bool at_least = comparison == plan::Comparison::at_least;
    if (value.exact) return at_least ? *value.exact >= wanted : *value.exact <= wanted;
    return at_least ? value.number >= wanted.to_double() - tolerance : value.number <= wanted.to_double() + tolerance;
}

}  // namespace masar::forecast
