// The lints of the logic model that look at indicators: L13 to L16.
#include "lint/lint_report.h"
#include "lint/logic_lints.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::lint {
namespace {

/// Baseline and every effect of active activities in the better direction, as if nothing ever faded and nothing pulled back.
std::vector<base::Decimal> best_values(const Subject& subject) {
    const plan::Plan& plan = subject.plan;
    std::vector<base::Decimal> best(plan.indicators.size());
    for (std::size_t i = 0; i < best.size(); ++i) best[i] = plan.indicators[i].baseline.value_or(base::Decimal{});
    for (const auto index : subject.active) {
        for (const plan::Effect& effect : subject.activity(index).effects) {
            const plan::Indicator* indicator = at(plan.indicators, effect.indicator.value);
            if (!indicator) continue;
            const bool helps = (effect.change > base::Decimal{}) == (indicator->better == plan::Better::up);
            if (helps) best[effect.indicator.value.at()] = best[effect.indicator.value.at()] + effect.change;
        }
    }
    for (std::size_t i = 0; i < best.size(); ++i) {
        if (plan.indicators[i].maximum) best[i] = std::min(best[i], *plan.indicators[i].maximum);
        if (plan.indicators[i].minimum) best[i] = std::max(best[i], *plan.indicators[i].minimum);
    }
    return best;
}

/// The target that asks most; nothing when none is stated.
std::optional<base::Decimal> hardest_target(const plan::Indicator& indicator) {
    std::optional<base::Decimal> out;
    for (const auto& target : indicator.targets) {
        if (!target.value) continue;
        const bool harder =
            !out || (indicator.better == plan::Better::up ? *target.value > *out : *target.value < *out);
        if (harder) out = target.value;
    }
    return out;
}

}  // namespace

void weak_indicator(const Subject& subject, Report& report) {
    Offenders out;
    for (const plan::Indicator& indicator : subject.plan.indicators) {
        base::Text lacks;
        const auto lack = [&](bool missing, std::string_view en, std::string_view ar) {
            if (!missing) return;
            lacks.en += (lacks.en.empty() ? "" : ", ") + std::string(en);
            lacks.ar += (lacks.ar.empty() ? "" : "، ") + std::string(ar);
        };
        lack(!indicator.baseline, "no baseline", "بلا خط أساس");
        lack(indicator.baseline && !indicator.baseline_on, "no baseline date", "بلا تاريخ لخط الأساس");
        lack(indicator.measure.empty(), "no measure", "بلا طريقة قياس");
        if (!lacks.empty()) out.push_back(offender(indicator, lacks));
    }
    report.list(out,
                {"indicators without a baseline, a date or a measure", "مؤشرات بلا خط أساس أو تاريخ أو طريقة قياس"},
                {"baseline: 0.45 on 2027-07-01, measure: …", "baseline: 0.45 on 2027-07-01, measure: …"});
}

void unmoved_indicator(const Subject& subject, Report& report) {
    std::vector<bool> moved(subject.plan.indicators.size());
    for (const plan::Activity& activity : subject.plan.activities)
        for (const plan::Effect& effect : activity.effects)
            if (at(subject.plan.indicators, effect.indicator.value)) moved[effect.indicator.value.at()] = true;
    Offenders out;
    for (std::size_t i = 0; i < moved.size(); ++i)
        if (!moved[i]) out.push_back(offender(subject.plan.indicators[i]));
    report.list(out, {"indicators that no activity moves", "مؤشرات لا يؤثر فيها أي نشاط"},
                {"state the effects of activities on them, or leave them out", "اذكر أثر الأنشطة فيها أو احذفها"});
}

void effect_in_baseline(const Subject& subject, Report& report) {
    Offenders out;
    for (const auto index : subject.active) {
        const plan::Activity& activity = subject.activity(index);
        const auto dates = subject.dates(index);
        for (const plan::Effect& effect : activity.effects) {
            const plan::Indicator* indicator = at(subject.plan.indicators, effect.indicator.value);
            if (!indicator || !indicator->baseline_on || effect.change == base::Decimal{}) continue;
            const bool certain = activity.window.last && *activity.window.last <= *indicator->baseline_on;
            const bool earliest = dates && dates->fits && dates->finish <= *indicator->baseline_on;
            if (certain || earliest)
                out.push_back(
                    {activity.id,
                     effect.place,
                     {fmt::format("{} has its baseline on {}", indicator->id,
                                  calendar::to_iso(*indicator->baseline_on)),
                      fmt::format("خط أساس {} في {}", indicator->id, calendar::to_iso(*indicator->baseline_on))}});
        }
    }
    report.list(out,
                {"effects that finish on or before the baseline date are in the baseline already and are not applied",
                 "آثار تنتهي في تاريخ خط الأساس أو قبله محسوبة فيه ولا تُطبق"},
                {"date the baseline earlier, or drop the effect", "قدّم تاريخ خط الأساس أو احذف الأثر"});
}

void out_of_reach(const Subject& subject, Report& report) {
    const std::vector<base::Decimal> best = best_values(subject);
    const auto beyond = [&](std::size_t i, base::Decimal wanted, bool at_least) {
        return at_least ? best[i] < wanted : best[i] > wanted;
    };
    Offenders out;
    for (std::size_t i = 0; i < best.size(); ++i) {
        const plan::Indicator& indicator = subject.plan.indicators[i];
        const auto target = hardest_target(indicator);
        if (!indicator.baseline || !target || !beyond(i, *target, indicator.better == plan::Better::up)) continue;
        out.push_back(offender(
            indicator,
            {fmt::format("{} wanted, {} at best", base::to_string(*target), base::to_string(best[i])),
             fmt::format("المستهدف {} وأقصى ما يمكن {}", base::to_string(*target), base::to_string(best[i]))}));
    }
    for (const plan::Gate& gate : subject.plan.gates) {
        for (const plan::Criterion& criterion : gate.criteria) {
            const plan::Indicator* indicator = at(subject.plan.indicators, criterion.indicator.value);
            const bool at_least = criterion.comparison == plan::Comparison::at_least;
            // A criterion in the worse direction is no aim; the effects say nothing about it.
            if (!indicator || !indicator->baseline || at_least != (indicator->better == plan::Better::up)) continue;
            const std::size_t i = criterion.indicator.value.at();
            if (!beyond(i, criterion.value, at_least)) continue;
            out.push_back({gate.id,
                           criterion.place,
                           {fmt::format("{}: {} wanted, {} at best", indicator->id, base::to_string(criterion.value),
                                        base::to_string(best[i])),
                            fmt::format("{}: المطلوب {} وأقصى ما يمكن {}", indicator->id,
                                        base::to_string(criterion.value), base::to_string(best[i]))}});
        }
    }
    report.list(out,
                {"targets that the effects of all activities together do not reach",
                 "قيم مستهدفة لا تبلغها آثار جميع الأنشطة مجتمعة"},
                {"plan more, or aim lower", "خطط لمزيد من الأنشطة أو خفّض القيمة المستهدفة"});
}

}  // namespace masar::lint
