#include "lint/bilateral_lints.h"

#include "compile/lead_time.h"
#include "compile/rule_book.h"
#include "lint/lint_report.h"
#include "plan/readers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace masar::lint {
namespace {

/// Sides whose working days the calendar minds: it is theirs, or it is joint and contains theirs.
std::vector<bool> minded_sides(const plan::Plan& plan, plan::CalendarIndex start) {
    std::vector<bool> seen(plan.calendars.size()), minded(plan.sides.size());
    std::vector<plan::CalendarIndex> open{start};
    while (!open.empty()) {
        const plan::CalendarIndex index = open.back();
        open.pop_back();
        const plan::OfficeCalendar* calendar = at(plan.calendars, index);
        if (!calendar || seen[index.at()]) continue;
        seen[index.at()] = true;
        for (const auto& part : calendar->all_of) open.push_back(part.value);
    }
    for (std::size_t side = 0; side < plan.sides.size(); ++side) {
        const plan::CalendarIndex own = plan.sides[side].calendar.value;
        minded[side] = own.known() && own.at() < seen.size() && seen[own.at()];
    }
    return minded;
}

std::vector<plan::LeadTime> notice_of(const plan::Rule& rule) {
    return rule.notice_before_start ? std::vector{*rule.notice_before_start} : std::vector<plan::LeadTime>{};
}

struct Reference {
    const plan::Record* record = nullptr;
    std::string_view field;  ///< key under which it stands
};

/// What an activity refers to and a reader of that field would see.
std::vector<Reference> references_of(const plan::Plan& plan, const plan::Activity& activity) {
    std::vector<Reference> out;
    const auto add = [&](const plan::Record* record, std::string_view field) {
        if (record) out.push_back({record, field});
    };
    for (const plan::Mode& mode : activity.modes) {
        for (const plan::Need& need : mode.needs) add(at(plan.resources, need.resource.value), "needs");
    }
    for (const plan::Share& share : activity.shares) add(at(plan.funds, share.fund.value), "cost");
    for (const plan::Effect& effect : activity.effects) add(at(plan.indicators, effect.indicator.value), "effects");
    for (const plan::Dependency& link : activity.after) add(at(plan.activities, link.predecessor.value), "after");
    for (const auto& output : activity.produces) add(at(plan.outputs, output.value), "produces");
    return out;
}

/// Latest day on which the requests of an activity that starts on `start` can be sent: the earliest over approvals and notices.
calendar::Date request_by(const Subject& subject, const compile::RuleBook& rules, plan::ActivityIndex index,
                          calendar::Date start) {
    const plan::Activity& activity = subject.activity(index);
    const auto& calendar = subject.compiled->calendar_of(activity);
    calendar::Date first = start;
    for (const auto& approval : activity.approvals)
        if (const plan::Approval* record = at(subject.plan.approvals, approval.value))
            first = std::min(first, compile::latest_request(start, compile::leads_of(*record), calendar));
    for (const compile::BindingRule& binding : rules.binding(index))
        first =
            std::min(first, compile::latest_request(start, notice_of(subject.plan.rules[binding.rule.at()]), calendar));
    return first;
}

}  // namespace

void gate_without_approver(const Subject& subject, Report& report) {
    const plan::Plan& plan = subject.plan;
    Offenders out;
    for (const plan::Gate& gate : plan.gates) {
        base::Text missing;
        for (std::size_t side = 0; side < plan.sides.size(); ++side) {
            const auto approves = [&](const plan::Approver& each) {
                return each.side.value.value == static_cast<int>(side) && !each.role.empty();
            };
            if (std::any_of(gate.approvers.begin(), gate.approvers.end(), approves)) continue;
            missing.en += (missing.en.empty() ? "nobody for " : ", ") + plan.sides[side].id;
            missing.ar += (missing.ar.empty() ? "لا أحد عن " : "، ") + plan.sides[side].id;
        }
        if (!missing.empty()) out.push_back(offender(gate, missing));
    }
    report.list(out, {"gates without an approver of every side", "بوابات قرار بلا جهة اعتماد من كل جانب"},
                {"approvers: {side: role}", "approvers: {جانب: دور}"});
}

void one_sided_calendar(const Subject& subject, Report& report) {
    Offenders out;
    for (const auto index : subject.active) {
        const plan::Activity& activity = subject.activity(index);
        const auto sides = subject.sides_of(activity);
        if (sides.size() < 2 || first_duration(activity) == 0) continue;
        const std::vector<bool> minded = minded_sides(subject.plan, activity.calendar.value);
        const auto ignored = [&](plan::SideIndex side) { return side.at() >= minded.size() || !minded[side.at()]; };
        if (std::any_of(sides.begin(), sides.end(), ignored)) out.push_back(offender(activity));
    }
    report.list(out,
                {"activities of several sides on a calendar that does not mind all of them",
                 "أنشطة لعدة جوانب وفق تقويم لا يراعيها كلها"},
                {"use a joint calendar (`all-of`), unless the partners need not be present",
                 "استخدم تقويماً مشتركاً (`all-of`) ما لم يكن حضور الشركاء غير لازم"});
}

