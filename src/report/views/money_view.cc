#include "report/views/money_view.h"

#include "base/plural.h"
#include "plan/exchange_rates.h"
#include "report/figures.h"
#include "report/sentence.h"
#include "report/views/view_json.h"

#include <algorithm>

namespace masar::report {
namespace {

using base::JsonWriter;
using base::Text;

constexpr base::Noun ceilings{"ceiling", "ceilings", "سقف واحد", "سقفان", "سقفين", "سقوف", "سقفاً", "سقف"};
constexpr double eighty = 0.8;

class MoneyPage {
public:
    MoneyPage(const ViewSource& source, base::Currency currency)
        : source_(source), plan_(source.plan), reader_(source.reader), book_(source, currency), currency_(currency) {}

    std::string write() {
        json_.begin_object();
        write_heading(json_, source_);
        json_.field_or_null("currency", text_or_none(std::string(currency_.code())));
        write_both(json_, "finding", finding());
        json_.key("sides").begin_array();
        for (std::size_t s = 0; s < plan_.sides.size(); ++s) write_side(base::index_of<plan::SideIndex>(s));
        return json_.end_array().end_object().take();
    }

private:
    /// How many of the ceilings that the reader knows are exceeded by what is planned.
    [[nodiscard]] Text finding() const {
        std::int64_t known = 0, exceeded = 0;
        const auto look = [&](AccountName account, int year) {
            const auto ceiling = book_.ceiling(account, year);
            known += ceiling ? 1 : 0;
            exceeded += ceiling && book_.sum(account, year, Measure::planned) > *ceiling ? 1 : 0;
        };
        for (std::size_t s = 0; s < plan_.sides.size(); ++s) {
            const auto side = base::index_of<plan::SideIndex>(s);
            for (const int year : book_.years_of(side)) {
                look({side, {}}, year);
                for (std::size_t f = 0; f < plan_.funds.size(); ++f)
                    if (plan_.funds[f].side.value == side) look({side, base::index_of<plan::FundIndex>(f)}, year);
            }
        }
        if (known == 0) return {"No ceiling is stated", "لا سقف مذكور"};
        const Text all = base::counted(ceilings, known, base::Case::after);
        if (exceeded == 0) return fill({"Planned cost keeps {}", "التكلفة المخططة ضمن {}"}, all);
        return fill({"Planned cost exceeds {} of {}", "تتجاوز التكلفة المخططة {} من أصل {}"},
                    Text{grouped(exceeded), base::counted(ceilings, exceeded, base::Case::after).ar}, all);
    }

    void write_side(plan::SideIndex side) {
        const plan::Side& record = plan_.sides[side.at()];
        const AccountName account{side, {}};
        json_.begin_object().field("side", record.id);
        write_name(json_, source_, record);
        json_.field_or_null("currency", text_or_none(std::string(book_.currency_of(account).code())));
        json_.field("partial", !reader_.reads_all_of(side));
        // Nobody else knows whether a side has ceilings, so that none is not taken for unlimited.
        const bool any_told = !book_years_with_ceiling(account).empty();
        write_years(account, reader_.reads_all_of(side) || any_told);
        json_.key("funds").begin_array();
        for (std::size_t f = 0; f < plan_.funds.size(); ++f)
            if (plan_.funds[f].side.value == side) write_fund(base::index_of<plan::FundIndex>(f));
        json_.end_array().end_object();
    }

    [[nodiscard]] std::vector<int> book_years_with_ceiling(AccountName account) const {
        std::vector<int> years = book_.years_of(account.side);
        std::erase_if(years, [&](int year) { return !book_.ceiling(account, year); });
        return years;
    }

    void write_fund(plan::FundIndex index) {
        const plan::Fund& fund = plan_.funds[index.at()];
        const AccountName account{fund.side.value, index};
        json_.begin_object();
        write_identity(json_, source_, fund);
        write_released(json_, "authority", reader_.reads(fund, "authority"),
                       [&] { fund.authority.empty() ? json_.null() : json_.value(fund.authority); });
        const auto date = [&](std::string_view key, const std::optional<calendar::Date>& day) {
            write_released(json_, key, reader_.reads(fund, key),
                           [&] { day ? json_.value(calendar::to_iso(*day)) : json_.null(); });
        };
        date("opens", fund.opens);
        date("closes", fund.closes);
        json_.field_or_null("currency", text_or_none(std::string(book_.currency_of(account).code())));
        write_years(account, reader_.reads(fund, "ceiling"));
        json_.end_object();
    }

    void write_years(AccountName account, bool ceilings_told) {
        json_.key("years").begin_array();
        for (const int year : book_.years_of(account.side)) write_year(account, year, ceilings_told);
        json_.end_array();
    }

