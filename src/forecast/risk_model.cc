#include "forecast/risk_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace masar::forecast {
namespace {

using base::Error;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

Error fault(std::string en, std::string ar, base::Text hint = {}) {
    return {Error::Kind::malformed, {std::move(en), std::move(ar)}, std::move(hint)};
}

/// The checks of one model; each returns the first thing wrong.
class ModelCheck {
public:
    ModelCheck(const problem::Problem& problem, const RiskModel& model) : problem_(problem), model_(model) {}

    std::optional<Error> run() const {
        for (const auto check :
             {&ModelCheck::durations, &ModelCheck::drivers, &ModelCheck::events, &ModelCheck::branches,
              &ModelCheck::correlations, &ModelCheck::money, &ModelCheck::indicators, &ModelCheck::questions})
            if (auto wrong = (this->*check)()) return wrong;
        return {};
    }

private:
    std::optional<Error> index(std::int32_t value, std::size_t count, const char* what) const {
        if (value >= 0 && at(value) < count) return {};
        return fault(fmt::format("the risk model names {} {}, but there are {}", what, value, count),
                     fmt::format("يذكر نموذج المخاطر العنصر {} من {}، والموجود {}", value, what, count));
    }
    std::optional<Error> activity(std::int32_t value) const { return index(value, at(problem_.size()), "activity"); }
    std::optional<Error> activities(const std::vector<std::int32_t>& all) const {
        for (const auto each : all)
            if (auto wrong = activity(each)) return wrong;
        return {};
    }
    std::optional<Error> budget(std::int32_t value) const {
        return value == -1 ? std::nullopt : index(value, problem_.data().budgets.size(), "budget");
    }

    static std::optional<Error> probability(double value) {
        if (value >= 0 && value <= 1) return {};
        return fault(fmt::format("the probability {} is not between 0 and 1", value),
                     fmt::format("الاحتمال {} ليس بين 0 و1", value),
                     {"write 0.3 for 30 percent", "اكتب 0.3 للدلالة على 30 في المئة"});
    }

    std::optional<Error> durations() const {
        std::vector<bool> seen(at(problem_.size()), false);
        for (const auto& each : model_.durations) {
            if (auto wrong = activity(each.activity)) return wrong;
            if (seen[at(each.activity)])
                return fault(fmt::format("activity {} has two distributions of its duration", each.activity),
                             fmt::format("للنشاط {} توزيعان لمدته", each.activity));
            seen[at(each.activity)] = true;
        }
        if (!model_.not_before.empty() && model_.not_before.size() != at(problem_.size()))
            return fault("the earliest days must be given for all activities or none",
                         "يجب ذكر أبكر الأيام لكل الأنشطة أو عدم ذكرها");
        return activities(model_.watched);
    }

    std::optional<Error> drivers() const {
        for (const auto& driver : model_.drivers) {
            for (const auto* each : {&driver.before, &driver.after}) {
                if (auto wrong = probability(each->probability)) return wrong;
                if (each->factor.lowest() < 0)
                    return fault(fmt::format("a factor of a duration may not be negative: {}", each->factor.lowest()),
                                 fmt::format("لا يجوز أن يكون معامل المدة سالبًا: {}", each->factor.lowest()));
            }
            if (auto wrong = activities(driver.activities)) return wrong;
            if (auto wrong = budget(driver.mitigation.budget)) return wrong;
        }
        return {};
    }

    std::optional<Error> events() const {
        for (const auto& event : model_.events) {
            for (const auto* each : {&event.before, &event.after})
                if (auto wrong = probability(each->probability)) return wrong;
            if (auto wrong = activities(event.activities)) return wrong;
            for (const auto each : {event.budget, event.mitigation.budget})
                if (auto wrong = budget(each)) return wrong;
            if (event.charged_with != -1)
                if (auto wrong = activity(event.charged_with)) return wrong;
            problem::Day last = -1;
            for (const auto& season : event.seasons) {
                if (season.from < last || season.to <= season.from)
                    return fault("the seasons of an event must be in order and apart",
                                 "يجب أن تكون مواسم الحدث مرتبة وغير متداخلة");
                last = season.to;
            }
        }
        return {};
    }

    std::optional<Error> branches() const {
        for (const auto& branch : model_.branches)
            for (const auto& way : branch.ways) {
                if (!(way.weight > 0) || !std::isfinite(way.weight))
                    return fault(fmt::format("the weight {} of a branch is not above zero", way.weight),
                                 fmt::format("وزن المسار {} ليس أكبر من الصفر", way.weight));
                if (auto wrong = activities(way.activities)) return wrong;
            }
        return {};
    }

