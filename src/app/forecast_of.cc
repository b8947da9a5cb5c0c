#include "app/forecast_of.h"

#include "forecast/outlook.h"

#include <algorithm>
#include <climits>
#include <cmath>

namespace masar::app {
namespace {

using forecast::Tally;
using problem::Day;

constexpr double sure = 0.8;
constexpr double percentiles[] = {0.1, 0.2, 0.5, 0.8, 0.9};
constexpr std::int32_t curve_points = 60;
constexpr Day days_per_cell = 28;  // of Tally::end_and_cost
constexpr std::int64_t bins_per_cell = 64;

plan::Sampled sampled(forecast::Estimate estimate) { return {estimate.value, estimate.error}; }

class Outlook {
public:
    Outlook(const LoadedPlan& loaded, const RiskBook& book, const Tally& tally)
        : plan_(loaded.plan), compiled_(*loaded.compiled), book_(book), tally_(tally) {}

    plan::Forecast run() {
        frame();
        add_end();
        add_gates();
        add_money();
        add_joint();
        add_drives();
        add_tornado();
        add_merges();
        add_indicators();
        add_lost();
        return std::move(out_);
    }

private:
    /// Days of the tally are exclusive ends; people read the last day of work.
    [[nodiscard]] std::optional<calendar::Date> date(Day exclusive_end) const {
        if (exclusive_end >= problem::never) return std::nullopt;
        return compiled_.days.date(std::max(0, exclusive_end - 1));
    }

    [[nodiscard]] std::vector<plan::DatePercentile> dates_of(const forecast::DayCounts& counts) const {
        std::vector<plan::DatePercentile> dates;
        if (counts.total() == 0) return dates;
        for (const double each : percentiles) {
            const auto found = forecast::percentile(counts, each);
            dates.push_back({each, date(found.day), found.error});
        }
        return dates;
    }
    [[nodiscard]] std::vector<plan::DatePoint> curve_of(const forecast::DayCounts& counts) const {
        std::vector<plan::DatePoint> curve;
        for (const auto& point : forecast::s_curve(counts, curve_points))
            if (const auto on = date(point.day)) curve.push_back({*on, point.probability});
        return curve;
    }

    void frame() {
        out_.seed = tally_.seed;
        out_.asked = tally_.planned_samples;
        out_.samples = tally_.samples();
        if (!tally_.ranges.empty()) {
            out_.from = tally_.ranges.front().from;
            out_.to = tally_.ranges.back().to;
        }
        out_.contradictory = tally_.contradictory;
        const auto& model = book_.model;
        out_.uncertain_activities = std::ranges::count_if(
            model.durations, [](const forecast::UncertainDuration& each) { return !each.days.is_certain(); });
        out_.risks = static_cast<std::int64_t>(model.drivers.size() + model.events.size());
        out_.branches = static_cast<std::int64_t>(model.branches.size());
        out_.correlations = static_cast<std::int64_t>(model.correlations.size());
    }

    void add_end() {
        out_.planned_end = date(tally_.planned_end).value_or(plan_.start.value);
        out_.by_planned_end = sampled(forecast::chance_by(tally_.end, tally_.planned_end));
        out_.end = dates_of(tally_.end);
        out_.curve = curve_of(tally_.end);
        const std::int64_t ended = tally_.end.total() - tally_.end.never;
        if (ended == 0) return;
        const auto mean = forecast::mean(tally_.end);
        out_.mean_delay = {mean.value - tally_.planned_end, mean.error};
        out_.spread_days = forecast::standard_deviation(tally_.end);
    }

    [[nodiscard]] bool unreachable(std::size_t gate) const {
        return std::ranges::find(book_.unreachable_gates, static_cast<std::int32_t>(gate))
               != book_.unreachable_gates.end();
    }

    void add_gates() {
        const auto odds = forecast::gate_odds(tally_);
        bool reachable = true;  // this gate and all before it
        for (std::size_t g = 0; g < odds.size(); ++g) {
            plan::GateForecast gate;
            gate.gate = compiled_.gates[g];
            gate.due = plan_.gates[gate.gate.at()].due.value;
            const bool own = !unreachable(g);
            reachable = reachable && own;
            if (own) {
                gate.by_date = sampled(odds[g].date);
                gate.pass = sampled(odds[g].pass);
                gate.dates = dates_of(tally_.gates[g]);
                gate.curve = curve_of(tally_.gates[g]);
            }
            if (reachable) {
                gate.joint_date = sampled(odds[g].joint_date);
                gate.joint_pass = sampled(odds[g].joint_pass);
            }
            gate.criteria.resize(plan_.gates[gate.gate.at()].criteria.size());
            out_.gates.push_back(std::move(gate));
        }
        for (std::size_t c = 0; c < book_.criteria.size() && c < tally_.criteria_met.size(); ++c) {
            auto& gate = out_.gates[static_cast<std::size_t>(book_.model.criteria[c].gate)];
            gate.criteria[static_cast<std::size_t>(book_.criteria[c])] =
                sampled(forecast::share(tally_.criteria_met[c], tally_.samples()));
        }
        if (out_.gates.empty()) return;
        out_.all_gates_by_date = out_.gates.back().joint_date;
        out_.all_gates_pass = out_.gates.back().joint_pass;
    }

