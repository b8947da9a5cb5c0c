// Outcomes: how indicators move, from when targets hold, and what each activity is worth at the gates.
#include "report/chart_indicator.h"
#include "report/figures.h"
#include "report/forecast_words.h"
#include "report/html_writer.h"
#include "report/outcome_words.h"
#include "report/page_sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace masar::report {
namespace {

constexpr std::size_t most_worth = 20;

const plan::IndicatorOutcome* outcome_of(const PageContext& page, plan::IndicatorIndex indicator) {
    const auto found = std::ranges::find(page.facts.outcomes.indicators, indicator, &plan::IndicatorOutcome::indicator);
    return found == page.facts.outcomes.indicators.end() || found->years.empty() ? nullptr : &*found;
}

/// Highest and lowest value of all years, each on its day.
std::string extremes(const PageContext& page, const plan::IndicatorOutcome& outcome) {
    const auto peak = std::ranges::max_element(outcome.years, {}, &plan::IndicatorYear::peak);
    const auto trough = std::ranges::min_element(outcome.years, {}, &plan::IndicatorYear::trough);
    return fmt::format("{} {} · {}<br/>{} {} · {}", page.word("peak", "الذروة"), isolated(value_text(peak->peak)),
                       escape_html(date_text(page, peak->peak_on)), page.word("trough", "الأدنى"),
                       isolated(value_text(trough->trough)), escape_html(date_text(page, trough->trough_on)));
}

std::string last_target(const PageContext& page, const plan::IndicatorOutcome& outcome) {
    for (auto year = outcome.years.rbegin(); year != outcome.years.rend(); ++year)
        if (year->target)
            return fmt::format(" <span class=\"muted\">{} {}</span>", page.word("target", "المستهدف"),
                               isolated(base::to_string(*year->target)));
    return {};
}

std::string status_words(const PageContext& page, const IndicatorSeries& series) {
    if (series.points.empty()) return std::string(page.word("no baseline", "بلا خط أساس"));
    std::string words = fmt::format("<b>{}</b>", isolated(value_text(series.points.back().value)));
    const plan::IndicatorOutcome* outcome = outcome_of(page, series.indicator);
    if (!outcome) return words;
    return words + last_target(page, *outcome) + "<div class=\"muted\">" + extremes(page, *outcome) + "</div>";
}

void heading(HtmlWriter& html, const std::vector<std::string>& words, std::size_t figures_from) {
    html.open("div", "class=\"wide\"").open("table").open("thead").open("tr");
    for (std::size_t i = 0; i < words.size(); ++i)
        html.raw_element("th", words[i], i < figures_from ? "scope=\"col\"" : "scope=\"col\" class=\"num\"");
    html.close().close().open("tbody");
}

/// One column a year: the value at its end against its target.
class TargetTable {
public:
    explicit TargetTable(const PageContext& page) : page_(page) {
        for (const plan::IndicatorOutcome& each : page.facts.outcomes.indicators)
            for (const plan::IndicatorYear& year : each.years)
                if (year.target) years_.insert(year.year);
    }

    std::string run() {
        if (years_.empty()) return {};
        html_.element("h3", page_.word("Targets, year by year", "القيم المستهدفة سنة بعد سنة"));
        html_.element(
            "p",
            page_.word("Value at the end of the indicator's fiscal year, and its target below; the last column: "
                       "the earliest year at whose end the last target holds.",
                       "القيمة في نهاية السنة المالية للمؤشر، وتحتها المستهدف؛ والعمود الأخير: أبكر سنة يتحقق في "
                       "نهايتها آخر مستهدف."),
            "class=\"note\"");
        std::vector<std::string> words{std::string(page_.word("Indicator", "المؤشر"))};
        for (const int year : years_) words.push_back(isolated(std::to_string(year)));
        words.emplace_back(page_.word("Holds from", "يتحقق من"));
        heading(html_, words, 1);
        for (const plan::IndicatorOutcome& each : page_.facts.outcomes.indicators) add(each);
        return html_.close().close().close().take();
    }

private:
    void add(const plan::IndicatorOutcome& outcome) {
        const plan::IndicatorYear* last = nullptr;
        for (const plan::IndicatorYear& year : outcome.years)
            if (year.target) last = &year;
        if (!last) return;
        html_.open("tr").element("td", page_.name(page_.plan.indicators[outcome.indicator.at()]));
        for (const int wanted : years_) {
            const auto year = std::ranges::find(outcome.years, wanted, &plan::IndicatorYear::year);
            if (year == outcome.years.end() || !year->target)
                html_.element("td", "–", "class=\"num muted\"");
            else
                cell(*year);
        }
        const std::string from = last->reached ? year_label(page_.plan, outcome.indicator, *last->reached)
                                               : std::string(page_.word("never", "لا يتحقق"));
        html_.raw_element("td", isolated(from), last->reached ? "class=\"num\"" : "class=\"num fails-text\"").close();
    }
    void cell(const plan::IndicatorYear& year) {
        html_.raw_element("td",
                          fmt::format("{}<br/><span class=\"muted\">{}</span>", isolated(value_text(year.end)),
                                      isolated(base::to_string(*year.target))),
                          year.met ? "class=\"num\"" : "class=\"num fails-text\"");
    }

