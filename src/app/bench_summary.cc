// The row of the table: what the instances of a set come to, and whether anything contradicts what is known.
#include "app/bench.h"
#include "report/figures.h"

namespace masar::app {
namespace {

using base::Text;
using report::fill;
using report::ltr;

/// A mean that is absent when nothing was added.
class Mean {
public:
    void add(double value) {
        sum_ += value;
        ++count_;
    }
    [[nodiscard]] std::optional<double> value() const {
        return count_ == 0 ? std::nullopt : std::optional(sum_ / static_cast<double>(count_));
    }

private:
    double sum_ = 0;
    std::int64_t count_ = 0;
};

double percent_over(std::int64_t value, std::int64_t reference) {
    return 100.0 * static_cast<double>(value - reference) / static_cast<double>(reference);
}

/// What cannot be true together: a schedule below a proven bound, a bound above a known schedule, a wrong "infeasible".
std::optional<Text> contradiction(const report::InstanceResult& result, const KnownBounds& known) {
    const Text name = ltr(result.instance);
    const auto figure = [](std::int64_t number) { return ltr(std::to_string(number)); };
    if (result.objective && known.infeasible)
        return fill({"{}: a schedule was found, but the instance is known to be infeasible",
                     "{}: عُثر على جدول مع أن المسألة معروفة بتعذر حلها"},
                    name);
    if (result.status == "infeasible" && known.upper)
        return fill(
            {"{}: called infeasible, but a schedule of {} is known", "{}: حُكم بتعذرها مع أن جدولاً قيمته {} معروف"},
            name, figure(*known.upper));
    if (result.objective && known.lower && *result.objective < *known.lower)
        return fill({"{}: {} is below the known bound {}", "{}: القيمة {} دون الحد المعروف {}"}, name,
                    figure(*result.objective), figure(*known.lower));
    if (result.bound && known.upper && *result.bound > *known.upper)
        return fill({"{}: the bound {} is above the known schedule {}", "{}: الحد {} أعلى من الجدول المعروف {}"}, name,
                    figure(*result.bound), figure(*known.upper));
    return std::nullopt;
}

}  // namespace

report::BenchSummary summarise(const std::vector<InstanceLine>& lines,
                               const std::map<std::string, KnownBounds, std::less<>>& known) {
    report::BenchSummary summary;
    Mean gap, over_path, seconds;
    std::int64_t schedules = 0;
    double search_seconds = 0;
    for (const InstanceLine& line : lines) {
        const report::InstanceResult& result = line.result;
        ++summary.instances;
        if (result.status == "optimal") ++summary.proven;
        if (result.status == "infeasible") ++summary.infeasible;
        if (result.status == "unknown") ++summary.no_solution;
        schedules += result.schedules;
        search_seconds += result.seconds;
        seconds.add(result.seconds);
        const auto entry = known.find(result.instance);
        const KnownBounds bounds = entry == known.end() ? KnownBounds{} : entry->second;
        if (result.objective && bounds.upper && *bounds.upper > 0)
            gap.add(percent_over(*result.objective, *bounds.upper));
        if (result.objective && line.critical_path > 0)
            over_path.add(percent_over(*result.objective, line.critical_path));
        if (auto wrong = contradiction(result, bounds)) summary.contradictions.push_back(*std::move(wrong));
    }
    summary.gap_percent = gap.value();
    summary.dev_cpm_percent = over_path.value();
    summary.seconds_mean = seconds.value();
    if (search_seconds > 0) summary.schedules_per_second = static_cast<double>(schedules) / search_seconds;
    return summary;
}

}  // namespace masar::app
