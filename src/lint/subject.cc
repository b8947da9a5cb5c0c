#include "lint/subject.h"

#include <algorithm>

namespace masar::lint {
namespace {

constexpr auto likely = plan::Estimate::likely;

bool takes_part(const plan::Activity& activity) {
    return activity.progress.status != plan::Status::cancelled && (!activity.optional || activity.chosen);
}

void count_followers(Subject& subject) {
    subject.followers.assign(subject.plan.activities.size(), 0);
    for (const plan::ActivityIndex index : subject.active)
        for (const plan::Dependency& link : subject.activity(index).after)
            if (at(subject.plan.activities, link.predecessor.value)) ++subject.followers[link.predecessor.value.at()];
    for (const plan::Gate& gate : subject.plan.gates)
        for (const auto& required : gate.requires_done)
            if (at(subject.plan.activities, required.value)) ++subject.followers[required.value.at()];
}

}  // namespace

Subject make_subject(const plan::Plan& plan, const compile::CompiledPlan* compiled) {
    Subject subject{.plan = plan, .compiled = compiled};
    subject.is_active.resize(plan.activities.size());
    for (std::size_t i = 0; i < plan.activities.size(); ++i) {
        subject.is_active[i] = takes_part(plan.activities[i]);
        if (subject.is_active[i]) subject.active.push_back(base::index_of<plan::ActivityIndex>(i));
    }
    count_followers(subject);
    if (compiled) {
        const problem::PassOptions options;
        subject.passes = problem::run_passes(compiled->problem, options);
        subject.slacks = problem::floats(compiled->problem, *subject.passes, options);
    }
    return subject;
}

std::int32_t Subject::problem_index(plan::ActivityIndex index) const {
    return compiled && index.at() < compiled->positions.size() ? compiled->positions[index.at()] : -1;
}

std::optional<EarliestDates> Subject::dates(plan::ActivityIndex index) const {
    const std::int32_t place = problem_index(index);
    if (place < 0 || !is_active[index.at()]) return std::nullopt;
    const auto i = static_cast<std::size_t>(place);
    EarliestDates out;
    const problem::Day start = passes->earliest_start[i];
    const problem::Day end = passes->earliest_end[i];
    out.fits = start < problem::never && end < problem::never;
    if (!out.fits) return out;
    out.start = compiled->days.date(start);
    out.finish = compiled->days.finish(start, end);
    out.slack = slacks[i];
    return out;
}

std::vector<plan::SideIndex> Subject::sides_of(const plan::Activity& activity) const {
    std::vector<plan::SideIndex> out;
    const auto add = [&](plan::OrganisationIndex index) {
        const plan::Organisation* organisation = at(plan.organisations, index);
        if (organisation && organisation->side.value.known()) out.push_back(organisation->side.value);
    };
    add(activity.lead.value);
    for (const auto& partner : activity.partners) add(partner.value);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

int shortest_duration(const plan::Activity& activity) {
    int best = activity.modes.empty() ? 0 : activity.modes.front().duration.value.at(likely);
    for (const plan::Mode& mode : activity.modes) best = std::min(best, mode.duration.value.at(likely));
    return best;
}

int first_duration(const plan::Activity& activity) {
    return activity.modes.empty() ? 0 : activity.modes.front().duration.value.at(likely);
}

bool is_done(const plan::Activity& activity) { return activity.progress.status == plan::Status::finished; }

bool has_begun(const plan::Activity& activity) {
    return is_done(activity) || activity.progress.status == plan::Status::started;
}

bool has_cost(const plan::Activity& activity) {
    const auto costs = [](const plan::Mode& mode) { return mode.cost.has_value(); };
    const auto states = [](const plan::Share& share) { return share.amount.has_value(); };
    return std::any_of(activity.modes.begin(), activity.modes.end(), costs)
           || std::any_of(activity.shares.begin(), activity.shares.end(), states);
}

bool has_needs(const plan::Activity& activity) {
    const auto needs = [](const plan::Mode& mode) { return !mode.needs.empty(); };
    return std::any_of(activity.modes.begin(), activity.modes.end(), needs);
}

}  // namespace masar::lint
