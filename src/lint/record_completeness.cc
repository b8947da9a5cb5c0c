#include "lint/record_completeness.h"

#include "lint/lint_report.h"
#include "lint/logic_lints.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::lint {
namespace {

bool has_place(const plan::Activity& activity) {
    return std::any_of(activity.modes.begin(), activity.modes.end(),
                       [](const plan::Mode& mode) { return mode.venue.value.known(); });
}

std::string percent_of(const Completeness& each) { return percent(each.filled, each.required); }

/// Fields by how often they are missing, most often first.
Offenders gaps(const Subject& subject) {
    struct Gap {
        const RequiredField* field;
        std::size_t missing = 0;
        const plan::Activity* first = nullptr;
    };
    std::vector<Gap> counts;
    for (const RequiredField& field : required_fields()) {
        if (!field.asked(subject.plan)) continue;
        Gap gap{.field = &field};
        for (const auto index : subject.active) {
            const plan::Activity& activity = subject.activity(index);
            if (field.filled(activity)) continue;
            if (++gap.missing == 1) gap.first = &activity;
        }
        if (gap.missing > 0) counts.push_back(gap);
    }
    std::stable_sort(counts.begin(), counts.end(), [](const Gap& a, const Gap& b) { return a.missing > b.missing; });
    Offenders out;
    for (const Gap& gap : counts)
        out.push_back({fmt::format("{} ({})", gap.field->key, gap.missing),
                       gap.first->place,
                       {"first missing in " + gap.first->id, "أول سجل ينقصه " + gap.first->id}});
    return out;
}

}  // namespace

const std::vector<RequiredField>& required_fields() {
    using plan::Activity;
    using plan::Plan;
    static const std::vector<RequiredField> fields{
        {"line", [](const Plan& p) { return !p.lines.empty(); },
         [](const Activity& a) { return a.line.value.known(); }},
        {"phase", [](const Plan& p) { return !p.phases.empty(); },
         [](const Activity& a) { return a.phase.value.known(); }},
        {"type", [](const Plan& p) { return !p.types.empty(); },
         [](const Activity& a) { return a.type.value.known(); }},
        {"lead", [](const Plan& p) { return !p.organisations.empty(); },
         [](const Activity& a) { return a.lead.value.known(); }},
        {"produces", [](const Plan& p) { return !p.outputs.empty(); },
         [](const Activity& a) { return !a.produces.empty(); }},
        {"calendar", [](const Plan& p) { return !p.calendars.empty(); },
         [](const Activity& a) { return a.calendar.value.known(); }},
        {"place", [](const Plan& p) { return !p.venues.empty(); }, has_place},
        {"cost", [](const Plan& p) { return !p.funds.empty(); },
         [](const Activity& a) { return first_duration(a) == 0 || has_cost(a); }},
        {"done-when", [](const Plan&) { return true; }, [](const Activity& a) { return !a.done_when.empty(); }},
    };
    return fields;
}

std::vector<Completeness> completeness_of(const plan::Plan& plan) {
    std::vector<Completeness> out(plan.sides.size() + 1);
    for (std::size_t side = 0; side < plan.sides.size(); ++side) out[side].side = base::index_of<plan::SideIndex>(side);
    for (const plan::Activity& activity : plan.activities) {
        if (activity.progress.status == plan::Status::cancelled || (activity.optional && !activity.chosen)) continue;
        const plan::Organisation* lead = at(plan.organisations, activity.lead.value);
        const bool known = lead && at(plan.sides, lead->side.value);
        Completeness& each = known ? out[lead->side.value.at()] : out.back();
        for (const RequiredField& field : required_fields()) {
            if (!field.asked(plan)) continue;
            ++each.required;
            each.filled += field.filled(activity) ? 1 : 0;
        }
    }
    if (out.back().required == 0) out.pop_back();
    return out;
}

void incomplete_records(const Subject& subject, Report& report) {
    Completeness all;
    base::Text sides;
    for (const Completeness& each : completeness_of(subject.plan)) {
        if (each.required == 0) continue;
        all.filled += each.filled;
        all.required += each.required;
        const plan::Side* side = at(subject.plan.sides, each.side);
        sides.en +=
            fmt::format("{}{} {}", sides.en.empty() ? "" : ", ", side ? side->id : "without a lead", percent_of(each));
        sides.ar +=
            fmt::format("{}{} {}", sides.ar.empty() ? "" : "، ", side ? side->id : "بلا جهة قائدة", percent_of(each));
    }
    if (all.filled == all.required) return;
    report.list(
        gaps(subject),
        {fmt::format("records of activities are {} complete ({}); most often missing", percent_of(all), sides.en),
         fmt::format("نسبة اكتمال سجلات الأنشطة {} ({})، وأكثر ما ينقصها", percent_of(all), sides.ar)},
        {"fill what is known", "استكمل ما هو معروف"});
}

}  // namespace masar::lint
