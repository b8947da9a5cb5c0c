// The money section: a drawing and a table per side, in that side's own fiscal years.
#include "report/chart_budget.h"
#include "report/figures.h"
#include "report/html_writer.h"
#include "report/page_sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace masar::report {
namespace {

using Rows = std::vector<const plan::Spending*>;

/// Funds of one side that are charged, in the plan's order.
std::vector<plan::FundIndex> funds_of(const plan::Timetable& timetable, plan::SideIndex side) {
    std::set<plan::FundIndex> funds;
    for (const plan::Spending& each : timetable.spending)
        if (each.side == side && each.fund.known()) funds.insert(each.fund);
    return {funds.begin(), funds.end()};
}

const plan::Spending* spending_of(const plan::Timetable& timetable, const plan::Spending& total, plan::FundIndex fund) {
    const auto found = std::ranges::find_if(timetable.spending, [&](const plan::Spending& each) {
        return each.side == total.side && each.fund == fund && each.year == total.year;
    });
    return found == timetable.spending.end() ? nullptr : &*found;
}

void amount_cell(HtmlWriter& html, const plan::Spending* spending) {
    if (!spending) {
        html.raw_element("td", isolated("0"), "class=\"num muted\"");
        return;
    }
    const bool over = spending->ceiling_minor && spending->minor > *spending->ceiling_minor;
    const std::string amount = money(spending->minor, {});
    html.raw_element("td", isolated(amount), over ? "class=\"num fails-text\"" : "class=\"num\"");
}

void head(HtmlWriter& html, const PageContext& page, const Rows& totals) {
    const plan::Side& side = page.plan.sides[totals.front()->side.at()];
    html.open("thead").open("tr");
    html.open("th", "scope=\"col\"").text(page.name(side)).raw(" " + isolated(totals.front()->currency.code())).close();
    for (const plan::Spending* total : totals)
        html.raw_element("th", isolated(side.fiscal_year.label(total->year)), "scope=\"col\" class=\"num\"");
    html.close().close();
}

void fund_row(HtmlWriter& html, const PageContext& page, const Rows& totals, plan::FundIndex fund) {
    html.open("tr").element("td", page.name(page.plan.funds[fund.at()]));
    for (const plan::Spending* total : totals) amount_cell(html, spending_of(page.timetable, *total, fund));
    html.close();
}

void total_rows(HtmlWriter& html, const PageContext& page, const Rows& totals) {
    html.open("tr", "class=\"total\"").element("td", page.word("All funds", "كل الصناديق"));
    for (const plan::Spending* total : totals) amount_cell(html, total);
    html.close().open("tr").element("td", page.word("Ceiling", "السقف"));
    for (const plan::Spending* total : totals)
        html.raw_element("td",
                         total->ceiling_minor ? isolated(money(*total->ceiling_minor, {}))
                                              : std::string(page.word("none", "بلا سقف")),
                         "class=\"num muted\"");
    html.close();
}

void side_table(HtmlWriter& html, const PageContext& page, plan::SideIndex side) {
    const Rows totals = side_totals(page.timetable, side);
    if (totals.empty()) return;
    html.open("div", "class=\"wide\"").open("table");
    head(html, page, totals);
    html.open("tbody");
    for (const plan::FundIndex fund : funds_of(page.timetable, side)) fund_row(html, page, totals, fund);
    total_rows(html, page, totals);
    html.close().close().close();
}

}  // namespace

std::string money_section(const PageContext& page) {
    if (page.timetable.spending.empty()) return {};
    HtmlWriter html;
    html.open("section").element("h2", page.word("Money", "المال"));
    html.element("p",
                 page.word("Each side in its own fiscal years; each year is drawn where it lies.",
                           "كل جانب بسنواته المالية؛ وكل سنة مرسومة في موضعها الزمني."),
                 "class=\"note\"");
    for (std::size_t i = 0; i < page.plan.sides.size(); ++i) {
        const auto side = base::index_of<plan::SideIndex>(i);
        if (const std::string drawing = budget_chart(page, side); !drawing.empty())
            html.open("figure").open("div", "class=\"wide\"").raw(drawing).close().close();
        side_table(html, page, side);
    }
    return html.close().take();
}

}  // namespace masar::report
