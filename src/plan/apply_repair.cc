#include "plan/apply_repair.h"

#include <algorithm>

namespace masar::plan {
namespace {

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

void waive(Plan& plan, RuleIndex rule, ActivityIndex activity) {
    Waiver waiver;
    waiver.rule.value = rule;
    waiver.activity.value = activity;
    plan.waivers.push_back(waiver);
}

void raise_ceiling(std::vector<Ceiling>& ceilings, const Repair& repair) {
    for (Ceiling& each : ceilings)
        if (each.year == repair.target.year) each.amount.minor = repair.to;
}

void raise_side_ceilings(Plan& plan, const Repair& repair) {
    for (SideCeilings& each : plan.ceilings)
        if (each.side.value.value == repair.target.record) raise_ceiling(each.ceilings, repair);
}

/// The last steps give way first.
void shorten(Approval& approval, std::int64_t days) {
    for (auto step = approval.steps.rbegin(); step != approval.steps.rend() && days > 0; ++step) {
        const auto taken = static_cast<int>(std::min<std::int64_t>(days, step->lead.days));
        step->lead.days -= taken;
        days -= taken;
    }
}

void lower_need(Activity& activity, const Repair& repair) {
    for (Mode& mode : activity.modes)
        for (Need& need : mode.needs)
            if (need.resource.value.value == repair.target.record)
                need.units.value = std::min(need.units.value, static_cast<int>(repair.to));
}

/// The window's first day, and the decision to postpone beyond it.
void move_start(Activity& activity, calendar::Date to) {
    if (activity.window.first && *activity.window.first > to) activity.window.first = to;
    if (activity.progress.postponed.empty()) {
        activity.window.first = to;
        return;
    }
    calendar::Date& postponed = activity.progress.postponed.back().to.value;
    postponed = std::min(postponed, to);
}

void change_activity(Plan& plan, Activity& activity, const Repair& repair) {
    const ConflictMember& target = repair.target;
    switch (repair.kind) {
        case RepairKind::move_start: return move_start(activity, *repair.to_day);
        case RepairKind::move_finish_from: activity.window.finish_first = repair.to_day; return;
        case RepairKind::move_finish: activity.window.last = repair.to_day; return;
        case RepairKind::lower_need: return lower_need(activity, repair);
        case RepairKind::drop_link: activity.after.erase(activity.after.begin() + target.record); return;
        case RepairKind::allow_period:
            std::erase_if(activity.avoid, [&](const auto& each) { return each.value.value == target.record; });
            for (const RuleIndex rule : repair.waived) waive(plan, rule, target.activity);
            return;
        case RepairKind::waive_rule: return waive(plan, RuleIndex{target.record}, target.activity);
        case RepairKind::leave_out:
            activity.optional = true;
            activity.chosen = false;
            return;
        default: return;
    }
}

}  // namespace

Plan with_repair(Plan plan, const Repair& repair) {
    const ConflictMember& target = repair.target;
    switch (repair.kind) {
        case RepairKind::move_asked: break;
        case RepairKind::move_gate: plan.gates[at(target.record)].due.value = *repair.to_day; break;
        case RepairKind::open_fund: plan.funds[at(target.record)].opens = repair.to_day; break;
        case RepairKind::close_fund: plan.funds[at(target.record)].closes = repair.to_day; break;
        case RepairKind::raise_capacity:
            plan.resources[at(target.record)].capacity.value = static_cast<int>(repair.to);
            break;
        case RepairKind::raise_reduction:
            plan.resources[at(target.record)].reductions[at(repair.position)].capacity = static_cast<int>(repair.to);
            break;
        case RepairKind::raise_ceiling:
            if (target.kind == MemberKind::side_ceiling)
                raise_side_ceilings(plan, repair);
            else
                raise_ceiling(plan.funds[at(target.record)].ceilings, repair);
            break;
        case RepairKind::raise_stock: plan.stocks[at(target.record)].initial.value = repair.to; break;
        case RepairKind::change_choice: plan.choices[at(target.record)].count = static_cast<int>(repair.to); break;
        case RepairKind::shorten_approval: shorten(plan.approvals[at(target.record)], repair.from - repair.to); break;
        default: change_activity(plan, plan.activities[target.activity.at()], repair);
    }
    return plan;
}

}  // namespace masar::plan