    const PageContext& page_;
    std::set<int> years_;
    HtmlWriter html_;
};

/// What gates and targets would lose.
class WorthTable {
public:
    explicit WorthTable(const PageContext& page) : page_(page) {}

    std::string run() {
        std::size_t rows = 0;
        for (const plan::ActivityWorth& each : page_.facts.outcomes.worth)
            if (moves_indicators(each) && rows++ < most_worth) add(each);
        if (rows == 0) return {};
        HtmlWriter whole;
        whole.element("h3", page_.word("What each activity is worth", "ما يساويه كل نشاط"));
        whole.element(
            "p",
            page_.word("What is lost when it is left out and all else stays on its day; in red what would then "
                       "fail. Chance: points of the gate's chance to pass that go with it.",
                       "ما يضيع إذا حُذف النشاط وبقي ما سواه في موعده؛ وبالأحمر ما يفشل حينها. الاحتمال: ما يضيع "
                       "معه من احتمال اجتياز البوابة."),
            "class=\"note\"");
        const auto word = [&](std::string_view en, std::string_view ar) { return std::string(page_.word(en, ar)); };
        heading(whole,
                {word("Activity", "النشاط"), word("Gate or year", "البوابة أو السنة"), word("Indicator", "المؤشر"),
                 word("With", "معه"), word("Without", "بدونه"), word("Chance, %", "الاحتمال %")},
                3);
        whole.raw(rows_.take()).close().close().close();
        if (rows > most_worth)
            whole.element(
                "p",
                fmt::format(fmt::runtime(page_.word(
                                "{} more are in the JSON of 'masar show … worth'.",
                                "و{} غيرها في مخرجات ‏‎masar show … worth‎ بصيغة JSON.")),
                            rows - most_worth),
                "class=\"note\"");
        return whole.take();
    }

private:
    void add(const plan::ActivityWorth& worth) {
        std::string name = page_.name(page_.plan.activities[worth.activity.at()]);
        for (const plan::GateLoss& each : worth.gates) {
            if (!each.indicator.known()) continue;  // that it is required is said by the gate
            begin(std::exchange(name, ""), page_.name(page_.plan.gates[each.gate.at()]), each.indicator);
            values(each.before, each.after, each.decides);
            const auto* chance =
                page_.facts.forecast ? lost_chance(page_.facts.forecast->lost, worth.activity, each.gate) : nullptr;
            rows_.raw_element("td", isolated(chance ? chance_figure(chance->chance) : "–"), "class=\"num\"").close();
        }
        for (const plan::TargetLoss& each : worth.targets) {
            begin(std::exchange(name, ""), year_label(page_.plan, each.indicator, each.year), each.indicator);
            values(each.before, each.after, true);
            rows_.element("td", "–", "class=\"num\"").close();
        }
    }
    void begin(const std::string& activity, const std::string& where, plan::IndicatorIndex indicator) {
        rows_.open("tr").element("td", activity).element("td", where);
        rows_.element("td", page_.name(page_.plan.indicators[indicator.at()]));
    }
    void values(std::optional<double> before, std::optional<double> after, bool fails) {
        const auto shown = [](std::optional<double> value) { return isolated(value ? value_text(*value) : "–"); };
        rows_.raw_element("td", shown(before), "class=\"num\"");
        rows_.raw_element("td", shown(after), fails ? "class=\"num fails-text\"" : "class=\"num\"");
    }

    const PageContext& page_;
    HtmlWriter rows_;
};

}  // namespace

std::string outcomes_section(const PageContext& page) {
    if (page.facts.indicators.empty()) return {};
    HtmlWriter html;
    html.open("section").element("h2", page.word("Outcomes", "النتائج"));
    html.element(
        "p",
        page.word(
            "Expected value (line), yearly target (dashed), what a gate asks for (diamond, filled where it fails).",
            "القيمة المتوقعة (خط)، والمستهدف السنوي (متقطع)، وما تطلبه البوابة (معيّن، مملوء حيث لا يتحقق)."),
        "class=\"note\"");
    html.open("div", "class=\"indicators\"");
    for (const IndicatorSeries& each : page.facts.indicators) {
        html.open("div").element("h4", page.name(page.plan.indicators[each.indicator.at()]));
        if (!each.points.empty()) html.raw(indicator_chart(page, each));
        html.raw_element("div", status_words(page, each)).close();
    }
    html.close().raw(TargetTable(page).run()).raw(WorthTable(page).run());
    return html.close().take();
}

}  // namespace masar::report
