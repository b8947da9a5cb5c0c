#include "compile/stated_dates.h"

#include <algorithm>

namespace masar::compile {
namespace {

using plan::ConflictMember;
using plan::MemberKind;
using problem::Anchor;
using problem::Day;
using problem::Sense;
using problem::Statement;
using problem::StatementKind;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

MemberKind kind_of(const BoundReason& reason) {
    const bool lower = reason.bound == Bound::start_from || reason.bound == Bound::finish_from;
    switch (reason.cause) {
        case Cause::as_of: return MemberKind::as_of;
        case Cause::approval: return MemberKind::approval;
        case Cause::rule: return MemberKind::notice;
        case Cause::fund: return lower ? MemberKind::fund_opens : MemberKind::fund_closes;
        case Cause::window: break;
    }
    if (reason.bound == Bound::start_from) return MemberKind::starts_from;
    return lower ? MemberKind::finishes_from : MemberKind::finishes_by;
}

bool speaks_of_one_activity(MemberKind kind) {
    return kind != MemberKind::as_of && kind != MemberKind::fund_opens && kind != MemberKind::fund_closes;
}

bool is_window(MemberKind kind) {
    return kind == MemberKind::starts_from || kind == MemberKind::finishes_from || kind == MemberKind::finishes_by;
}

}  // namespace

StatedDates::StatedDates(const plan::Plan& plan, const CompiledPlan& compiled)
    : plan_(plan), compiled_(compiled), data_(compiled.problem.data()) {
    data_.links.clear();
    for (std::size_t i = 0; i < compiled.links.size(); ++i) {
        if (compiled.links[i].dependency < 0) continue;
        data_.links.push_back(compiled.problem.data().links[i]);
        link_origins_.push_back(compiled.links[i]);
    }
    for (problem::Activity& each : data_.activities) {
        if (each.fixed >= 0) continue;
        each.earliest_start = 0;
        each.latest_end = problem::never;
    }
    problem::Activity origin;
    origin.modes.emplace_back();
    origin.fixed = static_cast<std::int32_t>(data_.fixed_activities.size());
    data_.fixed_activities.push_back({});
    origin_ = static_cast<std::int32_t>(data_.activities.size());
    data_.activities.push_back(std::move(origin));
    data_.gates.clear();  // firm ones come back as statements; soft ones bind nothing
}

bool StatedDates::milestone(std::int32_t activity) const {
    return std::ranges::all_of(data_.activities[at(activity)].modes,
                               [](const problem::Mode& mode) { return mode.duration == 0; });
}

Statement StatedDates::bound(std::int32_t activity, Bound bound, Day day) {
    const bool of_start = bound == Bound::start_from || bound == Bound::start_by;
    const bool lower = bound == Bound::start_from || bound == Bound::finish_from;
    problem::Link link;
    link.from = origin_;
    link.to = activity;
    link.from_anchor = Anchor::start;
    link.to_anchor = of_start ? Anchor::start : Anchor::finish;
    link.sense = lower ? Sense::at_least : Sense::at_most;
    // From a start to a finish a lag of k is k + 1 days; a milestone ends on the day on which it stands.
    link.lag = of_start || !milestone(activity) ? day : day - 1;
    data_.links.push_back(link);
    const Statement said{StatementKind::link, static_cast<std::int32_t>(data_.links.size()) - 1};
    bounds_.push_back({said, activity, bound, day});
    return said;
}

ConflictMember StatedDates::member_of(const BoundReason& reason) const {
    ConflictMember member;
    member.kind = kind_of(reason);
    member.record = reason.record;
    member.day = compiled_.days.date(reason.day);
    member.place = reason.place;
    if (speaks_of_one_activity(member.kind)) member.activity = compiled_.activities[at(reason.activity)];
    switch (member.kind) {
        case MemberKind::as_of: break;
        case MemberKind::fund_opens:
        case MemberKind::fund_closes: {
            const plan::Fund& fund = plan_.funds[at(reason.record)];
            member.id = fund.id;
            member.day = member.kind == MemberKind::fund_opens ? fund.opens : fund.closes;
            member.place = fund.place;
            break;
        }
        default: member.id = plan_.activities[member.activity.at()].id;
    }
    return member;
}

void StatedDates::add_outside(std::vector<PlanStatement>& out) {
    const auto first = static_cast<std::ptrdiff_t>(out.size());
    for (const BoundReason& reason : compiled_.reasons) {
        if (data_.activities[at(reason.activity)].fixed >= 0 || is_window(kind_of(reason))) continue;
        const bool lower = reason.bound == Bound::start_from || reason.bound == Bound::finish_from;
        if (lower && reason.day <= 0) continue;  // nothing starts before day 0 anyway
        const ConflictMember member = member_of(reason);
        auto same = std::find_if(out.begin() + first, out.end(),
                                 [&](const PlanStatement& each) { return each.member.same_statement(member); });
        if (same == out.end()) same = out.insert(out.end(), PlanStatement{member, {}, {}});
        same->parts.push_back(bound(reason.activity, reason.bound, reason.day));
    }
}

void StatedDates::add_links(std::vector<PlanStatement>& out) {
    for (std::size_t i = 0; i < link_origins_.size(); ++i) {
        const LinkOrigin& origin = link_origins_[i];
        const plan::Activity& successor = plan_.activities[origin.successor.at()];
        const Statement part{StatementKind::link, static_cast<std::int32_t>(i)};
        const bool maximum_of_last = !out.empty() && out.back().member.kind == MemberKind::follows
                                     && out.back().member.activity == origin.successor
                                     && out.back().member.record == origin.dependency;
        if (maximum_of_last) {
            out.back().parts.push_back(part);
            continue;
        }
        ConflictMember member;
        member.kind = MemberKind::follows;
        member.activity = origin.successor;
        member.record = origin.dependency;
        member.id = successor.id;
        member.place = successor.after[at(origin.dependency)].place;
        out.push_back({std::move(member), {part}, {}});
    }
}

void StatedDates::add_windows(std::vector<PlanStatement>& out) {
    for (const BoundReason& reason : compiled_.reasons) {
        if (data_.activities[at(reason.activity)].fixed >= 0 || !is_window(kind_of(reason))) continue;
        const bool lower = reason.bound != Bound::finish_by;
        if (lower && reason.day <= 0) continue;
        out.push_back({member_of(reason), {bound(reason.activity, reason.bound, reason.day)}, {}});
    }
}

std::vector<std::int32_t> StatedDates::positions_of(const plan::Gate& gate) const {
    std::vector<std::int32_t> positions;
    for (const auto& required : gate.requires_done)
        if (required.value.known() && compiled_.positions[required.value.at()] >= 0)
            positions.push_back(compiled_.positions[required.value.at()]);
    return positions;
}

StatedDates::Parts StatedDates::required(const std::vector<std::int32_t>& positions, Day due) {
    Parts parts;
    for (const std::int32_t position : positions) parts.push_back(bound(position, Bound::finish_by, due));
    return parts;
}

void StatedDates::add_target(const plan::Target& target, std::vector<PlanStatement>& out) {
    ConflictMember member;
    member.kind = target.asked ? MemberKind::asked : MemberKind::gate;
    member.record = target.gate.value;
    member.day = target.by;
    const Day due = compiled_.days.day(target.by);
    std::vector<std::int32_t> positions;
    if (target.gate.known()) {
        const plan::Gate& gate = plan_.gates[target.gate.at()];
        member.id = gate.id;
        member.place = gate.due.place;
        positions = positions_of(gate);
    } else {
        const plan::Activity& activity = plan_.activities[target.activity.at()];
        member.activity = target.activity;
        member.id = activity.id;
        member.place = activity.place;
        const std::int32_t position = compiled_.positions[target.activity.at()];
        if (position >= 0) positions = {position};
    }
    out.push_back({std::move(member), required(positions, due), {}});
}

void StatedDates::add_gates(std::span<const plan::Target> targets, std::vector<PlanStatement>& out) {
    for (std::size_t i = 0; i < plan_.gates.size(); ++i)
        if (plan_.gates[i].firm)
            add_target({base::index_of<plan::GateIndex>(i), {}, plan_.gates[i].due.value, false}, out);
    for (const plan::Target& target : targets) add_target(target, out);
}

}  // namespace masar::compile
