#pragma once
// How an indicator moves over the years when everything goes as dated: baseline, effects on finish dates, decay, attrition.
// Rules (design: "Indicators"): an effect that finishes on or before the baseline date is already in the baseline; the effects of
// one day are summed, then clamped once; v ← floor + (v − floor)·0.5^(months/half-life) between events with a month of 30.4375 days;
// v ← v·(1 − rate) on the first day of the fiscal year, from the year after the first positive value. Exact decimals where nothing decays.
#include "base/decimal.h"
#include "calendar/fiscal_year.h"
#include "plan/timetable.h"

#include <optional>
#include <span>
#include <vector>

namespace masar::forecast {

/// A change of an indicator on a day.
struct Change {
    calendar::Date day;
    base::Decimal by;
    plan::ActivityIndex cause;  ///< may be unknown
};

/// A value that was stated or measured, whatever had been expected.
struct Measured {
    calendar::Date day;
    base::Decimal value;
};

/// The baseline and the verified observations after it, by day, one a day.
[[nodiscard]] std::vector<Measured> measured_values(const plan::Indicator& indicator,
                                                    calendar::Date default_baseline_day);

/// What an indicator's value may be: a ratio or probability 0..1, percent 0..100, `better: down` at least its minimum (0 when
/// it states none), narrowed by the indicator's own minimum and maximum.
struct Limits {
    std::optional<base::Decimal> low, high;
};
[[nodiscard]] Limits limits_of(const plan::Indicator& indicator);

/// One fiscal year of the indicator, as far as the trajectory reaches into it.
struct YearValues {
    int year = 0;
    double end = 0, peak = 0, trough = 0;  ///< on the year's last day; the highest and the lowest on any day
    calendar::Date peak_on, trough_on;     ///< the first such day
    std::optional<base::Decimal> target;
    bool target_met = true;  ///< at the year's end; true without target
};

class Trajectory {
public:
    struct Value {
        double number = 0;
        std::optional<base::Decimal> exact;  ///< known where nothing decays
    };
    struct Frame {
        calendar::FiscalYear fiscal_year;     ///< that targets and attrition follow
        calendar::Date default_baseline_day;  ///< when the indicator states none
        calendar::Date through;               ///< attrition and years are worked out up to here
    };

    /// Changes in any order. A verified observation sets the value on its day, that day's changes included. An indicator without a
    /// baseline value or observation has no trajectory: every value is absent.
    static Trajectory make(const plan::Indicator& indicator, const Frame& frame, std::vector<Change> changes);

    /// The value on a day, that day's effects included; nothing before the baseline date.
    [[nodiscard]] std::optional<Value> value_on(calendar::Date day) const;
    /// Fiscal years from the baseline's to that of `through`.
    [[nodiscard]] const std::vector<YearValues>& years() const { return years_; }
    /// Effects already in the baseline, by day.
    [[nodiscard]] const std::vector<Change>& ignored() const { return ignored_; }
    /// Days on which the value jumps, the baseline's day first; between them it is constant or decays.
    [[nodiscard]] std::vector<calendar::Date> events() const;

private:
    struct Point {
        calendar::Date day;
        Value after;
    };

    Trajectory(const plan::Indicator& indicator, const Frame& frame);
    [[nodiscard]] Value measured_as(const Measured& measured) const;
    void apply(std::span<const Change> changes, std::span<const Measured> measured, const plan::Indicator& indicator);
    void apply_attrition(calendar::Date day, base::Decimal rate);
    void add(calendar::Date day, base::Decimal change);
    void append(calendar::Date day, Value value);
    void fill_years(const plan::Indicator& indicator);
    [[nodiscard]] Value decayed(const Point& from, calendar::Date day) const;

    Frame frame_;
    Limits limits_;
    base::Decimal floor_;
    std::optional<base::Decimal> half_life_months_;
    std::vector<Point> points_;
    std::vector<Change> ignored_;
    std::vector<YearValues> years_;
};

/// Whether `value` satisfies the criterion: exactly where it is exact, else within 1e-9.
[[nodiscard]] bool meets(const Trajectory::Value& value, plan::Comparison comparison, base::Decimal wanted);

/// The trajectory of one indicator under a timetable.
[[nodiscard]] Trajectory trajectory_of(const plan::Plan& plan, const plan::Timetable& timetable,
                                       plan::IndicatorIndex indicator);
/// What moves each indicator under a timetable, by IndicatorIndex; in no order of days.
[[nodiscard]] std::vector<std::vector<Change>> changes_of(const plan::Plan& plan, const plan::Timetable& timetable);
/// The trajectory that these changes give; of the timetable only its end is read.
[[nodiscard]] Trajectory trajectory_with(const plan::Plan& plan, const plan::Timetable& timetable,
                                         plan::IndicatorIndex indicator, std::vector<Change> changes);
/// Of all indicators, by IndicatorIndex. O(effects log effects).
[[nodiscard]] std::vector<Trajectory> trajectories_of(const plan::Plan& plan, const plan::Timetable& timetable);

}  // namespace masar::forecast
