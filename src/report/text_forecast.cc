#include "report/text_forecast.h"

#include "report/figures.h"
#include "report/forecast_words.h"
#include "report/outcome_words.h"
#include "report/sentence.h"
#include "report/text_outcomes.h"
#include "report/text_table.h"
#include "report/text_wrap.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace masar::report {
namespace {

using base::Language;
using base::Text;
using Content = TextTable::Content;

constexpr std::size_t most_rows = 8;

class ForecastText {
public:
    ForecastText(const plan::Plan& plan, const plan::Forecast& forecast, Language language)
        : plan_(plan), forecast_(forecast), language_(language) {}

    std::string run() {
        out_ += wrapped(say(forecast_headline(forecast_)) + ".");
        for (const Text& each : forecast_remarks(plan_, forecast_)) out_ += wrapped(say(each) + ".");
        end();
        gates();
        money();
        joint();
        targets();
        outcomes();
        drives();
        tornado();
        merges();
        out_ += "\n" + wrapped(say(provenance(forecast_)) + ".");
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string say(const Text& text) const { return text.in(language_); }
    [[nodiscard]] std::string name(const plan::Record& record) const {
        return record.name.empty() ? record.id : record.name.in(language_);
    }
    void add(const Text& title, const TextTable& table) {
        if (!table.empty()) out_ += "\n" + wrapped(say(title)) + table.print();
    }

    void end() {
        TextTable table(
            {{{"", ""}, Content::words, 30}, {{"P10", "P10"}}, {{"P50", "P50"}}, {{"P80", "P80"}}, {{"P90", "P90"}}},
            language_);
        const auto row = [&](std::string what, const std::vector<plan::DatePercentile>& dates) {
            table.row({std::move(what), date_figure(dates, 0.1), date_figure(dates, 0.5), date_figure(dates, 0.8),
                       date_figure(dates, 0.9)});
        };
        row(say({"End of the plan", "انتهاء الخطة"}), forecast_.end);
        for (const plan::GateForecast& gate : forecast_.gates) row(name(plan_.gates[gate.gate.at()]), gate.dates);
        add({"When (so many of 100 samples are done by then)", "متى (يكتمل بحلوله هذا العدد من كل 100 عينة)"}, table);
    }

    void gates() {
        TextTable table({{{"Gate", "بوابة القرار"}, Content::words, 24},
                         {{"Due", "الموعد"}},
                         {{"Done %", "الإنجاز %"}, Content::figures},
                         {{"Passes %", "الاجتياز %"}, Content::figures},
                         {{"All so far %", "كل ما سبق %"}, Content::figures}},
                        language_);
        for (const plan::GateForecast& gate : forecast_.gates)
            table.row({name(plan_.gates[gate.gate.at()]), calendar::to_iso(gate.due), chance_figure(gate.by_date),
                       chance_figure(gate.pass), chance_figure(gate.joint_pass)});
        add({"Gates on their due dates (passes: its work done and its criteria met; all so far: it and those before "
             "it)",
             "بوابات القرار في مواعيدها (الاجتياز: إنجاز العمل وتحقق المعايير؛ كل ما سبق: هي وما قبلها معاً)"},
            table);
    }

    void money() {
        TextTable table({{{"Side or fund", "الجانب أو الصندوق"}, Content::words, 28},
                         {{"Year", "السنة"}},
                         {{"P10", "P10"}, Content::figures},
                         {{"P50", "P50"}, Content::figures},
                         {{"P90", "P90"}, Content::figures},
                         {{"Ceiling", "السقف"}, Content::figures},
                         {{"Over %", "التجاوز %"}, Content::figures}},
                        language_);
        std::string currencies;
        for (const plan::MoneyForecast& row : forecast_.money) {
            if (row.fund.known() && !row.ceiling) continue;  // the other funds are in the JSON
            const std::string year =
                row.year ? plan_.sides[row.side.at()].fiscal_year.label(*row.year) : say({"all", "الكل"});
            const auto amount = [&](double each) { return whole(amount_at(row.spent, each)); };
            table.row({account(row), year, amount(0.1), amount(0.5), amount(0.9),
                       row.ceiling ? whole(*row.ceiling) : "–", row.ceiling ? chance_figure(row.breach) : "–"});
            const std::string code(row.currency.code());
            if (currencies.find(code) == std::string::npos) currencies += (currencies.empty() ? "" : ", ") + code;
        }
        add(fill({"Money by fiscal year, in 1000 {} (over: chance of spending more than the ceiling)",
                  "الإنفاق بحسب السنة المالية، بآلاف {} (التجاوز: احتمال إنفاق ما يزيد على السقف)"},
                 ltr(currencies)),
            table);
    }
    [[nodiscard]] std::string account(const plan::MoneyForecast& row) const {
        if (row.fund.known()) return name(plan_.funds[row.fund.at()]);
        return row.side.known() ? name(plan_.sides[row.side.at()]) : say(account_name(plan_, row));
    }
    /// In thousands: nobody foresees more.
    [[nodiscard]] static std::string whole(std::int64_t minor) {
        constexpr std::int64_t thousand = 1000 * base::minor_per_unit;
        return grouped((minor + thousand / 2) / thousand);
    }

    void joint() {
        if (forecast_.joint.empty()) return;
        out_ += "\n" + wrapped(say({"Date and money together:", "الموعد والمال معاً:"}));
        for (const plan::JointConfidence& each : forecast_.joint)
            out_ += wrapped(say(joint_sentence(plan_, each)), {.first_indent = "  - ", .next_indent = "    "});
    }

    /// Values are counted in a thousand bins: three figures are what is known.
    [[nodiscard]] static std::string in_bins(double value) { return fmt::format("{:.3g}", value); }

    void targets() {
        TextTable table({{{"Indicator", "المؤشر"}, Content::words, 22},
                         {{"Year", "السنة"}},
                         {{"P10", "P10"}, Content::figures},
                         {{"P50", "P50"}, Content::figures},
                         {{"P90", "P90"}, Content::figures},
                         {{"Target", "المستهدف"}, Content::figures},
                         {{"Met %", "التحقق %"}, Content::figures},
                         {{"Surely", "بثقة"}}},
                        language_);
        for (const plan::IndicatorForecast& each : forecast_.indicators)
            for (const auto& year : each.years) {
                if (!year.target || year.met.value >= 0.995) continue;
                const plan::Indicator& indicator = plan_.indicators[each.indicator.at()];
                table.row({name(indicator), year_label(plan_, each.indicator, year.year), in_bins(year.low),
                           in_bins(year.middle), in_bins(year.high), base::to_string(*year.target),
                           chance_figure(year.met),
                           year.surely ? year_label(plan_, each.indicator, *year.surely) : "–"});
            }
        add({"Targets that may be missed (surely: the earliest year in which this target holds in 80 of 100 samples)",
             "قيم مستهدفة قد لا تتحقق (بثقة: أبكر سنة يتحقق فيها هذا المستهدف في 80 من كل 100 عينة)"},
            table);
    }

    void outcomes() {
        if (forecast_.outcomes.indicators.empty()) return;
        out_ += "\n" + targets_text(plan_, forecast_.outcomes, language_);
        out_ += "\n" + worth_text(plan_, {forecast_.outcomes, forecast_.lost, most_rows}, language_);
    }

    void drives() {
        TextTable table({{{"Activity", "النشاط"}, Content::words, 12},
                         {{"Name", "الاسم"}, Content::words, 34},
                         {{"Critical %", "الحرج %"}, Content::figures},
                         {{"Cruciality", "الأثر"}, Content::figures},
                         {{"Index", "المؤشر"}, Content::figures}},
                        language_);
        for (std::size_t i = 0; i < std::min(most_rows, forecast_.drives.size()); ++i) {
            const plan::ActivityDrive& each = forecast_.drives[i];
            if (each.sensitivity < 0.005 && each.criticality.value < 0.005) break;
            const plan::Activity& activity = plan_.activities[each.activity.at()];
            table.row({activity.id, name(activity), chance_figure(each.criticality),
                       fmt::format("{:.2f}", each.cruciality), fmt::format("{:.2f}", each.sensitivity)});
        }
        add({"What drives the end (critical: in so many samples; cruciality: correlation with the end; index: both)",
             "ما يحدد موعد الانتهاء (الحرج: نسبة العينات؛ الأثر: ارتباطه بالانتهاء؛ المؤشر: كلاهما)"},
            table);
    }

    void tornado() {
        TextTable table({{{"Input", "العامل"}, Content::words, 12},
                         {{"Name", "الاسم"}, Content::words, 34},
                         {{"Low", "أدنى"}, Content::figures},
                         {{"High", "أعلى"}, Content::figures},
                         {{"Swing", "الفرق"}, Content::figures}},
                        language_);
        for (std::size_t i = 0; i < std::min(most_rows, forecast_.tornado.size()); ++i) {
            const plan::TornadoBar& bar = forecast_.tornado[i];
            if (!is_more_than_chance(bar)) continue;
            const plan::Record& record = input_of(plan_, bar);
            table.row({record.id, name(record), fmt::format("{:+.1f}", bar.low), fmt::format("{:+.1f}", bar.high),
                       fmt::format("{:.1f} ± {:.1f}", std::abs(bar.high - bar.low), bar.error)});
        }
        add({"Tornado: mean end in days from the planned one, when the input is low (a risk: does not happen) and high",
             "مخطط الإعصار: متوسط الانتهاء بالأيام عن الموعد المخطط حين يكون العامل أدنى (المخاطرة: لا تقع) وأعلى"},
            table);
    }

    void merges() {
        TextTable table({{{"Activity", "النشاط"}, Content::words, 12},
                         {{"Name", "الاسم"}, Content::words, 34},
                         {{"Latest before it", "آخر ما قبله"}, Content::words, 16},
                         {{"Days", "الأيام"}, Content::figures}},
                        language_);
        for (std::size_t i = 0; i < std::min<std::size_t>(5, forecast_.merges.size()); ++i) {
            const plan::MergeForecast& each = forecast_.merges[i];
            if (each.days < 0.05) break;
            const plan::Activity& activity = plan_.activities[each.activity.at()];
            table.row({activity.id, name(activity), each.latest.known() ? plan_.activities[each.latest.at()].id : "–",
                       fmt::format("{:.1f}", each.days)});
        }
        add({"Merge bias: days lost on average because several must all be done",
             "أثر الالتقاء: أيام تضيع في المتوسط لوجوب إنجاز عدة أنشطة معاً"},
            table);
    }

    const plan::Plan& plan_;
    const plan::Forecast& forecast_;
    Language language_;
    std::string out_;
};

/// "-3.5 ± 0.2"
std::string days_figure(plan::Sampled days) { return fmt::format("{:.1f} ± {:.1f}", days.value, days.error); }

/// The gate that the change moves most, for better or worse.
const plan::GateShift* most_moved(const plan::WhatIf& change) {
    const plan::GateShift* most = nullptr;
    for (const plan::GateShift& each : change.gates) {
        const auto size = [](const plan::GateShift& shift) {
            return std::abs(shift.days.value) + 100 * std::abs(shift.pass);
        };
        if (std::abs(each.days.value) < 0.05 && std::abs(each.pass) < 0.0005) continue;
        if (!most || size(each) > size(*most)) most = &each;
    }
    return most;
}

std::vector<std::string> what_if_row(const plan::Plan& plan, const plan::WhatIf& each, Language language) {
    std::string subject = each.change;
    if (each.risk.known()) subject = plan.risks[each.risk.at()].id + ", " + change_words(each.kind).in(language);
    const std::string cost = each.cost ? grouped(each.cost->minor / base::minor_per_unit / 1000) : "–";
    const plan::GateShift* gate = most_moved(each);
    const auto gate_name = [&] {
        const plan::Gate& source = plan.gates[gate->gate.at()];
        return source.name.empty() ? source.id : source.name.in(language);
    };
    return {subject,
            days_figure(each.days),
            gate ? gate_name() : "–",
            gate ? days_figure(gate->days) : "–",
            gate ? fmt::format("{:+.1f}", 100 * gate->pass) : "–",
            cost,
            each.days_per_thousand ? fmt::format("{:.2f}", *each.days_per_thousand * 1000) : "–"};
}

}  // namespace

std::string forecast_text(const plan::Plan& plan, const plan::Forecast& forecast, Language language) {
    return ForecastText(plan, forecast, language).run();
}

std::string what_if_text(const WhatIfAnswer& answer, Language language) {
    if (answer.changes.empty())
        return wrapped(Text{"There is nothing to compare: the plan has no risk in numbers.",
                            "لا يوجد ما يُقارن: ليس في الخطة مخاطرة بالأرقام."}
                           .in(language));
    const plan::WhatIf& first = answer.changes.front();
    const std::string percent = fmt::format("P{:.0f}", 100 * first.probability);
    std::string out = wrapped(
        fill(
            {"{} of the end is {}. Each change by itself, with the same random numbers: days earlier at the "
             "end; the gate "
             "that it moves most, days earlier and points of its chance to pass; cost in thousands, and days "
             "of the end (or "
             "of that gate) per million.",
             "‏{} لموعد الانتهاء {}. وكل تغيير على حدة بالأعداد العشوائية نفسها: أيام "
             "التبكير "
             "في "
             "الانتهاء؛ "
             "والبوابة الأشد تأثراً وأيام "
             "تبكيرها ونقاط احتمال اجتيازها؛ والتكلفة بالآلاف، وأيام الانتهاء (أو تلك البوابة) لكل مليون."},
            ltr(percent), first.before ? date_text(*first.before) : Text{"not reached", "غير محقق"})
            .in(language));
    TextTable table({{{"Change", "التغيير"}, Content::words, 24},
                     {{"End", "الانتهاء"}, Content::figures},
                     {{"Gate", "بوابة القرار"}, Content::words, 16},
                     {{"Gate", "البوابة"}, Content::figures},
                     {{"Passes", "الاجتياز"}, Content::figures},
                     {{"Cost", "التكلفة"}, Content::figures},
                     {{"Per M", "لكل مليون"}, Content::figures}},
                    language);
    for (const plan::WhatIf& each : answer.changes) table.row(what_if_row(answer.plan, each, language));
    if (answer.together) {
        auto row = what_if_row(answer.plan, *answer.together, language);
        row[0] = Text{"All together", "كلها معاً"}.in(language);
        table.row(std::move(row));
    }
    out += "\n" + table.print();
    for (const Text& each : forecast_remarks(answer.plan, answer.forecast))
        out += "\n" + wrapped(each.in(language) + ".");
    return out + "\n" + wrapped(provenance(answer.forecast).in(language) + ".");
}

}  // namespace masar::report