    void fill(plan::MoneyForecast& row, const forecast::AmountCounts& counts) const {
        row.mean = static_cast<std::int64_t>(std::llround(forecast::mean(counts)));
        for (const double each : percentiles) {
            const auto found = forecast::percentile(counts, each);
            row.spent.push_back({each, found.amount, found.error});
        }
        if (counts.limit == problem::unlimited) return;
        row.ceiling = counts.limit;
        row.breach = sampled(forecast::share(counts.breached, counts.total()));
    }
    [[nodiscard]] static bool worth_telling(const forecast::AmountCounts& counts) {
        return counts.total() > 0 && (counts.most > 0 || counts.limit != problem::unlimited);
    }

    void add_years(const plan::MoneyForecast& of, int first_year, const std::vector<forecast::AmountCounts>& periods) {
        for (std::size_t p = 0; p < periods.size(); ++p) {
            if (!worth_telling(periods[p])) continue;
            plan::MoneyForecast row = of;
            row.year = first_year + static_cast<int>(p);
            fill(row, periods[p]);
            out_.money.push_back(std::move(row));
        }
    }

    void add_money() {
        if (tally_.totals.empty()) return;
        for (std::size_t t = 1; t < book_.totals.size(); ++t) {
            const plan::SideIndex side = book_.totals[t];
            int first_year = 0;
            for (std::size_t a = 0; a < book_.accounts.size(); ++a) {
                const Account& account = book_.accounts[a];
                if (account.side != side) continue;
                first_year = account.first_year;
                plan::MoneyForecast row;
                row.side = side;
                row.fund = account.fund;
                row.currency = account.currency;
                add_years(row, first_year, tally_.budgets[a]);
            }
            plan::MoneyForecast row;
            row.side = side;
            row.currency = book_.total_currencies[t];
            if (t < tally_.total_periods.size()) add_years(row, first_year, tally_.total_periods[t]);
            add_all_years(row, tally_.totals[t]);
        }
        plan::MoneyForecast everybody;
        everybody.currency = book_.total_currencies.front();
        add_all_years(everybody, tally_.totals.front());
    }
    void add_all_years(plan::MoneyForecast row, const forecast::AmountCounts& counts) {
        if (!worth_telling(counts)) return;
        fill(row, counts);
        out_.money.push_back(std::move(row));
    }

    void add_joint() {
        const auto& questions = book_.model.questions;
        for (std::size_t q = 0; q < questions.size() && q < tally_.questions.size(); ++q) {
            const auto total = static_cast<std::size_t>(questions[q].total);
            out_.joint.push_back({book_.totals[total], date(questions[q].by_end).value_or(out_.planned_end),
                                  questions[q].amount, book_.total_currencies[total],
                                  sampled(forecast::share(tally_.questions[q], tally_.samples()))});
        }
        add_frontier();
    }

    /// For each cell of end dates the least money with which both together are sure enough.
    void add_frontier() {
        if (tally_.end_and_cost.empty() || tally_.totals.empty()) return;
        const auto wanted =
            static_cast<std::int64_t>(std::ceil(out_.joint_level * static_cast<double>(tally_.samples())));
        const auto& total = tally_.totals.front();
        std::vector<std::int64_t> by_cell(static_cast<std::size_t>(forecast::AmountCounts::bins / bins_per_cell), 0);
        auto next = tally_.end_and_cost.begin();
        std::int64_t least = INT64_MAX;
        while (next != tally_.end_and_cost.end()) {
            const std::int32_t cell = next->first.first;
            for (; next != tally_.end_and_cost.end() && next->first.first == cell; ++next)
                by_cell[static_cast<std::size_t>(next->first.second)] += next->second;
            std::int64_t sum = 0;
            for (std::size_t c = 0; c < by_cell.size(); ++c) {
                sum += by_cell[c];
                if (sum < wanted) continue;
                const auto end = static_cast<std::int64_t>(c + 1) * bins_per_cell;
                const std::int64_t within = std::min(total.low + end * total.width, total.most);
                if (within < least) {
                    least = within;
                    out_.frontier.push_back({compiled_.days.date((cell + 1) * days_per_cell - 2), within});
                }
                break;
            }
        }
    }

