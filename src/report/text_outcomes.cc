#include "report/text_outcomes.h"

#include "report/figures.h"
#include "report/forecast_words.h"
#include "report/outcome_words.h"
#include "report/text_table.h"
#include "report/text_wrap.h"

#include <utility>

namespace masar::report {
namespace {

using base::Language;
using base::Text;
using Content = TextTable::Content;

std::string titled(const Text& title, const TextTable& table, const Text& when_empty, Language language) {
    const std::string body =
        table.empty() ? wrapped(when_empty.in(language), {.first_indent = "  ", .next_indent = "  "}) : table.print();
    return wrapped(title.in(language)) + body;
}

std::string value_or_dash(const std::optional<double>& value) { return value ? rounded(*value, 4) : "–"; }

/// The rows of one indicator, named in the first.
class IndicatorRows {
public:
    IndicatorRows(const plan::Plan& plan, const plan::IndicatorOutcome& outcome, Language language)
        : plan_(plan), outcome_(outcome), language_(language) {}

    void add_targets(TextTable& table) const {
        std::string name = id();
        for (const plan::IndicatorYear& year : outcome_.years)
            if (year.target)
                table.row({std::exchange(name, ""), label(year.year), rounded(year.end, 4),
                           base::to_string(*year.target), year.met ? "–" : rounded(year.shortfall, 4),
                           year.reached ? label(*year.reached) : Text{"never", "لا يتحقق"}.in(language_)});
    }
    void add_extremes(TextTable& table) const {
        std::string name = id();
        for (const plan::IndicatorYear& year : outcome_.years)
            table.row({std::exchange(name, ""), label(year.year), rounded(year.peak, 4), calendar::to_iso(year.peak_on),
                       rounded(year.trough, 4), calendar::to_iso(year.trough_on)});
    }

private:
    [[nodiscard]] const std::string& id() const { return plan_.indicators[outcome_.indicator.at()].id; }
    [[nodiscard]] std::string label(int year) const { return year_label(plan_, outcome_.indicator, year); }

    const plan::Plan& plan_;
    const plan::IndicatorOutcome& outcome_;
    Language language_;
};

/// Rows of what one activity is worth: a gate's criterion or a year's target each.
class WorthRows {
public:
    WorthRows(const plan::Plan& plan, const WorthTold& told, Language language)
        : plan_(plan), told_(told), language_(language) {}

    void add(const plan::ActivityWorth& worth, TextTable& table) const {
        std::string name = plan_.activities[worth.activity.at()].id;
        for (const plan::GateLoss& each : worth.gates)
            table.row({std::exchange(name, ""), plan_.gates[each.gate.at()].id, indicator(each),
                       value_or_dash(each.before), value_or_dash(each.after), fails(each.decides),
                       chance(worth, each)});
        for (const plan::TargetLoss& each : worth.targets)
            table.row({std::exchange(name, ""), year_label(plan_, each.indicator, each.year),
                       plan_.indicators[each.indicator.at()].id, rounded(each.before, 4), rounded(each.after, 4),
                       fails(true), "–"});
    }

private:
    [[nodiscard]] std::string indicator(const plan::GateLoss& loss) const {
        return loss.indicator.known() ? plan_.indicators[loss.indicator.at()].id
                                      : Text{"required", "مطلوب لها"}.in(language_);
    }
    [[nodiscard]] std::string fails(bool decides) const {
        return decides ? Text{"fails", "تفشل"}.in(language_) : std::string();
    }
    [[nodiscard]] std::string chance(const plan::ActivityWorth& worth, const plan::GateLoss& loss) const {
        const auto* found = loss.indicator.known() ? lost_chance(told_.lost, worth.activity, loss.gate) : nullptr;
        return found ? chance_figure(found->chance) : "–";
    }

    const plan::Plan& plan_;
    const WorthTold& told_;
    Language language_;
};

std::string further(const Text& pattern, std::size_t count, Language language) {
    if (count == 0) return {};
    return wrapped(fill(pattern, ltr(grouped(static_cast<std::int64_t>(count)))).in(language),
                   {.first_indent = "  ", .next_indent = "  "});
}

}  // namespace

std::string targets_text(const plan::Plan& plan, const plan::Outcomes& outcomes, Language language) {
    TextTable table({{{"Indicator", "المؤشر"}, Content::words, 16},
                     {{"Year", "السنة"}},
                     {{"At its end", "في نهايتها"}, Content::figures},
                     {{"Target", "المستهدف"}, Content::figures},
                     {{"Missing", "النقص"}, Content::figures},
                     {{"Holds from", "يتحقق من"}}},
                    language);
    for (const plan::IndicatorOutcome& each : outcomes.indicators)
        IndicatorRows(plan, each, language).add_targets(table);
    return titled({"Targets on expected values (holds from: the earliest year at whose end this target holds)",
                   "القيم المستهدفة وفق القيم المتوقعة (يتحقق من: أبكر سنة يتحقق هذا المستهدف في نهايتها)"},
                  table, {"No indicator has a target.", "لا قيمة مستهدفة لأي مؤشر."}, language);
}

std::string outcomes_text(const plan::Plan& plan, const plan::Outcomes& outcomes, Language language) {
    TextTable table({{{"Indicator", "المؤشر"}, Content::words, 16},
                     {{"Year", "السنة"}},
                     {{"Peak", "الذروة"}, Content::figures},
                     {{"on", "في"}},
                     {{"Trough", "الأدنى"}, Content::figures},
                     {{"on", "في"}}},
                    language);
    for (const plan::IndicatorOutcome& each : outcomes.indicators)
        IndicatorRows(plan, each, language).add_extremes(table);
    return targets_text(plan, outcomes, language) + "\n"
           + titled({"Peak and trough by fiscal year", "الذروة والأدنى بحسب السنة المالية"}, table,
                    {"No indicator has a baseline.", "لا خط أساس لأي مؤشر."}, language);
}

std::string worth_text(const plan::Plan& plan, const WorthTold& told, Language language) {
    TextTable table({{{"Activity", "النشاط"}, Content::words, 14},
                     {{"Gate or year", "البوابة أو السنة"}, Content::words, 12},
                     {{"Indicator", "المؤشر"}, Content::words, 16},
                     {{"With", "معه"}, Content::figures},
                     {{"Without", "بدونه"}, Content::figures},
                     {{"", ""}},
                     {{"Chance %", "الاحتمال %"}, Content::figures}},
                    language);
    const WorthRows rows(plan, told, language);
    std::size_t shown = 0, others = 0, required = 0;
    for (const plan::ActivityWorth& each : told.outcomes.worth) {
        if (!moves_indicators(each))
            ++required;
        else if (shown >= told.most)
            ++others;
        else {
            rows.add(each, table);
            ++shown;
        }
    }
    return titled(
               {"What is lost when an activity is left out and all else stays on its day (chance: points of the gate's "
                "chance to pass that go with what the activity does to indicators)",
                "ما يضيع إذا حُذف نشاط وبقي ما سواه في موعده (الاحتمال: ما يضيع من احتمال اجتياز البوابة مع أثر النشاط في "
                "المؤشرات)"},
               table, {"No activity moves an indicator.", "لا نشاط يغيّر أي مؤشر."}, language)
           + further({"… and {} more activities.", "… وأنشطة أخرى عددها {}."}, others, language)
           + further({"Required by gates without moving an indicator: {} activities.",
                      "أنشطة تتطلبها البوابات دون أن تغيّر مؤشراً: {}."},
                     required, language);
}

}  // namespace masar::report
