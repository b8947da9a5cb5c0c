// The bilateral lints of money and means: B10 to B16.
#include "lint/bilateral_lints.h"
#include "lint/lint_report.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::lint {
namespace {

/// Funds that pay for an activity, each once.
std::vector<const plan::Share*> shares_of(const plan::Activity& activity) {
    std::vector<const plan::Share*> out;
    for (const plan::Share& share : activity.shares) out.push_back(&share);
    return out;
}

}  // namespace

void rate_without_date(const Subject& subject, Report& report) {
    Offenders out;
    for (const plan::ExchangeRate& rate : subject.plan.rates) {
        const std::string id = fmt::format("{} → {}", rate.from.code(), rate.to.code());
        if (!rate.first_day)
            out.push_back({id, rate.place, {"from which day", "اعتباراً من أي يوم"}});
        else if (rate.source.empty())
            out.push_back({id, rate.place, {"by which source", "وفق أي مصدر"}});
    }
    report.list(out, {"exchange rates without a date or a source", "أسعار صرف بلا تاريخ أو مصدر"},
                {"first-day: 2026-01-01, source: …", "first-day: 2026-01-01, source: …"});
}

void ownerless_resource(const Subject& subject, Report& report) {
    Offenders out;
    for (const plan::Resource& resource : subject.plan.resources)
        if (resource.owners.empty()) out.push_back(offender(resource));
    report.list(out, {"resources owned by nobody", "موارد لا يملكها أحد"}, {"owner: [side]", "owner: [جانب]"});
}

void foreign_fund(const Subject& subject, Report& report) {
    Offenders out;
    for (const auto index : subject.active) {
        const plan::Activity& activity = subject.activity(index);
        const auto sides = subject.sides_of(activity);
        if (sides.empty()) continue;
        for (const plan::Share* share : shares_of(activity)) {
            const plan::Fund* fund = at(subject.plan.funds, share->fund.value);
            const plan::Side* side = fund ? at(subject.plan.sides, fund->side.value) : nullptr;
            if (!side || std::binary_search(sides.begin(), sides.end(), fund->side.value)) continue;
            out.push_back({activity.id,
                           share->place,
                           {fmt::format("{} belongs to {}, which takes no part", fund->id, side->id),
                            fmt::format("البند {} يخص الجانب {} ولا مشاركة له", fund->id, side->id)}});
        }
    }
    report.list(
        out, {"costs charged to a fund of a side that takes no part", "تكاليف محملة على بند جانب لا يشارك في النشاط"},
        {"each share is charged to a fund that its own side owns", "تُحمّل كل حصة على بند يملكه جانبها"});
}

void fund_closes_first(const Subject& subject, Report& report) {
    Offenders out;
    for (const plan::Gate& gate : subject.plan.gates) {
        for (const auto& required : gate.requires_done) {
            const plan::Activity* activity = at(subject.plan.activities, required.value);
            if (!activity || has_begun(*activity)) continue;
            for (const plan::Share* share : shares_of(*activity)) {
                const plan::Fund* fund = at(subject.plan.funds, share->fund.value);
                if (!fund || !fund->closes || *fund->closes >= gate.due.value) continue;
                if (activity->window.last && *activity->window.last <= *fund->closes) continue;
                out.push_back(
                    {activity->id,
                     share->place,
                     {fmt::format("{} closes {}, {} is due {}", fund->id, calendar::to_iso(*fund->closes), gate.id,
                                  calendar::to_iso(gate.due.value)),
                      fmt::format("يُغلق البند {} في {} وموعد {} هو {}", fund->id, calendar::to_iso(*fund->closes),
                                  gate.id, calendar::to_iso(gate.due.value))}});
            }
        }
    }
    report.list(out, {"obligations in a fund that closes before its gate", "التزامات على بند يُغلق قبل موعد بوابته"},
                {"end the window before the fund closes", "اجعل النافذة تنتهي قبل إغلاق البند"});
}

void outside_fund_years(const Subject& subject, Report& report) {
    Offenders out;
    for (const auto index : subject.active) {
        const plan::Activity& activity = subject.activity(index);
        if (has_begun(activity)) continue;
        for (const plan::Share* share : shares_of(activity)) {
            const plan::Fund* fund = at(subject.plan.funds, share->fund.value);
            if (!fund) continue;
            const bool late = fund->closes && activity.window.first && *activity.window.first > *fund->closes;
            const bool early = fund->opens && activity.window.last && *activity.window.last < *fund->opens;
            if (late)
                out.push_back({activity.id,
                               share->place,
                               {fund->id + " closes " + calendar::to_iso(*fund->closes),
                                "يُغلق البند " + fund->id + " في " + calendar::to_iso(*fund->closes)}});
            if (early)
                out.push_back({activity.id,
                               share->place,
                               {fund->id + " opens " + calendar::to_iso(*fund->opens),
                                "يُفتح البند " + fund->id + " في " + calendar::to_iso(*fund->opens)}});
        }
    }
    report.list(out,
                {"costs outside the days on which their fund takes obligations",
                 "تكاليف خارج الأيام التي يقبل فيها بندها الالتزامات"},
                {"charge another fund, or move the window", "حمّلها على بند آخر أو عدّل النافذة الزمنية"});
}

void cost_without_shares(const Subject& subject, Report& report) {
    Offenders out;
    for (const auto index : subject.active) {
        const plan::Activity& activity = subject.activity(index);
        if (has_cost(activity) && activity.shares.empty() && !subject.plan.funds.empty())
            out.push_back(offender(activity));
    }
    report.list(out, {"costs that no fund bears", "تكاليف لا يتحملها أي بند"},
                {"shares: {fund: 100%}", "shares: {بند: 100%}"});
}

void undated_ceiling(const Subject& subject, Report& report) {
    const plan::Plan& plan = subject.plan;
    Offenders out;
    for (std::size_t side = 0; side < plan.sides.size(); ++side) {
        const calendar::FiscalYear year = plan.sides[side].fiscal_year;
        const auto look = [&](const std::vector<plan::Ceiling>& ceilings, const std::string& id) {
            for (const plan::Ceiling& ceiling : ceilings) {
                const calendar::DatePeriod days = year.days_of(ceiling.year);
                const bool before = days.last < plan.start.value;
                const bool after = plan.end && days.first > plan.end->value;
                if (before || after)
                    out.push_back({id, ceiling.place, {year.label(ceiling.year), year.label(ceiling.year)}});
            }
        };
        for (const plan::SideCeilings& each : plan.ceilings)
            if (each.side.value.known() && each.side.value.at() == side) look(each.ceilings, plan.sides[side].id);
        for (const plan::Fund& fund : plan.funds)
            if (fund.side.value.known() && fund.side.value.at() == side) look(fund.ceilings, fund.id);
    }
    report.list(out, {"ceilings of fiscal years outside the plan", "سقوف لسنوات مالية خارج مدة الخطة"},
                {"a year between them may be missing its ceiling", "قد تكون سنة أخرى بلا سقف"});
}

}  // namespace masar::lint