    [[nodiscard]] plan::ActivityIndex activity_at(std::int32_t position) const {
        return position < 0 ? plan::ActivityIndex{} : compiled_.activities[static_cast<std::size_t>(position)];
    }

    void add_drives() {
        for (const auto& drive : forecast::activity_drives(tally_)) {
            const plan::ActivityIndex activity = activity_at(drive.activity);
            if (!activity.known() || (drive.criticality.value == 0 && drive.cruciality == 0)) continue;
            out_.drives.push_back({activity, sampled(drive.criticality), drive.cruciality, drive.sensitivity});
        }
        std::ranges::stable_sort(out_.drives, std::ranges::greater{}, [](const plan::ActivityDrive& each) {
            return std::pair(each.sensitivity, each.criticality.value);
        });
    }

    void add_tornado() {
        using Input = forecast::TornadoBar::Input;
        for (const auto& bar : forecast::tornado(tally_)) {
            const auto at = static_cast<std::size_t>(bar.index);
            plan::TornadoBar row;
            if (bar.input == Input::duration)
                row.activity = activity_at(book_.model.durations[at].activity);
            else
                row.risk = bar.input == Input::driver ? book_.drivers[at] : book_.events[at];
            row.low = bar.low;
            row.high = bar.high;
            row.error = bar.error;
            out_.tornado.push_back(row);
        }
    }

    void add_merges() {
        for (const auto& merge : forecast::merge_biases(tally_)) {
            const plan::ActivityIndex activity = activity_at(merge.activity);
            if (!activity.known() || merge.latest_link < 0) continue;
            const auto& link = book_.problem.data().links[static_cast<std::size_t>(merge.latest_link)];
            out_.merges.push_back({activity, activity_at(link.from), merge.days});
        }
    }

    void add_indicators() {
        for (std::size_t i = 0; i < tally_.indicators.size() && i < book_.indicators.size(); ++i) {
            if (!book_.indicators[i].known()) continue;
            const plan::Indicator& source = plan_.indicators[book_.indicators[i].at()];
            plan::IndicatorForecast row{book_.indicators[i], {}};
            for (std::size_t t = 0; t < tally_.indicators[i].size() && t < book_.target_years[i].size(); ++t) {
                const forecast::ValueCounts& counts = tally_.indicators[i][t];
                if (counts.total() == 0) continue;
                const int year = book_.target_years[i][t];
                plan::IndicatorForecast::Year one{compiled_.days.date(counts.day),
                                                  year,
                                                  forecast::percentile(counts, 0.1),
                                                  forecast::percentile(counts, 0.5),
                                                  forecast::percentile(counts, 0.9),
                                                  std::nullopt,
                                                  sampled(forecast::share(counts.met, counts.total()))};
                const auto target = std::ranges::find(source.targets, year, &plan::Indicator::Target::year);
                if (target != source.targets.end()) one.target = target->value;
                if (one.target) one.surely = surely(i, *one.target, source.better);
                row.years.push_back(one);
            }
            if (!row.years.empty()) out_.indicators.push_back(std::move(row));
        }
    }

    /// The first year at whose end the value holds in enough samples; to a bin.
    [[nodiscard]] std::optional<int> surely(std::size_t indicator, base::Decimal wanted, plan::Better better) const {
        const auto& years = tally_.indicators[indicator];
        const auto side = better == plan::Better::up ? forecast::Side::above : forecast::Side::below;
        std::optional<int> earliest;
        for (std::size_t t = 0; t < years.size(); ++t)
            if (forecast::chance_of(years[t], wanted.to_double(), side) >= sure)
                earliest = std::min(earliest.value_or(INT_MAX), book_.target_years[indicator][t]);
        return earliest;
    }

    void add_lost() {
        for (const forecast::WorthSums& each : tally_.worth) {
            const auto chance = forecast::share(each.lost, tally_.worth_samples);
            const plan::ActivityIndex activity = activity_at(each.activity);
            if (each.lost > 0 && activity.known() && !unreachable(static_cast<std::size_t>(each.gate)))
                out_.lost.push_back({activity, compiled_.gates[static_cast<std::size_t>(each.gate)], sampled(chance)});
        }
        std::ranges::stable_sort(out_.lost, std::greater<>(),
                                 [](const plan::LostChance& each) { return each.chance.value; });
    }

    const plan::Plan& plan_;
    const compile::CompiledPlan& compiled_;
    const RiskBook& book_;
    const Tally& tally_;
    plan::Forecast out_;
};

}  // namespace

plan::Forecast forecast_of(const LoadedPlan& loaded, const RiskBook& book, const Tally& tally) {
    return Outlook(loaded, book, tally).run();
}

}  // namespace masar::app
