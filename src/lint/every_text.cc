#include "lint/every_text.h"

namespace masar::lint {
namespace {

template <class Records>
void visit_names(const Records& records, const TextVisitor& visit) {
    for (const auto& record : records) visit(&record, record.name);
}

void visit_purpose(const plan::Plan& plan, const TextVisitor& visit) {
    for (const plan::Commitment& phrase : plan.commitments) {
        visit(&phrase, phrase.name);
        if (phrase.divergence) visit(&phrase, *phrase.divergence);
    }
    visit_names(plan.lines, visit);
    visit_names(plan.objectives, visit);
    visit_names(plan.outcomes, visit);
    visit_names(plan.outputs, visit);
}

void visit_parties(const plan::Plan& plan, const TextVisitor& visit) {
    visit_names(plan.sides, visit);
    visit_names(plan.organisations, visit);
    for (const plan::OfficeCalendar& calendar : plan.calendars) {
        visit(&calendar, calendar.name);
        for (const plan::RecurringDays& holiday : calendar.holidays) visit(nullptr, holiday.name);
    }
    visit_names(plan.periods, visit);
    visit_names(plan.types, visit);
    visit_names(plan.venues, visit);
}

void visit_means(const plan::Plan& plan, const TextVisitor& visit) {
    visit_names(plan.resources, visit);
    visit_names(plan.stocks, visit);
    visit_names(plan.funds, visit);
    for (const plan::Approval& approval : plan.approvals) {
        visit(&approval, approval.name);
        for (const plan::ApprovalStep& step : approval.steps) visit(&approval, step.name);
    }
    for (const plan::Rule& rule : plan.rules) {
        visit(&rule, rule.name);
        visit(&rule, rule.counts_from);
    }
    for (const plan::Waiver& waiver : plan.waivers) visit(nullptr, waiver.reason);
}

}  // namespace

void for_every_text(const plan::Plan& plan, const TextVisitor& visit) {
    const TextVisitor written = [&](const plan::Record* record, const plan::NamedText& text) {
        if (!text.empty()) visit(record, text);
    };
    written(nullptr, plan.title);
    visit_parties(plan, written);
    visit_purpose(plan, written);
    visit_names(plan.phases, written);
    visit_names(plan.gates, written);
    visit_means(plan, written);
    visit_names(plan.indicators, written);
    visit_names(plan.risks, written);
    for (const plan::Branch& branch : plan.branches) {
        written(&branch, branch.name);
        visit_names(branch.ways, written);
    }
    for (const plan::Correlation& correlation : plan.correlations) written(nullptr, correlation.name);
    visit_names(plan.history, written);
    visit_names(plan.lessons, written);
    for (const plan::Activity& activity : plan.activities) {
        written(&activity, activity.name);
        written(&activity, activity.done_when);
        written(&activity, activity.progress.why);
        for (const plan::Postponement& each : activity.progress.postponed) written(&activity, each.why);
        if (activity.modes.size() > 1) visit_names(activity.modes, written);
    }
    visit_names(plan.choices, written);
}

}  // namespace masar::lint
