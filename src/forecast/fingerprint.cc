#include "forecast/fingerprint.h"

#include <bit>
#include <concepts>

namespace masar::forecast {
namespace {

/// FNV-1a over the values in a fixed order; not meant against malice.
class Digest {
public:
    template <std::integral T>
    Digest& add(T value) {
        return word(static_cast<std::uint64_t>(value));
    }
    template <class T>
    requires std::is_enum_v<T> Digest& add(T value) { return word(static_cast<std::uint64_t>(value)); }
    Digest& add(double value) { return word(std::bit_cast<std::uint64_t>(value)); }

    template <class List, class Visit>
    Digest& each(const List& list, Visit visit) {
        add(list.size());
        for (const auto& item : list) visit(item);
        return *this;
    }
    template <class List>
    Digest& all(const List& list) {
        return each(list, [&](const auto& item) { add(item); });
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    Digest& word(std::uint64_t word) {
        for (int byte = 0; byte < 8; ++byte) value_ = (value_ ^ (word >> 8 * byte & 0xFF)) * 0x100000001B3;
        return *this;
    }
    std::uint64_t value_ = 0xCBF29CE484222325;
};

void add(Digest& digest, const Distribution& d) {
    digest.add(d.kind()).add(d.points().low).add(d.points().mode).add(d.points().high);
    digest.each(d.values(), [&](const auto& each) { digest.add(each.value).add(each.weight); });
}

void add(Digest& digest, const problem::WorkTime& time) {
    digest.add(time.horizon());
    for (problem::Day day = 0; !time.every_day() && day < time.horizon(); ++day) digest.add(time.works(day));
}

void add(Digest& digest, const problem::Activity& a) {
    digest.add(a.calendar).add(a.earliest_start).add(a.forbidden).add(a.fixed);
    digest.each(a.modes, [&](const problem::Mode& mode) {
        digest.add(mode.duration);
        digest.each(mode.demands, [&](const auto& demand) { digest.add(demand.pool).add(demand.units); });
        digest.each(mode.expenses,
                    [&](const auto& expense) { digest.add(expense.budget).add(expense.amount).add(expense.charge); });
    });
}

void add_problem(Digest& digest, const problem::ProblemData& data) {
    digest.each(data.work_times, [&](const auto& time) { add(digest, time); });
    digest.each(data.activities, [&](const auto& activity) { add(digest, activity); });
    digest.each(data.links, [&](const problem::Link& link) {
        digest.add(link.from).add(link.to).add(link.from_anchor).add(link.to_anchor);
        digest.add(link.sense).add(link.lag).add(link.calendar);
    });
    digest.each(data.forbidden_sets, [&](const auto& set) {
        digest.each(set, [&](const auto& interval) { digest.add(interval.from).add(interval.to); });
    });
    digest.each(data.fixed_activities, [&](const problem::Fixed& fixed) {
        digest.add(fixed.start).add(fixed.end).add(fixed.uses_from).add(fixed.mode);
    });
    digest.each(data.pools, [&](const auto& pool) {
        digest.each(pool.steps, [&](const auto& step) { digest.add(step.from).add(step.capacity); });
    });
    digest.each(data.partitions, [&](const auto& partition) { digest.all(partition.period_of_day); });
    digest.each(data.budgets, [&](const auto& budget) { digest.add(budget.partition).all(budget.limits); });
    digest.each(data.gates, [&](const auto& gate) { digest.add(gate.due_end).all(gate.requires_done); });
}

void add(Digest& digest, const Mitigation& m) { digest.add(m.budget).add(m.cost).add(m.day); }

void add(Digest& digest, const EventCase& event) {
    digest.add(event.probability);
    add(digest, event.days);
    add(digest, event.cost);
}

void add_risks(Digest& digest, const RiskModel& model) {
    digest.each(model.durations, [&](const UncertainDuration& each) {
        digest.add(each.activity);
        add(digest, each.days);
    });
    digest.each(model.drivers, [&](const RiskDriver& driver) {
        for (const DriverCase* each : {&driver.before, &driver.after}) {
            digest.add(each->probability);
            add(digest, each->factor);
        }
        digest.add(driver.mitigated).all(driver.activities);
        add(digest, driver.mitigation);
    });
    digest.each(model.events, [&](const RiskEvent& event) {
        add(digest, event.before);
        add(digest, event.after);
        add(digest, event.mitigation);
        digest.add(event.mitigated).add(event.budget).add(event.charged_with).all(event.activities);
        digest.each(event.seasons, [&](const auto& season) { digest.add(season.from).add(season.to); });
    });
    digest.each(model.branches, [&](const Branch& branch) {
        digest.each(branch.ways, [&](const auto& way) { digest.add(way.weight).all(way.activities); });
    });
    digest.each(model.correlations, [&](const CorrelationGroup& group) {
        digest.add(group.measure).all(group.members).all(group.correlation.cells);
    });
}

void add_measures(Digest& digest, const RiskModel& model) {
    digest.each(model.costs, [&](const CostLine& line) {
        digest.add(line.activity).add(line.budget).add(line.fixed).add(line.per_day).add(line.charge);
        digest.add(line.drawn_with);
        add(digest, line.factor);
    });
    digest.each(model.totals,
                [&](const CostTotal& total) { digest.all(total.budgets).all(total.rates).all(total.limits); });
    digest.each(model.indicators, [&](const IndicatorModel& each) {
        digest.add(each.baseline).add(each.baseline_day).add(each.floor).add(each.half_life_days).add(each.attrition);
        digest.all(each.year_starts).add(each.low).add(each.high);
        digest.each(each.effects, [&](const auto& effect) { digest.add(effect.activity).add(effect.change); });
        if (!each.observed.empty())  // runs kept from before there were any stay readable
            digest.each(each.observed, [&](const auto& seen) { digest.add(seen.day).add(seen.value); });
        digest.each(each.targets,
                    [&](const auto& target) { digest.add(target.day).add(target.sense).add(target.value); });
    });
    digest.each(model.criteria, [&](const GateCriterion& each) {
        digest.add(each.gate).add(each.indicator).add(each.wanted.day).add(each.wanted.sense).add(each.wanted.value);
    });
    digest.each(model.questions, [&](const JointQuestion& each) {
        digest.add(each.gate).add(each.by_end).add(each.total).add(each.amount);
    });
    digest.all(model.not_before).all(model.watched);
}

}  // namespace

std::uint64_t fingerprint_of(const Situation& situation, const SimulationOptions& options) {
    Digest digest;
    add_problem(digest, situation.problem.data());
    digest.all(situation.planned.mode);
    if (options.simulator == Simulator::policy) digest.all(situation.planned.start);
    add_risks(digest, situation.model);
    add_measures(digest, situation.model);
    digest.add(options.simulator).add(options.sampling).all(options.drivers).all(options.events);
    digest.add(options.measures.criticality).add(options.measures.sensitivity);
    digest.add(options.measures.costs).add(options.measures.indicators).add(options.measures.worth);
    return digest.value();
}

}  // namespace masar::forecast
