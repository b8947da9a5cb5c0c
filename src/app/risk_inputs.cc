// Durations, risks and branches of a risk book.
#include "app/distribution_of.h"
#include "app/risk_book_draft.h"
#include "report/figures.h"

#include <algorithm>

namespace masar::app {
namespace {

using forecast::Distribution;

bool is_input(const RiskBookDraft& draft, plan::ActivityIndex index) {
    return std::ranges::find(draft.options.drawn, index) != draft.options.drawn.end();
}

class RiskWriter {
public:
    explicit RiskWriter(RiskBookDraft& draft) : draft_(draft) {}

    void write(plan::RiskIndex index) {
        const plan::Risk& risk = draft_.plan.risks[index.at()];
        if (!risk.quantity) return;
        const std::vector<std::int32_t> activities = draft_.standing(risk.touches);
        if (activities.empty()) return report_nothing(risk);
        if (risk.quantity->effect.factor)
            write_driver(index, activities);
        else
            write_event(index, activities);
    }

private:
    void report_nothing(const plan::Risk& risk) {
        draft_.report("MSR0804", risk.place,
                      report::fill({"nothing that '{}' touches takes part in the plan",
                                    "لا يشارك في الخطة أي نشاط تهدده المخاطرة «{}»"},
                                   report::ltr(risk.id)));
    }

    [[nodiscard]] forecast::Mitigation mitigation_of(const plan::Mitigation& source) const {
        forecast::Mitigation mitigation;
        if (!source.costs) return mitigation;
        mitigation.budget = draft_.account_of(source.fund.value);
        mitigation.cost = mitigation.budget < 0 ? 0 : draft_.in_account(source.costs->value, mitigation.budget);
        mitigation.day = std::max(0, draft_.compiled.days.day(source.on.value_or(draft_.plan.start.value)));
        return mitigation;
    }

    [[nodiscard]] forecast::DriverCase driver_case(base::Decimal probability, const plan::RiskEffect& effect) {
        return {probability.to_double(), distribution_of(draft_.plan.estimates, points_of(effect.factor->value))};
    }

    void write_driver(plan::RiskIndex index, std::vector<std::int32_t> activities) {
        const plan::RiskQuantity& quantity = *draft_.plan.risks[index.at()].quantity;
        forecast::RiskDriver driver;
        driver.before = driver.after = driver_case(quantity.probability, quantity.effect);
        if (const auto& done = quantity.mitigation) {
            driver.after = driver_case(done->probability.value_or(quantity.probability),
                                       done->effect.factor ? done->effect : quantity.effect);
            driver.mitigated = done->planned;
            driver.mitigation = mitigation_of(*done);
        }
        driver.activities = std::move(activities);
        draft_.model.drivers.push_back(std::move(driver));
        draft_.drivers.push_back(index);
    }

    [[nodiscard]] Distribution days_of(const plan::RiskEffect& effect) {
        if (!effect.days) return Distribution::certain(0);
        return distribution_of(draft_.plan.estimates, points_of(effect.days->value));
    }
    [[nodiscard]] Distribution cost_of(const plan::RiskEffect& effect, std::int32_t account) {
        if (!effect.cost || account < 0) return Distribution::certain(0);
        const auto amount = [&](plan::Estimate each) {
            return static_cast<double>(draft_.in_account(effect.cost->at(each), account));
        };
        using enum plan::Estimate;
        return distribution_of(draft_.plan.estimates, {amount(optimistic), amount(likely), amount(pessimistic)});
    }

    void write_event(plan::RiskIndex index, std::vector<std::int32_t> activities) {
        const plan::Risk& risk = draft_.plan.risks[index.at()];
        const plan::RiskQuantity& quantity = *risk.quantity;
        forecast::RiskEvent event;
        event.budget = quantity.effect.cost ? draft_.account_of(quantity.fund.value) : -1;
        event.before = {quantity.probability.to_double(), days_of(quantity.effect),
                        cost_of(quantity.effect, event.budget)};
        event.after = event.before;
        if (const auto& done = quantity.mitigation) {
            if (done->probability) event.after.probability = done->probability->to_double();
            if (done->effect.days) event.after.days = days_of(done->effect);
            if (done->effect.cost) event.after.cost = cost_of(done->effect, event.budget);
            event.mitigated = done->planned;
            event.mitigation = mitigation_of(*done);
        }
        event.activities = std::move(activities);
        if (quantity.season.value.known()) {
            event.seasons = seasons_of(quantity.season.value);
            if (event.seasons.empty()) return report_no_season(risk);
        }
        draft_.model.events.push_back(std::move(event));
        draft_.events.push_back(index);
    }

    [[nodiscard]] std::vector<problem::Interval> seasons_of(plan::PeriodIndex period) const {
        std::vector<problem::Interval> seasons;
        for (problem::Interval each : draft_.compiled.avoidable[period.at()]) {
            each.to = std::min(each.to, draft_.last_day);
            if (each.from < each.to) seasons.push_back(each);
        }
        return seasons;
    }
    void report_no_season(const plan::Risk& risk) {
        draft_.report("MSR0803", risk.quantity->season.place,
                      report::fill({"the season of '{}' has no day within the roadmap",
                                    "ليس لموسم المخاطرة «{}» أي يوم ضمن خارطة الطريق"},
                                   report::ltr(risk.id)));
    }

    RiskBookDraft& draft_;
};

}  // namespace

void add_durations(RiskBookDraft& draft) {
    for (std::size_t i = 0; i < draft.plan.activities.size(); ++i) {
        const auto index = base::index_of<plan::ActivityIndex>(i);
        const plan::Activity& activity = draft.plan.activities[i];
        const std::int32_t position = draft.standing(index);
        const bool settled =
            activity.progress.status == plan::Status::finished || activity.progress.remaining_working_days.has_value();
        if (position < 0 || settled) continue;
        const std::size_t mode = draft.mode(position);
        Distribution days = duration_of(draft.plan, activity, mode);
        if (!days.is_certain() || is_input(draft, index)) draft.model.durations.push_back({position, std::move(days)});
    }
}

void add_risks(RiskBookDraft& draft) {
    RiskWriter writer(draft);
    for (std::size_t i = 0; i < draft.plan.risks.size(); ++i) writer.write(base::index_of<plan::RiskIndex>(i));
}

void add_branches(RiskBookDraft& draft) {
    for (const plan::Branch& source : draft.plan.branches) {
        forecast::Branch branch;
        for (const plan::Branch::Way& way : source.ways)
            branch.ways.push_back({way.weight.value.to_double(), draft.standing(way.activities)});
        const bool any = std::ranges::any_of(branch.ways, [](const auto& way) { return !way.activities.empty(); });
        if (any) {
            draft.model.branches.push_back(std::move(branch));
            continue;
        }
        draft.report("MSR0804", source.place,
                     report::fill({"no activity on a way of '{}' takes part in the plan",
                                   "لا يشارك في الخطة أي نشاط في مسارات «{}»"},
                                  report::ltr(source.id)));
    }
}

}  // namespace masar::app
