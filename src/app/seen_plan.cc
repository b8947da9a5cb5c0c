#include "app/seen_plan.h"

#include "app/released_plan.h"
#include "report/figures.h"

#include <vector>

namespace masar::app {
namespace {

base::Error withheld_errors(const std::string& side) {
    return {
        base::Error::Kind::malformed,
        report::fill({"the plan has errors that are not released to '{}'", "في الخطة أخطاء لم يُفرج عنها للجانب «{}»"},
                     report::ltr(side)),
        {"whoever holds the whole plan sees them with 'masar check'",
         "يراها من لديه الخطة كاملة بالأمر «masar check»"}};
}

}  // namespace

base::Result<SeenPlan> load_as_seen(const base::FileDoor& files, std::string_view path,
                                    const SimulateOptions& options) {
    auto whole = load_and_schedule(files, path, options);
    if (!whole) return tl::unexpected(whole.error());
    const auto side = side_named(whole->loaded.plan, options.side);
    if (!side) return tl::unexpected(side.error());
    if (!side->known()) return SeenPlan{*std::move(whole), {}};
    SeenPlan seen{released_to(*whole, *side, options.schedule.load), *side};
    if (!seen.dated.timetable && !base::has_errors(seen.dated.loaded.diagnostics))
        return tl::unexpected(withheld_errors(options.side));
    if (seen.dated.timetable) keep_known_sums(*side, *seen.dated.timetable);
    return seen;
}

void keep_known_sums(plan::SideIndex side, plan::Timetable& timetable) {
    if (!side.known()) return;
    std::erase_if(timetable.spending, [&](const auto& each) { return each.side != side && !each.fund.known(); });
    for (plan::Spending& each : timetable.spending)
        if (each.side != side) each.ceiling_minor.reset();
}

void keep_known_sums(plan::SideIndex side, plan::Forecast& forecast) {
    if (!side.known()) return;
    std::erase_if(forecast.money, [&](const auto& each) { return each.side != side && !each.fund.known(); });
    for (plan::MoneyForecast& each : forecast.money) {
        if (each.side == side) continue;
        each.ceiling.reset();
        each.breach = {};
    }
    std::erase_if(forecast.joint, [&](const auto& each) { return each.side != side; });
    forecast.frontier.clear();
}

}  // namespace masar::app
