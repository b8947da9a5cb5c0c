#include "plan/exchange_rates.h"

namespace masar::plan {
namespace {

struct Pair {
    base::Currency from, to;
};

/// Whether a rate that begins on `one` is to be taken rather than one that begins on `other`.
bool preferred(std::optional<calendar::Date> one, std::optional<calendar::Date> other, calendar::Date day) {
    const auto begun = [day](std::optional<calendar::Date> first) { return !first || *first <= day; };
    if (begun(one) != begun(other)) return begun(one);
    return begun(one) ? one > other : one < other;  // the newest in force; else the first to come. No day = always
}

const ExchangeRate* find_rate(const Plan& plan, Pair pair) {
    const ExchangeRate* best = nullptr;
    for (const ExchangeRate& rate : plan.rates) {
        if (rate.from != pair.from || rate.to != pair.to || rate.rate.billionths == 0) continue;
        if (!best || preferred(rate.first_day, best->first_day, plan.start.value)) best = &rate;
    }
    return best;
}

}  // namespace

std::optional<base::Money> exchanged(const Plan& plan, base::Money money, base::Currency to) {
    if (money.currency == to) return money;
    if (const auto* rate = find_rate(plan, {money.currency, to})) return base::convert(money, rate->rate, to);
    if (const auto* rate = find_rate(plan, {to, money.currency})) return base::convert_back(money, rate->rate, to);
    return std::nullopt;
}

}  // namespace masar::plan
