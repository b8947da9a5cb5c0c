#include "forecast/cost_counter.h"

#include "forecast/cost_range.h"
#include "problem/charges.h"

#include <algorithm>
#include <cmath>

namespace masar::forecast {
namespace {

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

/// Half up: the same on both sides of zero matters less than one rule.
std::int64_t rounded(double amount) { return static_cast<std::int64_t>(std::floor(amount + 0.5)); }

std::int32_t period_at(const problem::Partition& periods, problem::Day day) {
    const auto count = static_cast<std::int32_t>(periods.period_of_day.size());
    if (count == 0) return 0;
    return periods.period_of_day[at(day < 0 ? 0 : (day < count ? day : count - 1))];
}

/// Whether ChargeJob holds it.
bool is_usual(const CostLine& line) {
    return line.charge != problem::Charge::spread && line.per_day == static_cast<std::int32_t>(line.per_day);
}

}  // namespace

CostCounter::CostCounter(const DrawPlan& plan, const LaneKernel& kernel) : plan_(plan), kernel_(kernel) {
    const problem::ProblemData& data = plan.situation.problem.data();
    std::int32_t rows = 0;
    for (const problem::Budget& budget : data.budgets) {
        first_row_.push_back(rows);
        rows += data.partitions[at(budget.partition)].periods;
    }
    sums_ = AlignedRows<std::int64_t>(at(rows));
    totals_ = AlignedRows<std::int64_t>(plan.situation.model.totals.size());
    std::vector<bool> ascending;
    for (const auto& [period, periods] : data.partitions)
        ascending.push_back(!period.empty() && std::is_sorted(period.begin(), period.end()));
    for (const CostLine& line : plan.costs) {
        const problem::Budget& budget = data.budgets[at(line.budget)];
        lines_.push_back({plan.network.slot_of(line.activity), first_row_[at(line.budget)],
                          &data.partitions[at(budget.partition)], is_usual(line) && ascending[at(budget.partition)]});
    }
}

void CostCounter::prepare(Tally& tally) const {
    const problem::ProblemData& data = plan_.situation.problem.data();
    const auto ranges = cost_ranges(plan_);
    for (std::size_t b = 0; b < data.budgets.size(); ++b) {
        const problem::Budget& budget = data.budgets[b];
        auto& periods = tally.budgets.emplace_back();
        for (std::int32_t p = 0; p < data.partitions[at(budget.partition)].periods; ++p) {
            const std::int64_t limit = at(p) < budget.limits.size() ? budget.limits[at(p)] : problem::unlimited;
            periods.push_back(empty_counts(ranges[b], limit));
        }
    }
    for (const CostTotal& total : plan_.situation.model.totals) {
        AmountRange range;
        for (std::size_t i = 0; i < total.budgets.size(); ++i) {
            const double rate = total.rates.empty() ? 1 : total.rates[i];
            range.low += rate * ranges[at(total.budgets[i])].low;
            range.high += rate * ranges[at(total.budgets[i])].high;
        }
        tally.totals.push_back(empty_counts(range, problem::unlimited));
        auto& periods = tally.total_periods.emplace_back();
        for (const std::int64_t limit : total.limits) periods.push_back(empty_counts(range, limit));
    }
}

void CostCounter::count(const LaneRows& rows, const SampleDraws& draws, LaneRange range, Tally& tally) {
    std::fill_n(sums_.data(), sums_.count() * at(lanes), 0);
    for (std::size_t line = 0; line < lines_.size(); ++line)
        if (lines_[line].slot >= 0) add_line(line, rows, draws);
    add_events(rows, draws);
    add_mitigations();
    add_totals();
    std::size_t row = 0;
    for (auto& periods : tally.budgets)
        for (AmountCounts& counts : periods) {
            const std::int64_t* sums = sums_.row(row++);
            for (std::int32_t l = range.from; l < range.to; ++l) counts.add(sums[l]);
        }
    for (std::size_t t = 0; t < tally.totals.size(); ++t) {
        for (std::int32_t l = range.from; l < range.to; ++l) tally.totals[t].add(totals_.row(t)[l]);
        for (std::size_t p = 0; p < tally.total_periods[t].size(); ++p)
            for (std::int32_t l = range.from; l < range.to; ++l) tally.total_periods[t][p].add(total_in(t, p, l));
    }
}

void CostCounter::add_line(std::size_t index, const LaneRows& rows, const SampleDraws& draws) {
    const Line& line = lines_[index];
    const CostLine& cost = plan_.costs[index];
    const std::int32_t* start = rows.start + line.slot * lanes;
    const std::int32_t* end = rows.end + line.slot * lanes;
    const std::int32_t* days = rows.duration + line.slot * lanes;
    const std::int32_t* taken = draws.taken(line.slot);
    const float* factor = draws.cost_factor(cost.drawn_with >= 0 ? at(cost.drawn_with) : index);
    const double certain = cost.factor.mean();
    if (taken == nullptr && line.usual && (factor != nullptr || certain == 1)) {
        ChargeJob job = charge_of(line, cost, rows);
        job.factor = factor;
        return kernel_.charge(job);
    }
    for (std::int32_t l = 0; l < lanes; ++l) {
        if (taken != nullptr && taken[l] == 0) continue;
        std::int64_t amount = cost.fixed + cost.per_day * days[l];
        if (factor != nullptr)
            amount = rounded(static_cast<double>(amount) * double{factor[l]});
        else if (certain != 1)
            amount = rounded(static_cast<double>(amount) * certain);
        if (cost.charge == problem::Charge::spread) {
            add_spread(index, {start[l], end[l]}, amount, l);
            continue;
        }
        const problem::Day day = cost.charge == problem::Charge::at_start ? start[l] : std::max(start[l], end[l] - 1);
        sums_.row(at(line.first_row + period_at(*line.periods, day)))[l] += amount;
    }
}

ChargeJob CostCounter::charge_of(const Line& line, const CostLine& cost, const LaneRows& rows) {
    ChargeJob job;
    job.start = rows.start + line.slot * lanes;
    job.end = rows.end + line.slot * lanes;
    job.duration = rows.duration + line.slot * lanes;
    job.at_start = cost.charge == problem::Charge::at_start;
    job.period_of_day = line.periods->period_of_day.data();
    job.last_day = static_cast<std::int32_t>(line.periods->period_of_day.size()) - 1;
    job.fixed = cost.fixed;
    job.per_day = static_cast<std::int32_t>(cost.per_day);
    job.sums = sums_.row(at(line.first_row));
    return job;
}

void CostCounter::add_spread(std::size_t index, problem::Span span, std::int64_t amount, std::int32_t lane) {
    const Line& line = lines_[index];
    problem::Expense expense{plan_.costs[index].budget, amount, problem::Charge::spread};
    problem::for_each_charge(plan_.situation.problem, expense, span, [&](std::int32_t period, std::int64_t part) {
        sums_.row(at(line.first_row + period))[lane] += part;
    });
}

void CostCounter::add(std::int32_t budget, problem::Day day, std::int32_t lane, std::int64_t amount) {
    const problem::ProblemData& data = plan_.situation.problem.data();
    const auto& periods = data.partitions[at(data.budgets[at(budget)].partition)];
    sums_.row(at(first_row_[at(budget)] + period_at(periods, day)))[lane] += amount;
}

void CostCounter::add_events(const LaneRows& rows, const SampleDraws& draws) {
    const RiskModel& model = plan_.situation.model;
    for (std::size_t e = 0; e < model.events.size(); ++e) {
        const RiskEvent& event = model.events[e];
        if (event.budget < 0 || !plan_.events[e].active || !event.seasons.empty()) continue;
        const std::int32_t with =
            event.charged_with >= 0 ? event.charged_with : (event.activities.empty() ? -1 : event.activities.front());
        const std::int32_t slot = with < 0 ? -1 : plan_.network.slot_of(with);
        for (std::int32_t l = 0; l < lanes; ++l) {
            const problem::Day day = slot < 0 ? 0 : std::max(0, rows.end[slot * lanes + l] - 1);
            add(event.budget, day, l, draws.event_cost(e, l));
        }
    }
    for (std::size_t a = 0; a < plan_.network.absences().size(); ++a) {
        const auto e = at(plan_.network.absences()[a].event);
        if (model.events[e].budget < 0 || !plan_.events[e].active) continue;
        for (std::int32_t l = 0; l < lanes; ++l)
            add(model.events[e].budget, draws.absence_from()[a * at(lanes) + at(l)], l, draws.absence_cost(a, l));
    }
}

void CostCounter::add_mitigations() {
    const auto pay = [&](const auto& risk, Treatment treatment) {
        if (case_of(risk, treatment) != &risk.after || risk.mitigation.budget < 0) return;
        for (std::int32_t l = 0; l < lanes; ++l)
            add(risk.mitigation.budget, risk.mitigation.day, l, risk.mitigation.cost);
    };
    const RiskModel& model = plan_.situation.model;
    for (std::size_t d = 0; d < model.drivers.size(); ++d)
        pay(model.drivers[d], treatment_at(plan_.options.drivers, d));
    for (std::size_t e = 0; e < model.events.size(); ++e) pay(model.events[e], treatment_at(plan_.options.events, e));
}

std::int64_t CostCounter::total_in(std::size_t index, std::size_t period, std::int32_t lane) const {
    const CostTotal& total = plan_.situation.model.totals[index];
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < total.budgets.size(); ++i) {
        const std::int64_t amount = sums_.row(at(first_row_[at(total.budgets[i])]) + period)[lane];
        const double rate = total.rates.empty() ? 1 : total.rates[i];
        sum += rate == 1 ? amount : rounded(static_cast<double>(amount) * rate);
    }
    return sum;
}

void CostCounter::add_totals() {
    const problem::ProblemData& data = plan_.situation.problem.data();
    for (std::size_t t = 0; t < totals_.count(); ++t) {
        totals_.fill(t, 0);
        const CostTotal& total = plan_.situation.model.totals[t];
        for (std::size_t i = 0; i < total.budgets.size(); ++i) {
            const std::int32_t budget = total.budgets[i];
            const std::int32_t periods = data.partitions[at(data.budgets[at(budget)].partition)].periods;
            const double rate = total.rates.empty() ? 1 : total.rates[i];
            for (std::int32_t l = 0; l < lanes; ++l) {
                std::int64_t sum = 0;
                for (std::int32_t p = 0; p < periods; ++p) sum += sums_.row(at(first_row_[at(budget)] + p))[l];
                totals_.row(t)[l] += rate == 1 ? sum : rounded(static_cast<double>(sum) * rate);
            }
        }
    }
}

}  // namespace masar::forecast