    void write_year(AccountName account, int year, bool ceilings_told) {
        const calendar::FiscalYear years = plan_.sides[account.side.at()].fiscal_year;
        const calendar::DatePeriod days = years.days_of(year);
        json_.begin_object().field("year", year).field("label", years.label(year));
        write_date(json_, "first", days.first);
        write_date(json_, "last", days.last);
        const auto ceiling = book_.ceiling(account, year);
        const std::int64_t planned = book_.sum(account, year, Measure::planned);
        amount("ceiling", ceilings_told, ceiling);
        for (std::size_t m = 0; m < measures; ++m) {
            const auto measure = static_cast<Measure>(m);
            const bool posted = measure == Measure::planned || book_.has(account, measure);
            amount(keyword(measure), true, posted ? std::optional(book_.sum(account, year, measure)) : std::nullopt);
        }
        amount("remaining", ceilings_told, ceiling ? std::optional(*ceiling - planned) : std::nullopt);
        const bool allotted = book_.has(account, Measure::allotted);
        amount("unobligated", true,
               allotted ? std::optional(book_.sum(account, year, Measure::allotted)
                                        - book_.sum(account, year, Measure::obligated))
                        : std::nullopt);
        write_forecast(account, year, ceilings_told);
        json_.end_object();
    }

    void amount(std::string_view key, bool told, std::optional<std::int64_t> minor) {
        write_released(json_, key, told, [&] { minor ? json_.value(*minor) : json_.null(); });
    }

    void write_forecast(AccountName account, int year, bool ceilings_told) {
        const plan::MoneyForecast* row = row_of(account, year);
        std::optional<std::int64_t> p80;
        if (row) {
            const auto found = std::ranges::find(row->spent, eighty, &plan::AmountPercentile::probability);
            if (found != row->spent.end())
                if (const auto shown =
                        plan::exchanged(plan_, {found->minor, row->currency}, book_.currency_of(account)))
                    p80 = shown->minor;
        }
        amount("p80", true, p80);
        write_released(json_, "breach", ceilings_told,
                       [&] { row && row->ceiling ? json_.value(row->breach.value) : json_.null(); });
    }
    [[nodiscard]] const plan::MoneyForecast* row_of(AccountName account, int year) const {
        if (!source_.forecast) return nullptr;
        const auto found = std::ranges::find_if(source_.forecast->money, [&](const plan::MoneyForecast& each) {
            return each.side == account.side && each.fund == account.fund && each.year == year;
        });
        return found == source_.forecast->money.end() ? nullptr : &*found;
    }

    const ViewSource& source_;
    const plan::Plan& plan_;
    const Reader& reader_;
    AccountBook book_;
    base::Currency currency_;
    JsonWriter json_{JsonWriter::Style::compact};
};

/// The lines of one figure, by day.
std::vector<AccountLine> lines_of(const AccountBook& book, const LinesAsked& asked) {
    std::vector<AccountLine> lines;
    std::ranges::copy_if(book.lines_of(asked.account), std::back_inserter(lines), [&](const AccountLine& each) {
        return each.measure == asked.measure && (!asked.year || each.year == *asked.year);
    });
    std::ranges::stable_sort(lines, {}, &AccountLine::on);
    return lines;
}

/// The part of the activity's cost that the fund bears; nothing where amounts are stated instead.
std::optional<double> share_of(const plan::Plan& plan, const AccountLine& line) {
    if (!line.activity.known() || line.posting) return std::nullopt;
    for (const plan::Share& share : plan.activities[line.activity.at()].shares)
        if (share.fund.value == line.fund && !share.amount) return share.part.to_double();
    return std::nullopt;
}

}  // namespace

std::string money_view(const ViewSource& source, base::Currency currency) {
    return MoneyPage(source, currency).write();
}

std::string money_lines_view(const ViewSource& source, const LinesAsked& asked) {
    const plan::Plan& plan = source.plan;
    const AccountBook book(source, asked.currency);
    const std::vector<AccountLine> lines = lines_of(book, asked);
    std::int64_t total = 0;
    for (const AccountLine& each : lines) total += each.minor;
    JsonWriter json(JsonWriter::Style::compact);
    json.begin_object();
    write_heading(json, source);
    write_reference(json, "side", plan.sides, asked.account.side);
    write_reference(json, "fund", plan.funds, asked.account.fund);
    json.field_or_null("year", asked.year).field("measure", keyword(asked.measure));
    json.field("currency", book.currency_of(asked.account).code()).field("total", total);
    json.field("partial", !source.reader.reads_all_of(asked.account.side)).key("lines").begin_array();
    for (const AccountLine& each : lines) {
        json.begin_object();
        write_reference(json, "activity", plan.activities, each.activity);
        if (each.activity.known())
            write_name(json, source, plan.activities[each.activity.at()]);
        else
            json.key("name").null();
        write_reference(json, "fund", plan.funds, each.fund);
        write_date(json, "on", each.on);
        json.field_or_null("share", share_of(plan, each)).field("amount", each.minor);
        json.field_or_null("reference", each.posting ? text_or_none(each.posting->reference) : std::nullopt)
            .end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace masar::report
