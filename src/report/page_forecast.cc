// The forecast: how surely the gates, the end, the ceilings and the targets are met, and what drives it.
#include "report/chart_forecast.h"
#include "report/figures.h"
#include "report/forecast_words.h"
#include "report/html_writer.h"
#include "report/page_sections.h"

#include <fmt/format.h>

namespace masar::report {
namespace {

class ForecastSection {
public:
    ForecastSection(const PageContext& page, const plan::Forecast& forecast) : page_(page), forecast_(forecast) {}

    std::string run() {
        html_.open("section").element("h2", page_.word("How surely", "مدى التأكد"));
        html_.element("p", say(forecast_headline(forecast_)) + ".", "class=\"lead\"");
        for (const base::Text& each : forecast_remarks(page_.plan, forecast_))
            html_.element("p", say(each) + ".", "class=\"note\"");
        gates();
        curves();
        drivers();
        money();
        fans();
        html_.element("p",
                      fmt::format("{}: {}. {}", page_.word("How these numbers were obtained", "كيف نتجت هذه الأرقام"),
                                  say(provenance(forecast_)),
                                  page_.word("The same plan and seed give the same numbers.",
                                             "والخطة والبذرة نفسهما تعطيان الأرقام نفسها.")),
                      "class=\"note\"");
        return html_.close().take();
    }

private:
    [[nodiscard]] std::string say(const base::Text& text) const { return text.in(page_.language); }
    void heading(std::initializer_list<std::string_view> words, std::initializer_list<std::string_view> figures) {
        html_.open("div", "class=\"wide\"").open("table").open("thead").open("tr");
        for (const std::string_view each : words) html_.element("th", each, "scope=\"col\"");
        for (const std::string_view each : figures) html_.element("th", each, "scope=\"col\" class=\"num\"");
        html_.close().close().open("tbody");
    }
    void end_table() { html_.close().close().close(); }
    void figure(const std::string& text) { html_.raw_element("td", isolated(text), "class=\"num\""); }

    void gates() {
        if (forecast_.gates.empty()) return;
        heading(
            {page_.word("Gate", "البوابة"), page_.word("Due", "الموعد")},
            {page_.word("Done by then, %", "الإنجاز بحلوله %"), page_.word("Passes, %", "الاجتياز %"),
             page_.word("It and all before, %", "هي وما قبلها %"), page_.word("P50", "P50"), page_.word("P80", "P80")});
        for (const plan::GateForecast& gate : forecast_.gates) {
            html_.open("tr", gate.pass.value < 0.5 ? "class=\"fails\"" : "");
            html_.element("td", page_.name(page_.plan.gates[gate.gate.at()]));
            html_.element("td", date_text(page_, gate.due), "class=\"date\"");
            figure(chance_figure(gate.by_date));
            figure(chance_figure(gate.pass));
            figure(chance_figure(gate.joint_pass));
            figure(date_figure(gate.dates, 0.5));
            figure(date_figure(gate.dates, 0.8));
            html_.close();
        }
        end_table();
        html_.element(
            "p",
            page_.word(
                "± is one standard error of the sampling; the estimates behind it are the plan's.",
                "‏± هو خطأ معياري واحد للمعاينة؛ أما التقديرات نفسها "
                "فمن "
                "الخطة."),
            "class=\"note\"");
    }

    void panel(std::string_view name, const std::string& drawing) {
        if (drawing.empty()) return;
        html_.open("div").element("h4", name).raw(drawing).close();
    }

    void curves() {
        html_.element("h3", page_.word("Chance of being done by a day, %", "احتمال الإنجاز بحلول يوم معين %"));
        html_.open("div", "class=\"indicators\"");
        const std::string_view end = page_.word("End of the plan", "انتهاء الخطة");
        panel(end, curve_chart(page_, {forecast_.curve, forecast_.planned_end, end}));
        for (const plan::GateForecast& gate : forecast_.gates) {
            const std::string& name = page_.name(page_.plan.gates[gate.gate.at()]);
            panel(name, curve_chart(page_, {gate.curve, gate.due, name}));
        }
        html_.close();
    }

