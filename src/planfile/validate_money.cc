#include "planfile/phrase.h"
#include "planfile/validate.h"

#include <algorithm>
#include <set>
#include <utility>

namespace masar::planfile {
namespace {

using base::Currency;

/// Complains once for each pair of currencies: a missing rate is mended once.
class CurrencyPairs {
public:
    explicit CurrencyPairs(Reading& reading) : reading_(reading) {}

    void meet(Currency from, Currency to, base::Place place) {
        if (!from.known() || !to.known() || from == to) return;
        const auto pair = std::minmax(from, to);
        if (!seen_.insert({pair.first, pair.second}).second || has_rate(from, to)) return;
        reading_.report(code::no_rate, place,
                        phrase("no rate between {} and {}", "لا يوجد سعر صرف بين {} و{}", from.code(), to.code()),
                        phrase("add to 'rates': {{from: {}, to: {}, rate: …}}",
                               "أضف إلى «rates»: ‏{{from: {}, to: {}, rate: …}}", from.code(), to.code()));
    }

private:
    [[nodiscard]] bool has_rate(Currency from, Currency to) const {
        return std::ranges::any_of(reading_.plan.rates, [&](const plan::ExchangeRate& rate) {
            return (rate.from == from && rate.to == to) || (rate.from == to && rate.to == from);
        });
    }

    Reading& reading_;
    std::set<std::pair<Currency, Currency>> seen_;
};

Currency currency_of(const plan::Plan& plan, plan::SideIndex side) {
    return side.known() ? plan.sides[side.at()].currency : Currency{};
}

void check_activity(const plan::Plan& plan, const plan::Activity& activity, CurrencyPairs& pairs) {
    for (const plan::Share& share : activity.shares) {
        const Currency charged = currency_of(plan, plan.funds[share.fund.value.at()].side.value);
        if (share.amount) pairs.meet(share.amount->amount[0].currency, charged, share.amount->place);
        for (const plan::Mode& mode : activity.modes)
            if (mode.cost && !share.amount) pairs.meet(mode.cost->amount[0].currency, charged, mode.cost->place);
    }
    if (!activity.shares.empty() || !activity.lead.value.known()) return;
    const Currency own = currency_of(plan, plan.organisations[activity.lead.value.at()].side.value);
    for (const plan::Mode& mode : activity.modes)
        if (mode.cost) pairs.meet(mode.cost->amount[0].currency, own, mode.cost->place);
}

void check_risk(const plan::Plan& plan, const plan::Risk& risk, CurrencyPairs& pairs) {
    if (!risk.quantity) return;
    const auto charged = [&](plan::FundIndex fund) {
        return fund.known() ? currency_of(plan, plan.funds[fund.at()].side.value) : Currency{};
    };
    const auto meet = [&](const std::optional<plan::Cost>& cost) {
        if (cost) pairs.meet(cost->amount[0].currency, charged(risk.quantity->fund.value), cost->place);
    };
    meet(risk.quantity->effect.cost);
    if (!risk.quantity->mitigation) return;
    const plan::Mitigation& mitigation = *risk.quantity->mitigation;
    meet(mitigation.effect.cost);
    if (mitigation.costs)
        pairs.meet(mitigation.costs->value.currency, charged(mitigation.fund.value), mitigation.costs->place);
}

}  // namespace

void validate_money(Reading& reading) {
    const plan::Plan& plan = reading.plan;
    if (reading.partial) return;  // the rates may stand behind the syntax error
    CurrencyPairs pairs(reading);
    for (const plan::Fund& fund : plan.funds)
        for (const plan::Ceiling& ceiling : fund.ceilings)
            pairs.meet(ceiling.amount.currency, currency_of(plan, fund.side.value), ceiling.place);
    for (const plan::SideCeilings& side : plan.ceilings)
        for (const plan::Ceiling& ceiling : side.ceilings)
            pairs.meet(ceiling.amount.currency, currency_of(plan, side.side.value), ceiling.place);
    for (const plan::Posting& posting : plan.postings)
        if (posting.fund.value.known())
            pairs.meet(posting.amount.currency, currency_of(plan, plan.funds[posting.fund.value.at()].side.value),
                       posting.place);
    for (const plan::Activity& activity : plan.activities) check_activity(plan, activity, pairs);
    for (const plan::Risk& risk : plan.risks) check_risk(plan, risk, pairs);
}

}  // namespace masar::planfile
