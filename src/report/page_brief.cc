// The brief: one sheet that says whether the roadmap is on track, how surely, what it costs, and what waits for a decision.
#include "report/chart_budget.h"
#include "report/chart_lines.h"
#include "report/figures.h"
#include "report/forecast_words.h"
#include "report/html_writer.h"
#include "report/page_sections.h"
#include "report/sentence.h"
#include "report/views/gate_json.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::report {
namespace {

class Brief {
public:
    explicit Brief(const PageContext& page) : page_(page) {}

    std::string run() {
        html_.raw(summary_section(page_));
        gates();
        money();
        decisions();
        const std::string drawing = lines_chart(page_);
        if (!drawing.empty()) {
            section(page_.word("The roadmap by line of effort", "خارطة الطريق حسب مسارات العمل"));
            html_.open("figure").open("div", "class=\"wide\"").raw(drawing).close().close().close();
        }
        obtained();
        return html_.take();
    }

private:
    void section(std::string_view name) { html_.open("section").element("h2", name); }
    void figure(const std::string& text, bool fails = false) {
        html_.raw_element("td", isolated(text), fails ? "class=\"num fails-text\"" : "class=\"num\"");
    }
    void open_table() { html_.open("div", "class=\"wide\"").open("table").open("thead").open("tr"); }
    void begin_rows() { html_.close().close().open("tbody"); }
    void close_table() { html_.close().close().close(); }

    [[nodiscard]] const plan::GateForecast* forecast_of(plan::GateIndex gate) const {
        if (!page_.facts.forecast) return nullptr;
        const auto& gates = page_.facts.forecast->gates;
        const auto found = std::ranges::find(gates, gate, &plan::GateForecast::gate);
        return found == gates.end() ? nullptr : &*found;
    }

    void gates() {
        if (page_.timetable.gates.empty()) return;
        section(page_.word("Decision gates", "بوابات القرار"));
        open_table();
        for (const std::string_view each : {page_.word("Gate", "البوابة"), page_.word("Due", "الموعد"),
                                            page_.word("Required work done", "إنجاز العمل المطلوب")})
            html_.element("th", each, "scope=\"col\"");
        html_.element("th", page_.word("Chance to pass, %", "احتمال الاجتياز %"), "scope=\"col\" class=\"num\"");
        html_.element("th", page_.word("On expected values", "بحسب القيم المتوقعة"), "scope=\"col\"");
        begin_rows();
        for (const plan::GateOutcome& each : page_.timetable.gates) gate_row(each);
        close_table();
        html_.close();
    }

    void gate_row(const plan::GateOutcome& gate) {
        const bool fine = passes(gate);
        html_.open("tr", fine ? "" : "class=\"fails\"").open("td");
        html_.element("b", page_.name(page_.plan.gates[gate.gate.at()])).close();
        html_.element("td", date_text(page_, gate.due), "class=\"date\"");
        html_.element(
            "td", gate.date ? date_text(page_, *gate.date) : std::string(page_.word("not all chosen", "لم تُختر كلها")),
            "class=\"date\"");
        const plan::GateForecast* odds = forecast_of(gate.gate);
        figure(odds ? chance_figure(odds->pass) : "–", odds && odds->pass.value < 0.5);
        html_.element("td",
                      fine ? page_.word("would be passed", "ستُجتاز") : page_.word("would not be passed", "لن تُجتاز"),
                      fine ? "" : "class=\"fails-text\"");
        html_.close();
    }

    [[nodiscard]] const plan::MoneyForecast* forecast_of(const plan::Spending& total) const {
        if (!page_.facts.forecast) return nullptr;
        for (const plan::MoneyForecast& each : page_.facts.forecast->money)
            if (each.side == total.side && !each.fund.known() && each.year == total.year) return &each;
        return nullptr;
    }

    void money() {
        if (page_.timetable.spending.empty()) return;
        section(page_.word("Money against ceilings", "المال مقابل السقوف"));
        for (std::size_t i = 0; i < page_.plan.sides.size(); ++i) {
            const auto totals = side_totals(page_.timetable, base::index_of<plan::SideIndex>(i));
            if (!totals.empty()) side_table(page_.plan.sides[i], totals);
        }
        html_.close();
    }