    std::optional<Error> correlations() const {
        std::vector<bool> seen(model_.durations.size(), false);
        for (const auto& group : model_.correlations) {
            for (const auto member : group.members) {
                if (auto wrong = index(member, model_.durations.size(), "uncertain duration")) return wrong;
                if (seen[at(member)])
                    return fault(fmt::format("duration {} is in two groups of correlations", member),
                                 fmt::format("المدة {} موجودة في مجموعتي ارتباط", member));
                seen[at(member)] = true;
            }
            if (at(group.correlation.size) != group.members.size())
                return fault(fmt::format("{} quantities need a matrix of that size, not {}", group.members.size(),
                                         group.correlation.size),
                             fmt::format("تحتاج {} من الكميات إلى مصفوفة بهذا الحجم لا {}", group.members.size(),
                                         group.correlation.size));
            if (auto wrong = find_correlation_fault(group.correlation)) return matrix_fault(*wrong);
        }
        return {};
    }

    static Error matrix_fault(const CorrelationFault& wrong) {
        Error error{Error::Kind::malformed, wrong.sentence, {}};
        for (std::int32_t i = 0; i < wrong.nearest.size; ++i) {
            std::string row;
            for (std::int32_t j = 0; j < wrong.nearest.size; ++j)
                row += fmt::format("{}{:.4f}", j == 0 ? "" : ", ", wrong.nearest.at(i, j));
            error.hint.en += fmt::format("{}[{}]", i == 0 ? "nearest: [" : ", ", row);
            error.hint.ar += fmt::format("{}[{}]", i == 0 ? "أقرب مصفوفة: [" : ", ", row);
        }
        if (wrong.nearest.size > 0) {
            error.hint.en += "]";
            error.hint.ar += "]";
        }
        return error;
    }

    std::optional<Error> money() const {
        const std::size_t budgets = problem_.data().budgets.size();
        for (std::size_t i = 0; i < model_.costs.size(); ++i) {
            const CostLine& line = model_.costs[i];
            if (line.drawn_with != -1)
                if (auto wrong = index(line.drawn_with, i, "earlier cost line")) return wrong;
            if (auto wrong = activity(line.activity)) return wrong;
            if (auto wrong = index(line.budget, budgets, "budget")) return wrong;
        }
        for (const auto& total : model_.totals) {
            for (const auto each : total.budgets)
                if (auto wrong = index(each, budgets, "budget")) return wrong;
            if (!total.rates.empty() && total.rates.size() != total.budgets.size())
                return fault("a total needs one rate per budget, or none",
                             "يحتاج الإجمالي إلى سعر صرف لكل ميزانية أو لا يحتاج إلى أي سعر");
        }
        return {};
    }

    std::optional<Error> indicators() const {
        for (const auto& indicator : model_.indicators)
            for (const auto& effect : indicator.effects)
                if (auto wrong = activity(effect.activity)) return wrong;
        for (const auto& each : model_.criteria) {
            if (auto wrong = index(each.gate, problem_.data().gates.size(), "gate")) return wrong;
            if (auto wrong = index(each.indicator, model_.indicators.size(), "indicator")) return wrong;
        }
        return {};
    }

    std::optional<Error> questions() const {
        for (const auto& each : model_.questions) {
            if (each.gate != -1)
                if (auto wrong = index(each.gate, problem_.data().gates.size(), "gate")) return wrong;
            if (each.total != -1)
                if (auto wrong = index(each.total, model_.totals.size(), "total")) return wrong;
        }
        return {};
    }

    const problem::Problem& problem_;
    const RiskModel& model_;
};

}  // namespace

std::vector<CostLine> costs_of(const problem::Problem& problem, const problem::Schedule& planned) {
    std::vector<CostLine> lines;
    for (std::int32_t i = 0; i < problem.size(); ++i) {
        if (!planned.chosen(i)) continue;
        for (const auto& expense : problem.activity(i).modes[at(planned.mode[at(i)])].expenses)
            lines.push_back({i, expense.budget, expense.amount, 0, Distribution::certain(1), expense.charge});
    }
    return lines;
}

std::optional<base::Error> find_model_fault(const problem::Problem& problem, const RiskModel& model) {
    return ModelCheck(problem, model).run();
}

}  // namespace masar::forecast
