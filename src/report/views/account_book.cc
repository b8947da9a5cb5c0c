#include "report/views/account_book.h"

#include "plan/exchange_rates.h"

#include <algorithm>
#include <set>

namespace masar::report {
namespace {

constexpr std::array<std::string_view, measures> words{"planned", "allotted", "committed", "obligated", "disbursed"};

Measure measure_of(plan::PostingKind kind) {
    return static_cast<Measure>(static_cast<std::size_t>(kind) + static_cast<std::size_t>(Measure::allotted));
}
std::size_t at(Measure measure) { return static_cast<std::size_t>(measure); }

}  // namespace

std::string_view keyword(Measure measure) { return words[at(measure)]; }

std::optional<Measure> measure_named(std::string_view word) {
    const auto found = std::ranges::find(words, word);
    return found == words.end() ? std::nullopt : std::optional(static_cast<Measure>(found - words.begin()));
}

AccountBook::AccountBook(const ViewSource& source, base::Currency currency) : source_(source), currency_(currency) {
    open_accounts();
    add_planned();
    add_postings();
    add_ceilings();
}

void AccountBook::open_accounts() {
    const plan::Plan& plan = source_.plan;
    for (std::size_t s = 0; s < plan.sides.size(); ++s)
        accounts_[{base::index_of<plan::SideIndex>(s), {}}].own = plan.sides[s].currency;
    for (std::size_t f = 0; f < plan.funds.size(); ++f)
        if (const plan::SideIndex side = plan.funds[f].side.value; side.known())
            accounts_[{side, base::index_of<plan::FundIndex>(f)}].own = plan.sides[side.at()].currency;
    // Accounts are kept in the currency of their first ceiling; the timetable knows which that is.
    if (source_.dates)
        for (const plan::Spending& each : source_.dates->spending)
            accounts_[{each.side, each.fund}].own = each.currency;
    for (auto& [name, account] : accounts_) account.shown = currency_.known() ? currency_ : account.own;
}

void AccountBook::add(AccountName name, AccountLine line, base::Money money) {
    Account& account = accounts_[name];
    const auto shown = plan::exchanged(source_.plan, money, account.shown);
    if (!shown) return;
    line.minor = shown->minor;
    account.sums[line.year][at(line.measure)] += line.minor;
    account.has[at(line.measure)] = true;
    account.lines.push_back(line);
}

void AccountBook::add_planned() {
    if (!source_.dates) return;
    for (const plan::ChargeLine& charge : source_.dates->charges) {
        const AccountLine line{Measure::planned, charge.fund, charge.activity, charge.year, charge.on, 0, nullptr};
        const AccountName fund{charge.side, charge.fund}, side{charge.side, {}};
        add(fund, line, {charge.minor, accounts_[fund].own});
        add(side, line, {charge.side_minor, accounts_[side].own});
    }
}

void AccountBook::add_postings() {
    const plan::Plan& plan = source_.plan;
    for (const plan::Posting& posting : plan.postings) {
        const plan::FundIndex fund = posting.fund.value;
        if (!fund.known() || !plan.funds[fund.at()].side.value.known()) continue;
        const plan::SideIndex side = plan.funds[fund.at()].side.value;
        const AccountLine line{measure_of(posting.kind),
                               fund,
                               posting.activity.value,
                               plan.sides[side.at()].fiscal_year.year_of(posting.on.value),
                               posting.on.value,
                               0,
                               &posting};
        add({side, fund}, line, posting.amount);
        add({side, {}}, line, posting.amount);
    }
}

void AccountBook::add_ceilings() {
    const plan::Plan& plan = source_.plan;
    const auto note = [&](AccountName name, const std::vector<plan::Ceiling>& ceilings) {
        Account& account = accounts_[name];
        for (const plan::Ceiling& each : ceilings)
            if (const auto shown = plan::exchanged(plan, each.amount, account.shown)) {
                const auto [entry, first] = account.ceilings.try_emplace(each.year, shown->minor);
                if (!first) entry->second = std::min(entry->second, shown->minor);
            }
    };
    for (std::size_t f = 0; f < plan.funds.size(); ++f)
        if (plan.funds[f].side.value.known())
            note({plan.funds[f].side.value, base::index_of<plan::FundIndex>(f)}, plan.funds[f].ceilings);
    for (const plan::SideCeilings& each : plan.ceilings)
        if (each.side.value.known()) note({each.side.value, {}}, each.ceilings);
}

base::Currency AccountBook::currency_of(AccountName account) const { return accounts_.at(account).shown; }

const std::vector<AccountLine>& AccountBook::lines_of(AccountName account) const { return accounts_.at(account).lines; }

std::int64_t AccountBook::sum(AccountName name, int year, Measure measure) const {
    const Account& account = accounts_.at(name);
    const auto found = account.sums.find(year);
    return found == account.sums.end() ? 0 : found->second[at(measure)];
}

bool AccountBook::has(AccountName account, Measure measure) const { return accounts_.at(account).has[at(measure)]; }

std::optional<std::int64_t> AccountBook::ceiling(AccountName name, int year) const {
    const Account& account = accounts_.at(name);
    const auto found = account.ceilings.find(year);
    return found == account.ceilings.end() ? std::nullopt : std::optional(found->second);
}

std::vector<int> AccountBook::years_of(plan::SideIndex side) const {
    std::set<int> years;
    for (const auto& [name, account] : accounts_) {
        if (name.side != side) continue;
        for (const auto& [year, sums] : account.sums) years.insert(year);
        for (const auto& [year, ceiling] : account.ceilings) years.insert(year);
    }
    return {years.begin(), years.end()};
}

}  // namespace masar::report