    void side_table(const plan::Side& side, const std::vector<const plan::Spending*>& totals) {
        open_table();
        html_.open("th", "scope=\"col\"")
            .text(page_.name(side))
            .raw(" " + isolated(totals.front()->currency.code()))
            .close();
        for (const plan::Spending* each : totals)
            html_.raw_element("th", isolated(side.fiscal_year.label(each->year)), "scope=\"col\" class=\"num\"");
        begin_rows();
        html_.open("tr").element("td", page_.word("Planned", "المخطط"));
        for (const plan::Spending* each : totals)
            figure(report::money(each->minor, {}), each->ceiling_minor && each->minor > *each->ceiling_minor);
        html_.close().open("tr").element("td", page_.word("Ceiling", "السقف"));
        for (const plan::Spending* each : totals)
            figure(each->ceiling_minor ? report::money(*each->ceiling_minor, {}) : std::string("–"));
        html_.close();
        if (page_.facts.forecast) {
            html_.open("tr").element("td", page_.word("Chance above it, %", "احتمال تجاوزه %"));
            for (const plan::Spending* each : totals) {
                const plan::MoneyForecast* odds = forecast_of(*each);
                const bool told = odds && odds->ceiling;
                figure(told ? rounded(100 * odds->breach.value, 1) : "–", told && odds->breach.value >= 0.05);
            }
            html_.close();
        }
        close_table();
    }

    [[nodiscard]] std::vector<std::string> open_questions() const {
        constexpr std::size_t most = 3;
        std::vector<std::string> found;
        for (const plan::GateOutcome& gate : page_.timetable.gates)
            if (!passes(gate)) found.push_back(gate_question(gate));
        for (std::size_t i = 0; i < std::min(most, page_.timetable.violations.size()); ++i)
            found.push_back(sentence(page_.timetable.violations[i], page_.plan).in(page_.language));
        const calendar::Date today = page_.plan.as_of ? page_.plan.as_of->value : page_.plan.start.value;
        std::size_t told = 0;
        for (const plan::NoticeDue& each : page_.timetable.notices)
            if (each.request_by >= today && told++ < most)
                found.push_back(sentence(each, page_.plan).in(page_.language));
        return found;
    }

    [[nodiscard]] std::string gate_question(const plan::GateOutcome& gate) const {
        std::string reason;
        if (gate.late_days > 0 || !gate.date) reason = sentence(gate, page_.plan).in(page_.language);
        for (const plan::CriterionOutcome& each : gate.criteria)
            if (!each.met && reason.empty()) reason = sentence(each, page_.plan).in(page_.language);
        return fmt::format("{}: {}", page_.name(page_.plan.gates[gate.gate.at()]), reason);
    }

    void decisions() {
        const std::vector<std::string> questions = open_questions();
        if (questions.empty()) return;
        section(
            page_.word("What needs a decision, and what must be sent next", "ما يحتاج إلى قرار، وما يجب إرساله تالياً"));
        html_.open("ul", "class=\"violations\"");
        for (const std::string& each : questions) html_.element("li", each);
        html_.close().close();
    }

    /// One line: enough to obtain every number again.
    void obtained() {
        html_.open("p", "class=\"note\"");
        html_.text(page_.word("Obtained with", "حُسبت ببرنامج"))
            .text(" ")
            .raw(isolated("masar " + page_.facts.program_version));
        html_.text(page_.word(", plan ", "، الخطة ")).raw(isolated(page_.facts.input_hash.substr(0, 16)));
        if (page_.facts.forecast)
            html_.text(page_.word("; ", "؛ ")).text(provenance(*page_.facts.forecast).in(page_.language));
        html_.text(".").close();
    }

    const PageContext& page_;
    HtmlWriter html_;
};

}  // namespace

std::string brief_sections(const PageContext& page) { return Brief(page).run(); }

}  // namespace masar::report