void unreleased_reference(const Subject& subject, Report& report) {
    const plan::Plan& plan = subject.plan;
    // By what is hidden and from whom: one fund that forty activities use is one omission.
    struct Hidden {
        const plan::Activity* first = nullptr;
        std::size_t times = 0;
    };
    std::map<std::pair<const plan::Record*, std::size_t>, std::size_t> position;
    std::vector<std::tuple<const plan::Record*, std::size_t, Hidden>> found;
    for (const plan::Activity& activity : plan.activities) {
        for (const auto& [record, field] : references_of(plan, activity)) {
            const auto side = plan::first_excluded(readers_of(plan, activity, field), readers_of(plan, *record));
            if (!side) continue;
            const auto [it, fresh] = position.try_emplace({record, *side}, found.size());
            if (fresh) found.emplace_back(record, *side, Hidden{.first = &activity});
            ++std::get<2>(found[it->second]).times;
        }
    }
    Offenders out;
    for (const auto& [record, side, hidden] : found) {
        const std::string& who = plan.sides[side].id;
        out.push_back(offender(
            *record, {fmt::format("not released to {}, used by {} ({})", who, hidden.first->id, hidden.times),
                      fmt::format("غير متاح للجانب {}، ويستخدمه {} ({})", who, hidden.first->id, hidden.times)}));
    }
    report.list(out, {"what one side may read refers to what it may not", "ما هو متاح لجانب يحيل إلى ما ليس متاحاً له"},
                {"release: [side, side]", "release: [جانب, جانب]"});
}

void request_before_start(const Subject& subject, Report& report) {
    if (!subject.compiled) return;
    const calendar::Date first = subject.plan.as_of ? subject.plan.as_of->value : subject.plan.start.value;
    const compile::RuleBook rules(subject.plan, subject.compiled->days.whole());
    Offenders out;
    for (const auto index : subject.active) {
        const plan::Activity& activity = subject.activity(index);
        const auto dates = subject.dates(index);
        if (has_begun(activity) || !dates || !dates->fits) continue;
        const calendar::Date request = request_by(subject, rules, index, dates->start);
        if (request >= first) continue;
        out.push_back(offender(
            activity,
            {fmt::format("request by {} to start on {}", calendar::to_iso(request), calendar::to_iso(dates->start)),
             fmt::format("يُرسل الطلب قبل {} للبدء في {}", calendar::to_iso(request), calendar::to_iso(dates->start))}));
    }
    report.list(out,
                {"at the earliest dates, approvals would have to be requested before the plan begins",
                 "عند أبكر التواريخ يلزم طلب الاعتمادات قبل بداية الخطة"},
                {"start later, or send the requests now", "أخّر البداية أو أرسل الطلبات الآن"});
}

void step_without_time(const Subject& subject, Report& report) {
    Offenders out;
    for (const plan::Approval& approval : subject.plan.approvals) {
        const auto open = [](const plan::ApprovalStep& step) { return step.lead.days <= 0; };
        if (approval.steps.empty() || std::any_of(approval.steps.begin(), approval.steps.end(), open))
            out.push_back(offender(approval));
    }
    report.list(out, {"approvals with a step that has no time frame", "اعتمادات فيها خطوة بلا مدة زمنية"},
                {"state a lead for every step, e.g. `lead: 10ed`", "اذكر مدة كل خطوة، مثل `lead: 10ed`"});
}

void risk_without_owner(const Subject& subject, Report& report) {
    Offenders out;
    for (const plan::Risk& risk : subject.plan.risks)
        if (risk.risk_owner.empty()) out.push_back(offender(risk));
    report.list(out, {"risks without an owner", "مخاطر بلا مسؤول"}, {"owner: role", "owner: الدور"});
}

void waiver_too_short(const Subject& subject, Report& report) {
    Offenders out;
    for (const plan::Waiver& waiver : subject.plan.waivers) {
        const plan::Activity* activity = at(subject.plan.activities, waiver.activity.value);
        if (activity && waiver.until && activity->window.first && *waiver.until < *activity->window.first)
            out.push_back({activity->id, waiver.place, {}});
    }
    report.list(out, {"waivers that end before the activity may start", "استثناءات تنتهي قبل أن يجوز بدء النشاط"},
                {"renew the waiver, or move the activity", "جدّد الاستثناء أو عدّل موعد النشاط"});
}

void waivers_in_force(const Subject& subject, Report& report) {
    Offenders out;
    for (const plan::Waiver& waiver : subject.plan.waivers) {
        const plan::Activity* activity = at(subject.plan.activities, waiver.activity.value);
        const plan::Rule* rule = at(subject.plan.rules, waiver.rule.value);
        if (activity && rule)
            out.push_back({activity->id,
                           waiver.place,
                           {fmt::format("{} waived by {}", rule->id, waiver.role),
                            fmt::format("استثناء من {} بقرار {}", rule->id, waiver.role)}});
    }
    report.list(out, {"policies waived", "سياسات مستثنى منها"}, {});
}

}  // namespace masar::lint
