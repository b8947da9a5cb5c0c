#include "compile/charges_of.h"

namespace masar::compile {
namespace {

using base::Decimal;
using base::Money;
using plan::ChargeRule;
using problem::Charge;

plan::SideIndex lead_side(const plan::Plan& plan, const plan::Activity& activity) {
    if (!activity.lead.value.known()) return {};
    return plan.organisations[activity.lead.value.at()].side.value;
}

/// Position of the share that takes the rounding remainder.
std::size_t remainder_taker(const plan::Plan& plan, const plan::Activity& activity) {
    const plan::SideIndex lead = lead_side(plan, activity);
    for (std::size_t i = 0; lead.known() && i < activity.shares.size(); ++i) {
        const plan::FundIndex fund = activity.shares[i].fund.value;
        if (fund.known() && plan.funds[fund.at()].side.value == lead) return i;
    }
    return 0;
}

Charge charge_of(ChargeRule rule) {
    switch (rule) {
        case ChargeRule::at_start: return Charge::at_start;
        case ChargeRule::per_month: return Charge::spread;
        case ChargeRule::at_finish:
        case ChargeRule::by_milestone: return Charge::at_finish;
    }
    return Charge::at_start;
}

void add_payments(const plan::Activity& activity, const PlannedCharge& whole, std::vector<PlannedCharge>& charges) {
    std::int64_t left = whole.money.minor;
    for (std::size_t i = 0; i < activity.payments.size(); ++i) {
        const plan::Payment& payment = activity.payments[i];
        PlannedCharge part = whole;
        if (payment.activity.value.known()) part.trigger = payment.activity.value;
        part.when = payment.at_finish ? Charge::at_finish : Charge::at_start;
        const std::int64_t share = base::scale_half_even(whole.money.minor, payment.part.billionths, Decimal::one);
        part.money.minor = i + 1 == activity.payments.size() ? left : share;
        left -= part.money.minor;
        charges.push_back(part);
    }
}

base::Currency currency_of(const std::vector<plan::Ceiling>& ceilings) {
    return ceilings.empty() ? base::Currency{} : ceilings.front().amount.currency;
}

}  // namespace

std::vector<Money> cost_amounts(const plan::Plan& plan, const CostOf& cost) {
    const auto& modes = plan.activities[cost.activity.at()].modes;
    if (cost.mode >= modes.size()) return {};
    if (modes[cost.mode].cost) return {modes[cost.mode].cost->at(cost.estimate)};
    return share_amounts(plan, cost);
}

std::vector<Money> share_amounts(const plan::Plan& plan, const CostOf& cost) {
    const plan::Activity& activity = plan.activities[cost.activity.at()];
    const auto& whole = activity.modes[cost.mode].cost;
    std::vector<Money> amounts(activity.shares.size());
    std::int64_t divided = 0;
    bool stated = false;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        const plan::Share& share = activity.shares[i];
        stated = stated || share.amount.has_value();
        if (share.amount)
            amounts[i] = share.amount->at(cost.estimate);
        else if (whole)
            amounts[i] = {base::scale_half_even(whole->at(cost.estimate).minor, share.part.billionths, Decimal::one),
                          whole->at(cost.estimate).currency};
        divided += amounts[i].minor;
    }
    if (whole && !stated && !amounts.empty())
        amounts[remainder_taker(plan, activity)].minor += whole->at(cost.estimate).minor - divided;
    return amounts;
}

std::vector<PlannedCharge> charges_of(const plan::Plan& plan, const CostOf& cost) {
    const plan::Activity& activity = plan.activities[cost.activity.at()];
    std::vector<PlannedCharge> charges;
    if (activity.shares.empty()) return charges;
    const std::vector<Money> amounts = share_amounts(plan, cost);
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        const plan::FundIndex fund = activity.shares[i].fund.value;
        if (!fund.known() || amounts[i].minor == 0) continue;
        const ChargeRule rule = plan.funds[fund.at()].charge;
        const PlannedCharge whole{cost.activity, charge_of(rule), fund, amounts[i]};
        if (rule == ChargeRule::by_milestone && !activity.payments.empty())
            add_payments(activity, whole, charges);
        else
            charges.push_back(whole);
    }
    return charges;
}

AccountCurrencies account_currencies(const plan::Plan& plan) {
    AccountCurrencies found;
    for (const plan::Side& side : plan.sides) found.side.push_back(side.currency);
    for (std::size_t i = plan.ceilings.size(); i-- > 0;) {
        const plan::SideCeilings& each = plan.ceilings[i];
        if (each.side.value.known() && !each.ceilings.empty())
            found.side[each.side.value.at()] = currency_of(each.ceilings);
    }
    for (const plan::Fund& fund : plan.funds) {
        base::Currency currency = currency_of(fund.ceilings);
        if (!currency.known() && fund.side.value.known()) currency = found.side[fund.side.value.at()];
        found.fund.push_back(currency);
    }
    return found;
}

}  // namespace masar::compile