    void drivers() {
        const std::string drawing = tornado_chart(page_, forecast_);
        if (drawing.empty()) return;
        html_.element("h3", page_.word("What swings the end", "ما يغيّر موعد الانتهاء"));
        html_.element(
            "p",
            page_.word("Mean end in days from the planned one: when a duration is in its lowest and highest fifth, "
                       "and when a risk does not and does happen.",
                       "متوسط الانتهاء بالأيام عن الموعد المخطط: حين تكون المدة في خُمسها الأدنى والأعلى، وحين لا تقع "
                       "المخاطرة وحين تقع."),
            "class=\"note\"");
        html_.open("figure").open("div", "class=\"wide\"").raw(drawing).close().close();
        drives_table();
    }

    void drives_table() {
        constexpr std::size_t most = 10;
        if (forecast_.drives.empty()) return;
        heading({page_.word("Activity", "النشاط")},
                {page_.word("Critical, %", "الحرج %"), page_.word("Cruciality", "الأثر"),
                 page_.word("Sensitivity index", "مؤشر الحساسية")});
        for (std::size_t i = 0; i < std::min(most, forecast_.drives.size()); ++i) {
            const plan::ActivityDrive& each = forecast_.drives[i];
            if (each.sensitivity < 0.005 && each.criticality.value < 0.005) break;
            html_.open("tr").element("td", page_.name(page_.plan.activities[each.activity.at()]));
            figure(chance_figure(each.criticality));
            figure(fmt::format("{:.2f}", each.cruciality));
            figure(fmt::format("{:.2f}", each.sensitivity));
            html_.close();
        }
        end_table();
    }

    void money() {
        if (forecast_.money.empty()) return;
        html_.element("h3", page_.word("Money as a range", "المال بوصفه مدى"));
        for (std::size_t i = 0; i < page_.plan.sides.size(); ++i) {
            const std::string drawing = money_range_chart(page_, forecast_, base::index_of<plan::SideIndex>(i));
            if (!drawing.empty()) html_.open("figure").open("div", "class=\"wide\"").raw(drawing).close().close();
        }
        html_.open("ul");
        for (const plan::JointConfidence& each : forecast_.joint)
            html_.element("li", say(joint_sentence(page_.plan, each)));
        html_.close();
        frontier();
    }

    void frontier() {
        if (forecast_.frontier.empty()) return;
        constexpr std::size_t most = 6;
        base::Currency currency;
        if (!forecast_.joint.empty()) currency = forecast_.joint.front().currency;
        html_.element("p", fmt::format(fmt::runtime(page_.word("Date and money together at {} confidence:",
                                                               "الموعد والمال معاً بثقة {}:")),
                                       percent_figure(forecast_.joint_level)));
        heading({page_.word("Done by", "الإنجاز بحلول")}, {page_.word("Within", "ضمن")});
        for (std::size_t i = 0; i < std::min(most, forecast_.frontier.size()); ++i) {
            html_.open("tr").element("td", date_text(page_, forecast_.frontier[i].by), "class=\"date\"");
            figure(report::money(forecast_.frontier[i].within / base::minor_per_unit * base::minor_per_unit, currency));
            html_.close();
        }
        end_table();
    }

    void fans() {
        if (forecast_.indicators.empty()) return;
        html_.element("h3", page_.word("Outcomes as fans", "النتائج بوصفها مدى"));
        html_.element(
            "p",
            page_.word("Between P10 and P90 at the end of each fiscal year; below, the chance in percent that the "
                       "target is met.",
                       "بين P10 وP90 في نهاية كل سنة مالية؛ وتحتها احتمال تحقق القيمة المستهدفة بالنسبة المئوية."),
            "class=\"note\"");
        html_.open("div", "class=\"indicators\"");
        for (const plan::IndicatorForecast& each : forecast_.indicators)
            panel(page_.name(page_.plan.indicators[each.indicator.at()]), fan_chart(page_, each));
        html_.close();
    }

    const PageContext& page_;
    const plan::Forecast& forecast_;
    HtmlWriter html_;
};

}  // namespace

std::string forecast_section(const PageContext& page) {
    return page.facts.forecast ? ForecastSection(page, *page.facts.forecast).run() : std::string();
}

}  // namespace masar::report
