// A forecast for one side: its own records and what is released to it.
#include "app/forecast_of.h"
#include "plan/readers.h"

#include <set>
#include <string>

namespace masar::app {
namespace {

class Reader {
public:
    Reader(const plan::Plan& plan, plan::SideIndex side) : plan_(plan), side_(side) {}

    /// Remembers what is hidden, once each.
    bool may_read(const plan::Record& record) {
        if (plan::readers_of(plan_, record)[side_.at()]) return true;
        hidden_.insert(&record);
        return false;
    }
    bool may_read(plan::ActivityIndex index) { return !index.known() || may_read(plan_.activities[index.at()]); }
    bool may_read(plan::RiskIndex index) { return !index.known() || may_read(plan_.risks[index.at()]); }
    bool may_read(plan::GateIndex index) { return may_read(plan_.gates[index.at()]); }
    bool may_read(plan::IndicatorIndex index) { return may_read(plan_.indicators[index.at()]); }

    /// What a whole side spends is its own matter unless each of its funds may be read, ceilings included.
    bool may_read_money(const plan::MoneyForecast& row) {
        if (row.fund.known()) return may_read_fund(row.fund);
        return may_read_money_of(row.side);
    }
    bool may_read_money_of(plan::SideIndex side) {
        bool all = true;
        for (std::size_t f = 0; f < plan_.funds.size(); ++f)
            if (!side.known() || plan_.funds[f].side.value == side)
                all = may_read_fund(base::index_of<plan::FundIndex>(f)) && all;
        return all;
    }

    [[nodiscard]] std::int64_t hidden() const { return static_cast<std::int64_t>(hidden_.size()); }

private:
    bool may_read_fund(plan::FundIndex index) {
        const plan::Fund& fund = plan_.funds[index.at()];
        const bool ceiling = plan::readers_of(plan_, fund, "ceiling")[side_.at()];
        return may_read(fund) && ceiling;
    }

    const plan::Plan& plan_;
    plan::SideIndex side_;
    std::set<const plan::Record*> hidden_;
};

}  // namespace

plan::Forecast shown_to(const plan::Plan& plan, plan::SideIndex side, plan::Forecast forecast) {
    Reader reader(plan, side);
    std::erase_if(forecast.gates, [&](const auto& each) { return !reader.may_read(each.gate); });
    std::erase_if(forecast.money, [&](const auto& each) { return !reader.may_read_money(each); });
    std::erase_if(forecast.joint, [&](const auto& each) { return !reader.may_read_money_of(each.side); });
    if (!reader.may_read_money_of({})) forecast.frontier.clear();
    std::erase_if(forecast.drives, [&](const auto& each) { return !reader.may_read(each.activity); });
    std::erase_if(forecast.tornado,
                  [&](const auto& each) { return !reader.may_read(each.activity) || !reader.may_read(each.risk); });
    std::erase_if(forecast.merges,
                  [&](const auto& each) { return !reader.may_read(each.activity) || !reader.may_read(each.latest); });
    std::erase_if(forecast.indicators, [&](const auto& each) { return !reader.may_read(each.indicator); });
    forecast.shown_to = side;
    forecast.hidden = reader.hidden();
    return forecast;
}

}  // namespace masar::app
