#include "report/told_activities.h"

#include "base/plural.h"
#include "report/figures.h"

#include <algorithm>

namespace masar::report {
namespace {

using base::Text;
using plan::MemberKind;

void append(Text& list, const Text& item) {
    if (!list.empty()) list = {list.en + ", ", list.ar + "، "};
    list = {list.en + item.en, list.ar + item.ar};
}

/// Whether part of the cost is charged to the fund, or to any fund of the side.
bool charged(const plan::Plan& plan, const plan::Activity& activity, const plan::ConflictMember& ceiling) {
    return std::ranges::any_of(activity.shares, [&](const plan::Share& share) {
        const plan::FundIndex fund = share.fund.value;
        if (!fund.known()) return false;
        if (ceiling.kind == MemberKind::fund_ceiling) return fund.value == ceiling.record;
        return plan.funds[fund.at()].side.value.value == ceiling.record;
    });
}

/// The parts of the likely cost of its first mode that fall to the ceiling, where they are stated in one currency.
base::Money money_for(const plan::Plan& plan, const plan::Activity& activity, const plan::ConflictMember& ceiling) {
    std::int64_t sum = 0;
    base::Currency currency;
    for (const plan::Share& share : activity.shares) {
        plan::Activity one = activity;
        one.shares = {share};
        if (!charged(plan, one, ceiling)) continue;
        const plan::Cost* cost = share.amount ? &*share.amount : nullptr;
        if (cost == nullptr && !activity.modes.empty() && activity.modes.front().cost)
            cost = &*activity.modes.front().cost;
        if (cost == nullptr) continue;
        const base::Money whole = cost->at(plan::Estimate::likely);
        currency = whole.currency;
        sum +=
            share.amount ? whole.minor : base::scale_half_even(whole.minor, share.part.billionths, base::Decimal::one);
    }
    return {sum, currency};
}

int shortest(const plan::Activity& activity) {
    int days = -1;
    for (const plan::Mode& mode : activity.modes) {
        const int each = mode.duration.value.at(plan::Estimate::likely);
        days = days < 0 ? each : std::min(days, each);
    }
    return std::max(days, 0);
}

}  // namespace

int least_need(const plan::Activity& activity, std::int32_t resource) {
    int least = -1;
    for (const plan::Mode& mode : activity.modes) {
        int need = 0;
        for (const plan::Need& each : mode.needs)
            if (each.resource.value.value == resource) need += each.units.value;
        least = least < 0 ? need : std::min(least, need);
    }
    return std::max(least, 0);
}

Taken taken_by(const plan::Plan& plan, const plan::Conflict& conflict, plan::ActivityIndex index,
               const Reader& reader) {
    const plan::Activity& activity = plan.activities[index.at()];
    Taken taken;
    std::vector<std::pair<MemberKind, std::int32_t>> told;  // an account has a ceiling each year
    for (const plan::ConflictMember& each : conflict.members) {
        const std::pair record(each.kind, each.record);
        if (!reader.reads(each) || std::ranges::find(told, record) != told.end()) continue;
        told.push_back(record);
        const bool pool = each.kind == MemberKind::capacity || each.kind == MemberKind::yearly_capacity;
        if (pool && reader.reads(activity, "needs")) {
            const int need = least_need(activity, each.record);
            if (need > 0) append(taken.amounts, ltr(grouped(need) + " " + each.id));
        }
        const bool ceiling = each.kind == MemberKind::fund_ceiling || each.kind == MemberKind::side_ceiling;
        if (ceiling && charged(plan, activity, each) && reader.reads(activity, "cost")) {
            const base::Money amount = money_for(plan, activity, each);
            if (!amount.currency.known() || amount.minor == 0) continue;
            append(taken.amounts, ltr(money(amount.minor, amount.currency)));
            if (!taken.charged.currency.known()) taken.charged = amount;
        }
    }
    taken.only_time = taken.amounts.empty();
    if (!taken.only_time || !reader.reads(activity, "duration")) return taken;
    taken.working_days = shortest(activity);
    if (taken.working_days > 0)
        taken.amounts = base::counted(base::noun::working_day, taken.working_days, base::Case::after);
    return taken;
}

}  // namespace masar::report
