#include "forecast/sample_draws.h"

#include "forecast/portable_math.h"

#include <algorithm>
#include <cmath>

namespace masar::forecast {
namespace {

constexpr std::array purposes{Purpose::durations, Purpose::drivers, Purpose::events, Purpose::branches, Purpose::costs};
constexpr float innermost = 0x1p-24F;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

float inside(double u) { return std::clamp(static_cast<float>(u), innermost, 1 - innermost); }

/// Draws that a group of words gives: durations take half a word each.
std::int32_t draws_per_group(Purpose purpose) { return purpose == Purpose::durations ? half_draws : 4; }

std::int32_t groups_for(const DrawPlan& plan, Purpose purpose) {
    const std::int32_t per_group = draws_per_group(purpose);
    return (plan.draws(purpose) + per_group - 1) / per_group;
}

/// Slots that some way of a branch names.
std::vector<std::int32_t> skippable_rows(const RiskModel& model, const SimulationNetwork& network) {
    std::vector<std::int32_t> row(at(network.slots()), -1);
    std::int32_t next = 0;
    for (const Branch& branch : model.branches)
        for (const Branch::Way& way : branch.ways)
            for (const auto activity : way.activities)
                if (const auto slot = network.slot_of(activity); slot >= 0 && row[at(slot)] < 0) row[at(slot)] = next++;
    return row;
}

}  // namespace

SampleDraws::SampleDraws(const DrawPlan& plan, const LaneKernel& kernel)
    : plan_(plan), kernel_(kernel), used_up_(uses_up_draws()) {
    const SimulationNetwork& network = plan.network;
    for (const Purpose purpose : purposes) {
        const auto p = static_cast<std::size_t>(purpose);
        const bool kept = purpose != Purpose::durations || !used_up_;
        uniform_[p] = AlignedRows<float>(kept ? at(groups_for(plan, purpose) * draws_per_group(purpose)) : 0);
        if (plan.options.sampling != Sampling::latin_hypercube) continue;
        for (std::int32_t i = 0; i < plan.draws(purpose); ++i)
            strata_[p].emplace_back(plan.options.seed, std::uint64_t{p} << 32 | static_cast<std::uint32_t>(i),
                                    static_cast<std::uint32_t>(plan.options.samples));
    }
    durations_ = AlignedRows<std::int32_t>(at(network.slots()));
    for (std::int32_t slot = 0; slot < network.slots(); ++slot)
        durations_.fill(at(slot), network.planned_duration(slot));
    factors_ = AlignedRows<float>(plan.drivers.size());
    happened_drivers_ = AlignedRows<std::int32_t>(plan.drivers.size());
    happened_events_ = AlignedRows<std::int32_t>(plan.events.size());
    added_days_ = AlignedRows<std::int32_t>(plan.events.size());
    event_costs_ = AlignedRows<float>(plan.events.size());
    absence_from_ = AlignedRows<std::int32_t>(network.absences().size());
    absence_to_ = AlignedRows<std::int32_t>(network.absences().size());
    absence_costs_ = AlignedRows<float>(network.absences().size());
    cost_factors_ = AlignedRows<float>(plan.cost_factors.size());
    taken_row_ = skippable_rows(plan.situation.model, network);
    taken_ = AlignedRows<std::int32_t>(
        at(taken_row_.empty() ? 0 : *std::max_element(taken_row_.begin(), taken_row_.end()) + 1));
    attach_specs();
}

/// Whether nobody looks at the uniform numbers of durations but the durations themselves.
bool SampleDraws::uses_up_draws() const {
    return plan_.options.sampling != Sampling::latin_hypercube && plan_.groups.empty()
           && !plan_.options.measures.sensitivity;
}

void SampleDraws::attach_specs() {
    const RiskModel& model = plan_.situation.model;
    const SimulationNetwork& network = plan_.network;
    std::vector<DurationSpec> all(at(network.slots()));
    factor_lists_.resize(all.size());
    added_lists_.resize(all.size());
    for (std::int32_t slot = 0; slot < network.slots(); ++slot) {
        DurationSpec& spec = all[at(slot)];
        spec.slot = slot;
        spec.value.low = static_cast<float>(network.planned_duration(slot));
        spec.least = network.planned_duration(slot) > 0 ? 1 : 0;
        if (taken_row_[at(slot)] >= 0) spec.taken = taken_.row(at(taken_row_[at(slot)]));
    }
    for (std::size_t i = 0; i < model.durations.size(); ++i) {
        const auto slot = network.slot_of(model.durations[i].activity);
        if (slot < 0) continue;
        all[at(slot)].value = plan_.durations[i];
        all[at(slot)].draw = static_cast<std::int32_t>(i);
        if (!used_up_) all[at(slot)].u = uniform(Purpose::durations).row(i);
    }
    attach_risks(all);
    for (DurationSpec& spec : all) {
        auto& factors = factor_lists_[at(spec.slot)];
        auto& added = added_lists_[at(spec.slot)];
        spec.factors = factors.data();
        spec.factor_count = static_cast<std::int32_t>(factors.size());
        spec.added = added.data();
        spec.added_count = static_cast<std::int32_t>(added.size());
        if (spec.draw >= 0 || !factors.empty() || !added.empty() || spec.taken != nullptr) specs_.push_back(spec);
    }
    if (used_up_)
        std::stable_sort(specs_.begin(), specs_.end(), [](const auto& a, const auto& b) { return a.draw < b.draw; });
}

/// What is done is done: no risk touches it.
void SampleDraws::attach_risks(std::vector<DurationSpec>& specs) {
    const RiskModel& model = plan_.situation.model;
    const auto touched = [&](std::int32_t activity) {
        const auto slot = plan_.network.slot_of(activity);
        return slot >= 0 && plan_.network.node(slot).fixed_end < 0 ? slot : -1;
    };
    for (std::size_t d = 0; d < model.drivers.size(); ++d)
        for (const auto activity : model.drivers[d].activities)
            if (const auto slot = touched(activity); slot >= 0 && plan_.drivers[d].active)
                factor_lists_[at(specs[at(slot)].slot)].push_back(factors_.row(d));
    for (std::size_t e = 0; e < model.events.size(); ++e)
        for (const auto activity : model.events[e].activities)
            if (const auto slot = touched(activity);
                slot >= 0 && plan_.events[e].active && model.events[e].seasons.empty())
                added_lists_[at(specs[at(slot)].slot)].push_back(added_days_.row(e));
}

void SampleDraws::draw(std::uint64_t first_sample) {
    for (const Purpose purpose : purposes)
        if (purpose != Purpose::durations || !used_up_) draw_uniform(purpose, first_sample);
    correlate();
    choose_ways();
    draw_drivers();
    for (std::size_t e = 0; e < plan_.events.size(); ++e) draw_event(e);
    for (std::size_t a = 0; a < plan_.network.absences().size(); ++a) draw_absence(a);
    const auto count = static_cast<std::int32_t>(specs_.size());
    if (used_up_)
        kernel_.drawn_durations(job_of(Purpose::durations, first_sample), specs_.data(), count, durations_.data());
    else
        kernel_.duration_rows(specs_.data(), count, durations_.data());
    for (std::size_t line = 0; line < plan_.cost_factors.size(); ++line)
        if (plan_.cost_factors[line].form != ValueSpec::Form::certain)
            kernel_.value_row(plan_.cost_factors[line], uniform(Purpose::costs).row(line), cost_factors_.row(line));
}

void SampleDraws::take_plan() {
    for (std::int32_t slot = 0; slot < plan_.network.slots(); ++slot)
        durations_.fill(at(slot), plan_.network.planned_duration(slot));
    for (std::size_t a = 0; a < plan_.network.absences().size(); ++a) {
        absence_from_.fill(a, 0);
        absence_to_.fill(a, 0);
    }
    for (AlignedRows<float>& rows : uniform_)
        for (std::size_t i = 0; i < rows.count(); ++i) rows.fill(i, innermost);
    choose_ways();
    for (std::int32_t slot = 0; slot < plan_.network.slots(); ++slot)
        if (const std::int32_t* mask = taken(slot))
            for (std::int32_t l = 0; l < lanes; ++l) durations_.row(at(slot))[l] &= mask[l];
}

UniformJob SampleDraws::job_of(Purpose purpose, std::uint64_t first_sample) {
    return {plan_.options.seed, first_sample, static_cast<std::uint64_t>(purpose) << 32, groups_for(plan_, purpose),
            uniform_[static_cast<std::size_t>(purpose)].data()};
}

void SampleDraws::draw_uniform(Purpose purpose, std::uint64_t first_sample) {
    const UniformJob job = job_of(purpose, first_sample);
    purpose == Purpose::durations ? kernel_.half_uniform_rows(job) : kernel_.uniform_rows(job);
    if (plan_.options.sampling == Sampling::latin_hypercube) stratify(purpose, first_sample);
}

void SampleDraws::stratify(Purpose purpose, std::uint64_t first_sample) {
    const auto p = static_cast<std::size_t>(purpose);
    const auto count = static_cast<double>(plan_.options.samples);
    for (std::size_t i = 0; i < strata_[p].size(); ++i) {
        float* u = uniform_[p].row(i);
        for (std::int32_t l = 0; l < lanes; ++l) {
            const std::uint64_t sample = first_sample + static_cast<std::uint64_t>(l);
            if (sample >= static_cast<std::uint64_t>(plan_.options.samples)) break;
            u[l] = inside((strata_[p][i].of(static_cast<std::uint32_t>(sample)) + double{u[l]}) / count);
        }
    }
}

void SampleDraws::correlate() {
    auto& rows = uniform_[static_cast<std::size_t>(Purpose::durations)];
    std::vector<double> normal;
    for (const TakenGroup& group : plan_.groups) {
        normal.resize(group.members.size());
        for (std::int32_t l = 0; l < lanes; ++l) {
            for (std::size_t i = 0; i < normal.size(); ++i)
                normal[i] = portable::normal_quantile(rows.row(at(group.members[i]))[l]);
            for (std::size_t i = normal.size(); i-- > 0;) {
                double sum = 0;
                for (std::size_t j = 0; j <= i; ++j)
                    sum += group.lower.at(static_cast<std::int32_t>(i), static_cast<std::int32_t>(j)) * normal[j];
                rows.row(at(group.members[i]))[l] = inside(portable::normal_cdf(sum));
            }
        }
    }
}

void SampleDraws::choose_ways() {
    const RiskModel& model = plan_.situation.model;
    for (std::size_t i = 0; i < taken_.count(); ++i) taken_.fill(i, -1);
    for (std::size_t b = 0; b < model.branches.size(); ++b) {
        const auto& ways = model.branches[b].ways;
        double sum = 0;
        for (const auto& way : ways) sum += way.weight;
        const float* u = uniform(Purpose::branches).row(b);
        double before = 0;
        for (std::size_t w = 0; w < ways.size(); ++w) {
            const double after = w + 1 == ways.size() ? 2 : before + ways[w].weight / sum;
            for (const auto activity : ways[w].activities) {
                const auto slot = plan_.network.slot_of(activity);
                if (slot < 0) continue;
                std::int32_t* mask = taken_.row(at(taken_row_[at(slot)]));
                for (std::int32_t l = 0; l < lanes; ++l)
                    if (!(u[l] >= before && u[l] < after)) mask[l] = 0;
            }
            before = after;
        }
    }
}

void SampleDraws::draw_drivers() {
    for (std::size_t d = 0; d < plan_.drivers.size(); ++d) {
        const TakenDriver& driver = plan_.drivers[d];
        if (!driver.active) continue;
        const float* u = uniform(Purpose::drivers).row(2 * d);
        float* factor = factors_.row(d);
        std::int32_t* happened = happened_drivers_.row(d);
        kernel_.value_row(driver.factor, uniform(Purpose::drivers).row(2 * d + 1), factor);
        for (std::int32_t l = 0; l < lanes; ++l) {
            happened[l] = u[l] < driver.probability ? 1 : 0;
            if (happened[l] == 0) factor[l] = 1;
        }
    }
}

void SampleDraws::draw_event(std::size_t event) {
    const TakenEvent& taken = plan_.events[event];
    std::int32_t* happened = happened_events_.row(event);
    happened_events_.fill(event, 0);
    if (!taken.active || !plan_.situation.model.events[event].seasons.empty()) return;
    const AlignedRows<float>& u = uniform(Purpose::events);
    const std::size_t draw = at(taken.first_draw);
    alignas(64) float days[lanes];
    kernel_.value_row(taken.days, u.row(draw + 1), days);
    kernel_.value_row(taken.cost, u.row(draw + 2), event_costs_.row(event));
    for (std::int32_t l = 0; l < lanes; ++l) {
        happened[l] = u.row(draw)[l] < taken.probability ? 1 : 0;
        added_days_.row(event)[l] =
            happened[l] != 0 ? static_cast<std::int32_t>(std::clamp(days[l] + 0.5F, 0.0F, longest_duration)) : 0;
    }
}

void SampleDraws::draw_absence(std::size_t absence) {
    const Absence& which = plan_.network.absences()[absence];
    const TakenEvent& taken = plan_.events[at(which.event)];
    std::int32_t* from = absence_from_.row(absence);
    std::int32_t* to = absence_to_.row(absence);
    if (!taken.active) return;
    const problem::Interval season = plan_.situation.model.events[at(which.event)].seasons[at(which.season)];
    const AlignedRows<float>& u = uniform(Purpose::events);
    const std::size_t draw = at(taken.first_draw + 4 * which.season);
    alignas(64) float days[lanes];
    kernel_.value_row(taken.days, u.row(draw + 1), days);
    kernel_.value_row(taken.cost, u.row(draw + 2), absence_costs_.row(absence));
    for (std::int32_t l = 0; l < lanes; ++l) {
        const bool strikes = u.row(draw)[l] < taken.probability;
        const auto day = static_cast<std::int32_t>(u.row(draw + 3)[l] * static_cast<float>(season.to - season.from));
        from[l] = season.from + day;
        to[l] =
            strikes ? from[l] + static_cast<std::int32_t>(std::clamp(days[l] + 0.5F, 0.0F, longest_duration)) : from[l];
        if (strikes) happened_events_.row(at(which.event))[l] = 1;
    }
}

const std::int32_t* SampleDraws::taken(std::int32_t slot) const {
    const std::int32_t row = taken_row_[at(slot)];
    return row < 0 ? nullptr : taken_.row(at(row));
}

const float* SampleDraws::cost_factor(std::size_t line) const {
    return plan_.cost_factors[line].form == ValueSpec::Form::certain ? nullptr : cost_factors_.row(line);
}

std::int64_t SampleDraws::rounded_cost(const TakenEvent& event, float cost) const {
    const double exact = event.cost.form == ValueSpec::Form::certain ? event.certain_cost : double{cost};
    return static_cast<std::int64_t>(std::floor(exact + 0.5));
}

std::int64_t SampleDraws::event_cost(std::size_t event, std::int32_t lane) const {
    if (happened_events_.row(event)[lane] == 0) return 0;
    return rounded_cost(plan_.events[event], event_costs_.row(event)[lane]);
}

std::int64_t SampleDraws::absence_cost(std::size_t absence, std::int32_t lane) const {
    const TakenEvent& event = plan_.events[at(plan_.network.absences()[absence].event)];
    return absence_from_.row(absence)[lane] < absence_to_.row(absence)[lane]
               ? rounded_cost(event, absence_costs_.row(absence)[lane])
               : 0;
}

}  // namespace masar::forecast
