#include "report/forecast_words.h"

#include "base/plural.h"
#include "report/figures.h"
#include "report/sentence.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace masar::report {

using base::Text;

std::string percent_figure(double part) { return fmt::format("{:.1f} %", 100 * part); }

std::string chance_figure(plan::Sampled chance) {
    return fmt::format("{:.1f} ± {:.1f}", 100 * chance.value, 100 * chance.error);
}

std::string date_figure(const std::vector<plan::DatePercentile>& dates, double probability) {
    const auto found = std::ranges::find(dates, probability, &plan::DatePercentile::probability);
    return found == dates.end() || !found->date ? "–" : calendar::to_iso(*found->date);
}

std::int64_t amount_at(const std::vector<plan::AmountPercentile>& amounts, double probability) {
    const auto found = std::ranges::find(amounts, probability, &plan::AmountPercentile::probability);
    return found == amounts.end() ? 0 : found->minor;
}

Text forecast_headline(const plan::Forecast& forecast) {
    const auto p80 = std::ranges::find(forecast.end, 0.8, &plan::DatePercentile::probability);
    const Text planned =
        fill({"The plan ends by {} in {} of the samples", "تنتهي الخطة في موعد أقصاه {} في {} من العينات"},
             date_text(forecast.planned_end), ltr(percent_figure(forecast.by_planned_end.value)));
    if (p80 == forecast.end.end() || !p80->date) return planned;
    return fill({"{}; 80 % of them end by {} (± {} days)",
                 "{}؛ وينتهي ‎80 %‎ منها في موعد أقصاه {} (‏± {} يوم)"},
                planned, date_text(*p80->date), ltr(fmt::format("{:.1f}", p80->error_days)));
}

Text provenance(const plan::Forecast& forecast) {
    Text words = fill({"{} samples, seed {}", "عدد العينات {}، البذرة {}"}, ltr(grouped(forecast.samples)),
                      ltr(std::to_string(forecast.seed)));
    const Text manner =
        forecast.manner == plan::SimulationManner::network
            ? Text{"links, calendars and windows, people's dates kept", "الارتباطات والتقاويم والنوافذ مع حفظ المواعيد"}
            : Text{"the planned order replayed under people and places", "إعادة الترتيب المخطط في حدود الموارد"};
    words = fill({"{}; {}", "{}؛ {}"}, words, manner);
    if (forecast.latin_hypercube) words = fill({"{}; Latin hypercube", "{}؛ معاينة المكعب اللاتيني"}, words);
    return fill({"{}; uncertain durations: {}, risks: {}, branches: {}, correlations: {}",
                 "{}؛ المدد غير المؤكدة: {}، المخاطر: {}، التفرعات: {}، الارتباطات: {}"},
                words, ltr(std::to_string(forecast.uncertain_activities)), ltr(std::to_string(forecast.risks)),
                ltr(std::to_string(forecast.branches)), ltr(std::to_string(forecast.correlations)));
}

std::vector<Text> forecast_remarks(const plan::Plan& plan, const plan::Forecast& forecast) {
    std::vector<Text> remarks;
    const Text samples = ltr(grouped(forecast.samples)), asked = ltr(grouped(forecast.asked));
    const bool part = forecast.to - forecast.from < forecast.asked && !forecast.stopped && !forecast.converged;
    if (forecast.stopped)
        remarks.push_back(fill({"Stopped after {} of {} samples: the numbers are of these",
                                "أُوقفت بعد {} من {} من العينات، والأرقام منها وحدها"},
                               samples, asked));
    if (forecast.converged)
        remarks.push_back(fill({"Ended after {} of {} samples: the error asked for was reached",
                                "انتهت بعد {} من {} من العينات ببلوغ الخطأ المطلوب"},
                               samples, asked));
    if (part)
        remarks.push_back(fill({"A part: samples {} to {} of {}; 'masar merge-runs' joins the parts",
                                "جزء: العينات من {} إلى {} من {}؛ ويجمع «masar merge-runs» الأجزاء"},
                               ltr(grouped(forecast.from)), ltr(grouped(forecast.to - 1)), asked));
    if (forecast.contradictory > 0)
        remarks.push_back(
            fill({"In {} samples a greatest lag could not be kept", "تعذر في {} من العينات حفظ أقصى فاصل"},
                 ltr(grouped(forecast.contradictory))));
    if (forecast.shown_to.known()) remarks.push_back(shown_to_sentence(plan, forecast.shown_to));
    return remarks;
}

Text shown_to_sentence(const plan::Plan& plan, plan::SideIndex side) {
    return fill(
        {"Shown to {}: made of what is released to it, loads, sums and chances too; the dates were found with the limits of "
         "all sides",
         "معروض للجانب {}: أُعدّ مما أُفرج له عنه، ومنه الأحمال والمجاميع والاحتمالات؛ أما المواعيد فوُضعت بقيود جميع الجوانب"},
        named(plan.sides[side.at()]));
}

Text account_name(const plan::Plan& plan, const plan::MoneyForecast& row) {
    if (row.fund.known()) return named(plan.funds[row.fund.at()]);
    if (row.side.known()) return named(plan.sides[row.side.at()]);
    return {"All sides", "جميع الجوانب"};
}

Text joint_sentence(const plan::Plan& plan, const plan::JointConfidence& joint) {
    const Text who = joint.side.known() ? named(plan.sides[joint.side.at()]) : Text{"All sides", "جميع الجوانب"};
    return fill({"{}: everything done by {} and within {}: {}", "{}: إنجاز كل شيء في موعد أقصاه {} وضمن {}: {}"}, who,
                date_text(joint.by), ltr(money(joint.within, joint.currency)), ltr(percent_figure(joint.chance.value)));
}

bool is_more_than_chance(const plan::TornadoBar& bar) { return std::abs(bar.high - bar.low) > 2 * bar.error; }

const plan::Record& input_of(const plan::Plan& plan, const plan::TornadoBar& bar) {
    if (bar.risk.known()) return plan.risks[bar.risk.at()];
    return plan.activities[bar.activity.at()];
}

Text change_words(plan::WhatIf::Kind kind) {
    switch (kind) {
        case plan::WhatIf::Kind::without: return {"without it", "بدونها"};
        case plan::WhatIf::Kind::mitigated: return {"mitigated", "مع التخفيف"};
        case plan::WhatIf::Kind::unmitigated: return {"not mitigated", "دون تخفيف"};
        case plan::WhatIf::Kind::set: break;
    }
    return {"changed", "بعد التغيير"};
}

}  // namespace masar::report
